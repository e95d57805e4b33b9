"""What a model says happened (rose, fell, improved, worsened, met, missed): each as its sources have it."""

from collections.abc import Sequence
from decimal import Decimal

from assistant import calculate
from assistant.checking.directions import Said, said_in
from assistant.checking.happened import settled
from assistant.holdings import Holdings, family
from assistant.lead.evidence import Source
from corpus.models import Observation
from corpus.periods import Period

MOVES = ("rose", "fell", "improved", "declined", "unchanged")


def is_so(say: Said, sources: Sequence[Source], periods: Sequence[Period], holdings: Holdings) -> bool:
    """Whether what is said to have happened is so of a measure of the sources in these periods, or is said there."""
    rows = [o for source in sources for o in source.observations if o.measure.code and o.value is not None]
    named = [o for o in rows if not periods or any(p == o.period or p.holds(o.period) for p in periods)] or rows
    if not rows:
        return any(one.what == say.what for source in sources for line in _lines(source) for one in said_in(line))
    if say.what in MOVES and (pairs := _spread(rows)):
        return any(_moved(say, before, after) for before, after in pairs)
    known = (settled(say, row, holdings.of([family(row.measure)])) for row in named)
    return any(one is not None and not one.wrong for one in known)


def _lines(source: Source) -> Sequence[str]:
    return (*source.quoted, *source.said)


def _spread(rows: Sequence[Observation]) -> list[tuple[Observation, Observation]]:
    """The first and last row of each measure that is given for several periods."""
    found = []
    for one in dict.fromkeys(family(row.measure) for row in rows):
        own = sorted((row for row in rows if family(row.measure) == one), key=lambda row: row.period)
        if own[0].period != own[-1].period:
            found.append((own[0], own[-1]))
    return found


def _moved(say: Said, before: Observation, after: Observation) -> bool:
    moved = calculate.change(before, after).value
    if say.what == "unchanged":
        return moved == Decimal(0)
    if say.what in ("improved", "declined"):
        return calculate.is_improvement(after, moved) is (say.what == "improved")
    return moved > 0 if say.what == "rose" else moved < 0
