"""Sheets as releases have them: what is a title, a heading, a label, a row; and what is too uncertain to be read."""

import pytest
from sheets_fake import made, read

from evals.made_workbook_cells import Cell

HEADS = ["Region", "Kites (%)", "Boats (%)"]
NORTH = ["North", "1.5", "2.5"]
SOUTH = ["South", "3.5", "[x]"]


def only(*rows):
    """The one table of a sheet of these rows under a title."""
    content = read(Table_2=[["Table 2: Crafts"], *rows])
    assert content.left_out == ()
    (table,) = content.tables
    return table


@pytest.mark.parametrize(
    ("rows", "headers"),
    [
        pytest.param([HEADS, NORTH], tuple(HEADS), id="one-row"),
        pytest.param(
            [["Region", Cell("Kites", across=2), None], ["", "2031", "2032"], NORTH],
            ("Region", "Kites 2031", "Kites 2032"),
            id="a-measure-over-years",
        ),
        pytest.param(
            [[Cell("Region", down=2), Cell("2031-32", across=2), None], [None, "Q1", "Q2"], NORTH],
            ("Region", "2031-32 Q1", "2031-32 Q2"),
            id="a-year-over-quarters-beside-a-merged-label",
        ),
        pytest.param(
            [["Region", "Kites", "", "Boats", ""], ["", "Men", "Women", "Men", "Women"], [*NORTH, "4", "5"]],
            ("Region", "Kites Men", "Kites Women", "Boats Men", "Boats Women"),
            id="not-merged-but-repeated",
        ),
        pytest.param(
            [["", "Kites", ""], ["Region", "Apr to Jun 2031", "Jul to Sep 2031"], NORTH],
            ("Region", "Kites Apr to Jun 2031", "Kites Jul to Sep 2031"),
            id="not-merged-over-periods",
        ),
        pytest.param(
            [["Region", "Kites", "Boats"], ["", "%", "Number"], NORTH],
            ("Region", "Kites (%)", "Boats (Number)"),
            id="units-in-a-row",
        ),
        pytest.param([["", "Kites", "Boats"], NORTH], ("", "Kites", "Boats"), id="no-heading-over-the-labels"),
        pytest.param(
            [["Region", "", "Kites", "", "Boats"], ["North", "", "1", "", "2"]],
            ("Region", "Kites", "Boats"),
            id="blank-columns-between",
        ),
        pytest.param([["Region", "2031", "2032 [p]"], NORTH], ("Region", "2031", "2032 [p]"), id="years"),
    ],
)
def test_headings(rows, headers):
    assert only(*rows).headers == headers


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        pytest.param([NORTH, [], SOUTH], (("North", "1.5", "2.5"), ("South", "3.5", "[x]")), id="blank-rows-within"),
        pytest.param(
            [[Cell("North", down=2), "a", "1"], [None, "b", "2"]],
            (("North", "a", "1"), ("North", "b", "2")),
            id="merged",
        ),
        pytest.param(
            [["North", "a", "1"], ["", "b", "2"], ["South", "a", "3"], ["", "b", "4"]],
            (("North", "a", "1"), ("North", "b", "2"), ("South", "a", "3"), ("South", "b", "4")),
            id="given-once",
        ),
        pytest.param(
            [["North", Cell("[c]", across=2), None], SOUTH],
            (("North", "[c]", "[c]"), ("South", "3.5", "[x]")),
            id="one-symbol-for-several-cells",
        ),
        pytest.param(
            [["2031", "Q1", "5"], ["2031", "Q2", "6"]], (("2031", "Q1", "5"), ("2031", "Q2", "6")), id="years"
        ),
        pytest.param([["North", "1,204", "[low]"], SOUTH], (("North", "1,204", "[low]"), tuple(SOUTH)), id="shorthand"),
    ],
)
def test_rows(rows, expected):
    assert only(HEADS, *rows).rows == expected


