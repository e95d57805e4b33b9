"""Rewordings keep what a question asks for: codes, periods, names and numbers; and are the same every time."""

import re
from math import factorial
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.aliases import aliases
from evals.rewordings import KINDS, Names, case, keyword, names, polite, pq, rewordings, slips
from tests.made_up import bulletins

KNOWN = Names(frozenset({"Doors opened on time", "North Marsh", "Gardens dug", "ferry trips", "trips called off"}))
QUESTIONS = (
    "What was QM105R in North Marsh in 2031-32?",
    "doors opened on time, year ending March 2031",
    "Did we hit the gardens dug target in April 2030 to March 2031?",
    "how many measures improved in 30/31",
    "A region scored 59.9%. What rating is that?",
    "To ask the Secretary of State for Justice, what proportion of ferry trips were called off in 2031-32.",
)
SEEDS = st.integers(0, 10_000)


def digits(text):
    return sorted(re.findall(r"\d+", text))


@pytest.mark.parametrize("question", QUESTIONS)
@given(SEEDS)
def test_every_kind_is_another_text_with_the_same_numbers(question, seed):
    made = rewordings(question, KNOWN, seed)
    assert list(made) == list(KINDS)
    for text in made.values():
        assert text != question
        assert digits(text) == digits(question)


def test_a_seed_gives_the_same_rewordings_and_another_seed_others():
    assert rewordings(QUESTIONS[0], KNOWN, 1) == rewordings(QUESTIONS[0], KNOWN, 1)
    assert len({rewordings(QUESTIONS[0], KNOWN, seed)["slips"] for seed in range(20)}) > 10


@pytest.mark.parametrize(
    ("question", "phrases"),
    [
        pytest.param(
            "What was QM105R in North Marsh in 2031-32?", ("QM105R", "North Marsh", "2031-32"), id="code-area-year"
        ),
        pytest.param(
            "Were doors opened on time in the year ending March 2031?",
            ("doors opened on time", "year ending March 2031"),
            id="a-name-with-a-joiner-and-a-long-period",
        ),
        pytest.param(
            "how many of the gardens dug met target, 30/31?",
            ("how many", "gardens dug", "met target", "30/31"),
            id="what-asks-for-a-number-stays",
        ),
        pytest.param("What was most improved in 2031?", ("most improved", "2031"), id="a-superlative-stays"),
        pytest.param(
            "To ask the Minister for Boats, what ferry trips cost between May 2030 and June 2030.",
            ("ferry trips cost", "between May 2030 and June 2030"),
            id="the-opening-of-a-parliamentary-question-goes",
        ),
        pytest.param(
            "gardens dug May 2030 to June 2030", ("gardens dug", "May 2030 to June 2030"), id="a-period-beside-a-name"
        ),
    ],
)
def test_a_keyword_question_has_the_phrases_whole_in_another_order(question, phrases):
    texts = {keyword(question, KNOWN, Random(seed)) for seed in range(200)}
    assert len(texts) == factorial(len(phrases)) - 1
    assert " ".join(phrases) not in texts
    for text in texts:
        assert all(re.search(rf"(?<!\S){re.escape(phrase)}(?!\S)", text) for phrase in phrases)
        assert sorted(text.split()) == sorted(" ".join(phrases).split())


def test_a_keyword_question_of_one_phrase_only_loses_its_function_words():
    assert keyword("What were the gardens dug?", KNOWN, Random(1)) == "gardens dug"


def test_case_changes_nothing_but_case_and_uses_all_three_ways():
    question = QUESTIONS[0]
    texts = {case(question, KNOWN, Random(seed)) for seed in range(30)}
    assert texts == {question.upper(), question.lower(), "What Was QM105R In North Marsh In 2031-32?"}


@given(SEEDS)
def test_slips_are_in_one_or_two_long_words_and_never_in_codes_or_numbers(seed):
    question = "What share of lantern-keepers answered letters (QM105Rabcde, 2031-32) within fifteen days?"
    slipped = slips(question, KNOWN, Random(seed))
    changed = [(a, b) for a, b in zip(question.split(), slipped.split(), strict=True) if a != b]
    assert 1 <= len(changed) <= 2
    for right, wrong in changed:
        assert right in ("share", "answered", "letters", "within", "fifteen")
        assert right[0] == wrong[0]
        assert abs(len(right) - len(wrong)) <= 1


