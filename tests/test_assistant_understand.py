"""What kind of question it is, and of what year, told from its shape against made-up holdings."""

from decimal import Decimal

import pytest
from made_up import bulletins

from assistant.holdings import Holdings
from assistant.understand import Understanding
from corpus.aliases import aliases


@pytest.fixture(scope="module")
def understanding():
    return Understanding(Holdings(bulletins()), aliases())


@pytest.fixture(scope="module")
def read(understanding):
    return lambda *turns: understanding.read(turns)


def codes(query):
    return {f"{f.letters}{f.digits}{f.part}" for f in query.families}


def periods(query):
    return [period.label for period in query.periods]


@pytest.mark.parametrize(
    ("question", "topic"),
    [
        ("What was QM101 in 2030-31?", "measure"),
        ("letters answered within ten days", "measure"),
        ("What was performance on lanterns lit, latest?", "measure"),
        ("to ask the secretary of state for justice, what share of ferry trips were cancelled", "measure"),
        ("QM999 please", "measure"),
        ("How many targets were met in 2031-32?", "tally"),
        ("Which measures missed their targets?", "tally"),
        ("list the service levels that improved", "tally"),
        ("Which measure improved the most?", "ranking"),
        ("Which target was missed by the largest margin?", "ranking"),
        ("Which measure had the lowest performance?", "ranking"),
        ("How was North Marsh rated?", "ratings"),
        ("Which regions were rated Good?", "ratings"),
        ("which regions changed rating?", "ratings"),
        ("How many regions are there?", "ratings"),
        ("What are the scorecard thresholds?", "bands"),
        ("What rating does a score of 75.5% get?", "bands"),
        ("What score is needed to be rated Outstanding?", "bands"),
        ("Does a fall in QM103 mean it got better?", "direction"),
        ("Is a rise in cancelled ferry trips good?", "direction"),
        ("When was the 2031-32 bulletin published?", "published"),
        ("How many targets were met in Scotland?", "outside"),
        ("How do ferries get crews?", "passage"),
        ("What is a lantern?", "passage"),
        ("How is the scorecard made?", "passage"),
    ],
)
def test_the_topic_is_told_from_the_shape_of_the_question(read, question, topic):
    assert read(question).topic == topic


@pytest.mark.parametrize(
    ("when", "expected"),
    [
        ("in 2030-31", ["2030-31"]),
        ("in 2030/31", ["2030-31"]),
        ("in 2030 to 2031", ["2030-31"]),
        ("30/31", ["2030-31"]),
        ("in the year ending March 2031", ["2030-31"]),
        ("from April 2030 to March 2031", ["2030-31"]),
        ("in 2031", ["2030-31"]),  # a bare year is the performance year that ends in it, where that is held
        ("in 2040", ["2040"]),
        ("last year", ["2031-32"]),  # of the latest bulletin, not of the calendar
        ("in the latest year", ["2031-32"]),
        ("in the year before", ["2030-31"]),
        ("in April 2031", ["April 2031"]),
        ("in 2031-32 and 2030-31", ["2030-31", "2031-32"]),
        ("", []),
    ],
)
def test_periods_are_read_as_people_write_them(read, when, expected):
    assert periods(read(f"What was QM101 {when}?")) == expected


@pytest.mark.parametrize(
    ("question", "aspect"),
    [
        ("What was QM101?", "value"),
        ("What was the target for QM101?", "target"),
        ("Did QM101 meet its target?", "met"),
        ("Was QM101 above its target?", "met"),
        ("How far was QM101 from its target?", "gap"),
        ("By how much did QM101 miss its target?", "gap"),
        ("How did QM101 change?", "change"),
        ("Did QM101 go up or down?", "change"),
    ],
)
def test_what_is_asked_of_a_measure(read, question, aspect):
    assert read(question).aspect == aspect


@pytest.mark.parametrize(
    ("question", "state", "counting"),
    [
        ("How many targets were met?", "met", True),
        ("Which targets were not met?", "missed", False),
        ("How many measures failed to meet their target?", "missed", True),
        ("How many measures got better?", "improved", True),
        ("Which measures got worse?", "declined", False),
    ],
)
def test_the_state_that_is_counted(read, question, state, counting):
    query = read(question)
    assert (query.state, query.counting) == (state, counting)


def test_a_rating_is_known_by_the_name_its_bulletin_gives_it(read):
    assert read("Which regions were rated Outstanding?").ratings == (4,)
    assert read("Which regions require improvement?").ratings == (2,)
    assert read("Which regions were rated?").ratings == ()


