"""Made-up data tables in every layout are read cell by cell, the same from each kind of file."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from corpus import sheets
from corpus.content import Content
from corpus.periods import Period
from corpus.read import outcomes
from evals.made_workbooks import LAYOUTS, Workbook, as_csv, as_ods, as_xlsx, workbook

WRITERS = {"ods": (as_ods, sheets.ods_content), "xlsx": (as_xlsx, sheets.xlsx_content)}
PATH = Path("tables")
drawn = given(seed=st.integers(0, 10_000), layout=st.sampled_from(LAYOUTS))


def found(content: Content, made: Workbook) -> Iterator[tuple[tuple[str, str, Period], str]]:
    """What the tables show for each measure, area and period that a cell's title, heading and labels name."""
    headings = sorted(made.headings.items(), key=lambda pair: -len(pair[1]))
    for table in content.tables:
        for row in table.rows if table.locator.place.startswith("Table") else ():
            for column, heading in enumerate(table.headers):
                named = f"{table.title} {' '.join(row[:3])} {heading}"
                if (
                    (not set(heading) & set("%") and made.layout != "year over quarters")
                    or "Target" in heading
                    or column == 0
                ):
                    continue
                code = next(code for code, _ in made.measures if code in named)
                area = max((area for area in made.areas if area in named), key=len)
                yield (code, area, next(_period(made, named, headings))), row[column]


def _period(made: Workbook, named: str, headings: list[tuple[Period, str]]) -> Iterator[Period]:
    """The period that a cell's words name; a year over its quarters stands before them."""
    for period, heading in headings:
        turned = " ".join(reversed(heading.split()))
        if heading in named or (made.layout == "year over quarters" and turned in named):
            yield period


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
