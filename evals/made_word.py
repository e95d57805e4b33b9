"""Parts of a made-up Word document: tables whose headings are repeated, footnotes with their references."""

import re
from collections.abc import Sequence
from typing import Any
from xml.sax.saxutils import escape

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
RELATION = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/footnotes"
TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.footnotes+xml"
MARK = re.compile(r"\s?\[footnote (\d+)\]")


def document() -> Any:
    """A document with nothing in it yet."""
    import docx

    return docx.Document()


def add_table(document: Any, rows: Sequence[tuple[str, ...]]) -> None:
    """Add a table whose first row heads it."""
    from docx.oxml import OxmlElement

    rows = [row if row[-1] or len(rows[0]) < 2 else row[:-1] for row in rows]
    table = document.add_table(len(rows), len(rows[0]))
    for row, cells in zip(table.rows, rows, strict=True):
        for cell, shown in zip(row.cells, cells, strict=True):
            write(cell.paragraphs[0], shown)
    table.rows[0]._tr.get_or_add_trPr().append(OxmlElement("w:tblHeader"))


def write(paragraph: Any, words: str) -> None:
    """Write words into a paragraph, the marks of footnotes as references to them."""
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn

    for at, piece in enumerate(MARK.split(words)):
        run = paragraph.add_run("" if at % 2 else piece)
        if at % 2:
            reference = OxmlElement("w:footnoteReference")
            reference.set(qn("w:id"), piece)
            run._r.append(reference)


def add_footnotes(document: Any, notes: Sequence[str]) -> None:
    """Add the footnotes that references name by their numbers."""
    from docx.opc.packuri import PackURI
    from docx.opc.part import Part

    made = "".join(
        f'<w:footnote w:id="{number}"><w:p><w:r><w:footnoteRef/></w:r><w:r><w:t xml:space="preserve"> {escape(note)}'
        "</w:t></w:r></w:p></w:footnote>"
        for number, note in enumerate(notes, 1)
    )
    blob = f'<w:footnotes xmlns:w="{W}">{made}</w:footnotes>'.encode()
    part = Part(PackURI("/word/footnotes.xml"), TYPE, blob, document.part.package)
    document.part.relate_to(part, RELATION)
