"""The cells of a pasted table as statements: "SL014 Housed on release, 2024-25: 80.4%".

A row is named by all of its cells that hold no number, a cell also by the heading of its column. Years and codes are
no numbers here, nor is a symbol that stands for none.
"""

import re
from collections.abc import Iterator, Sequence

from assistant.checking.cell_units import with_unit
from assistant.checking.claims import Statement
from assistant.checking.figures import figures
from assistant.checking.number_words import WORD as NUMBER_WORD
from assistant.checking.pasted_tables import Pasted
from assistant.checking.row_cells import NUMERIC, Cell, Row
from corpus.periods import find_periods

EMPTY = re.compile(r"(?:\[[a-z]\]|[-–—~.:]|n/?a|\s){0,40}", re.I)
MAY_HOLD = re.compile(rf"\d|\b(?:{NUMBER_WORD}|third|quarter|half)\b", re.I)
A_UNIT = re.compile(r"\(.*\)|%|pp|£\w*|n|number", re.I)
UNLIKE_A_YEAR = re.compile(r"[,.%£]")


def statements(pasted: Pasted, heading: str, caption: str, before: str) -> Iterator[Statement]:
    """A statement for each cell of the rows that holds a number.

    `caption` is what stands just above the table and may give the unit of its numbers.
    """
    first = _headers(pasted)
    headings = _headings(pasted.rows[:first])
    label = ""
    for row, line in zip(pasted.rows[first:], pasted.lines[first:], strict=True):
        if not row:
            continue
        columns = _placed(pasted, row, headings, pasted.rows[first - 1] if first else ())
        numbers = [holds_number(cell) and (n > 0 or bool(NUMERIC.fullmatch(cell.text))) for n, cell in enumerate(row)]
        names = [cell.text for cell, number in zip(row, numbers, strict=True) if not number]
        label = " ".join(name for name in names if not EMPTY.fullmatch(name)) or label
        shown = line.text.strip()
        for cell, column, number in zip(row, columns, numbers, strict=True):
            if number:
                said = ", ".join(part for part in (label, column) if part)
                value = with_unit(cell.text, column, caption)
                yield Statement(
                    text=f"{said}: {value}" if said else value,
                    shown=shown,
                    start=line.start + line.text.find(shown),
                    heading=heading,
                    before=before,
                    cell=(cell.start, cell.end),
                )


def holds_number(cell: Cell) -> bool:
    """Whether a cell holds a number that is no year, code, symbol or length of time that names a measure."""
    if NUMERIC.fullmatch(cell.text):
        return not (find_periods(cell.text) and not UNLIKE_A_YEAR.search(cell.text))
    return MAY_HOLD.search(cell.text) is not None and any(figure.unit != "time" for figure in figures(cell.text))


def _headers(pasted: Pasted) -> int:
    """How many rows at the top are headings: those above a rule, else one or two without numbers."""
    if pasted.ruled:
        return pasted.ruled
    if any(map(holds_number, pasted.rows[0])):
        return 0
    return 2 if len(pasted.rows) > 2 and _is_under(pasted.rows[1]) else 1


def _is_under(row: Row) -> bool:
    """Whether a row only adds to the headings above it: units or periods in all of its cells that hold anything."""
    filled = [cell.text for cell in row[1:] if cell.text]
    if not filled or any(map(holds_number, row)):
        return False
    return all(find_periods(text) or A_UNIT.fullmatch(text) for text in filled)


def _headings(rows: Sequence[Row]) -> list[str]:
    """The heading of each column: what stands above it, a merged cell of an upper row running to the right."""
    width = max((len(row) for row in rows), default=0)
    headings = [""] * width
    for number, row in enumerate(rows):
        above = ""
        for column in range(width):
            text = row[column].text if column < len(row) else ""
            above = text or (above if number + 1 < len(rows) else "")
            headings[column] = f"{headings[column]} {above}".strip()
    return headings


def _placed(pasted: Pasted, row: Row, headings: Sequence[str], header: Row) -> list[str]:
    """The heading of each cell of a row; the heading row may lack the corner, a row of blanks any cell."""
    missing = len(headings) - len(row)
    if missing == -1 and headings:
        return ["", *headings]
    if missing > 0 and pasted.by_place and len(header) == len(headings):
        first = (header[0].start, row[0].start)
        offsets = [cell.start - first[0] + len(cell.text) / 2 for cell in header]
        nearest = [min(range(len(offsets)), key=lambda n: abs(offsets[n] - _middle(cell, first[1]))) for cell in row]
        return [headings[n] for n in nearest]
    return [headings[n] if n < len(headings) else "" for n in range(len(row))]


def _middle(cell: Cell, first: int) -> float:
    return cell.start - first + len(cell.text) / 2
