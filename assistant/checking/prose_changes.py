"""Changes that no line prints, worked out from two published numbers: "a rise of 1.1 cases", "up 6% from 16% to 22%".

The two are those that the sentence gives itself, where both are published so, or two rows of one table.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from typing import Literal

from assistant.checking.claims import Figure
from assistant.checking.fits import fits
from assistant.checking.prose_pairs import Pair

Why = Literal["worked_out", "worked_out_turned", "worked_out_unit"]
LIKELY = -1.5  # of a row of values, from which it may be what a change is of


@dataclass(frozen=True, slots=True)
class Change:
    """A change between two published numbers, and how a figure of a draft gives it."""

    first: Pair
    last: Pair
    why: Why


def worked_out(own: Sequence[Pair], pairs: Mapping[tuple[int, int], Sequence[Pair]]) -> Change | None:
    """The change that a figure gives, rightly, turned round or in the wrong unit; None where it gives none."""
    if not own or own[0].said.role != "change":
        return None
    said = own[0].said
    ends = _in_sentence(pairs) or _in_table(own, pairs)
    if ends is None:
        return None
    first, last = (pair.printed.figure.value for pair in ends)
    size = abs(last - first)
    in_percent = abs(last - first) * 100 / abs(first) if first else None
    way = "rose" if last > first else "fell"
    turned = {said.drift, way} == {"rose", "fell"}
    if _gives(said.figure, ends[0].printed.figure, size, in_percent):
        return Change(*ends, "worked_out_turned" if turned else "worked_out")
    shares = ends[0].printed.figure.unit == "percent"
    if shares and said.figure.unit == "percent" and fits(said.figure, size):
        return Change(*ends, "worked_out_unit")
    return None


def _gives(figure: Figure, end: Figure, size: Fraction, in_percent: Fraction | None) -> bool:
    if figure.unit == "percent":
        return in_percent is not None and bool(fits(figure, in_percent))
    same = figure.unit == end.unit or (figure.unit == "points" and end.unit == "percent")
    return same and bool(fits(figure, size))


def _in_sentence(pairs: Mapping[tuple[int, int], Sequence[Pair]]) -> tuple[Pair, Pair] | None:
    """The two values of the sentence, earlier first, where there are just two and both are published so."""
    values = [others for others in pairs.values() if others and others[0].said.role == "value"]
    agreed = [pair for others in values if (pair := _agreed(others)) is not None]
    if len(values) != 2 or len(agreed) != 2:
        return None
    one, two = agreed
    if one.said.figure.unit != two.said.figure.unit:
        return None
    if one.said.end == "from" or two.said.end == "to":
        return one, two
    if one.said.period and two.said.period and one.said.period != two.said.period:
        return (one, two) if one.said.period < two.said.period else (two, one)
    return (two, one) if two.said.end == "from" else None


def _agreed(pairs: Sequence[Pair]) -> Pair | None:
    return max((p for p in pairs if p.fit and not p.conflicts), key=lambda p: p.likelihood + p.chance, default=None)


def _in_table(own: Sequence[Pair], pairs: Mapping[tuple[int, int], Sequence[Pair]]) -> tuple[Pair, Pair] | None:
    """Two rows of one table, of the years that the sentence names, or of its one year and the year before."""
    said = own[0].said
    named = sorted(set(said.periods))
    if len(named) == 1:
        named = [named[0].shifted(-1), named[0]]
    if len(named) != 2:
        return None
    rows = [pair for pair in own if pair.line.chunk.table is not None and pair.printed.role == "value"]
    for last in sorted((row for row in rows if row.likelihood >= LIKELY), key=lambda row: -row.likelihood):
        for first in rows:
            same = first.line.is_near(last.line) and first.line is not last.line
            years = first.printed.period == named[0] and last.printed.period == named[1]
            if same and years and first.printed.figure.unit == last.printed.figure.unit:
                return first, last
    return None
