"""Understanding a question: from its words, what is held, and the turns before, to a Query.

The topic is the first of a visible list whose test the question passes; a question that none claims is
answered from passages.
"""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from assistant import shapes
from assistant.holdings import Edition, Family, Holdings
from assistant.query import Aspect, Query, State, Topic
from assistant.recognise import ASKING, Match, Recogniser, best, families, numbers
from assistant.words import contains, fold, stems, wording
from corpus.aliases import Aliases
from corpus.models import ENGLAND_AND_WALES
from corpus.periods import Mention, Period, find_periods, month, performance_year, without_periods

LEAST_TOLD, LEAST_NAMED, SURELY_NAMED, SURELY_TOLD = 0.6, 0.3, 0.75, 0.95
HALF_NAMED = 0.55  # of the name of a measure without a code
MOST_CHOICES = 6
RATING_WORDS = wording("rating")
TALLY_WORDS = wording("tally")


@dataclass(frozen=True, slots=True)
class Reading:
    """A question as the tests for topics see it: folded, slips mended, its names recognised."""

    text: str
    bare: str  # without the periods it names
    nameless: str  # without the areas either
    mentions: tuple[Mention, ...]
    matches: tuple[Match, ...]
    codes: tuple[Family, ...]
    printed: tuple[str, ...]
    unknown: tuple[str, ...]
    areas: tuple[str, ...]
    elsewhere: str
    service: str

    def has(self, shape: re.Pattern[str]) -> bool:
        """Whether the sentence has a shape."""
        return bool(shape.search(self.text))

    def residue(self, known: frozenset[str]) -> frozenset[str]:
        """The stems that neither `known` words, areas nor asking words account for."""
        return frozenset(s for s in stems(self.nameless) if s not in known and s not in ASKING and not s[0].isdigit())


