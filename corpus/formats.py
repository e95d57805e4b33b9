"""Which reader reads a file, told by what it holds and never by its name.

Each format has a package or module of its own, imported only for a file of it, that gives Content.
"""

import json
import re
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from corpus import office, zipped
from corpus.content import Content
from corpus.encodings import decoded
from corpus.errors import UnreadableFile
from corpus.files import LONGEST_LINE
from corpus.metadata import split_front_matter
from corpus.signatures import OPENING as OPENING_BYTES
from corpus.signatures import kind

OPENING = re.compile(r"(?:\s+|<\?xml.*?\?>|<!--.*?-->)*(?P<doctype><!doctype\s+html\b)?", re.S | re.I)
TAG = re.compile(
    r"</?(?:html|head|body|meta|title|main|article|section|header|nav|div|h[1-6]|p|table|thead|tbody|tr|t[hd]|[uo]l|li)\b"
    r"[^<>]*>",
    re.I,
)
MARKUP = re.compile(r"\s*<(?:\?xml\b|svg\b)", re.I)
FEWEST_TAGS = 3  # of a page without a doctype


def contents(raw: bytes, path: Path) -> Sequence[Content | UnreadableFile]:
    """The publications in a file's bytes, or for one of several why it cannot be read.

    `path` names the file in errors and, as a last resort, its publication. Raises UnreadableFile or IncompleteTable.
    """
    form = kind(raw[:OPENING_BYTES], path)
    if form == "PDF":
        from corpus import pdf

        return [pdf.content(raw, path)]
    if form == "zip":
        return [_office(raw, path)]
    text = decoded(raw, path)
    if text.lstrip()[:1] in ("{", "["):
        try:
            value = _value(text)
        except (ValueError, RecursionError):
            return [of_text(text, path)]
        from corpus import api

        return api.contents(value, path)
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
    if MARKUP.match(body):
        raise UnreadableFile(
            path, "this is XML of an unknown kind", "Save it as a web page, .docx or PDF and give that."
        )
    _check_lines(text, path)
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
    form = office.kind(zipped.members(raw, path))
    if form == "docx":
        from corpus import word

        return word.content(raw, path)
    if form is None:
        raise UnreadableFile(path, "this is a zipped folder, not one publication", "Ingest it, or unpack it first.")
    from corpus import sheets

    return sheets.ods_content(raw, path) if form == "ods" else sheets.xlsx_content(raw, path)


def _value(text: str) -> Any:
    """The value that JSON says; halves of letters, which it may write out and no text can have, as question marks."""
    value = json.loads(text)
    if "\\ud" not in text.lower():
        return value
    return json.loads(json.dumps(value, ensure_ascii=False).encode("utf-8", "replace"))


def _check_lines(text: str, path: Path) -> None:
    """Refuse a text that only opens as markup does, and has no lines."""
    for number, line in enumerate(text.split("\n"), 1):
        if len(line) > LONGEST_LINE:
            what = f"line {number}: a line of more than {LONGEST_LINE:,} letters is no text a reader could follow"
            raise UnreadableFile(path, what, "Keep its line breaks.")
