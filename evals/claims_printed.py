"""What bulletins print, as generated claims need it: measures, counts, ratings, and every figure near a measure.

Everything is worked out here from observations; nothing of the assistant's calculators is used.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import cached_property
from typing import Literal

from corpus.models import Band, Document, Observation
from corpus.periods import Period, performance_year
from evals.published import Outcome, outcomes

LEAST_MONTHS = 6
State = Literal["met", "missed", "improved", "declined"]
STATES: tuple[State, ...] = ("met", "missed", "improved", "declined")
OPPOSITE: dict[Outcome, Outcome] = {"met": "missed", "missed": "met", "improved": "declined", "declined": "improved"}


@dataclass(frozen=True)
class Row:
    """A measure with a value in one bulletin: its value, target and change with signs, in percent and points."""

    observation: Observation
    year: Period
    value: Decimal

    @property
    def code(self) -> str:
        """The code as printed."""
        return self.observation.measure.code

    @property
    def service(self) -> str:
        """Whose measure it is."""
        return self.observation.measure.service

    @property
    def key(self) -> tuple[str, str]:
        """The same measure in any bulletin."""
        return self.service, self.code

    @property
    def family(self) -> str:
        """The code without what marks a revision or a part: "SL015" of "SL015Ra"."""
        return re.sub(r"(?<=\d)\D+$", "", self.code)

    @property
    def target(self) -> Decimal | None:
        """Its target, percent."""
        return self.observation.target

    @property
    def change(self) -> Decimal | None:
        """Its printed change on the year before, percentage points."""
        return self.observation.change

    @property
    def over(self) -> Decimal:
        """How far it is above its target, percentage points; 0 without one."""
        return self.value - self.target if self.target is not None else Decimal(0)

    @property
    def outcomes(self) -> set[Outcome]:
        """What became of it."""
        return outcomes(self.observation)

    @property
    def higher_is_better(self) -> bool:
        """Whether more is better."""
        return not self.observation.lower_is_better

    def figures(self) -> Iterator[Decimal]:
        """Every figure that is printed for it or follows from two that are, without sign."""
        yield self.value
        if self.target is not None:
            yield from (self.target, abs(self.over))
        if self.change is not None:
            yield from (abs(self.change), self.value - self.change)


@dataclass(frozen=True)
class Bulletin:
    """The measures and ratings of one performance year."""

    document: Document
    year: Period

    @cached_property
    def rows(self) -> list[Row]:
        """The measures with a value that were active for most of the year, in the order of their tables."""
        coded = [one for one in self.document.observations if one.measure.code and one.unit == "percent"]
        return [
            Row(one, self.year, one.value)
            for one in coded
            if one.value is not None and one.counted and one.period.months >= LEAST_MONTHS
        ]

    @cached_property
    def brief(self) -> list[Row]:
        """The measures with a value that were active for part of the year."""
        coded = [one for one in self.document.observations if one.measure.code and one.unit == "percent"]
        return [
            Row(one, self.year, one.value)
            for one in coded
            if one.value is not None and one.period.months < LEAST_MONTHS
        ]

    @cached_property
    def ratings(self) -> dict[str, int]:
        """The rating of every area that is not the whole."""
        rated = [one for one in self.document.observations if one.unit == "rating" and one.value is not None]
        whole = self.document.publication.geography
        return {one.area: int(one.value or 0) for one in rated if one.area != whole}

    @cached_property
    def bands(self) -> dict[int, Band]:
        """The name and threshold of each rating."""
        return {band.rating: band for band in self.document.bands}

    def of(self, service: str) -> list[Row]:
        """The measures of a service."""
        return [row for row in self.rows if row.service == service]

    def count(self, service: str, state: State) -> tuple[int, int] | None:
        """How many measures of a service are in a state, of how many; None where one stands still or there are none."""
        rows = self.of(service)
        about = [row for row in rows if (row.target if state in ("met", "missed") else row.change) is not None]
        base = [row for row in about if {state, OPPOSITE[state]} & row.outcomes]
        if not base or len(base) < len(about):
            return None
        return sum(state in row.outcomes for row in base), len(base)


@dataclass(frozen=True)
class Printed:
    """All bulletins held, earliest first."""

    bulletins: Sequence[Bulletin]

    @classmethod
    def of(cls, documents: Iterable[Document]) -> "Printed":
        """The bulletins among documents: those whose measures have codes."""
        found = []
        for document in documents:
            periods = [one.period for one in document.observations if one.measure.code and one.unit == "percent"]
            if periods:
                found.append(Bulletin(document, _year_of(max(periods, key=lambda period: period.months))))
        return cls(sorted(found, key=lambda bulletin: bulletin.year))

    @cached_property
    def every(self) -> list[Row]:
        """Every measure of every bulletin."""
        return [row for bulletin in self.bulletins for row in (*bulletin.rows, *bulletin.brief)]

    @cached_property
    def pairs(self) -> list[tuple[Row, Row]]:
        """The same measure in two consecutive years, where the later bulletin compares them."""
        found = []
        for before, after in zip(self.bulletins, self.bulletins[1:], strict=False):
            old = {row.key: row for row in before.rows}
            for new in after.rows:
                earlier = old.get(new.key)
                if earlier and new.change is not None and new.change == new.value - earlier.value:
                    found.append((earlier, new))
        return found

    @cached_property
    def figures(self) -> set[Decimal]:
        """Every figure that is printed for any measure, or follows from two."""
        return {figure for row in self.every for figure in row.figures()}

    def readings(self, row: Row) -> set[Decimal]:
        """Every figure of a measure's family, in any year, revision, part or service."""
        name = row.observation.measure.name
        near = [one for one in self.every if one.family == row.family or one.observation.measure.name == name]
        values = [one.value for one in near if one.key == row.key]
        moved = {abs(a - b) for a in values for b in values}
        return {figure for one in near for figure in one.figures()} | moved

    def is_shared(self, row: Row) -> bool:
        """Whether two services have measures of its code, whatever the revision."""
        return len({one.service for one in self.every if one.family == row.family}) > 1


def _year_of(period: Period) -> Period:
    """The performance year that a period of it starts in."""
    return performance_year((period.first - 3) // 12)
