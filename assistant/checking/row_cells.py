"""The cells of one row of a pasted table, cut at pipes, tabs, runs of blanks or commas."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from assistant.checking.draft_lines import Line

NUMERIC = re.compile(
    r"\(?[-−–+]?\s?£?\d[\d,.]*\s?(?:%|p\.?p\.?|pts?|points|percentage points|bn|m|k|million|billion|per cent)?\)?"
    r"\*{0,2}(?:\s?\[[a-z]\])*",
    re.I,
)
PIPE = re.compile(r"(?<!\\)\|")
TAB = re.compile(r"\t")
BLANKS = re.compile(r"[ \u00a0]{2,}|[ \u00a0]?\t[ \u00a0]?")
COMMA_OR_QUOTE = re.compile('[,"]')
THOUSANDS = re.compile(r"(?<=\d),(?=\d{3}(?!\d))")
AROUND = ' \t\r\u00a0"*_`'


@dataclass(frozen=True, slots=True)
class Cell:
    """What a cell holds, without white space and marks at its ends, and where in the draft it stands."""

    text: str
    start: int

    @property
    def end(self) -> int:
        """Where it ends in the draft."""
        return self.start + len(self.text)


Row = tuple[Cell, ...]


def of_line(line: Line, spans: Sequence[tuple[int, int]]) -> Row:
    """The cells at some stretches of a line."""
    cells = []
    for start, end in spans:
        stretch = line.text[start:end]
        bare = stretch.strip(AROUND)
        cells.append(Cell(bare, line.start + start + (stretch.find(bare) if bare else 0)))
    return tuple(cells)


def by_pipes(text: str) -> list[tuple[int, int]]:
    r"""The stretches between pipes; those at the ends part nothing, and `\|` is a pipe in a cell."""
    bare = text.strip()
    first = text.find(bare) + bare.startswith("|")
    last = text.find(bare) + len(bare) - (bare.endswith("|") and not bare.endswith("\\|"))
    return _between(PIPE, text, first, max(first, last))


def by_tabs(text: str) -> list[tuple[int, int]]:
    """The stretches between tabs."""
    return _between(TAB, text, 0, len(text.rstrip()))


def by_blanks(text: str) -> list[tuple[int, int]]:
    """The stretches between two blanks or more."""
    bare = text.strip()
    first = text.find(bare)
    return _between(BLANKS, text, first, first + len(bare))


def by_commas(text: str) -> list[tuple[int, int]]:
    """The stretches between commas that stand neither in quotation marks nor in a number."""
    thousands = {match.start() for match in THOUSANDS.finditer(text)}
    quotes, spans, start = 0, [], 0
    for match in COMMA_OR_QUOTE.finditer(text):
        quotes += match[0] == '"'
        if match[0] == "," and quotes % 2 == 0 and match.start() not in thousands:
            spans.append((start, match.start()))
            start = match.end()
    return [*spans, (start, len(text))]


def _between(separator: re.Pattern[str], text: str, first: int, last: int) -> list[tuple[int, int]]:
    spans, start = [], first
    for match in separator.finditer(text, first, last):
        spans.append((start, match.start()))
        start = match.end()
    return [*spans, (start, last)]