class Understanding:
    """Reads questions against what is held."""

    def __init__(self, holdings: Holdings, aliases: Aliases) -> None:
        self._holdings = holdings
        self._aliases = aliases
        self._recogniser = Recogniser(holdings, aliases)
        self._tests: Sequence[tuple[Topic, Callable[[Reading], bool]]] = (
            ("outside", self._is_outside),
            ("published", self._is_published),
            ("direction", self._is_direction),
            ("bands", self._is_bands),
            ("ratings", self._is_ratings),
            ("measure", self._is_coded),
            ("ranking", self._is_ranking),
            ("tally", self._is_tally),
            ("measure", self._is_named),
        )

    def read(self, turns: Sequence[str]) -> Query:
        """The Query of a conversation's last question; the turns before fill what it leaves open."""
        query: Query | None = None
        for turn in turns:
            query = self._turn(turn, query)
        if query is None:
            raise ValueError("A conversation has at least one question.")
        return query

    def _turn(self, question: str, before: Query | None) -> Query:
        reading = self._reading(question)
        topic: Topic = next((topic for topic, test in self._tests if test(reading)), "passage")
        query = self._query(question, topic, reading)
        if before is None:
            return query
        return self._carried(query, before, reading)

    def _reading(self, question: str) -> Reading:
        text = shapes.PARLIAMENTARY.sub("", self._recogniser.mend(question))
        text = shapes.ASSESSMENT.sub("", text)
        mentions = tuple(find_periods(text))
        bare = without_periods(text)
        service = self._recogniser.service(text)
        coded, unknown = self._recogniser.codes(bare)
        if service:
            coded = [m for m in coded if m.service == service] or coded
        return Reading(
            text=text,
            bare=bare,
            nameless=self._recogniser.without_areas(bare),
            mentions=mentions,
            matches=tuple(self._recogniser.measures(bare, service)),
            codes=tuple(dict.fromkeys(families(Match(m, 1, 1) for m in coded))),
            printed=tuple(m.code for m in coded),
            unknown=tuple(unknown),
            areas=self._recogniser.areas(bare),
            elsewhere=self._recogniser.elsewhere(bare),
            service=service,
        )

    # The tests for topics, in the order of the list above.

    def _is_outside(self, reading: Reading) -> bool:
        return bool(reading.elsewhere) and not reading.codes

    def _is_published(self, reading: Reading) -> bool:
        return reading.has(shapes.PUBLISHED) and not reading.has(shapes.NEXT)

    def _is_direction(self, reading: Reading) -> bool:
        return reading.has(shapes.DIRECTION) and bool(reading.codes or self._named(reading)) and not reading.mentions

    def _is_bands(self, reading: Reading) -> bool:
        about = self._speaks_of_ratings(reading) or reading.residue(frozenset()) <= self._rating_words
        wanted = reading.has(shapes.BANDS) or bool(numbers(reading.text) and self._speaks_of_ratings(reading))
        return wanted and about and not reading.residue(self._rating_words)

    def _is_ratings(self, reading: Reading) -> bool:
        if reading.has(shapes.WHY_OR_HOW) and not reading.areas:
            return False
        if reading.areas and reading.has(shapes.SCORE_BEHIND):
            return not reading.residue(self._rating_words)
        asked = reading.has(shapes.REGIONS) and (reading.has(shapes.COUNT) or reading.has(shapes.MOST))
        about = self._speaks_of_ratings(reading) or asked
        return about and not reading.residue(self._rating_words)

    def _is_coded(self, reading: Reading) -> bool:
        return bool(reading.codes or reading.unknown)

    def _is_ranking(self, reading: Reading) -> bool:
        return (
            reading.has(shapes.MOST)
            and not reading.residue(TALLY_WORDS)
            and (reading.has(shapes.MEASURES) or reading.has(shapes.IMPROVED) or reading.has(shapes.DECLINED))
        )

    def _is_tally(self, reading: Reading) -> bool:
        return reading.has(shapes.MEASURES) and _state(reading) != "" and not reading.residue(TALLY_WORDS)

    def _is_named(self, reading: Reading) -> bool:
        return (
            bool(self._named(reading))
            and not shapes.DEFINITION.search(reading.text)
            and not shapes.WHY_OR_HOW.search(reading.text)
        )

    def _named(self, reading: Reading) -> list[Match]:
        """The measures the words name well enough: the question accounted for, the name mostly given."""
        if not reading.matches:
            return []
        top = reading.matches[0]
        enough = top.told >= LEAST_TOLD and top.named >= LEAST_NAMED
        whole = top.named >= HALF_NAMED and top.told >= SURELY_TOLD
        surely = bool(top.measure.code) or top.named >= SURELY_NAMED or whole
        if not (enough and surely):
            return []
        close = best(reading.matches)
        if top.named < SURELY_NAMED and top.told >= SURELY_TOLD:
            close = [m for m in reading.matches if m.told >= SURELY_TOLD][:MOST_CHOICES]
        return close

    # From a reading to a query.

    def _query(self, question: str, topic: Topic, reading: Reading) -> Query:
        matches = self._named(reading) if topic in ("measure", "direction") and not reading.codes else []
        named = families(matches)
        periods, spread = self._periods(reading, None)
        aspect = _aspect(reading)
        spread = spread or (aspect == "target" and not periods and reading.has(shapes.CHANGE))
        return Query(
            question=question,
            topic=topic,
            families=reading.codes or named,
            close=len({(f.service, f.digits) for f in named}) > 1 and matches[0].named < SURELY_NAMED,
            codes=reading.printed,
            unknown_codes=reading.unknown,
            service=reading.service,
            areas=tuple(a for a in reading.areas if a != ENGLAND_AND_WALES),
            elsewhere=reading.elsewhere,
            periods=periods,
            spread=spread,
            aspect=aspect,
            state=_state(reading),
            counting=reading.has(shapes.COUNT),
            descending=not reading.has(shapes.LEAST),
            rating=self._rating(reading),
            numbers=numbers(reading.bare),
            finer=reading.has(shapes.QUARTER),
            publications=self._recogniser.publications(reading.text),
            search=" ".join(
                [
                    question,
                    *(a for a in reading.areas if a != ENGLAND_AND_WALES and fold(a) not in reading.text),
                ]
            ),
        )

    def _speaks_of_ratings(self, reading: Reading) -> bool:
        return reading.has(shapes.RATING) or self._rating(reading) is not None

    @cached_property
    def _rating_words(self) -> frozenset[str]:
        """The words of questions about ratings: those of the wording, and the names the bulletins give them."""
        return RATING_WORDS | frozenset(stem for form, _ in self._rating_forms for stem in stems(form))

    @cached_property
    def _rating_forms(self) -> list[tuple[str, int]]:
        """How ratings are called, as published or by an alias, with the rating; the longest first."""
        bands = [band for edition in self._holdings.editions for band in edition.document.bands]
        forms = {(fold(form), b.rating) for b in bands for form in (b.name, *self._aliases.ratings.get(b.name, ()))}
        return sorted(forms, key=lambda pair: (-len(pair[0]), pair))

    def _rating(self, reading: Reading) -> int | None:
        return next((rating for form, rating in self._rating_forms if contains(reading.text, form)), None)

    def _periods(self, reading: Reading, before: Query | None) -> tuple[tuple[Period, ...], bool]:
        """The periods asked for and whether they are to be set beside one another."""
        editions = self._holdings.editions
        found = [self._meant(mention) for mention in reading.mentions]
        spread = reading.has(shapes.SPREAD) or len(set(found)) > 1
        if not found and reading.has(shapes.YEAR_BEFORE) and editions:
            start = before.periods[0] if before and before.periods else editions[-1].year
            compared = bool(before) and reading.has(shapes.THAN_BEFORE)
            found = [start.shifted(-1), *([start] if compared else [])]
            spread = spread or compared
        elif not found and not spread and reading.has(shapes.LATEST) and editions:
            found = [editions[-1].year]
        return tuple(sorted(set(found))), spread

    def _meant(self, mention: Mention) -> Period:
        """The period a mention means: a bare year is the performance year that ends in it, if one is held."""
        if not mention.bare:
            return mention.period
        year = mention.period.first // 12
        ending = performance_year(year - 1)
        held = any(edition.year == ending for edition in self._holdings.editions)
        return ending if held else Period(month(year, 1), month(year, 12))

    def _carried(self, query: Query, before: Query, reading: Reading) -> Query:
        """The query with what a person would carry over from the turn before."""
        following = bool(shapes.FOLLOWING.search(reading.text))
        points = query.topic in ("tally", "ranking") and before.topic in ("measure", "ratings") and following
        if query.topic == "passage" or (points and not reading.has(shapes.MEASURED)):
            return self._followed(query, before, reading)
        if not following:
            return query
        carried: list[str] = []
        if query.topic == before.topic and not query.periods and not query.spread and before.periods:
            query = replace(query, periods=before.periods)
            carried.append("period")
        if query.topic == before.topic == "measure" and query.aspect == "value":
            query = replace(query, aspect=before.aspect)
        return replace(query, carried=tuple(carried))

    def _followed(self, query: Query, before: Query, reading: Reading) -> Query:
        own = reading.residue(self._rating_words | TALLY_WORDS)
        pointing = shapes.FOLLOWING.search(reading.text) or reading.has(shapes.POINTING)
        if before.topic == "passage" or own:
            if pointing:
                return replace(query, search=f"{before.search} {query.question}", carried=("the question",))
            return query
        periods, spread = self._periods(reading, before)
        changes: dict[str, object] = {
            "question": query.question,
            "search": f"{before.search} {query.question}",
        }
        if periods or spread:
            changes |= {"periods": periods, "spread": spread}
        if query.areas:
            changes["areas"] = query.areas
        if query.service or before.service:
            changes["service"] = query.service or self._recogniser.main_service(reading.text) or before.service
        if query.state:
            changes["state"] = query.state
        if query.rating is not None:
            changes["rating"] = query.rating
        if reading.has(shapes.GAP) and before.aspect in ("met", "gap", "target"):
            changes["aspect"] = "gap"
        elif _aspect(reading) != "value":
            changes["aspect"] = _aspect(reading)
        if before.counting and not query.counting and reading.has(shapes.LIST):
            changes["counting"] = False
        held = {"measure": before.families, "area": before.areas, "period": before.periods}
        kept = [name for name, value in held.items() if value and f"{name}s" not in changes]
        return replace(before, **changes, carried=tuple(kept) or ("the question",))  # type: ignore[arg-type]


