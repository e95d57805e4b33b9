"""Columns: sentences whole again, footnotes and their marks apart, nothing joined that does not belong.

The texts here are made up; the last tests read the real report, where PUBLICATIONS names its folder.
"""

import re
import textwrap
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from corpus.blocks import Block
from corpus.columns import blocks, is_columns

SYLLABLES = ("ba", "ke", "lin", "mo", "sur", "te", "ven", "dul")

SCRAPS = (
    "Figure 1",
    "Figure 2: It",
    "1\u2003 Note",
    "2  Note",
    "Word",
    "word1",
    "of",
    "12%",
    "7",
    "• ",
    "a",
    "m",
    "(",
    "“",
)
SCRAPS += (
    ".",
    "-",
    "–",
    "* ",
    "https://example.org/",
    "\ufffd",
    "\u2003",
    "/",
    "Example 1",
    "2016/2017",
    ";",
    ":",
    "Yes No",
)


def texts(found: list[Block], kind: str = "paragraph") -> list[str]:
    return [block.text for block in found if block.kind == kind]


def word(number: int) -> str:
    """A made-up word, another for each number."""
    return "".join(SYLLABLES[int(digit)] for digit in f"{number + 8:o}")


def wrapped(text: str, trailing: str = " ") -> list[str]:
    return [line + trailing for line in textwrap.wrap(text, 30, break_on_hyphens=False)]


@st.composite
def paragraphs(draw: st.DrawFn) -> list[str]:
    """Paragraphs of sentences of made-up words and figures, no run of words twice."""
    figures = st.sampled_from(["", "", "", "4,138", "37.2%", "(2016)", "2016/2017", "£1.5"])
    made = []
    number = draw(st.integers(0, 400))
    for lengths in draw(st.lists(st.lists(st.integers(5, 12), min_size=1, max_size=4), min_size=1, max_size=6)):
        sentences = []
        for length in lengths:
            words = [f"{word(number + n)} {draw(figures)}".strip() for n in range(length)]
            number += length
            sentences.append(f"{' '.join(words).capitalize()} {word(number)}.")
            number += 1
        made.append(" ".join(sentences))
    return made


@settings(max_examples=40)
@given(paragraphs(), st.sampled_from([" ", ""]))
def test_wrapped_paragraphs_come_back_whole(made: list[str], trailing: str) -> None:
    text = "\n\n".join("\n".join(wrapped(paragraph, trailing)) for paragraph in made)
    assert texts(blocks(text)) == made


@settings(max_examples=40)
@given(paragraphs(), st.data())
def test_a_paragraph_cut_by_a_column_comes_back_whole(made: list[str], data: st.DataObject) -> None:
    stretches = []
    for paragraph in made:
        lines = wrapped(paragraph)
        places = [n for n in range(1, len(lines)) if lines[n][0].islower()]
        if places:
            lines.insert(data.draw(st.sampled_from(places)), "")
        stretches.append("\n".join(lines))
    assert texts(blocks("\n\n".join(stretches))) == made


# A line that runs on ends in a blank, written ~ here.
CUT = """\
 Waiting times

The number of people waiting~
rose to 412. Most of them live~
in towns, and all had asked for~
help in 2015/20161 or in the~
spring before. This was largely~

1\u2003 Count at the end of March 2016.~
Source: Sample Agency, https://www.
example.org/waiting-
times/2016
2\u2003 Sample survey of 40 towns.

because offices2 closed, and was~
not foreseen.~
""".replace("~", " ")


def test_a_footnote_is_cut_out_and_its_mark_taken_off() -> None:
    found = blocks(CUT)
    assert texts(found) == [
        "The number of people waiting rose to 412. Most of them live in towns, and all had asked for help in"
        " 2015/2016 or in the spring before. This was largely because offices closed, and was not foreseen."
    ]
    assert [(block.number, block.text) for block in found if block.kind == "note"] == [
        (
            "footnote 1",
            "Count at the end of March 2016. Source: Sample Agency, https://www.example.org/waiting-times/2016",
        ),
        ("footnote 2", "Sample survey of 40 towns."),
    ]


