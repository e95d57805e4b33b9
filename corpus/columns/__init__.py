"""Reading the raw text of a PDF set in columns: short lines, sentences cut by what stands between."""

import re
from collections.abc import Sequence
from itertools import pairwise
from statistics import median

from corpus.blocks import Block, BlockKind
from corpus.columns import bearers, tables
from corpus.columns.captions import with_boxes, with_captions
from corpus.columns.charts import without_charts
from corpus.columns.headings import in_place, ranked, unstuck
from corpus.columns.joins import joined
from corpus.columns.keyfacts import with_key_facts
from corpus.columns.mending import Mender
from corpus.columns.notes import take_out, unmark
from corpus.columns.pages import in_order, pieces
from corpus.columns.pieces import LOST, Kind, Piece
from corpus.columns.quotations import with_speakers
from corpus.columns.quotes import without_pull_quotes
from corpus.columns.rows import with_rows
from corpus.models import Table
from corpus.sentences import split

STAGES = (
    take_out,
    unmark,
    with_captions,
    with_rows,
    with_key_facts,
    without_charts,
    without_pull_quotes,
    in_order,
    unstuck,
    joined,
    with_speakers,
    in_place,
    ranked,
    with_boxes,
)
KINDS: dict[Kind, BlockKind] = {
    "text": "paragraph",
    "item": "item",
    "heading": "heading",
    "caption": "caption",
    "keyfact": "keyfact",
    "note": "note",
}
LETTER = re.compile(r"(?<=[a-z,] )[b-wyz](?= [a-z])")  # all that an extractor left of a word
WRAPPED = 0.35  # of its lines that another follows, those that break in mid-sentence
WIDEST = 110  # characters in half the lines


def is_columns(text: str, printed: bool = False) -> bool:
    """Whether a text keeps the line breaks of its page: its lines are short and break in mid-sentence.

    Of one that was `printed` and whose paragraphs were made whole again, most lines must stand together: the few that
    do so otherwise are those that could not be joined.
    """
    lines = [line.strip() for line in text.split("\n")]
    pairs = [(a, b) for a, b in pairwise(lines) if a and b]
    wrapped = sum(a[-1].isalnum() and b[0].islower() for a, b in pairs)
    written = list(filter(None, lines))
    together = len(pairs) > 2 and (not printed or len(pairs) * 3 > len(written))
    return together and wrapped >= WRAPPED * len(pairs) and median(map(len, written)) <= WIDEST


def blocks(text: str) -> list[Block]:
    """Return the blocks of a text in columns, in reading order; what cannot be read safely is left out."""
    found, mend = _read(text)
    return _blocks(found, mend)


def with_tables(publication: str, text: str) -> tuple[list[Block], tuple[Table, ...]]:
    """Return the blocks of a publication's text without the tables that can be rebuilt, and these."""
    found, mend = _read(text)
    rest, own = tables.take(publication, found, mend)
    return _blocks(rest, mend), own


def _read(text: str) -> tuple[list[Piece], tables.Mend]:
    """The pieces of a text, and what puts their lines together."""
    found = pieces(text)
    for stage in STAGES:
        found = stage(found)
    mender = Mender(found)
    return found, lambda lines: readable(mender.mend(lines))


def _blocks(found: Sequence[Piece], mend: tables.Mend) -> list[Block]:
    made = [_block(piece, mend(piece.lines)) for piece in found]
    return bearers.told([block for block in made if block.text])


def readable(text: str) -> str:
    """The sentences of a text that have lost no character; nothing, where letters are lost unmarked."""
    if LETTER.search(text):
        return ""
    if LOST not in text:
        return text
    return " ".join(sentence for sentence in split(text) if LOST not in sentence)


def _block(piece: Piece, text: str) -> Block:
    """A row goes with its figure's caption, so that the two are read together."""
    if piece.kind == "row":
        return Block("caption" if piece.of else "item", text, number=piece.of)
    return Block(
        KINDS[piece.kind], text, level=piece.level, number=piece.number, of=piece.of, annotates=piece.annotates
    )
