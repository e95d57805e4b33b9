"""Lines become headings, numbered paragraphs, lists, captions, notes. Texts are made up unless named real."""

import os
import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.blocks import Block
from corpus.lines import blocks

LONG = "and so it went on in every area that was asked about it that year"


def shown(text):
    return [(block.kind, block.number, block.text) for block in blocks(text)]


def texts(text):
    return [block.text for block in blocks(text)]


@pytest.mark.parametrize(
    "line",
    [
        pytest.param(f"- **2.5** Staff left, {LONG}.", id="bold-bullet"),
        pytest.param(f"- 2.5 Staff left, {LONG}.", id="bullet"),
        pytest.param(f"2.5 Staff left, {LONG}.", id="bare"),
        pytest.param(f"**2.5** Staff left, {LONG}.", id="bold"),
    ],
)  # fmt: skip
def test_every_spelling_of_a_numbered_paragraph(line):
    assert shown(line) == [("paragraph", "2.5", f"Staff left, {LONG}.")]


def test_whole_numbers_are_cited_with_their_division():
    text = f"Summary\n\n- 1 Staff left, {LONG}.\n\nAppendix One\n\nOur method\n\n1 We asked, {LONG}."
    assert [b.number for b in blocks(text) if b.kind == "paragraph"] == ["Summary 1", "Appendix One 1"]
    assert Block("heading", "Appendix One: Our method", level=1) in blocks(text)


@pytest.mark.parametrize(
    ("marked", "clean"),
    [
        pytest.param("It was 46% in 2018-19.10", "It was 46% in 2018-19.", id="after-a-year-span"),
        pytest.param("It was so in 2023.7", "It was so in 2023.", id="after-a-year"),
        pytest.param("They were on licence.² There are 12.", "They were on licence. There are 12.", id="raised"),
        pytest.param("It was met (Figure 7).14", "It was met (Figure 7).", id="after-a-bracket"),
        pytest.param("It gave support.12", "It gave support.", id="after-a-word"),
        pytest.param("It met 7 of 16.^{1,2}", "It met 7 of 16.", id="latex"),
        pytest.param("It improved[note 2]. More did [footnote 3].", "It improved. More did.", id="brackets"),
        pytest.param("It cost £1.45 billion.", "It cost £1.45 billion.", id="money"),
        pytest.param("It rose by 23.3pp.", "It rose by 23.3pp.", id="points"),
        pytest.param("It took 13.2 days, up from 8.9", "It took 13.2 days, up from 8.9", id="decimals"),
        pytest.param("The code SL015 stays.", "The code SL015 stays.", id="code"),
        pytest.param("It cost £2023.50 a day.", "It cost £2023.50 a day.", id="money-like-a-year"),
        pytest.param("It met the target. 12 CRCs did not.", "It met the target. 12 CRCs did not.", id="sentence"),
        pytest.param("It is 5 m² wide.", "It is 5 m² wide.", id="square-metres"),
    ],
)
def test_marks_of_footnotes_go_and_figures_stay(marked, clean):
    assert texts(f"1.1 {marked}") == [clean]


def test_a_mark_before_a_sentence_goes_where_its_footnote_follows():
    text = "1.1 They serve women. 1 HMPPS pays.\n\n¹ Since 2021.\n\n1.2 They met it. 12 CRCs did not."
    assert texts(text) == ["They serve women. HMPPS pays.", "Since 2021.", "They met it. 12 CRCs did not."]


def test_footnotes_between_paragraphs_are_notes():
    text = f"1.1 It fell.\n\n1.2 It rose.¹\n\n¹ Data are {LONG}.\n\n2 Others are {LONG}.\n\n1.3 It held."
    notes = [(b.number, b.text) for b in blocks(text) if b.kind == "note"]
    assert notes == [("footnote 1", f"Data are {LONG}."), ("footnote 2", f"Others are {LONG}.")]


def test_a_sentence_cut_by_a_heading_is_joined_and_the_heading_stays():
    text = "2.1 It gave\n\nHow staff are counted\n\nplaces to those who need them.\n\n2.2 It held."
    assert shown(text) == [
        ("paragraph", "2.1", "It gave places to those who need them."),
        ("heading", "", "How staff are counted"),
        ("paragraph", "2.2", "It held."),
    ]


