"""Whether every cell of a table is sure: which row it is in, and under which heading."""

import re
from collections.abc import Sequence
from dataclasses import replace

from corpus.columns.captions import is_box
from corpus.columns.heads import are_whole
from corpus.columns.pieces import Piece, Row, fold
from corpus.numbers import is_number
from corpus.periods import find_periods

STARS = re.compile(r"\s*(?P<stars>\*+)$")
PLAIN_YEAR = re.compile(r"(?:19|20)\d\d")


def are_sure(caption: Piece, body: Sequence[Piece], anchored: bool) -> bool:
    """Whether the rows of a table can be cells: no label is cut or doubtful, every value a number under a heading.

    `body` is what the table was found to be, what is neither row nor note among it marked as noise: it may be
    the name of a group, without which a label does not say what it counts, unless the labels are periods.
    `anchored` is whether the first row's label and value were one stretch: a single column, headed by its
    caption, is sure only then, since the labels of a chart may stand before or after their values.
    """
    rows = [piece.row for piece in body if piece.row]
    labels = [fold(" ".join(row.label)) for row in rows]
    grouped = any(piece.kind == "noise" for piece in body)
    if is_box(caption) or len({*zip((row.headings[:1] for row in rows), labels, strict=True)}) < len(rows):
        return False
    if any(replace(piece, lines=piece.row.label).stops_short for piece in body if piece.row):
        return False
    if grouped and not all(map(_is_period, labels)):
        return False
    return all(_is_headed(row, caption, anchored) and all(map(is_number, bare(row.values))) for row in rows)


def _is_headed(row: Row, caption: Piece, anchored: bool) -> bool:
    """Whether each value has a heading, or the only one has its caption's title for one and is no year."""
    columns = row.headings[1:]
    if columns:
        return are_whole(columns)
    return len(row.values) == 1 and anchored and is_titled(caption) and not PLAIN_YEAR.fullmatch(row.values[0])


def is_titled(caption: Piece) -> bool:
    """Whether a caption has a title of its own: "Figure 3: Waiting times", not "Figure 3" or "Figure 3 % yes"."""
    return bool(re.match(r"\s*[:.–-]\s*\S", caption.text.removeprefix(caption.number)))


def bare(values: Sequence[str]) -> tuple[str, ...]:
    """Values without the stars that mark their notes."""
    return tuple(STARS.sub("", value) for value in values)


def stars(values: Sequence[str]) -> tuple[str, ...]:
    """The stars of the values that have any."""
    return tuple(match["stars"] for value in values if (match := STARS.search(value)))


def label_lines(lines: Sequence[str], label: str) -> tuple[str, ...]:
    """The lines of a row's stretch, cut down to those of its label."""
    kept: list[str] = []
    for line in map(fold, lines):
        kept.append(line if label.startswith(line) else label)
        label = label[len(kept[-1]) :].strip()
        if not label:
            break
    return tuple(kept)


def _is_period(text: str) -> bool:
    return any(mention.text == text for mention in find_periods(text))
