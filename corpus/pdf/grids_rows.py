"""Which lines of a table are one row: every reading that fits is tried, and only one may be left.

A row is lines one below the other. What a column has of it stands at the leading of the type and is set to the top,
the middle or the foot of the row. Rows of a table stand equally far apart; where they stand no further apart than
lines do, a cell goes on over a line only where the next word would not have fitted on the one above.
"""

from collections.abc import Callable, Iterator, Sequence
from itertools import pairwise

from corpus.pdf.grids_columns import Cells, Column
from corpus.pdf.grids_segments import Segment

Cuts = tuple[int, ...]  # the lines with which rows begin, and the number of lines

LEADING = 2.2  # of the size: lines of one cell stand no further apart
CLEAR = 1.2  # of the leading: rows so far apart are parted by it alone
EXACT = 0.12  # of the size: distances no further off are the same
ROOM = 0.35  # of the size: a word that fits by less may not have fitted
MOST_LINES = 14  # of a cell
ENOUGH = 2  # readings tell that there is more than one
HYPHENS = ("-", "‐", "/", "–")

ALIGNED: tuple[Callable[[Sequence[Segment]], float], ...] = (
    lambda cell: cell[0].y,
    lambda cell: (cell[0].y + cell[-1].y) / 2,
    lambda cell: cell[-1].y,
)


def rows(cells: Sequence[Cells], columns: Sequence[Column], above: float = 0.0) -> Cuts | None:
    """Where the rows begin among the lines of a table, None where this is not certain.

    `above` is how far the headings stand above the first row: where that is clearly further than lines stand apart,
    so do rows, unless no reading fits.
    """
    if not cells:
        return None
    figures = [_is_of_figures([row[n] for row in cells]) for n in range(len(columns))]
    wraps = _Wraps(cells, columns, figures)
    if above >= CLEAR * wraps.leading > 0:
        found = wraps.readings(True, is_filled=True, least=CLEAR * wraps.leading)
        if len(found) == 1:
            return found.pop()
    for is_strict in (True, False):
        found = wraps.readings(is_strict)
        if len(found) > 1:
            found = wraps.readings(is_strict, is_filled=True)
            if len(found) > 1 or wraps.has_capitals(min(found, default=())):
                return None
        if found:
            return found.pop()
    return None


def joined(cells: Sequence[Cells], cuts: Cuts) -> tuple[tuple[str, ...], ...]:
    """The text of each cell of each row."""
    return tuple(
        tuple(text_of([cell for cell in column if cell is not None]) for column in zip(*cells[start:end], strict=True))
        for start, end in pairwise(cuts)
    )


def text_of(segments: Sequence[Segment]) -> str:
    """The text of a cell's lines; a hyphen at the end of a line is kept, and nothing put behind it."""
    text = ""
    for segment in segments:
        glued = text.endswith(HYPHENS) and text[-2:-1].isalpha() and segment.text[:1].isalpha()
        text += segment.text if glued or not text else f" {segment.text}"
    return text


def may_go_on(above: Segment, below: Segment, column: Column) -> bool:
    """Whether a line may go on in the next: that one's first word would not have fitted."""
    room = column.right - column.x - (above.right - above.x)
    return above.bold == below.bold and (above.text.endswith(HYPHENS) or room < below.word + (0.25 + ROOM) * above.size)


