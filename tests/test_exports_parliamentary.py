"""Answers in the layout of a parliamentary answer: every digit from the answers or what they cite, each note once."""

import re
from dataclasses import replace
from io import BytesIO

import docx
import pytest
from asking import ask, ask_library
from made_up import assistant_of, bulletins
from markdown_it import MarkdownIt
from ui_fake import CLARIFY, HOSTILE, HOSTILE_ANSWER, MADE_UP, NOT_FOUND, ROW, TABLE, TEXT

from assistant.answers import Answer
from assistant.asides import SUMMARISED, TOGETHER, is_aside
from assistant.exports.parliamentary import NOTES, TITLE, ParliamentaryAnswer, lay_out
from corpus.library import documents
from corpus.models import Document

DIGITS = re.compile(r"\d+")
QUESTIONS = (
    "Did the Probation Service hit its target on housing on release in 2024-25?",
    "How did housing on release change between 2023-24 and 2024-25?",
    "Which service levels missed their target in 2024-25?",
    "Which measure improved the most in 2024-25?",
    "What was SL028 in 2024-25?",
    "What was SL007 in 2024-25?",
    "Was unpaid work completion 70% in 2024-25?",
    "Compare SL012 and SL014 in 2024-25",
    "Did CRS SL005 meet its target in 2023-24 and 2024-25?",
    "What rating did Wales get in 2023-24 and 2024-25?",
    "Which regions were rated Good in 2024-25?",
    "Which regions moved up a rating between 2023-24 and 2024-25?",
    "What are the thresholds for the ratings?",
    "What does [x] mean?",
    "What is the average caseload of a probation officer?",
    "How many people are on probation?",
    "What was housing on release in London in 2024-25?",
)


def laid(*answers: Answer, held: tuple[Document, ...] = ()) -> ParliamentaryAnswer:
    return lay_out(answers, held)


def asked(*questions: str) -> ParliamentaryAnswer:
    return lay_out([ask(question) for question in questions], bulletins())


def of(text: str, **more: object) -> Answer:
    return replace(NOT_FOUND, status="answered", headline=text, text=text, citations=(ROW, TEXT), **more)


def is_part(some: list[str], whole: list[str]) -> bool:
    """Whether some follow one another in a whole, others perhaps between them."""
    rest = iter(whole)
    return all(one in rest for one in some)


@pytest.mark.parametrize("question", QUESTIONS)
def test_sentences_say_the_figures_of_the_answer_in_their_order(question):
    answer = ask_library(question)
    said = re.sub(r"\s*\[\d+\]", "", answer.text)
    assert is_part(DIGITS.findall(" ".join(laid(answer, held=documents()).paragraphs)), DIGITS.findall(said))


@pytest.mark.parametrize("question", QUESTIONS)
def test_cells_are_those_of_cited_rows_or_name_their_period_or_place(question):
    answer = ask_library(question)
    places = {(c.table.locator.publication, row) for c in answer.citations if c.table for row in c.rows}
    printed = {cell for c in answer.citations if c.table for row in c.rows for cell in c.table.rows[row]}
    held = [o for document in documents() for o in document.observations]
    named = {o.period.label for o in held} | {o.area for o in held} | {o.label for o in held}
    tables = laid(answer, held=documents()).tables
    assert all(cell in printed | named for table in tables for row in table.rows for cell in row)
    assert all(len(row) == len(table.headers) for table in tables for row in table.rows)
    assert sum(len(table.rows) for table in tables) <= len(places)


@pytest.mark.parametrize("question", QUESTIONS)
def test_digits_of_notes_and_titles_are_those_of_what_is_cited(question):
    answer = ask_library(question)
    done = laid(answer, held=documents())
    known = list(answer.caveats)
    for citation in answer.citations:
        published = citation.publication.published
        known += [citation.publication.title, citation.publication.url, str(citation.locator)]
        known += [f"{published.day} {published.year}"] if published else []
        if citation.table:
            known += [citation.table.title, *(note.text for note in citation.table.notes)]
    known += [o.period.label for document in documents() for o in document.observations]
    found = set(DIGITS.findall(" ".join([*done.notes, *(table.title for table in done.tables)])))
    assert found <= set(DIGITS.findall(" ".join(known)))


@pytest.mark.parametrize("question", QUESTIONS)
def test_nothing_is_left_of_marks_signs_or_remarks_to_the_asker(question):
    done = laid(ask_library(question), held=documents())
    assert done.paragraphs and done.notes
    for sentence in done.paragraphs:
        assert re.search(r"[.!?:;…]['’”)]*$", sentence)
        assert not re.search(r"\[\d+\]|\*\*|^- |^(?:Yes|No)\b", sentence)
    assert not any(is_aside(note) or re.match(r"(?:Foot)?note \d", note, re.I) for note in done.notes)
    assert len(set(done.notes)) == len(done.notes)
    assert done.notes[-1].startswith("Source: ")


def test_a_follow_up_is_not_said_to_be_one():
    answer = ask("What was QM101 in 2031-32?", "And QM102?")
    assert any(is_aside(caveat) for caveat in answer.caveats)
    assert not any("follow-up" in note for note in laid(answer, held=bulletins()).notes)


