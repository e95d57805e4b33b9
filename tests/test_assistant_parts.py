"""Several questions in one: lettered parts, sentences and clauses, answered together with each source once."""

import re

import pytest
from asking import ask, codes, fault, unsaid
from hypothesis import given
from hypothesis import strategies as st
from made_up import bulletins

from assistant.answers import Answer, Citation, Figure
from assistant.joined import joined
from assistant.parts import splits
from corpus.models import Locator

QUESTIONS = [
    pytest.param("What was (a) QM103 and (b) gardens dug in 2030-31", ("3.1%", "60.0%", "2030-31"), id="lettered"),
    pytest.param("What was (a) QM103 and (b) gardens dug in 2030-31?", ("3.1%", "60.0%"), id="mark"),
    pytest.param("What was a) QM103, b) gardens dug, c) boats returned, 2031-32", ("4.6%", "60.5%", "12.5%"), id="abc"),
    pytest.param("In 2030-31 what was (i) QM103 and (ii) QM104", ("3.1%", "60.0%"), id="roman"),
    pytest.param("How many targets were met in 2030-31? And how many in 2031-32?", ("3 of 5", "3 of 8"), id="years"),
    pytest.param(
        "What was QM103 in 2031-32? And how was North Marsh rated?", ("4.6%", "North Marsh", "3"), id="sentences"
    ),
    pytest.param(
        "How many targets were met in 2030-31 and which regions were rated Good in 2031-32",
        ("3 of 5", "2 of 4", "South Marsh"),
        id="clauses",
    ),
    pytest.param(
        "How many targets were met, and which measure missed by the most, in 2030-31",
        ("3 of 5", "QM105R", "5.6 percentage points"),
        id="count-and-ranking",
    ),
    pytest.param(
        "How many targets were met in 2030-31 and which regions were rated Good in 2031-32?",
        ("3 of 5", "2 of 4"),
        id="clauses-and-mark",
    ),
]


@pytest.mark.parametrize(("question", "said"), QUESTIONS)
def test_every_part_of_a_question_is_answered(question, said):
    answer = ask(question)
    assert answer.status == "answered"
    assert unsaid(answer.headline, *said) == [], answer.headline
    assert answer.question == question


def test_the_parts_share_the_period_that_the_last_one_names():
    answer = ask("what was (a) QM103 and (b) boats returned in 2030-31")
    assert unsaid(answer.text, "3.1%", "[z]") == []
    assert "2031-32" not in answer.headline


def test_a_part_that_names_no_measure_has_that_of_the_part_before():
    answer = ask("What was (a) QM103 in 2030-31 and (b) its target")
    assert codes(answer.text) == {"QM103"}
    assert unsaid(answer.text, "3.1%", "4.0%", "2030-31") == []


def test_parts_of_one_question_are_no_follow_ups():
    answer = ask("How many targets were met in 2030-31? And how many in 2031-32?")
    assert not any("follow-up" in caveat for caveat in answer.caveats)
    assert any("follow-up" in caveat for caveat in ask("How many targets were met in 2030-31?", "and missed?").caveats)


def test_a_premise_and_its_question_are_no_follow_ups():
    answer = ask("Given that every CRS target was missed in 2031-32, which was worst?")
    assert not any("follow-up" in caveat for caveat in answer.caveats)


def test_what_is_joined_by_and_is_one_question_where_its_halves_are_none():
    answer = ask("Which of North Marsh and South Marsh was rated higher in 2030-31?")
    assert answer.headline.startswith("North Marsh was rated higher")


def test_a_fact_told_before_the_question_is_its_subject():
    headline = ask("QM103 in 2030-31. Was the target met?").headline
    assert headline.startswith("Yes")
    assert unsaid(headline, "3.1%", "4.0%", "2030-31") == []


def test_one_part_unpublished_does_not_hide_the_other():
    answer = ask("What was QM103 in 2040-41? What was QM104 in 2030-31?")
    assert answer.status == "answered"
    assert unsaid(answer.text, "60.0%", "2040-41") == []


def test_a_follow_up_is_about_the_last_part():
    answer = ask("What was (a) QM103 and (b) gardens dug in 2030-31", "and the year after?")
    assert codes(answer.headline) == {"QM104"}
    assert unsaid(answer.headline, "60.5%", "2031-32") == []


