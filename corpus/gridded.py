"""A grid of cells as pipe rows under its title, its notes below; one that cannot be read safely is left out and named.

What the readers of web pages and of Word documents share: they find the cells, this settles which rows head.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from corpus.errors import IncompleteTable
from corpus.furniture import ENDS
from corpus.lines_reader import LONG
from corpus.numbers import is_number
from corpus.tables_raw import MARK

WIDEST = 100  # columns of a table
REMEDY = "Complete the row, or take it out, and ingest again."


@dataclass(slots=True)
class Row:
    """A row of a table: its cells, where it stands, and whether it is set as a row of headings."""

    cells: list[str]
    place: str  # "line 12", "row 3"
    in_head: bool
    all_heads: bool
    alone: bool  # one cell spans it

    def is_one(self, width: int) -> bool:
        """Whether one cell spans the whole table: a title, a source or a note."""
        return self.alone and width > 1 and len(self.cells) == width


def lines(grid: Sequence[Row], place: str, path: Path) -> tuple[list[str], list[str]]:
    """The lines of a table whose rows are `grid`, and what was left out of them.

    `place` is where the table stands. Raises IncompleteTable, which names `path`, where a row lacks a cell.
    """
    grid = [row for row in grid if any(row.cells)]
    width = max((len(row.cells) for row in grid), default=0)
    if width > WIDEST:
        return [], [f"{place}: a table of more than {WIDEST} columns"]
    head, body = grid[: heads(grid)], grid[heads(grid) :]
    above = [row for row in head[:-1] if row.is_one(width)]
    below = list[str]()
    while body and body[-1].is_one(width) and not is_number(body[-1].cells[0]):
        below.insert(0, body.pop().cells[0])
    header = [row for row in head if not row.is_one(width)] or head
    found, left_out = (_piped_rows(header, _grouped(body, width), path), []) if header else _without_heading(body)
    return [*(row.cells[0] for row in above), *found, *below], left_out


def heads(grid: Sequence[Row]) -> int:
    """How many rows at the top hold headings; a plain first row does where it has no number over columns of them."""
    is_headed, width = any(row.in_head for row in grid), max((len(row.cells) for row in grid), default=0)
    found = next((n for n, row in enumerate(grid) if not (row.in_head if is_headed else row.all_heads)), len(grid))
    while found > 1 and grid[found - 1].is_one(width) and not all(row.is_one(width) for row in grid[:found]):
        found -= 1  # it names the rows below it, not the columns
    if found or len(grid) < 2:
        return found
    columns = list(zip(*([is_number(MARK.sub("", cell)) for cell in row.cells] for row in grid), strict=False))
    return int(not any(column[0] for column in columns[1:]) and any(all(column[1:]) for column in columns))


def _grouped(body: Sequence[Row], width: int) -> list[Row]:
    """The rows without those that name a group of them; where rows are not known apart without it, it goes before."""
    groups, group = list[tuple[str, Row]](), ""
    for row in body:
        if row.is_one(width) and row.cells[0] and not is_number(row.cells[0]):
            group = row.cells[0]
        else:
            groups.append((group, row))
    labels = [row.cells[0] for _, row in groups if row.cells]
    named = {name for name, _ in groups if name}
    if not named or (len(named) > 1 and len(set(labels)) == len(labels)):
        return [row for _, row in groups]
    return [replace(row, cells=[": ".join(filter(None, (name, row.cells[0]))), *row.cells[1:]]) for name, row in groups]


def _piped_rows(header: Sequence[Row], body: Sequence[Row], path: Path) -> list[str]:
    """The rows as one text, under one row of headings; columns that hold nothing are dropped."""
    _check(header, body, path)
    columns = [dict.fromkeys(filter(None, cells)) for cells in zip(*(row.cells for row in header), strict=True)]
    headings = [" ".join(column) for column in columns]
    kept = [n for n, text in enumerate(headings) if text or any(row.cells[n] for row in body)]
    shown = [headings, ["---"] * len(headings), *(row.cells for row in body)]
    return ["\n".join(_piped([row[n] for n in kept]) for row in shown)]


def _without_heading(body: Sequence[Row]) -> tuple[list[str], list[str]]:
    """Rows whose columns have no headings: a claim and its explanation are kept, figures cannot be named."""
    if any(len(cell) > LONG and ENDS.search(cell) for row in body for cell in row.cells):
        return [_piped(list(filter(None, row.cells))) for row in body], []
    if body:
        return [], [f"{body[0].place}: a table without headings, so its cells cannot be named"]
    return [], []


def _check(header: Sequence[Row], body: Sequence[Row], path: Path) -> None:
    width = len(header[0].cells)
    for row in [*header, *body]:
        if len(row.cells) != width:
            shown = " | ".join(row.cells)[:80]
            what = f"a table row has {len(row.cells)} cells where its header has {width}: {shown!r}"
            raise IncompleteTable(path, f"{row.place}: {what}", REMEDY)


def _piped(cells: Sequence[str]) -> str:
    return "".join(f"| {cell.replace('|', chr(92) + '|')} " for cell in cells) + "|"
