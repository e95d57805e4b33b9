"""What speaks for a quote as the answer, and what against: another place or time, one's own case, no number."""

import pytest
from made_up import bulletins
from nearness import StemVectors

from assistant.answer import Assistant
from assistant.evidence import SIGNS
from corpus.models import Document, Locator, Passage, Publication
from index.store import Store

REVIEW = Publication(id="review", title="Made-up Canal Review", publisher="Canal Office")
SENTENCES = (
    "In Wales the canal office found 37 lock gates without a keeper in 2030-31.",
    "Lock gate inspections are announced by letter.",
    "The towpath reopened in May 2030, and bargemen pay £9 for each passage of a barge tunnel.",
    "Dredger crews train for 14 months.",
)


@pytest.fixture(scope="module")
def first(tmp_path_factory):
    """The case of the best quote for a question."""
    passages = tuple(
        Passage(text=text, sentences=(text,), locator=Locator("review", f"paragraph {n}"), section=("Findings",))
        for n, text in enumerate(SENTENCES)
    )
    held = Document(publication=REVIEW, passages=passages)
    assistant = Assistant(Store(tmp_path_factory.mktemp("home"), StemVectors(), lambda: (held, *bulletins())))
    return lambda question: assistant.cases([question])[0]


PLAIN = "How many lock gates were without a keeper?"


@pytest.mark.parametrize(
    ("question", "against"),
    [
        pytest.param(PLAIN, False, id="answered"),
        pytest.param("How many lock gates were without a keeper in Wales?", False, id="its-area"),
        pytest.param("How many lock gates were without a keeper in Upper Dale?", True, id="another-area"),
        pytest.param("How many lock gates were without a keeper in 2030-31?", False, id="its-period"),
        pytest.param("How many lock gates were without a keeper in 2019-20?", True, id="another-period"),
        pytest.param("Should I find a keeper for a lock gate?", True, id="ones-own-case"),
        pytest.param("How many lock gate inspections are announced by letter?", True, id="no-number"),
        pytest.param("Are lock gate inspections announced by letter?", False, id="no-number-wanted"),
    ],
)
def test_one_thing_is_enough_to_hear_no_more_of_a_quote(first, question, against):
    assert first(question).speaks_against is against


@pytest.mark.parametrize(
    ("question", "against"),
    [
        pytest.param("How many barges sank in 2031?", True, id="the-passage-names-it-and-the-line-another"),
        pytest.param("How many barges sank in 2029?", False, id="the-date-of-the-line"),
        pytest.param("Were the rules rewritten in 2031?", False, id="the-line-that-names-it"),
    ],
)
def test_a_figure_of_another_date_speaks_against(tmp_path, question, against):
    sentences = ("In 2029, 14 barges sank.", "The rules were rewritten in 2031.")
    passage = Passage(text=" ".join(sentences), sentences=sentences, locator=Locator("review", "paragraph 1"))
    held = Document(publication=REVIEW, passages=(passage,))
    (case, *_) = Assistant(Store(tmp_path, StemVectors(), lambda: (held,))).cases([question])
    assert case.speaks_against is against


@pytest.mark.parametrize(
    ("sign", "question", "fewer"),
    [
        pytest.param("missing", "How many zeppelins were without a keeper?", PLAIN, id="a-telling-word-is-missing"),
        pytest.param("unknown", "How many zeppelins were without a keeper?", PLAIN, id="a-word-nowhere-held"),
        pytest.param("uncounted", "How many zeppelins were without a keeper?", PLAIN, id="another-thing-is-counted"),
        pytest.param("strange_names", "How many lock gates had Ann Oar as a keeper?", PLAIN, id="a-name-not-there"),
        pytest.param("no_money", "How much does a lock gate inspection cost?", "What do bargemen pay for a tunnel?",
                     id="no-money"),
        pytest.param("no_length", "How long do lock gate inspections take?", "How long do dredger crews train?",
                     id="no-length"),
        pytest.param("said", PLAIN, "How many zeppelins were without a keeper?", id="the-words-are-there"),
        pytest.param("ahead", PLAIN, "What of zeppelins?", id="nothing-else-is-near"),
    ],
)  # fmt: skip
def test_a_sign_is_stronger_where_it_holds(first, sign, question, fewer):
    assert first(question).signs[sign] > first(fewer).signs[sign]


def test_every_sign_has_a_value_and_the_likelihood_is_a_share(first):
    for question in (PLAIN, "zeppelins", "Should I pay £9 in London in 1999?"):
        case = first(question)
        assert set(case.signs) == set(SIGNS)
        assert 0 < case.likelihood < 1


def test_what_answers_is_likelier_than_what_does_not(first):
    assert first(PLAIN).likelihood > first("How many zeppelins were flown by the navy?").likelihood