SPLITS = [
    pytest.param("what was (a) X, (b) Y and (c) Z?", ["what was X", "what was Y", "what was Z?"], id="lettered"),
    pytest.param("i) one; ii) two", ["one", "two"], id="roman"),
    pytest.param("How was X rated? How many were met?", ["How was X rated?", "How many were met?"], id="sentences"),
    pytest.param("X in 2030-31. Was it met?", ["X in 2030-31.", "Was it met?"], id="told-then-asked"),
    pytest.param("What was X and which was Y?", ["What was X", "which was Y?"], id="clauses"),
    pytest.param("What was X, but how many met it", ["What was X", "how many met it"], id="but"),
]


@pytest.mark.parametrize(("question", "parts"), SPLITS)
def test_the_likeliest_parts_of_a_question(question, parts):
    assert next(splits(question)) == parts


@pytest.mark.parametrize(
    "question",
    [
        "What was QM103?",
        "Was it 1.5 pp up",
        "Which is higher, X or which Y",
        "X and Y in 2030-31",
        "(b) only",
        "(a) only",
    ],
)
def test_a_single_question_has_no_parts(question):
    assert list(splits(question)) == []


@fault(reason="a sentence that asks without a question mark is dropped beside one that has it")
def test_a_request_beside_a_question_is_answered_too():
    assert unsaid(ask("Tell me QM103 in 2031-32. How many targets were met in 2030-31?").text, "4.6%", "3 of 5") == []


PIECES = ("what was", "QM103", "(a) doors", "(b) boats?", "and which", "but how many", "met;", "in 2030-31.", "Is it",
          "or", "between", "i) one", "ii) two", "\n")  # fmt: skip


@given(st.lists(st.sampled_from(PIECES), min_size=1, max_size=9).map(" ".join))
def test_a_split_loses_no_word(question):
    """All but the letters of parts and the words that join them is in one part or another."""
    dropped = {"a", "b", "i", "ii", "and", "but", "or", "then", "also"}
    for parts in splits(question):
        assert len(parts) > 1
        assert words(question) - dropped <= set().union(*map(words, parts))
        assert set().union(*map(words, parts)) <= words(question)


def words(text: str) -> set[str]:
    return set(re.findall(r"\w+", text))


def part(sources: list[int], worked: bool) -> Answer:
    """An answer whose figure stands in these sources, numbered from 1 as they come."""
    publication = bulletins()[0].publication
    citations = tuple(
        Citation(number=n, publication=publication, locator=Locator(publication.id, f"Table {s}"), quote=f"row {s}")
        for n, s in enumerate(sources, 1)
    )
    marks = " ".join(f"[{c.number}]" for c in citations)
    figure = Figure("9", None, f"4 + 5 = 9 {marks}") if worked or not citations else Figure("9", len(citations))
    headline = f"It was 9 {marks}."
    return Answer(question="?", status="answered", headline=headline, text=f"{headline} More {marks}.",
                  citations=citations, figures=(figure,))  # fmt: skip


PARTS = st.lists(st.tuples(st.lists(st.integers(1, 5), unique=True, max_size=3), st.booleans()), min_size=1, max_size=4)


@given(PARTS)
def test_joined_answers_have_every_mark_of_the_source_it_was_of(told):
    answers = [part(sources, worked) for sources, worked in told]
    answer = joined("which?", answers)
    assert [c.number for c in answer.citations] == list(range(1, len({s for sources, _ in told for s in sources}) + 1))
    quotes = {c.number: c.quote for c in answer.citations}
    in_order = [quotes[int(mark)] for mark in re.findall(r"\[(\d+)\]", answer.headline)]
    assert in_order == [f"row {source}" for sources, _ in told for source in sources]
    marks = [mark for f in answer.figures for mark in re.findall(r"\[(\d+)\]", f.working or "")]
    assert {int(mark) for mark in marks} | {f.citation for f in answer.figures if f.citation} <= set(quotes)
    assert answer.question == "which?"


@pytest.mark.parametrize(
    ("statuses", "status"),
    [
        (("not_found", "answered"), "answered"),
        (("not_found", "clarify"), "not_found"),
        (("clarify", "not_found"), "clarify"),
    ],
)
def test_joined_answers_are_an_answer_where_one_of_them_is(statuses, status):
    parts = [Answer(question="?", status=each, headline="So.", text="So.") for each in statuses]
    assert joined("?", parts).status == status
