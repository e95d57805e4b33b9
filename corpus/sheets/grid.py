"""A sheet as a reader sees it: what its cells show, without the rows and columns that are hidden."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Literal

from corpus.errors import UnreadableFile

MOST_CELLS = 1_000_000  # of a workbook, empty ones between others included
REMEDY = "Give the tables that are wanted as a workbook of their own."


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell and the text it shows; one that a merged cell covers has its text, and says where that one lies."""

    shown: str = ""
    covered: Literal["", "left", "above"] = ""


BLANK = Cell()
Row = tuple[Cell, ...]


@dataclass(frozen=True, slots=True)
class Sheet:
    """The visible part of a sheet: rows of one width, () for one or several blank rows; `left_out` says what is not.

    The rows of a file that has no sheets are a sheet without name.
    """

    name: str
    rows: tuple[Row, ...] = ()
    left_out: tuple[str, ...] = ()

    @property
    def place(self) -> str:
        """Where a reader finds it: "sheet Table_2", "" for one without name."""
        return f"sheet {self.name}" if self.name else ""


@dataclass(slots=True)
class Budget:
    """How many cells of a workbook may still be read; `path` names it."""

    path: Path
    left: int = MOST_CELLS

    def spend(self, cells: int) -> None:
        """Take so many cells. Raises UnreadableFile where there are not so many left."""
        self.left -= cells
        if self.left < 0:
            raise UnreadableFile(self.path, f"it has more than {MOST_CELLS:,} cells", REMEDY)


@dataclass(slots=True)
class Grid:
    """A sheet while it is read: texts by row and column (from 0), merged cells, what is hidden or not known."""

    name: str
    budget: Budget
    cells: dict[int, dict[int, str]] = field(default_factory=dict)
    merged: list[tuple[int, int, int, int]] = field(default_factory=list)  # first row and column, last row and column
    hidden_rows: list[tuple[int, int]] = field(default_factory=list)  # first and last
    hidden_columns: list[tuple[int, int]] = field(default_factory=list)
    unresolved: int = 0  # formulas without results
    unshown: int = 0  # numbers whose format is not known

    def put(self, row: int, column: int, shown: str) -> None:
        """Set what a cell shows; an empty text sets nothing."""
        if shown:
            self.cells.setdefault(row, {})[column] = shown

    def sheet(self) -> Sheet:
        """What a reader sees of it."""
        columns = sorted({column for row in self.cells.values() for column in row})
        seen = [column for column in columns if not _within(column, self.hidden_columns)]
        rows = [row for row in sorted(self.cells) if not _within(row, self.hidden_rows)]
        self.budget.spend(max(0, len(rows) * len(seen) - sum(map(len, self.cells.values()))))
        covered = self._covered(rows, seen)
        shown = [tuple(covered.get((r, c)) or _cell(self.cells[r].get(c)) for c in seen) for r in rows]
        return Sheet(self.name, tuple(_spaced(rows, shown)), tuple(self._left_out(len(columns) - len(seen), rows)))

    def _covered(self, rows: Sequence[int], columns: Sequence[int]) -> dict[tuple[int, int], Cell]:
        """The cells that merged ones cover, each with the text that lies over it."""
        found: dict[tuple[int, int], Cell] = {}
        for first_row, first_column, last_row, last_column in self.merged:
            shown = self.cells.get(first_row, {}).get(first_column, "")
            across = columns[bisect_left(columns, first_column) : bisect_right(columns, last_column)]
            down = rows[bisect_left(rows, first_row) : bisect_right(rows, last_row)]
            self.budget.spend(len(across) * len(down))
            for row in down:
                for column in across:
                    if (row, column) != (first_row, first_column):
                        found[row, column] = Cell(shown, "left" if row == first_row else "above")
        return found

    def _left_out(self, columns: int, rows: Sequence[int]) -> Iterator[str]:
        """One line each for what is not shown or not known."""
        hidden = len(self.cells) - len(rows)
        for count, one, several in (
            (hidden, "row is hidden", "rows are hidden"),
            (columns, "column is hidden", "columns are hidden"),
            (self.unresolved, "formula has no result", "formulas have no results"),
            (self.unshown, "number has a format that is not known", "numbers have formats that are not known"),
        ):
            if count:
                yield f"sheet {self.name}: {count} {one if count == 1 else several}"


def _cell(shown: str | None) -> Cell:
    return Cell(shown) if shown else BLANK


def _within(number: int, ranges: Sequence[tuple[int, int]]) -> bool:
    return any(first <= number <= last for first, last in ranges)


def _spaced(numbers: Sequence[int], rows: Sequence[Row]) -> Iterator[Row]:
    """The rows with () where blank ones lay between them."""
    before = -1
    for number, row in zip(numbers, rows, strict=True):
        if number > before + 1:
            yield ()
        yield row
        before = number