def test_there_is_one_slip_or_two():
    slipped = [slips("lanterns answered", KNOWN, Random(seed)).split() for seed in range(20)]
    assert {(first != "lanterns") + (second != "answered") for first, second in slipped} == {1, 2}


@pytest.mark.parametrize("slip", ["lettres", "leters", "letterss", "lettets"])
def test_each_sort_of_slip_happens(slip):
    assert slip in {slips("letters", KNOWN, Random(seed)) for seed in range(600)}


def test_without_a_long_word_there_is_no_slip():
    assert slips("QM105 2031-32", KNOWN, Random(1)) == "QM105 2031-32"
    assert "slips" not in rewordings("QM105 2031-32", KNOWN)


@given(SEEDS)
def test_small_talk_surrounds_the_question_as_it_is(seed):
    text = polite("Which gardens were dug?", KNOWN, Random(seed))
    assert "Which gardens were dug" in text
    assert text.count("?") == 1


@pytest.mark.parametrize(
    ("question", "clause"),
    [
        ("What was the target for gardens dug in 2031-32?", "what the target for gardens dug was in 2031-32"),
        ("What was North Marsh rated in 2031-32?", "what North Marsh was rated in 2031-32"),
        ("Were doors opened on time above target in 2031?", "whether doors opened on time were above target in 2031"),
        ("Did we hit the target in 2031-32?", "whether we hit the target in 2031-32"),
        ("did gardens dug meet target 2031-32", "whether gardens dug met target 2031-32"),
        ("By how many points did gardens dug move in 2031-32?", "by how many points gardens dug moved in 2031-32"),
        ("How far below target was ferry trips in 2031?", "how far below target ferry trips was in 2031"),
        ("How did the target change?", "how the target changed"),
        ("What percentage does a region need to be rated Good?", "what percentage a region needs to be rated Good"),
        ("How many points short of Good is a region on 80%?", "how many points short of Good a region on 80% is"),
        ("How many measures met target?", "how many measures met target"),
        ("Which regions were good in 2031-32?", "which regions were good in 2031-32"),
        ("What were they like in 2031-32?", "what they were like in 2031-32"),
        ("Did it fall in 2031-32?", "whether it fell in 2031-32"),
        ("Why did ferry trips fall in 2031-32?", "why ferry trips fell in 2031-32"),
        ("what's the ferry figure", "what the ferry figure is"),
        ("just give me the number for ferries", "if he will give the number for ferries"),
        ("list the measures that got worse", "if he will list the measures that got worse"),
        ("A region scored 59.9%. What rating is that?", "where a region scored 59.9%, what rating that is"),
        ("Were doors below target? What share?", "whether doors were below target and what share"),
    ],
)
def test_a_parliamentary_question_turns_the_question_into_a_clause(question, clause):
    text = pq(question, KNOWN, Random(3))
    assert re.fullmatch(rf"To ask [\w' ]+?,? {re.escape(clause)}\.", text), text


def test_a_fragment_is_asked_for_as_a_figure():
    text = pq("QM101 2031-32", KNOWN, Random(3))
    assert re.fullmatch(r"To ask .+ what .+ for QM101 2031-32\.", text)


def test_a_parliamentary_question_is_opened_another_way():
    asked = "To ask the Secretary of State for Justice, how many gardens were dug."
    texts = {pq(asked, KNOWN, Random(seed)) for seed in range(20)}
    assert asked not in texts
    assert len(texts) == 3
    assert all(text.startswith("To ask") and text.endswith("how many gardens were dug.") for text in texts)


def test_names_are_of_what_is_held_and_of_what_people_call_it():
    known = names(bulletins(), aliases())
    assert {"Doors opened on time", "North Marsh"} <= known.phrases
    assert set(aliases().measure_words) <= known.phrases
    assert "" not in known.phrases
    text = "doors opened on time in 2031-32"
    assert [text[start:end] for start, end in known.spans(text)] == ["doors opened on time", "2031-32"]
