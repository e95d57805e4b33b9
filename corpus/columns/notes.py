"""Footnotes: taken out of the columns they interrupt, and their marks off the words they stick to."""

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import NamedTuple

from corpus.columns.bearers import before_mark
from corpus.columns.pieces import LOST, Piece

# Figures alone on a line are a row's values, no note.
NOTE = re.compile(r"(\d{1,3})(?P<gap>\s+)(?P<text>(?=.*[A-Za-z])[A-Z0-9‘“\"'(].*|https?:.*)")
WIDE = re.compile(r"\s{2,}|[\t\u00a0\u2000-\u200a]")


class Mark(NamedTuple):
    """Where a footnote's mark stands: a piece, one of its lines, and from where to where in that."""

    piece: int
    line: int
    start: int
    end: int


def take_out(pieces: list[Piece]) -> list[Piece]:
    """Return the pieces with each footnote a piece of its own: number "footnote 8", text without the number.

    Footnotes are known by their numbers: 1, 2, 3 ... at the start of a line, in ascending order, with a wide
    gap after the number or at the start of a stretch. One ends with its stretch, unless that ends in a
    semicolon.
    """
    found: list[Piece] = []
    number = 0
    unfinished = False
    for piece in pieces:
        if unfinished and not piece.opens and not _starts(piece, 0, number + 1):
            found[-1] = replace(found[-1], lines=found[-1].lines + piece.lines)
            unfinished = found[-1].text.endswith(";")
            continue
        parts, number = _parts(piece, number)
        found += parts
        unfinished = bool(parts) and parts[-1].kind == "note" and parts[-1].text.endswith(";")
    return found if _marked(found, number) else pieces


def _parts(piece: Piece, number: int) -> tuple[list[Piece], int]:
    """The stretch cut where its footnotes start, and the last footnote's number."""
    cuts = [0]
    kinds = [piece]
    for at in range(len(piece.lines)):
        match = _starts(piece, at, number + 1)
        if match:
            number += 1
            note = replace(piece, kind="note", number=f"footnote {number}", opens=False)
            cuts, kinds = (cuts, kinds) if at else ([], [])
            cuts.append(at)
            kinds.append(note)
    ends = [*cuts[1:], len(piece.lines)]
    parts = [replace(kind, lines=piece.lines[a:b]) for kind, a, b in zip(kinds, cuts, ends, strict=True)]
    return [_without_number(part) if part.kind == "note" else part for part in parts], number


def _starts(piece: Piece, at: int, number: int) -> re.Match[str] | None:
    match = NOTE.match(piece.lines[at])
    if not match or int(match[1]) != number or not (at == 0 or WIDE.match(match["gap"])):
        return None
    return match


def _without_number(note: Piece) -> Piece:
    match = NOTE.match(note.lines[0])
    return replace(note, lines=(match["text"], *note.lines[1:])) if match else note


def _marked(pieces: list[Piece], last: int) -> bool:
    """Whether most of the footnotes up to `last` have a mark in the text; numbered headings have none."""
    return len(list(_found(pieces))) * 2 >= last


def unmark(pieces: list[Piece]) -> list[Piece]:
    """Return the pieces with the marks of their footnotes taken off, in the text and in captions.

    Where a mark can only be the end of some figure, and the figure could be right as it stands, LOST takes
    the figure's place.
    """
    marks = dict(_found(pieces))
    kept = list(pieces)
    for at, line, start, end in reversed(marks.values()):
        lines = list(kept[at].lines)
        lines[line] = lines[line][:start].rstrip() + lines[line][end:]
        kept[at] = replace(kept[at], lines=tuple(lines))
    for at, note in enumerate(pieces):
        if note.kind == "note" and note.number in marks:
            bearer, line, start, _ = marks[note.number]
            kept[at] = replace(note, annotates=before_mark(kept[bearer], line, start))
    words = set(re.findall(r"\b[a-z]{4,}\b", " ".join(piece.text for piece in pieces)))
    last = sum(piece.kind == "note" for piece in pieces)
    kept = [piece if piece.kind == "note" else _without_repeats(piece, words, last) for piece in kept]
    return kept if len(marks) == last else _without_doubt(kept, pieces)


def _without_doubt(kept: list[Piece], pieces: list[Piece]) -> list[Piece]:
    """LOST for the figures that may end in a mark which stands nowhere else on the page of its footnote."""
    found = {number for number, _ in _found(pieces)}
    for note in (piece for piece in pieces if piece.kind == "note" and piece.number not in found):
        figure = re.compile(rf"(?<![\d.,/£$-])\d{{1,3}}{note.number.split()[-1]}(?![\w%]|[.,/-]\d)")
        kept = [
            replace(piece, lines=tuple(figure.sub(LOST, line) for line in piece.lines))
            if piece.kind == "text" and piece.page == note.page
            else piece
            for piece in kept
        ]
    return kept


def _without_repeats(piece: Piece, words: set[str], last: int) -> Piece:
    """Marks that stick to a word of the text a second time, as in a figure's title."""

    def bare(match: re.Match[str]) -> str:
        return match[1] if match[1] in words and int(match[2]) <= last else match[0]

    return replace(piece, lines=tuple(re.sub(r"\b([a-z]{4,})(\d{1,3})\b", bare, line) for line in piece.lines))


def _found(pieces: list[Piece]) -> Iterator[tuple[str, Mark]]:
    """Footnotes and their marks: each after the mark before it, ahead of the footnote or on its page."""
    since = Mark(0, 0, 0, 0)
    for at, note in enumerate(pieces):
        if note.kind != "note":
            continue
        beside = [n for n in range(at, len(pieces)) if pieces[n].page == note.page]
        mark = _mark(pieces, since, [*range(since.piece, at), *beside], note.number.split()[-1])
        if mark:
            yield note.number, mark
            since = mark


def _mark(pieces: list[Piece], since: Mark, places: list[int], number: str) -> Mark | None:
    """The mark of a footnote: first one stuck to a word or figure, else one before a full stop."""
    lines = [
        (at, n, line)
        for at in places
        if pieces[at].kind == "text"
        for n, line in enumerate(pieces[at].lines)
        if (at, n) >= (since.piece, since.line) and "//" not in line
    ]
    for pattern in _patterns(number):
        for at, n, line in lines:
            start = since.end if (at, n) == (since.piece, since.line) else 0
            if match := pattern.search(line, start):
                return Mark(at, n, match.start(), match.end())
    return None


def _patterns(number: str) -> tuple[re.Pattern[str], ...]:
    """A mark sticks to a word, a bracket, a year or a figure that could not be so long; or stands alone."""
    ends = r"(?![\w%]|[.,/]\d)"
    return (
        re.compile(
            rf"(?:(?<=[A-Za-z]{{3}})|(?<=[)\]”’%])|(?<=[a-z][.,;])|(?<=[a-z]['’]s)|(?<=[”)][.,;])){number}{ends}"
            rf"|(?<=\b(?:19|20)\d\d){number}{ends}|(?<=\b(?:19|20)\d\d/(?:19|20)\d\d){number}{ends}"
            rf"|(?<=,\d{{3}}){number}{ends}|(?<=(?<![\d,.])[1-9]\d\d)(?<!19\d)(?<!20\d){number}{ends}"
        ),
        re.compile(rf"(?<=[a-z]) {number}(?=[.,;:])"),
    )
