"""Answers about all rows of a table without codes: listed, ranked, added up where they may be."""

import re
from collections.abc import Sequence
from decimal import Decimal

from assistant import phrases
from assistant.answers import Status
from assistant.calculate import Derived, change
from assistant.cell_grids import Column, Grid
from assistant.cell_phrases import against, cite, figure_or_none, heading, named, row_said, titled, where, with_unit
from assistant.cells import CellMatch
from assistant.draft import Draft
from assistant.words import fold

MOST_LISTED, FIRST_LISTED = 12, 5  # rows that a ranking lists, and how many where there are more
AVERAGED = re.compile(r"\b(?:averages?|mean|median|rates?|ratios?|per|index|scores?|points?)\b|%")
ALL_ROWS = re.compile(r"(?:grand |sub-?)?(?:totals?|all|overall)\b")


def listing(draft: Draft, match: CellMatch) -> Status:
    """The figures of each row, in the table's order."""
    grid, columns = match.grid, match.columns or match.grid.columns
    names = phrases.listed(dict.fromkeys(heading(column) for column in columns))
    mark = cite(draft, grid, match.rows)
    draft.say(f"The table gives a figure of {names} for each row, listed here{titled(grid)} {mark}.")
    draft.say(where(grid))
    _items(draft, match, columns, match.rows)
    return "answered"


def ranking(draft: Draft, match: CellMatch) -> Status:
    """Which row is highest or lowest in each column asked for, then the rows in that order."""
    grid = match.grid
    if match.gap and match.columns and match.columns == grid.pair:
        return _gaps_ranked(draft, match)
    rows = [row for row in match.rows if not is_total(grid, row)]
    columns = match.columns or [next((c for c in grid.columns if ALL_ROWS.match(fold(c.heading))), grid.columns[0])]
    order: list[int] = []
    for column in columns:
        values = {row: value for row in rows if (value := grid.cell(row, column).value) is not None}
        if not values:
            continue
        found, how = _ordered(match, values)
        mark = cite(draft, grid, match.rows)
        first = [row for row in found if values[row] == values[found[0]]]
        names = phrases.listed(named(grid, row) for row in first)
        best = figure_or_none(draft, grid.cell(first[0], column), mark)
        draft.say(
            f"{names} {'is' if len(first) == 1 else 'are'} {how} for {heading(column)}, at {best}"
            f"{'' if order else titled(grid)} {mark}."
        )
        order = order or found
    draft.say(where(grid))
    _items(draft, match, columns, [*order, *(row for row in match.rows if row not in order)])
    return "answered"


def total(draft: Draft, match: CellMatch) -> Status:
    """A printed total, else the sum of a column of counts with its working; shares are never added up."""
    grid, columns = match.grid, match.columns or match.grid.columns
    printed = [row for row in match.rows if is_total(grid, row)]
    if printed and not match.named:
        for row in printed:
            draft.say(row_said(draft, grid, row, columns, titled(grid)))
        draft.say(where(grid))
        return "answered"
    counts = [column for column in columns if _is_count(grid, match.rows, column)]
    for column in counts:
        _summed(draft, match, column)
    if len(counts) < len(columns):
        reason = "the rows are periods" if grid.by_period else "the rows of shares and averages have different bases"
        left = phrases.listed(heading(c) + (f" ({c.unit})" if c.unit else "") for c in columns if c not in counts)
        mark = cite(draft, grid, match.rows)
        draft.say(f"No total is printed of {left}, and none is worked out, because {reason}{titled(grid)} {mark}.")
    draft.say(where(grid))
    return "answered" if counts else "not_found"


def average(draft: Draft, match: CellMatch) -> Status:
    """That no average is printed, and why none is worked out."""
    grid, columns = match.grid, match.columns or match.grid.columns
    names = phrases.listed(dict.fromkeys(heading(column) for column in columns))
    mark = cite(draft, grid, match.rows)
    draft.say(
        f"No average is printed of {names}, and none is worked out, because the rows have different sizes and bases"
        f"{titled(grid)} {mark}."
    )
    draft.say(where(grid))
    return "not_found"


def is_total(grid: Grid, row: int) -> bool:
    """Whether a row is printed for all the others together."""
    return ALL_ROWS.match(fold(grid.label(row))) is not None