def test_of_a_drawing_only_whole_sentences_are_kept():
    whole = "The officer sees each person at least once in every month of the order."
    text = (
        "1.1 It is so.\n\nFigure 3\n\nStaff by grade\n\n"
        "Staff numbers rose by a fifth over the whole period shown\n\n"
        f"2022\n\nSenior\n\n{whole}\n\n- Others\n\nNotes\n\n- 1 Trainees count.\n- Leavers do not.\n\n"
        "Source: Sample Office\n\n1.2 It held."
    )
    assert [(b.kind, b.number, b.of, b.text) for b in blocks(text)][1:-1] == [
        ("caption", "Figure 3", "", "Staff by grade"),
        ("caption", "Figure 3", "", "Staff numbers rose by a fifth over the whole period shown"),
        ("note", "", "Figure 3", whole),
        ("note", "note 1", "Figure 3", "Trainees count."),
        ("note", "", "Figure 3", "Leavers do not."),
        ("caption", "Figure 3", "", "Source: Sample Office"),
    ]


def test_words_that_fell_out_of_a_drawing_are_dropped():
    words = ["The officer", "absences as well as", "missing meetings", "the rules of", "breach of licence,"]
    fragments = "\n\n".join(words)
    assert texts(f"1.1 It is so.\n\n{fragments}\n\n1.2 It held.") == ["It is so.", "It held."]


def test_front_matter_ends_where_the_contents_list_says():
    text = (
        "Report\n\nCopying is allowed.\n\nContents\n\nSummary 4\n\nPart One\n\nHow it went 7\n\n"
        "Appendix One\n\n"
        "Our method 20\n\nWrite to us.\n\nSummary\n\n"
        "1 Staff left. And so it went on in every area that year.\n\n"
        "Part One\n\nHow it went\n\n1.1 It fell.\n\nISBN: 000-0-00-000000-0"
    )
    assert texts(text) == [
        "Summary",
        "Staff left. And so it went on in every area that year.",
        "Part One: How it went",
        "It fell.",
    ]


def test_key_facts_that_run_on_are_parted_and_one_without_its_figure_is_dropped():
    text = (
        "Key facts\n\n£1.2bn\n\ncost of the service in 2023-24 41,540\n\nnumber of people in its care\n\n"
        "24 percentage point fall in targets met since July 2021 to\n\nMarch 2022\n\n"
        "average number of units, out of 80\n\nSummary\n\n"
        "1 Staff left. And so it went on in every area that year."
    )
    assert [b.text for b in blocks(text) if b.kind == "keyfact"] == [
        "£1.2bn cost of the service in 2023-24",
        "41,540 number of people in its care",
        "24 percentage point fall in targets met since July 2021 to March 2022",
    ]


@pytest.mark.parametrize(
    "row",
    [
        f"2 of 9 areas were ‘good’ | The scorecard shows that only 2 of 9 are, {LONG}. | |",
        f"2 of 9 areas were ‘good’ The scorecard shows that only 2 of 9 are, {LONG}.\n"
        f"Services got better this year On a national level they improved, {LONG}.",
    ],
    ids=["pipes", "flattened"],
)
def test_a_main_point_is_its_claim_and_its_explanation(row):
    found = shown(f"1. Main points\n\n{row}\n\nThat is all.\n\nIt is so.\n\nIt was so.")
    assert found[1:3] == [
        ("paragraph", "", "2 of 9 areas were ‘good’"),
        ("item", "", f"The scorecard shows that only 2 of 9 are, {LONG}."),
    ]


def test_footnotes_listed_at_the_end_hold_what_is_nested_in_them():
    text = (
        "1. Main points\n\nIt fell[footnote 1].\n\n2. More\n\nIt rose.\n\n"
        "  1. Who may join\n\n    It applies to:\n\n"
        "    - people on licence\n    • others\n\n  2. Only areas asked."
    )
    notes = [(b.number, b.text) for b in blocks(text) if b.kind == "note"]
    assert notes == [
        ("footnote 1", "Who may join"),
        ("footnote 1", "It applies to:"),
        ("footnote 1", "people on licence"),
        ("footnote 1", "others"),
        ("footnote 2", "Only areas asked."),
    ]


def test_notes_in_brackets_are_the_texts_or_each_tables_own():
    once = "Table 1: Areas\n\n[note 1] Without Northshire.\n\nTable 2: Staff\n\n[note 2] With trainees."
    again = once.replace("note 2", "note 1")
    assert [b.of for b in blocks(once) if b.kind == "note"] == ["", ""]
    assert [b.of for b in blocks(again) if b.kind == "note"] == ["Table 1", "Table 2"]


