"""The tables of a page: spanning cells, marks, headings, and what cannot be read safely."""

from html import escape

import pytest
from html_fake import HERE, table
from hypothesis import given, settings
from hypothesis import strategies as st

from corpus.errors import IncompleteTable
from corpus.read import parse


def test_cells_that_span_stand_in_each_column_and_row() -> None:
    (read_table,) = table(
        "<p>Table 4: Kites</p><table><thead><tr><th rowspan=2>Vale</th><th colspan=2>Kites</th></tr>"
        "<tr><th>Red</th><th>Blue</th></tr></thead><tfoot><tr><td colspan=3>Source: counts</td></tr></tfoot>"
        "<tbody><tr><td rowspan=2>Upper</td><td>1</td><td>2</td></tr><tr><td colspan=2>3</td></tr></tbody></table>"
    ).tables
    assert read_table.headers == ("Vale", "Kites Red", "Kites Blue")
    assert read_table.rows == (("Upper", "1", "2"), ("Upper", "3", "3"))
    assert (read_table.locator.place, read_table.title) == ("Table 4", "Kites")


@pytest.mark.parametrize(
    "markup",
    [
        "<caption>Table 4: Kites<sup>1</sup></caption><tr><th>Vale<th>Red<tr><td>Upper<sup>2</sup><td>71.5<sup>3</sup>",
        "<caption class=govuk-visually-hidden>Table 4: Kites[footnote 1]</caption><tr><td>Vale<td>Red"
        '<tr><td>Upper<a href="#fn:2">2</a><td>71.5<sup><a href="#fn:3">[footnote 3]</a></sup>',
        "<caption>Table 4: Kites [note 1]<thead><tr><td>Vale<th>Red<th><tbody><tr><th scope=row>Upper [note 2]"
        "<td>71.5</b></div><sup>[note 3]</sup><td></td></tr></tbody></table>",
    ],
    ids=["raised", "linked-and-no-headings-set", "brackets-and-an-empty-column"],
)
def test_marks_are_taken_off_cells_and_kept(markup: str) -> None:
    (read_table,) = table(f"<table>{markup}</table>").tables
    assert (read_table.headers, read_table.rows) == (("Vale", "Red"), (("Upper", "71.5"),))
    assert [[mark[-1] for mark in marks] for marks in read_table.marks.values()] in (
        [["2", "3"], ["1"]],
        [["1"], ["2", "3"]],
    )
    assert read_table.locator.place == "Table 4"


def test_a_raised_number_never_joins_a_figure() -> None:
    document = table(
        "<table><tr><th>Measure<th>Performance (%)<th>Target (%)<tr><td>A<td>71.5<sup>2</sup><td>7<sup>0</sup></table>"
    )
    assert not any("71.52" in cell or cell == "70" for t in document.tables for row in t.rows for cell in row)


@pytest.mark.parametrize(
    ("markup", "says"),
    [
        (
            "<table><tr><th>A<th>B<tr><td>1<table><tr><td>in</table><td>2</table>",
            "a table inside a cell is read as the words",
        ),
        ("<table><tr><td>1<td>2<tr><td>3<td>4</table>", "a table without headings, so its cells cannot be named"),
        (f"<table><tr>{'<th>A' * 99}<th colspan=9>B<tr>{'<td>1' * 108}</table>", "a table of more than 100 columns"),
    ],
    ids=["nested", "no-headings", "too-wide"],
)
def test_what_cannot_be_read_safely_is_named(markup: str, says: str) -> None:
    (left_out,) = table(f"\n\n{markup}").left_out
    assert left_out.startswith("line 3: ") and says in left_out


@pytest.mark.parametrize(
    "markup", ["<table></table>", "<table><tr></tr><tr><td> </td></tr></table>", "<table><thead></table>"]
)
def test_an_empty_table_is_nothing(markup: str) -> None:
    document = table(markup)
    assert (document.tables, document.left_out, len(document.passages)) == ((), (), 1)


