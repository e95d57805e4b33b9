"""A printed table reads back to the same cells in every layout, or says which row cannot be read."""

import re
from collections.abc import Callable, Sequence

import pytest
from bulletin_fake import HEADERS, MEASURES, flattened, piped, stacked, tabbed
from hypothesis import given, settings
from hypothesis import strategies as st

from corpus.models import Locator, Note, Table
from corpus.tables import find, notes_for, with_notes
from corpus.tables_raw import IncompleteRow

Rows = list[tuple[str, ...]]
BEFORE = "Some words come before the table.\n\nTable 7: Made-up figures for the year 2031 to 2032\n\n"
AFTER = "\n\nSome words come after the table, and they are a whole sentence."

words = st.sampled_from(["Kites", "Lanterns", "mended", "lit", "away", "by", "the", "(targeted)", "POM/COM", "twice"])
names = st.lists(words, min_size=1, max_size=6).map(" ".join).map(lambda name: name[0].upper() + name[1:])
codes = st.from_regex(r"[A-Z]{2}\d{2,3}[A-Z]?[a-d]?", fullmatch=True)
labels = st.builds("{} - {}".format, codes, names)
symbols = st.sampled_from(["[x]", "[z]"])
numbers = st.decimals(0, 100, places=1).map(str)
values = numbers | symbols | st.builds("{} {}".format, numbers, st.sampled_from(["[p]", "[r]"]))
changes = st.decimals(-30, 30, places=1).map("{}pp".format) | symbols
spans = st.sampled_from(["Apr 2031 to Mar 2032", "Apr 2031", "May 2031 to Mar 2032", "Mar 2032", "July 31 – June 32"])
measures = st.lists(st.tuples(labels, spans, values, values, changes), min_size=2, max_size=8)
plain = st.lists(st.tuples(names, numbers, numbers), min_size=2, max_size=8)


def only(text: str) -> Table:
    found = find("made-up", text)
    assert len(found.tables) == 1, found
    return found.tables[0]


@given(measures)
@pytest.mark.parametrize("layout", [piped, flattened, tabbed])
def test_measures_read_back_to_the_same_cells(layout: Callable[..., str], rows: Rows) -> None:
    table = only(BEFORE + layout(HEADERS, rows) + AFTER)
    assert (table.headers, list(table.rows)) == (HEADERS, rows)


@given(plain)
@pytest.mark.parametrize("layout", [piped, tabbed, stacked])
def test_numbers_read_back_to_the_same_cells(layout: Callable[..., str], rows: Rows) -> None:
    headers = ("Craft", "Mended", "Lost")
    table = only(BEFORE + layout(headers, rows) + AFTER)
    assert (table.headers, list(table.rows)) == (headers, rows)


@pytest.mark.parametrize("layout", [piped, flattened, tabbed])
def test_the_text_around_a_table_stays_and_its_rows_go(layout: Callable[..., str]) -> None:
    rest = find("made-up", BEFORE + layout(HEADERS, MEASURES) + AFTER).rest
    assert rest.split() == (BEFORE + AFTER).split()


def test_a_table_is_cited_by_its_caption() -> None:
    table = only(BEFORE + piped(HEADERS, MEASURES))
    assert (table.locator, table.title) == (Locator("made-up", "Table 7"), "Made-up figures for the year 2031 to 2032")


@pytest.mark.parametrize(
    ("caption", "place", "title"),
    [
        ("Table 4.1: Kites", "Table 4.1", "Kites"),
        ("Table A1: Kites", "Table A1", "Kites"),
        ("Table One: Kites", "Table One", "Kites"),
        ("Figure 11. Kites", "Figure 11", "Kites"),
        ("Table 3 – Kites", "Table 3", "Kites"),
        ("Figure 12\nKites", "Figure 12", "Kites"),
        ("3. Kites and boats", "Section 3: Kites and boats", ""),
        ("Just a line", "Table", ""),
    ],
)
def test_the_place_of_a_table_by_what_stands_above_it(caption: str, place: str, title: str) -> None:
    table = only(f"{caption}\n(Source: made up)\n\n{piped(('A', 'B'), [('x', '1')])}")
    assert (table.locator.place, table.title) == (place, title)


