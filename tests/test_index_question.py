"""A question as it is searched: what it is about, what it wants, and what else says the same."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.question import LIKE, Concept, Question
from index.words import Having


def question(text, weights=None, like=None, rarity=None):
    weights = weights or {"boat": 1.0}
    return Question(text, weights, rarity or dict.fromkeys(weights, 1.0), like or {})


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        pytest.param("How many boats are there?", {"number"}, id="number"),
        pytest.param("What proportion of boats leak?", {"share"}, id="share"),
        pytest.param("How much did the pier cost?", {"money", "number"}, id="money"),
        pytest.param("When was the pier built?", {"date"}, id="date"),
        pytest.param("How long does a crossing take?", {"length"}, id="length"),
        pytest.param("What is a bollard?", {"meaning"}, id="meaning"),
        pytest.param("Why do ferries leak?", {"reason"}, id="reason"),
        pytest.param("Who repairs the pier?", {"name"}, id="name"),
        pytest.param("Tell me about boats", set(), id="nothing-in-particular"),
    ],
)
def test_what_a_question_wants(text, wanted):
    assert question(text).wants == wanted


@pytest.mark.parametrize(
    ("text", "counted"),
    [
        ("How many ferry pilots were hired in 2031?", {"ferri", "pilot"}),
        ("number of lanterns in the harbour", {"lantern"}),
        ("How many boats?", {"boat"}),
        ("What share of boats leak?", set()),
    ],
)
def test_what_a_question_counts(text, counted):
    assert question(text).counted == counted


def test_shares_add_up_and_a_rarer_word_carries_more():
    asked = question("rare boat", {"rare": 1.0, "boat": 1.0}, rarity={"rare": 3.0, "boat": 1.0})
    assert asked.shares == {"rare": 0.75, "boat": 0.25}
    assert asked.held({"rare"}) == 0.75
    assert asked.held({"rare", "boat"}) == 1.0
    assert asked.held(set()) == 0.0


def test_a_word_of_like_meaning_counts_for_less_than_the_word_itself():
    asked = question("jail", {"jail": 1.0}, like={"jail": (frozenset({"prison"}), frozenset({"secur", "hous"}))})
    assert asked.concepts == (Concept("jail", 1.0, (frozenset({"prison"}), frozenset({"secur", "hous"}))),)
    assert asked.held({"jail"}) == 1.0
    assert asked.held({"prison"}) == asked.held({"secur", "hous", "old"}) == LIKE
    assert asked.held({"hous"}) == 0.0  # only half of the term


def test_the_periods_of_a_question_are_read():
    (period,) = question("How many boats sank in 2030/31?").periods
    assert (period.first // 12, period.last // 12) == (2030, 2031)
    assert question("How many boats sank?").periods == ()


WORDS = st.sampled_from(("boat", "oar", "prison", "secur", "hous", "jail"))
SETS = st.sets(WORDS)


@given(
    st.dictionaries(WORDS, st.floats(0.1, 1), min_size=1),
    st.dictionaries(WORDS, st.lists(st.frozensets(WORDS, min_size=1), max_size=3).map(tuple)),
    st.lists(SETS, max_size=6),
)
def test_many_sets_hold_exactly_what_each_holds_alone(weights, like, sets):
    asked = question("any", weights, like)
    assert asked.held_by(Having(sets)).tolist() == [asked.held(there) for there in sets]
