"""Whose figures were understood: the area, the service, the publication; and what each can be set to."""

from collections.abc import Sequence
from dataclasses import replace
from functools import cached_property

from assistant import phrases, shapes
from assistant.answers import Choice, Understood
from assistant.chips.facet import entry
from assistant.counted import service_of
from assistant.draft import Draft
from assistant.editions import editions_of
from assistant.holdings import Family, Holdings, family
from assistant.measure_rows import choose
from assistant.query import Query
from assistant.rating_lists import PARTS, of_one_part
from assistant.turns import Kind
from assistant.words import fold
from corpus.aliases import aliases
from corpus.models import ENGLAND_AND_WALES
from corpus.periods import Period

ALL_REGIONS = "all regions"
EVERYWHERE = "all publications"


class Areas:
    """The area of questions about figures. Ratings are published of regions, measures of the whole alone."""

    kind: Kind = "area"

    def __init__(self, holdings: Holdings) -> None:
        self._holdings = holdings

    def understood(self, query: Query) -> Understood | None:
        """The area of a query; one that nothing is published for can be set to the whole."""
        carried = "area" in query.carried
        if query.topic == "ratings":
            value = phrases.listed(query.areas) or self._regions(query)
            found = [Choice(area, area) for area in self._holdings.areas]
            if query.areas and not shapes.SCORE_BEHIND.search(fold(query.question)):
                found.insert(0, Choice(ALL_REGIONS, self._regions(query)))
            return entry("Area", value, self.kind, _with_own(value, found), carried=carried)
        if query.topic in ("measure", "tally") and query.areas:
            value = phrases.listed(query.areas)
            of_whole = Choice(ENGLAND_AND_WALES, ENGLAND_AND_WALES)
            return entry("Area", value, self.kind, (Choice(value, value), of_whole), carried=carried)
        value = self._whole(query)
        return Understood("Area", value, carried=carried) if value else None

    def changed(self, query: Query, key: str) -> Query:
        """The query of an area, or of all regions; figures that are of the whole name no area."""
        if key == ALL_REGIONS:
            changed = replace(query, areas=())
        elif key in self._holdings.areas:
            rated = query.topic == "ratings" or key != ENGLAND_AND_WALES
            changed = replace(query, areas=(key,) if rated else ())
        else:
            return query
        rated_so = f"Why was {key} rated so?" if query.why and query.topic == "ratings" else query.search
        return replace(changed, search=rated_so)

    def _regions(self, query: Query) -> str:
        """All regions, or those of the part of the whole that a question is about."""
        return f"Regions of {PARTS[0]}" if of_one_part(Draft(query, self._holdings)) else "All regions"

    def _whole(self, query: Query) -> str:
        """The area of the figures that answer a query without one, or "" where it is about none."""
        if query.topic == "measure":
            held = self._holdings.of(query.families)
            rows = choose(query, held)[0] or held[-1:]
            by_region = rows and rows[0].measure.code and shapes.BY_REGION.search(fold(query.question))
            return "Each region" if by_region else phrases.listed(dict.fromkeys(o.area for o in rows))
        if query.topic == "tally" and shapes.BY_REGION.search(fold(query.question)):
            return "Each region"
        return ENGLAND_AND_WALES if query.topic in ("tally", "ranking") else phrases.listed(query.areas)


class Services:
    """The service whose measures a question is about: of every count, of a measure where two services have its code."""

    kind: Kind = "service"

    def __init__(self, holdings: Holdings) -> None:
        self._holdings = holdings

    def understood(self, query: Query) -> Understood | None:
        """The service of a query, where it makes a difference."""
        if query.topic not in ("tally", "ranking", "measure"):
            return None
        if query.topic == "measure":
            mine, others = self._of_measure(query)
        else:
            mine, others = [service_of(query, self._holdings)], self._counted(query)
        if not any(mine):
            return None
        value = phrases.listed(map(named, mine))
        choices = [Choice(service, named(service)) for service in others]
        return entry("Service", value, self.kind, _with_own(value, choices))

    def changed(self, query: Query, key: str) -> Query:
        """The query about the measures of a service: of its own of the same code, where a measure is asked about."""
        if key not in aliases().services:
            return query
        if query.topic in ("tally", "ranking"):
            return replace(query, service=key, services=())
        found = self._same_code(query, key)
        return replace(query, families=found, codes=(), close=False, service=key) if found else query

    def _of_measure(self, query: Query) -> tuple[list[str], list[str]]:
        """The services of a query about measures, and those that have a measure of the code; nothing where one has."""
        others = [service for service in aliases().services if self._same_code(query, service)]
        held = {one.service for one in query.families}
        if query.service:
            return [query.service], others
        matters = len({*others, *held}) > 1 or held != {self._holdings.main_service}
        return [service for service in aliases().services if service in held and matters], others

    def _counted(self, query: Query) -> list[str]:
        """The services of which the bulletins of a query have what it counts."""
        years = [edition.year for edition in editions_of(query, self._holdings)]
        has = {s: [self._measured[s, year] for year in years] for s in aliases().services}
        return [s for s, found in has.items() if any(one and one >= set(query.families) for one in found)]

    def _same_code(self, query: Query, service: str) -> tuple[Family, ...]:
        found = (one for f in query.families for one in self._coded.get((service, f.letters, f.digits), ()))
        return tuple(dict.fromkeys(found))

    @cached_property
    def _coded(self) -> dict[tuple[str, str, str], list[Family]]:
        """The measures of each service, letters and number of a code, whatever part or revision."""
        found: dict[tuple[str, str, str], list[Family]] = {}
        for one in dict.fromkeys(map(family, self._holdings.measures)):
            if one.letters:
                found.setdefault((one.service, one.letters, one.digits), []).append(one)
        return found

    @cached_property
    def _measured(self) -> dict[tuple[str, Period], frozenset[Family]]:
        """The measures of each service and year that have a target."""
        editions = self._holdings.editions
        return {
            (service, edition.year): frozenset(family(o.measure) for o in edition.measured(service))
            for service in aliases().services
            for edition in editions
        }


class Publications:
    """The publications that a question for their text is answered from."""

    kind: Kind = "publication"

    def __init__(self, holdings: Holdings) -> None:
        self._holdings = holdings

    def understood(self, query: Query) -> Understood | None:
        """The publication of a table, those named, or all that are held."""
        if query.cells is not None:
            return Understood("Publication", query.cells.grid.publication.title)
        mine = query.within or query.publications
        value = phrases.listed(self._holdings.publication(one).title for one in mine) or "All publications held"
        found = [Choice(EVERYWHERE, "All publications held")]
        found += [Choice(d.publication.id, d.publication.title) for d in self._holdings.documents]
        return entry("Publication", value, self.kind, _with_own(value, found), carried="publication" in query.carried)

    def changed(self, query: Query, key: str) -> Query:
        """The query whose quotes are of one publication, or of all."""
        if key == EVERYWHERE:
            return replace(query, within=(), publications=())
        held = any(document.publication.id == key for document in self._holdings.documents)
        return replace(query, within=(key,)) if held else query


def named(service: str) -> str:
    """What people call a service, with its short form: "Commissioned Rehabilitative Services (CRS)"."""
    called = aliases().services.get(service, (service,))[0]
    return called if service in called else f"{called} ({service})"


def _with_own(value: str, found: Sequence[Choice]) -> Sequence[Choice]:
    """Choices with what is set now first, where it is none of them."""
    return found if any(value == choice.label for choice in found) else (Choice(value, value), *found)
