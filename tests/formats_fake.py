"""One made-up bulletin in every format that publications come in: its text set as a page, a reply, a Word document."""

import json
import re
from datetime import datetime
from io import BytesIO
from typing import Any

import docx
from docx.document import Document as Word
from docx.oxml import OxmlElement
from html_fake import as_page, elements

from corpus.tables_piped import cells_of, is_rule

ADDRESS = "/government/statistics/vale-craft-annual"


def as_reply(text: str, **more: Any) -> bytes:
    """A bulletin's text as GOV.UK's content API gives it: its title and day on its first two lines, then the rest."""
    title, published, *lines = [line for line in text.split("\n") if line.strip()]
    applies = [line for line in lines if line.startswith("Applies to ")]
    body = "\n".join(elements([line for line in lines if line not in applies]))
    nations = {name: {"applicable": any(name in line.lower() for line in applies)} for name in ("england", "wales")}
    reply = {
        "base_path": ADDRESS,
        "title": title,
        "schema_name": "html_publication",
        "document_type": "html_publication",
        "first_published_at": f"{_day(published)}T09:30:00.000+01:00",
        "details": {"body": body, "headings": "<ol><li>Kites</li></ol>", "national_applicability": nations},
        "links": {"organisations": [{"title": "Ministry of Kites"}]},
    }
    return json.dumps(reply | more).encode()


def _day(published: str) -> str:
    return datetime.strptime(published, "Published %d %B %Y").date().isoformat()


def as_word(text: str) -> bytes:
    """A bulletin's text as a Word document: titles and headings by style, tables with repeated heading rows."""
    title, *lines = [line for line in text.split("\n") if line.strip()]
    document = docx.Document()
    document.add_paragraph(title, style="Title")
    while lines:
        _block(document, lines)
    return saved(document)


def saved(document: Word) -> bytes:
    """A Word document as the bytes of its file."""
    raw = BytesIO()
    document.save(raw)
    return raw.getvalue()


def _block(document: Word, lines: list[str]) -> None:
    """Add what the next lines are: a table, a heading or a paragraph."""
    line = lines.pop(0)
    if lines and "|" in line and is_rule(lines[0]):
        lines.pop(0)
        rows = [cells_of(line)]
        while lines and "|" in lines[0]:
            rows.append(cells_of(lines.pop(0)))
        _table(document, rows)
    elif match := re.match(r"\d\. (?=[A-Z][^.]*$)|(#+) ", line):
        document.add_heading(line.lstrip("# "), len(match[1] or "#"))
    elif line.startswith("Table "):
        document.add_paragraph(line, style="Caption")
    else:
        document.add_paragraph(line.removeprefix("- "), style="List Bullet" if line.startswith("- ") else None)


def _table(document: Word, rows: list[tuple[str, ...]]) -> None:
    rows = [tuple(filter(None, row)) if not row[-1] else row for row in rows]
    table = document.add_table(len(rows), len(rows[0]))
    for row, cells in zip(table.rows, rows, strict=True):
        for cell, shown in zip(row.cells, cells, strict=True):
            cell.text = shown
    table.rows[0]._tr.get_or_add_trPr().append(OxmlElement("w:tblHeader"))


def with_page(text: str) -> bytes:
    """A bulletin's text as a page of HTML."""
    return as_page(text).encode()
