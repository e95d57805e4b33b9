"""The measures that a publication is set in: the size of its text, its leading, the edges of its columns."""

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import median

from corpus.pdf.columns import Column
from corpus.pdf.edges import Edges, edges
from corpus.pdf.runs import Line

DEFAULT = 1.25  # of the size: the leading of a size that is not known
SHARE = 0.15  # of the distances of lines of one size: as many are the same where it is the leading
ALIKE = 0.03  # of the size: distances that are the same
CLOSEST = 0.8  # of the size: two lines stand no closer
WIDER = 1.22  # of the leading: a wider gap parts two paragraphs
SPACE = 0.25  # of the size
WIDEST = 0.6  # of the width of a column: a wider word is an address


@dataclass(frozen=True, slots=True)
class Measures:
    """`body` is the size of most text, in points; `leadings` are by size."""

    body: float
    leadings: Mapping[float, float]
    edges: Edges

    def leading(self, size: float) -> float:
        """The usual distance of two lines of a size."""
        return self.leadings.get(_rounded(size), DEFAULT * size)

    def parts(self, above: Line, below: Line) -> bool:
        """Whether the gap between two lines is one between paragraphs."""
        return above.y - below.y > WIDER * max(self.leading(above.size), self.leading(below.size))


def measures(columns: Sequence[Column], width: float) -> Measures:
    """The measures of a publication, from the columns of all its pages, most of them so wide."""
    sizes: Counter[float] = Counter()
    distances: dict[float, Counter[float]] = defaultdict(Counter)
    for column in columns:
        lines = [item for item in column.items if isinstance(item, Line)]
        for line in lines:
            sizes[_rounded(line.size)] += len(line.text)
        for above, below in pairwise(lines):
            if _rounded(above.size) == _rounded(below.size) and above.y > below.y:
                distances[_rounded(above.size)][round(above.y - below.y, 1)] += 1
    body = max(sizes, key=sizes.__getitem__, default=10.0)
    leadings = {size: _usual(size, found) for size, found in distances.items()}
    return Measures(body, leadings, edges(columns, body, width))


def fits(above: Line, below: Line, right: float) -> bool:
    """Whether the first word of a line would have fitted on the line above it: that line's end is the text's own.

    An address is a word so wide that no line may have had room for it, so it is taken to stand on a line of its own.
    """
    word = below.runs[0].first_word
    return above.right + SPACE * above.size + word < right or word > WIDEST * (right - min(above.x, below.x))


def _usual(size: float, distances: Counter[float]) -> float:
    """The smallest distance that many lines of a size have."""
    near = {one: sum(n for other, n in distances.items() if abs(one - other) <= ALIKE * size) for one in distances}
    often = [one for one, n in near.items() if n >= SHARE * distances.total() and one >= CLOSEST * size]
    if not often:
        return DEFAULT * size
    alike = [one for one in distances.elements() if abs(one - min(often)) <= ALIKE * size]
    return min(median(alike), 2 * size)


def _rounded(size: float) -> float:
    return round(size * 5) / 5