@pytest.mark.parametrize(
    ("printed", "read"),
    [
        pytest.param("rose to 5171. Most", "rose to 517. Most", id="thousands-have-commas-so-the-end-is-a-mark"),
        pytest.param("of 78%1). Most", "of 78%). Most", id="after-percent"),
        pytest.param("in 20161. Most", "in 2016. Most", id="after-a-year"),
        pytest.param("twice1 on it. Most", "twice on it. Most", id="after-a-word"),
        pytest.param("to manage 1. Most", "to manage. Most", id="apart-before-a-full-stop"),
        pytest.param("said so”.1 Most", "said so”. Most", id="after-a-quotation"),
    ],
)
def test_marks_of_many_shapes(printed: str, read: str) -> None:
    text = f"The figure {printed} of it is \nknown to those who asked. \n\n1\u2003 Sample Agency, 2017.\n"
    assert texts(blocks(text)) == [f"The figure {read} of it is known to those who asked."]


def test_a_figure_that_may_end_in_a_mark_is_not_quoted() -> None:
    text = (
        "There were 431 people waiting \nin the town. All of them came \nback in the spring to ask. \n\n"
        "1\u2003 Sample Agency, 2017.\n\nThe offices2 are closed now. \n\n2\u2003 Sample Agency, 2018.\n"
    )
    assert texts(blocks(text)) == [
        "All of them came back in the spring to ask.",
        "The offices are closed now.",
    ]


def test_numbered_headings_are_no_footnotes() -> None:
    text = (
        "1  Purpose\n\nThe office was opened to help \npeople who wait for it. \n\n"
        "2  Method\n\nWe asked those who came in \nwhat they had waited for. \n"
    )
    assert texts(blocks(text), "note") == []


def test_margin_words_page_numbers_and_link_lists_are_furniture() -> None:
    text = (
        "The offices are open, and the \npeople who come find help. sum\n\nm\na\n\nry\n\nhttps://example.org/a\n"
        "https://example.org/a\n\n\n12\n\na\nn\n\nnu\n\na\nl\n\nMost of them came back later. \n"
    )
    assert texts(blocks(text)) == [
        "The offices are open, and the people who come find help.",
        "Most of them came back later.",
    ]


BODY = "Offices that stay open late help more people who work, and cost no more to run than the others do."


def test_a_pull_quote_is_dropped_and_the_sentence_it_cuts_goes_on() -> None:
    text = (
        "\n".join(wrapped(f"{BODY} We asked why this is so in many"))
        + "\n\n" + "\n".join(textwrap.wrap(BODY, 22)) + "\n\ntowns, and were told the same. \n"
    )  # fmt: skip
    assert texts(blocks(text)) == [f"{BODY} We asked why this is so in many towns, and were told the same."]


def test_a_pull_quote_with_another_figure_is_no_copy() -> None:
    text = (
        "Almost 412 people waited for a \nplace in one of the offices. \n\n"
        "Almost 512 people waited for a \nplace in one of the offices. \n"
    )
    assert len(texts(blocks(text))) == 2


def test_pages_in_the_wrong_order_are_swapped() -> None:
    text = (
        " The office is open, and those \nwho come to it are met by the \n"
        " Costs have risen for all of \nthe offices, and this is due to \n"
        " staff who know the town well. \nNobody has to wait for long. \n"
        " higher rents in the centre of \nthe towns that they serve. \n"
    )
    assert texts(blocks(text)) == [
        "The office is open, and those who come to it are met by the staff who know the town well."
        " Nobody has to wait for long.",
        "Costs have risen for all of the offices, and this is due to higher rents in the centre of"
        " the towns that they serve.",
    ]