def test_a_score_is_kept_with_its_decimals(read):
    assert read("What rating does a score of 75.5% get?").numbers == (Decimal("75.5"),)


def test_areas_and_services_are_kept(read):
    assert read("How were Upper Dale and North Marsh rated?").areas == ("Upper Dale", "North Marsh")
    assert read("How many CRS targets were met?").service == "CRS"


@pytest.mark.parametrize("question", ["What was the QM101 in 2030-31", "the QM101", "QM101, then?"])
def test_a_question_on_its_own_carries_nothing(read, question):
    assert read(question).carried == ()


@pytest.mark.parametrize(
    ("first", "then", "families", "when", "aspect"),
    [
        pytest.param("QM101 in 2031-32?", "and the year before?", {"QM101"}, ["2030-31"], "value", id="before"),
        pytest.param("QM101 in 2031-32?", "what about 2030-31?", {"QM101"}, ["2030-31"], "value", id="year"),
        pytest.param("QM101 in 2030-31?", "what was the target?", {"QM101"}, ["2030-31"], "target", id="target"),
        pytest.param("QM101 in 2030-31?", "did it meet its target?", {"QM101"}, ["2030-31"], "met", id="met"),
        pytest.param("QM103 in 2031-32", "by how much did it miss?", {"QM103"}, ["2031-32"], "gap", id="gap"),
        pytest.param("QM101 in 2030-31?", "and QM102?", {"QM102"}, ["2030-31"], "value", id="measure"),
        pytest.param("QM101 in 2030-31?", "and boats returned?", {"QM106"}, ["2030-31"], "value", id="words"),
        pytest.param("target for QM101 in 2030-31?", "and QM102?", {"QM102"}, ["2030-31"], "target", id="aspect"),
        pytest.param("QM101 in 2030-31?", "What was QM102?", {"QM102"}, [], "value", id="a-new-question"),
    ],
)  # fmt: skip
def test_a_follow_up_about_a_measure_keeps_what_it_leaves_open(read, first, then, families, when, aspect):
    query = read(first, then)
    assert (query.topic, codes(query), periods(query), query.aspect) == ("measure", families, when, aspect)
    assert query.question == then


def test_a_follow_up_to_a_count(read):
    first = "How many targets were met in 2030-31?"
    which = read(first, "which ones?")
    assert (which.topic, which.state, periods(which)) == ("tally", "met", ["2030-31"])
    missed = read(first, "and missed?")
    assert (missed.topic, missed.state, periods(missed)) == ("tally", "missed", ["2030-31"])
    later = read(first, "and in 2031-32?")
    assert (later.topic, later.state, periods(later)) == ("tally", "met", ["2031-32"])


def test_a_follow_up_to_a_rating(read):
    first = "How was North Marsh rated in 2030-31?"
    other = read(first, "and South Marsh?")
    assert (other.topic, other.areas, periods(other)) == ("ratings", ("South Marsh",), ["2030-31"])
    later = read(first, "what about 2031-32?")
    assert (later.topic, later.areas, periods(later)) == ("ratings", ("North Marsh",), ["2031-32"])


def test_only_what_came_before_matters_not_how_long_ago(read):
    query = read("QM102 in 2030-31?", "and QM103?", "and the target?")
    assert (codes(query), periods(query), query.aspect) == ({"QM103"}, ["2030-31"], "target")


def test_a_follow_up_to_a_passage_is_searched_with_the_question_before(read):
    query = read("Why do ferries have crews?", "and what about them at night?")
    assert query.topic == "passage"
    assert "ferries" in query.search
    assert "night" in query.search


def test_a_conversation_has_a_question(understanding):
    with pytest.raises(ValueError, match="at least one question"):
        understanding.read([])


@pytest.mark.parametrize("question", ["?", "...", "a", "🚢", "2031", "%", "the the the", "[1]", "\\d+", "'"])
def test_any_text_is_read_as_some_question(read, question):
    assert read(question).question == question


def test_with_nothing_held_questions_are_read_all_the_same():
    empty = Understanding(Holdings(()), aliases())
    assert empty.read(["What was QM101 last year?"]).families == ()
    assert empty.read(["How many targets were met?"]).topic == "tally"


@pytest.mark.parametrize("question", ["What was QM101 in 2030-31?", "Which regions were rated Good?"])
def test_the_same_question_is_read_the_same_way(read, question):
    assert read(question) == read(question)
