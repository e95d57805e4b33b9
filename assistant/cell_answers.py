"""Answers about the cells of tables without codes: a figure, a row, a comparison; all rows are cell_rankings.

Units are kept apart, and what prints no figure is named and never counted as zero.
"""

from collections.abc import Sequence

from assistant import disagreements, phrases
from assistant.answers import Answer, Status
from assistant.calculate import change, gap
from assistant.cell_grids import Column
from assistant.cell_phrases import cite, difference, heading, named, row_said, titled, where
from assistant.cell_rankings import MOST_LISTED, average, listing, ranking, total
from assistant.cell_sides import sides
from assistant.cells import CellMatch
from assistant.draft import Draft
from assistant.holdings import Holdings
from assistant.query import Query
from corpus.models import Observation

FEW = 2  # rows that are said in a sentence each; more are listed


def cells_answer(query: Query, holdings: Holdings) -> Answer:
    """Answer from the cells that a question was found to ask for."""
    draft = Draft(query, holdings)
    assert query.cells is not None
    status = write_cells(draft, query.cells)
    disagreements.say_of_sources(draft)
    return draft.done(status)


def write_cells(draft: Draft, match: CellMatch) -> Status:
    """Write what the cells of a match say; "not_found" where the table does not print what was asked."""
    grid = match.grid
    draft.understood("Table", f"{grid.table.title} ({grid.table.locator.place})")
    if not match.rows:
        return _not_printed(draft, match)
    status = _write(draft, match)
    for other in match.also:
        for row in other.rows if other.named and len(other.rows) <= FEW else ():
            columns = other.columns or other.grid.columns
            draft.say(f"- {row_said(draft, other.grid, row, columns, titled(other.grid))}")
    _noted(draft, match)
    return status


def _write(draft: Draft, match: CellMatch) -> Status:
    if match.want == "average":
        return average(draft, match)
    if match.want == "total":
        return total(draft, match)
    if match.want == "rank":
        return ranking(draft, match)
    if match.want == "sides" and (match.grid.pair or any(c.is_gap for c in match.columns)):
        return sides(draft, match)
    if len(match.rows) > FEW or not match.named:
        return listing(draft, match)
    return _values(draft, match)


def _values(draft: Draft, match: CellMatch) -> Status:
    """One row or two; where a row rounds a measure's figure, the measure first unless the table is asked for."""
    grid, columns = match.grid, match.columns or match.grid.columns
    originals = [o for row in match.rows for o in draft.holdings.originals(grid.table, row)]
    for original in () if match.asked_for else originals:
        _say_original(draft, original)
    rounding = f"- {grid.publication.title} prints it rounded: " if draft.started else ""
    for number, row in enumerate(match.rows):
        title = titled(grid) if number == 0 else ""
        draft.say(rounding + row_said(draft, grid, row, columns, title))
    draft.say(where(grid))
    if match.want == "compare":
        _differences(draft, match, columns)
    for original in originals if match.asked_for else ():
        _say_original(draft, original)
    return "answered"


def _differences(draft: Draft, match: CellMatch, columns: Sequence[Column]) -> None:
    """Between two rows of a column, or two columns of a row, of one unit: the difference."""
    grid, rows = match.grid, match.rows
    if len(rows) == FEW:
        pairs = [(column, grid.cell(rows[0], column), grid.cell(rows[1], column)) for column in columns]
    elif len(columns) == FEW and set(columns) != set(grid.pair):
        pairs = [(columns[1], grid.cell(rows[0], columns[0]), grid.cell(rows[0], columns[1]))]
    else:
        return
    marks = " ".join(dict.fromkeys(cite(draft, grid, [row]) for row in rows))
    for column, before, after in pairs:
        if before.value is None or after.value is None or before.unit != after.unit:
            continue
        found = change(before, after)
        size = difference(found.value, after)
        draft.figure(size, marks, found)
        if not found.value:
            draft.say(f"There is no difference between the two {marks}.")
        elif grid.by_period:
            verb, last = phrases.moved(found.value), named(grid, rows[-1])
            draft.say(f"From {named(grid, rows[0])} to {last}, {heading(column)} {verb} by {size} {marks}.")
        else:
            of = f" in {heading(column)}" if len(pairs) > 1 else ""
            draft.say(f"The difference{of} is {size} {marks}.")


def _not_printed(draft: Draft, match: CellMatch) -> Status:
    """That no row is of the periods asked for, and of which there are rows."""
    grid = match.grid
    mark = cite(draft, grid, tuple(grid.rows))
    wanted = phrases.listed(period.label for period in match.missing)
    names = phrases.listed(heading(column) for column in match.columns or grid.columns)
    rows = phrases.listed(o.period.label for o in grid.rows.values())
    draft.say(f"No figure of {names} is published for {wanted}{titled(grid)}; the table has {rows} {mark}.")
    draft.say(where(grid))
    return "not_found"


def _noted(draft: Draft, match: CellMatch) -> None:
    """The notes that the rows given are marked with, and the periods that have no row."""
    table = match.grid.table
    for row in match.rows if len(match.rows) <= MOST_LISTED else ():
        for note in (n for n in table.notes if n.mark in table.marks.get(row, ())):
            draft.caveat(f"{note.mark.capitalize()}: {note.text}")
    if match.begun:
        asked = phrases.listed(period.label for period in match.begun)
        draft.caveat(f"The rows do not run as {asked} does; those that begin in the same calendar year are given.")
    if match.rows and match.missing:
        draft.caveat(f"No row is printed for {phrases.listed(period.label for period in match.missing)}.")


def _say_original(draft: Draft, original: Observation) -> None:
    """The figure of a measure as its producer publishes it."""
    mark = draft.cite(original)
    draft.figure(phrases.amount(original), mark)
    title = draft.holdings.publication(original.locator.publication).title
    said = f"{phrases.measure_name(original.measure)} was {phrases.amount(original)} {phrases.where(original)}"
    if original.value is not None and original.target is not None:
        said += f", {phrases.against_target(original)}"
        found = gap(original)
        draft.figure(phrases.with_unit(original.target_shown, original), mark)
        draft.figure(phrases.points(found.value), mark, found)
    draft.say(f"- As published in {title}: {said} {mark}." if draft.started else f"{said} {mark}.")
    draft.caveat(f"The table prints a rounding; prefer the figure of {title}, which publishes it first.")
