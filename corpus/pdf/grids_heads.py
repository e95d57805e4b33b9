"""The headings of a table: which lines hold them, and over which columns each stands."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from itertools import combinations, pairwise
from math import comb

from corpus.pdf.grids_columns import ALIKE, FARTHEST, Cells, Column, Region, in_columns, is_caption, narrowed
from corpus.pdf.grids_rows import text_of
from corpus.pdf.grids_segments import Level, Segment

TIGHT = 1.45  # of the size: lines of one heading stand no further apart
PARTED = 1.25  # of the distance of lines: rows so far apart are set apart
ALIGNED = 0.5  # of the size: what is set to an edge or a middle is no further off it
MOST_SPANS = 4  # lines of headings over several columns
MOST_WAYS = 5_000  # of dividing columns among the headings over them
YEAR = re.compile(r"\d{4}")
Row = tuple[str, ...]
Edge = Callable[[Segment, Sequence[Column]], float]
# How far a heading is off the middle (of all, or of the first's and the last's), the left or the right edge.
MIDDLES: tuple[Edge, ...] = (
    lambda one, under: one.center - (under[0].x + under[-1].right) / 2,
    lambda one, under: one.center - (under[0].center + under[-1].center) / 2,
)
EDGES: tuple[Edge, ...] = (
    *MIDDLES,
    lambda one, under: one.x - under[0].x,
    lambda one, under: one.right - under[-1].right,
)


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
    start = 0
    while start < count - 1 and not all(region.cells[start][1:]) and _are_apart(region, start):
        start += 1
    table = narrowed(region, start, len(region.levels))
    if len(table.columns) < len(region.columns):
        raise Unclear("its columns are not each named by a heading")
    found = Heads(table.cells[: count - start])
    found.spanning = [_spanning(level, table.columns, found.own) for level in region.levels[:start]]
    if not _are_parted(region, count):
        _check_stacks(found.own, table)
    above = region.first - 1
    while above >= 0 and len(found.spanning) < MOST_SPANS and _may_head(page[above], page[above + 1], region):
        found.spanning.insert(0, _spanning(page[above], table.columns, found.own))
        above -= 1
    if found.spanning:
        _check_below(found.spanning[-1], table.levels[0], found.own[0])
        top = found.spanning[0].level
        if above >= 0 and page[above].bold == top.bold and page[above].y - top.y <= TIGHT * top.size:
            raise Unclear("a line of its headings could not be told from the text above")
    _check(found.rows(len(region.columns)))
    return found


def _are_apart(region: Region, start: int) -> bool:
    """Whether a line of headings stands further from the next than lines of one heading do."""
    level = region.levels[start]
    return level.y - region.levels[start + 1].y > TIGHT * level.size


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
            elif _may_span(own, row, number, below):
                raise Unclear("a heading may stand over several columns")


def _may_span(own: Sequence[Cells], row: int, number: int, below: Segment) -> bool:
    """Whether a heading may stand over others than the one below it: those beside it have none on its line.

    One in the middle of its own stands over as many on either side, one at an edge of it over those beyond the other.
    """
    cell = own[row][number]
    if cell is None or number == 0:
        return False
    left, right = (_is_bare(own, row, n) for n in (number - 1, number + 1))
    near = ALIGNED * cell.size
    others = (  # how far it is off an edge or the middle, and whether it may then stand over others
        (cell.x - below.x, right),
        (cell.center - below.center, left and right),
        (cell.right - below.right, left),
    )
    aligned = [may_span for off, may_span in others if abs(off) <= near]
    return any(aligned) if aligned else left or right


def _is_bare(own: Sequence[Cells], row: int, number: int) -> bool:
    """Whether a column other than the first has headings, but none on a line or above it."""
    if not 1 <= number < len(own[0]):
        return False
    return own[row][number] is None and any(cells[number] for cells in own[row + 1 :])


def _may_head(level: Level, below: Level, region: Region) -> bool:
    """Whether the line above a table has headings over its columns: it keeps off the first, and is set as they are."""
    alike = all(abs(segment.size - below.size) <= ALIKE * below.size for segment in level.segments)
    if not alike or level.y - below.y > FARTHEST * below.size or level.bold != region.levels[0].bold:
        return False
    first, last = region.columns[0], region.columns[-1]
    inside = all(segment.x <= last.right and segment.right >= first.x for segment in level.segments)
    crossing = [segment for segment in level.segments if not _own(segment, region.columns)]
    beyond = [segment for segment in level.segments if segment.x >= first.right]
    return inside and bool(beyond) and not is_caption(level) and all(segment in beyond for segment in crossing)


def _own(segment: Segment, columns: Sequence[Column]) -> bool:
    """Whether a segment stands in one column."""
    return in_columns(columns, [segment]) is not None


def _spanning(level: Level, columns: Sequence[Column], own: Sequence[Cells]) -> Spanning:
    """What each heading of a line stands over. Raises Unclear where that is uncertain."""
    labels = [segment for segment in level.segments if segment.x < columns[0].right]
    segments = [segment for segment in level.segments if segment.x >= columns[0].right]
    if not segments or comb(len(columns) - 2, len(segments) - 1) > MOST_WAYS:
        raise Unclear("its headings could not be told from the text above")
    settled = bool(labels) or not any(own[0][1:])  # the first column has its own heading further up, as others would
    named = [
        _extent([cell for cell in column if cell is not None], column_)
        for column, column_ in zip(zip(*own, strict=True), columns, strict=True)
    ]
    ways = [
        (cuts, is_reaching)
        for set_to in EDGES
        for held in (columns, named)
        for cuts in combinations(range(2, len(columns)), len(segments) - 1)
        if (is_reaching := _fit(segments, [held[a:b] for a, b in _ranges(cuts, columns)], set_to)) is not None
    ]
    cuts = ways[0][0] if ways else ()
    if any(other != cuts for other, _ in ways) or not ((settled and ways) or any(reaching for _, reaching in ways)):
        raise Unclear("a heading may stand over more or fewer columns")
    over = [range(a, b) for a, b in _ranges(cuts, columns)]
    return Spanning(level, (*((label, range(1)) for label in labels), *zip(segments, over, strict=True)))


def _extent(cells: Sequence[Segment], column: Column) -> Column:
    """The part of a column that its headings fill."""
    return Column(min(cell.x for cell in cells), max(cell.right for cell in cells)) if cells else column


def _ranges(cuts: Sequence[int], columns: Sequence[Column]) -> list[tuple[int, int]]:
    """The first column of each heading and the one after its last; together they stand over all but the first."""
    return list(pairwise((1, *cuts, len(columns))))


def _fit(segments: Sequence[Segment], under: Sequence[Sequence[Column]], set_to: Edge) -> bool | None:
    """Whether headings, each of which is set to an edge or the middle of its columns, can stand over no others.

    None where they are not so set. In the middle, or where they reach all of their columns, they stand over no others.
    """
    for one, held in zip(segments, under, strict=True):
        inside = held[0].x - one.size <= one.x and one.right <= held[-1].right + one.size
        if not inside or abs(set_to(one, held)) > ALIGNED * one.size:
            return None
    reaches = all(column.meets(one) for one, held in zip(segments, under, strict=True) for column in held)
    return set_to in MIDDLES or reaches


def _check_below(line: Spanning, below: Level, cells: Cells) -> None:
    """Refuse a second line of a spanning heading that stands over some of its columns only."""
    if line.level.y - below.y > TIGHT * below.size:
        return
    for _, under in line.headings:
        filled = [cells[n] is not None for n in under]
        if any(filled) and not all(filled):
            raise Unclear("a heading over several columns may go on over one of them")