def test_lines_over_rows_become_their_first_label():
    table = only(["Measure", "V"], ["North"], ["a", "1"], ["b", "2"], ["South"], ["a", "3"], ["b", "4"])
    assert table.headers == ("", "Measure", "V")
    assert table.rows == (("North", "a", "1"), ("North", "b", "2"), ("South", "a", "3"), ("South", "b", "4"))


@pytest.mark.parametrize(
    ("rows", "why"),
    [
        pytest.param([NORTH, SOUTH], "no headings", id="no-headings"),
        pytest.param([["Region", "Kites", "Kites"], NORTH], "the same heading", id="headings-twice"),
        pytest.param([["Region", "Kites", ""], NORTH], "no heading", id="a-column-without"),
        pytest.param(
            [["Region", "Kites", "", "Boats", ""], ["", "Men", "Women", "Men", "All"], [*NORTH, "4", "5"]],
            "which columns a heading",
            id="headings-that-may-end-anywhere",
        ),
        pytest.param(
            [["Region", Cell("Kites", across=2), None], ["North", "2011", "1999"]],
            "same heading",
            id="counts-like-years",
        ),
        pytest.param([HEADS, NORTH, NORTH], "two rows have the same labels", id="rows-twice"),
        pytest.param([HEADS, NORTH, ["", "3", "4"]], "lacks a label", id="a-row-without-label"),
        pytest.param(
            [["Region", "Measure", "V"], ["North", "a", "1"], ["", "b", "2"], ["South", "a", "3"], ["", "Total", "9"]],
            "which rows a label",
            id="a-total-under-the-last-label",
        ),
        pytest.param(
            [["Measure", "V"], ["North"], ["a", "1"], ["South"], ["a", "3"], ["Total", "9"]],
            "which rows a label",
            id="a-total-under-the-last-line",
        ),
        pytest.param([["Region", "V"], ["Saltholm"], ["North", "1"]], "which rows", id="a-region-without-values-first"),
        pytest.param([["Region", "V"], ["North", "1"], ["Saltholm"], ["South", "2"]], "head them", id="or-later"),
        pytest.param([HEADS, NORTH, ["South", Cell("7", across=2), None]], "several cells", id="a-merged-number"),
        pytest.param(
            [HEADS, NORTH, SOUTH, [], ["Vale"], ["North", "suspended", "none"], SOUTH], "another", id="a-row-of-words"
        ),
        pytest.param([HEADS, NORTH, ["Women"], HEADS, SOUTH], "another table", id="a-title-without-a-gap"),
        pytest.param([HEADS], "no rows", id="only-headings"),
        pytest.param([["1", "2"], ["3", "4"]], "no headings", id="only-numbers"),
        pytest.param([["V", "W"], ["1.5", "2"], ["3", "4"]], "no labels", id="no-labels"),
    ],
)
def test_what_is_uncertain_is_left_out_and_named(rows, why):
    content = read(Table_2=[["Table 2: Crafts"], *rows])
    assert content.tables == ()
    (line,) = content.left_out
    assert line.startswith("sheet Table_2: Table 2: Crafts: ")
    assert why in line


@pytest.mark.parametrize(
    ("named", "place", "title"),
    [
        pytest.param({"Table_2": [["Table 2: Crafts"], HEADS, NORTH]}, "Table 2", "Crafts", id="numbered"),
        pytest.param({"Table_2": [["Crafts by vale"], HEADS, NORTH]}, "Table 2", "Crafts by vale", id="by-its-sheet"),
        pytest.param({"S": [["Table_2a: Crafts"], HEADS, NORTH]}, "Table 2a", "Crafts", id="with-an-underscore"),
        pytest.param({"Crafts_now": [["By vale"], HEADS, NORTH]}, "Crafts now", "By vale", id="without-number"),
        pytest.param({"Crafts": [HEADS, NORTH]}, "Crafts", "Crafts", id="without-title"),
        pytest.param({"../../x": [["Table 3: Crafts"], HEADS, NORTH]}, "Table 3", "Crafts", id="a-path-for-a-name"),
    ],
)
def test_names(named, place, title):
    if "../../x" in named:  # no name for a sheet in Excel
        from sheets_fake import PATH

        from corpus.sheets import ods_content
        from evals.made_workbook_files import ods_file

        (table,) = ods_content(ods_file(made(**named)), PATH).tables
    else:
        (table,) = read(**named).tables
    assert (table.locator.place, table.title) == (place, title)
    assert table.locator.at == f"sheet {next(iter(named))}"


