"""The text of a Word document: paragraphs apart, a list line by line, a table as tab separated lines.

It is the text with every tracked change accepted. Headers, footers, comments, notes and text boxes are not read.
"""

from collections.abc import Iterator
from io import BytesIO
from typing import Any
from zipfile import ZipFile

import docx
from docx.oxml.ns import qn

MOST_UNPACKED = 200_000_000  # bytes: no draft, but a small file can be made to unpack to more than the memory
SIGNS = {qn("w:tab"): "\t", qn("w:br"): "\n", qn("w:cr"): "\n", qn("w:noBreakHyphen"): "-"}
UNREAD = {qn(f"w:{name}") for name in ("del", "moveFrom", "drawing", "pict", "object", "pPr", "rPr")}
UNREAD.add("{http://schemas.openxmlformats.org/markup-compatibility/2006}AlternateContent")  # a box, twice over
PARAGRAPH, TABLE, ROW, CELL, TEXT = (qn(f"w:{name}") for name in ("p", "tbl", "tr", "tc", "t"))
LIST_STYLE = "List"


def word_text(data: bytes) -> str:
    """The text of a .docx file; ValueError where it is too large, else what the libraries raise where it is none."""
    with ZipFile(BytesIO(data)) as packed:
        if sum(part.file_size for part in packed.infolist()) > MOST_UNPACKED:
            raise ValueError("it unpacks to more than can be read")
    document = docx.Document(BytesIO(data))
    lists = {style.style_id for style in document.styles if (style.name or "").startswith(LIST_STYLE)}
    text, before = "", ""
    for kind, block in _blocks(document.element.body, lists):
        if block.strip():
            text += ("\n" if before == kind == "item" else "\n\n" if text else "") + block
            before = kind
    return text


def _blocks(parent: Any, lists: set[str]) -> Iterator[tuple[str, str]]:
    """Each paragraph, list item and table in or below an element, with its kind."""
    for element in parent:
        if element.tag == PARAGRAPH:
            listed = _is_item(element, lists)
            yield ("item", f"- {_text(element)}") if listed else ("paragraph", _text(element))
        elif element.tag == TABLE:
            yield "table", "\n".join(_row(row) for row in _parts(element, ROW))
        elif element.tag not in UNREAD:
            yield from _blocks(element, lists)


def _is_item(paragraph: Any, lists: set[str]) -> bool:
    style = paragraph.pPr.pStyle if paragraph.pPr is not None else None
    numbered = paragraph.pPr is not None and paragraph.pPr.numPr is not None
    return numbered or (style is not None and style.val in lists)


def _row(row: Any) -> str:
    """The cells of a row, each on one line; a cell that spans columns stands once."""
    return "\t".join(" ".join(_text(cell, " ").split()) for cell in _parts(row, CELL))


def _parts(parent: Any, tag: str) -> Iterator[Any]:
    """The parts of a table or a row, also those in content controls, but not those of tables within."""
    for element in parent:
        if element.tag == tag:
            yield element
        elif element.tag not in UNREAD:
            yield from _parts(element, tag)


def _text(parent: Any, after_paragraph: str = "") -> str:
    text = ""
    for element in parent:
        if element.tag == TEXT:
            text += element.text or ""
        elif element.tag in SIGNS:
            text += SIGNS[element.tag]
        elif element.tag not in UNREAD:
            text += _text(element, after_paragraph) + (after_paragraph if element.tag == PARAGRAPH else "")
    return text
