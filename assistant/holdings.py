"""What is held, arranged for looking up: editions, measures, areas, and the rows that answer."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import ROUND_HALF_UP
from functools import cached_property

from assistant.breakdowns import Breakdowns
from assistant.families import Family, family
from assistant.words import stems
from corpus.aliases import aliases
from corpus.models import (
    ENGLAND_AND_WALES,
    Band,
    Document,
    Measure,
    Observation,
    Passage,
    PrintedCount,
    Publication,
    Table,
)
from corpus.periods import Period, find_periods
from index import lookup

__all__ = ["Edition", "Family", "Holdings", "family"]


@dataclass(frozen=True, slots=True)
class Edition:
    """One year's bulletin: a document with measures or ratings, and the year they are of."""

    year: Period
    document: Document

    def measured(self, service: str = "") -> list[Observation]:
        """The measures with a target, of one service or of all, in the order of the table."""
        found = lookup.observations([self.document], service=service or None)
        return [o for o in found if o.measure.code and o.target_shown and o.cell is None]

    def ratings(self, area: str | None = None) -> list[Observation]:
        """The scorecard ratings: of one area, or of the regions and the whole."""
        return lookup.observations([self.document], unit="rating", area=area)

    def counts(self, what: str, service: str) -> list[PrintedCount]:
        """The counts the bulletin prints for its own year."""
        return [c for c in self.document.counts if c.what == what and c.service == service and c.period == self.year]


