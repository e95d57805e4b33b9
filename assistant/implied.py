"""Figures of years that are not held but that a printed change implies: value minus change, with the working."""

from collections.abc import Sequence
from dataclasses import dataclass

from assistant.calculate import Derived
from assistant.holdings import family
from corpus.models import Observation
from corpus.periods import Period


@dataclass(frozen=True, slots=True)
class Implied:
    """A value (unit of the observation) for `period`, derived from an observation of the year after it."""

    period: Period
    derived: Derived
    observation: Observation


def implied(held: Sequence[Observation], period: Period) -> list[Implied]:
    """What the changes printed for the next year imply of a period, for each measure that has no row of it."""
    published = {family(o.measure) for o in held if o.period == period and o.value is not None}
    found = []
    for observation in held:
        if observation.period.shifted(-1) != period or family(observation.measure) in published:
            continue
        if observation.value is not None and observation.change is not None:
            value = observation.value - observation.change
            working = f"{observation.value} - {_signed(observation)} = {value}"
            found.append(Implied(period, Derived(value, working, (observation,)), observation))
    return found


def _signed(observation: Observation) -> str:
    change = observation.change
    return f"({change})" if change is not None and change < 0 else str(change)
