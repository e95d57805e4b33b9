"""Tables that survived as rows: a label, then its values on the same line or alone on the next."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from corpus.columns.pieces import Piece, fold

VALUE = r"(?:[£€$]?\d[\d,]*(?:\.\d+)?%?(?: ?\*+)?|[-–])"
VALUES = re.compile(rf"{VALUE}(?: {VALUE})*")
ROW = re.compile(rf"(?P<label>.*[A-Za-z)\]*.]|(?:19|20)\d\d[/–-]\d+) (?P<values>{VALUE}(?: {VALUE})*)")
YEAR = re.compile(r"(?:19|20)\d\d\b")
STAR = re.compile(r"\*+\s")
ROWS = 3  # as few as make a table
APART = 4  # stretches that may stand between two rows
HEAD = 8  # stretches that may stand between a caption and the first row
LABEL_LINES = 4
HEAD_LINES, HEAD_CHARACTERS = 6, 120  # of a stretch of a heading row, at most


def with_rows(pieces: list[Piece]) -> list[Piece]:
    """Return the pieces with the rows of tables known as such, each value with its column where that is sure.

    A table is three rows or more with as many values each, close together; rows of one value must follow a
    caption at once. What else stands among the rows, a group's name for one, is left out.
    """
    pieces = [part for piece in pieces for part in _lines_apart(piece)]
    found: list[Piece] = []
    at = 0
    while at < len(pieces):
        table, end = _table(pieces, at)
        found += table
        at = end
    return found


def _lines_apart(piece: Piece) -> list[Piece]:
    """The lines of a stretch, if each of them is a row of several values."""
    matches = [ROW.fullmatch(fold(line)) for line in piece.lines]
    widths = {len(re.findall(VALUE, match["values"])) if match else 0 for match in matches}
    if piece.kind != "text" or len(widths) != 1 or widths <= {0, 1}:
        return [piece]
    return [replace(piece, lines=(line,), opens=piece.opens and not n) for n, line in enumerate(piece.lines)]


def _table(pieces: Sequence[Piece], start: int) -> tuple[list[Piece], int]:
    """The table that starts with a caption or a row, and where it ends; else the piece as it is."""
    captioned = pieces[start].kind == "caption"
    rows, end = _rows(pieces, start + captioned)
    first = min(rows, default=start)
    if len(rows) < ROWS or not _is_sure(rows[first], captioned, at_once=first == start + captioned):
        return [pieces[start]], start + 1
    head = [piece.text for piece in pieces[start + captioned : first] if piece.kind == "text"]
    title, columns = headers(head, _width(rows[first]))
    of = pieces[start].number if captioned else ""
    body = [replace(piece, of=of) if piece.kind == "row" or not piece.number else piece
            for piece in _body(pieces, rows, range(first, end), columns)]  # fmt: skip
    if not captioned:
        return body, end
    return [
        *_titled(pieces[start], title, alone=any(p.level for p in body)),
        *(replace(p, level=0) for p in body),
    ], end


def _is_sure(row: Piece, captioned: bool, at_once: bool) -> bool:
    """Whether a first row starts a table: after its caption, or of several values; dates are no values."""
    if _width(row) > 1:
        return captioned or at_once
    return captioned and at_once and not YEAR.fullmatch(row.lines[1])


def _titled(caption: Piece, title: str, alone: bool) -> list[Piece]:
    """A caption with what its heading row says; on a line of its own where further heading rows come."""
    if alone and title:
        return [caption, replace(caption, kind="row", lines=(title,), number="", of=caption.number)]
    return [replace(caption, lines=(*caption.lines, title))]


def _rows(pieces: Sequence[Piece], start: int) -> tuple[dict[int, Piece], int]:
    """The rows from a place on, by where they stand, and where what belongs to them ends."""
    rows: dict[int, Piece] = {}
    at = last = start
    while at < len(pieces) and at - last <= (APART if rows else HEAD):
        row, after = _row(pieces, at)
        if row and (not rows or _width(row) == _width(next(iter(rows.values())))):
            rows[at] = row
            at = last = after
        elif _may_stand_among(pieces[at]):
            at += 1
        else:
            break
    while last < len(pieces) and STAR.match(pieces[last].text):
        last += 1
    return rows, last


def _row(pieces: Sequence[Piece], at: int) -> tuple[Piece | None, int]:
    """The row at a place as two lines, label and values, and where it ends."""
    piece = pieces[at]
    mid = piece.starts_mid and not YEAR.match(piece.text)
    if piece.kind != "text" or len(piece.lines) > LABEL_LINES or mid:
        return None, at
    if match := ROW.fullmatch(piece.text):
        return replace(piece, kind="row", lines=(match["label"], match["values"])), at + 1
    after = pieces[at + 1] if at + 1 < len(pieces) else piece
    if after.kind == "text" and VALUES.fullmatch(after.text) and piece.text[0].isalpha():
        return replace(piece, kind="row", lines=(piece.text, after.text)), at + 2
    return None, at


def _values(row: Piece) -> list[str]:
    return re.findall(VALUE, row.lines[1])


def _width(row: Piece) -> int:
    return len(_values(row))


def _may_stand_among(piece: Piece) -> bool:
    """A heading row, a group's name or a note: nothing as long as the text's own paragraphs."""
    if piece.kind != "text":
        return piece.kind == "note"
    short = len(piece.lines) <= HEAD_LINES and len(piece.text) < HEAD_CHARACTERS
    return short or bool(STAR.match(piece.text))


def _body(pieces: Sequence[Piece], rows: dict[int, Piece], places: range, columns: tuple[str, ...]) -> Iterator[Piece]:
    """Rows, notes, and further heading rows (marked by level 1) without the names of the columns."""
    names = " ".join(columns)
    for at in places:
        piece = pieces[at]
        if at in rows:
            yield _paired(rows[at], columns)
        elif piece.kind == "note":
            yield piece
        elif STAR.match(piece.text):
            yield replace(piece, kind="note")
        elif columns and piece.text.endswith(names) and piece.text != names:
            yield replace(piece, kind="row", lines=(piece.text.removesuffix(names).strip(),), level=1)


def _paired(row: Piece, columns: Sequence[str]) -> Piece:
    label, values = row.lines
    if columns:
        label = label.rstrip(". ") + ":"
        values = ", ".join(f"{name} {value}" for name, value in zip(columns, _values(row), strict=True))
    return replace(row, lines=(fold(f"{label} {values}"),))


def headers(cells: Sequence[str], width: int) -> tuple[str, tuple[str, ...]]:
    """What stands above the first column, and the names of `width` columns; none where that is not sure.

    Cells are the columns, with or without the first column's; or the first cell runs into the second
    ("Availability CRC cases", "NPS cases"); or all are one cell that ends in a capitalised word a column.
    """
    if len(cells) == width + 1:
        return cells[0], tuple(cells[1:])
    if len(cells) == width > 1:
        words, second = cells[0].split(), cells[1].split()
        if len(words) > len(second) and words[-1] == second[-1]:
            own = len(words) - len(second)
            return " ".join(words[:own]), (" ".join(words[own:]), *cells[1:])
        return "", tuple(cells)
    words = cells[0].split() if len(cells) == 1 else []
    if len(words) > width and all(map(str.istitle, words[-width:])) and words[-width - 1].islower():
        return " ".join(words[:-width]), tuple(words[-width:])
    return "", ()
