"""The measures that a publication is set in: the size of its text, its leading, the edges of its columns."""

import re
from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import median

from corpus.pdf.columns import Column
from corpus.pdf.runs import Line

DEFAULT = 1.25  # of the size: the leading of a size that is not known
SHARE = 0.15  # of the distances of lines of one size: as many are the same where it is the leading
WIDER = 1.22  # of the leading: a wider gap parts two paragraphs
FEW = 6  # lines of a column that tell its right edge by themselves, where most end
EVEN = 1.0  # points from it
SEVERAL = 3  # lines that reach a right edge
REACHING = 0.015  # of the lines of a place: as many reach its right edge
RAGGED = 0.2  # of the width of a column: so far from its edge lines of running text end
CROWDED = 0.4  # of the lines end there
SIZES = 0.08  # of the size: a larger difference is another type
WIDE_GAP = 1.8  # of the size: so far apart stand the cells of a row
NUMBER = re.compile(r"^(?:\d{1,2}(?:\.\d{1,3}){0,2}[.)]?|\(?[a-z]\)|[a-z]\.|\(?[ivx]{1,4}[.)])$")
NEAR = 8.0  # points: left edges of columns that are the same
SPACE = 0.25  # of the size


@dataclass(frozen=True, slots=True)
class Measures:
    """`body` is the size of most text, in points; `leadings` are by size.

    `ends` has, of every line of the text by its column's place, that column's left edge and where the line ends.
    """

    body: float
    leadings: Mapping[float, float]
    ends: Mapping[tuple[int, int], Sequence[tuple[float, float]]]

    def leading(self, size: float) -> float:
        """The usual distance of two lines of a size."""
        return self.leadings.get(_rounded(size), DEFAULT * size)

    def parts(self, above: Line, below: Line) -> bool:
        """Whether the gap between two lines is one between paragraphs."""
        return above.y - below.y > WIDER * max(self.leading(above.size), self.leading(below.size))

    def right(self, column: Column) -> float:
        """The right edge that lines of a column could reach: that of columns in the same place, or its own if even."""
        ends = [item.right for item in column.items if isinstance(item, Line)]
        right = max(ends, default=0.0)
        if len(ends) >= FEW and sum(end > right - EVEN for end in ends) * 2 > len(ends):
            return right
        place = column.place, column.of
        own = column.left
        near = [end for left, end in self.ends.get(place, ()) if abs(left - own) <= NEAR]
        return max(right, _edge(near, column.left, self.body))


def measures(columns: Iterable[Column]) -> Measures:
    """The measures of a publication, from the columns of all its pages."""
    sizes: Counter[float] = Counter()
    distances: dict[float, Counter[float]] = defaultdict(Counter)
    all_columns = list(columns)
    for column in all_columns:
        lines = [item for item in column.items if isinstance(item, Line)]
        for line in lines:
            sizes[_rounded(line.size)] += len(line.text)
        for above, below in pairwise(lines):
            if _rounded(above.size) == _rounded(below.size) and above.y > below.y:
                distances[_rounded(above.size)][round(above.y - below.y, 1)] += 1
    body = max(sizes, key=sizes.__getitem__, default=10.0)
    ends: dict[tuple[int, int], list[tuple[float, float]]] = defaultdict(list)
    for column in all_columns:
        text = [item for item in column.items if isinstance(item, Line) and abs(item.size - body) < SIZES * body]
        ends[column.place, column.of] += [(column.left, line.right) for line in text if not is_row(line)]
    return Measures(body, {size: _usual(size, found) for size, found in distances.items()}, ends)


def fits(above: Line, below: Line, right: float) -> bool:
    """Whether the first word of a line would have fitted on the line above it: that line's end is the text's own."""
    return above.right + SPACE * above.size + below.runs[0].first_word < right


def is_row(line: Line) -> bool:
    """Whether the words of a line stand as far apart as the cells of a row."""
    runs = line.runs[1:] if NUMBER.match(line.runs[0].text) or len(line.runs[0].text) < 3 else line.runs
    pairs = pairwise(runs)
    return any(after.x - run.right > WIDE_GAP * line.size for run, after in pairs)


def _edge(ends: Sequence[float], left: float, size: float) -> float:
    """The right edge of lines that end so: one near which many end and few beyond it, else the furthest of several."""
    ordered = sorted(ends)
    likely = _reached(ordered, size, max(SEVERAL, round(REACHING * len(ordered))))
    near = len(ordered) - bisect_left(ordered, likely - RAGGED * (likely - left))
    return likely if near >= CROWDED * len(ordered) else _reached(ordered, size, SEVERAL)


def _reached(ordered: Sequence[float], size: float, several: int) -> float:
    """The furthest edge that so many lines reach."""
    for at in range(len(ordered), 0, -1):
        if at - bisect_left(ordered, ordered[at - 1] - size) >= several:
            return ordered[at - 1]
    return 0.0


def _usual(size: float, distances: Counter[float]) -> float:
    """The smallest distance that many lines of a size have."""
    total = sum(distances.values())
    near = {one: sum(n for other, n in distances.items() if abs(one - other) <= 0.03 * size) for one in distances}
    often = [one for one, count in near.items() if count >= SHARE * total and one >= 0.8 * size]
    found = min(often, default=DEFAULT * size)
    close = [one for one, n in distances.items() for _ in range(n) if abs(one - found) <= 0.03 * size]
    return min(median(close), 2 * size) if close else found


def _rounded(size: float) -> float:
    return round(size * 5) / 5
