"""The measures that a publication is set in: the size of its text, its leading, the edges of its columns."""

import itertools
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from statistics import median

from corpus.pdf.columns import Column
from corpus.pdf.runs import Line

DEFAULT = 1.25  # of the size: the leading of a size that is not known
SHARE = 0.15  # of the distances of lines of one size: as many are the same where it is the leading
WIDER = 1.22  # of the leading: a wider gap parts two paragraphs
FEW = 6  # lines of a column that tell its right edge by themselves
NEAR = 8.0  # points: left edges of columns that are the same
SPACE = 0.25  # of the size


@dataclass(frozen=True, slots=True)
class Measures:
    """`body` is the size of most text, in points; `leadings` are by size, `edges` of columns by their place."""

    body: float
    leadings: Mapping[float, float]
    edges: Mapping[tuple[int, int], Sequence[tuple[float, float]]]

    def leading(self, size: float) -> float:
        """The usual distance of two lines of a size."""
        return self.leadings.get(_rounded(size), DEFAULT * size)

    def parts(self, above: Line, below: Line) -> bool:
        """Whether the gap between two lines is one between paragraphs."""
        return above.y - below.y > WIDER * max(self.leading(above.size), self.leading(below.size))

    def right(self, column: Column) -> float:
        """The right edge that lines of a column could reach."""
        lines = [item for item in column.items if isinstance(item, Line)]
        right = column.right
        if not lines or (len(lines) >= FEW and sum(line.right > right - 4 * self.body for line in lines) > 1):
            return right
        same = self.edges.get((column.place, column.of), ())
        return max([right, *(edge for left, edge in same if abs(left - column.left) <= NEAR)])


def measures(columns: Iterable[Column]) -> Measures:
    """The measures of a publication, from the columns of all its pages."""
    sizes: Counter[float] = Counter()
    distances: dict[float, Counter[float]] = defaultdict(Counter)
    edges: dict[tuple[int, int], list[tuple[float, float]]] = defaultdict(list)
    for column in columns:
        lines = [item for item in column.items if isinstance(item, Line)]
        for line in lines:
            sizes[_rounded(line.size)] += len(line.text)
        for above, below in itertools.pairwise(lines):
            if _rounded(above.size) == _rounded(below.size) and above.y > below.y:
                distances[_rounded(above.size)][round(above.y - below.y, 1)] += 1
        if column.items:
            edges[column.place, column.of].append((column.left, column.right))
    body = max(sizes, key=sizes.__getitem__, default=10.0)
    return Measures(body, {size: _usual(size, found) for size, found in distances.items()}, edges)


def fits(above: Line, below: Line, right: float) -> bool:
    """Whether the first word of a line would have fitted on the line above it: that line's end is the text's own."""
    return above.right + SPACE * above.size + below.runs[0].first_word < right


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
