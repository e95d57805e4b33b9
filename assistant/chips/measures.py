"""The measure that was understood, and the measures it can be set to: like ones first."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import replace
from functools import cached_property, lru_cache

from assistant import phrases
from assistant.answers import Choice, Understood
from assistant.chips.facet import entry
from assistant.holdings import Family, Holdings, family
from assistant.measure_rows import choose
from assistant.query import Query
from assistant.turns import Kind
from assistant.words import stems
from corpus.models import Observation
from corpus.periods import Period

LAST_ASKED = 32  # periods for which the names of measures are kept


class Measures:
    """The measures of questions about figures of measures; of counts of some measures, which those are."""

    kind: Kind = "measure"

    def __init__(self, holdings: Holdings) -> None:
        self._holdings = holdings
        self._near: dict[Family, tuple[Family, ...]] = {}
        self._named = lru_cache(maxsize=LAST_ASKED)(self._choices)

    def understood(self, query: Query) -> Understood | None:
        """The measures of a query. Offered are those published for its periods, those that its words fit first."""
        carried = "measure" in query.carried
        if query.topic in ("tally", "ranking") and query.families:
            return Understood("Measures", "; ".join(map(self._label, self._held(query.families))), carried=carried)
        if query.topic not in ("measure", "direction"):
            return None
        value = self._value(query)
        own = Choice(" + ".join(map(key, query.families)) or value, value)
        return entry("Measure", value, self.kind, (own, *self._offered(query)), carried=carried)

    def changed(self, query: Query, key: str) -> Query:
        """The query about the measure of a key; words that named another are no longer searched by."""
        one = self._by_key.get(key)
        if one is None or query.topic not in ("measure", "direction"):
            return query
        held = self._rows[one]
        name = held[-1].measure.name
        return replace(
            query,
            families=(one,),
            close=False,
            codes=tuple(dict.fromkeys(o.measure.code for o in held if o.measure.code)),
            unknown_codes=(),
            service=query.service if query.service == one.service else "",
            search=f"Why {name}" if query.why else name,
        )

    def _value(self, query: Query) -> str:
        """The names of the rows that answer; how many measures fit, where it is asked which is meant."""
        if not query.families:
            return f"{phrases.listed(query.unknown_codes)} (not held)"
        held = self._holdings.of(query.families)
        if query.topic == "direction":
            return _names([o for o in held if o.target_shown][-1:])
        rows = choose(query, held)[0]
        if query.close and len({family(o.measure) for o in rows}) != 1:
            return f"{len(query.families)} measures fit"
        return _names(rows) or "; ".join(map(self._label, self._held(query.families)))

    def _offered(self, query: Query) -> Iterable[Choice]:
        """Other measures as they are offered: those that fit the words, then those of the service, like ones first."""
        fitting = query.families if query.close else query.fitting
        near = [near for one in self._held(query.families) for near in self._like(one)]
        found = dict.fromkeys((*fitting, *(near or self._of_main_service)))
        of = self._of_target if query.topic == "direction" else self._named(query.periods, query.spread)
        return [of[one] for one in found if one in of and (one,) != query.families]

    def _choices(self, periods: tuple[Period, ...], spread: bool) -> dict[Family, Choice]:
        """Every measure that is published for periods (for none: at all), by its name in them."""
        asked = Query(question="", periods=periods, spread=spread)
        named = {one: _names(choose(asked, rows)[0]) for one, rows in self._rows.items()}
        return {one: Choice(key(one), name) for one, name in named.items() if name}

    @cached_property
    def _of_target(self) -> dict[Family, Choice]:
        """The measures that have a target, whose direction can be asked."""
        return {
            one: Choice(key(one), self._label(one))
            for one, rows in self._rows.items()
            if any(o.target_shown for o in rows)
        }

    def _like(self, one: Family) -> tuple[Family, ...]:
        """The measures of the service of one, by how much of its name they share, then by name."""
        if one not in self._near:
            mine = self._stems[one]
            shared = {
                other: sum(1 / self._common[word] for word in sorted(mine & self._stems[other]))
                for other in self._stems
                if other.service == one.service
            }
            self._near[one] = tuple(sorted(shared, key=lambda other: (-shared[other], self._label(other))))
        return self._near[one]

    def _held(self, families: Iterable[Family]) -> list[Family]:
        return [one for one in families if one in self._rows]

    def _label(self, one: Family) -> str:
        """A measure as its latest row names it."""
        return phrases.measure_name(self._rows[one][-1].measure)

    @cached_property
    def _rows(self) -> dict[Family, list[Observation]]:
        """Every measure of bulletins and reports with its rows, oldest first."""
        families = dict.fromkeys(map(family, self._holdings.measures))
        return {one: rows for one in families if (rows := self._holdings.of([one]))}

    @cached_property
    def _by_key(self) -> dict[str, Family]:
        return {key(one): one for one in self._rows}

    @cached_property
    def _stems(self) -> dict[Family, frozenset[str]]:
        return {one: frozenset(stems(self._label(one))) for one in self._rows}

    @cached_property
    def _common(self) -> Counter[str]:
        """In how many measures' names a stem stands."""
        return Counter(word for found in self._stems.values() for word in found)

    @cached_property
    def _of_main_service(self) -> tuple[Family, ...]:
        main = [one for one in self._rows if one.service == self._holdings.main_service]
        return tuple(sorted(main, key=self._label))


def key(one: Family) -> str:
    """A measure in words that stay the same through its revisions: "Probation SL015a"; its name without a code."""
    return " ".join(part for part in (one.service, f"{one.letters}{one.digits}{one.part}") if part)


def _names(rows: Iterable[Observation]) -> str:
    """The names of the measures of rows, which may be several versions of one."""
    return "; ".join(dict.fromkeys(phrases.measure_name(o.measure) for o in rows))
