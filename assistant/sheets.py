"""A table as the figures of an answer are sought in it: by the digits that its cells print, and by its headings."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache

from assistant.trace import NUMBER
from assistant.words import fold, stems
from corpus.models import Table
from corpus.numbers import is_number
from corpus.periods import Period, without_periods
from corpus.roles import one_period, roles

WORD = re.compile(r"[\w&]+")
CODE = re.compile(r"\b[A-Z]{2,}\d+[A-Za-z]*\b")
LABELLED = re.compile(rf"^.*?{CODE.pattern}\s*[-–:]\s*")
OF_CHANGE = re.compile(r"percentage points?|^change", re.I)
TARGET = re.compile(r"\b(?:targets?|ceiling|goal|against)\b(?!.*\b(?:figure|performance|value)\b)", re.I)


@dataclass(frozen=True, slots=True)
class Said:
    """A figure as an answer says it: its digits or symbol, the words before it, the periods of its sentence.

    `points`: in percentage points; None where the answer leaves its unit out.
    """

    shown: str
    points: bool | None = None
    before: str = ""
    periods: tuple[Period, ...] = ()


class Sheet:
    """A table as figures are sought in it: what its cells print, what its columns are, what its rows are called."""

    def __init__(self, table: Table) -> None:
        """Nothing is worked out before it is asked for: an answer cites few rows of a long table."""
        self.table = table

    def label(self, row: int) -> str:
        """What names a row, as printed."""
        return self.table.rows[row][self._label]

    def name(self, row: int) -> str:
        """What names a row without its code: "Doors opened on time" of "QM101 - Doors opened on time"."""
        return LABELLED.sub("", self.label(row)) or self.label(row)

    def column_printing(self, rows: Sequence[int], operands: Sequence[str]) -> int | None:
        """The first column in which these rows print all of some figures; None where there is none."""
        for column in range(1, len(self.table.headers)):
            if set(operands) <= {shown(self.table.rows[row][column]) for row in rows}:
                return column
        return None

    def columns(self, row: int, said: Iterable[Said]) -> set[int]:
        """The columns of a row that print what is said; of several that print the same, those it is said of."""
        cells = [(column, self.table.rows[row][column]) for column in range(1, len(self.table.headers))]
        printed = [(column, shown(cell)) for column, cell in cells]
        worded = [(column, cell) for column, cell in cells if not is_number(cell)]
        found: set[int] = set()
        for one in said:
            of_change = (one.points,) if one.points is not None else (True, False)
            printing = [c for c, figure in printed if figure == one.shown and self._is_of_change(row, c) in of_change]
            printing = printing or [c for c, cell in worded if one.shown in numbers(without_periods(cell))]
            fits = [self._fit(column, one) for column in printing] if len(printing) > 1 else [0.0] * len(printing)
            found |= {column for column, fit in zip(printing, fits, strict=True) if fit == max(fits)}
        return found

    def named(self, rows: Sequence[int], text: str) -> list[int]:
        """Those of some rows that a text names by code or label; one row alone need not be named."""
        if len(rows) == 1:
            return list(rows)
        codes, said = set(CODE.findall(text)), plain(text)
        found = set()
        for row, name, own in self._names:
            by_name = name in said
            if by_name or not codes.isdisjoint(own):
                found.add(row)
                said = said.replace(name, " ") if by_name else said
        return [row for row in rows if row in found]

    @cached_property
    def _names(self) -> list[tuple[int, str, list[str]]]:
        """The rows with what they are called and their codes, the longest name first.

        So "Wales" is not found in "England and Wales".
        """
        rows = range(len(self.table.rows))
        named = [(row, plain(self.name(row)), CODE.findall(self.label(row))) for row in rows if self.label(row)]
        return sorted(named, key=lambda row: -len(row[1]))

    @cached_property
    def _label(self) -> int:
        columns = roles(self.table)
        return columns.get("label", columns.get("area", 0))

    def _is_of_change(self, row: int, column: int) -> bool:
        header, cell = self.table.headers[column], self.table.rows[row][column]
        return cell.rstrip().endswith("pp") or OF_CHANGE.search(header) is not None

    def _fit(self, column: int, said: Said) -> float:
        """How well what is said fits a column: a target or not, then its period, a level before a change, its words."""
        header = self.table.headers[column]
        target = (TARGET.search(said.before) is not None) == (TARGET.search(header) is not None)
        named = set(stems(header))
        words = len(named & set(stems(said.before))) / max(1, len(named))
        return 8 * target + 4 * (one_period(header) in said.periods) + 2 * (OF_CHANGE.search(header) is None) + words


@lru_cache(maxsize=2_000)
def plain(text: str) -> str:
    """The folded words of a text, each between blanks."""
    return f" {' '.join(WORD.findall(fold(text)))} "


def numbers(text: str) -> list[str]:
    """The figures of a text, as their digits."""
    return [digits(found) for found in NUMBER.findall(text)]


def digits(number: str) -> str:
    """A figure without what only groups it: "1204" of "1,204"."""
    return number.rstrip(",").replace(",", "")


def shown(cell: str) -> str:
    """The digits that a cell prints, or its symbol where it prints none; "" where it is no figure."""
    if not is_number(cell):
        return ""
    return next(iter(numbers(cell)), cell.strip())
