"""What is set in columns and is no table: pages of prose, lists of contents, numbered paragraphs."""

import re
from collections.abc import Sequence
from itertools import pairwise

from corpus.numbers import is_number
from corpus.pdf.grids_columns import FARTHEST, Cells, Region, is_caption, narrowed
from corpus.pdf.grids_heads import TIGHT, YEAR, Row, Unclear, bold_levels
from corpus.pdf.grids_segments import Level, Segment
from corpus.tables_raw import MARK

LONGEST_CELL = 700  # characters
FLOWING = 0.34  # of the rows: labels that go on with a small letter are lines of prose
FEWEST_FLOWING = 3
FEWEST_FIGURES = 2
FARTHER = 1.2  # of the distance of rows: what stands so far below them is none
WORDS = 3  # under figures: so many are text and no symbol
UNDER = 0.4  # of the size: figures of one column are no further off
PAGES = re.compile(r"pages?(?:\s+(?:no\.?|number))?", re.I)
NUMBER = re.compile(r"\(?(?:\d{1,3}(?:\.\d{1,3})*|[a-z]|[ivx]+)[.)]?")  # of a paragraph: "2.6", "(iv)"
BULLET = re.compile(r"[^\w\[\]+-]{1,2}")


def trimmed(region: Region) -> Region:
    """The region without the text that stands above and below its table."""
    start, end = 0, _worded(region)
    while end - start > 1 and _is_apart(region, end - 1, end - 2) is not None:
        end = _is_apart(region, end - 1, end - 2) or end
    while end - start > 1 and _is_one(region.cells[start]) and _is_far(region, start, start + 1):
        start += 1
    return narrowed(region, start, end)


def _worded(region: Region) -> int:
    """The first line, further down than rows are, with words in a column of nothing but figures, or the end."""
    start, end = bold_levels(region.levels), len(region.cells)
    for column in zip(*(cells[1:] for cells in region.cells), strict=True):
        held = [(n, cell) for n, cell in enumerate(column) if n >= start and cell is not None]
        last = max((n for n, cell in held if cell.is_figure), default=len(region.cells))
        if all(cell.is_figure for n, cell in held if n <= last):
            end = min([end, *(n for n, cell in held if n > last and len(cell.text.split()) >= WORDS)])
    gaps = [above.y - below.y for above, below in pairwise(region.levels[start : end + 1])]
    return end if gaps and gaps[-1] > FARTHER * max(gaps[:-1], default=gaps[-1]) else len(region.cells)


def check_whole(region: Region, others: Sequence[Region], page: Sequence[Level]) -> None:
    """Refuse what lines that keep to no columns cut off from lines above or below. Raises Unclear."""
    for number, above in enumerate(others):
        last = above
        for below in others[number + 1 :]:
            if not _is_next(last, below, page):
                break
            if region in (above, below) and not _is_list(above) and not _is_list(below) and _may_go_on(above, below):
                raise Unclear("a line does not keep to its columns")
            last = below


def _is_next(above: Region, below: Region, page: Sequence[Level]) -> bool:
    """Whether a region stands right below another, and has no headings of its own."""
    between = page[above.end - 1 : below.first + 1]
    near = all(one.y - two.y <= FARTHEST * one.size for one, two in pairwise(between))
    is_apart = below.first - above.end > 1 or below.levels[0].bold or any(is_caption(level) for level in between)
    return near and not is_apart


def has_figures(region: Region) -> bool:
    """Whether figures stand beside labels, as in a table."""
    beside = [cell for cells in region.cells for cell in cells[1:] if cell is not None and cell.is_figure]
    return len(beside) >= FEWEST_FIGURES


def _may_go_on(above: Region, below: Region) -> bool:
    """Whether lines may be more of a table: they have figures under most of its columns of figures."""
    body = above.cells[bold_levels(above.levels) :]
    columns = [[cell for cell in cells if cell is not None] for cells in zip(*body, strict=True)]
    figures = [[cell for cell in cells if cell.is_figure] for cells in columns[1:]]
    full = [held for held, cells in zip(figures, columns[1:], strict=True) if len(held) * 2 >= len(cells) > 0]
    others = [cell for cells in below.cells for cell in cells if cell is not None and cell.is_figure]
    on = sum(any(_is_under(one, other) for one in held for other in others) for held in full)
    return on * 2 >= len(full)


def _is_under(one: Segment, other: Segment) -> bool:
    """Whether two figures are set to the same edge or middle."""
    off = (one.x - other.x, one.center - other.center, one.right - other.right)
    return min(map(abs, off)) <= UNDER * one.size


def _is_list(region: Region) -> bool:
    """Whether the first column has only bullets or the numbers of paragraphs."""
    first = [cells[0].text for cells in region.cells if cells[0] is not None]
    return all(BULLET.fullmatch(text) or NUMBER.fullmatch(text) for text in first)


def is_filled(row: Sequence[Cells]) -> bool:
    """Whether the lines of a row fill more than its first column."""
    return any(any(cells[1:]) for cells in row)


def check(header: Sequence[Row], body: Sequence[Row]) -> None:
    """Refuse what is no table. Raises Unclear."""
    if not body or any(len(cell) > LONGEST_CELL for row in body for cell in row):
        raise Unclear("its cells are as long as paragraphs")
    if any(_is_figure(cell) and not YEAR.fullmatch(MARK.sub("", cell)) for cell in header[-1] if cell):
        raise Unclear("its headings are figures")
    if PAGES.fullmatch(header[-1][-1]) or all(BULLET.fullmatch(row[0]) for row in body if row[0]):
        raise Unclear("it is a list")
    if not all(row[0] for row in body):
        raise Unclear("a row has no label")
    if _flows([row[0] for row in body]):
        raise Unclear("its first column is prose")
    if not any(any(row[1:]) for row in body):
        raise Unclear("its rows are empty")


def _flows(labels: Sequence[str]) -> bool:
    """Whether the labels of a table are the lines of a paragraph."""
    on = sum(below[0].islower() and above[-1] not in ".:;" for above, below in pairwise(labels))
    return on >= FEWEST_FLOWING and on >= FLOWING * len(labels)


def _is_figure(cell: str) -> bool:
    return is_number(MARK.sub("", cell))


def _is_one(cells: Cells) -> bool:
    return sum(cell is not None for cell in cells) == 1


def _is_far(region: Region, above: int, below: int) -> bool:
    """Whether two lines stand further apart than lines of a cell."""
    upper, lower = region.levels[above], region.levels[below]
    return upper.y - lower.y > TIGHT * max(upper.size, lower.size)


def _is_apart(region: Region, last: int, above: int) -> int | None:
    """Where the text below a table begins, if its last lines are text of one column; else None."""
    column = [n for n, cell in enumerate(region.cells[last]) if cell is not None]
    if len(column) != 1:
        return None
    while above >= 0 and not _is_far(region, above, above + 1):
        if not _is_one(region.cells[above]) or region.cells[above][column[0]] is None:
            return None
        above -= 1
    return above + 1 if above >= 0 else None
