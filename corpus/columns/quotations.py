"""What someone said: a quotation goes with the words that announce it, and is whole."""

from dataclasses import replace
from itertools import takewhile

from corpus.columns.pieces import Piece

SOON = 3  # paragraphs in which a quotation that is open comes to its end


def with_speakers(pieces: list[Piece]) -> list[Piece]:
    """Return the pieces with each quotation in one paragraph, after the words that announce it.

    A paragraph announces the quotation next to it where it ends in a colon or a comma. One that leaves a quotation
    open goes on until that is closed, unless it is not closed soon. Footnotes may stand between.
    """
    found: list[Piece] = []
    for at, piece in enumerate(pieces):
        before = next((n for n in range(len(found) - 1, -1, -1) if found[n].kind != "note"), None)
        if before is not None and _goes_with(found[before], piece, pieces[at:]):
            found[before] = replace(found[before], lines=found[before].lines + piece.lines)
        else:
            found.append(piece)
    return found


def _goes_with(before: Piece, piece: Piece, ahead: list[Piece]) -> bool:
    if not before.kind == piece.kind == "text" or piece.number:
        return False
    if _unclosed(before) > 0:
        return _is_closed_soon(_unclosed(before), ahead)
    return piece.text.startswith("“") and before.text.endswith((":", ","))


def _unclosed(piece: Piece) -> int:
    return piece.text.count("“") - piece.text.count("”")


def _is_closed_soon(unclosed: int, ahead: list[Piece]) -> bool:
    """Whether the paragraphs ahead close what is open before they open anything."""
    for piece in takewhile(lambda piece: piece.kind in ("text", "note"), ahead[:SOON]):
        if piece.kind == "text" and piece.text.startswith("“"):
            return False
        unclosed += _unclosed(piece) if piece.kind == "text" else 0
        if unclosed <= 0:
            return True
    return False