def test_several_tables_on_a_sheet_have_each_their_title():
    content = read(
        Table_2=[
            ["Table 2: Crafts"], ["Vale: Upper Dale"], [], ["Men"], HEADS, NORTH, ["A footer."], [],
            ["Women"], ["Source: a register"], HEADS, SOUTH, [], ["Table 2b: Children"], HEADS, NORTH,
        ]
    )  # fmt: skip
    assert content.left_out == ()
    assert [(t.locator.place, t.title) for t in content.tables] == [
        ("Table 2, Men", "Crafts: Men"),
        ("Table 2, Women", "Crafts: Women"),
        ("Table 2b", "Children"),
    ]
    assert {t.section for t in content.tables} == {("Vale: Upper Dale",)}
    assert [t.rows for t in content.tables] == [(tuple(NORTH),), (tuple(SOUTH),), (tuple(NORTH),)]
    assert "A footer." in content.text.split("\n\n")


def test_a_second_table_without_title_is_left_out():
    content = read(Table_2=[["Table 2: Crafts"], HEADS, NORTH, [], HEADS, SOUTH])
    assert [table.rows for table in content.tables] == [(tuple(NORTH),)]
    assert content.left_out == ("sheet Table_2: Table 2: it has no title of its own",)


def test_many_tables_left_out_are_counted():
    content = read(Table_2=[["Table 2: Crafts"], HEADS, NORTH, *[row for _ in range(25) for row in ([], HEADS)]])
    assert len(content.tables) == 1
    assert len(content.left_out) == 21
    assert content.left_out[-1] == "sheet Table_2: 5 more tables are not certain"


def test_a_link_to_the_contents_is_no_heading():
    content = read(Table_2=[["Table 2: Crafts", "", "Back to contents"], [], HEADS, NORTH])
    assert [table.headers for table in content.tables] == [tuple(HEADS)]


def test_a_unit_over_the_last_column_is_no_heading_of_it():
    content = read(Table_2=[["Table 2: Crafts"], ["", "", "Percentage"], HEADS, NORTH])
    assert [(table.headers, table.section) for table in content.tables] == [(tuple(HEADS), ("Percentage",))]


def test_a_table_may_stand_to_the_right_of_its_title():
    content = read(Table_2=[["Table 2: Crafts"], [], ["", "Men"], ["", *HEADS], ["", *NORTH]])
    assert [(table.headers, table.section) for table in content.tables] == [(tuple(HEADS), ("Men",))]


def test_sources_and_notes_in_several_cells_are_lines():
    content = read(Table_2=[["Table 2: Crafts"], HEADS, NORTH, ["Source:", "a register"], ["[note 1]", "Kites fly."]])
    assert [table.rows for table in content.tables] == [(tuple(NORTH),)]
    assert content.text.split("\n\n")[-2:] == ["Source: a register", "[note 1] Kites fly."]


def test_marks_of_notes_are_kept_apart():
    table = only(["Region [note 3]", "Kites [notes 1, 2]"], ["North [note 4]", "1"], ["South⁵", "2 [p]"])
    assert table.headers == ("Region", "Kites")
    assert table.rows == (("North", "1"), ("South", "2 [p]"))
    assert table.marks == {-1: ("note 3", "note 1", "note 2"), 0: ("note 4",), 1: ("note 5",)}


def test_what_a_sheet_says_of_the_workbook_is_no_text_of_the_publication():
    content = read(Table_2=[["Table 2: Crafts"], ["This worksheet contains one table. It is small."], [], HEADS, NORTH])
    assert content.text.split("\n\n") == ["## Table_2", "Table 2: Crafts", "It is small."]
