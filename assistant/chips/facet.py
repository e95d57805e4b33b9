"""One thing that is understood of a question: how it is told, and how it is set by hand."""

from collections.abc import Iterable
from typing import Protocol

from assistant.answers import Choice, Understood
from assistant.query import Query
from assistant.turns import Kind


class Facet(Protocol):
    """A kind of thing understood, of what is held."""

    kind: Kind

    def understood(self, query: Query) -> Understood | None:
        """What a query understood of it, with what it can be set to; None where it has no part in the answer."""

    def changed(self, query: Query, key: str) -> Query:
        """The query with what a key stands for; the query itself where nothing of it is held."""


def entry(name: str, value: str, kind: Kind, choices: Iterable[Choice], *, carried: bool = False) -> Understood:
    """Something understood. The choice labelled as it is told is set; where there is no other, none is given."""
    offered = tuple(choices)
    if len(offered) < 2:
        return Understood(name, value, carried=carried)
    return Understood(name, value, kind, offered, carried)


def key_of(understood: Understood) -> str:
    """The key of what is set now, or "" where nothing else can be set."""
    return next((choice.key for choice in understood.choices if choice.label == understood.value), "")
