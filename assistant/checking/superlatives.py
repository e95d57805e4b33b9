"""Extremes: the largest increase or fall among the measures of a year, the highest or lowest of a measure held."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

from assistant import calculate, phrases
from assistant.checking import sources
from assistant.checking.claims import Finding
from assistant.checking.happened import change_of
from assistant.checking.measure_rows import of_period, rows_of
from assistant.checking.subjects import Subject
from assistant.holdings import Holdings, family
from corpus.models import Observation

Kind = Literal["rise", "fall", "improvement", "worsening", "highest", "lowest"]

LARGEST = r"(?:largest|biggest|greatest|sharpest|steepest)"
SHAPES: tuple[tuple[Kind, re.Pattern[str]], ...] = (
    (
        "rise",
        re.compile(rf"\b{LARGEST} (?:\w+ ){{0,2}}?(?:increase|rise|gain|jump)\b|\b(?:rose|increased) (?:the )?most\b"),
    ),
    (
        "fall",
        re.compile(
            rf"\b{LARGEST} (?:\w+ ){{0,2}}?(?:decrease|fall|drop|decline|dip)\b|\bfell (?:the )?(?:most|furthest)\b"
        ),
    ),
    (
        "improvement",
        re.compile(rf"\b{LARGEST} (?:\w+ ){{0,2}}?improvement\b|\bimproved (?:the )?most\b|\bmost improved\b"),
    ),
    ("worsening", re.compile(rf"\b{LARGEST} (?:\w+ ){{0,2}}?(?:worsening|deterioration)\b")),
)
RECORD = re.compile(
    r"\b(highest|lowest)(?: \w+){0,2}? (?:on record|ever|yet|to date|in (?:\w+ )?years)\b|\brecord (high|low)\b"
    r"|\bnever been (higher|lower)\b"
)


@dataclass(frozen=True, slots=True)
class Extreme:
    """An extreme that a sentence claims, with its place in the folded text."""

    kind: Kind
    text: str
    start: int
    end: int


def extremes(text: str) -> Iterator[Extreme]:
    """The extremes that a folded text claims of a measure."""
    for kind, shape in SHAPES:
        for match in shape.finditer(text):
            yield Extreme(kind, match[0], match.start(), match.end())
    for match in RECORD.finditer(text):
        word = next(filter(None, match.groups()))
        yield Extreme(
            "highest" if word in ("highest", "high", "higher") else "lowest", match[0], match.start(), match.end()
        )


class Superlatives:
    """Holds claimed extremes against the tables of measures."""

    def __init__(self, holdings: Holdings) -> None:
        self._holdings = holdings

    def find(self, subject: Subject, extreme: Extreme) -> Finding | None:
        """What the tables say of a measure that is claimed to be an extreme; None where it is of no measure surely."""
        every = rows_of(subject, self._holdings) if subject.sure else []
        rows = [o for o in of_period(every, subject.period, self._holdings) if o.value is not None and o.measure.code]
        if not rows:
            return None
        if extreme.kind in ("highest", "lowest"):
            return self._on_record(rows[0], every, extreme.kind)
        return self._of_year(rows[0], extreme.kind)

    def _of_year(self, row: Observation, kind: Kind) -> Finding | None:
        """Whether no measure of the service moved further that way in the year."""
        edition = next((e for e in self._holdings.editions if row in e.document.observations), None)
        moved = (
            [(o, size) for o in edition.measured(row.measure.service) if (size := _size(o, kind)) > 0]
            if edition
            else []
        )
        if not moved:
            return None
        most = max(size for _, size in moved)
        first = next(o for o, size in moved if size == most)
        right = _size(row, kind) == most
        reason = (
            f"The largest {kind} {phrases.where(row)} was that of {phrases.measure_name(first.measure)}: "
            f"{phrases.difference(first.change or Decimal(0), first)}."
        )
        return Finding(
            verdict="supported" if right else "contradicted",
            published=f"{phrases.measure_name(first.measure)}: {phrases.difference(first.change or Decimal(0), first)}",
            reason=reason,
            citation=sources.of_rows(self._holdings, [first]),
        )

    def _on_record(self, row: Observation, every: list[Observation], kind: Kind) -> Finding:
        """Whether a higher (lower) figure of the measure is held; of years that are not held nobody can say."""
        others = [o for o in every if o.value is not None and family(o.measure) == family(row.measure) and o is not row]
        beyond = [o for o in others if (o.value > row.value if kind == "highest" else o.value < row.value)]  # type: ignore[operator]
        if beyond:
            other = beyond[-1]
            was = f"{phrases.amount(other)} {phrases.where(other)}"
            reason = f"It was {phrases.amount(row)} {phrases.where(row)}, but {was}."
            return Finding(
                verdict="contradicted", published=was, reason=reason,
                citation=sources.of_rows(self._holdings, [other]),
            )  # fmt: skip
        years = phrases.listed(dict.fromkeys(o.period.label for o in every if o.value is not None))
        side = "higher" if kind == "highest" else "lower"
        reason = f"The publications held give this measure for {years} only, in which there is none {side}."
        return Finding(verdict="not_found", reason=reason, citation=sources.of_rows(self._holdings, [row]))


def _size(row: Observation, kind: Kind) -> Decimal:
    """How far a row moved the way that is claimed, percentage points; 0 or less where it moved the other way or not."""
    change = change_of(row, ()) or Decimal(0)
    if kind in ("improvement", "worsening"):
        better = calculate.is_improvement(row, change)
        return abs(change) if better is (kind == "improvement") else Decimal(0)
    return change if kind == "rise" else -change
