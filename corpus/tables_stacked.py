"""Tables that an extraction set one cell a line: headings first, then the cells, row by row."""

import re
from collections.abc import Sequence

from corpus.numbers import is_number
from corpus.periods import parse_period
from corpus.tables_raw import RawTable

CAPTION = re.compile(r"^Table\s+(?:\d+|[A-Z][a-z]+)\s*[:.]\s*\S")
LONGEST_CELL = 80
WIDEST = 6


def read(lines: Sequence[str], at: int) -> RawTable | None:
    """The stacked table whose first heading is line `at`, under its caption; None where there is none.

    The width is the one for which every row starts with a label or a period and goes on with numbers.
    """
    if not _under_caption(lines, at):
        return None
    cells: list[tuple[int, str]] = []
    for number in range(at, len(lines)):
        line = lines[number].strip()
        if len(line) > LONGEST_CELL or line.endswith((".", ":")) or "|" in line or "\t" in line:
            break
        if line:
            cells.append((number, line))
    for width in range(2, WIDEST + 1):
        rows = _rows(cells, width)
        if rows:
            headers = tuple(cell for _, cell in cells[:width])
            last_line = cells[width * (len(rows) + 1) - 1][0]
            return RawTable.checked(headers, rows, last_line + 1)
    return None


def _rows(cells: Sequence[tuple[int, str]], width: int) -> list[tuple[int, tuple[str, ...]]]:
    """The rows that the cells make at this width, until they stop making any."""
    rows: list[tuple[int, tuple[str, ...]]] = []
    if any(is_number(cell) for _, cell in cells[:width]):
        return rows
    for start in range(width, len(cells) - width + 1, width):
        line, label = cells[start]
        values = tuple(cell for _, cell in cells[start + 1 : start + width])
        if is_number(label) and parse_period(label) is None or not all(map(is_number, values)):
            break
        rows.append((line, (label, *values)))
    return rows


def _under_caption(lines: Sequence[str], at: int) -> bool:
    if not lines[at].strip():
        return False
    above = next((lines[n].strip() for n in range(at - 1, -1, -1) if lines[n].strip()), "")
    return bool(CAPTION.match(above))
