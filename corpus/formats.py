"""Which reader reads a file, told by what it holds and never by its name.

Each format has a package or module of its own, imported only for a file of it, that gives Content.
"""

import json
import re
from pathlib import Path
from typing import Any

from corpus.content import Content
from corpus.encodings import decoded
from corpus.errors import UnreadableFile
from corpus.metadata import split_front_matter

PDF = b"%PDF-"
PDF_WITHIN = 1024  # bytes before which a PDF says that it is one
ZIP = b"PK\x03\x04"
OFFICE = {  # what a zipped file of an office program holds, and what it is then
    "xl/workbook.xml": "xlsx",
    "word/document.xml": "docx",
    "content.xml": "ods",
}
OPENING = re.compile(r"(?:\s+|<\?xml.*?\?>|<!--.*?-->)*(?P<doctype><!doctype\s+html\b)?", re.S | re.I)
TAG = re.compile(
    r"</?(?:html|head|body|meta|title|main|article|section|header|nav|div|h[1-6]|p|table|thead|tbody|tr|t[hd]|[uo]l|li)\b"
    r"[^<>]*>",
    re.I,
)
FEWEST_TAGS = 3  # of a page without a doctype


def contents(raw: bytes, path: Path) -> list[Content]:
    """The publications in a file's bytes; `path` names it in errors and, as a last resort, its publication.

    Raises UnreadableFile or IncompleteTable.
    """
    if PDF in raw[:PDF_WITHIN]:
        from corpus import pdf

        return [pdf.content(raw, path)]
    if raw.startswith(ZIP):
        return [_office(raw, path)]
    text = decoded(raw, path)
    if text.lstrip()[:1] in ("{", "["):
        try:
            value = json.loads(text)
        except (ValueError, RecursionError):
            return [of_text(text, path)]
        return _from_json(value, path)
    return [of_text(text, path)]


def of_text(text: str, path: Path) -> Content:
    """The content of a text: a page of HTML, rows of a CSV file, or a publication's text as it stands."""
    front, body = split_front_matter(text)
    above = text[: len(text) - len(body)]
    if is_html(body):
        from corpus import html

        page = html.page("\n" * above.count("\n") + body, path)
        return Content(format="HTML", text=above + page.text, left_out=page.left_out)
    from corpus import sheets

    if not front and sheets.is_csv(body):
        return sheets.csv_content(body, path)
    return Content(format="text", text=text)


def is_html(text: str) -> bool:
    """Whether a text is a page of HTML, by what it holds: a text that only mentions a tag is none."""
    opening = OPENING.match(text)
    if opening is None or opening["doctype"]:
        return opening is not None
    first = TAG.match(text, opening.end())
    if first is None or not text[-1000:].rstrip().endswith(">"):
        return False
    return sum(1 for _ in zip(TAG.finditer(text), range(FEWEST_TAGS), strict=False)) == FEWEST_TAGS


def _office(raw: bytes, path: Path) -> Content:
    """The content of a zipped file of an office program."""
    raise UnreadableFile(path, "it is a zipped file of an unknown kind", "Give the publication itself.")


def _from_json(value: Any, path: Path) -> list[Content]:
    """The publications in the reply of an API."""
    raise UnreadableFile(path, "it is JSON of an unknown kind", "Give the publication itself.")
