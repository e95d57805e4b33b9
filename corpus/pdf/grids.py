"""The tables of a page, rebuilt from where their words stand; what is not certain is no table.

Columns are strips of the page that the lines of a table leave free between them; rows are told by the distances of
lines and by which columns they fill. Where more than one reading is left the lines stay text: a missed table is a
nuisance, a value beside another row's label a wrong figure.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from corpus.pdf.runs import Line


@dataclass(frozen=True, slots=True)
class Grid:
    """A table: rows of headings and of cells, all as wide; raised marks of notes stand in cells as "[footnote 3]".

    `lines` are those of the page that it is made of, from top to bottom; edges are in points, y upwards.
    """

    header: tuple[tuple[str, ...], ...]
    rows: tuple[tuple[str, ...], ...]
    lines: tuple[Line, ...]
    left: float
    right: float
    top: float
    bottom: float

    @property
    def headings(self) -> tuple[str, ...]:
        """One heading a column: a heading over several columns is that of each of them too."""
        columns = (dict.fromkeys(filter(None, cells)) for cells in zip(*self.header, strict=True))
        return tuple(" ".join(column) for column in columns)

    def piped(self) -> str:
        """The table as pipe rows under a rule of dashes."""
        shown = [self.headings, ("---",) * len(self.headings), *self.rows]
        return "\n".join("| " + " | ".join(cell.replace("|", r"\|") for cell in row) + " |" for row in shown)


@dataclass(frozen=True, slots=True)
class Doubt:
    """Lines under a caption that look like a table and cannot be read safely: `why` says what is uncertain."""

    place: str  # of the caption: "Table 3"
    why: str
    lines: tuple[Line, ...]


def grids(lines: Sequence[Line]) -> list[Grid]:
    """The tables among the lines of one page, or of one of its columns, from top to bottom."""
    return read(lines)[0]


def read(lines: Sequence[Line]) -> tuple[list[Grid], list[Doubt]]:
    """The tables among the lines, and those under a caption whose rows or columns could not be told apart."""
    return [], []
