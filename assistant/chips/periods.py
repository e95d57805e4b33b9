"""The period that was understood, and the years it can be set to: those for which something of the sort is held."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from functools import cached_property, lru_cache

from assistant import phrases, shapes
from assistant.answers import Choice, Understood
from assistant.chips.facet import entry
from assistant.editions import editions_of
from assistant.holdings import Edition, Family, Holdings
from assistant.measure_rows import choose
from assistant.query import Query, Topic
from assistant.rating_premises import MOVES, NEVER, from_to
from assistant.turns import Kind
from assistant.words import fold
from corpus.models import Observation
from corpus.periods import Period

EVERY = "every year held"
BY_EDITION = ("tally", "ranking", "ratings", "bands")


class Periods:
    """The periods of questions about figures; of others those they name."""

    kind: Kind = "period"

    def __init__(self, holdings: Holdings) -> None:
        self._holdings = holdings
        self._held: dict[Family, tuple[Period, ...]] = {}
        self._published = lru_cache(self._years_of)

    def understood(self, query: Query) -> Understood | None:
        """The periods of a query, each year held that it can be set to, and all of them."""
        carried = "period" in query.carried
        years = self._years(query)
        if not years or query.states or _of_two_years(query):
            named = phrases.listed(p.label for p in query.periods or self._two_years(query))
            return Understood("Period", named, carried=carried) if named else None
        own = self._own(query, years)
        found = [Choice(year.label, self._label(year, years, query)) for year in years]
        if len(years) > 1:
            found.append(Choice(EVERY, f"Every year held ({years[-1].label} to {years[0].label})"))
        present = next((choice for choice in found if choice.key == own), Choice(own, own))
        choices = found if present in found else [present, *found]
        return entry("Period", present.label, self.kind, choices, carried=carried)

    def changed(self, query: Query, key: str) -> Query:
        """The query of the year of a key, or of every year."""
        if key == EVERY:
            return replace(query, periods=(), spread=True)
        period = self._by_label.get(key)
        return query if period is None else replace(query, periods=(period,), spread=False)

    def _own(self, query: Query, years: Sequence[Period]) -> str:
        """The key of what a query is of: the label of its year, or words of its own for anything else."""
        if query.spread and len(query.periods) == 1:
            return f"{query.periods[0].label} onwards"
        if query.periods:
            return phrases.listed(period.label for period in query.periods)
        never = query.topic == "ratings" and query.areas and NEVER.search(fold(query.question))
        if (query.spread or never) and len(years) > 1:
            return EVERY
        if query.topic != "measure":
            return years[0].label
        rows = choose(query, self._holdings.of(query.families))[0]
        return max(map(self._year, rows), default=years[0]).label

    def _years(self, query: Query) -> tuple[Period, ...]:
        """The years in which there is something of what a query asks for, the latest first."""
        if query.topic == "measure":
            held = [self._of(one) for one in query.families]
            return tuple(year for year in held[0] if all(year in other for other in held)) if held else ()
        moving = query.state in MOVES or query.also != ""
        found = self._published(query.topic, query.service, moving) if query.topic in BY_EDITION else ()
        moved = query.topic == "ratings" and (query.state in MOVES or from_to(query, self._holdings))
        return tuple(reversed(found[1:] if moved else found))

    def _years_of(self, topic: Topic, service: str, moving: bool) -> tuple[Period, ...]:
        """The years of the bulletins that have something for a topic, oldest first."""
        return tuple(e.year for e in self._holdings.editions if _has(e, topic, service, moving))

    def _of(self, one: Family) -> tuple[Period, ...]:
        """The years of a measure, the latest first."""
        if one not in self._held:
            found = map(self._year, self._holdings.of([one]))
            self._held[one] = tuple(sorted(set(found), reverse=True))
        return self._held[one]

    def _year(self, observation: Observation) -> Period:
        """The year that a row is of: that of its bulletin, of which it may be a part."""
        year = self._editions.get(observation.locator.publication)
        return year if year and year.holds(observation.period) else observation.period

    def _label(self, year: Period, years: Sequence[Period], query: Query) -> str:
        if year != years[0]:
            return year.label
        latest = self._holdings.latest
        behind = query.topic == "measure" and query.families[0].letters and latest and year < latest.year
        return f"{year.label} (latest{' for this measure' if behind else ''})"

    def _two_years(self, query: Query) -> Iterable[Period]:
        """The years between which targets are said to have moved, where none are named."""
        if not _of_two_years(query):
            return ()
        return [edition.year for edition in editions_of(replace(query, spread=True), self._holdings)[-2:]]

    @cached_property
    def _editions(self) -> dict[str, Period]:
        """The year of each bulletin."""
        return {edition.document.publication.id: edition.year for edition in self._holdings.editions}

    @cached_property
    def _by_label(self) -> dict[str, Period]:
        every = [edition.year for edition in self._holdings.editions]
        every += [self._year(o) for d in self._holdings.documents for o in d.observations]
        return {period.label: period for period in every}


def _has(edition: Edition, topic: Topic, service: str, moving: bool) -> bool:
    """Whether a bulletin has something for a topic: thresholds, ratings, or measures (`moving`: with a change)."""
    if topic == "bands":
        return bool(edition.document.bands)
    if topic == "ratings":
        return bool(edition.ratings())
    return any(o.change is not None or not moving for o in edition.measured(service))


def _of_two_years(query: Query) -> bool:
    """Whether a query is about targets that moved from one year to another."""
    moved = query.topic == "tally" and query.state not in ("met", "missed")
    return moved and shapes.TARGETS_MOVED.search(fold(query.question)) is not None
