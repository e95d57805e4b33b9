"""Answers about which rows of a table lie at or above their targets, and which below.

A table without codes does not say whether more of something is better, so a side is said and never "met".
"""

from decimal import Decimal

from assistant import phrases
from assistant.answers import Status
from assistant.calculate import Derived, change
from assistant.cell_grids import Column
from assistant.cell_phrases import against, cite, figure_or_none, heading, named, titled, where
from assistant.cell_rankings import is_total
from assistant.cells import CellMatch
from assistant.draft import Draft

SAID = {"above": "at or above", "below": "below"}


def sides(draft: Draft, match: CellMatch) -> Status:
    """How many rows lie on the side asked for, of those with both figures, and which; all where none does."""
    grid, column = match.grid, _gap_column(match)
    gaps = _gaps(match, column)
    chosen = [row for row, gap in gaps.items() if (gap < 0) == (match.side == "below")]
    asked = match.side or "above"
    mark = cite(draft, grid, match.rows)
    count = f"{len(chosen)} of the {len(gaps)} rows with both figures"
    working = f"{len(chosen)} of {len(gaps)} rows counted"
    draft.figure(count, mark, Derived(Decimal(len(chosen)), working))
    verb = "is" if len(chosen) == 1 else "are"
    goal = "target" if column is None else "the figure that the gap is measured from"
    rows = f": {phrases.listed(named(grid, row) for row in chosen)}" if chosen and column else ""
    draft.say(f"{count} {verb} {SAID[asked]} {goal}{titled(grid)}{rows} {mark}.")
    draft.say(where(grid))
    for row in chosen if chosen and match.side else gaps:
        one = cite(draft, grid, [row])
        cells = [grid.cell(row, c) for c in match.columns if c.is_gap] if column else []
        given = " or ".join(figure_or_none(draft, cell, one) for cell in cells)
        said = f"{heading(column)} {given}" if column else against(draft, grid, row, one)
        draft.say(f"- {named(grid, row)}: {said} {one}.")
    draft.caveat("The table does not say whether a higher figure is better, so only the side of the target is given.")
    return "answered"


def _gap_column(match: CellMatch) -> Column | None:
    """The printed gap, where the table has no one value to set against a target."""
    return None if match.grid.pair else next(c for c in match.columns if c.is_gap)


def _gaps(match: CellMatch, column: Column | None) -> dict[int, Decimal]:
    """How far each row with both figures is from its target, in its unit; below it under zero."""
    grid, found = match.grid, {}
    for row in (row for row in match.rows if not is_total(match.grid, row)):
        cells = [grid.cell(row, c) for c in ([column] if column else grid.pair)]
        if all(cell.value is not None for cell in cells):
            found[row] = cells[0].value if column else change(cells[1], cells[0]).value
    return {row: gap for row, gap in found.items() if gap is not None}