@pytest.mark.parametrize(
    "text",
    [
        "a | b\n---|---\nx | 1",
        "|a|b|\n|---|---|\n|x|1|",
        "a | b |\n---|---|\nx | 1 |",
        "| a | b |\n|:--|--:|\n| x | 1 |",
    ],
    ids=["bare", "closed", "half", "aligned"],
)
def test_outer_pipes_are_optional(text: str) -> None:
    table = only(text)
    assert (table.headers, table.rows) == (("a", "b"), (("x", "1"),))


def test_a_pipe_may_stand_in_a_cell() -> None:
    assert only("a | b\n---|---\nx\\|y | 1").rows == (("x|y", "1"),)


def test_pipes_without_a_rule_are_text() -> None:
    text = "Kites rose | A line of web text | |\nand another | with pipes | |"
    assert find("made-up", text).rest == text


@pytest.mark.parametrize("layout", [piped, flattened])
def test_marks_of_notes_are_taken_off_and_kept(layout: Callable[..., str]) -> None:
    rows = [("QX101 - Kites [note 3]", *MEASURES[0][1:]), ("QX102 - Boats", *MEASURES[1][1:])]
    table = only("Table 7: Made up [note 1] [footnote 2]\n\n" + layout(HEADERS, rows))
    assert [row[0] for row in table.rows] == ["QX101 - Kites", "QX102 - Boats"]
    assert table.marks == {-1: ("note 1", "footnote 2"), 0: ("note 3",)}


def lacking(rows: Sequence[Sequence[str]], row: int, cell: int) -> list[Sequence[str]]:
    return [[c for n, c in enumerate(r) if n != cell] if at == row else r for at, r in enumerate(rows)]


@pytest.mark.parametrize("row", range(len(MEASURES)))
@pytest.mark.parametrize("cell", [0, 1, 2, 4], ids=["label", "period", "value", "change"])
def test_a_pipe_row_that_lacks_a_cell_is_named(row: int, cell: int) -> None:
    text = BEFORE + piped(HEADERS, lacking(MEASURES, row, cell)) + AFTER
    with pytest.raises(IncompleteRow, match="has 4 cells where its header has 5") as raised:
        find("made-up", text)
    assert raised.value.line == BEFORE.count("\n") + 2 + row


@pytest.mark.parametrize("row", range(len(MEASURES)))
@pytest.mark.parametrize("cell", [1, 2, 4], ids=["period", "value", "change"])
def test_a_flattened_row_that_lacks_a_cell_is_named(row: int, cell: int) -> None:
    text = BEFORE + flattened(HEADERS, lacking(MEASURES, row, cell)) + AFTER
    with pytest.raises(IncompleteRow, match=re.escape(MEASURES[row][0].split(" - ")[0])) as raised:
        find("made-up", text)
    assert raised.value.line == BEFORE.count("\n") + 1 + row


@pytest.mark.parametrize("row", range(3))
def test_a_flattened_rating_that_lacks_its_score_is_named(row: int) -> None:
    rows = [["North Vale", "3", "Sound"], ["South Vale", "1", "Failing"], ["All Vales", "2", "Mixed"]]
    text = BEFORE + flattened(("Region", "Overall Score", "Score Description"), lacking(rows, row, 1)) + AFTER
    with pytest.raises(IncompleteRow, match=rows[row][0]):
        find("made-up", text)


def test_a_pipe_row_that_lost_its_pipes_is_named() -> None:
    with pytest.raises(IncompleteRow, match="lacks a cell: 'y 2'"):
        find("made-up", "a | b\n---|---\nx | 1\ny 2\nz | 3")


