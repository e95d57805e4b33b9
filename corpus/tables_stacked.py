"""Tables that an extraction set one cell a line: headings first, then the cells, row by row."""

import re
from collections.abc import Sequence

from corpus.numbers import is_number
from corpus.periods import parse_period
from corpus.tables_raw import IncompleteRow, RawTable

CAPTION = re.compile(r"^Table\s+(?:\d+|[A-Z][a-z]+)\s*[:.]\s*\S")
LONGEST_CELL = 80
WIDEST = 6

Cell = tuple[int, str]  # line index, text


def read(lines: Sequence[str], at: int) -> RawTable | None:
    """The stacked table whose first heading is line `at`, under its caption; None where there is none.

    A row is a label or a period and then numbers; of the widths at which there are rows, the one that
    takes in most cells is the table's. Raises IncompleteRow where a row breaks off among the others.
    """
    if not _under_caption(lines, at):
        return None
    cells = _cells(lines, at)
    tables = [(width, rows) for width in range(2, WIDEST + 1) if (rows := _rows(cells, width))]
    if not tables:
        return None
    width, rows = max(tables, key=lambda table: table[0] * len(table[1]))
    rest = cells[width * (len(rows) + 1) :]
    if rest and _belongs(rest[0], rows):
        raise IncompleteRow(*rest[0])
    headers = tuple(text for _, text in cells[:width])
    last_line = cells[width * (len(rows) + 1) - 1][0]
    return RawTable.checked(headers, rows, last_line + 1)


def _cells(lines: Sequence[str], at: int) -> list[Cell]:
    """The short lines from `at` on, up to one that is no cell."""
    cells: list[Cell] = []
    for number in range(at, len(lines)):
        line = lines[number].strip()
        if len(line) > LONGEST_CELL or line.endswith((".", ":")) or "|" in line or "\t" in line or CAPTION.match(line):
            break
        if line:
            cells.append((number, line))
    return cells


def _rows(cells: Sequence[Cell], width: int) -> list[tuple[int, tuple[str, ...]]]:
    """The rows that the cells make at this width, until they stop making any."""
    rows: list[tuple[int, tuple[str, ...]]] = []
    if any(is_number(text) for _, text in cells[:width]):
        return rows
    for start in range(width, len(cells) - width + 1, width):
        line, label = cells[start]
        values = tuple(text for _, text in cells[start + 1 : start + width])
        if not _is_label(label) or not all(map(is_number, values)):
            break
        rows.append((line, (label, *values)))
    return rows


def _is_label(text: str) -> bool:
    return not is_number(text) or parse_period(text) is not None


def _belongs(cell: Cell, rows: Sequence[tuple[int, tuple[str, ...]]]) -> bool:
    """Whether a cell under the last whole row is part of one: a number, or a period where rows have one."""
    by_period = all(parse_period(row[0]) is not None for _, row in rows)
    return is_number(cell[1]) or (by_period and parse_period(cell[1]) is not None)


def _under_caption(lines: Sequence[str], at: int) -> bool:
    if not lines[at].strip():
        return False
    above = next((lines[n].strip() for n in range(at - 1, -1, -1) if lines[n].strip()), "")
    return bool(CAPTION.match(above))
