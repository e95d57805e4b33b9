"""What was understood of a question, each thing with what it can be set to; and a query with things set by hand."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from assistant.answers import Answer, Understood
from assistant.chips.facet import Facet, key_of
from assistant.chips.measures import Measures
from assistant.chips.periods import Periods
from assistant.chips.places import Areas, Publications, Services
from assistant.chips.subjects import subject
from assistant.holdings import Holdings
from assistant.query import Query
from assistant.turns import Chosen

SEARCHED = "Searched for"
OWN = ("Score", "Symbol", SEARCHED)  # what answers say themselves of how a question was read
FOLLOWING = {"Counting": "the question", SEARCHED: "the question", "Score": "score"}  # what of them is carried, as said


class Chips:
    """Tells what was understood, and sets what is chosen, against what is held."""

    def __init__(self, holdings: Holdings) -> None:
        self._holdings = holdings
        self._measures, self._publications = Measures(holdings), Publications(holdings)
        self._where: Sequence[Facet] = (Services(holdings), Periods(holdings), Areas(holdings))

    def understood(self, query: Query, answer: Answer, *, alone: bool = True) -> tuple[Understood, ...]:
        """Everything understood of a query, in the order it is told; with what it can be set to where it is `alone`.

        `answer` is the one it got: quotes can be of another publication, figures only of those that print them.
        """
        own = [one for one in answer.understood if one.name in OWN]
        about = [*subject(query, self._holdings), *own]
        about = [replace(one, carried=one.carried or FOLLOWING.get(one.name, "") in query.carried) for one in about]
        measure = self._measures.understood(query)
        where = (facet.understood(query) for facet in self._where if query.topic != "breakdown")
        found = [measure, *about, *where, self._publication(query, answer)]
        told = dict.fromkeys(one for one in found if one is not None)
        return tuple(told if alone else (replace(one, kind=None, choices=()) for one in told))

    def changed(self, query: Query, chosen: Iterable[Chosen]) -> Query:
        """The query with what was chosen; what is not held, or is set already, changes nothing."""
        by_kind = {one.kind: one.key for one in chosen}
        for facet in (self._measures, *self._where, self._publications):
            if (key := by_kind.get(facet.kind)) is not None:
                query = _set(query, facet, key)
        return query

    def _publication(self, query: Query, answer: Answer) -> Understood | None:
        """The publication that quotes are from; of figures only one that the question names."""
        if any(one.name == SEARCHED for one in answer.understood):
            return self._publications.understood(query)
        if query.topic == "published" and answer.citations:
            return Understood("Publication", answer.citations[0].publication.title)
        named = self._publications.understood(query) if query.publications or query.cells else None
        return replace(named, kind=None, choices=()) if named else None


def _set(query: Query, facet: Facet, key: str) -> Query:
    """The query with one thing set, which is then no longer carried over."""
    now = facet.understood(query)
    if now is not None and key_of(now) == key:
        return query
    changed = facet.changed(query, key)
    if changed is query:
        return query
    return replace(changed, carried=tuple(name for name in query.carried if name != facet.kind))
