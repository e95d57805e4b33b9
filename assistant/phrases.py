"""How published figures are said: plain words, units, direction; used by every answer."""

import re
from collections.abc import Iterable
from decimal import Decimal

from assistant.calculate import gap, is_improvement, is_met
from assistant.query import Limit
from corpus.aliases import aliases
from corpus.models import Measure, Observation

PLAIN_NUMBER = re.compile(r"(\d)(?=(?:\s*\[[a-z]\])*$)")  # its last digit; only symbols may follow


def measure_name(measure: Measure) -> str:
    """ "Victim satisfaction (SL021)", "Initial appointments attended (CRS SL002)"."""
    if not measure.code:
        return measure.name
    service = f"{measure.service} " if measure.service not in ("", aliases().main_service) else ""
    return f"{measure.name} ({service}{measure.code})"


def amount(observation: Observation) -> str:
    """The value with its unit, as printed: "71.2%", "36.0"."""
    return with_unit(observation.shown, observation)


def with_unit(shown: str, observation: Observation) -> str:
    """A printed number with the unit of an observation: "71.2%", "84.7% [r]", "[x]"."""
    return PLAIN_NUMBER.sub(r"\1%", shown) if observation.unit == "percent" else shown


def where(observation: Observation) -> str:
    """Area and period: "in England and Wales in 2024-25", "... from May 2024 to March 2025"."""
    label = observation.period.label
    return f"in {observation.area} {'from' if ' to ' in label else 'in'} {label}"


def left_out(observation: Observation) -> str:
    """Why a publication does not count a row: "... covers April 2024 only, so the publication leaves it out ..."."""
    name, period = measure_name(observation.measure), observation.period.label
    return f"{name} covers {period} only, so the publication leaves it out of its counts."


def points(value: Decimal) -> str:
    """The size of a difference between shares: "5.4 percentage points", "1.0 percentage point"."""
    size = abs(value)
    return f"{size} percentage point{'' if size == 1 else 's'}"


def difference(value: Decimal, observation: Observation) -> str:
    """The size of a difference in the unit of an observation."""
    return points(value) if observation.unit == "percent" else str(abs(value))


def moved(value: Decimal) -> str:
    """The verb of a change: "rose", "fell"."""
    return "rose" if value > 0 else "fell"


def judged(observation: Observation, change: Decimal) -> str:
    """What a change means by the measure's direction: "an improvement", "a worsening"."""
    better = is_improvement(observation, change)
    if better is None:
        return "no change"
    return "an improvement" if better else "a worsening"


def against_target(observation: Observation) -> str:
    """How a value stands to its target: "missing its target of 75.0% by 11.9 percentage points"."""
    distance = gap(observation).value
    ceiling = "target ceiling" if observation.lower_is_better else "target"
    goal = with_unit(observation.target_shown, observation)
    if distance == 0:
        return f"exactly meeting its {ceiling} of {goal}"
    verb = "meeting" if is_met(observation) else "missing"
    side = "below" if distance < 0 else "above"
    return f"{verb} its {ceiling} of {goal} ({points(distance)} {side})"


def outcome(observation: Observation) -> str:
    """How it stood to its target as a statement: "missed its target of 75.0% (11.9 percentage points below)"."""
    said = against_target(observation).replace("exactly meeting", "exactly met", 1)
    return said.replace("missing", "missed", 1).replace("meeting", "met", 1)


def listed(items: Iterable[str]) -> str:
    """Items as a sentence lists them; semicolons where an item has a comma of its own."""
    found = list(items)
    comma = "; " if any("," in item for item in found) else ", "
    if len(found) <= 1:
        return "".join(found)
    return f"{comma.join(found[:-1])}{';' if comma == '; ' else ''} and {found[-1]}"


def bounds(limits: Iterable[Limit]) -> str:
    """Bounds as a clause: "above 90%", "within 2 percentage points of target"."""
    said = []
    for limit in limits:
        if limit.side == "within":
            said.append(f"within {points(limit.number)} of target")
        elif limit.of in ("gap", "change"):
            said.append(f"by {_than(limit)} {points(limit.number)}")
        else:
            side = "of" if limit.side == "at" else _than(limit) if limit.inclusive else limit.side
            said.append(f"{'with a target ' if limit.of == 'target' else ''}{side} {limit.number}%")
    return " and ".join(said)


def _than(limit: Limit) -> str:
    if limit.inclusive:
        return "at least" if limit.side == "above" else "at most"
    return "more than" if limit.side == "above" else "less than"


def rating(number: int | str, name: str) -> str:
    """A rating with what its publication calls it: "3 (Good)"."""
    return f"{number} ({name})" if name else str(number)


def rated(observation: Observation) -> str:
    """The rating of an area: "3 (Good)"."""
    return rating(observation.shown, observation.label)
