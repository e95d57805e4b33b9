"""Raw text to pieces: gaps and page starts seen, margins, page numbers and link lists gone."""

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import groupby

from corpus.columns.pieces import Piece

PAGE_START = re.compile(r"\f| (?=\S)")
FRAGMENT = re.compile(r"[a-z]{1,5}(?: [a-z]{1,3})?")
LINK = re.compile(r"(?:https?://|www\.)\S+")
NUMBER = re.compile(r"\d{1,4}")
STUCK = re.compile(r"(?<=[.?!:”’]) ([a-z]{1,3})\s*$")


def pieces(text: str) -> list[Piece]:
    """Return the stretches of a text in the order it has them."""
    found: list[Piece] = []
    page, opens, lines = 0, True, list[str]()

    def close() -> None:
        nonlocal opens
        if lines:
            found.append(Piece("text", tuple(lines), page, opens))
            lines.clear()
            opens = False

    for line in without_margins(text.replace("\r\n", "\n").split("\n")):
        if PAGE_START.match(line):
            close()
            page, opens = page + 1, True
        if line.strip():
            lines.append(line.strip() + (" " if line.endswith(" ") else ""))
        else:
            close()
    close()
    return [piece for piece in found if not _is_link_list(piece)]


def _is_link_list(piece: Piece) -> bool:
    return all(LINK.fullmatch(line.strip()) for line in piece.lines)


def without_margins(lines: Sequence[str]) -> list[str]:
    """Blank out words set vertically in a margin, which come as runs of lines of a few letters.

    A run holds a letter on its own that is no word, or several. The number before a run is the page's, and a
    fragment stuck to the sentence before it belongs to the run.
    """
    kept = list(lines)
    filled = [at for at, line in enumerate(lines) if line.strip()]
    place = {at: n for n, at in enumerate(filled)}
    for fragments, group in groupby(filled, key=lambda at: bool(FRAGMENT.fullmatch(lines[at].strip()))):
        run = list(group)
        if not fragments or not _is_margin([lines[at].strip() for at in run]):
            continue
        for at in run:
            kept[at] = ""
        before = place[run[0]] - 1
        if before >= 0:
            at = filled[before]
            kept[at] = "" if NUMBER.fullmatch(lines[at].strip()) else STUCK.sub(" ", kept[at])
    return kept


def _is_margin(run: Sequence[str]) -> bool:
    single = [part for part in run if len(part) == 1]
    return any(part not in "ai" for part in single) or (len(run) > 1 and bool(single))


def in_order(found: list[Piece]) -> list[Piece]:
    """Swap neighbouring pages that the extractor drew in the wrong order.

    Three joins tell: a page stops in mid-sentence, and the next starts afresh and stops in mid-sentence too,
    while the one after it starts in mid-sentence and comes to an end, before one that starts in mid-sentence.
    """
    pages = [list(group) for _, group in groupby(found, key=lambda piece: piece.page)]
    prose = [n for n, page in enumerate(pages) if any(piece.kind == "text" for piece in page)]
    for a, b, c, d in zip(prose, prose[1:], prose[2:], prose[3:], strict=False):
        starts = [_first(pages[n]).starts_mid for n in (b, c, d)]
        opens = [_last(pages[n]).is_open for n in (a, b, c)]
        if starts == [False, True, True] and opens == [True, True, False]:
            pages[b], pages[c] = pages[c], pages[b]
    return [replace(piece, page=n) for n, page in enumerate(pages) for piece in page]


def _first(page: Sequence[Piece]) -> Piece:
    return next(piece for piece in page if piece.kind == "text")


def _last(page: Sequence[Piece]) -> Piece:
    return _first(page[::-1])
