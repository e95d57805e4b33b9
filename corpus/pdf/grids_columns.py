"""Where a table may stand on a page: lines one below the other that leave the same strips free between columns."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from corpus.pdf.grids_segments import Level, Segment
from corpus.pdf.runs import LEADERS
from corpus.tables import CAPTION

Cells = tuple[Segment | None, ...]

FARTHEST = 3.6  # of the size: lines further apart are not of one table
NARROW = 1.0  # of the size: so wide a gap may stand between two words of one cell
FREE = 0.2  # of the size: columns keep at least so far apart
MOST_COLUMNS = 40
ALIKE = 0.16  # of the size: type of a table differs by no more


@dataclass(slots=True)
class Column:
    """A strip of the page, from left to right."""

    x: float
    right: float

    @property
    def center(self) -> float:
        """The middle of it."""
        return (self.x + self.right) / 2

    def meets(self, segment: Segment) -> bool:
        """Whether a segment reaches into it."""
        return segment.x < self.right and segment.right > self.x


@dataclass(frozen=True, slots=True)
class Region:
    """Lines that share columns: where each stands among the page's, and what it has in each column."""

    first: int  # among the page's levels
    levels: tuple[Level, ...]
    cells: tuple[Cells, ...]  # of each level
    columns: tuple[Column, ...]

    @property
    def end(self) -> int:
        """The first of the page's levels after it."""
        return self.first + len(self.levels)


def regions(levels: Sequence[Level]) -> list[Region]:
    """Where tables may stand, from top to bottom; no line is in two."""
    free = [_has_columns(level) and not _closes(level) for level in levels]
    found: list[Region] = []
    taken: set[int] = set()
    while any(free):
        seed = max((n for n, is_free in enumerate(free) if is_free), key=lambda n: (len(levels[n].segments), -n))
        region = _grown(levels, seed, taken)
        free[seed] = False
        if region is not None:
            free[region.first : region.end] = [False] * len(region.levels)
            taken.update(range(region.first, region.end))
            found.append(region)
    return sorted(found, key=lambda region: region.first)


def narrowed(region: Region, start: int, end: int) -> Region:
    """Some of the lines of a region, its columns no wider than they need."""
    kept = region.cells[start:end]
    held = [[cell for cell in column if cell is not None] for column in zip(*kept, strict=True)]
    full = [n for n, cells in enumerate(held) if cells]
    columns = tuple(Column(min(cell.x for cell in held[n]), max(cell.right for cell in held[n])) for n in full)
    cells = tuple(tuple(row[n] for n in full) for row in kept)
    return Region(region.first + start, region.levels[start:end], cells, columns)


def in_columns(columns: Sequence[Column], segments: Sequence[Segment]) -> Cells | None:
    """The segments in their columns; None where one is in none or in two, or two that stand apart are in one."""
    cells: list[Segment | None] = [None] * len(columns)
    for segment in segments:
        met = [n for n, column in enumerate(columns) if column.meets(segment)]
        if len(met) != 1:
            return None
        before = cells[met[0]]
        if before is not None and segment.x - before.right > NARROW * segment.size:
            return None
        cells[met[0]] = before.before(segment) if before is not None else segment
    return tuple(cells)


def is_caption(level: Level) -> bool:
    """Whether a line is the caption of a table or figure."""
    return bool(CAPTION.match(level.text))


def _has_columns(level: Level) -> bool:
    """Whether some of a line stands further apart than the words of one do."""
    apart = any(two.x - one.right > NARROW * level.size for one, two in pairwise(level.segments))
    return apart and len(level.segments) <= MOST_COLUMNS


def _closes(level: Level) -> bool:
    """Whether no table goes on over a line: a caption, or an entry of a list of contents."""
    return is_caption(level) or bool(LEADERS.search(level.text))


def _grown(levels: Sequence[Level], seed: int, taken: set[int]) -> Region | None:
    """The region around a line: below it, then above it, as far as lines keep to its columns.

    None where words that stand too far apart have come to be in one column.
    """
    columns = [Column(segment.x, segment.right) for segment in levels[seed].segments]
    inside = [seed]
    for step, end in ((1, len(levels)), (-1, -1)):
        last = seed
        for n in range(seed + step, end, step):
            near = abs(levels[last].y - levels[n].y) <= FARTHEST * levels[last].size
            if n in taken or not near or _closes(levels[n]):
                break
            wider = _widened(columns, levels[n], [levels[m] for m in inside])
            if wider is None:
                break
            columns, last = wider, n
            inside.append(n)
    inside.sort()
    cells = [in_columns(columns, levels[n].segments) for n in inside]
    sound = tuple(row for row in cells if row is not None)
    if len(sound) < len(cells):
        return None
    return Region(inside[0], tuple(levels[n] for n in inside), sound, tuple(columns))


def _widened(columns: Sequence[Column], level: Level, others: Sequence[Level]) -> list[Column] | None:
    """The columns with a further line in them, None where it does not keep to them."""
    if any(abs(segment.size - others[0].size) > ALIKE * others[0].size for segment in level.segments):
        return None
    made = [Column(column.x, column.right) for column in columns]
    for segment in level.segments:
        met = [column for column in made if column.meets(segment)]
        if not met and not _may_begin_column(segment, level, made):
            return None
        if len(met) > 1 and not all(_is_one(left, right, others) for left, right in pairwise(met)):
            return None
        x = min([segment.x, *(column.x for column in met)])
        right = max([segment.right, *(column.right for column in met)])
        made = sorted([*(column for column in made if column not in met), Column(x, right)], key=lambda c: c.x)
    apart = all(right.x - left.right >= FREE * level.size for left, right in pairwise(made))
    return made if apart and len(made) > 1 else None


def _may_begin_column(segment: Segment, level: Level, columns: Sequence[Column]) -> bool:
    """Whether a segment that stands in no column has one of its own: it keeps off others, or it is a label."""
    if len(level.segments) < 2:
        return segment.right < columns[0].x
    others = [one for one in level.segments if one is not segment]
    return all(max(one.x - segment.right, segment.x - one.right) > NARROW * segment.size for one in others)


def _is_one(left: Column, right: Column, levels: Sequence[Level]) -> bool:
    """Whether what stands in two columns is words, and never further apart than words may be."""
    both = False
    for level in levels:
        one = [segment for segment in level.segments if left.meets(segment)]
        two = [segment for segment in level.segments if right.meets(segment)]
        if any(segment.is_figure for segment in (*one, *two)):
            return False
        if one and two:
            both = True
            if two[0].x - one[-1].right > NARROW * level.size:
                return False
    return both
