"""The headings of a table: which lines hold them, and over which columns each stands."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from itertools import combinations, pairwise

from corpus.pdf.grids_columns import ALIKE, FARTHEST, Cells, Column, Region, in_columns, is_caption
from corpus.pdf.grids_rows import may_go_on, text_of
from corpus.pdf.grids_segments import Level, Segment

TIGHT = 1.45  # of the size: lines of one heading stand no further apart
PARTED = 1.25  # of the distance of lines: rows so far apart are set apart
CENTERED = 0.8  # of the size: a heading over columns stands no further off their middle
MOST_SPANS = 4  # lines of headings over several columns
YEAR = re.compile(r"\d{4}")
Row = tuple[str, ...]
Edge = Callable[[float, float], float]
EDGES: tuple[Edge, ...] = (lambda left, right: left, lambda left, right: (left + right) / 2, lambda left, right: right)


class Unclear(Exception):
    """What of a table is uncertain."""


@dataclass(frozen=True, slots=True)
class Spanning:
    """A line of headings over several columns: its level, and each heading with the columns under it."""

    level: Level
    headings: tuple[tuple[Segment, range], ...]


@dataclass(slots=True)
class Heads:
    """The headings of a table; `own` are those of single columns, `spanning` the lines above them."""

    own: Sequence[Cells]
    spanning: list[Spanning] = field(default_factory=list)

    def rows(self, columns: int) -> tuple[Row, ...]:
        """The rows of headings, as wide as the table."""
        found: list[Row] = []
        for line in self.spanning:
            texts = [""] * columns
            for segment, under in line.headings:
                for n in under:
                    texts[n] = segment.text
            found.append(tuple(texts))
        last = tuple(text_of([cell for cell in column if cell is not None]) for column in zip(*self.own, strict=True))
        return (*found, last)


def bold_levels(levels: Sequence[Level]) -> int:
    """How many lines at the top are bold where the others are not; 0 where type tells nothing apart."""
    return next((n for n, level in enumerate(levels) if not level.bold), 0)


def heads(region: Region, count: int, page: Sequence[Level]) -> Heads:
    """The headings in the first `count` lines of a region and in the lines above it. Raises Unclear."""
    found = Heads(region.cells[:count])
    if not _are_parted(region, count):
        _check_stacks(found.own, region)
    above = region.first - 1
    while above >= 0 and len(found.spanning) < MOST_SPANS and _may_head(page[above], page[above + 1], region):
        found.spanning.insert(0, _spanning(page[above], region.columns))
        above -= 1
    if found.spanning:
        _check_below(found.spanning[-1], region.levels[0], found.own[0])
        top = found.spanning[0].level
        if above >= 0 and page[above].bold == top.bold and page[above].y - top.y <= TIGHT * top.size:
            raise Unclear("a line of its headings could not be told from the text above")
    _check(found.rows(len(region.columns)))
    return found


def _are_parted(region: Region, count: int) -> bool:
    """Whether headings stand clearly further from the first row than the lines of one do from each other."""
    inner = [above.y - below.y for above, below in pairwise(region.levels[:count])]
    columns = [[cell.y for cell in column if cell is not None] for column in zip(*region.cells[:count], strict=True)]
    own = [above - below for column in columns for above, below in pairwise(column)]
    below = region.levels[count - 1].y - region.levels[count].y if count < len(region.levels) else 0.0
    return below > PARTED * max([*inner, *own], default=below)


def _check(rows: Sequence[Row]) -> None:
    """Refuse headings that do not name each column, or that are figures."""
    named = [" ".join(dict.fromkeys(filter(None, column))) for column in zip(*rows, strict=True)]
    if not all(named[1:]) or len(set(named)) < len(named):
        raise Unclear("its columns are not each named by a heading")


def _check_stacks(own: Sequence[Cells], region: Region) -> None:
    """Refuse headings one above the other that may stand over more than their own column."""
    for number, cells in enumerate(zip(*own, strict=True)):
        held = [(row, cell) for row, cell in enumerate(cells) if cell is not None]
        for (row, above), (_, below) in pairwise(held):
            if above.y - below.y > TIGHT * above.size:
                if not all(own[row][1:]):
                    raise Unclear("its rows of headings could not be told apart")
            elif _stands_alone(own, row, number) and not _must_go_on(above, below, region, number):
                raise Unclear("a heading may stand over several columns")


def _must_go_on(above: Segment, below: Segment, region: Region, number: int) -> bool:
    """Whether a heading goes on in the next line: another of its column is as long, and the word did not fit."""
    others = [cells[number] for cells in region.cells if cells[number] is not above]
    widest = max((cell for cell in others if cell), key=lambda cell: cell.right - cell.x)
    is_inside = widest.right - widest.x >= above.right - above.x
    return is_inside and may_go_on(above, below, Column(widest.x, widest.right))


def _stands_alone(own: Sequence[Cells], row: int, number: int) -> bool:
    """Whether the columns on both sides have a heading, but further down."""
    if not 1 < number < len(own[0]) - 1:
        return False
    beside = (number - 1, number + 1)
    return all(own[row][n] is None and any(cells[n] for cells in own[row + 1 :]) for n in beside)


def _may_head(level: Level, below: Level, region: Region) -> bool:
    """Whether the line above a table has headings over its columns: it keeps off the first, and is set as they are."""
    alike = all(abs(segment.size - below.size) <= ALIKE * below.size for segment in level.segments)
    if not alike or level.y - below.y > FARTHEST * below.size or level.bold != region.levels[0].bold:
        return False
    first, last = region.columns[0], region.columns[-1]
    inside = all(segment.x <= last.right and segment.right >= first.x for segment in level.segments)
    crossing = [segment for segment in level.segments if not _own(segment, region.columns)]
    return inside and not is_caption(level) and all(segment.x >= first.right for segment in crossing)


def _own(segment: Segment, columns: Sequence[Column]) -> bool:
    """Whether a segment stands in one column."""
    return in_columns(columns, [segment]) is not None


def _spanning(level: Level, columns: Sequence[Column]) -> Spanning:
    """What each heading of a line stands over. Raises Unclear where that is uncertain."""
    labels = [segment for segment in level.segments if segment.x < columns[0].right]
    segments = [segment for segment in level.segments if segment.x >= columns[0].right]
    fitting = {
        cuts
        for edge in EDGES
        for cuts in combinations(range(2, len(columns)), len(segments) - 1)
        if all(
            _fits(segment, columns[a:b], edge) for segment, (a, b) in zip(segments, _ranges(cuts, columns), strict=True)
        )
    }
    if len(fitting) != 1:
        raise Unclear("a heading may stand over more or fewer columns")
    over = [range(a, b) for a, b in _ranges(fitting.pop(), columns)]
    return Spanning(level, (*((label, range(1)) for label in labels), *zip(segments, over, strict=True)))


def _ranges(cuts: Sequence[int], columns: Sequence[Column]) -> list[tuple[int, int]]:
    """The first column of each heading and the one after its last; together they stand over all but the first."""
    return list(pairwise((1, *cuts, len(columns))))


def _fits(segment: Segment, under: Sequence[Column], edge: Edge) -> bool:
    """Whether a heading stands over columns and no other, set to an edge of them or in their middle."""
    inside = under[0].x - segment.size <= segment.x and segment.right <= under[-1].right + segment.size
    off = abs(edge(segment.x, segment.right) - edge(under[0].x, under[-1].right))
    return inside and off <= CENTERED * segment.size


def _check_below(line: Spanning, below: Level, cells: Cells) -> None:
    """Refuse a second line of a spanning heading that stands over some of its columns only."""
    if line.level.y - below.y > TIGHT * below.size:
        return
    for _, under in line.headings:
        filled = [cells[n] is not None for n in under]
        if any(filled) and not all(filled):
            raise Unclear("a heading over several columns may go on over one of them")