def _aspect(reading: Reading) -> Aspect:
    if reading.has(shapes.GAP) and (reading.has(shapes.TARGET) or reading.has(shapes.MISSED)):
        return "gap"
    if reading.has(shapes.TARGET) and any(map(reading.has, (shapes.MET, shapes.MISSED, shapes.AGAINST))):
        return "met"
    if reading.has(shapes.TARGET):
        return "target"
    if reading.has(shapes.CHANGE):
        return "change"
    return "value"


def _state(reading: Reading) -> State:
    if reading.has(shapes.UP_OR_DOWN):
        return "met" if reading.has(shapes.MET) else "changed"
    if reading.has(shapes.MISSED):
        return "missed"
    if reading.has(shapes.MET) or re.search(r"\babove target", reading.text):
        return "met"
    if reading.has(shapes.DECLINED):
        return "declined"
    if reading.has(shapes.IMPROVED):
        return "improved"
    return "changed" if reading.has(shapes.CHANGED) else ""


def editions_of(query: Query, holdings: Holdings) -> list[Edition]:
    """The editions a query is about: those of its periods, all where it spreads, else the latest."""
    if query.spread and len(query.periods) == 1:
        return [e for e in holdings.editions if e.year >= query.periods[0]]
    if query.periods:
        return [e for e in holdings.editions if any(p == e.year or p.holds(e.year) for p in query.periods)]
    return list(holdings.editions) if query.spread else list(holdings.editions[-1:])
