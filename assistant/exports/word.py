"""Word documents: A4, in British English, saying nothing of whoever made them.

Everything goes in as plain runs, so that no field, link or markup can come of text that is not ours.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from io import BytesIO
from itertools import zip_longest

import docx
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Cm, Pt, RGBColor
from docx.table import _Row
from docx.text.paragraph import Paragraph
from docx.text.run import Run as TextRun

from assistant.exports.blocks import Block, Grid, Heading, Items
from assistant.exports.text import clean

MARGIN = Cm(1.75)
WIDTH = 17.5  # centimetres between the margins
LABEL = 2  # parts of the width that the first column of a table has, where every other has one


@dataclass(frozen=True, slots=True)
class Run:
    """Text of one look; `colour` is six hexadecimal digits, "" for that of the text."""

    text: str
    bold: bool = False
    colour: str = ""


class WordFile:
    """A Word document being written, from top to bottom."""

    def __init__(self, title: str) -> None:
        """An empty document of that title."""
        self._document = docx.Document()
        section = self._document.sections[0]
        section.page_width, section.page_height = Cm(21), Cm(29.7)
        section.left_margin = section.right_margin = MARGIN
        self._document.styles["Normal"].font.name = "Arial"
        for language in self._document.styles.element.iter(qn("w:lang")):
            language.set(qn("w:val"), "en-GB")
        about = self._document.core_properties
        about.title, about.author, about.comments, about.language = clean(title)[:255], "", "", "en-GB"
        about.created = about.modified = datetime.now(UTC).replace(tzinfo=None, microsecond=0)

    def heading(self, text: str, level: int = 1) -> None:
        """A heading: the title of the whole at level 0."""
        self._document.add_heading(clean(text), level)

    def paragraph(self, text: str) -> None:
        """A paragraph."""
        self._document.add_paragraph(clean(text))

    def caption(self, text: str) -> None:
        """What stands above a table, on the same page."""
        shape = self._document.add_paragraph(clean(text)).paragraph_format
        shape.keep_with_next, shape.space_before = True, Pt(12)

    def item(self, text: str) -> None:
        """An item of a list."""
        self._document.add_paragraph(clean(text), style="List Bullet")

    def line(self, runs: Iterable[Run]) -> None:
        """A line with no space after it."""
        paragraph = self._document.add_paragraph()
        paragraph.paragraph_format.space_after = Pt(0)
        for run in runs:
            _add(paragraph, run)

    def lines(self, texts: Iterable[str]) -> None:
        """Every line of some texts, one beneath the other."""
        for text in texts:
            for line in text.split("\n"):
                self.line([Run(line)])

    def table(self, headers: Sequence[str], rows: Sequence[Sequence[str | Run]], widths: Sequence[float] = ()) -> None:
        """A table with columns of so many centimetres; its head is repeated on every page, no row broken over two."""
        widths = widths or _widths(len(headers))
        table = self._document.add_table(len(rows) + 1, len(headers), style="Table Grid")
        table.autofit = False
        for column, width in zip(table.columns, widths, strict=True):  # some readers go by these, some by the cells
            column.width = Cm(width)
        head, *others = table.rows
        _fill(head, [Run(header, bold=True) for header in headers], widths)
        head._tr.get_or_add_trPr().append(OxmlElement("w:tblHeader"))
        for row, cells in zip(others, rows, strict=True):
            _fill(row, cells, widths)

    def data(self) -> bytes:
        """The document as a .docx file."""
        file = BytesIO()
        self._document.save(file)
        return file.getvalue()


def as_word(title: str, blocks: Iterable[Block]) -> bytes:
    """Blocks as a .docx file."""
    file = WordFile(title)
    parts = tuple(blocks)
    for block, after in zip_longest(parts, parts[1:]):
        if isinstance(block, Heading):
            file.heading(" ".join(block.text.split()), block.level)
        elif isinstance(block, Items):
            for number, text in enumerate(block.texts, start=1):
                if block.numbered:  # written out: Word's own numbers would run on through every list
                    file.paragraph(f"{number}. {text}")
                else:
                    file.item(text)
        elif isinstance(block, Grid):
            file.table(block.headers, block.rows)
        elif isinstance(after, Grid):
            file.caption(block)
        else:
            file.paragraph(block)
    return file.data()


def _widths(columns: int) -> list[float]:
    part = WIDTH / (columns - 1 + LABEL)
    return [part * LABEL, *[part] * (columns - 1)]


def _fill(row: _Row, cells: Sequence[str | Run], widths: Sequence[float]) -> None:
    row._tr.get_or_add_trPr().append(OxmlElement("w:cantSplit"))
    for place, cell, width in zip(row.cells, cells, widths, strict=True):
        place.width = Cm(width)
        added = _add(place.paragraphs[0], cell if isinstance(cell, Run) else Run(cell))
        added.font.size = Pt(9)


def _add(paragraph: Paragraph, run: Run) -> TextRun:
    added = paragraph.add_run(clean(run.text))
    if run.bold:
        added.bold = True
    if run.colour:
        added.font.color.rgb = RGBColor.from_string(run.colour)
    return added
