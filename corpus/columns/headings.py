"""Headings: known by their shape and by what follows, since columns keep no type size."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise, zip_longest

from corpus.columns.pieces import HEADING_LINES, Piece

TITLE = "title of its page"
PART = re.compile(r"(?:Appendix|Annex|Chapter|Part|Section)\s+[A-Z0-9]+\b")
CHAPTER = 2  # the rank below a numbered part
RAGGED = 5  # characters by which lines of one width may differ
LARGE = 0.88  # of a column: a heading that breaks before this is set in large type


def unstuck(pieces: list[Piece]) -> list[Piece]:
    """Return the pieces with the headings cut off that no gap parts from their text.

    Such a heading is the lines before a capital of which one had room for the word after it, where the text
    does not have those two words together; or it is one that also stands elsewhere.
    """
    known = {piece.text.casefold() for piece in pieces if piece.kind == "text" and piece.is_title}
    pairs = {pair for piece in pieces for line in piece.lines for pair in _pairs(line)}
    first = [_cut(piece, known, pairs) for piece in pieces]
    known |= {parts[0].text.casefold() for parts in first if len(parts) > 1}
    return [part for piece in pieces for part in _cut(piece, known, pairs)]


def _pairs(line: str) -> Iterator[tuple[str, str]]:
    words = line.split()
    return pairwise(words)


def _cut(piece: Piece, known: set[str], pairs: set[tuple[str, str]]) -> list[Piece]:
    if piece.kind != "text" or not piece.text[0].isupper():
        return [piece]
    for at in range(1, min(HEADING_LINES, len(piece.lines) - 1) + 1):
        head, rest = (
            replace(piece, lines=piece.lines[:at]),
            replace(piece, lines=piece.lines[at:], opens=False),
        )
        if not head.is_title or not re.match(r"[“‘(]?[A-Z]", rest.text):
            continue
        together = (head.text.split()[-1], rest.text.split()[0]) in pairs
        if head.text.casefold() in known or (not together and not rest.is_title and _breaks_early(head, rest)):
            return [replace(head, kind="heading", level=level(head, width(rest))), rest]
    return [piece]


def _breaks_early(head: Piece, rest: Piece) -> bool:
    """Whether a line of a heading had room for the word after it, were it set like the text below."""
    lines = (*head.lines, rest.lines[0])
    needed = [len(a.strip()) + 1 + len(b.split()[0]) for a, b in pairwise(lines)]
    ended = not head.lines[-1].endswith(" ") and rest.lines[0].endswith(" ")
    return min(needed) <= width(rest) - RAGGED or (ended and needed[-1] <= width(rest) - 2)


def width(piece: Piece) -> int:
    """Characters in the widest of a stretch's first lines."""
    return max(len(line.strip()) for line in piece.lines[:8])


def level(heading: Piece, column: int) -> int:
    """1 for a numbered part, 2 for one in large type (it breaks where the column would not), else 3."""
    if PART.match(heading.text):
        return 1
    pairs = pairwise(heading.lines)
    room = [len(a.strip()) + 1 + len(b.split()[0]) for a, b in pairs]
    return 2 if room and min(room) < LARGE * column else 3


def banner(before: Piece, piece: Piece) -> tuple[Piece | None, Piece]:
    """Cut off a page's title that the extractor put, without a gap, before the middle of a sentence.

    `before` is the text it interrupts. The title's line does not run on, though lines of the text do.
    """
    if not before.is_open or len(piece.lines) < 2 or not piece.text[0].isupper():
        return None, piece
    runs_on = sum(line.endswith(" ") for line in piece.lines)
    title, rest = replace(piece, lines=piece.lines[:1]), replace(piece, lines=piece.lines[1:], opens=False)
    if piece.lines[0].endswith(" ") or runs_on * 2 < len(piece.lines) or not title.is_title or not rest.starts_mid:
        return None, piece
    return title, rest


def ranked(pieces: Sequence[Piece]) -> list[Piece]:
    """Return the pieces, headings of the same words of the same rank: the highest that one of them has.

    That is no higher than a chapter's: a part of a chapter may be called as a part of the text is.
    """
    highest: dict[str, int] = {}
    for piece in pieces:
        if piece.kind == "heading":
            words = piece.text.casefold()
            highest[words] = max(CHAPTER, min(piece.level, highest.get(words, piece.level)))
    return [
        replace(piece, level=min(piece.level, highest[piece.text.casefold()])) if piece.kind == "heading" else piece
        for piece in pieces
    ]


def in_place(pieces: Sequence[Piece]) -> list[Piece]:
    """Move each title of a page, which may come anywhere on it, to where the page starts."""
    moved: list[Piece] = []
    for piece in pieces:
        if piece.kind == "heading" and piece.number == TITLE:
            start = next((n for n, other in enumerate(moved) if other.page == piece.page), len(moved))
            moved.insert(start, replace(piece, number="", level=1))
        else:
            moved.append(piece)
    return [a for a, b in zip_longest(moved, moved[1:]) if not (b and _repeats(a, b))]


def _repeats(piece: Piece, following: Piece) -> bool:
    return piece.kind == following.kind == "heading" and piece.text.casefold() == following.text.casefold()
