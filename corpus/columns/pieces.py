"""What a page of columns falls into: stretches of lines between two gaps."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

Kind = Literal["text", "item", "heading", "caption", "row", "keyfact", "note", "noise"]

ENDS = re.compile(r"[.?!:;](?:\s*[)\]”’\"'])*\*?$")
MIDDLE = re.compile(r"[a-z]|[–—-] ?\S|[)\],;/]|\(?\d")
FULL_STOP = re.compile(r"[a-z)”’%\d]\.(?=\s|$|”)")
PARAGRAPH = re.compile(r"(?P<number>\d{1,3}(?:\.\d{1,3})*)\.? (?=[A-Z“‘])")
BULLET = re.compile(r"[•▪●◦■]\s*")
WORDS_WITHIN = (
    "a an and are as at be been before between by for from had has have his her if in into is its nor not"
    " of on or our over since so than that the their these this those to under was were when where which who"
    " with your"
)
JOINING = frozenset(WORDS_WITHIN.split())
LOST = "\ufffd"  # what stood here cannot be told: its sentence is not quoted
HEADING_CHARACTERS = 100
HEADING_LINES = 5
FEW = 3  # lines that show how a stretch starts or ends


@dataclass(frozen=True, slots=True)
class Row:
    """A row of a table of which every cell is sure.

    label: its lines. values: as printed, with stars. headings: the labels' ("" where none is printed), then
    one for each value.
    """

    label: tuple[str, ...]
    values: tuple[str, ...]
    headings: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Piece:
    """Lines that stand together. A line keeps one trailing blank where the extractor saw it run on.

    page: counts from 0. opens: whether it is the first of its page. level, number, of: as in Block. row: its
    cells, where they are sure. annotates: of a footnote, the words before its mark.
    """

    kind: Kind
    lines: tuple[str, ...]
    page: int
    opens: bool = False
    level: int = 0
    number: str = ""
    of: str = ""
    row: Row | None = None
    annotates: str = ""

    @property
    def text(self) -> str:
        """The lines on one line, white space folded, hyphens at their ends kept."""
        return _folded(self.lines)

    @property
    def starts_mid(self) -> bool:
        """Whether it starts as only the middle of a sentence (or a line that counts on) does."""
        opening = _folded(self.lines[:FEW])
        return bool(MIDDLE.match(opening)) and not BULLET.match(opening)

    @property
    def is_numbered(self) -> bool:
        """Whether it starts as a numbered paragraph does."""
        return bool(PARAGRAPH.match(_folded(self.lines[:FEW])))

    @property
    def is_open(self) -> bool:
        """Whether its last sentence has not ended."""
        return not ENDS.search(_folded(self.lines[-FEW:]))

    @property
    def is_title(self) -> bool:
        """Whether it could be a heading: short, starts with a capital, no sentence."""
        text = self.text
        return (
            len(self.lines) <= HEADING_LINES
            and len(text) <= HEADING_CHARACTERS
            and len(text) > 2
            and text[0].isupper()
            and text[-1] not in ".;,!?:-–"
            and not FULL_STOP.search(text)
            and text.split()[-1] not in JOINING
        )

    @property
    def stops_short(self) -> bool:
        """Whether it ends where no sentence can: in a bracket or quotation, or at a word that joins."""
        text = self.text
        inside = any(text.count(a) > text.count(b) for a, b in ("()", "“”"))
        return self.is_open and (inside or text.split()[-1] in JOINING)


def _folded(lines: Sequence[str]) -> str:
    return re.sub(r"(?<=\w/) (?=\w)", "", fold(" ".join(lines)))


def fold(text: str) -> str:
    """White space of any kind as one blank."""
    return " ".join(text.split())
