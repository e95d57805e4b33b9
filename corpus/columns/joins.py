"""Sentences put together again across lines, columns, pages and whatever stands between."""

import re
from collections import Counter
from dataclasses import replace
from itertools import islice

from corpus.columns.captions import is_box
from corpus.columns.headings import TITLE, banner, level, width
from corpus.columns.pieces import BULLET, Piece

FAR = 3  # pages: a sentence goes on no later
BANNER = 60  # characters of a page's title, at most
SOON = 3  # stretches in which a sentence that was cut goes on
WORD = re.compile(r"[A-Za-z][\w’'-]*\w")


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
        coming = list(islice((other for other in pieces[at + 1 :] if other.kind == "text"), SOON))
        after = coming[0] if coming else None
        goes_on = after is not None and after.starts_mid
        if piece.starts_mid or (before == len(found) - 1 and _must_go_on(found[before], piece, coming)):
            _go_on(found, before, piece)
        elif BULLET.match(piece.text):
            found += _items(piece)
        elif piece.is_title and goes_on and before is not None and len(piece.text) <= BANNER:
            title = piece
        elif piece.is_title and not goes_on:
            found.append(_heading(piece, pieces[at + 1 : at + 2], after))
        else:
            found.append(piece)
        if title and title.page in titled:
            found.append(replace(title, kind="heading", number=TITLE))
    return found


def _pages_that_start_afresh(pieces: list[Piece]) -> set[int]:
    first = {piece.page: piece for piece in reversed(pieces) if piece.kind == "text"}
    opens = {page for page, piece in first.items() if piece.opens and piece.is_title and piece.is_open}
    return {page for page, piece in first.items() if not piece.starts_mid} - {
        page for page in opens if _second(pieces, page).starts_mid
    }


def _second(pieces: list[Piece], page: int) -> Piece:
    texts = [piece for piece in pieces if piece.kind == "text" and piece.page == page]
    return texts[1] if len(texts) > 1 else texts[0]


def _must_go_on(before: Piece, piece: Piece, coming: list[Piece]) -> bool:
    """Whether a text stops where no sentence can, and only this stretch, a capital first, can go on."""
    if before.kind != "text" or not before.stops_short or piece.is_title or BULLET.match(piece.text):
        return False
    following = [piece, *coming]
    starts = next((n for n, other in enumerate(following) if other.starts_mid), None)
    return starts is None or following[starts - 1].is_open


def _heading(piece: Piece, beside: list[Piece], after: Piece | None) -> Piece:
    top = beside and beside[0].kind == "keyfact"
    return replace(piece, kind="heading", level=1 if top else level(piece, width(after) if after else 0))


def _open(found: list[Piece], page: int) -> int | None:
    """The last text that has not ended, on this page or just before."""
    for at in range(len(found) - 1, -1, -1):
        piece = found[at]
        if page - piece.page > FAR:
            return None
        if piece.kind == "text" and piece.is_open:
            return at
        if piece.kind == "item" and piece.is_open:
            return at
        if is_box(piece) and at == len(found) - 1:
            return at
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


class Mender:
    """Puts lines together. A hyphen at a line's end goes only where the text has the word without it."""

    def __init__(self, pieces: list[Piece]) -> None:
        """Count the words of the text."""
        self.words = Counter(
            word.lower() for piece in pieces for line in piece.lines for word in WORD.findall(line.strip())
        )

    def mend(self, lines: tuple[str, ...]) -> str:
        """The lines as one, addresses and words that were cut put together."""
        text = ""
        for line in lines:
            line = " ".join(line.split())
            text = self._add(text, line) if text and line else text or line
        return text

    def _add(self, text: str, line: str) -> str:
        last, first = text.split()[-1], line.split()[0]
        if ("//" in last or last.startswith("www.")) and (
            last[-1] in "/-_=&?" or (last[-1] == "." and first[0].islower())
        ):
            return text + line
        if last.endswith("//") or last in ("http:", "https:"):
            return text + line
        if last.endswith("/") and len(last) > 1:
            return text + line
        if not (last.endswith("-") and last[-2:-1].isalnum()):
            return f"{text} {line}"
        one, other = re.findall(r"[\w’'-]*-$", last)[-1].lower(), re.match(r"[\w’'-]*", first)
        word = other[0].lower() if other else ""
        if self.words[one[:-1] + word] > self.words[one + word]:
            return text[:-1] + line
        return text + line
