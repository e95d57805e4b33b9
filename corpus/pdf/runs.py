"""Text as it stands on a page: runs set without a gap, lines of runs, and the sheets that hold them.

Everything is in points; x from the left edge of the sheet, y upwards from its lower edge.
"""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cached_property

WORD_GAP = 0.13  # of the size: a wider gap parts two words
# Four dots or more, also set apart; ".." in a cell is a symbol.
LEADERS = re.compile(r"(?<!\.)(?<!\.\s)(?:\.{4,}+|\.(?:\s\.){3,}+)(?:\s?\.)*+|…(?:\s?…)++")
RAISED = 0.85  # of the line's size: type this much smaller may be a mark of a note


@dataclass(frozen=True, slots=True)
class Run:
    """A piece of text in one type, its words no further apart than words are."""

    text: str
    x: float
    y: float  # of the baseline
    width: float
    size: float  # of the type
    bold: bool
    page: int  # the place of its sheet in the file, from 1
    first: float = 0.0  # the width of its first word, 0 where it is not known

    @property
    def right(self) -> float:
        """Where it ends."""
        return self.x + self.width

    @property
    def first_word(self) -> float:
        """The width of its first word, from its share of the letters where it is not known."""
        return self.first or self.width * len(self.text.split(" ")[0]) / max(len(self.text), 1)


@dataclass(frozen=True)
class Line:
    """Runs on one baseline of one column, left to right; a raised mark of a note is one of them."""

    runs: tuple[Run, ...]

    @cached_property
    def text(self) -> str:
        """Its words, one space between runs that stand apart."""
        return spaced(self.runs)

    @cached_property
    def size(self) -> float:
        """The size that most of its letters have."""
        return most(self.runs, lambda run: run.size)

    @cached_property
    def y(self) -> float:
        """The baseline of most of its letters."""
        return most(self.runs, lambda run: run.y)

    @cached_property
    def bold(self) -> bool:
        """Whether all its words are bold; marks of notes are none."""
        words = [run for run in self.runs if any(map(str.isalnum, run.text))]
        full = [run for run in words if run.size > RAISED * self.size]
        return bool(full) and all(run.bold for run in full)

    @property
    def x(self) -> float:
        """Where it begins."""
        return self.runs[0].x

    @cached_property
    def right(self) -> float:
        """Where it ends."""
        return max(run.right for run in self.runs)

    @property
    def page(self) -> int:
        """The place of its sheet in the file, from 1."""
        return self.runs[0].page


@dataclass(frozen=True, slots=True)
class Sheet:
    """A page of a PDF as painted.

    `label` is the number that the file gives it ("iv"), "" for none. `turned` counts letters that stand on their
    side; `unmapped` those without a meaning. `pictured`: an image stands on it. `problem`: why it could not be read.
    """

    number: int  # from 1
    width: float
    height: float
    runs: tuple[Run, ...] = ()
    label: str = ""
    turned: int = 0
    unmapped: int = 0
    pictured: bool = False
    problem: str = ""


def spaced(runs: Sequence[Run]) -> str:
    """The text of runs of one line, left to right, a space where one stands apart from the last."""
    text = ""
    right = 0.0
    for run in runs:
        apart = run.x - right > WORD_GAP * run.size
        text += f" {run.text}" if text and apart else run.text
        right = run.right
    return text


def most(runs: Sequence[Run], of: Callable[[Run], float]) -> float:
    """The value that most letters of the runs share."""
    weights: dict[float, int] = {}
    for run in runs:
        value = of(run)
        weights[value] = weights.get(value, 0) + len(run.text)
    return max(weights, key=weights.__getitem__)
