"""What a line may open with: a bullet, a number, a caption, the mark of a note."""

import re

from corpus.furniture import CAPTION
from corpus.pdf.marks import marked
from corpus.pdf.runs import Line
from corpus.tables import CAPTION as TABLE_CAPTION

SURE_BULLET = re.compile(r"^[•●○◦▪▫■□◆◇►▶▸➢➤✓✔∙·⁃\ue000-\uf8ff\ufffd](?:\s+|$)")
BULLET = re.compile(r"^(?:[-–—*‒]|o)(?:\s+|$)")
NUMBER = re.compile(r"^(?:\d{1,2}(?:\.\d{1,3}){0,2}[.)]?|\(?[a-z]\)|[a-z]\.|\(?[ivx]{1,4}[.)])$")
NOTE = re.compile(r"^\[(?:foot)?note \d+\]|^(?:notes?|sources?):?\s", re.I)


def opens(line: Line, own: bool) -> bool:
    """Whether a line opens an item, a caption, a note or a numbered paragraph.

    `own`: it begins where the text, not the typesetter, broke off; a dash or "o" may also stand in mid-sentence.
    """
    text, apart = line.text, len(line.runs) > 1
    if SURE_BULLET.match(text) or is_caption(text) or NOTE.match(marked(line.runs)):
        return True
    number = NUMBER.match(line.runs[0].text.strip())
    return bool(apart and number) or bool((apart or own) and BULLET.match(text))


def opens_hanging(line: Line) -> bool:
    """Whether a bullet or number opens a line, so that the next goes on under its text."""
    opening = line.runs[0].text.split(" ")[0]
    return bool(SURE_BULLET.match(opening) or BULLET.match(opening) or NUMBER.match(opening))


def is_caption(text: str) -> bool:
    """Whether a text is the caption of a table or figure."""
    return bool(CAPTION.match(text) or TABLE_CAPTION.match(text))


def unbulleted(text: str) -> str | None:
    """The text of an item without its bullet; None for what is none."""
    for bullet in (SURE_BULLET, BULLET):
        if match := bullet.match(text):
            return text[match.end() :] or None
    return None
