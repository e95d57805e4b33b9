"""A conversation as Markdown, Word and CSV, read back: everything of every answer, and nothing made of its text."""

import csv
import re
from dataclasses import replace
from io import BytesIO, StringIO

import docx
import pytest
from asking import ask
from markdown_it import MarkdownIt
from ui_fake import ANSWERED, CLARIFY, HOSTILE, HOSTILE_ANSWER, MADE_UP, NOT_FOUND, ROW, TEXT

from assistant.answers import Answer
from assistant.conversations import Conversation, Turn
from assistant.exports.conversation import FIGURES, as_markdown, as_word, figures_csv
from assistant.exports.text import CHANGED
from assistant.turns import Chosen, Question

READER = MarkdownIt("commonmark").enable(["table", "strikethrough"])
ABOUT_ROW = (MADE_UP.title, "31 July 2031", "Table 2, ZZ007", f"“{ROW.quote}”", MADE_UP.url)
ABOUT_TEXT = (MADE_UP.title, "31 July 2031", "paragraph 1.4", f"“{TEXT.quote}”", MADE_UP.url)


def talk(*turns: tuple[str, Answer | str | None], name: str = "Made-up talk") -> Conversation:
    """A conversation of questions, each with its answer, or the sentence that says why there is none."""
    return Conversation("made-up", name, tuple(
        Turn(
            id=str(number), number=number, question=Question(question),
            answer=given if isinstance(given, Answer) else None, problem=given if isinstance(given, str) else "",
        )
        for number, (question, given) in enumerate(turns)
    ))  # fmt: skip


TALK = talk(
    ("How many made-up?", ANSWERED), ("In one region?", NOT_FOUND), ("Which?", CLARIFY),
    ("Broken?", "The store cannot be read. Try again."), ("Left?", None),
)  # fmt: skip
PARTS = (
    "Made-up measure 7 was at 7.9% in England and Wales in 2030-31 [1].",
    "That is 0.4 percentage points more than in 2029-30, and 82.1 below its target [1]. It cost £3 million [2].",
    "It missed its target. [1]",
    "Before you use this", "The definition of this measure changed in June 2030.",
    "How it was worked out", "0.4 percentage points: 7.9 - 7.5 = 0.4 [1]",
    "Sources", "Made-up Bulletin, update to March 2031, Ministry of Examples, 31 July 2031, Table 2, ZZ007", ROW.quote,
    "paragraph 1.4", TEXT.quote, MADE_UP.url,
    "In one region?", NOT_FOUND.headline, "Which?", CLARIFY.options[0],
    "Broken?", "The store cannot be read. Try again.", "Left?", "Not answered.",
)  # fmt: skip


def read_markdown(conversation: Conversation) -> str:
    """The text of the Markdown as a reader sees it."""
    tokens = READER.parse(as_markdown(conversation))
    leaves = [child for token in tokens for child in token.children or [token]]
    return "\n".join(leaf.content for leaf in leaves if leaf.content)


def read_word(conversation: Conversation) -> str:
    return "\n".join(paragraph.text for paragraph in docx.Document(BytesIO(as_word(conversation))).paragraphs)


def read_figures(conversation: Conversation) -> list[tuple[str, ...]]:
    return [*map(tuple, csv.reader(StringIO(figures_csv(conversation).decode("utf-8-sig"), newline="")))]


def places(parts: tuple[str, ...], text: str) -> list[int]:
    """Where each part stands after the one before it; -1 where it does not."""
    found, after = [], 0
    for part in parts:
        found.append(text.find(part, after))
        after = max(after, found[-1])
    return found


@pytest.mark.parametrize("read", [read_markdown, read_word])
def test_everything_of_every_answer_is_there_in_order(read):
    assert -1 not in places(PARTS, read(TALK))


@pytest.mark.parametrize("read", [read_markdown, read_word])
def test_what_was_set_by_hand_is_said(read):
    question = Question("How many made-up?", (Chosen("period", "2029-30"),))
    (turn,) = talk(("", ANSWERED)).turns
    changed = Conversation("made-up", "Made-up talk", (replace(turn, question=question),))
    assert "Asked again with: Period 2029-30" in read(changed)


@pytest.mark.parametrize("read", [read_markdown, read_word])
def test_whose_words_they_are_is_said_or_why_they_are_no_models(read):
    assert "Put into words by made:up_1; each figure was" in read(talk(("?", replace(ANSWERED, model="made:up_1"))))
    assert read(talk(("?", replace(ANSWERED, instead=HOSTILE)))).count(HOSTILE) == 1
    assert "into words" not in read(TALK)


