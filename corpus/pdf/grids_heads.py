"""The headings of a table: which lines hold them, and over which columns each stands."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from corpus.pdf.grids_columns import ALIKE, FARTHEST, Cells, Column, Region, in_columns, is_caption
from corpus.pdf.grids_rows import may_go_on, text_of
from corpus.pdf.grids_segments import Level, Segment

TIGHT = 1.45  # of the size: lines of one heading stand no further apart
CENTERED = 0.8  # of the size: a heading over columns stands no further off their middle
MOST_SPANS = 4  # lines of headings over several columns
YEAR = re.compile(r"\d{4}")
Row = tuple[str, ...]


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
    _check_stacks(found.own, region.columns)
    above = region.first - 1
    while above >= 0 and len(found.spanning) < MOST_SPANS and _may_head(page[above], page[above + 1], region):
        found.spanning.insert(0, _spanning(page[above], region.columns, found.own))
        above -= 1
    if found.spanning:
        _check_below(found.spanning[-1], region.levels[0], found.own[0])
        top = found.spanning[0].level
        if above >= 0 and page[above].bold == top.bold and page[above].y - top.y <= TIGHT * top.size:
            raise Unclear("a line of its headings could not be told from the text above")
    _check(found.rows(len(region.columns)))
    return found


def _check(rows: Sequence[Row]) -> None:
    """Refuse headings that do not name each column, or that are figures."""
    named = [" ".join(dict.fromkeys(filter(None, column))) for column in zip(*rows, strict=True)]
    if not all(named[1:]) or len(set(named)) < len(named):
        raise Unclear("its columns are not each named by a heading")


def _check_stacks(own: Sequence[Cells], columns: Sequence[Column]) -> None:
    """Refuse headings one above the other that may stand over more than their own column."""
    for number, cells in enumerate(zip(*own, strict=True)):
        held = [(row, cell) for row, cell in enumerate(cells) if cell is not None]
        for (row, above), (_, below) in pairwise(held):
            if above.y - below.y > TIGHT * above.size:
                if not all(own[row][1:]):
                    raise Unclear("its rows of headings could not be told apart")
            elif not may_go_on(above, below, columns[number]) and _stands_alone(own, row, number):
                raise Unclear("a heading may stand over several columns")


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


def _spanning(level: Level, columns: Sequence[Column], own: Sequence[Cells]) -> Spanning:
    """What each heading of a line stands over. Raises Unclear where that is uncertain."""
    touched = {n: segment for segment in level.segments for n, column in enumerate(columns) if column.meets(segment)}
    free = [n for n in range(1, len(columns)) if n not in touched]
    headings: list[tuple[Segment, range]] = []
    for segment in level.segments:
        met = [n for n, one in touched.items() if one is segment]
        if len(met) == 1 and met[0] == 0:
            headings.append((segment, range(1)))
        elif met and not free:
            headings.append((segment, range(met[0], met[-1] + 1)))
        else:
            headings.append((segment, _centered(segment, met, free, own)))
    spans = [n for _, under in headings for n in under]
    if len(set(spans)) < len(spans):
        raise Unclear("headings over several columns overlap")
    return Spanning(level, tuple(headings))


def _centered(segment: Segment, met: Sequence[int], free: Sequence[int], own: Sequence[Cells]) -> range:
    """The only columns in whose middle a heading stands, going by their own headings."""
    fitting: list[range] = []
    count = len(own[0])
    for first in range(1, count):
        for last in range(first, count):
            under = range(first, last + 1)
            if not set(met) <= set(under) or not set(under) <= {*met, *free}:
                continue
            held = [cells[n] for cells in own for n in under]
            edges = [cell for cell in held if cell is not None]
            middle = (min(cell.x for cell in edges) + max(cell.right for cell in edges)) / 2 if edges else 0.0
            if edges and abs(segment.center - middle) <= CENTERED * segment.size:
                fitting.append(under)
    if len(fitting) != 1 or len(fitting[0]) < 2:
        raise Unclear("a heading may stand over more or fewer columns")
    return fitting[0]


def _check_below(line: Spanning, below: Level, cells: Cells) -> None:
    """Refuse a second line of a spanning heading that stands over some of its columns only."""
    if line.level.y - below.y > TIGHT * below.size:
        return
    for _, under in line.headings:
        filled = [cells[n] is not None for n in under]
        if any(filled) and not all(filled):
            raise Unclear("a heading over several columns may go on over one of them")
