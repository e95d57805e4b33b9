"""A measure is meant only where everyday words and the vectors agree, and nothing in the question speaks against it."""

import pytest
from made_up import LATER, bulletin, bulletins

from assistant.holdings import Holdings
from assistant.meaning import ByMeaning
from assistant.reading import Reader
from assistant.units import lengths, numbered
from assistant.words import stems
from corpus.aliases import aliases
from corpus.everyday import Everyday, everyday

MADE_UP = Everyday(
    like={
        "lanterns": ("torch", "night light"),
        "lit": ("burning", "burning brightly"),
        "letters": ("mail", "post"),
        "answered": ("replied to", "dealt with"),
        "ropes": ("rigging",),
        "stowed": ("put away",),
        "coiled": ("curled up",),
        "dawn": ("first light", "sunrise"),
        "dusk": ("sunset",),
        "kettles": ("boiler",),
        "mended": ("patched",),
        "gardens": ("allotment",),
    },
    numbers={"a working week and a half": "10 days", "a fortnight": "14 days"},
    services={"CRS": ("commissioned help",)},
    opposed={"dawn": ("dusk",)},
    contrary={},
    neutral=frozenset({"sailor", "sailors"}),
    against=frozenset({"never", "cost"}),
)
TOPICS = (("torch", "lantern", "light"), ("mail", "letter", "post"), ("rigging", "rope"), ("boiler", "kettle"))


class ByTopic:
    """A stand-in for the embedding model: texts of one topic are alike, of no topic like nothing."""

    name = "by-topic"

    def __init__(self):
        self.calls = []

    def embed(self, texts):
        self.calls.append(list(texts))
        return [[float(any(word in text.lower() for word in topic)) for topic in TOPICS] for text in texts]


@pytest.fixture(scope="module")
def holdings():
    return Holdings(bulletins())


@pytest.fixture(scope="module")
def reader(holdings):
    return Reader(holdings, aliases())


@pytest.fixture
def embedder():
    return ByTopic()


@pytest.fixture
def meant(holdings, reader, embedder):
    by_meaning = ByMeaning(holdings, aliases(), MADE_UP, embedder)

    def codes(question):
        return [f"{m.measure.service} {m.measure.code}" for m in by_meaning.measures(reader.read(question), question)]

    return codes


@pytest.mark.parametrize(
    ("question", "first"),
    [
        pytest.param("what share of torches were burning in 2031-32", "Probation QM105R", id="words"),
        pytest.param("night lights burning brightly, latest", "Probation QM105R", id="phrases"),
        pytest.param("rigging curled up at sunrise %", "Probation QM107a", id="one-of-two"),
        pytest.param("rigging curled up at sunset %", "Probation QM107b", id="the-other"),
        pytest.param("how many sailors had rigging curled up at first light", "Probation QM107a", id="neutral-word"),
        pytest.param("commissioned help: boilers patched", "CRS QM101", id="another-service"),
    ],
)
def test_everyday_words_find_the_measure(meant, question, first):
    assert meant(question) == [first]


def test_where_the_question_leaves_open_which_both_are_named(reader, embedder):
    longer = LATER.replace("Ropes coiled at", "Ropes coiled and stowed dry at")
    by_meaning = ByMeaning(Holdings([bulletin(longer, "longer")]), aliases(), MADE_UP, embedder)

    def codes(question):
        return [match.measure.code for match in by_meaning.measures(reader.read(question), question)]

    assert codes("rigging curled up and put away dry") == ["QM107a", "QM107b"]
    assert codes("rigging curled up and put away dry at sunset") == ["QM107b"]
    assert codes("rigging curled up and put away dry by apprentices") == []  # open which, and about something else


@pytest.mark.parametrize(
    "question",
    [
        pytest.param("who lights the torches", id="asks-who"),
        pytest.param("what is a torch", id="asks-what-it-is"),
        pytest.param("why were torches burning", id="asks-why"),
        pytest.param("how many torches were bought and sold by merchants", id="about-something-else"),
        pytest.param("torches never burning", id="word-against"),
        pytest.param("what did burning torches cost", id="cost"),
        pytest.param("torches burning in 1999", id="year-not-held"),
        pytest.param("boilers patched", id="service-not-named"),
        pytest.param("rigging", id="too-little-of-the-name"),
        pytest.param("allotments dug", id="vectors-disagree"),
    ],
)
def test_a_question_that_is_not_surely_about_a_measure_means_none(meant, question):
    assert meant(question) == []


@pytest.mark.parametrize(
    ("question", "found"),
    [
        pytest.param("mail dealt with within ten days", ["Probation QM102"], id="the-same-in-words"),
        pytest.param("mail dealt with within a working week and a half", ["Probation QM102"], id="as-it-is-said"),
        pytest.param("mail dealt with within 14 days", [], id="another-number"),
        pytest.param("mail dealt with within a fortnight", [], id="another-as-it-is-said"),
        pytest.param("mail dealt with within ten weeks", [], id="another-unit"),
        pytest.param("torches burning within 10 days", [], id="no-length-in-the-name"),
    ],
)
def test_a_length_of_time_agrees_with_the_name(meant, question, found):
    assert meant(question) == found


def test_the_embedder_is_asked_nothing_where_words_make_no_measure_likely(meant, embedder):
    meant("how many staff left last year")
    assert embedder.calls == []


def test_the_question_is_embedded_as_it_will_be_searched(meant, embedder):
    meant("torches burning")
    assert [call[0] for call in embedder.calls] == ["torches burning"]


def test_what_says_the_name_is_no_shape_of_the_question(holdings, reader, embedder):
    by_meaning = ByMeaning(holdings, aliases(), MADE_UP, embedder)
    reading = reader.read("did rigging curled up at sunset fall")
    assert by_meaning.rest(reading.asking, by_meaning.measures(reading, reading.text)).split() == [
        "did",
        "at",
        "fall",
    ]


def test_numbers_in_words_are_read_before_units_of_time_only():
    assert numbered("Two boats in six weeks and twenty working days", {}) == "two boats in 6 weeks and 20 working days"
    assert lengths("in 6 weeks, 20 working days, a 3-month spell and 1.5 years") == {
        ("6", "week"), ("20", "day"), ("3", "month")
    }  # fmt: skip


def test_no_everyday_word_stands_for_nothing():
    for published, said in everyday().like.items():
        assert stems(published), published
        assert said, published


def test_words_that_exclude_each_other_are_words_that_names_are_made_of():
    known = {item for published in everyday().like for item in stems(published)}
    for one, others in everyday().opposed.items():
        assert set(stems(" ".join((one, *others)))) <= known
