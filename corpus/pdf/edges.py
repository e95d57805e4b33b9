"""The right edge that lines of a column could have reached, by which it is told who broke a line.

It is learnt from all columns of the publication in the same place, since one page may hold short lines alone. Where
many lines end near one edge and that edge leaves little of the page free, the typesetter broke them there; where
not, as in a list or a text printed line by line, the furthest that several lines reach is the edge.
"""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from math import inf

from corpus.pdf.columns import Column
from corpus.pdf.openings import NUMBER
from corpus.pdf.runs import Line

FEW = 6  # lines of a column that tell its edge by themselves, where more than half end there
EVEN = 1.0  # points from it
CLOSE = 0.33  # of the size of the text: ends of lines that are the same
SEVERAL = 3  # lines that reach an edge
SHARE = 0.015  # of the lines of a place: as many reach the edge that the typesetter broke them at
RAGGED = 0.2  # of the width of a column: so far from its edge lines of running text end
CROWDED = 0.4  # of the lines end there
FILLED = 0.55  # of the width that a column could have: a narrower one was not set so
SIZES = 0.08  # of the size: a larger difference is another type
WIDE_GAP = 1.8  # of the size: so far apart stand the cells of a row
NEAR = 8.0  # points: left edges of columns in the same place
LIMIT = 2.0  # points: left edges of the columns beside them

Place = tuple[float, float]  # of a column: its left edge, and where the next one begins


@dataclass(frozen=True, slots=True)
class Edges:
    """`ends` has where lines of the text end, by the place of their column; `furthest` is the edge of all text."""

    ends: Mapping[Place, Sequence[float]]
    furthest: float
    size: float

    def right(self, column: Column) -> float:
        """The right edge of a column."""
        ends = [item.right for item in column.items if isinstance(item, Line)]
        own = max(ends, default=0.0)
        if len(ends) >= FEW and sum(end > own - EVEN for end in ends) * 2 > len(ends):
            return own
        left, limit = place = _place(column)
        ordered = sorted(end for other, those in self.ends.items() if _is_near(other, place) for end in those)
        return max(own, self._edge(ordered, left, min(limit, self.furthest)))

    def _edge(self, ordered: Sequence[float], left: float, furthest: float) -> float:
        """The edge that the typesetter broke lines at, else the furthest that several reach."""
        likely = self._reached(ordered, max(SEVERAL, round(SHARE * len(ordered))))
        many = len(ordered) - bisect_left(ordered, likely - RAGGED * (likely - left))
        set_so = many >= CROWDED * len(ordered) and likely - left >= FILLED * (furthest - left)
        return likely if set_so else self._reached(ordered, SEVERAL)

    def _reached(self, ordered: Sequence[float], several: int) -> float:
        """The furthest edge that so many lines come close to."""
        for at in range(len(ordered), 0, -1):
            if at - bisect_left(ordered, ordered[at - 1] - CLOSE * self.size) >= several:
                return ordered[at - 1]
        return 0.0


def edges(columns: Iterable[Column], size: float, width: float) -> Edges:
    """The edges of columns whose text has this size, on sheets of this width; both margins are taken for alike."""
    ends: dict[Place, list[float]] = defaultdict(list)
    margin = width
    for column in columns:
        text = [item for item in column.items if isinstance(item, Line) and abs(item.size - size) < SIZES * size]
        ends[_place(column)] += [line.right for line in text if not is_row(line)]
        margin = min([margin, *(line.x for line in text)])
    return Edges(ends, width - margin, size)


def is_row(line: Line, gap: float = WIDE_GAP) -> bool:
    """Whether the words of a line stand as far apart as the cells of a row, a number that opens it aside."""
    opened = NUMBER.match(line.runs[0].text) or len(line.runs[0].text) < 3
    return any(after.x - run.right > gap * line.size for run, after in pairwise(line.runs[1:] if opened else line.runs))


def _place(column: Column) -> Place:
    return round(column.left), column.limit if column.limit == inf else round(column.limit)


def _is_near(one: Place, two: Place) -> bool:
    same_limit = one[1] == two[1] or abs(one[1] - two[1]) <= LIMIT
    return same_limit and abs(one[0] - two[0]) <= NEAR
