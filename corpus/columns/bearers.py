"""What bears the mark of a footnote: kept by its letters while lines are put together, then found again.

The words just before a mark tell its place, since joining columns and mending words moves the lines.
"""

from collections.abc import Sequence
from dataclasses import replace

from corpus.blocks import Block
from corpus.columns.pieces import Piece
from corpus.sentences import count_letters, sentence_at

ENOUGH = 12  # letters and digits: with as many before a mark, its own line tells its place


def before_mark(piece: Piece, line: int, start: int) -> str:
    """What stands before a mark: its line so far, after the line before where there is one."""
    lines = [*piece.lines[:line][-1:], piece.lines[line][:start]]
    return "\n".join(lines)


def told(blocks: Sequence[Block]) -> list[Block]:
    """The blocks, each note's `annotates` made of the words before its mark the sentence that holds them.

    Of several the nearest is taken; where none does, the mark's place is not known.
    """
    squeezed = ["" if block.kind == "note" else _squeeze(block.text) for block in blocks]
    return [
        replace(block, annotates=_bearer(block.annotates, at, blocks, squeezed)) if block.annotates else block
        for at, block in enumerate(blocks)
    ]


def _bearer(words: str, note: int, blocks: Sequence[Block], squeezed: Sequence[str]) -> str:
    own = words.split("\n")[-1]
    for wanted in filter(None, (_squeeze(words), _squeeze(own) if len(_squeeze(own)) >= ENOUGH else "")):
        places = [at for at, text in enumerate(squeezed) if wanted in text]
        if places:
            at = min(places, key=lambda place: abs(place - note))
            end = squeezed[at].index(wanted) + len(wanted)
            return sentence_at(blocks[at].text, count_letters(squeezed[at][:end]))
    return ""


def _squeeze(text: str) -> str:
    """The letters and digits of a text, in lower case: what no hyphen, blank or line's end changes."""
    return "".join(filter(str.isalnum, text.lower()))
