"""The figures of measures by region and by part of a year, arranged for looking up.

They come from data tables and from any other table that crosses measures with regions and quarters. A bulletin's own
figures of the whole are none of them.
"""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property

from assistant.families import Family, family
from assistant.words import stems
from corpus.aliases import aliases, area_named
from corpus.models import ENGLAND_AND_WALES, Document, Measure, Observation
from corpus.periods import Period


@dataclass(frozen=True, slots=True)
class Place:
    """What a figure is of."""

    family: Family
    area: str
    period: Period
    code: str  # of the version of the measure


class Breakdowns:
    """The figures of measures by area and period, each as the latest publication gives it."""

    def __init__(
        self, documents: Iterable[Document], measures: Sequence[Measure] = (), lower: Collection[Family] = ()
    ) -> None:
        """`measures` are those of the bulletins, `lower` those of which the bulletins say that lower is better."""
        self._measures, self._lower = measures, lower
        self._held: dict[Place, list[Observation]] = {}
        self._wholes = {ENGLAND_AND_WALES, *aliases().parts}
        for document in sorted(documents, key=_published, reverse=True):
            self._wholes.add(area_named(document.publication.geography))
            for place, observation in self._certain(document):
                self._held.setdefault(place, []).append(observation)

    @cached_property
    def measures(self) -> Mapping[Family, Measure]:
        """The measures broken down, each as last published."""
        found: dict[Family, Measure] = {}
        for place, rows in self._held.items():
            found.setdefault(place.family, rows[0].measure)
        return found

    @cached_property
    def every_version(self) -> tuple[Measure, ...]:
        """The measures broken down, every version of each."""
        return tuple({(place.family, place.code): rows[0].measure for place, rows in self._held.items()}.values())

    @cached_property
    def areas(self) -> tuple[str, ...]:
        """The areas of all figures, in the order printed, wholes last."""
        return tuple(sorted(dict.fromkeys(place.area for place in self._held), key=self._wholes.__contains__))

    def is_region(self, area: str) -> bool:
        """Whether an area is one of the regions that a whole has."""
        return area not in self._wholes

    def at(self, one: Family, area: str, period: Period, codes: Collection[str] = ()) -> Observation | None:
        """The figure of a measure, area and period as last published; None where there is none.

        Of several versions of the measure it is that of one of `codes`, else the last.
        """
        held = self._versions.get((one, area, period), ())
        code = next((code for code in held if code in codes), max(held, default=""))
        rows = self._held.get(Place(one, area, period, code))
        return rows[0] if rows else None

    def versions(self, observation: Observation) -> list[Observation]:
        """The figures of other versions of a measure for the same area and period."""
        one = family(observation.measure)
        held = self._versions.get((one, observation.area, observation.period), ())
        others = (code for code in held if code != observation.measure.code)
        return [self._held[Place(one, observation.area, observation.period, code)][0] for code in others]

    def earlier(self, observation: Observation) -> Observation | None:
        """What an earlier publication gives otherwise for the same; None where none does."""
        place = Place(family(observation.measure), observation.area, observation.period, observation.measure.code)
        rows = self._held.get(place, ())
        return next((o for o in rows if o.value != observation.value), None) if observation in rows else None

    def of(self, one: Family, period: Period, codes: Collection[str] = ()) -> list[Observation]:
        """The figures of a measure in every region, without the whole, in the order printed; all of one version."""
        regions = [area for area in self.areas if self.is_region(area)]
        held = dict.fromkeys(code for area in regions for code in self._versions.get((one, area, period), ()))
        version = next((code for code in held if code in codes), max(held, default=""))
        return [self._held[p][0] for area in regions if (p := Place(one, area, period, version)) in self._held]

    def rows(self, one: Family) -> list[Observation]:
        """Every figure of a measure, in the order printed."""
        return [rows[0] for place, rows in self._held.items() if place.family == one]

    def periods(self, one: Family, area: str = "") -> tuple[Period, ...]:
        """The periods that a measure is given for, oldest first: in an area, or anywhere."""
        return self._periods.get((one, area), ())

    @cached_property
    def _versions(self) -> Mapping[tuple[Family, str, Period], tuple[str, ...]]:
        found: dict[tuple[Family, str, Period], tuple[str, ...]] = {}
        for place in self._held:
            key = (place.family, place.area, place.period)
            found[key] = (*found.get(key, ()), place.code)
        return found

    @cached_property
    def _periods(self) -> Mapping[tuple[Family, str], tuple[Period, ...]]:
        found: dict[tuple[Family, str], set[Period]] = {}
        for place in self._held:
            for area in ("", place.area):
                found.setdefault((place.family, area), set()).add(place.period)
        return {key: tuple(sorted(periods)) for key, periods in found.items()}

    def _certain(self, document: Document) -> Iterator[tuple[Place, Observation]]:
        """The figures of a document of which it gives no other value elsewhere."""
        found: dict[Place, list[Observation]] = {}
        for observation in document.observations:
            if observation.cell is None and not (document.publication.data_tables and observation.measure.code):
                continue
            aligned = self._aligned(observation)
            place = Place(family(aligned.measure), aligned.area, aligned.period, aligned.measure.code)
            found.setdefault(place, []).append(aligned)
        for place, same in found.items():
            if len({(o.value, o.value is None and o.shown) for o in same}) == 1:
                yield place, max(same, key=lambda o: o.target is not None)

    def aligned(self, measure: Measure) -> Measure:
        """A measure that names no service as the bulletins' of its code; of several services', the likest by name."""
        same = [m for m in self._measures if m.code == measure.code] if measure.code and not measure.service else []
        if len({m.service for m in same}) > 1:
            own = set(stems(measure.name))
            shared = sorted(((len(own & set(stems(m.name))), m.service) for m in same), reverse=True)
            same = [m for m in same if m.service == shared[0][1]] if shared[0][0] > shared[1][0] else []
        return replace(measure, service=same[0].service) if same else measure

    def _aligned(self, observation: Observation) -> Observation:
        """A figure as one of the bulletins' measure, and by its direction."""
        measure = self.aligned(observation.measure)
        lower = observation.lower_is_better or family(measure) in self._lower
        return replace(observation, measure=measure, lower_is_better=lower)


def _published(document: Document) -> tuple[date, str]:
    return document.publication.published or date.min, document.publication.id
