"""A made-up bulletin's text in every format that publications come in; of a spreadsheet it is the tables alone."""

import json
import re
import tempfile
from collections.abc import Callable, Iterator, Mapping
from datetime import datetime
from io import BytesIO
from pathlib import Path
from typing import Any

from corpus.tables_piped import cells_of, is_rule
from evals import made_word
from evals.made_pages import as_page, elements
from evals.made_workbook_cells import Cell, Sheet
from evals.made_workbook_files import ods_file, xlsx_file

ADDRESS = "/government/statistics/made-up-annual"
HEADING = re.compile(r"(?:\d\. (?=[A-Z][^.]*$)|#+ )")
NOTE = re.compile(r"\[(note \d+)\] (.+)")
FOOTNOTE = re.compile(r"\s+\d+\. (.+)")
Row = tuple[str, ...]


def text(bulletin: str) -> bytes:
    """The text itself, in UTF-8."""
    return bulletin.encode()


def page(bulletin: str) -> bytes:
    """A page of HTML as GOV.UK sets it."""
    return as_page(bulletin).encode()


def reply(bulletin: str, **more: Any) -> bytes:
    """A reply of GOV.UK's content API."""
    title, published, *lines = [line for line in bulletin.split("\n") if line.strip()]
    applies = [line for line in lines if line.startswith("Applies to ")]
    body = "\n".join(elements([line for line in lines if line not in applies]))
    nations = {name: {"applicable": any(name in line.lower() for line in applies)} for name in ("england", "wales")}
    day = datetime.strptime(published, "Published %d %B %Y").date().isoformat()
    value = {
        "base_path": ADDRESS,
        "title": title,
        "schema_name": "html_publication",
        "document_type": "html_publication",
        "first_published_at": f"{day}T09:30:00.000+01:00",
        "details": {"body": body, "headings": "<ol><li>Listed</li></ol>", "national_applicability": nations},
    }
    return json.dumps(value | more).encode()


def word(bulletin: str) -> bytes:
    """A Word document: titles, headings and captions by style, tables whose headings are repeated."""
    title, *lines = [line for line in bulletin.split("\n") if line.strip() and line != "Footnotes"]
    footnotes = [match[1] for line in lines if (match := FOOTNOTE.fullmatch(line))]
    document = made_word.document()
    document.add_paragraph(title, style="Title")
    for line in _blocks([line for line in lines if not FOOTNOTE.fullmatch(line)]):
        if isinstance(line, list):
            made_word.add_table(document, line)
        elif HEADING.match(line):
            made_word.write(document.add_heading("", 1), line.lstrip("# "))
        else:
            made_word.write(document.add_paragraph("", style="Caption" if line.startswith("Table ") else None), line)
    made_word.add_footnotes(document, footnotes)
    raw = BytesIO()
    document.save(raw)
    return raw.getvalue()


def pdf(bulletin: str) -> bytes:
    """A PDF as Chromium prints the page."""
    from evals.printed import printed
    from evals.printed_html import as_html

    title, _, rest = bulletin.partition("\n")
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "bulletin.pdf"
        printed(as_html(rest, title), path, title)
        return path.read_bytes()


def opendocument(bulletin: str) -> bytes:
    """The tables as an OpenDocument spreadsheet, one a sheet."""
    return ods_file(list(_sheets(bulletin)))


def excel(bulletin: str) -> bytes:
    """The tables as an Excel workbook, one a sheet."""
    return xlsx_file(list(_sheets(bulletin)))


FORMATS: Mapping[str, Callable[[str], bytes]] = {
    "text": text, "HTML": page, "JSON": reply, "Word": word, "PDF": pdf, "OpenDocument": opendocument, "Excel": excel,
}  # fmt: skip


def _blocks(lines: list[str]) -> Iterator[str | list[Row]]:
    """The lines of a text, tables as their rows of cells."""
    while lines:
        line = lines.pop(0)
        if not (lines and "|" in line and is_rule(lines[0])):
            yield line
            continue
        rows = [cells_of(line)]
        while len(lines) > 1 and "|" in lines[1]:
            rows.append(cells_of(lines.pop(1)))
        lines.pop(0)
        yield rows


def _sheets(bulletin: str) -> Iterator[Sheet]:
    """A cover, the notes, and a sheet for each table under its caption, or the heading it stands under."""
    lines = [line.replace("[footnote ", "[note ") for line in bulletin.split("\n") if line.strip()]
    produced = [line.removeprefix("Produced by the ") for line in lines if line.startswith("Produced by")]
    yield _sheet("Cover", [(line,) for line in [*lines[:3], *produced]])
    notes = [match.groups() for line in lines if (match := NOTE.match(line))]
    listed = [match[1] for line in lines if (match := FOOTNOTE.fullmatch(line))]
    notes += [(f"note {number}", told) for number, told in enumerate(listed, 1)]
    yield _sheet("Notes", [("Notes",), ("Note number", "Note text"), *((f"[{mark}]", told) for mark, told in notes)])
    above, number = "", 0
    for block in _blocks(lines):
        if isinstance(block, list):
            number += 1
            yield _sheet(f"Table_{number}", [(above,), *block])
        elif block.startswith("Table ") or HEADING.match(block):
            above = HEADING.sub("", block)


def _sheet(name: str, rows: list[Row]) -> Sheet:
    return Sheet(name, tuple(tuple(Cell(cell) for cell in row) for row in rows))