def test_questions_are_headings_beneath_the_name():
    rendered = READER.render(as_markdown(TALK))
    assert re.findall(r"<h1>(.*)</h1>", rendered) == ["Made-up talk"]
    assert re.findall(r"<h2>(.*)</h2>", rendered) == [turn.question.text for turn in TALK.turns]
    document = docx.Document(BytesIO(as_word(TALK)))
    styles = [(p.style.name, p.text) for p in document.paragraphs if p.style.name.startswith(("Title", "Heading 1"))]
    assert styles == [("Title", "Made-up talk"), *(("Heading 1", turn.question.text) for turn in TALK.turns)]
    assert document.core_properties.title == "Made-up talk" and document.core_properties.author == ""


def test_sources_have_the_numbers_of_their_marks():
    rendered = READER.render(as_markdown(talk(("?", ANSWERED))))
    assert [entry[:1] for entry in rendered.partition("<ol>")[2].split("<li>")[1:]] == ["M", "M"]
    assert "1. Made-up Bulletin" in read_word(talk(("?", ANSWERED)))


@pytest.mark.parametrize("read", [read_markdown, read_word])
def test_hostile_text_reads_back_exactly(read):
    text = read(talk((HOSTILE, HOSTILE_ANSWER), (HOSTILE, HOSTILE), name=HOSTILE))
    assert text.count(HOSTILE) > 10


def test_hostile_text_becomes_no_markup_of_markdown():
    rendered = READER.render(as_markdown(talk((f"# {HOSTILE}", HOSTILE_ANSWER), name=f"- {HOSTILE}")))
    assert not re.search(r"<(?:img|script|a|i|b|em|del|blockquote|code|table)\b", rendered)


def test_each_figure_is_a_row_with_its_source_or_its_working():
    head, *rows = read_figures(TALK)
    assert head == FIGURES
    asked = "How many made-up?"
    assert rows == [
        (asked, "7.9%", "", *ABOUT_ROW, ""),
        (asked, "0.4 percentage points", "7.9 - 7.5 = 0.4 [1]", *ABOUT_ROW, ""),
        (asked, "", "", *ABOUT_TEXT, ""),
        ("In one region?", "", "", *ABOUT_ROW, ""),
    ]


def test_what_is_no_longer_so_is_said_before_the_answer_and_beside_each_of_its_figures():
    stale = talk(("How many made-up?", ANSWERED), ("In one region?", NOT_FOUND))

    def outdated(answer: Answer) -> tuple[str, ...]:
        return ("ZZ007 2030-31 is 8.1 now; this answer used 7.9.",) if answer is ANSWERED else ()

    markdown, word = as_markdown(stale, outdated), docx.Document(BytesIO(as_word(stale, outdated)))
    for text in (READER.render(markdown), "\n".join(paragraph.text for paragraph in word.paragraphs)):
        parts = (
            "How many made-up?",
            CHANGED,
            "ZZ007 2030-31 is 8.1 now",
            "Made-up measure 7 was at 7.9%",
            "In one region?",
        )
        assert -1 not in places(parts, text) and text.count(CHANGED) == 1
    rows = csv.reader(StringIO(figures_csv(stale, outdated).decode("utf-8-sig"), newline=""))
    assert [bool(row[-1]) for row in rows] == [True, True, True, True, False]


def test_a_figure_worked_out_from_several_sources_has_a_line_for_each():
    answer = ask("How did QM104 change between 2030-31 and 2031-32?")
    rows = read_figures(talk(("?", answer)))[1:]
    (derived,) = [row for row in rows if row[2] == "60.5 - 60.0 = 0.5 [1] [2]"]
    assert derived[3].split("\n") == [citation.publication.title for citation in answer.citations]
    assert derived[5].split("\n") == ["Table 2, QM104"] * 2
    assert {row[1] for row in rows} == {figure.text for figure in answer.figures}


def test_figures_of_hostile_answers_are_no_formulas():
    rows = read_figures(talk(("=HYPERLINK(1)", HOSTILE_ANSWER)))
    assert all(row[0] == "'=HYPERLINK(1)" for row in rows[1:])
    assert any(HOSTILE in cell for row in rows for cell in row)


def test_a_conversation_without_answers_has_only_the_head():
    assert read_figures(talk(("Left?", None))) == [FIGURES]
