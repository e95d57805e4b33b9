"""Captions of figures and titles of boxes, known by their kind and number."""

import re
from collections import defaultdict
from dataclasses import replace

from corpus.columns.pieces import Piece

CAPTION = re.compile(
    r"(?P<kind>Figure|Table|Chart|Graph|Map|Exhibit|Box|Example|Case study) "
    r"(?P<n>\d{1,3})(?P<letter>[A-Za-z]?)\b"
    r"(?P<title>\s*$|\s*[:.–-].*|\s+[A-Z%(‘“].*)"
)
NAME = re.compile(r"[A-Z][a-z]+\b")
ONE_PERSON = re.compile(r"\b(?:he|she|him|his|hers?)\b", re.I)
BOXES = ("Box", "Example", "Case study")


def with_captions(pieces: list[Piece]) -> list[Piece]:
    """Return the pieces with captions known.

    One whose number is no higher than another's before it was drawn inside a figure, and is noise.
    """
    highest: dict[str, int] = defaultdict(int)
    found = []
    for piece in pieces:
        match = CAPTION.fullmatch(piece.text) if piece.kind == "text" else None
        if match:
            kind, number = match["kind"], int(match["n"])
            inner = not match["letter"] and number <= highest[kind]
            highest[kind] = max(highest[kind], number)
            label = f"{kind} {number}{match['letter']}"
            piece = replace(piece, kind="noise" if inner else "caption", number=label)
        found.append(piece)
    return found


def is_box(piece: Piece) -> bool:
    """Whether it is the title of a box of text, not a figure's."""
    return piece.kind == "caption" and piece.number.startswith(BOXES) and piece.text.startswith(piece.number)


def is_bare(piece: Piece) -> bool:
    """Whether it is a caption that has a number and no title."""
    return piece.kind == "caption" and len(piece.text.rstrip(" :.")) <= len(piece.number)


def with_boxes(pieces: list[Piece]) -> list[Piece]:
    """Return the pieces with the paragraph, or list, after a box's title known as the box's.

    What comes after that is the section's, since where a box ends cannot be told: unless it still speaks of
    one person, whom the box is about.
    """
    words = {word for piece in pieces for word in re.findall(r"[a-z]+", piece.text)}
    found: list[Piece] = []
    name = ""
    for piece in pieces:
        before = found[-1] if found else None
        first = before and piece.kind in ("text", "item") and is_box(before)
        if first:
            name = _name(piece, words)
        told = before and before.kind == piece.kind == "text" and before.number.startswith(BOXES)
        if before and (first or before.kind == piece.kind == "item" or (told and _is_of(piece, name))):
            piece = replace(piece, number=before.number)
        found.append(piece)
    boxed = ("text", "item")
    return [replace(p, kind="caption") if p.kind in boxed and p.number.startswith(BOXES) else p for p in found]


def _name(piece: Piece, words: set[str]) -> str:
    """The name that a text starts with: a capitalised word which the publication never has without its capital."""
    match = NAME.match(piece.text)
    return match[0] if match and match[0].lower() not in words else ""


def _is_of(piece: Piece, name: str) -> bool:
    """Whether a paragraph speaks of one person, by name or not."""
    return bool(ONE_PERSON.search(piece.text) or (name and re.search(rf"\b{name}\b", piece.text)))
