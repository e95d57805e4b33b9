"""Walking the elements of a page and writing what each is read as, a block on a line of its own."""

import re
from dataclasses import dataclass, field
from pathlib import Path

from bs4 import Tag
from bs4.element import NavigableString

from corpus import gridded
from corpus.html import footnotes, grids
from corpus.html.elements import BLOCKS, HEADINGS, address, fold

DATED = re.compile(r"^(?:Published|Last updated|Updated):?$")


@dataclass(slots=True)
class Writer:
    """The lines written so far, a block each; `buffer` holds the words of the block that is being read."""

    path: Path
    in_cell: bool = False
    left_out: list[str] = field(default_factory=list)
    lines: list[str] = field(default_factory=list)
    buffer: list[str] = field(default_factory=list)
    prefix: str = ""

    def walk(self, tag: Tag) -> None:
        """Write what an element holds."""
        for child in tag.children:
            if isinstance(child, Tag):
                self._write(child)
            elif type(child) is NavigableString:  # no comment or declaration
                self.buffer.append(re.sub(r"\s+", " ", child))

    def flush(self) -> None:
        """End the block: its lines are those that <br> parts."""
        parts = [fold(part) for part in "".join(self.buffer).split("\n")]
        self.buffer = []
        one_line = self.in_cell or self.prefix
        if text := (" " if one_line else "\n").join(filter(None, parts)):
            self.lines.append(text if self.in_cell else self.prefix + text)
            self.prefix = ""

    def _write(self, tag: Tag) -> None:
        if mark := footnotes.mark(tag, "".join(self.buffer[-1:]), self.in_cell):
            self.buffer.append(mark)
        elif "data-cfemail" in tag.attrs:
            self.buffer.append(address(str(tag["data-cfemail"])))
        elif tag.name == "br":
            self.buffer.append("\n")
        elif tag.name == "table" and (self.in_cell or not grids.is_layout(tag)):
            self._table(tag)
        elif footnotes.is_footnotes(tag):
            self._footnotes(tag)
        elif tag.name in BLOCKS:
            self._block(tag)
        else:
            self.walk(tag)

    def _block(self, tag: Tag) -> None:
        if tag.name == "dd" and self.lines and DATED.match(self.lines[-1]):
            self.buffer = [self.lines.pop(), " "]
        else:
            self.flush()
        own = HEADINGS.get(tag.name, "- " if tag.name == "li" else "")
        self.prefix = own or self.prefix
        if tag.name == "figure" and (caption := tag.find("figcaption")):
            tag.insert(0, caption.extract())
        if tag.name == "pre":
            self.buffer.append(tag.get_text())
        else:
            self.walk(tag)
        self.flush()
        self.prefix = "" if own else self.prefix

    def _table(self, tag: Tag) -> None:
        """A table as pipe rows under its caption; inside a cell its words alone."""
        if self.in_cell:
            self.left_out.append(f"line {tag.sourceline}: a table inside a cell is read as the words of the cell")
            self._block(tag)
            return
        self.flush()
        caption = tag.find("caption", recursive=False)
        grid = list(grids.rows(tag, self._one_line))
        if caption is not None and (text := self._one_line(caption)):
            self.lines.append(text)
        written, left_out = gridded.lines(grid, f"line {tag.sourceline or 0}", self.path)
        self.lines += written
        self.left_out += left_out

    def _footnotes(self, tag: Tag) -> None:
        """A list of footnotes, each of its lines under its mark."""
        self.flush()
        for child in footnotes.above(tag):
            self._write(child)
        if not (self.lines and footnotes.TITLE.fullmatch(self.lines[-1])):
            self.lines.append("# Footnotes")
        for number, item in footnotes.items(tag):
            written = "\n".join(self._inside(item, in_cell=False)).split("\n")
            self.lines += [f"[footnote {number}] {line.removeprefix('- ')}" for line in written if line]

    def _one_line(self, tag: Tag) -> str:
        """The text of a cell or caption, on one line."""
        return " ".join(self._inside(tag, in_cell=True))

    def _inside(self, tag: Tag, in_cell: bool) -> list[str]:
        """The lines of an element read apart from those around it."""
        writer = Writer(self.path, in_cell, self.left_out)
        writer.walk(tag)
        writer.flush()
        return writer.lines
