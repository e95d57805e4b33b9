"""Which bulletins a query is about."""

from assistant.holdings import Edition, Holdings
from assistant.query import Query
from corpus.periods import Period


def not_held(query: Query, holdings: Holdings) -> list[Period]:
    """The periods asked for that no edition held is of."""
    return [p for p in query.periods if not any(p == e.year or p.holds(e.year) for e in holdings.editions)]


def editions_of(query: Query, holdings: Holdings) -> list[Edition]:
    """The editions a query is about: those of its periods, all where it spreads, else the latest."""
    if query.spread and len(query.periods) == 1:
        return [e for e in holdings.editions if e.year >= query.periods[0]]
    if query.periods:
        return [e for e in holdings.editions if any(p == e.year or p.holds(e.year) for p in query.periods)]
    return list(holdings.editions) if query.spread else list(holdings.editions[-1:])
