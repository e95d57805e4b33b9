"""A question as it was asked: its words, and what its asker set in place of what was understood of them."""

from dataclasses import dataclass
from typing import Literal

Kind = Literal["measure", "period", "area", "service", "publication"]


@dataclass(frozen=True, slots=True)
class Chosen:
    """Something understood that was set by hand: its kind, and the key of one of its choices."""

    kind: Kind
    key: str


@dataclass(frozen=True, slots=True)
class Question:
    """A turn of a conversation: what was typed, with what was set by hand, one choice of a kind at most."""

    text: str
    chosen: tuple[Chosen, ...] = ()


Turn = str | Question  # a turn in plain words, or with choices


def words_of(turn: Turn) -> str:
    """What was typed."""
    return turn if isinstance(turn, str) else turn.text