def test_a_table_that_arranges_the_page_is_its_words_and_tables() -> None:
    inner = "<table><tr><th>Vale<th>Kites<tr><td>Upper<td>5</table>"
    document = table(f"<table role=presentation><tr><td><p>Kites fly in the vale.</p>{inner}<td>More words.</table>")
    assert [t.rows for t in document.tables] == [(("Upper", "5"),)]
    assert {"Kites fly in the vale.", "More words."} <= {p.text for p in document.passages}


def test_a_row_that_lacks_a_cell_is_refused_with_its_line_in_the_page() -> None:
    with pytest.raises(
        IncompleteTable, match=r"page\.html: line 6: a table row has 1 cells where its header has 2: 'B'"
    ):
        parse("+++\n\n+++\n<!DOCTYPE html><table>\n<tr><th>Vale<th>Kites<tr><td>A<td>1\n<tr><td>B</table>", HERE)


HEAD = "<thead><tr><th>Vale<th>Kites</thead>"
GROUPED = {
    "rows-of-one-name": (
        f"{HEAD}<tr><th colspan=2>North<tr><td>Upper<td>1<tr><th colspan=2>South<tr><td>Upper<td>2",
        (("North: Upper", "1"), ("South: Upper", "2")),
    ),
    "rows-of-other-names": (
        f"{HEAD}<tr><th colspan=2>North<tr><td>Upper<td>1<tr><th colspan=2>South<tr><td>Lower<td>2",
        (("Upper", "1"), ("Lower", "2")),
    ),
    "one-group": (f"{HEAD}<tr><th colspan=2>North<tr><td>Upper<td>1<tr><td>Lower<td>2",
                  (("North: Upper", "1"), ("North: Lower", "2"))),
    "in-a-second-head": (f"{HEAD}<thead><tr><th colspan=2>North</thead><tr><td>Upper<td>1", (("North: Upper", "1"),)),
}  # fmt: skip


@pytest.mark.parametrize(("markup", "rows"), GROUPED.values(), ids=GROUPED.keys())
def test_rows_that_name_a_group_are_no_rows_of_figures(markup: str, rows: tuple[tuple[str, ...], ...]) -> None:
    (found,) = table(f"<table>{markup}</table>").tables
    assert (found.headers, found.rows) == (("Vale", "Kites"), rows)


def test_a_first_row_in_bold_heads_its_columns() -> None:
    (found,) = table("<table><tr><td><b>Vale</b><td><p><strong>Seen</strong> </p><tr><td>Upper<td>often</table>").tables
    assert (found.headers, found.rows) == (("Vale", "Seen"), (("Upper", "often"),))


spaces = st.sampled_from([" ", "\n  ", "&nbsp;", "\t"])
letters = st.text("abZ|\\<>&\"'#*-_[]{}.,0123456789£%é–\u00a0\u200b ", max_size=12)
cell = letters | st.sampled_from(
    ["", "[x]", "a|b", "|", "\\", "\\|", "||", "---", "-1.5pp", "&amp;", "<p>", "# 1", "84.7 [r]"]
)


@st.composite
def grids(draw: st.DrawFn) -> list[list[str]]:
    width = draw(st.integers(1, 4))
    row = st.lists(cell, min_size=width, max_size=width)
    head = [f"H{n}{draw(cell)}" for n in range(width)]
    return [head, *draw(st.lists(row.map(lambda r: [f"L{r[0]}", *r[1:]]), min_size=1, max_size=5))]


@settings(max_examples=150)
@given(grids(), spaces, st.booleans())
def test_any_cells_survive(grid: list[list[str]], space: str, closed: bool) -> None:
    end = {"th": "</th>", "td": "</td>", "tr": "</tr>"} if closed else {"th": "", "td": "", "tr": ""}

    def row(name: str, cells: list[str]) -> str:
        return "<tr>" + "".join(f"<{name}>{space}{escape(c)}{space}{end[name]}" for c in cells) + end["tr"]

    markup = row("th", grid[0]) + "".join(row("td", cells) for cells in grid[1:])
    document = table(f"<table>{markup}</table>")
    (found,) = document.tables
    expected = [[" ".join(c.replace("\u200b", "").split()) for c in cells] for cells in grid]
    assert [list(found.headers), *map(list, found.rows)] == expected
