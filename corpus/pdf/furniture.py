"""What is printed around the text of a page: headers, footers, page numbers, lists of contents.

What stands at the same height on several pages, its digits aside, at the top or foot and apart from the text, is
furniture. A page's number is read from there: one that runs in step with the places of the pages in the file.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from corpus.pdf.pen import RUN_GAP
from corpus.pdf.runs import LEADERS, Line, Sheet

EDGE = 0.14  # of a page's height: furniture stands so near to its top or foot
OUTERMOST = 4  # lines of furniture at an edge, at most
APART = 1.05  # of the type's size, beyond a line's own height: so far furniture stands from the text
HEIGHT = 4.0  # points: what repeats stands at the same height, give or take so much
SHARE = 0.2  # of the pages that a repeated line stands on, at least
ROMAN = re.compile(r"m{0,2}(?:cm|cd|d?c{0,3})(?:xc|xl|l?x{0,3})(?:ix|iv|v?i{0,3})")
ALONE = re.compile(r"(?:page\s+)?(?P<number>\d{1,4}|[ivxlcdm]{1,8})(?:\s*(?:of|/)\s*\d{1,4})?", re.I)
AT_END = re.compile(r"^(?P<first>\d{1,4}|[ivxlc]{1,7})\b|\b(?:page\s+)?(?P<last>\d{1,4}|[ivxlc]{1,7})$", re.I)
ENTRY = re.compile(rf"(?:{LEADERS.pattern})\s*(?:\d{{1,4}}|[ivxlc]{{1,7}})?\s*$", re.I)  # of a list of contents
CONTENTS = re.compile(r"(?:table of )?contents", re.I)
FEWEST_ENTRIES = 2  # of a list of contents
FEWEST_COLUMNS = 3  # of a table whose head is told from a header that stands right and left


@dataclass(frozen=True, slots=True)
class Bare:
    """A page without what is printed around its text: its lines, from top to bottom, and its printed number."""

    lines: tuple[Line, ...]
    printed: str = ""


@dataclass(frozen=True, slots=True)
class _Edge:
    """A line at the edge of a page, and whether white space parts it from the text."""

    line: Line
    at_top: bool
    apart: bool


def without_furniture(sheets: Sequence[Sheet], lines: Sequence[Sequence[Line]]) -> list[Bare]:
    """Each page's lines without furniture, and its number."""
    edges = [list(_edges(sheet, own)) for sheet, own in zip(sheets, lines, strict=True)]
    repeated = _repeated(edges)
    offsets = _offsets(sheets, edges)
    bare = []
    for sheet, own, edge in zip(sheets, lines, edges, strict=True):
        printed = _printed(sheet, edge, offsets, len(sheets))
        gone = {id(one.line) for one in edge if one.apart and _is_repeated(one, repeated)}
        gone |= {id(one.line) for one in edge if printed and _is_number(one.line, printed)}
        kept = _without_contents([line for line in own if id(line) not in gone])
        bare.append(Bare(tuple(kept), printed or _label(sheet, offsets)))
    return bare


def _edges(sheet: Sheet, lines: Sequence[Line]) -> Iterator[_Edge]:
    """The outermost lines of a page, top and foot."""
    for at_top, ordered in ((True, list(lines)), (False, list(reversed(lines)))):
        for at, line in enumerate(ordered[:OUTERMOST]):
            near = line.y > (1 - EDGE) * sheet.height if at_top else line.y < EDGE * sheet.height
            if not near:
                break
            yield _Edge(line, at_top, _is_apart(ordered, at) and not _is_head(ordered[at : at + OUTERMOST]))


def _is_apart(ordered: Sequence[Line], at: int) -> bool:
    """Whether a gap, or the end of the page's text, parts this line, or one further in, from the text."""
    inward = ordered[at : at + OUTERMOST + 1]
    gaps = (abs(line.y - inner.y) > (1 + APART) * max(line.size, inner.size) for line, inner in pairwise(inward))
    return len(inward) <= OUTERMOST or any(gaps)


def _is_head(lines: Sequence[Line]) -> bool:
    """Whether the first of some lines heads the columns of a table, as it does anew on each page of the table.

    One of the next has as many cells, or one fewer, where a label goes over lines.
    """
    cells = [1 + sum(after.x - run.right > RUN_GAP * line.size for run, after in pairwise(line.runs)) for line in lines]
    return cells[0] >= FEWEST_COLUMNS and any(cells[0] - 1 <= count <= cells[0] for count in cells[1:])


