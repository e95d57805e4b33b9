"""The tables of a text in columns: the rows under a caption of which every cell is sure."""

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from corpus.columns.cells import bare, is_titled, stars
from corpus.columns.pieces import Piece, Row
from corpus.models import Locator, Table
from corpus.periods import find_periods
from corpus.sentences import split

POINTS = re.compile(
    r"\btables? below\b|\b(?:figure|chart) below\b|\bfollowing (?:table|figure|chart)s?\b"
    r"|\b(?:shown|set out|given|see) below\b",
    re.I,
)
Mend = Callable[[tuple[str, ...]], str]


@dataclass(frozen=True, slots=True)
class _Place:
    """Where a caption stands: the heading above it, and the last of the text before it."""

    caption: Piece
    heading: str
    before: str


def take(publication: str, pieces: Sequence[Piece], mend: Mend) -> tuple[list[Piece], tuple[Table, ...]]:
    """Return the pieces without the captions and rows of tables of which every cell is sure, and those tables.

    `mend` makes text of lines, none where letters are lost: then all under that caption stays as it is. Each
    set of headings under a caption makes a table. A note that is printed again under such a caption is left out.
    """
    places = _places(pieces, mend)
    found: dict[str, dict[tuple[str, ...], list[Row]]] = {}
    for piece in pieces:
        if piece.row and piece.of in places:
            found.setdefault(piece.of, {}).setdefault(piece.row.headings, []).append(piece.row)
    made = {of: [_table(publication, places[of], rows, mend) for rows in by.values()] for of, by in found.items()}
    tables = {of: [table for table in own if table] for of, own in made.items() if all(own)}
    rest = [piece for piece in pieces if _caption(piece) not in tables]
    told = [(piece.of, piece.text) if piece.kind == "note" and piece.of in tables else None for piece in rest]
    once = [piece for at, piece in enumerate(rest) if told[at] is None or told.index(told[at]) == at]
    return once, tuple(table for own in tables.values() for table in own)


def _caption(piece: Piece) -> str:
    """The number of the caption that a piece is, or is a row of; "" for any other."""
    if piece.kind == "row":
        return piece.of
    return piece.number if piece.kind == "caption" else ""


def _places(pieces: Sequence[Piece], mend: Mend) -> Mapping[str, _Place]:
    places: dict[str, _Place] = {}
    heading = before = ""
    for piece in pieces:
        match piece.kind:
            case "heading":
                heading = mend(piece.lines)
            case "text":
                before = mend(piece.lines)
            case "caption" if piece.number:
                places.setdefault(piece.number, _Place(piece, heading, before))
    return places


def _table(publication: str, place: _Place, rows: Sequence[Row], mend: Mend) -> Table | None:
    """The table that rows make, or None where a label, heading or title has lost letters."""
    title = _title(place, rows[0].headings[0], mend)
    columns = rows[0].headings[1:] or (_own_title(place.caption, mend),)
    labels = [mend(row.label) for row in rows]
    if not all((title, *columns, *labels)):
        return None
    return Table(
        locator=Locator(publication, place.caption.number),
        title=title,
        headers=(rows[0].headings[0], *columns),
        rows=tuple((label, *bare(row.values)) for label, row in zip(labels, rows, strict=True)),
        marks={n: tuple(f"note {mark}" for mark in stars(row.values)) for n, row in enumerate(rows)
               if stars(row.values)},
        section=(place.heading,) if place.heading else (),
    )  # fmt: skip


def _title(place: _Place, head: str, mend: Mend) -> str:
    """A caption's title, or what stands above the labels where it has none; with its period, where told before.

    The period is that of the sentence before the caption that points to the table, where it names just one.
    """
    title = _own_title(place.caption, mend)
    if not is_titled(place.caption) and head not in title:
        title = f"{title} {head}".strip()
    if not title or find_periods(title):
        return title
    pointing = [s for s in split(place.before) if POINTS.search(s) or place.caption.number in s]
    named = {mention.period: mention.text for sentence in pointing for mention in find_periods(sentence)}
    return ", ".join([title, *named.values()]) if len(named) == 1 else title


def _own_title(caption: Piece, mend: Mend) -> str:
    return mend(caption.lines).removeprefix(caption.number).strip(" :.–-")
