"""Made-up data tables in every layout are read cell by cell, the same from each kind of file."""

import random
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from corpus import sheets
from corpus.content import Content
from corpus.models import Table
from corpus.periods import Period
from corpus.read import outcomes
from evals.made_workbook_cells import Cell
from evals.made_workbook_files import ods_file
from evals.made_workbooks import LAYOUTS, Workbook, as_csv, as_ods, as_xlsx, workbook

WRITERS = {"ods": (as_ods, sheets.ods_content), "xlsx": (as_xlsx, sheets.xlsx_content)}
PATH = Path("tables")
drawn = given(seed=st.integers(0, 10_000), layout=st.sampled_from(LAYOUTS))


def found(content: Content, made: Workbook) -> Iterator[tuple[tuple[str, str, Period], str]]:
    """What the tables show for each measure, area and period that a cell's title, heading and labels name."""
    for table in content.tables:
        for row in table.rows if table.locator.place.startswith("Table") else ():
            for column in values(table, made):
                named = f"{table.title} {' '.join(row[:3])} {table.headers[column]}"
                codes = [code for code, _ in made.measures if code in named]
                areas = [area for area in made.areas if area in named]
                periods = [period for period, heading in made.headings.items() if is_named(heading, named, made)]
                if codes and areas and periods:
                    period = max(periods, key=lambda period: len(made.headings[period]))
                    yield (codes[0], max(areas, key=len), period), row[column]


def values(table: Table, made: Workbook) -> list[int]:
    """The columns of performance."""
    if made.layout == "year over quarters":
        return list(range(1, len(table.headers)))
    return [n for n, heading in enumerate(table.headers) if "%" in heading and "Target" not in heading]


def is_named(heading: str, text: str, made: Workbook) -> bool:
    """Whether a text names a period; where a year stands over its quarters, the year first."""
    turned = " ".join(reversed(heading.split()))
    return heading in text or (made.layout == "year over quarters" and turned in text)


@pytest.mark.parametrize("form", WRITERS)
@settings(max_examples=60, deadline=None)
@drawn
def test_every_cell_is_found_where_it_belongs(form, seed, layout):
    made = workbook(seed, layout)
    write, read = WRITERS[form]
    content = read(write(made), PATH)
    assert dict(found(content, made)) == dict(made.truth)
    assert content.left_out == ()


@settings(max_examples=40, deadline=None)
@drawn
def test_both_kinds_of_files_give_the_same(seed, layout):
    made = workbook(seed, layout)
    assert sheets.ods_content(as_ods(made), PATH) == sheets.xlsx_content(as_xlsx(made), PATH)


@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"], ids=["comma", "semicolon", "tab", "pipe"])
@settings(max_examples=20, deadline=None)
@drawn
def test_a_table_saved_as_csv_has_the_same_cells(delimiter, seed, layout):
    made = workbook(seed, layout)
    text = as_csv(made, delimiter).decode()
    assert sheets.is_csv(text)
    (table,) = sheets.csv_content(text, PATH).tables
    first = next(t for t in sheets.ods_content(as_ods(made), PATH).tables if t.locator.place == "Table 1")
    assert (table.headers, table.rows) == (first.headers, first.rows)


@pytest.mark.parametrize("layout", LAYOUTS)
def test_a_workbook_is_read_as_a_publication(tmp_path, layout):
    made = workbook(7, layout)
    file = tmp_path / "whatever.txt"
    file.write_bytes(as_ods(made))
    (outcome,) = outcomes(file)
    document = outcome.document
    assert document is not None
    assert document.publication.title == f"{made.title}: data tables"
    assert document.publication.published == made.published
    assert document.publication.period == made.period
    assert document.publication.data_tables
    assert document.symbols == dict(made.symbols)
    assert {table.locator.at for table in document.tables} >= {"sheet Table_1"}
    assert {note.text for table in document.tables for note in table.notes} == {made.notes[0]}


def without_a_cell(rows: list[list[Cell | None]], row: int, column: int) -> None:
    """Blank a cell, a label's more often than a value's."""
    cells = [n for n, cell in enumerate(rows[row]) if cell][: 2 if column % 2 else None]
    if cells:
        rows[row][cells[column % len(cells)]] = Cell()


def without_a_row(rows: list[list[Cell | None]], row: int, column: int) -> None:
    """Take a row out."""
    del rows[row]


def with_a_blank_row(rows: list[list[Cell | None]], row: int, column: int) -> None:
    """Part the rows."""
    rows.insert(row, [])


def with_a_line(rows: list[list[Cell | None]], row: int, column: int) -> None:
    """Put a row of one text among the others."""
    rows.insert(row, [Cell(("Percentage", "Women", "[c]", "Table 9: Others", "A note.")[column % 5])])


def unmerged(rows: list[list[Cell | None]], row: int, column: int) -> None:
    """Leave what merged cells cover blank."""
    rows[:] = [[replace(cell, across=1, down=1) if cell else Cell() for cell in cells] for cells in rows]


@pytest.mark.parametrize("change", [without_a_cell, without_a_row, with_a_blank_row, with_a_line, unmerged])
@settings(max_examples=60, deadline=None)
@drawn
def test_a_table_that_lacks_something_never_shows_a_wrong_figure(change, seed, layout):
    made = workbook(seed, layout)
    at = next(n for n, sheet in enumerate(made.sheets) if sheet.name == "Table_1")
    rows = [list(row) for row in made.sheets[at].rows]
    rng = random.Random(seed)
    change(rows, rng.randrange(4, len(rows) - 2), rng.randrange(100))
    changed = replace(made.sheets[at], rows=tuple(map(tuple, rows)))
    content = sheets.ods_content(ods_file([*made.sheets[:at], changed, *made.sheets[at + 1 :]]), PATH)
    for place, shown in found(content, made):
        assert shown in ("", made.truth[place])
