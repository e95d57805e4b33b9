"""The order in which the columns of a page are read.

A page is cut into bands, from top to bottom; a band has columns where strips of it stay free over many lines and
what stands on both sides is running text. A wide heading, figure or table ends a band. Columns of numbers are no
columns of text: their lines are read across. Where the columns of most pages are parted is a gutter of the
publication, and there a few lines of words will do.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from math import inf
from statistics import mean, median

from corpus.pdf.grids import Grid
from corpus.pdf.runs import Line, Run

Item = Line | Grid
Strip = tuple[float, float]  # from x to x
GUTTER = 0.8  # of the size of the text: a narrower strip parts no columns
FEWEST = 4  # lines of a column
NARROWEST = 0.14  # of the width of a band: narrower are numbers, bullets and labels
FULL = 0.75  # of its column's width: a line as long is one of running text
WORDY = 12  # letters: a line of running text has as many, on the whole
WORDS = 2.5  # and as many words
DEEPEST = 3  # columns within columns
CROWDED = 500  # lines of a page: with more, a band that has no columns is passed over whole
OFTEN = 3  # bands that a gutter of the publication parts, at least
THINNEST = 3.0  # points of a strip that is free on all pages
FIGURES = 0.5  # of the letters of a line: with fewer that are letters it holds figures
WORDED = 0.7  # of the lines of a column of words


@dataclass(frozen=True, slots=True)
class Column:
    """What stands in a column, from top to bottom.

    `limit` is where the next column begins; `among`: there are others beside it.
    """

    items: tuple[Item, ...]
    limit: float = inf
    among: bool = False

    @property
    def left(self) -> float:
        """Its left edge."""
        return min(left(item) for item in self.items)

    @property
    def right(self) -> float:
        """Where its longest line ends."""
        return max(item.right for item in self.items)


def left(item: Item) -> float:
    """Where an item begins."""
    return item.left if isinstance(item, Grid) else item.x


def top(item: Item) -> float:
    """How high an item stands."""
    return item.top if isinstance(item, Grid) else item.y


def gutters(pages: Iterable[Sequence[Item]]) -> list[Strip]:
    """The strips that part columns of running text on several pages, each where it is free on all of them."""
    found: list[tuple[Strip, int]] = []
    for items in pages:
        for _, strips in _bands(sorted(items, key=lambda item: -top(item)), ()):
            for strip in strips:
                found = _with(found, strip)
    return [strip for strip, times in found if times >= OFTEN]


def _with(found: Sequence[tuple[Strip, int]], strip: Strip) -> list[tuple[Strip, int]]:
    """Strips and how often each was found, one more found."""
    for at, (other, times) in enumerate(found):
        common = max(strip[0], other[0]), min(strip[1], other[1])
        if common[1] - common[0] > THINNEST:
            return [*found[:at], (common, times + 1), *found[at + 1 :]]
    return [*found, (strip, 1)]


def columns(items: Sequence[Item], known: Sequence[Strip] = (), depth: int = 0) -> list[Column]:
    """The columns of a page in the order of reading; one of all its items where it has none.

    `known` are the gutters of the publication.
    """
    if not items:
        return []
    found: list[Column] = []
    pending: list[Item] = []
    for band, strips in _bands(sorted(items, key=lambda item: -top(item)), known):
        if not strips:
            pending += band
            continue
        if pending:
            found.append(Column(tuple(pending)))
            pending = []
        parts = _parted(band, strips)
        limits = [*(min(left(item) for item in part) for part in parts[1:]), inf]
        for part, limit in zip(parts, limits, strict=True):
            inner = columns(part, known, depth + 1) if depth < DEEPEST else [Column(tuple(part))]
            found += [replace(one, limit=min(one.limit, limit), among=True) for one in inner]
    if pending:
        found.append(Column(tuple(pending)))
    return found


def _bands(items: Sequence[Item], known: Sequence[Strip]) -> Iterator[tuple[list[Item], list[Strip]]]:
    """The bands from top to bottom, each with the strips that part its columns, none where it has one column."""
    at, right = 0, max((item.right for item in items), default=0.0)
    spans = [_spans(item) for item in items]
    while at < len(items):
        end, strips = _band(items, spans, at, right, known)
        yield list(items[at:end]), strips
        at = end


def _band(
    items: Sequence[Item], spans: Sequence[Sequence[Strip]], start: int, right: float, known: Sequence[Strip]
) -> tuple[int, list[Strip]]:
    """Where the band that starts here ends, and the strips that part its columns."""
    free: list[Strip] = [(-inf, inf)]
    end = start
    for at in range(start, len(items)):
        narrowed = _without(free, spans[at])
        if not any(b > a > -inf and a < right for a, b in narrowed) or (_inner(free) and not _inner(narrowed)):
            break
        free, end = narrowed, end + 1
    band = items[start:end]
    strips = [strip for strip in _inner(free) if _parts_text(band, strip) or _parts_words(band, strip, known)]
    if not strips:
        return (start + 1 if len(items) <= CROWDED else max(end, start + 1)), []
    return _trimmed(items, start, end), strips


def _inner(free: Sequence[Strip]) -> list[Strip]:
    """The strips that have something on both sides."""
    return [strip for strip in free if -inf < strip[0] and strip[1] < inf]


def _spans(item: Item) -> list[Strip]:
    if isinstance(item, Grid):
        return [(item.left, item.right)]
    return [(run.x, run.right) for run in item.runs]


def _without(free: Sequence[Strip], taken: Sequence[Strip]) -> list[Strip]:
    """The strips that stay free."""
    for begins, ends in taken:
        cut = [((a, min(b, begins)), (max(a, ends), b)) for a, b in free]
        free = [strip for pair in cut for strip in pair if strip[1] - strip[0] > 1]
    return list(free)


def _parts_text(band: Sequence[Item], strip: Strip) -> bool:
    """Whether running text stands on both sides of a strip."""
    lines = [item for item in band if isinstance(item, Line)]
    if not lines:
        return False
    size = median(line.size for line in lines)
    if strip[1] - strip[0] < GUTTER * size:
        return False
    sides = _parted(lines, [strip])
    width = max(line.right for line in lines) - min(line.x for line in lines)
    return len(sides) == 2 and all(_is_text(side, width) for side in sides)


def _parts_words(band: Sequence[Item], strip: Strip, known: Sequence[Strip]) -> bool:
    """Whether a strip is a gutter of the publication with words, not figures or rows, on both sides."""
    if not any(strip[0] <= a + 1 and strip[1] >= b - 1 for a, b in known):
        return False
    sides = _parted([item for item in band if isinstance(item, Line)], [strip])
    return len(sides) == 2 and all(_is_worded(side) for side in sides)


def _is_worded(side: Sequence[Item]) -> bool:
    lines = [item for item in side if isinstance(item, Line)]
    plain = [line for line in lines if sum(map(str.isalpha, line.text)) > FIGURES * len(line.text)]
    return len(plain) > WORDED * len(lines)


def _is_text(side: Sequence[Item], width: float) -> bool:
    """Whether the lines of one side are running text and as wide as a column."""
    lines = [item for item in side if isinstance(item, Line)]
    if len(lines) < FEWEST:
        return False
    wide = max(line.right for line in lines) - min(line.x for line in lines)
    full = sum(line.right - line.x >= FULL * wide for line in lines)
    letters = mean(sum(map(str.isalpha, line.text)) for line in lines)
    words = mean(len(line.text.split()) for line in lines)
    return wide >= NARROWEST * width and full * 3 >= len(lines) and letters >= WORDY and words >= WORDS


def _parted(items: Sequence[Item], strips: Sequence[Strip]) -> list[list[Item]]:
    """The items of each column, lines cut where a strip crosses them; empty columns are left out."""
    parts: list[list[Item]] = [[] for _ in range(len(strips) + 1)]
    edges = sorted(strips)
    for item in items:
        if isinstance(item, Grid):
            parts[_side(item.left, edges)].append(item)
            continue
        cut: dict[int, list[Run]] = {}
        for run in item.runs:
            cut.setdefault(_side(run.x, edges), []).append(run)
        for place, runs in cut.items():
            parts[place].append(Line(tuple(runs)))
    return [part for part in parts if part]


def _side(x: float, edges: Sequence[Strip]) -> int:
    return sum(x >= edge[1] - 1 for edge in edges)


def _trimmed(items: Sequence[Item], start: int, end: int) -> int:
    """Where a band ends whose last lines are a heading of what follows."""
    body = median(item.size for item in items[start:end] if isinstance(item, Line))
    while end - start > FEWEST and end < len(items) and isinstance(last := items[end - 1], Line):
        if not (last.size > 1.1 * body or last.bold) or len(last.runs) > 1:
            break
        end -= 1
    return end