def _ordered(match: CellMatch, values: dict[int, Decimal]) -> tuple[list[int], str]:
    """Rows in the order asked for, and what the first is; the biggest gap lies the way that most gaps do."""
    most_below = match.gap and sum(value < 0 for value in values.values()) * 2 > len(values)
    order = match.order or ("lowest" if most_below else "highest")
    if order == "nearest" and match.gap:
        return sorted(values, key=lambda row: abs(values[row])), "nearest to zero"
    lowest = order != "highest"
    return sorted(values, key=lambda row: values[row], reverse=not lowest), "lowest" if lowest else "highest"


def _gaps_ranked(draft: Draft, match: CellMatch) -> Status:
    """The rows by how far their values are from their targets, the distances worked out."""
    grid = match.grid
    value, goal = grid.pair
    cells = {row: (grid.cell(row, goal), grid.cell(row, value)) for row in match.rows if not is_total(grid, row)}
    gaps = {row: change(*two).value for row, two in cells.items() if None not in (two[0].value, two[1].value)}
    by_size = sorted(gaps, key=lambda row: abs(gaps[row]), reverse=match.order != "nearest")
    signed = sorted(gaps, key=lambda row: gaps[row], reverse=match.order == "highest")
    order = signed if match.order in ("highest", "lowest") else by_size
    first = order[0]
    mark = cite(draft, grid, [first])
    how = "nearest to" if match.order == "nearest" else "furthest above" if gaps[first] > 0 else "furthest below"
    said = against(draft, grid, first, mark)
    draft.say(f"{named(grid, first)} was {how} its target: {said}{titled(grid)} {mark}.")
    draft.say(where(grid))
    for row in _most(order)[1:]:
        mark = cite(draft, grid, [row])
        draft.say(f"- {named(grid, row)}: {against(draft, grid, row, mark)} {mark}.")
    return "answered"


def _items(draft: Draft, match: CellMatch, columns: Sequence[Column], order: Sequence[int]) -> None:
    """Rows as list items, in an order."""
    grid, mark = match.grid, cite(draft, match.grid, match.rows)
    for row in _most(order):
        figures = [
            (f"{heading(c)} " if len({x.heading for x in columns}) > 1 else "")
            + figure_or_none(draft, grid.cell(row, c), mark)
            for c in columns
        ]
        draft.say(f"- {named(grid, row)}: {'; '.join(figures)} {mark}")


def _most(rows: Sequence[int]) -> Sequence[int]:
    return rows if len(rows) <= MOST_LISTED else rows[:FIRST_LISTED]


def _is_count(grid: Grid, rows: Sequence[int], column: Column) -> bool:
    """Whether figures may be added up: numbers of one unit of rows that are no periods; no shares or averages."""
    if grid.by_period or column.unit == "percent" or AVERAGED.search(fold(f"{column.heading} {column.unit}")):
        return False
    values = [value for row in rows if (value := grid.cell(row, column).value) is not None]
    return bool(values) and (column.unit != "" or all(value == value.to_integral_value() for value in values))


def _summed(draft: Draft, match: CellMatch, column: Column) -> None:
    grid = match.grid
    cells = {row: grid.cell(row, column) for row in match.rows}
    held = [(cell, cell.value) for cell in cells.values() if cell.value is not None]
    sum_of = sum((value for _, value in held), Decimal(0))
    working = f"{' + '.join(str(value) for _, value in held).replace('+ -', '- ')} = {sum_of}"
    mark = cite(draft, grid, match.rows)
    size = with_unit(f"{sum_of:,}", column.unit)
    draft.figure(size, mark, Derived(sum_of, working, tuple(cell for cell, _ in held)))
    rows = phrases.listed(named(grid, row) for row in match.rows) if match.named else "the rows of the table"
    draft.say(f"Added up over {rows}, {heading(column)} comes to {size}{titled(grid)} {mark}; no total is printed.")
    if left := [named(grid, row) for row, cell in cells.items() if cell.value is None]:
        draft.say(f"The sum leaves out {phrases.listed(left)}, for which no figure is printed.")
    draft.caveat("The sum takes the rows of the table to be separate counts.")
    ends = sorted({cell.period for cell, _ in held})
    if len(ends) > 1:
        draft.caveat(f"The rows are of different dates, from {ends[0].label} to {ends[-1].label}.")
