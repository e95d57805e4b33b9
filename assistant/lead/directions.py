"""What a model says happened (rose, fell, improved, worsened, met, missed): each as its sources have it."""

from collections.abc import Sequence
from decimal import Decimal

from assistant import calculate
from assistant.checking.directions import Said, said_in
from assistant.checking.happened import settled
from assistant.holdings import Family, Holdings, family
from assistant.lead.evidence import Source
from corpus.models import Observation
from corpus.periods import Period

MOVES = ("rose", "fell", "improved", "declined", "unchanged")


def is_so(
    say: Said, sources: Sequence[Source], periods: Sequence[Period], holdings: Holdings, *, each: bool = False
) -> bool:
    """Whether what is said to have happened is so of every measure of the sources; where they give none, is said there.

    Of the rows of a measure those of the periods count, where there are any; of a move between two the first and last.
    `each`: it is said of every row.
    """
    rows = [o for source in sources for o in source.observations if o.unit != "rating" and o.value is not None]
    if not rows:
        return any(one.what == say.what for source in sources for line in _lines(source) for one in said_in(line))
    return all(_is_so(say, own, periods, holdings, each=each) for own in _by_measure(rows))


def _is_so(
    say: Said, rows: Sequence[Observation], periods: Sequence[Period], holdings: Holdings, *, each: bool
) -> bool:
    """Whether it is so of the rows of one measure, oldest first."""
    if say.what in MOVES and rows[0].period != rows[-1].period:
        return _moved(say, rows[0], rows[-1])
    named = [o for o in rows if not periods or any(p == o.period or p.holds(o.period) for p in periods)] or rows
    known = (settled(say, row, holdings.of([family(row.measure)])) for row in named)
    return (all if each else any)(one is not None and not one.wrong for one in known)


def _lines(source: Source) -> Sequence[str]:
    return (*source.quoted, *source.said)


def _by_measure(rows: Sequence[Observation]) -> list[list[Observation]]:
    """Rows by their measure, the oldest of each first."""
    found: dict[Family, list[Observation]] = {}
    for row in sorted(rows, key=lambda row: row.period):
        found.setdefault(family(row.measure), []).append(row)
    return list(found.values())


def _moved(say: Said, before: Observation, after: Observation) -> bool:
    moved = calculate.change(before, after).value
    if say.what == "unchanged":
        return moved == Decimal(0)
    if say.what in ("improved", "declined"):
        return calculate.is_improvement(after, moved) is (say.what == "improved")
    return moved > 0 if say.what == "rose" else moved < 0
