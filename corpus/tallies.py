"""What counts of measures are made of: which are counted, which met their targets, which changed for the better."""

from collections.abc import Iterable
from decimal import Decimal

from corpus.models import Observation


def with_target(observations: Iterable[Observation]) -> tuple[Observation, ...]:
    """Those that a publication counts by their targets: with a value and a target, and not left out of its counts."""
    return tuple(o for o in observations if o.counted and o.value is not None and o.target is not None)


def with_change(observations: Iterable[Observation]) -> tuple[Observation, ...]:
    """Those that a publication counts by their changes: with a published change."""
    return tuple(o for o in observations if o.change is not None)


def is_met(observation: Observation) -> bool:
    """Whether a target is met: a floor, or a ceiling where lower is better (a value on it meets it).

    Raises ValueError without a value and a target.
    """
    value, target = observation.value, observation.target
    if value is None or target is None:
        raise ValueError(f"{observation.locator} has no value with a target")
    return value <= target if observation.lower_is_better else value >= target


def is_improvement(observation: Observation, difference: Decimal) -> bool | None:
    """Whether a change is for the better by the measure's direction; None where there is none."""
    if difference == 0:
        return None
    return (difference < 0) == observation.lower_is_better