def test_one_row_stands_in_a_table_with_its_own_headings():
    (table,) = asked("What was QM104 in 2031-32?").tables
    assert table.title == (
        "From Table 2, Made-up Performance Annual, update to March 2032: Probation Service Performance of all service "
        "levels, April 2031 to March 2032"
    )
    assert table.headers[:3] == ("Performance Measure", "Period Covered", "Performance (%)")
    assert table.rows == (("QM104 - Gardens dug", "Apr 2031 to Mar 2032", "60.5", "60.0", "0.5pp"),)


def test_two_editions_of_a_measure_stand_in_one_table_by_period():
    (table,) = asked("How did QM104 change between 2030-31 and 2031-32?").tables
    assert table.headers == (
        "Performance Measure", "Period Covered", "Performance (%)", "Target (%)",
        "Percentage point change from previous year",
    )  # fmt: skip
    assert table.rows == (
        ("QM104 - Gardens dug", "2030-31", "60.0", "60.0", "0.0pp"),
        ("QM104 - Gardens dug", "2031-32", "60.5", "60.0", "0.5pp"),
    )
    assert table.title.endswith(": England and Wales")


def test_two_editions_of_ratings_stand_in_one_table_with_what_each_rating_is_called():
    (table,) = asked("What was North Marsh rated in 2030-31 and 2031-32?").tables
    assert table.rows == (("North Marsh", "2030-31", "4", "Outstanding"), ("North Marsh", "2031-32", "3", "Good"))


def test_rows_of_different_shapes_and_services_stand_in_tables_of_their_own():
    done = asked(
        "What was QM104 in 2031-32?", "What was CRS QM101 in 2031-32?", "What was Upper Dale rated in 2031-32?"
    )
    assert [table.title.split(",")[0] for table in done.tables] == ["From Table 2", "From Table 3", "From Table 1"]
    assert [len(table.rows) for table in done.tables] == [1, 1, 1]


def test_a_list_whose_figures_stand_in_the_table_is_left_to_it():
    answer = ask("Which measures missed their target in 2031-32?")
    done = laid(answer, held=bulletins())
    assert answer.text.count("\n- ") == 5 and len(done.paragraphs) == 1
    assert [row[0][:6] for row in done.tables[0].rows] == ["QM101 ", "QM103 ", "QM105S", "QM106 ", "QM107b"]


def test_a_list_stays_where_the_table_also_has_rows_that_it_does_not_name():
    answer = ask("Which measures missed their target in 2031-32?")
    done = laid(answer, ask("What was QM104 in 2031-32?"), held=bulletins())
    assert len(done.tables[0].rows) == 6
    assert len(done.paragraphs) > 5


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        pytest.param("Two did [2].\n\n- ZZ007: 7.9 against 90.0 [1]\n- ZZ007 again: 7.9 [1]", False, id="in-the-table"),
        pytest.param("Two did [2].\n\n- ZZ007: 7.9 against 90.0 [1]\n- Short by 82.1 [1]", True, id="worked-out"),
        pytest.param("Two did [2].\n\n- ZZ007: 7.9 [1]\n- It cost £3 million [2]", True, id="of-prose"),
        pytest.param("Two did [2].\n\n- ZZ007: 7.9\n- ZZ008: 8.9", True, id="without-a-source"),
        pytest.param("Two did [2].\n\n- ZZ007 rose [1]\n- ZZ007 was 7.9 [1]", True, id="without-a-figure"),
        pytest.param("These did [2]:\n\n- ZZ007: 7.9 [1]", True, id="led-in"),
    ],
)
def test_a_list_is_left_to_the_table_only_where_it_says_no_more(text, kept):
    assert ("ZZ007" in " ".join(laid(of(text)).paragraphs)) is kept


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        pytest.param("No: ZZ007 was 7.9% [1].", "ZZ007 was 7.9%.", id="no"),
        pytest.param("Yes, rounded: ZZ007 was 7.9% [1].", "ZZ007 was 7.9%.", id="rounded"),
        pytest.param("No, in percentage points and not percent: it rose [1].", "It rose.", id="points"),
        pytest.param("That is not what is published: ZZ007 fell [1].", "ZZ007 fell.", id="wrong"),
        pytest.param("In part: one met it: ZZ007 [1].", "One met it: ZZ007.", id="in-part"),
        pytest.param("No, the thresholds changed: 7 [1].", "The thresholds changed: 7.", id="no-the"),
        pytest.param("No measure improved: none [1].", "No measure improved: none.", id="no-measure"),
        pytest.param("No: one fell [1]. Yes: one rose [2].", "One fell. One rose.", id="two-replies"),
        pytest.param("“No: never.” (Made-up, 1) [2]", "“No: never.” (Made-up, 1).", id="in-a-quote"),
        pytest.param("It was **7.9%** [1], they say [x].", "It was 7.9%, they say [x].", id="bold-and-symbol"),
        pytest.param("Is it known? [2]", "Is it known?", id="question"),
        pytest.param(
            "It rose. (Made-up Bulletin, update to March 2031, paragraph 1.4) [2]",
            "It rose (Made-up Bulletin, update to March 2031, paragraph 1.4).",
            id="where-it-is-said",
        ),
    ],
)
def test_sentences_lose_marks_signs_and_replies_and_nothing_else(text, sentence):
    assert laid(of(text)).paragraphs == (sentence,)


