"""Putting what is painted piece by piece together into runs: kerned words, letters set one by one, words apart."""

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass, field
from statistics import median

from corpus.pdf.runs import Run

RUN_GAP = 0.9  # of the size: what stands further apart is of another run
NARROWEST, WIDEST = 0.1, 0.2  # of the size: a gap between letters becomes a space somewhere between
OVERLAP = 0.5  # of the size: what steps back further is of another run
LEVEL = 0.02  # of the size: baselines no further apart are one
FEWEST_SPREAD = 4  # pieces of a word set letter by letter
DOUBLED = 0.15  # of the size: the same text so near is painted twice to look bold
CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f]")


@dataclass(frozen=True, slots=True)
class Piece:
    """Text painted at once. `before` is the gap to the piece before it, with a space painted there or without."""

    text: str
    before: float = 0.0
    space: bool = False


@dataclass(slots=True)
class Pen:
    """Where the painting of a page stands; `runs` holds what is finished."""

    page: int
    runs: list[Run] = field(default_factory=list)
    seen: dict[tuple[str, float], list[tuple[float, float]]] = field(default_factory=dict)
    pieces: list[Piece] = field(default_factory=list)
    x: float = 0.0
    y: float = 0.0
    right: float = 0.0
    size: float = 0.0
    bold: bool = False
    gap: float = 0.0  # wider than this are words apart
    first: float = 0.0  # where the first word of the run ends
    worded: bool = False  # it has ended
    space: bool = False  # one was painted since the last letter

    def paint(self, text: str, x: float, right: float, y: float, size: float, bold: bool, space_width: float) -> None:
        """Paint one piece of text, without a space in it."""
        before = x - self.right
        same = self.pieces and bold == self.bold and abs(size - self.size) < LEVEL * size
        if not (same and abs(y - self.y) <= LEVEL * size and -OVERLAP * size <= before <= RUN_GAP * size):
            self.lift()
            self.x, self.y, self.size, self.bold, before = x, y, size, bold, 0.0
            self.gap = min(max(space_width * size / 2, NARROWEST * size), WIDEST * size)
        self.worded = bool(self.pieces) and (self.worded or self.space or before > self.gap)
        self.first = self.first if self.worded else right
        self.pieces.append(Piece(text, before, self.space and bool(self.pieces)))
        self.right, self.space = right, False

    def lift(self) -> None:
        """Finish the run."""
        text = mended(_joined(self.pieces, self.gap))
        wide, first = max(self.right - self.x, 0.0), max(self.first - self.x, 0.0)
        run = Run(text, self.x, self.y, wide, self.size, self.bold, self.page, first)
        if self.pieces and text and not self._is_doubled(run):
            self.runs.append(run)
        self.pieces, self.space = [], False

    def _is_doubled(self, run: Run) -> bool:
        """Whether the same text was painted in the same place before."""
        places = self.seen.setdefault((run.text, run.size), [])
        near = any(abs(run.x - x) + abs(run.y - y) < DOUBLED * run.size for x, y in places)
        places.append((run.x, run.y))
        return near


def _joined(pieces: Sequence[Piece], gap: float) -> str:
    """The text of pieces, a space where one is painted or the gap is as wide as one."""
    gaps = [piece.before for piece in pieces[1:] if not piece.space]
    letters = sum(len(piece.text) for piece in pieces)
    if len(pieces) >= FEWEST_SPREAD and letters < 2 * len(pieces) and gaps and median(gaps) > gap / 2:
        gap += median(gaps)  # letters spread apart
    text = ""
    for piece in pieces:
        text += f" {piece.text}" if text and (piece.space or piece.before > gap) else piece.text
    return text


def mended(text: str) -> str:
    """The text in the characters that a reader types: ligatures parted, what stands for a space a space."""
    if text.isascii() and text.isprintable():
        return text
    parted = "".join(
        unicodedata.normalize("NFKD", c) if "\ufb00" <= c <= "\ufb06" else c for c in CONTROL.sub("", text)
    )
    return unicodedata.normalize("NFC", parted)