def test_headings_with_and_without_a_gap() -> None:
    text = (
        " Opening \nhours and \nstaff \nThe offices are open when the \npeople who need them are free. \n\n"
        "Late evenings\n\nTwo offices stay open late on \nThursdays, to help those who \nwork. \n"
    )
    found = [(block.kind, block.text) for block in blocks(text)]
    assert found == [
        ("heading", "Opening hours and staff"),
        ("paragraph", "The offices are open when the people who need them are free."),
        ("heading", "Late evenings"),
        ("paragraph", "Two offices stay open late on Thursdays, to help those who work."),
    ]
    large, small = (block.level for block in blocks(text) if block.kind == "heading")
    assert large < small


def test_a_title_between_two_halves_of_a_sentence_is_the_pages() -> None:
    text = (
        " The offices are open, and the \npeople who come to them, most \nof whom are out of work and \n"
        "live in towns nearby, will find \n\nOffices and people\n"
        " help with all they ask about. \nMost of them came back later. \n"
    )
    assert [(block.kind, block.text) for block in blocks(text)] == [
        ("heading", "Offices and people"),
        (
            "paragraph",
            "The offices are open, and the people who come to them, most of whom are out of work and live"
            " in towns nearby, will find help with all they ask about. Most of them came back later.",
        ),
    ]


def test_key_facts_are_numbers_with_what_they_count() -> None:
    text = (
        " Offices\n\n2,718 \n\nNumber of people asked\n\n21\nNumber of offices\n\n"
        "38.1% \nShare who waited (April – \n\nJune 2016)\n"
    )
    assert texts(blocks(text), "keyfact") == [
        "2,718 Number of people asked",
        "21 Number of offices",
        "38.1% Share who waited (April – June 2016)",
    ]
    assert texts(blocks(text), "heading") == ["Offices"]


TABLE = """\
Figure 3 % yes

Was help given?

All~
people

In~
towns

Housing 58% 57%

Work, training and health 56% 44%

Money owed to shops and others (including family)

24% -

The picture is much the same in~
all of the towns we went to.~
""".replace("~", " ")


def test_rows_go_with_their_caption_and_columns() -> None:
    found = [block for block in blocks(TABLE) if block.kind == "caption"]
    assert [block.text for block in found] == [
        "Figure 3 % yes Was help given?",
        "Housing: All people 58%, In towns 57%",
        "Work, training and health: All people 56%, In towns 44%",
        "Money owed to shops and others (including family): All people 24%, In towns -",
    ]
    assert {block.number for block in found} == {"Figure 3"}


def test_rows_whose_columns_are_not_sure_stay_as_printed() -> None:
    found = blocks(TABLE.replace("All \npeople\n\n", "All \n\npeople\n\nasked\n\n"))
    assert "Work, training and health 56% 44%" in texts(found, "caption")


def test_a_charts_labels_and_values_are_left_out() -> None:
    text = (
        "The offices were asked whether \nthose who came had waited and \n\n"
        "75% \n\n25% \n\n0% 20% 40% 60%\n\nTowns\n\n"
        "Did people who came have to wait \nfor help?\n\nYes No\n\nFigure 4: Waiting in towns\n\n"
        "what they thought of it. Few of \nthem had an answer to this. \n"
    )
    assert [(block.kind, block.text) for block in blocks(text)] == [
        (
            "paragraph",
            "The offices were asked whether those who came had waited and what they thought of it."
            " Few of them had an answer to this.",
        ),
        ("caption", "Figure 4: Waiting in towns"),
    ]


def test_numbered_paragraphs_are_cited_by_their_number() -> None:
    text = (
        "2.9 The offices are open to all \nwho ask for help. \n\n"
        "2.10 Most of those who come live \nin the town, and \n\n"
        "14 of them came from elsewhere. \n"
    )
    assert [(block.number, block.text) for block in blocks(text)] == [
        ("2.9", "The offices are open to all who ask for help."),
        ("2.10", "Most of those who come live in the town, and 14 of them came from elsewhere."),
    ]


