"""Tables that survived as rows: a label, then its values on the same line or alone on the next."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from corpus.columns.cells import are_sure, is_titled, label_lines
from corpus.columns.heads import headers
from corpus.columns.pieces import Piece, Row, fold

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
    above = [piece for piece in pieces[start + captioned : first] if piece.kind == "text"]
    title, columns = headers([piece.text for piece in above], [_values(row) for row in rows.values()])
    groups = [replace(piece, kind="noise") for piece in above[len(columns) + 1 :]]
    body = [*groups, *_body(pieces, rows, range(first, end), (title, *columns))]
    if not captioned:
        return _without_cells(body), end
    caption = pieces[start]
    after = next((at for at in range(end, len(pieces)) if pieces[at].kind != "note"), end)
    one_more = _row(pieces, after)[0]  # it lacks a value or has too many
    if one_more or not are_sure(caption, body, anchored=bool(ROW.fullmatch(pieces[first].text))):
        body = _without_cells(body)
    own = [_owned(piece, caption) for piece in body if piece.kind != "noise"]
    return [*_titled(caption, title, alone=any(p.level for p in body)), *own], end


def _owned(piece: Piece, caption: Piece) -> Piece:
    """A row, or note by stars, as its caption's; footnotes are the text's."""
    if piece.number:
        return piece
    stars = STAR.match(piece.text) if piece.kind == "note" else None
    return replace(piece, of=caption.number, level=0, number=f"note {stars[0].strip()}" if stars else "")


def _is_sure(row: Piece, captioned: bool, at_once: bool) -> bool:
    """Whether a first row starts a table: after its caption, or of several values; dates are no values."""
    if _width(row) > 1:
        return captioned or at_once
    return captioned and at_once and not YEAR.fullmatch(row.lines[-1])


def _titled(caption: Piece, title: str, alone: bool) -> list[Piece]:
    """A caption with what its heading row says; on a line of its own where further heading rows come."""
    if is_titled(caption):
        return [caption]
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
    """The row at a place as lines, the label's and then one of values, and where it ends."""
    piece = pieces[at] if at < len(pieces) else None
    if piece is None or piece.kind != "text" or len(piece.lines) > LABEL_LINES:
        return None, at
    if piece.starts_mid and not YEAR.match(piece.text):
        return None, at
    if match := ROW.fullmatch(piece.text):
        return replace(piece, kind="row", lines=(*label_lines(piece.lines, match["label"]), match["values"])), at + 1
    after = pieces[at + 1] if at + 1 < len(pieces) else piece
    if after.kind == "text" and VALUES.fullmatch(after.text) and piece.text[0].isalpha():
        return replace(piece, kind="row", lines=(*map(fold, piece.lines), after.text)), at + 2
    return None, at


def _values(row: Piece) -> tuple[str, ...]:
    return tuple(re.findall(VALUE, row.lines[-1]))


def _width(row: Piece) -> int:
    return len(_values(row))


def _may_stand_among(piece: Piece) -> bool:
    """A heading row, a group's name or a note: nothing as long as the text's own paragraphs."""
    if piece.kind != "text":
        return piece.kind == "note"
    short = len(piece.lines) <= HEAD_LINES and len(piece.text) < HEAD_CHARACTERS
    return short or bool(STAR.match(piece.text))


def _body(pieces: Sequence[Piece], rows: dict[int, Piece], places: range, headings: tuple[str, ...]) -> Iterator[Piece]:
    """Rows, notes, and further heading rows (level 1) without the names of the columns; the rest as noise."""
    columns = headings[1:]
    names = " ".join(columns)
    done = places.start
    for at in places:
        piece = pieces[at]
        if at in rows:
            yield _paired(rows[at], headings)
            done = _row(pieces, at)[1]
        elif at < done:
            continue
        elif piece.kind == "note":
            yield piece
        elif STAR.match(piece.text):
            yield replace(piece, kind="note")
        elif columns and piece.text.endswith(names) and piece.text != names:
            headings = (piece.text.removesuffix(names).strip(), *columns)
            yield replace(piece, kind="row", lines=headings[:1], level=1)
        else:
            yield replace(piece, kind="noise")


def _paired(row: Piece, headings: tuple[str, ...]) -> Piece:
    """A row in words, each value after its column's heading where that is known, and its cells."""
    *label, last = row.lines
    values, columns = _values(row), headings[1:]
    cells = Row(tuple(label), values, headings)
    if columns:
        label[-1] = label[-1].rstrip(". ") + ":"
        last = ", ".join(f"{name} {value}" for name, value in zip(columns, values, strict=True))
    return replace(row, lines=(*label[:-1], fold(f"{label[-1]} {last}")), row=cells)


def _without_cells(body: Sequence[Piece]) -> list[Piece]:
    return [replace(piece, row=None) for piece in body if piece.kind != "noise"]
