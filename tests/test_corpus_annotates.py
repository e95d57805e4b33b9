"""Notes carry what bears their mark, to be found by what they explain. Texts are made up unless named real."""

from pathlib import Path

import pytest

from corpus import columns, lines
from corpus.blocks import Block
from corpus.models import Document, Locator, Passage, Table
from corpus.notes import with_bearers
from corpus.read import parse, read

LONG = "and so it went on in every area that was asked about it that year"


def told(found: list[Block]) -> list[tuple[str, str, str]]:
    return [(block.of, block.number, block.annotates) for block in found if block.kind == "note"]


COLUMNS = """\
 Waiting times

The number of people wait-~
ing rose to 412. Most of them1 live~
in towns, and all had asked for~
help in 2015/20162 or in the~
spring before. This was largely~

1\u2003 Count at the end of March 2016.~
2\u2003 Sample survey of 40 towns.

because offices closed, and was~
not foreseen. Few people waiting now~
are first-timers3, in the main.~

3\u2003 Counted or asked once.
""".replace("~", " ")


def test_a_footnote_in_columns_carries_the_sentence_with_its_mark() -> None:
    joined = (
        "Most of them live in towns, and all had asked for help in 2015/2016 or in the spring before.",
        "Few people waiting now are first-timers, in the main.",
    )
    assert told(columns.blocks(COLUMNS)) == [
        ("", "footnote 1", joined[0]),
        ("", "footnote 2", joined[0]),
        ("", "footnote 3", joined[1]),
    ]


def test_a_footnote_whose_mark_is_not_found_carries_nothing() -> None:
    text = COLUMNS.replace("first-timers3", "first-timers")
    assert told(columns.blocks(text))[-1] == ("", "footnote 3", "")


@pytest.mark.parametrize(
    ("text", "note"),
    [
        pytest.param(f"2.5 It fell. Few were on licence.² More came later, {LONG}.\n\n² Data are {LONG}.",
                     ("", "footnote 2", "Few were on licence."), id="raised"),
        pytest.param(f"2.5 It fell. It gave support.3 More came, {LONG}.\n\n³ Data are {LONG}.",
                     ("", "footnote 3", "It gave support."), id="stuck"),
        pytest.param(f"It fell. More improved [note 2]. Others did not.\n\n[note 2] Data are {LONG}.",
                     ("", "note 2", "More improved."), id="in-brackets"),
        pytest.param(f"# Staff who left [note 1]\n\nIt fell, {LONG}.\n\n[note 1] Data are {LONG}.",
                     ("", "note 1", "Staff who left"), id="of-a-heading"),
        pytest.param(f"It fell.¹ It was 46% in 2018-19, {LONG}. It rose.²\n\n² Data are {LONG}.",
                     ("", "footnote 2", "It rose."), id="after-another-mark"),
        pytest.param(f"It fell, {LONG}.\n\n³ Data are {LONG}.", ("", "footnote 3", ""), id="without-a-mark"),
    ],
)  # fmt: skip
def test_a_footnote_carries_the_sentence_with_its_mark(text: str, note: tuple[str, str, str]) -> None:
    assert told(lines.blocks(text)) == [note]


FIGURE = f"""\
It rose for all,² {LONG}.

Figure 3: Staff who left

Staff left in every area, some of them at once.

Notes

- 1 The data are of the end of each quarter, {LONG}.
- 2 Trainees are counted too, {LONG}.

Source: Sample survey

² Others are {LONG}.
"""


def test_a_figures_note_carries_its_caption() -> None:
    assert told(lines.blocks(FIGURE)) == [
        ("Figure 3", "note 1", "Staff who left"),
        ("Figure 3", "note 2", "Staff who left"),
        ("", "footnote 2", f"It rose for all, {LONG}."),
    ]


def test_a_mark_that_says_nothing_because_it_stands_everywhere_is_let_be() -> None:
    text = "\n\n".join(f"In area {n} it fell[note 1], {LONG}." for n in "abcd")
    assert told(lines.blocks(f"{text}\n\n[note 1] Data are {LONG}.")) == [("", "note 1", "")]


def note(place: str, annotates: str = "") -> Passage:
    where = Locator("sample", place)
    return Passage(text="One.", sentences=("One.",), locator=where, kind="note", annotates=annotates)


def table(marks: dict[int, tuple[str, ...]], rows: int = 2) -> Table:
    cells = tuple((f"Row {n}", str(n)) for n in range(rows))
    return Table(locator=Locator("sample", "Table 2"), title="Staff", headers=("", "2024"), rows=cells, marks=marks)


@pytest.mark.parametrize(
    ("place", "marks", "annotates"),
    [
        pytest.param("note 3", {1: ("note 3",)}, "Row 1", id="row"),
        pytest.param("note 3", {-1: ("note 3",)}, "Staff", id="title"),
        pytest.param("note 3", {-1: ("note 3",), 1: ("note 3",)}, "Staff", id="title-above-row"),
        pytest.param("Table 2, note *", {0: ("note *",), 1: ("note *",)}, "Row 0 Row 1", id="of-the-table"),
        pytest.param("Table 4, note *", {0: ("note *",)}, "", id="of-another-table"),
        pytest.param("note 3", dict.fromkeys(range(9), ("note 3",)), "Staff", id="every-row"),
    ],
)  # fmt: skip
def test_a_note_carries_what_a_table_marks_with_it(
    place: str, marks: dict[int, tuple[str, ...]], annotates: str
) -> None:
    (told_note,) = with_bearers([note(place)], [table(marks, rows=9)])
    assert told_note.annotates == annotates


def test_what_the_text_marks_comes_first_and_nothing_twice() -> None:
    (told_note,) = with_bearers([note("note 3", "It fell.")], [table({1: ("note 3",)}), table({1: ("note 3",)})])
    assert told_note.annotates == "It fell. Row 1"


def test_only_notes_annotate() -> None:
    body = Passage(text="One.", sentences=("One.",), locator=Locator("sample", "note 3"))
    assert with_bearers([body], [table({1: ("note 3",)})]) == (body,)


PAGE = """<!DOCTYPE html><html><head><title>Sample</title></head><body><main><h1>Sample</h1>
<p>Staff fell in every area. Fewer of them left<sup><a href="#fn1">1</a></sup> than before.</p>
<div class="footnotes"><ol><li id="fn1"><p>Only areas asked.</p></li></ol></div></main></body></html>"""


def test_a_footnote_of_a_page_carries_the_sentence_that_links_to_it() -> None:
    document = parse(PAGE, Path("sample.html"))
    (found,) = (passage for passage in document.passages if passage.kind == "note")
    assert (found.text, found.annotates) == ("Only areas asked.", "Fewer of them left than before.")


@pytest.fixture(scope="module")
def report(publications: Path) -> Document:
    (path,) = (path for path in publications.glob("*.txt") if columns.is_columns(path.read_text("utf-8")))
    return read(path)


def test_every_footnote_of_the_real_report_carries_a_sentence_of_it(report: Document) -> None:
    sentences = {sentence for passage in report.passages for sentence in passage.sentences}
    notes = [p for p in report.passages if p.kind == "note" and p.locator.place.startswith("footnote")]
    assert notes and not [p.locator.place for p in notes if p.annotates not in sentences]


def test_a_definition_in_the_real_report_is_found_by_what_it_defines(report: Document) -> None:
    found = [p for p in report.passages if p.kind == "note" and "first-time entrants" in p.annotates.lower()]
    assert [p.locator.place for p in found] == ["footnote 52"]