def test_a_sentence_that_never_goes_on_takes_no_other() -> None:
    sentences = [f"{word(n)} {word(n + 90)} is the {word(n + 50)}.".capitalize() for n in range(6)]
    whole = "\n\n".join("\n".join(wrapped(sentence)) for sentence in sentences)
    start = "The office was to be opened for \nthe people of the towns near "
    text = f"{start}\n\n{whole}\n\nof whom nobody was asked. \n"
    assert not any("near of whom" in block.text for block in blocks(text))


def test_bullets_are_items_across_a_gap() -> None:
    text = "We asked for: \n\n• a place to wait in while\nthe office is \n\nbusy with others\n\n• a seat.\n"
    assert texts(blocks(text), "item") == [
        "a place to wait in while the office is busy with others",
        "a seat.",
    ]


@pytest.mark.parametrize(
    ("text", "mended"),
    [
        pytest.param("They were wrong-\nfooted by it. ", "They were wrong-footed by it.", id="compound"),
        pytest.param("The accom-\nmodation was good. Few need accommodation.",
                     "The accommodation was good. Few need accommodation.", id="one-word"),
        pytest.param("It is well-\nknown. A well-known case is wellknown.",
                     "It is well-known. A well-known case is wellknown.", id="both-forms-keep-the-hyphen"),
    ],
)  # fmt: skip
def test_a_hyphen_goes_only_where_the_text_has_the_word_without(text: str, mended: str) -> None:
    assert texts(blocks(text)) == [mended]


def test_a_sentence_with_a_lost_character_is_left_out() -> None:
    text = "The o\ufffdce is closed today. It \nopens again in the morning. \n"
    assert texts(blocks(text)) == ["It opens again in the morning."]


def test_columns_are_told_from_lines() -> None:
    paragraph = " ".join(word(n) for n in range(60)).capitalize() + "."
    assert is_columns("\n".join(wrapped(paragraph)))
    assert not is_columns(f"{paragraph}\n\n{paragraph}\n{paragraph}\n{paragraph}")
    assert not is_columns("")


@settings(max_examples=40)
@given(st.lists(st.sampled_from([*SCRAPS, "\n", "\n\n", " \n", "\n ", "\f", " "]), max_size=60).map("".join))
def test_no_text_is_too_odd_to_read(text: str) -> None:
    assert all(block.text and "\n" not in block.text for block in blocks(text))


@pytest.fixture(scope="session")
def report(publications: Path) -> list[Block]:
    (text,) = filter(is_columns, (path.read_text("utf-8") for path in publications.glob("*.txt")))
    return blocks(text)


def test_report_footnotes_are_all_there_in_order(report: list[Block]) -> None:
    numbers = [int(block.number.split()[1]) for block in report if block.number.startswith("footnote")]
    assert numbers == list(range(1, len(numbers) + 1))
    assert len(numbers) == 61


def test_report_keeps_no_mark_and_no_lost_character(report: list[Block]) -> None:
    prose = [block.text for block in report if block.kind in ("paragraph", "item", "keyfact")]
    assert not [text for text in prose if re.search(r"\b[A-Za-z]{4,}\d|\d{5,}|%\d|\ufffd", text)]


def test_report_paragraphs_are_whole_sentences(report: list[Block]) -> None:
    prose = [block.text for block in report if block.kind == "paragraph"]
    assert not [text for text in prose if not re.match(r"[A-Z“‘]", text)]
    assert not [text for text in prose if not re.search(r"[.:?][”’)]*$", text)]
    assert not [text for text in prose if text.count("“") != text.count("”")]


@pytest.mark.parametrize(
    "figures",
    [("429", "517"), ("14,000", "2016/2017"), ("4,138", "3,050", "1,088"), ("38.1%", "37.5%", "43.9%")],
)
def test_report_figures_stand_in_one_paragraph(report: list[Block], figures: tuple[str, ...]) -> None:
    whole = [rf"(?<![\d.,]){re.escape(figure)}(?![\d,]*\d)" for figure in figures]
    assert any(all(re.search(figure, block.text) for figure in whole) for block in report)
