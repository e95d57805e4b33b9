"""Understanding a conversation: the last question as a Query, with what a person would carry over from before."""

import re
from collections.abc import Sequence
from dataclasses import replace

from assistant import shapes
from assistant.holdings import Edition, Holdings
from assistant.query import Query
from assistant.reading import Reader, Reading
from assistant.recognise import families, numbers
from assistant.topics import TALLY_WORDS, aspect_of, order_of, state_of, topic_of
from assistant.words import fold
from corpus.aliases import Aliases
from corpus.models import ENGLAND_AND_WALES
from corpus.periods import Mention, Period, month, performance_year

OWN_WORDS = 1  # with more words of its own than this, no question leans on the one before for its "it" or "they"


class Understanding:
    """Understands questions against what is held."""

    def __init__(self, holdings: Holdings, aliases: Aliases) -> None:
        self._holdings = holdings
        self._reader = Reader(holdings, aliases)

    def read(self, turns: Sequence[str]) -> Query:
        """The Query of a conversation's last question; the turns before fill what it leaves open."""
        query: Query | None = None
        for turn in turns:
            query = self._turn(turn, query)
        if query is None:
            raise ValueError("A conversation has at least one question.")
        return query

    def _turn(self, question: str, before: Query | None) -> Query:
        reading = self._reader.read(question)
        query = self._query(question, reading)
        return query if before is None else self._carried(query, before, reading)

    def _query(self, question: str, reading: Reading) -> Query:
        topic, aspect = topic_of(reading), aspect_of(reading)
        by_words = topic in ("measure", "direction") and not reading.codes
        periods, spread = self._periods(reading, None)
        regions = tuple(area for area in reading.areas if area != ENGLAND_AND_WALES)
        of_the_whole = topic == "ratings" and not reading.has(shapes.REGIONS)
        return Query(
            question=question,
            topic=topic,
            families=families(reading.named) if by_words else reading.codes,
            close=by_words and reading.close,
            codes=reading.printed,
            unknown_codes=reading.unknown,
            service=reading.service,
            areas=reading.areas if of_the_whole else regions,
            elsewhere=reading.elsewhere,
            periods=periods,
            spread=spread or (aspect == "target" and not periods and reading.has(shapes.CHANGE)),
            aspect=aspect,
            state=state_of(reading),
            counting=reading.has(shapes.COUNT),
            order=order_of(reading),
            rating=reading.rating,
            numbers=numbers(reading.bare),
            finer=reading.has(shapes.QUARTER) and not _in_a_name(shapes.QUARTER, reading),
            publications=reading.publications,
            search=" ".join([question, *(area for area in regions if fold(area) not in reading.text)]),
        )

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
        own = reading.residue(reading.rating_words | TALLY_WORDS)
        pointing = shapes.FOLLOWING.search(reading.text) or (reading.has(shapes.POINTING) and len(own) <= OWN_WORDS)
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
            changes["service"] = query.service or self._reader.main_service(reading) or before.service
        if query.state:
            changes["state"] = query.state
        if reading.has(shapes.MOST):
            changes["order"] = query.order
        if query.rating is not None:
            changes["rating"] = query.rating
        if reading.has(shapes.GAP) and before.aspect in ("met", "gap", "target"):
            changes["aspect"] = "gap"
        elif aspect_of(reading) != "value":
            changes["aspect"] = aspect_of(reading)
        if before.counting and not query.counting and reading.has(shapes.LIST):
            changes["counting"] = False
        held = {"measure": before.families, "area": before.areas, "period": before.periods}
        kept = [name for name, value in held.items() if value and f"{name}s" not in changes]
        return replace(before, **changes, carried=tuple(kept) or ("the question",))  # type: ignore[arg-type]


def _in_a_name(shape: re.Pattern[str], reading: Reading) -> bool:
    """Whether a shape is in the name of a measure that is named: "monthly" asks for no month there."""
    return any(shape.search(fold(match.measure.name)) for match in reading.named)


def not_held(query: Query, holdings: Holdings) -> list[Period]:
    """The periods asked for that no edition held is of."""
    return [p for p in query.periods if not any(p == e.year or p.holds(e.year) for e in holdings.editions)]


def editions_of(query: Query, holdings: Holdings) -> list[Edition]:
    """The editions a query is about: those of its periods, all where it spreads, else the latest."""
    if query.spread and len(query.periods) == 1:
        return [e for e in holdings.editions if e.year >= query.periods[0]]
    if query.periods:
        return [e for e in holdings.editions if any(p == e.year or p.holds(e.year) for p in query.periods)]
    return list(holdings.editions) if query.spread else list(holdings.editions[-1:])