class _Wraps:
    """The lines of a table, read in every way that its columns allow."""

    def __init__(self, cells: Sequence[Cells], columns: Sequence[Column], figures: Sequence[bool]) -> None:
        self.cells, self.columns, self.figures = cells, columns, figures
        self.size = max(segment.size for row in cells for segment in row if segment is not None)
        self.ys = [max(segment.y for segment in row if segment is not None) for row in cells]
        self.gaps = [above - below for above, below in pairwise(self.ys)]
        self.leading = min(self._distances(), default=0.0)

    def readings(self, is_strict: bool, is_filled: bool = False, least: float = 0.0) -> set[Cuts]:
        """Every way to cut the lines into rows, or the first few.

        Strict: rows equally far apart, cells that go on only where they must. Else: rows clearly parted by distance.
        Filled: every row has more than a label. Rows stand at `least` so far apart.
        """
        apart = self._aparts(least) if is_strict else [None]
        found: set[Cuts] = set()
        for aligned in ALIGNED:
            for gap in apart:
                found |= self._cut(aligned, gap, is_strict, is_filled)
                if len(found) >= ENOUGH:
                    return found
        return found

    def _distances(self) -> Iterator[float]:
        """How far lines of one column stand apart, where they may be of one cell."""
        for column in zip(*self.cells, strict=True):
            for above, below in pairwise([segment for segment in column if segment is not None]):
                if above.y - below.y <= LEADING * self.size:
                    yield above.y - below.y

    def _aparts(self, least: float) -> list[float | None]:
        """The distances at which rows may stand."""
        least = max(least, self.leading - EXACT * self.size)
        found: list[float] = []
        for gap in sorted(gap for gap in self.gaps if gap >= least):
            if not found or gap - found[-1] > EXACT * self.size:
                found.append(gap)
        return list(found) or [None]

    def has_capitals(self, cuts: Cuts) -> bool:
        """Whether a line that goes on with a cell begins as a cell of its own might."""
        return any(
            cell is not None and above is not None and cell.text[:1].isupper()
            for start, end in pairwise(cuts)
            for upper, lower in pairwise(self.cells[start:end])
            for above, cell in zip(upper, lower, strict=True)
        )

    def _cut(
        self, aligned: Callable[[Sequence[Segment]], float], gap: float | None, is_strict: bool, is_filled: bool
    ) -> set[Cuts]:
        """The ways to cut all lines, a few at most, from the last line back."""
        count = len(self.cells)
        ways: list[list[Cuts]] = [[] for _ in range(count)] + [[(count,)]]
        for start in range(count - 1, -1, -1):
            for end in range(start + 1, min(start + 2 * MOST_LINES, count) + 1):
                if not ways[end] or not self._parts(end, gap):
                    continue
                if is_filled and not any(any(row[1:]) for row in self.cells[start:end]):
                    continue
                if self._is_row(start, end, aligned, is_strict):
                    ways[start] += [(start, *rest) for rest in ways[end]]
            ways[start] = ways[start][:ENOUGH]
        return set(ways[0])

    def _parts(self, at: int, gap: float | None) -> bool:
        """Whether rows may be parted before a line."""
        if at == len(self.cells):
            return True
        own = self.gaps[at - 1]
        if gap is None:
            return own >= CLEAR * self.leading
        return abs(own - gap) <= EXACT * self.size

    def _is_row(self, start: int, end: int, aligned: Callable[[Sequence[Segment]], float], is_strict: bool) -> bool:
        """Whether lines may be one row."""
        if end - start == 1:
            return True
        places: list[float] = []
        for number, column in enumerate(zip(*self.cells[start:end], strict=True)):
            cell = [segment for segment in column if segment is not None]
            if not self._is_cell(cell, number, is_strict):
                return False
            places += [aligned(cell)] if cell else []
        return max(places) - min(places) <= EXACT * self.size

    def _is_cell(self, cell: Sequence[Segment], number: int, is_strict: bool) -> bool:
        """Whether lines of a column may be one cell."""
        if len(cell) < 2:
            return True
        if self.figures[number] or len(cell) > MOST_LINES:
            return False
        even = all(abs(a.y - b.y - self.leading) <= EXACT * self.size for a, b in pairwise(cell))
        return even and (not is_strict or all(may_go_on(a, b, self.columns[number]) for a, b in pairwise(cell)))


def _is_of_figures(column: Sequence[Segment | None]) -> bool:
    """Whether most of what a column has is figures."""
    held = [segment for segment in column if segment is not None]
    return sum(segment.is_figure for segment in held) * 2 > len(held)
