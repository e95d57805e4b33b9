"""The body of a document in its order: headings by style, items, tables under their captions, boxes, then notes."""

import re
from dataclasses import dataclass, field
from pathlib import Path
from typing import Literal
from xml.etree.ElementTree import Element

from corpus import gridded
from corpus.errors import IncompleteTable
from corpus.word import tables
from corpus.word.notes import Notes
from corpus.word.numbering import Numbering, numbered
from corpus.word.parts import UNREAD, child, chosen, paragraphs, value
from corpus.word.styles import CONTENTS, LISTED, Style, Styles, is_named, rank
from corpus.word.words import Words

CAPTION = re.compile(r"caption", re.I)
TITLE = re.compile(r"title", re.I)
FROM_CONTENTS = re.compile(r"table of contents", re.I)
BETWEEN = 3  # blocks from a caption to its table, at most
COUNTED = re.compile(r"[\d.]+")
Kind = Literal["text", "caption", "table"]


@dataclass(slots=True)
class Body:
    """The blocks read so far, the title, and what was left out, one line each."""

    path: Path
    styles: Styles
    numbering: Numbering
    notes: Notes
    title: str = ""
    left_out: list[str] = field(default_factory=list)
    blocks: list[tuple[Kind, str]] = field(default_factory=list)
    tables: int = 0
    words: Words = field(init=False)

    def __post_init__(self) -> None:
        """Read words by the document's styles and notes."""
        self.words = Words(self.styles, self.notes)

    @property
    def lines(self) -> list[str]:
        """The blocks as text; where the document sets captions under its tables, each is put over its own."""
        placed = list(self.blocks)
        if self._captions_stand_below():
            for at in range(len(placed) - 1):
                if (placed[at][0], placed[at + 1][0]) == ("table", "caption"):
                    placed[at], placed[at + 1] = placed[at + 1], placed[at]
        return [text for _, text in placed]

    def _captions_stand_below(self) -> bool:
        """Whether the first table has no caption above it and the last one has one right under it."""
        kinds = [kind for kind, _ in self.blocks]
        if "table" not in kinds:
            return False
        first, last = kinds.index("table"), len(kinds) - kinds[::-1].index("table")
        return "caption" not in kinds[max(first - BETWEEN, 0) : first] and kinds[last : last + 1] == ["caption"]

    def read(self, parent: Element) -> None:
        """Add what an element holds."""
        for element in parent:
            name = element.tag
            if name == "p":
                self._paragraph(element)
            elif name == "tbl":
                self._table(element)
            elif name == "altChunk":
                self.left_out.append("a document within the document")
            elif name == "AlternateContent":
                self.read(chosen(element))
            elif name not in UNREAD and not self._is_contents(element):
                self.read(element)

    def notes_at_end(self) -> list[str]:
        """The notes that the text refers to, each of their lines under its mark."""
        lines = list[str]()
        for mark, note in self.notes.each():
            lines += [f"{mark} {line}" for one in paragraphs(note) for line in self.words.lines(one)]
        if self.words.formulas:
            self.left_out.append(f"formulas, {self.words.formulas} of them, with the paragraphs they stand in")
        return ["# Footnotes", *lines] if lines else []

    def _paragraph(self, element: Element) -> None:
        own = child(element, "pPr")
        styles = self.styles.of_paragraph(own)
        lines = self.words.lines(element)
        boxes, self.words.boxes = self.words.boxes, []
        number = self._number(own, styles)
        if lines and not is_named(styles, CONTENTS):
            self._add(lines, own, styles, number)
        for box in boxes:
            self.read(box)

    def _add(self, lines: list[str], own: Element | None, styles: list[Style], number: str | None) -> None:
        text, level = " ".join(lines), rank(own, styles)
        if not self.title and is_named(styles[:1], TITLE):
            self.title = text
            self.blocks.append(("text", text))
        elif is_named(styles, CAPTION):
            self.blocks.append(("caption", text))
        elif level:
            shown = f"{number.rstrip('.')}. " if number and COUNTED.fullmatch(number) else f"{number or ''} ".lstrip()
            self.blocks.append(("text", f"{'#' * level} {shown}{text}"))
        elif number and number.rstrip(".").count("."):
            self.blocks.append(("text", f"{number.rstrip('.')} {text}"))
        elif number is not None or is_named(styles, LISTED):
            self.blocks.append(("text", f"- {text}"))
        else:
            self.blocks.append(("text", "\n".join(lines)))

    def _number(self, own: Element | None, styles: list[Style]) -> str | None:
        """The number or bullet that Word sets before a paragraph, None where it sets none."""
        given = [numbered(child(own, "numPr")), *(numbered(style.numbering) for style in styles)]
        nearest = next((one for one in given if one is not None), None)
        return self.numbering.next(nearest) if nearest else None

    def _table(self, element: Element) -> None:
        if tables.is_layout(element):
            for row in tables.shown_rows(element):
                for cell in tables.parts(row, "tc"):
                    self.read(cell)
            return
        self.tables += 1
        place = f"table {self.tables} of the document"
        grid = list(tables.rows(element, place, self.styles, self._cell))
        try:
            written, left_out = gridded.lines(grid, place, self.path)
        except IncompleteTable:
            written, left_out = [], [f"{place}: its rows have not as many cells as its header"]
        self.blocks += [("table", "\n\n".join(written))] if written else []
        self.left_out += left_out

    def _cell(self, cell: Element) -> str:
        """The text of a cell on one line."""
        if any(one.tag == "tbl" for one in cell.iter()):
            self.left_out.append(f"table {self.tables} of the document: a table in a cell is read as the cell's words")
        lines = [line for one in paragraphs(cell) for line in self.words.lines(one, in_cell=True)]
        boxes, self.words.boxes = self.words.boxes, []
        return " ".join([*lines, *(self._cell(box) for box in boxes)])

    def _is_contents(self, element: Element) -> bool:
        """Whether an element is the list of contents that Word makes."""
        return (
            element.tag == "sdt"
            and FROM_CONTENTS.fullmatch(value(child(element, "sdtPr", "docPartObj", "docPartGallery"))) is not None
        )
