"""Footnotes: the smaller lines at the foot of a page that open with a number raised in the text above them.

They are taken out of their columns, so that a paragraph goes on past them. Numbers that begin anew on every page
are counted through the publication instead, so that a mark names one footnote; otherwise they stay as printed.
"""

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from corpus.pdf.columns import Column
from corpus.pdf.marks import MARK, marked
from corpus.pdf.runs import Line
from corpus.pdf.words import Words

SMALLER = 0.94  # times the text's size: type of footnotes
OPENING = re.compile(r"^(?:\[footnote (?P<mark>\d+)\]|(?P<number>\d{1,3})[.)]?(?=\s))\s*")
ROWS = 3  # numbers that a reading may have lost


@dataclass(frozen=True, slots=True)
class Footnote:
    """A footnote: its number as printed, its lines, its page's place in the file."""

    number: int
    lines: tuple[Line, ...]
    page: int

    def text(self, words: Words) -> str:
        """What it says, on one line, without its number."""
        return words.join([OPENING.sub("", marked(self.lines[0].runs)), *(marked(x.runs) for x in self.lines[1:])])


def taken_off(columns: Sequence[Column], body: float, page: int) -> tuple[list[Column], list[Footnote]]:
    """The columns of a page without its footnotes, and these."""
    marks = {
        int(number)
        for column in columns
        for item in column.items
        if isinstance(item, Line)
        for number in MARK.findall(
            OPENING.sub("", marked(item.runs)) if item.size < SMALLER * body else marked(item.runs)
        )
    }
    kept: list[Column] = []
    found: list[Footnote] = []
    for column in columns:
        start = _start(column, body, marks)
        lines = [item for item in column.items[start:] if isinstance(item, Line)]
        found += _parted(lines, page)
        if start:
            kept.append(replace(column, items=column.items[:start]))
    return kept, found


def _start(column: Column, body: float, marks: set[int]) -> int:
    """The index of the first line of footnotes; that after the last item where there are none."""
    small = len(column.items)
    while small and isinstance(item := column.items[small - 1], Line) and item.size < SMALLER * body:
        small -= 1
    numbers = ((at, _number(item)) for at, item in enumerate(column.items[small:], start=small))
    return next((at for at, number in numbers if number in marks), len(column.items))


def _number(item: object) -> int | None:
    """The number that a line opens with."""
    match = OPENING.match(marked(item.runs)) if isinstance(item, Line) else None
    return int(match["mark"] or match["number"]) if match else None


def _parted(lines: Sequence[Line], page: int) -> list[Footnote]:
    """The footnotes of lines, the first of which opens one: each opens with a number a little higher."""
    found: list[Footnote] = []
    for line in lines:
        number = _number(line)
        if number is not None and (not found or _is_next(found[-1], number, line)):
            found.append(Footnote(number, (line,), page))
        elif found:
            found[-1] = replace(found[-1], lines=(*found[-1].lines, line))
    return found


def _is_next(last: Footnote, number: int, line: Line) -> bool:
    return last.number < number <= last.number + ROWS and abs(line.x - last.lines[0].x) < line.size


def numbered(footnotes: Sequence[Footnote]) -> Mapping[tuple[int, int], int]:
    """The number that each footnote is known by, by its page and its printed number; empty where all stay."""
    counts = Counter(footnote.number for footnote in footnotes)
    if not footnotes or max(counts.values()) == 1:
        return {}
    return {(one.page, one.number): through for through, one in enumerate(footnotes, start=1)}


def renumbered(text: str, page: int, through: Mapping[tuple[int, int], int]) -> str:
    """Text of a page with its marks as `through` counts them; one without a footnote on the page is dropped."""
    if not through:
        return text

    def mark(match: re.Match[str]) -> str:
        number = through.get((page, int(match[1])))
        return f"[footnote {number}]" if number else ""

    return MARK.sub(mark, text)
