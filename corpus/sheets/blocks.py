"""A sheet in its parts: the lines that stand alone, and the blocks of rows that may be tables."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from corpus import quarters
from corpus.numbers import SYMBOL, is_number
from corpus.periods import find_periods
from corpus.sheets.grid import BLANK, Cell, Row
from corpus.sheets.words import unmarked
from corpus.tables import CAPTION

YEAR = re.compile(r"(?:19|20)\d\d", re.ASCII)
FOOT = re.compile(r"sources?\s*:|notes?\s*\d*\s*[:.]|\[notes? \d", re.I)
TO_CONTENTS = re.compile(
    r"(?:back|return|link|go)(?: back)? to (?:the )?(?:list of )?(?:contents|index|cover|tables)\b.*", re.I
)
UNIT = re.compile(
    r"\(?(?:%|per ?cent(?:age)?s?|numbers?|counts?|£|£ ?(?:m|k|million|thousand)|days|weeks|months|hours|minutes|people"
    r"|persons|cases|orders|fte|rate|score)\)?",
    re.I,
)
AMONG = "a line among its rows may open another table"

Paragraph = list[str]


class Uncertain(Exception):
    """Why the rows and columns of a table are not certain."""


@dataclass(slots=True)
class Block:
    """Rows that belong together, the paragraphs of lines above and below them, and why they are no table if so."""

    above: list[Paragraph]
    rows: list[Row] = field(default_factory=list)
    below: list[Paragraph] = field(default_factory=list)
    fault: str = ""


def own(row: Row) -> list[Cell]:
    """The cells of a row that show something and that no merged cell covers."""
    return [cell for cell in row if cell.shown and not cell.covered]


def is_value(shown: str) -> bool:
    """Whether a cell shows a value: a number that is no year, or a symbol for one."""
    if shown[:1].isalpha():
        return False
    bare = unmarked(shown)
    return bool(bare) and is_number(bare) and not YEAR.fullmatch(SYMBOL.sub("", bare).strip())


def is_period(shown: str) -> bool:
    """Whether a text names a period, with its year or without ("Q1")."""
    return bool(find_periods(shown) or quarters.parts(shown, []))


def has_values(row: Row) -> bool:
    """Whether any cell of a row shows a value."""
    return any(is_value(cell.shown) for cell in row)


def is_alone(row: Row) -> bool:
    """Whether a row holds one text, that may be merged over others, and none that reaches down from above."""
    return len(own(row)) == 1 and not any(cell.shown and cell.covered == "above" for cell in row)


def flat(paragraphs: Sequence[Paragraph]) -> list[str]:
    """The lines of paragraphs."""
    return [line for paragraph in paragraphs for line in paragraph]


def blocks(rows: Sequence[Row]) -> tuple[list[Block], list[Paragraph]]:
    """The blocks of a sheet in order, and its lines where it has no block."""
    rows = [_as_line(tuple(BLANK if TO_CONTENTS.fullmatch(cell.shown) else cell for cell in row)) for row in rows]
    reading = _Reading(min((_first(row) for row in rows if len(own(row)) > 1 and has_values(row)), default=0))
    for row in rows:
        if not own(row):
            reading.blank()
        elif is_alone(row):
            reading.line(row)
        else:
            reading.wide(row)
    reading.close()
    return reading.blocks, reading.lines if not reading.blocks else []


@dataclass(slots=True)
class _Reading:
    """One pass over the rows of a sheet; `pending` are rows of one text whose part is not known yet."""

    left: int  # the first column that rows with values use
    labels: set[str] = field(default_factory=set)  # what opens the rows of the last block, but for its first one
    numeric: bool = False  # the last block has values
    blocks: list[Block] = field(default_factory=list)
    lines: list[Paragraph] = field(default_factory=list)  # before the first block
    pending: list[list[Row]] = field(default_factory=list)  # in paragraphs
    is_gap: bool = True  # a blank row was the last
    gap_before: bool = True  # a blank row stands before what is pending

    def blank(self) -> None:
        """A blank row."""
        self.is_gap = True

    def line(self, row: Row) -> None:
        """A row of one text."""
        if not self.pending:
            self.gap_before = self.is_gap
        if self.is_gap or not self.pending:
            self.pending.append([])
        self.pending[-1].append(row)
        self.is_gap = False

    def wide(self, row: Row) -> None:
        """A row of several texts: it opens a block or goes on with one."""
        if not self.blocks or self._opens(row):
            self._open()
        else:
            self._go_on()
            self.labels.add(own(row)[0].shown)
        self.numeric = self.numeric or has_values(row)
        self.blocks[-1].rows.append(row)
        self.pending, self.is_gap = [], False

    def close(self) -> None:
        """The end of the sheet: what is pending stands below the last block."""
        lines = [[own(row)[0].shown for row in paragraph] for paragraph in self.pending]
        (self.blocks[-1].below if self.blocks else self.lines).extend(lines)

    def _opens(self, row: Row) -> bool:
        """Whether a row opens another block: it holds headings, and a gap or a caption parts it from the rows above.

        Where it may as well be one of the rows, or open a block without a gap, the block is at fault.
        """
        block = self.blocks[-1]
        if has_values(row) or not (self.pending or self.is_gap):
            return False
        captioned = any(CAPTION.match(own(line)[0].shown) for paragraph in self.pending for line in paragraph)
        parted = self.is_gap or self.gap_before or len(self.pending) > 1 or captioned
        if self.numeric and (own(row)[0].shown in self.labels or not parted):
            block.fault = AMONG
            return False
        return parted

    def _open(self) -> None:
        head = list[Row]()
        if self.pending and not self.is_gap and self._is_head(self.pending[-1][-1]):
            head = [self.pending[-1].pop()]
        paragraphs = [[own(row)[0].shown for row in paragraph] for paragraph in self.pending if paragraph]
        if self.blocks and paragraphs and not self.gap_before and not CAPTION.match(paragraphs[0][0]):
            self.blocks[-1].below.append(paragraphs.pop(0))
        self.blocks.append(Block(paragraphs, head))
        self.labels, self.numeric = set(), False

    def _is_head(self, line: Row) -> bool:
        """Whether a row of one text is a heading over some of the columns below it."""
        return _first(line) > self.left and not UNIT.fullmatch(own(line)[0].shown)

    def _go_on(self) -> None:
        """Rows of one text within a block head the rows below them."""
        block = self.blocks[-1]
        rows = [row for paragraph in self.pending for row in paragraph]
        if len(rows) > 1:
            block.fault = AMONG
        block.rows += rows


def _as_line(row: Row) -> Row:
    """A row; one that gives a source or a note in several cells as a row of one text."""
    shown = [cell.shown for cell in own(row)]
    is_foot = len(shown) > 1 and FOOT.match(shown[0])
    return (Cell(" ".join(shown)), *[BLANK] * (len(row) - 1)) if is_foot else row


def _first(row: Row) -> int:
    """The column of the first text of a row."""
    return next(column for column, cell in enumerate(row) if cell.shown)
