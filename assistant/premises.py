"""What a question takes for granted of a measure, held against the figures: a value, a direction, a target met."""

from collections.abc import Sequence
from decimal import ROUND_HALF_UP, Decimal

from assistant import calculate
from assistant.query import Query
from corpus.models import Observation

YES, NO, WRONG = "Yes: ", "No: ", "That is not what is published: "


def verdict(query: Query, observation: Observation, change: Decimal | None = None) -> str:
    """What to say first: "Yes: ", "No: ", a correction, or "" where the question supposes nothing.

    `change` is that on the year compared with, percentage points; the printed one where it is None.
    """
    right = holds(query, observation, change)
    if right is None:
        return ""
    if query.polar:
        return YES if right else NO
    return "" if right else WRONG


def holds(query: Query, observation: Observation, change: Decimal | None = None) -> bool | None:
    """Whether the figures bear out what a question supposes; None where they cannot say or it supposes nothing."""
    moved = observation.change if change is None else change
    if observation.value is None:
        return None
    tests = [_happened(query, observation, moved)]
    if query.numbers and not query.supposed and (query.polar or query.why or query.asserted):
        tests.append(_is_given(query.numbers, observation, moved))
    if query.points and not query.supposed:
        tests.append(_is_moved_by(query.points, observation, moved))
    known = [test for test in tests if test is not None]
    return all(known) if known else None


def _happened(query: Query, observation: Observation, moved: Decimal | None) -> bool | None:
    if query.claim in ("met", "missed"):
        return None if observation.target is None else calculate.is_met(observation) == (query.claim == "met")
    if not query.claim or moved is None:
        return None
    if query.claim in ("rose", "fell"):
        return moved > 0 if query.claim == "rose" else moved < 0
    return calculate.is_improvement(observation, moved) is (query.claim == "improved")


def _is_given(numbers: Sequence[Decimal], observation: Observation, moved: Decimal | None) -> bool:
    """Whether every number is the value, target, change or gap, or a fair rounding of it."""
    figures = [observation.value, observation.target, moved]
    if observation.value is not None and observation.target is not None:
        figures.append(calculate.gap(observation).value)
    return all(any(f is not None and _rounds(abs(f), number) for f in figures) for number in numbers)


def _is_moved_by(points: Sequence[Decimal], observation: Observation, moved: Decimal | None) -> bool | None:
    """Whether a change or gap is of the size supposed, percentage points; None where neither is published."""
    sizes = [abs(moved)] if moved is not None else []
    if observation.value is not None and observation.target is not None:
        sizes.append(abs(calculate.gap(observation).value))
    return all(any(_rounds(size, point) for size in sizes) for point in points) if sizes else None


def _rounds(figure: Decimal, number: Decimal) -> bool:
    return figure == number or figure.quantize(number, ROUND_HALF_UP) == number
