"""The calculators: plain typed functions on published numbers, each result with its working.

Arithmetic is decimal and exact; changes between shares are in percentage points, computed on the
published rounded figures (Community Performance Annual, Explanatory notes). Whether a target is met or
a change an improvement depends on the measure's direction.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from decimal import ROUND_HALF_UP, Decimal

from assistant.query import Limit
from corpus import tallies
from corpus.errors import ProbationError
from corpus.models import Band, Observation
from corpus.tallies import is_improvement as is_improvement  # one of the calculators too


class NotComparable(ProbationError):
    """Two figures, or a figure and its target, that no arithmetic should join."""


@dataclass(frozen=True, slots=True)
class Derived:
    """A calculated number, in the unit of its inputs (percentage points for shares), with its working."""

    value: Decimal
    working: str
    inputs: tuple[Observation, ...] = ()

    @property
    def size(self) -> str:
        """The number without its sign, as it is spoken of: "9.7"."""
        return str(abs(self.value))


@dataclass(frozen=True, slots=True)
class Tally:
    """A count with the list behind it and its base: 7 (`len(members)`) of 27 (`base`)."""

    members: tuple[Observation, ...]
    base: tuple[Observation, ...]

    @property
    def working(self) -> str:
        """The count and its base in words."""
        return f"{len(self.members)} of {len(self.base)} rows counted"

    def share(self) -> Decimal:
        """Members as a percentage of the base: whole percent, halves away from zero."""
        if not self.base:
            raise NotComparable("A share of nothing has no percentage; ask for the count.")
        return (Decimal(100 * len(self.members)) / len(self.base)).quantize(Decimal(1), ROUND_HALF_UP)


def change(before: Observation, after: Observation) -> Derived:
    """After minus before, percentage points for shares. Refused without two figures of one unit."""
    if before.unit != after.unit:
        raise NotComparable(f"{before.locator} is in {before.unit}, {after.locator} in {after.unit}.")
    first, second = _value(before), _value(after)
    return Derived(second - first, f"{second} - {first} = {second - first}", (before, after))


def gap(observation: Observation) -> Derived:
    """Performance minus target, percentage points. Refused where either is not published."""
    value, target = _value(observation), _target(observation)
    return Derived(value - target, f"{value} - {target} = {value - target}", (observation,))


def is_met(observation: Observation) -> bool:
    """Whether the target is met: a floor, or a ceiling where lower is better (a value on it meets it)."""
    _value(observation), _target(observation)
    return tallies.is_met(observation)


def target_change(before: Observation, after: Observation) -> Decimal:
    """How far a target moved, percentage points. Refused where either is not published."""
    return _target(after) - _target(before)


def supposed(observation: Observation, value: Decimal) -> Observation:
    """The observation as it would be with another value, in its unit; it is nobody's published figure."""
    return replace(observation, value=value, shown=str(value), change=None, change_shown="")


def shortfall(observation: Observation) -> Decimal:
    """How far from target on the wrong side, percentage points; zero or less where it is met."""
    difference = gap(observation).value
    return difference if observation.lower_is_better else -difference


def targets(observations: Sequence[Observation], met: bool) -> Tally:
    """The measures that met (or missed) their targets, of those the publication counts."""
    base = tallies.with_target(observations)
    return Tally(tuple(o for o in base if is_met(o) is met), base)


def changes(observations: Sequence[Observation], improved: bool) -> Tally:
    """The measures that improved (or declined), of those with a published change."""
    base = tallies.with_change(observations)
    return Tally(tuple(o for o in base if is_improvement(o, o.change or Decimal(0)) is improved), base)


def is_bounded(observation: Observation, limit: Limit) -> bool:
    """Whether an observation keeps a bound: sizes of gaps and changes count, not their signs; a gap that is
    bounded from below or above is one on the wrong side of the target."""
    figures = {"value": observation.value, "target": observation.target, "change": observation.change}
    if limit.of == "gap":
        if observation.value is None or observation.target is None:
            return False
        if limit.side == "within":
            return abs(gap(observation).value) <= limit.number
        size = shortfall(observation)
        if size == limit.number:
            return limit.inclusive and size > 0
        return size > limit.number if limit.side == "above" else 0 < size < limit.number
    figure = figures[limit.of]
    if figure is None:
        return False
    size = abs(figure)
    if limit.side == "at":
        return size == limit.number
    if size == limit.number:
        return limit.inclusive
    return size > limit.number if limit.side == "above" else size < limit.number


def ranked(
    observations: Sequence[Observation], key: Callable[[Observation], Decimal], descending: bool = True
) -> list[Observation]:
    """The observations in order of a number; ties keep the order of the table."""
    return sorted(observations, key=key, reverse=descending)


def band_of(score: Decimal, bands: Sequence[Band]) -> Band:
    """The rating of a score, percent of the maximum (74.2, not 0.742); lower bounds are inclusive."""
    if not 0 <= score <= 100:
        raise NotComparable(f"A score of {score}% is not between 0% and 100% of the maximum.")
    for band in bands:
        if (band.lower is None or score >= band.lower) and (band.upper is None or score < band.upper):
            return band
    raise NotComparable(f"No published band holds a score of {score}%.")


def points_to(score: Decimal, band: Band) -> Derived:
    """The percentage points that a score lacks of a band's lower threshold; zero where it has them."""
    lower = band.lower or Decimal(0)
    if score >= lower:
        return Derived(Decimal(0), f"{score} is at or above {lower}")
    return Derived(lower - score, f"{lower} - {score} = {lower - score}")


def moved(before: Sequence[Observation], after: Sequence[Observation]) -> list[tuple[Observation, Observation]]:
    """The areas whose rating differs between two editions, as (before, after) pairs."""
    earlier = {o.area: o for o in before}
    pairs = ((earlier[o.area], o) for o in after if o.area in earlier)
    return [(b, a) for b, a in pairs if None not in (b.value, a.value) and b.value != a.value]


def _value(observation: Observation) -> Decimal:
    if observation.value is None:
        raise NotComparable(f"{observation.locator} is published as {observation.shown}, which is no number.")
    return observation.value


def _target(observation: Observation) -> Decimal:
    if observation.target is None:
        raise NotComparable(f"{observation.locator} has no published target.")
    return observation.target