def test_a_statement_of_the_library_says_its_place():
    assert blocks("# Part One\n\nStaff fell by 3%. [paragraph 2.6]")[-1] == Block(
        "paragraph", "Staff fell by 3%.", place="paragraph 2.6"
    )


def test_a_written_question_is_question_and_answer():
    text = (
        "Sample\n\n(asked on 3rd May 2030) - View Source\n\nQuestion to the Ministry of Samples:\n\n"
        "How many are there?\n\n"
        "Answered by\nJo Sample Portrait\nJo Sample\nMinister\nThis question was answered on 9th May 2030\n\n"
        "There are 12 of them.\n\nNotes\n\n  • Counted by hand.\n\nLoading"
    )
    found = shown(text)
    assert ("heading", "", "Question") in found
    assert ("item", "", "How many are there?") in found
    assert found[found.index(("heading", "", "Answer")) + 1 :] == [
        ("paragraph", "", "Answered by"),
        ("item", "", "Jo Sample"),
        ("item", "", "Minister"),
        ("item", "", "This question was answered on 9th May 2030"),
        ("paragraph", "", "There are 12 of them."),
        ("note", "", "Counted by hand."),
        ("heading", "", "Loading"),
    ]


def test_a_bullet_that_may_have_lost_its_number_is_not_given_one():
    lost = f"Staff left. The rate rose, {LONG}."
    text = f"1.1 It fell, {LONG}.\n- {lost}\n- 1.3 It held, {LONG}."
    assert shown(text)[1] == ("paragraph", "", lost)
    assert shown(text.replace("1.3", "1.2"))[1] == ("item", "1.1", lost)


def test_text_after_a_list_goes_on_with_its_paragraph():
    text = "1.1 It aims to:\n\n- do more; and\n- do it well.\n\nIt also aims to last.\n\n1.2 It held."
    assert [b.number for b in blocks(text)] == ["1.1", "1.1", "1.1", "1.1", "1.2"]


@pytest.mark.parametrize(
    "garbled",
    [
        "The share of staff who do not the share of staff who do not the share of staff who fell.",
        "It is 5\ufffd of all.",
    ],
    ids=["stutter", "lost-character"],
)
def test_what_was_garbled_is_dropped(garbled):
    assert texts(f"1.1 It fell.\n\n1.2 {garbled}\n\n1.3 It held.") == ["It fell.", "It held."]


def test_a_pound_sign_hidden_in_latex_is_mended():
    assert texts(r"1.1 It spent $\mathfrak{L}1.45$ billion.") == ["It spent £1.45 billion."]


ODD = (
    "Figure 1|Figure 1 continued|Table 2: Areas|Notes|Source: Us|- 1 One|- |¹|1.1 It fell.|Part One|Contents"
    "|Key facts|Summary 4|[note 1] x|  1. Foot|is cut|Answered by|£5|\t|#"
)
PIECES = st.sampled_from([*ODD.split("|"), "a | b |", "[x]"])


@given(st.lists(st.tuples(PIECES, st.sampled_from(["\n", "\n\n"])), max_size=14))
def test_no_text_is_too_odd_to_read(pieces):
    found = blocks("".join(piece + end for piece, end in pieces))
    assert all(block.text == block.text.strip() != "" and "\n" not in block.text for block in found)


@pytest.fixture
def publications():
    if not os.environ.get("PUBLICATIONS"):
        pytest.skip("PUBLICATIONS names no folder of the real texts")
    return Path(os.environ["PUBLICATIONS"])


def test_numbered_paragraphs_of_the_real_report(publications):
    found = blocks((publications / "nao-probation-service-2025.txt").read_text(encoding="utf-8"))
    numbers = [b.number for b in found if b.kind == "paragraph" and re.fullmatch(r"\d\.\d+", b.number)]
    firsts = list(dict.fromkeys(numbers))
    expected = [f"1.{n}" for n in range(1, 23) if n != 7] + [f"2.{n}" for n in range(1, 22)]
    assert firsts == expected + [f"3.{n}" for n in range(1, 18)]
    assert {f"Figure {n}" for n in range(1, 16)} == {b.number for b in found if b.kind == "caption"}


def test_no_mark_stays_on_a_word_of_a_real_text(publications):
    for path in publications.glob("[cnw]*.txt"):
        for text in texts(path.read_text(encoding="utf-8")):
            assert not re.search(r"[⁰¹²³⁴-⁹]|\[(?:foot)?note|[a-z)]\.\d{1,2}(?=\s|$)|\$", text), (
                path.name,
                text,
            )
