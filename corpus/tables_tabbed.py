"""Tables whose cells are set apart by tabs, as text from a PDF's table finder has them."""

import re
from collections.abc import Sequence

from corpus.tables_raw import BrokenTable, RawTable

FEWEST_ROWS = 2
NARROWEST = 2  # columns
FOOTNOTE_MARK = re.compile(r"(?<=[a-z.)])\s*[⁰¹²³⁴-⁹]+$")


def read(lines: Sequence[str], at: int) -> RawTable | None:
    """The tab table that starts at line `at`, or None. Raises BrokenTable where cells fell apart.

    A second header line of units is joined to the first; an empty or continued first cell takes the label
    above it, as merged cells do.
    """
    end = at
    while end < len(lines) and "\t" in lines[end].strip(" "):
        end += 1
    if end - at <= FEWEST_ROWS:
        return None
    grid = _grid(lines[at:end])
    if len(grid[0]) < NARROWEST:
        return None
    headers, body = _headers(grid)
    if not all(headers[1:]):
        raise BrokenTable("a column has no heading, so its cells cannot be named", end)
    body = [row for row in body if not _torn(row)]
    rows = [tuple(FOOTNOTE_MARK.sub("", cell) for cell in row) for row in _labelled(body)]
    return RawTable(tuple(headers), tuple(rows), end)


def _grid(lines: Sequence[str]) -> list[list[str]]:
    """The cells of the lines, each row as wide as the last column that holds anything."""
    grid = [[cell.strip() for cell in line.split("\t")] for line in lines]
    width = max((n + 1 for row in grid for n, cell in enumerate(row) if cell), default=0)
    return [(row + [""] * width)[:width] for row in grid]


def _headers(grid: Sequence[list[str]]) -> tuple[list[str], Sequence[list[str]]]:
    units = grid[1]
    if any(units) and all(re.fullmatch(r"(?:\(.*\))?", cell) for cell in units):
        return [f"{head} {unit}".strip() for head, unit in zip(grid[0], units, strict=True)], grid[2:]
    return grid[0], grid[1:]


def _torn(row: Sequence[str]) -> bool:
    """Whether a row is one heading across the table, which the tabs tore apart or left alone."""
    filled = [cell for cell in row if cell]
    return (len(filled) == 1 and row[0] != "") or (len(filled) == 2 and row[1][:1].islower())


def _labelled(body: Sequence[list[str]]) -> list[list[str]]:
    """Rows with their labels whole: a label broken over rows is joined and given to each of them."""
    rows = [list(row) for row in body]
    start = 0
    for number, row in enumerate(rows):
        if number and row[0] and _continues(rows[number - 1][0], row[0]):
            joined = f"{rows[number - 1][0]} {row[0]}"
            for earlier in range(start, number + 1):
                rows[earlier][0] = joined
        elif number and not row[0]:
            row[0] = rows[number - 1][0]
        else:
            start = number
    return rows


def _continues(above: str, label: str) -> bool:
    return label[:1].islower() and not above.endswith(".")
