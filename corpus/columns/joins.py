"""Sentences put together again across lines, columns, pages and whatever stands between."""

import re
from collections import defaultdict
from dataclasses import replace
from itertools import islice
from typing import Literal

from corpus.columns.captions import is_box
from corpus.columns.headings import TITLE, banner, level, width
from corpus.columns.pieces import BULLET, PARAGRAPH, Piece

FAR = 3  # pages: a sentence goes on no later
BANNER = 60  # characters of a page's title, at most
BOXED = 4  # whole paragraphs that may stand between the halves of a sentence
SOON = 3  # stretches in which a sentence that was cut goes on
Role = Literal["rest", "list", "title", "heading", "text"]


def joined(pieces: list[Piece]) -> list[Piece]:
    """Return whole paragraphs, items and headings, each where its first line stands.

    A stretch that starts in mid-sentence goes on with the last one that has not ended. A short one without an
    end is a heading, unless it is what goes on; between the two halves of a sentence it is the title of its
    page, or a picture's where the page itself starts in mid-sentence.
    """
    found: list[Piece] = []
    titled = _pages_that_start_afresh(pieces)
    for at, piece in enumerate(pieces):
        if piece.kind != "text":
            found.append(piece)
            continue
        before = _open(found, piece.page)
        title, piece = banner(found[before], piece) if before is not None else (None, piece)
        role = _role(piece, found, before, pieces[at + 1 :])
        match role:
            case "rest":
                _go_on(found, before, piece)
            case "list":
                found += _items(piece)
            case "title":
                title = piece
            case "heading":
                found.append(_heading(piece, pieces[at + 1 :]))
            case _:
                found.append(piece)
        if title:
            afresh = title.page in titled
            found.append(replace(title, kind="heading", number=TITLE) if afresh else replace(title, kind="caption"))
    return _numbered(found)


def _role(piece: Piece, found: list[Piece], before: int | None, ahead: list[Piece]) -> Role:
    """What a stretch is, between what was read (`before`: which of it is open) and what lies ahead."""
    coming = list(islice((other for other in ahead if other.kind == "text"), SOON))
    goes_on = bool(coming) and coming[0].starts_mid and not any(map(is_box, ahead[:1]))
    if _goes_on(piece, found, before):
        return "rest"
    if before is not None and before == len(found) - 1 and _must_go_on(found[before], piece, coming):
        return "rest"
    if BULLET.match(piece.text):
        return "list"
    if not piece.is_title:
        return "text"
    if goes_on:
        return "title" if before is not None and len(piece.text) <= BANNER else "text"
    return "heading"


def _numbered(found: list[Piece]) -> list[Piece]:
    """Take the numbers off numbered paragraphs: "2.6", or 1, 2, 3 ... where none is missing."""
    last = 0
    numbered = []
    for piece in found:
        match = PARAGRAPH.match(piece.text) if piece.kind == "text" else None
        if match and ("." in match["number"] or int(match["number"]) == last + 1):
            last = last if "." in match["number"] else last + 1
            first = re.sub(r"^\S+\s+", "", piece.lines[0])
            piece = replace(piece, number=match["number"], lines=(first, *piece.lines[1:]))
        numbered.append(piece)
    return numbered


def _pages_that_start_afresh(pieces: list[Piece]) -> set[int]:
    """Pages whose first words are not the rest of a sentence, even below a picture's title."""
    pages: dict[int, list[Piece]] = defaultdict(list)
    for piece in pieces:
        if piece.kind == "text":
            pages[piece.page].append(piece)
    return {
        page
        for page, (first, *others) in pages.items()
        if not first.starts_mid and not (first.is_title and others and others[0].starts_mid)
    }


def _goes_on(piece: Piece, found: list[Piece], before: int | None) -> bool:
    """Whether a stretch starts in mid-sentence; a number may start one too."""
    if not piece.starts_mid or not piece.text[0].isdigit():
        return piece.starts_mid
    return before is not None and (found[before].stops_short or not piece.is_numbered)


def _must_go_on(before: Piece, piece: Piece, coming: list[Piece]) -> bool:
    """Whether a text stops where no sentence can, and only this stretch, a capital first, can go on."""
    if before.kind != "text" or not before.stops_short or piece.is_title or BULLET.match(piece.text):
        return False
    following = [piece, *coming]
    starts = next((n for n, other in enumerate(following) if other.starts_mid), None)
    return starts is None or following[starts - 1].is_open


def _heading(piece: Piece, ahead: list[Piece]) -> Piece:
    text = next((other for other in ahead if other.kind == "text"), None)
    over_key_facts = bool(ahead) and ahead[0].kind == "keyfact"
    depth = 1 if over_key_facts else level(piece, width(text) if text else 0)
    return replace(piece, kind="heading", level=depth)


def _open(found: list[Piece], page: int) -> int | None:
    """The last text that has not ended, here or just before; of items and boxes' titles the very last."""
    between = 0
    for at in range(len(found) - 1, -1, -1):
        piece = found[at]
        if page - piece.page > FAR or between > BOXED:
            return None
        if (piece.kind == "text" or (piece.kind == "item" and not between)) and piece.is_open:
            return at
        if is_box(piece) and at == len(found) - 1:
            return at
        between += piece.kind in ("text", "item")
    return None


def _go_on(found: list[Piece], at: int | None, piece: Piece) -> None:
    """Add the lines to the text that goes on; where there is none, keep the sentences that start in them."""
    if at is not None:
        cut = next((n for n, line in enumerate(piece.lines) if BULLET.match(line)), len(piece.lines))
        found[at] = replace(found[at], lines=found[at].lines + piece.lines[:cut])
        if cut < len(piece.lines):
            found += _items(replace(piece, lines=piece.lines[cut:]))
        return
    rest = re.search(r"[.?!][”’)]*\s+(?=[A-Z“])", "\n".join(piece.lines))
    if rest:
        found.append(replace(piece, lines=tuple("\n".join(piece.lines)[rest.end() :].split("\n"))))


def _items(piece: Piece) -> list[Piece]:
    items: list[Piece] = []
    for line in piece.lines:
        if BULLET.match(line):
            items.append(replace(piece, kind="item", lines=(BULLET.sub("", line, count=1),)))
        else:
            items[-1] = replace(items[-1], lines=(*items[-1].lines, line))
    return items
