"""Tables pasted into a draft: rows of cells set apart by pipes, tabs, two blanks or more, or commas.

A table is two rows or more (three where commas part the cells) of like width, half of which, the first left out, hold
a number by itself in a cell after the first; or rows under a rule, or of one width between pipes or tabs.
"""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import lru_cache

from assistant.checking import row_cells
from assistant.checking.draft_lines import Line
from assistant.checking.row_cells import NUMERIC, Row

LOOKED_AT = 6  # lines: what a table is shows in the first of them
LONGEST = 2000  # characters of a line that can be a table's row
RULE = re.compile(r"[ \t]*[|+:=-][|+:=\s-]{2,1999}")
BLANKS = re.compile(r"\S(?:[ \u00a0]{2,}|\t)[ \u00a0\t]*\S")
SENTENCE_END = (".", "!", "?")


@dataclass(frozen=True, slots=True)
class Pasted:
    """The rows of a table, each with its line; `ruled` is how many of them stand above a rule."""

    rows: tuple[Row, ...]
    lines: tuple[Line, ...]
    ruled: int
    length: int  # in lines of the draft
    by_place: bool = False  # whether its columns are known by where their cells stand


@dataclass(frozen=True, slots=True)
class _Kind:
    """A way to set cells apart: which lines can be rows, how they are cut, how many make a table."""

    is_row: Callable[[Line], bool]
    cut: Callable[[str], list[tuple[int, int]]]
    fewest: int = 2
    needs_numbers: bool = True
    same_width: bool = False
    by_place: bool = False


def table_at(lines: Sequence[Line], at: int) -> Pasted | None:
    """The table that starts at a line, or None."""
    if at + 1 == len(lines):
        return None
    for kind in KINDS:
        second = lines[at + 1]
        may_be = kind.is_row(lines[at]) and (kind.is_row(second) or _is_rule(second))
        if may_be and _is_table(kind, _rows_from(kind, lines, at, LOOKED_AT)):
            return _pasted(kind, _rows_from(kind, lines, at, len(lines)))
    return None


def _rows_from(kind: _Kind, lines: Sequence[Line], at: int, most: int) -> list[Line]:
    """The lines from `at` that are rows of a kind, and rules among them."""
    found: list[Line] = []
    width = _shape(kind, lines[at].text)[0]
    for line in (lines[n] for n in range(at, min(at + most, len(lines)))):
        is_rule = found and _is_rule(line)
        if not (is_rule or (kind.is_row(line) and not (kind.same_width and _shape(kind, line.text)[0] != width))):
            break
        found.append(line)
    return found


def _pasted(kind: _Kind, lines: Sequence[Line]) -> Pasted:
    kept, ruled = _parted(lines)
    rows = tuple(row_cells.of_line(line, kind.cut(line.text)) for line in kept)
    return Pasted(rows, tuple(kept), ruled, len(lines), kind.by_place)


def _parted(lines: Sequence[Line]) -> tuple[list[Line], int]:
    """The lines that are no rules, and how many of them stand above the first rule that has rows on both sides."""
    kept = [line for line in lines if not _is_rule(line)]
    first_rule = next((n for n, line in enumerate(lines) if n and _is_rule(line)), 0)
    ruled = sum(not _is_rule(line) for line in lines[:first_rule])
    return kept, ruled if ruled < len(kept) else 0


def _is_table(kind: _Kind, lines: Sequence[Line]) -> bool:
    kept, ruled = _parted(lines)
    shapes = [_shape(kind, line.text) for line in kept]
    widths = [width for width, _ in shapes]
    if len(widths) < kind.fewest or max(widths) < 2:
        return False
    if ruled or (not kind.needs_numbers and min(widths) == max(widths)):
        return True
    return sum(numbered for _, numbered in shapes[1:]) * 2 >= len(shapes) - 1


@lru_cache(maxsize=128)
def _shape(kind: _Kind, text: str) -> tuple[int, bool]:
    """How many cells a line has, and whether one of them after the first is a number by itself.

    Kept for a while, for each line is looked at as part of several tables that might start above it.
    """
    cells = kind.cut(text)
    return len(cells), any(NUMERIC.fullmatch(text[start:end].strip(row_cells.AROUND)) for start, end in cells[1:])


def _is_rule(line: Line) -> bool:
    """Whether a line is the rule under a heading row, or one between the rows of a grid."""
    text = line.text
    return ("--" in text or "==" in text or "-|" in text) and RULE.fullmatch(text) is not None


def _is_piped(line: Line) -> bool:
    return len(line.text) <= LONGEST and ("|" in line.text or (line.text[:1] == "+" and _is_rule(line)))


def _is_tabbed(line: Line) -> bool:
    return len(line.text) <= LONGEST and "\t" in line.text[line.bullet :].rstrip()


def _is_spaced(line: Line) -> bool:
    if len(line.text) > LONGEST or line.text.rstrip().endswith(SENTENCE_END):
        return False
    return BLANKS.search(line.text, line.bullet) is not None


def _is_comma_separated(line: Line) -> bool:
    text = line.text
    return len(text) <= LONGEST and "," in text and not line.bullet and not text.rstrip().endswith((*SENTENCE_END, ":"))


KINDS = (
    _Kind(_is_piped, row_cells.by_pipes, needs_numbers=False),
    _Kind(_is_tabbed, row_cells.by_tabs, needs_numbers=False),
    _Kind(_is_spaced, row_cells.by_blanks, by_place=True),
    _Kind(_is_comma_separated, row_cells.by_commas, fewest=3, same_width=True),
)
