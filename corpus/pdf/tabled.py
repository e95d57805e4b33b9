"""Tables in the place of their lines: first those over the whole page, then those that stand in one column of text."""

from collections.abc import Sequence
from dataclasses import replace

from corpus.numbers import is_number
from corpus.pdf import grids
from corpus.pdf.columns import Column, Item, top
from corpus.pdf.edges import is_row
from corpus.pdf.grids import Grid
from corpus.pdf.pen import RUN_GAP
from corpus.pdf.runs import Line
from corpus.tables_raw import MARK

LEVEL = 1.0  # points: lines on one height
SHARED = 0.7  # of the lines of half a table: as many stand at the height of lines of the other half
SHORT = 0.6  # of the width of its column: a line of running text is longer


def with_tables(lines: Sequence[Line], place: str, doubts: list[str]) -> list[Item]:
    """The lines of a page, with tables in the place of theirs; `doubts` is told what may be one, and why it is none."""
    tables, doubtful = grids.read(lines)
    taken = {id(line) for table in tables for line in table.lines}
    doubts += [f"{place}, {doubt.place}: {doubt.why}" for doubt in doubtful]
    kept: list[Item] = [line for line in lines if id(line) not in taken]
    return [*kept, *tables]


def with_tables_within(columns: Sequence[Column], place: str, doubts: list[str]) -> list[Column]:
    """The columns of a page, with tables in the place of the lines of each column that has others beside it."""
    return [_within(column, columns, place, doubts) if column.among else column for column in columns]


def _within(column: Column, columns: Sequence[Column], place: str, doubts: list[str]) -> Column:
    own = [item for item in column.items if isinstance(item, Line)]
    held: list[Item] = [item for item in column.items if isinstance(item, Grid)]
    beside = [_cell_heights(other) for other in columns if other is not column]
    read = with_tables(own, place, doubts)
    tables = [item for item in read if isinstance(item, Grid)]
    if any(_is_unlabelled(table) or any(_is_half(table, heights) for heights in beside) for table in tables):
        return column
    return replace(column, items=tuple(sorted([*held, *read], key=lambda item: -top(item))))


def _cell_heights(column: Column) -> list[float]:
    """The heights of the lines of a column that are no running text: they are short, or their words stand apart."""
    lines = [item for item in column.items if isinstance(item, Line)]
    width = max((line.right for line in lines), default=0.0) - min((line.x for line in lines), default=0.0)
    return [line.y for line in lines if line.right - line.x < SHORT * width or is_row(line, RUN_GAP)]


def _is_unlabelled(table: Grid) -> bool:
    """Whether the first cell of every row is a figure, so that its labels may stand in another column."""
    return all(is_number(MARK.sub("", row[0])) and any(map(str.isdigit, row[0])) for row in table.rows)


def _is_half(grid: Grid, heights: Sequence[float]) -> bool:
    """Whether a grid may be half of a table whose other half was taken for another column."""
    shared = sum(any(abs(line.y - height) <= LEVEL for height in heights) for line in grid.lines)
    return shared >= SHARED * len(grid.lines)
