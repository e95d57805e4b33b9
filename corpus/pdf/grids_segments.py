"""Lines as segments: words that stand together, apart from the next by more than words are."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from corpus.numbers import is_number
from corpus.pdf.runs import RAISED, WORD_GAP, Line, Run, most
from corpus.tables_raw import MARK

APART = 0.42  # of the size: a wider gap parts two segments
LEVEL = 0.15  # of the size: baselines no further apart are one
NUMBERS = re.compile(r"[\[(]?(\d{1,3}(?:\s*,\s*\d{1,3})*)[\])]?")


@dataclass(frozen=True)
class Segment:
    """Words that stand together on one baseline."""

    text: str
    x: float
    right: float
    y: float
    size: float
    bold: bool

    @property
    def center(self) -> float:
        """The middle of it, from the left edge of the page."""
        return (self.x + self.right) / 2

    @cached_property
    def word(self) -> float:
        """The width of its first word, by its share of the letters."""
        return (self.right - self.x) * len(self.text.split(" ", 1)[0]) / max(len(self.text), 1)

    @cached_property
    def is_figure(self) -> bool:
        """Whether it is a number or a symbol that stands for one."""
        return is_number(MARK.sub("", self.text))

    def before(self, other: "Segment") -> "Segment":
        """This and another to the right of it as one."""
        text = f"{self.text} {other.text}"
        return replace(self, text=text, right=max(self.right, other.right), bold=self.bold and other.bold)


@dataclass(frozen=True, slots=True)
class Level:
    """What stands on one baseline of the page: its segments, left to right, and the lines that hold them."""

    y: float
    size: float
    segments: tuple[Segment, ...]
    lines: tuple[Line, ...]

    @property
    def bold(self) -> bool:
        """Whether all of it is bold."""
        return all(segment.bold for segment in self.segments)

    @property
    def text(self) -> str:
        """Its words."""
        return " ".join(segment.text for segment in self.segments)


def levels(lines: Sequence[Line]) -> list[Level]:
    """The baselines of a page from top to bottom."""
    together: list[list[Line]] = []
    for line in sorted((line for line in lines if line.runs), key=lambda line: -line.y):
        above = together[-1] if together else []
        if above and (above[0].y - line.y <= LEVEL * line.size or _is_raised(above, line)):
            above.append(line)
        else:
            together.append([line])
    return [_level(group) for group in together]


def _level(lines: Sequence[Line]) -> Level:
    runs = sorted((run for line in lines for run in line.runs), key=lambda run: run.x)
    size = most(runs, lambda run: run.size)
    y = most(runs, lambda run: run.y)
    found: list[Segment] = []
    for run in runs:
        if found and (mark := _mark(run, size, y)) and run.x - found[-1].right <= APART * size:
            found[-1] = replace(found[-1], text=found[-1].text + mark, right=run.right)
        elif found and run.x - found[-1].right <= APART * size:
            found[-1] = _joined(found[-1], run)
        else:
            found.append(Segment(run.text, run.x, run.right, run.y, run.size, run.bold))
    return Level(y, size, tuple(found), tuple(lines))


def _is_raised(lines: Sequence[Line], line: Line) -> bool:
    """Whether lines hold nothing but marks of the one just below."""
    y = max(one.y for one in lines)
    near = y - line.y <= RAISED * line.size
    return near and all(_mark(run, line.size, line.y) for one in lines for run in one.runs)


def _mark(run: Run, size: float, y: float) -> str:
    """What a raised number in small type is read as, "" for any other run."""
    match = NUMBERS.fullmatch(run.text.strip())
    if match is None or run.size > RAISED * size or run.y <= y:
        return ""
    return "".join(f"[footnote {number}]" for number in re.findall(r"\d+", match[1]))


def _joined(segment: Segment, run: Run) -> Segment:
    apart = run.x - segment.right > WORD_GAP * run.size
    text = f"{segment.text} {run.text}" if apart else segment.text + run.text
    return replace(segment, text=text, right=max(segment.right, run.right), bold=segment.bold and run.bold)
