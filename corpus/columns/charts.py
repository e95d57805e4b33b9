"""Charts and drawings, whose words and values nobody can pair once they are apart: left out."""

from collections import defaultdict
from statistics import mean

from corpus.columns.captions import is_bare, is_box
from corpus.columns.pieces import BULLET, FULL_STOP, Piece
from corpus.columns.rows import VALUES

LABEL_WORDS = 30  # of a chart's label or title, at most
STRAY_LINES, STRAY_CHARACTERS = 2, 80  # of a label that stands apart from any number, at most
MANY, LONGEST, AVERAGE = 6, 350, 120  # a drawing: its stretches, at least; characters in one, at most


def without_charts(pieces: list[Piece]) -> list[Piece]:
    """Return the pieces without what charts and drawings left behind; their captions stay.

    A chart is a stretch of numbers, and all around it that makes no sentence, up to its caption. Its labels
    stand apart from its values, and a legend may be in another order than they are.
    """
    noise: set[int] = set()
    for at, piece in enumerate(pieces):
        if piece.kind == "noise" or at in noise or (piece.kind == "text" and VALUES.fullmatch(piece.text)):
            noise |= {at, *_labels(pieces, at)}
        elif piece.kind == "caption" and not is_box(piece):
            noise |= _labels_before(pieces, at, noise)
    noise |= _drawings(pieces, noise)
    noise |= {at for at, piece in enumerate(pieces) if is_bare(piece) and not _has_rows(pieces, at)}
    return [piece for at, piece in enumerate(pieces) if at not in noise]


def _has_rows(pieces: list[Piece], at: int) -> bool:
    return at + 1 < len(pieces) and pieces[at + 1].kind == "row"


def _labels(pieces: list[Piece], start: int) -> set[int]:
    """Labels, legend and title after the numbers of a chart, to its caption or the next sentence."""
    labels = set()
    for at in range(start + 1, len(pieces)):
        if pieces[at].kind == "note":
            continue
        if pieces[at].kind not in ("text", "noise") or _is_prose(pieces[at]):
            break
        labels.add(at)
    return labels


def _labels_before(pieces: list[Piece], caption: int, noise: set[int]) -> set[int]:
    """Stray labels just before a caption: two or more, or any that numbers or a lack of title betray."""
    labels: set[int] = set()
    at = caption - 1
    while at >= 0 and (at in noise or (pieces[at].kind == "text" and _is_label(pieces[at]))):
        if at not in noise and pieces[at].stops_short and labels & noise:
            break  # a sentence that the chart cuts
        labels.add(at)
        at -= 1
    betrayed = is_bare(pieces[caption]) or bool(labels & noise)
    return labels if betrayed or len(labels) > 1 else set()


def _is_label(piece: Piece) -> bool:
    short = len(piece.lines) <= STRAY_LINES and len(piece.text) <= STRAY_CHARACTERS
    return short and not _is_prose(piece)


def _is_prose(piece: Piece) -> bool:
    """Whether it is the text's: a sentence ends in it, it is a list, or it is too long for a label."""
    long = len(piece.text.split()) > LABEL_WORDS
    return long or bool(FULL_STOP.search(piece.text) or BULLET.match(piece.text))


def _drawings(pieces: list[Piece], noise: set[int]) -> set[int]:
    """The stretches of pages that are drawings: with a caption or a chart's numbers, many and short.

    What is drawn there and stands elsewhere too is the same drawing, shown again.
    """
    drawn = {piece.page for at, piece in enumerate(pieces) if at in noise or piece.kind == "caption"}
    pages: dict[int, list[int]] = defaultdict(list)
    for at, piece in enumerate(pieces):
        loose = piece.kind == "text" and at not in noise and not BULLET.match(piece.text)
        if loose and piece.page in drawn:
            pages[piece.page].append(at)
    found = {at for page in pages.values() if _is_drawing([len(pieces[n].text) for n in page]) for at in page}
    words = {pieces[at].text for at in found}
    return found | {at for at, piece in enumerate(pieces) if piece.kind == "text" and piece.text in words}


def _is_drawing(lengths: list[int]) -> bool:
    return len(lengths) >= MANY and max(lengths) <= LONGEST and mean(lengths) <= AVERAGE