def test_notes_run_from_definition_to_source():
    done = asked("What was QM103 in 2031-32?", "What was QM105S in 2031-32?", "What was QM101 in 2031-32?")
    starts = [re.sub(r"\W.*", "", note) for note in done.notes]
    assert "a decrease in it is positive" in " ".join(done.notes)
    assert "Performance years run from April to March." in done.notes
    assert "[x] marks: Not applicable or Not available." in done.notes
    assert done.notes.index("Performance years run from April to March.") > 0
    assert starts[-1] == "Source" and starts.count("Source") == 1


def test_a_source_note_gives_publisher_day_table_and_address():
    answer = of("It was 7.9% [1] at a cost of £3 million [2].")
    assert laid(answer).notes == (
        "Made-up: counted from June.",
        "Performance years run from April to March.",
        "Source: Made-up Bulletin, update to March 2031 (Ministry of Examples, 31 July 2031): Table 2 and paragraph "
        "1.4.\nhttps://example.invalid/made-up",
    )


def test_a_caveat_that_is_a_note_of_the_row_is_said_once_and_without_its_number():
    answer = of("It was 7.9% [1].", caveats=("Note 1: Made-up: counted from June.", "Rounded elsewhere [2].", TOGETHER))
    notes = laid(answer).notes
    assert [note for note in notes if "counted" in note] == ["Made-up: counted from June."]
    assert "Rounded elsewhere." in notes and TOGETHER not in notes


def test_the_same_answer_twice_says_and_notes_everything_once():
    once, twice = (laid(*[of("It was 7.9% [1].", caveats=(SUMMARISED, "Rounded."))] * n) for n in (1, 2))
    assert once == twice


def test_an_answer_that_asks_which_is_meant_says_nothing():
    assert laid(CLARIFY) == ParliamentaryAnswer((), (), ()) == laid()


def test_an_answer_from_a_publication_no_longer_held_keeps_its_rows_and_notes():
    (table,) = laid(of("It was 7.9% [1]."), held=bulletins()).tables
    assert table.rows == (TABLE.rows[6],)


def test_a_figure_printed_once_more_elsewhere_has_no_table_of_its_own():
    answer = ask_library("Was unpaid work completion 70% in 2024-25?")
    assert len({citation.publication.id for citation in answer.citations if citation.table}) == 2
    assert len(laid(answer, held=documents()).tables) == 1


def test_the_assistant_lays_out_its_answers_by_what_it_holds(tmp_path):
    assistant = assistant_of(tmp_path, bulletins())
    done = assistant.parliamentary([assistant.ask(["What was QM105S in 2031-32?"])])
    assert done.tables and "[x] marks: Not applicable or Not available." in done.notes


def test_copied_text_has_tabs_between_cells_and_numbered_notes():
    text = asked("What was QM104 in 2031-32?").as_text()
    assert "\nQM104 - Gardens dug\tApr 2031 to Mar 2032\t60.5\t60.0\t0.5pp\n\nNotes\n1. " in text
    assert text.startswith("Gardens dug (QM104) was 60.5%")


def test_markdown_and_word_hold_the_same():
    done = asked("What was QM104 in 2031-32?")
    document = docx.Document(BytesIO(done.as_word()))
    paragraphs = [paragraph.text for paragraph in document.paragraphs]
    assert paragraphs == [
        TITLE, *done.paragraphs, done.tables[0].title, NOTES,
        *(f"{number}. {note}" for number, note in enumerate(done.notes, start=1)),
    ]  # fmt: skip
    (table,) = document.tables
    assert [tuple(cell.text for cell in row.cells) for row in table.rows] == [
        done.tables[0].headers, *done.tables[0].rows
    ]  # fmt: skip
    read = MarkdownIt("commonmark").enable("table").render(done.as_markdown())
    assert read.count("<tr>") == 2 and read.count("<h1>") == read.count("<h2>") == read.count("<ol>") == 1
    assert read.count("<li>") == len(done.notes)


def test_hostile_text_reads_back_exactly():
    done = laid(HOSTILE_ANSWER)
    assert done.paragraphs[0] == f"{HOSTILE}."
    document = docx.Document(BytesIO(done.as_word()))
    assert document.paragraphs[1].text == f"{HOSTILE}."
    assert [cell.text for cell in document.tables[0].rows[1].cells] == [HOSTILE, HOSTILE]
    read = MarkdownIt("commonmark").enable(["table", "strikethrough"]).render(done.as_markdown())
    assert not re.search(r"<(?:img|script|a|i|em|del|blockquote|code)\b", read)
    assert HOSTILE in done.as_text()
    assert MADE_UP.url not in done.as_text()