def _key(edge: _Edge) -> tuple[bool, str]:
    return edge.at_top, re.sub(r"\d+|\b[ivxlc]+\b", "#", edge.line.text.casefold())


def _repeated(edges: Sequence[Sequence[_Edge]]) -> dict[tuple[bool, str], list[float]]:
    """The heights at which a line repeats on enough pages, each as often as it stands there."""
    heights: dict[tuple[bool, str], list[float]] = defaultdict(list)
    for page in edges:
        for edge in page:
            heights[_key(edge)].append(edge.line.y)
    pages = len(edges)
    fewest = 2 if pages < 5 else max(3, min(round(SHARE * pages), 5))
    return {key: [y for y in ys if _beside(y, ys) >= fewest] for key, ys in heights.items()}


def _is_repeated(edge: _Edge, repeated: Mapping[tuple[bool, str], Sequence[float]]) -> bool:
    return _beside(edge.line.y, repeated[_key(edge)]) > 0


def _beside(height: float, heights: Sequence[float]) -> int:
    """How many heights are the same as this one."""
    return sum(abs(height - other) <= HEIGHT for other in heights)


def _numbers(edge: Sequence[_Edge]) -> Iterator[str]:
    """The numbers that may be a page's own."""
    for one in edge:
        text = one.line.text.strip("-–—|•· ")
        if match := ALONE.fullmatch(text):
            yield match["number"]
        elif one.apart:
            yield from (match["first"] or match["last"] for match in AT_END.finditer(text))


def _offsets(sheets: Sequence[Sheet], edges: Sequence[Sequence[_Edge]]) -> Counter[tuple[bool, int]]:
    """How many pages have a number that runs so far ahead of their place; roman numbers (True) run on their own."""
    found: Counter[tuple[bool, int]] = Counter()
    for sheet, edge in zip(sheets, edges, strict=True):
        found.update({step for number in _numbers(edge) if (step := _step(number, sheet)) is not None})
    return found


def _step(number: str, sheet: Sheet) -> tuple[bool, int] | None:
    if number.isdecimal():
        return False, int(number) - sheet.number
    value = _roman(number)
    return (True, value - sheet.number) if value else None


def _printed(sheet: Sheet, edge: Sequence[_Edge], offsets: Counter[tuple[bool, int]], pages: int) -> str:
    """The number printed on a page, "" where none runs in step with those of other pages."""
    steps = {number: _step(number, sheet) for number in _numbers(edge)}
    known = {number: offsets[step] for number, step in steps.items() if step is not None}
    if not known:
        return ""
    best = max(known, key=lambda number: known[number])
    alone = any(ALONE.fullmatch(one.line.text.strip("-–—|•· ")) for one in edge)
    only = alone and (best == sheet.label or (pages < 3 and best == str(sheet.number)))
    return best if known[best] >= max(2, round(pages / 10)) or only else ""


def _label(sheet: Sheet, offsets: Counter[tuple[bool, int]]) -> str:
    """The number that the file gives a page on which none is printed, where it agrees with those printed on others."""
    step = _step(sheet.label, sheet) if sheet.label else None
    return sheet.label if step is not None and (offsets[step] >= 2 or not offsets) else ""


def _is_number(line: Line, printed: str) -> bool:
    match = ALONE.fullmatch(line.text.strip("-–—|•· "))
    return match is not None and match["number"] == printed


def _roman(number: str) -> int:
    """The value of a roman number, 0 for what is none."""
    values = {"i": 1, "v": 5, "x": 10, "l": 50, "c": 100, "d": 500, "m": 1000}
    digits = [values.get(letter, 0) for letter in number.lower()]
    if not digits or not all(digits) or not ROMAN.fullmatch(number.lower()):
        return 0
    following = [*digits[1:], 0]
    return sum(-one if one < after else one for one, after in zip(digits, following, strict=True))


def _without_contents(lines: Sequence[Line]) -> list[Line]:
    """The lines without a list of contents, whose dots lead to page numbers, and its heading."""
    entries = {at for at, line in enumerate(lines) if ENTRY.search(line.text)}
    if len(entries) < FEWEST_ENTRIES:
        return list(lines)
    heading = {at for at, line in enumerate(lines) if CONTENTS.fullmatch(line.text) and at < min(entries)}
    return [line for at, line in enumerate(lines) if at not in entries | heading]
