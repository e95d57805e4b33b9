"""How the cells of a table are said: headings, figures with their units, differences, where the table is."""

import re
from collections.abc import Sequence
from decimal import Decimal

from assistant import phrases
from assistant.calculate import change
from assistant.cell_grids import Column, Grid
from assistant.draft import Draft
from corpus.models import Observation
from corpus.periods import without_periods


def heading(column: Column) -> str:
    """A heading as it stands in a sentence: "original target staffing", "CRC cases"."""
    text = column.heading
    return text[0].lower() + text[1:] if text[1:2].islower() else text


def amount(cell: Observation) -> str:
    """A printed figure with its unit: "34%", "1,852 FTE"."""
    return phrases.amount(cell) if cell.unit == "percent" else with_unit(cell.shown, cell.unit)


def difference(value: Decimal, cell: Observation) -> str:
    """The size of a difference in the unit of a cell: "0.5 percentage points", "332 FTE"."""
    return phrases.points(value) if cell.unit == "percent" else with_unit(f"{abs(value):,}", cell.unit)


def with_unit(shown: str, unit: str) -> str:
    """A number with a unit in words after it, or in brackets where it is no word: "1,852 FTE", "7 (£m)"."""
    if unit == "" or unit in shown:
        return shown
    return f"{shown} {unit}" if unit.replace(" ", "").isalpha() else f"{shown} ({unit})"


def joined(items: Sequence[str]) -> str:
    """Figures as a sentence lists them, the commas of thousands left alone."""
    return ", ".join(items[:-1]) + (" and " if len(items) > 1 else "") + items[-1] if items else ""


def named(grid: Grid, row: int) -> str:
    """A row's label, without the full stop of a whole sentence."""
    return grid.label(row).rstrip(".")


def cite(draft: Draft, grid: Grid, rows: Sequence[int]) -> str:
    """The mark of rows of a table, cited together."""
    return draft.cite(*(grid.rows[row] for row in rows))


def titled(grid: Grid) -> str:
    """The table's title in brackets; not where it has a number of its own, which no row of the table would trace."""
    title = grid.table.title.rstrip(".")
    return f" ({title})" if title and not re.search(r"\d", without_periods(title)) else ""


def where(grid: Grid) -> str:
    """Which publication prints the table, as a sentence."""
    return f"It is in {grid.publication.title} ({grid.table.locator.place})."


def row_said(draft: Draft, grid: Grid, row: int, columns: Sequence[Column], title: str) -> str:
    """A row in a sentence: the columns given, a value with its target, several units of one heading together."""
    mark = cite(draft, grid, [row])
    subject = f"{'In' if grid.by_period else 'For'} {named(grid, row)}"
    if set(columns) & set(grid.pair) and set(columns) <= set(grid.pair):
        return f"{subject}, {against(draft, grid, row, mark)}{title} {mark}."
    by_heading: dict[str, list[Column]] = {}
    for column in columns:
        by_heading.setdefault(column.heading, []).append(column)
    parts = [_stood(draft, grid, row, alike, mark) for alike in by_heading.values()]
    return f"{subject}, {joined(parts)}{title} {mark}."


def against(draft: Draft, grid: Grid, row: int, mark: str) -> str:
    """A value against its target and how far it is from it: "rating stood at 7% against a target of 9%, ..."."""
    value, goal = (grid.cell(row, column) for column in grid.pair)
    said = _stood(draft, grid, row, grid.pair[:1], mark)
    if value.value is None or goal.value is None:
        return f"{said} and {_stood(draft, grid, row, grid.pair[1:], mark)}"
    draft.figure(amount(goal), mark)
    said += f" against a target of {amount(goal)}"
    found = change(goal, value)
    if not found.value:
        return f"{said}, exactly on it"
    size = difference(found.value, value)
    draft.figure(size, mark, found)
    return f"{said}, {size} {'above' if found.value > 0 else 'below'} it"


def figure_or_none(draft: Draft, cell: Observation, mark: str) -> str:
    """A figure, accounted for, or that none is given and what is printed instead."""
    if cell.value is not None:
        draft.figure(amount(cell), mark)
        return amount(cell)
    meaning = draft.holdings.document(cell).symbols.get(cell.shown.strip(), "")
    return f"no figure (printed as “{cell.shown}”{f': {meaning}' if meaning else ''})"


def _stood(draft: Draft, grid: Grid, row: int, columns: Sequence[Column], mark: str) -> str:
    """The figures under one heading, in its one unit or several."""
    cells = [grid.cell(row, column) for column in columns]
    given = [figure_or_none(draft, cell, mark) for cell in cells]
    verb = "stood at" if cells[0].value is not None else "has"
    return f"{heading(columns[0])} {verb} {' or '.join(given)}"
