"""The tables of a page, rebuilt from where their words stand; what is not certain is no table.

Columns are strips of the page that the lines of a table leave free between them; rows are told by the distances of
lines and by which columns they fill. Where more than one reading is left the lines stay text: a missed table is a
nuisance, a value beside another row's label a wrong figure.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from corpus.numbers import is_number
from corpus.pdf.grids_checks import check, check_whole, has_figures, is_filled, trimmed
from corpus.pdf.grids_columns import Region, regions
from corpus.pdf.grids_heads import Heads, Row, Unclear, bold_levels, heads
from corpus.pdf.grids_rows import joined, rows
from corpus.pdf.grids_segments import Level, levels
from corpus.pdf.runs import Line
from corpus.tables import CAPTION, LOOK_BACK
from corpus.tables_raw import MARK

FEWEST = 2  # lines of a table
MOST_LEVELS = 1_000  # lines of a page on which tables are looked for


@dataclass(frozen=True, slots=True)
class Grid:
    """A table: rows of headings and of cells, all as wide; raised marks of notes stand in cells as "[footnote 3]".

    `lines` are those of the page that it is made of, from top to bottom; edges are in points, y upwards.
    """

    header: tuple[tuple[str, ...], ...]
    rows: tuple[tuple[str, ...], ...]
    lines: tuple[Line, ...]
    left: float
    right: float
    top: float
    bottom: float

    @property
    def headings(self) -> tuple[str, ...]:
        """One heading a column: a heading over several columns is that of each of them too."""
        columns = (dict.fromkeys(filter(None, cells)) for cells in zip(*self.header, strict=True))
        return tuple(" ".join(column) for column in columns)

    def piped(self) -> str:
        """The table as pipe rows under a rule of dashes."""
        shown = [self.headings, ("---",) * len(self.headings), *self.rows]
        return "\n".join("| " + " | ".join(cell.replace("|", r"\|") for cell in row) + " |" for row in shown)


@dataclass(frozen=True, slots=True)
class Doubt:
    """Lines under a caption that look like a table and cannot be read safely: `why` says what is uncertain."""

    place: str  # of the caption: "Table 3"
    why: str
    lines: tuple[Line, ...]


def grids(lines: Sequence[Line]) -> list[Grid]:
    """The tables among the lines of one page, or of one of its columns, from top to bottom."""
    return read(lines)[0]


def read(lines: Sequence[Line]) -> tuple[list[Grid], list[Doubt]]:
    """The tables among the lines, and those under a caption whose rows or columns could not be told apart."""
    page = levels(lines)
    if len(page) > MOST_LEVELS:
        return [], []
    places = [trimmed(region) for region in regions(page)]
    found: list[Grid] = []
    doubts: dict[str, Doubt] = {}
    for region in places:
        place = _captioned(page, region)
        try:
            check_whole(region, places, page)
            read_here = _tables(region, page)
        except Unclear as unclear:
            if place and has_figures(region):
                doubts.setdefault(place, Doubt(place, str(unclear), tuple(_lines(region.levels))))
            continue
        found += read_here
    return found, list(doubts.values())


def _tables(region: Region, page: Sequence[Level]) -> list[Grid]:
    """The table in a region, none where there is no sign of one. Raises Unclear."""
    if len(region.levels) < FEWEST or len(region.columns) < 2:
        return []
    count = bold_levels(region.levels)
    return [_bold_headed(region, count, page) if count else _plain_headed(region, page)]


def _bold_headed(region: Region, count: int, page: Sequence[Level]) -> Grid:
    """A table whose first lines alone are bold."""
    starts = [count]
    while region.cells[starts[-1] - 1][0] and not any(region.cells[starts[-1] - 1][1:]) and starts[-1] > 1:
        starts.append(starts[-1] - 1)  # a bold label, or the last line of the first heading
    fitting = [(start, cuts) for start in starts if (cuts := _rows(region, start))]
    if len(fitting) > 1:
        fitting = [(start, cuts) for start, cuts in fitting if is_filled(region.cells[start : start + cuts[1]])]
    if len(fitting) != 1:
        raise Unclear("its rows could not be told apart")
    start, cuts = fitting[0]
    return _grid(region, heads(region, start, page), joined(region.cells[start:], cuts))


def _rows(region: Region, start: int) -> tuple[int, ...] | None:
    """Where the rows below the headings begin."""
    above = region.levels[start - 1].y - region.levels[start].y if start < len(region.levels) else 0.0
    return rows(region.cells[start:], region.columns, above)


def _plain_headed(region: Region, page: Sequence[Level]) -> Grid:
    """A table whose first row is set as the others are, and has words over columns of figures."""
    cuts = rows(region.cells, region.columns)
    if cuts is None or len(cuts) < 3:
        raise Unclear("its rows could not be told apart")
    body = joined(region.cells[cuts[1] :], tuple(cut - cuts[1] for cut in cuts[1:]))
    first = joined(region.cells, cuts[:2])[0]
    if any(cell is not None and cell.bold for row in region.cells[: cuts[1]] for cell in row):
        raise Unclear("its headings are not all in one type")
    figures = [all(is_number(MARK.sub("", cell)) for cell in column) for column in zip(*body, strict=True)]
    if not any(figures[1:]) or any(is_number(MARK.sub("", cell)) for cell in first[1:]):
        raise Unclear("its headings could not be told from its rows")
    return _grid(region, heads(region, cuts[1], page), body)


def _grid(region: Region, found: Heads, body: tuple[Row, ...]) -> Grid:
    header = found.rows(len(region.columns))
    check(header, body)
    all_levels = [*(line.level for line in found.spanning), *region.levels]
    return Grid(
        header=header,
        rows=body,
        lines=tuple(_lines(all_levels)),
        left=region.columns[0].x,
        right=region.columns[-1].right,
        top=all_levels[0].y + all_levels[0].size,
        bottom=all_levels[-1].y,
    )


def _lines(own: Sequence[Level]) -> Iterator[Line]:
    return (line for level in own for line in level.lines)


def _captioned(page: Sequence[Level], region: Region) -> str:
    """The place that a caption above a region names, "" where no table's does."""
    for level in reversed(page[max(region.first - LOOK_BACK, 0) : region.first]):
        match = CAPTION.match(level.text)
        if match:
            return match["place"] if match["place"].startswith("Table") else ""
    return ""