@pytest.mark.parametrize("missing", [1, 3, 5])
def test_a_stacked_row_that_lacks_its_number_is_named(missing: int) -> None:
    cells = ["July 31 – June 32", "36.0", "July 32 – June 33", "37.1", "July 33 – June 34", "35.2"]
    del cells[missing]
    text = "\n\n".join(["Table One: Made up", "Period", "Average kites", *cells, "Notes", "These are made-up figures."])
    if missing == 1:  # no row is whole above it, so no table is read and nothing is paired
        assert find("made-up", text).tables == ()
    else:
        with pytest.raises(IncompleteRow, match="July"):
            find("made-up", text)


def test_a_stacked_table_of_three_columns_whose_labels_are_years() -> None:
    rows = [("2031", "1.5", "2.5"), ("2032", "3.5", "4.5"), ("2033", "5.5", "6.5")]
    table = only(
        "Table One: Made up\n\n" + stacked(("Year", "Mended", "Lost"), rows) + "\n\nNotes\n\nThese are made up."
    )
    assert list(table.rows) == rows


def test_tab_cells_merged_downwards_take_the_label_above() -> None:
    table = only("Figure 4: Made up\nCraft\tStage\tCount\n\t\t(FTE)\nKites\tMade\t1\n\tMended\t2\nBoats\tMade\t3")
    assert table.headers == ("Craft", "Stage", "Count (FTE)")
    assert table.rows == (("Kites", "Made", "1"), ("Kites", "Mended", "2"), ("Boats", "Made", "3"))


def test_a_tab_table_that_fell_apart_is_left_out_and_named() -> None:
    found = find("made-up", "Figure 14: Made up\nCraft\t\tCount\nKites\t1\t2\nBoats\t3\t4")
    assert found.tables == ()
    assert found.left_out == ("Figure 14: a column has no heading, so its cells cannot be named",)


def table_of(place: str, marks: dict[int, tuple[str, ...]]) -> Table:
    return Table(locator=Locator("made-up", place), title="", headers=("a", "b"), rows=(("x", "1"),), marks=marks)


def test_notes_go_to_the_tables_that_are_marked_with_them() -> None:
    one, two = table_of("Table 1", {-1: ("note 1",)}), table_of("Table 2", {0: ("note 2",)})
    notes = [Note("note 1", "of one"), Note("note 2", "of two"), Note("note 3", "of the text")]
    assert [n.text for n in notes_for(one, notes, (one, two))] == ["of one", "of the text"]
    assert [n.text for n in with_notes(two, notes_for(two, notes, (one, two))).notes] == ["of two"]


def test_notes_numbered_anew_under_each_table_are_that_tables() -> None:
    one, two = table_of("Table 1", {0: ("note 1",)}), table_of("Table 2", {0: ("note 1",)})
    notes = [Note("Table 1, note 1", "of one"), Note("Table 2, note 1", "of two")]
    assert with_notes(one, notes_for(one, notes, (one, two))).notes == (Note("note 1", "of one"),)
    assert with_notes(two, notes_for(two, notes, (one, two))).notes == (Note("note 1", "of two"),)


PIECES = [
    "a | b",
    "---|---",
    "x | 1 | 2",
    "|",
    "\t\t",
    "\t",
    "a\tb\tc",
    "Table 1: x",
    "Table One: y",
    "2031",
    "36.0",
    "",
]
FLAT_PIECES = ["Region Overall Score", "North Vale 3", "Symbol Description", "[x] none", " ".join(HEADERS)]
scraps = st.text(max_size=20) | st.sampled_from([*PIECES, *FLAT_PIECES, *map(" ".join, MEASURES)])


@settings(max_examples=300)
@given(st.lists(scraps, max_size=14).map("\n".join))
def test_any_text_gives_sound_tables_or_names_the_row(text: str) -> None:
    try:
        found = find("made-up", text)
    except IncompleteRow as row:
        assert 0 <= row.line < len(text.split("\n"))
        assert "\n" not in str(row)
        return
    assert all(len(row) == len(table.headers) for table in found.tables for row in table.rows)
    kept = set(found.rest.split("\n"))
    assert kept <= set(text.split("\n")) | {""}
