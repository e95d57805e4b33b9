"""A PDF as the text that the readers of publications know. The only door to pypdf.

Pages are painted into runs of text with their places; runs become lines, without headers and footers; lines tables
and, in the order of reading, paragraphs; what a page cuts is made whole.
"""

from pathlib import Path

from corpus.content import Content
from corpus.pdf.assembly import assembled
from corpus.pdf.reading import sheets
from corpus.pdf.soundness import readable, refuse_unreadable

__all__ = ["content"]


def content(raw: bytes, path: Path) -> Content:
    """The content of a PDF. Raises UnreadableFile where it is broken, protected or holds no text."""
    title, painted = sheets(raw, path)
    refuse_unreadable(painted, path)
    sound, left_out = readable(painted)
    return assembled(title, sound, left_out)
