"""A Word document as the text that the readers of publications know: what it shows, every tracked change accepted.

Its parts are read as plain XML; macros, pictures, headers and footers are not looked at.
"""

from pathlib import Path

from corpus.content import Content
from corpus.word.blocks import Body
from corpus.word.notes import Notes
from corpus.word.numbering import Numbering
from corpus.word.parts import Parts
from corpus.word.styles import Styles


def content(raw: bytes, path: Path) -> Content:
    """The content of a .docx file. Raises UnreadableFile where it is damaged, locked or not safe to read."""
    parts = Parts.of(raw, path)
    notes = Notes(parts.tree("footnotes"), parts.tree("endnotes"))
    body = Body(path, Styles.of(parts.tree("styles")), Numbering.of(parts.tree("numbering")), notes)
    body.read(parts.document)
    lines = [*body.lines, *body.notes_at_end()]
    title = body.title or parts.title()
    said = {"title": title} if title else {}
    return Content(format="Word", text="\n\n".join(lines), said=said, left_out=tuple(body.left_out))
