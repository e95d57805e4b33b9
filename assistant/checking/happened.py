"""Whether what a sentence says happened to a measure is so, by its printed change, its target and its direction."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from assistant import calculate, phrases
from assistant.checking.directions import Said
from corpus.models import Observation

STILL = Decimal("0.05")  # less than half the last digit that bulletins print, which nobody would call a change


@dataclass(frozen=True, slots=True)
class Settled:
    """Whether something said is wrong, what is published of it, and a sentence that says so."""

    wrong: bool
    published: str
    reason: str
    even: bool = False  # nothing moved, or the target was met exactly: the opposite of what is said is wrong too


def settled(say: Said, row: Observation, every: Sequence[Observation]) -> Settled | None:
    """What a row says of something said of its measure; None where it cannot say. `every`: the rows of all periods."""
    if say.what in ("met", "missed", "above", "below"):
        return _of_target(say, row)
    moved = change_of(row, every)
    if moved is None or (say.what in ("improved", "declined") and row.target is None):
        return None  # without a target nothing says which way is better
    right = _is_so(say, row, moved)
    name = phrases.measure_name(row.measure)
    if not moved:
        return Settled(
            not right,
            f"unchanged at {phrases.amount(row)}",
            f"{name} did not change: it was {_where(row)}.",
            even=True,
        )
    size, verb = phrases.difference(moved, row), phrases.moved(moved)
    judged = f", {phrases.judged(row, moved)}" if row.target is not None else ""
    reason = f"{name} {verb} by {size} to {_where(row)}{judged}."
    return Settled(not right, f"{verb} by {size}", reason)


def change_of(row: Observation, every: Sequence[Observation]) -> Decimal | None:
    """The printed change of a row, else the difference from the measure's year before; None without either."""
    if row.change is not None or row.value is None:
        return row.change
    before = row.period.shifted(-1)
    same = [o for o in every if o.measure == row.measure and o.period == before and o.value is not None]
    return calculate.change(same[0], row).value if same else None


def _is_so(say: Said, row: Observation, moved: Decimal) -> bool:
    if say.what == "unchanged":
        return abs(moved) < STILL
    better = calculate.is_improvement(row, moved)
    if say.what == "declined" and say.text.startswith("declin"):
        return better is False or moved < 0  # "declined" is said of a figure as well as of performance
    if say.what in ("improved", "declined"):
        return better is (say.what == "improved")
    return moved > 0 if say.what == "rose" else moved < 0


def _of_target(say: Said, row: Observation) -> Settled | None:
    if row.target is None or row.value is None:
        return None
    distance, met = calculate.gap(row).value, calculate.is_met(row)
    right = {"met": met, "missed": not met, "above": distance > 0, "below": distance < 0}[say.what]
    shown = f"{phrases.amount(row)} against a target of {phrases.with_unit(row.target_shown, row)}"
    return Settled(
        not right,
        shown,
        f"{phrases.measure_name(row.measure)} was {_where(row)}, {phrases.against_target(row)}.",
        even=not distance and say.what in ("above", "below"),
    )


def _where(row: Observation) -> str:
    return f"{phrases.amount(row)} {phrases.where(row)}"
