"""A table as pipe rows under its title, its notes below; one that cannot be read safely is left out and named."""

from collections.abc import Sequence
from pathlib import Path

from corpus.errors import IncompleteTable
from corpus.furniture import ENDS
from corpus.html.grids import WIDEST, Row, heads
from corpus.lines_reader import LONG
from corpus.numbers import is_number

REMEDY = "Complete the row, or take it out, and ingest again."


def lines(grid: Sequence[Row], line: int, path: Path) -> tuple[list[str], list[str]]:
    """The lines of a table whose rows are `grid`, and what was left out of them.

    `line` is where the table stands. Raises IncompleteTable, which names `path`, where a row lacks a cell.
    """
    grid = [row for row in grid if any(row.cells)]
    width = max((len(row.cells) for row in grid), default=0)
    if width > WIDEST:
        return [], [f"line {line}: a table of more than {WIDEST} columns"]
    head, body = grid[: heads(grid)], grid[heads(grid) :]
    above = [row for row in head[:-1] if row.is_one(width)]
    below = list[str]()
    while body and body[-1].is_one(width) and not is_number(body[-1].cells[0]):
        below.insert(0, body.pop().cells[0])
    header = [row for row in head if row not in above]
    found, left_out = (_piped_rows(header, body, path), []) if header else _without_heading(body)
    return [*(row.cells[0] for row in above), *found, *below], left_out


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
        return [], [f"line {body[0].line}: a table without headings, so its cells cannot be named"]
    return [], []


def _check(header: Sequence[Row], body: Sequence[Row], path: Path) -> None:
    width = len(header[0].cells)
    for row in [*header, *body]:
        if len(row.cells) != width:
            shown = " | ".join(row.cells)[:80]
            what = f"a table row has {len(row.cells)} cells where its header has {width}: {shown!r}"
            raise IncompleteTable(path, f"line {row.line}: {what}", REMEDY)


def _piped(cells: Sequence[str]) -> str:
    return "".join(f"| {cell.replace('|', chr(92) + '|')} " for cell in cells) + "|"