class Holdings:
    """The documents held. Everything a question can name is recognised against this."""

    def __init__(self, documents: Iterable[Document]) -> None:
        self.documents: Sequence[Document] = tuple(documents)
        self._by_id = {d.publication.id: d for d in self.documents}
        self._tables: dict[tuple[str, str], list[Table]] = {}
        for table in (t for d in self.documents for t in d.tables):
            self._tables.setdefault((table.locator.publication, table.locator.place), []).append(table)

    def publication(self, identifier: str) -> Publication:
        """The publication of an id. Raises KeyError where it is not held."""
        return self._by_id[identifier].publication

    def document(self, observation: Observation) -> Document:
        """The document an observation stands in."""
        return self._by_id[observation.locator.publication]

    def table(self, observation: Observation) -> tuple[Table, int]:
        """The table an observation stands in, and the index of its row."""
        locator = observation.locator
        for table in self._tables[locator.publication, locator.place]:
            if observation.cell is not None:
                if _prints(table, observation):
                    return table, observation.cell[0]
                continue
            for number, row in enumerate(table.rows):
                if observation.shown in row and (locator.row in row or _coded(row[0], locator.row)):
                    return table, number
        raise KeyError(f"{locator} is not a row of its table")

    @cached_property
    def editions(self) -> tuple[Edition, ...]:
        """The bulletins held, oldest first; the data tables that accompany one are none."""
        found = []
        for document in (d for d in self.documents if not d.publication.data_tables):
            held = (o for o in document.observations if o.cell is None)
            years = [o.period for o in held if o.measure.code or o.unit == "rating"]
            whole = [p for p in years if p.is_performance_year]
            if whole:
                found.append(Edition(max(whole), document))
        return tuple(sorted(found, key=lambda edition: edition.year))

    @property
    def main_service(self) -> str:
        """The service that is meant where none is named, as measures name it."""
        return aliases().main_service

    @property
    def latest(self) -> Edition | None:
        """The bulletin of the latest year."""
        return self.editions[-1] if self.editions else None

    def edition(self, period: Period) -> Edition | None:
        """The bulletin of a year."""
        return next((e for e in self.editions if e.year == period), None)

    @cached_property
    def measures(self) -> tuple[Measure, ...]:
        """Every measure of a series: with a code, or one row of numbers per period; last those of breakdowns alone."""
        found = dict.fromkeys(o.measure for o in self._plain if self._is_series(o))
        known = {(family(measure), measure.code) for measure in found}
        others = (m for m in self.breakdowns.every_version if (family(m), m.code) not in known)
        return (*found, *others)

    @cached_property
    def breakdowns(self) -> Breakdowns:
        """The figures of measures by region and by part of a year."""
        plain = dict.fromkeys(o.measure for o in self._plain if o.measure.code)
        lower = {family(o.measure) for o in self._plain if o.lower_is_better}
        return Breakdowns(self.documents, tuple(plain), lower)

    @cached_property
    def _plain(self) -> tuple[Observation, ...]:
        """The observations of bulletins and reports, without those that break measures down."""
        documents = [d for d in self.documents if not d.publication.data_tables]
        return tuple(o for o in lookup.observations(documents) if o.cell is None)

    def _is_series(self, observation: Observation) -> bool:
        if observation.measure.code:
            return True
        label = observation.locator.row
        return observation.unit != "rating" and any(m.text == label for m in find_periods(label))

    @cached_property
    def codes(self) -> frozenset[str]:
        """The codes of the measures held, as printed."""
        return frozenset(measure.code for measure in self.measures if measure.code)

    @cached_property
    def areas(self) -> tuple[str, ...]:
        """The areas that ratings or breakdowns are published for, the whole last."""
        named = dict.fromkeys((*(o.area for e in self.editions for o in e.ratings()), *self.breakdowns.areas))
        return (*(a for a in named if a != ENGLAND_AND_WALES), ENGLAND_AND_WALES)

    def of(self, families: Iterable[Family]) -> list[Observation]:
        """The observations of measure families, oldest first."""
        wanted = dict.fromkeys(families)
        found = [place for one in wanted for place in self._by_family.get(one, ())]
        return [o for _, o in sorted(found, key=lambda place: (place[1].period, place[0]))]

    @cached_property
    def _by_family(self) -> dict[Family, list[tuple[int, Observation]]]:
        """The observations of every measure family, with their places among all."""
        found: dict[Family, list[tuple[int, Observation]]] = {}
        for place, observation in enumerate(self._plain):
            found.setdefault(family(observation.measure), []).append((place, observation))
        return found

    def echoes(self, observation: Observation) -> list[Observation]:
        """Rows of other publications that print this measure's figure, whole or rounded, with the same target.

        They carry no code, so they are known by target, rounded value, overlapping period and shared words.
        """
        if not observation.measure.code:
            return []
        return [o for o in self._echoing if _echoes(o, observation)]

    @cached_property
    def _echoing(self) -> list[Observation]:
        """The rows that may print another's figure: those with a figure and a target, and no code."""
        return [o for o in self._plain if not o.measure.code and o.value is not None and o.target is not None]

    def originals(self, table: Table, row: int) -> list[Observation]:
        """The measures that a row of another publication's table prints rounded."""
        place = table.locator
        mine = [
            o
            for o in self._plain
            if o.target is not None
            and not o.measure.code
            and (o.locator.publication, o.locator.place) == (place.publication, place.place)
            and self.table(o) == (table, row)
        ]
        return [o for o in self._plain if o.measure.code and any(_echoes(m, o) for m in mine)]

    def bands(self, year: Period | None) -> tuple[Band, ...]:
        """The ratings and thresholds of a year's bulletin; with no year, of the latest that prints any."""
        chosen = [e for e in self.editions if e.document.bands and year in (None, e.year)]
        return chosen[-1].document.bands if chosen else ()

    def passages(self) -> Iterable[tuple[Publication, Passage]]:
        """Every passage held, with its publication."""
        return ((d.publication, p) for d in self.documents for p in d.passages)


def _echoes(echo: Observation, original: Observation) -> bool:
    """Whether one row without a code prints the figure of a measure, whole or rounded, with the same target."""
    if echo.measure.code or echo.value is None or original.value is None or original.target is None:
        return False
    if echo.target != original.target or not echo.period.holds(original.period):
        return False
    if echo.value != original.value.quantize(echo.value, ROUND_HALF_UP):
        return False
    name = set(stems(original.measure.name))
    return len(name & set(stems(echo.measure.name))) >= min(2, len(name))


def _prints(table: Table, observation: Observation) -> bool:
    """Whether a table prints an observation in the cell that it was read from."""
    row, column = observation.cell or (0, 0)
    if table.locator.at != observation.locator.at:
        return False
    return row < len(table.rows) and column < len(table.headers) and table.rows[row][column] == observation.shown


def _coded(label: str, code: str) -> bool:
    return bool(code) and re.search(rf"(?<!\w){re.escape(code)}(?!\w)", label) is not None
