"""What a question takes for granted of a measure, held against the figures: a value, a direction, a target met."""

from collections.abc import Sequence
from dataclasses import replace
from decimal import ROUND_HALF_UP, Decimal

from assistant import calculate
from assistant.query import Limit, Query
from corpus.models import Observation

YES, NO, WRONG = "Yes: ", "No: ", "That is not what is published: "
ROUNDED, IN_POINTS = "Yes, rounded: ", "No, in percentage points and not percent: "
IN_PART = "In part: "  # so of some of several measures


def verdict(query: Query, observation: Observation, change: Decimal | None = None) -> str:
    """What to say first: "Yes: ", "No: ", a correction, or "" where the question supposes nothing.

    `change` is that on the year compared with, percentage points; the printed one where it is None.
    """
    right = holds(query, observation, change)
    if right is None:
        return ""
    if right and query.by_percent and observation.unit == "percent":
        return IN_POINTS if query.polar else ""
    if query.polar:
        return (ROUNDED if _is_rounded(query, observation, change) else YES) if right else NO
    return "" if right else WRONG


def holds(query: Query, observation: Observation, change: Decimal | None = None) -> bool | None:
    """Whether the figures bear out what a question supposes; None where they cannot say or it supposes nothing."""
    moved = observation.change if change is None else change
    if observation.value is None:
        return None
    bounded = any(limit.of == "value" for limit in query.limits)
    tests = [] if bounded and query.claim in ("met", "missed") else [_happened(query, observation, moved)]
    if query.numbers and not query.limits and not query.supposed and (query.polar or query.why or query.asserted):
        tests.append(_is_given(query.numbers, observation, moved))
    if query.points and not query.supposed:
        tests.append(_is_moved_by(query.points, observation, moved))
    tests += [_is_within(observation, limit, moved) for limit in query.limits]
    known = [test for test in tests if test is not None]
    return all(known) if known else None


def _is_rounded(query: Query, observation: Observation, change: Decimal | None) -> bool:
    """Whether what is supposed is so only because it is rounded."""
    moved = observation.change if change is None else change
    exact = _figures(observation, moved)
    return bool(query.numbers) and not query.limits and not all(number in map(abs, exact) for number in query.numbers)


def _happened(query: Query, observation: Observation, moved: Decimal | None) -> bool | None:
    if query.claim in ("above", "below"):
        if observation.target is None:
            return None
        distance = calculate.gap(observation).value
        return distance > 0 if query.claim == "above" else distance < 0
    if query.claim in ("met", "missed"):
        return None if observation.target is None else calculate.is_met(observation) == (query.claim == "met")
    if not query.claim or moved is None:
        return None
    if query.claim in ("rose", "fell"):
        return moved > 0 if query.claim == "rose" else moved < 0
    return calculate.is_improvement(observation, moved) is (query.claim == "improved")


def _is_within(observation: Observation, limit: Limit, moved: Decimal | None) -> bool | None:
    """Whether a bound that a question sets holds of a row; None where what is bounded is not published."""
    if limit.of == "change" and moved is None:
        return None
    return calculate.is_bounded(replace(observation, change=moved), limit)


def _is_given(numbers: Sequence[Decimal], observation: Observation, moved: Decimal | None) -> bool:
    """Whether every number is a figure of the row or the year before, or a fair rounding of one."""
    figures = _figures(observation, moved)
    return all(any(_rounds(abs(figure), number) for figure in figures) for number in numbers)


def _figures(observation: Observation, moved: Decimal | None) -> list[Decimal]:
    """The value, target, gap and change of a row, and the value that it changed from."""
    value, target = observation.value, observation.target
    figures = [figure for figure in (value, target, moved) if figure is not None]
    if value is not None and moved is not None:
        figures.append(value - moved)
    if value is not None and target is not None:
        figures.append(calculate.gap(observation).value)
    return figures


def _is_moved_by(points: Sequence[Decimal], observation: Observation, moved: Decimal | None) -> bool | None:
    """Whether a change or gap is of the size supposed, percentage points; None where neither is published."""
    sizes = [abs(moved)] if moved is not None else []
    if observation.value is not None and observation.target is not None:
        sizes.append(abs(calculate.gap(observation).value))
    return all(any(_rounds(size, point) for size in sizes) for point in points) if sizes else None


def _rounds(figure: Decimal, number: Decimal) -> bool:
    """Whether a number is a figure or a fair rounding of it: to fewer decimals, and of one that is not whole."""
    return figure == number or (figure % 1 != 0 and figure.quantize(number, ROUND_HALF_UP) == number)
