"""Understanding a conversation: the last question as a Query, with what a person would carry over from before."""

import re
from collections.abc import Sequence
from copy import copy
from dataclasses import replace

from assistant import bounds, padding, shapes, when
from assistant import breakdown_shapes as across
from assistant.breakdown_asked import BreakdownAsked
from assistant.chips.chips import Chips
from assistant.counted import not_so
from assistant.follow import followed
from assistant.holdings import Family, Holdings
from assistant.meaning import ByMeaning
from assistant.parts import FIGURES, filled, is_split, splits
from assistant.periods_asked import meant, periods_asked
from assistant.query import Query
from assistant.reading import Reader, Reading
from assistant.recognise import best, families, numbers
from assistant.topics import (
    TALLY_WORDS,
    aggregate_of,
    also_of,
    aspect_of,
    claim_of,
    is_polar,
    more_or_fewer,
    order_of,
    state_of,
    states_of,
    topic_of,
)
from assistant.turns import Question, Turn, words_of
from assistant.words import fold
from corpus.aliases import Aliases
from corpus.models import ENGLAND_AND_WALES

OWN_WORDS = 1  # with more words of its own than this, no question leans on the one before for its "it" or "they"
FITTING = 0.5  # of how well the likeliest measure fits the words: one that fits as well may be what was meant

OF_AREAS = ("measure", "tally", "ranking", "ratings")  # topics whose figures are of an area


class Understanding:
    """Understands questions against what is held."""

    def __init__(self, holdings: Holdings, aliases: Aliases, meaning: ByMeaning | None = None) -> None:
        """`meaning` finds measures that no word names; without it, questions that words leave are for passages."""
        self.chips = Chips(holdings)
        self._holdings = holdings
        self._meaning = meaning
        self._reader = Reader(holdings, aliases)
        self._across = BreakdownAsked(holdings, self._reader)

    def without_meaning(self) -> "Understanding":
        """The same by words alone, which never needs the embedding model."""
        plain = copy(self)
        plain._meaning = None
        return plain

    def read(self, turns: Sequence[Turn]) -> Query:
        """The Query of a conversation's last question; the turns before fill what it leaves open."""
        return self.queries(turns)[-1]

    def queries(self, turns: Sequence[Turn]) -> tuple[Query, ...]:
        """The Query of each part of a conversation's last question: one, where it does not ask several things."""
        found: tuple[Query, ...] = ()
        for turn in turns:
            found = self._parts(words_of(turn), found[-1] if found else None)
            found = self._set(self._of_both_services(found), turn)
        if not found:
            raise ValueError("A conversation has at least one question.")
        return found

    def _set(self, queries: tuple[Query, ...], turn: Turn) -> tuple[Query, ...]:
        """The query of a turn with what was set by hand; of several parts none can be told apart to set."""
        if not isinstance(turn, Question) or len(queries) > 1:
            return queries
        return (self.chips.changed(queries[0], turn.chosen),)

    def _parts(self, question: str, before: Query | None) -> tuple[Query, ...]:
        """The parts of a question that are each about figures; the question as a whole where they are not."""
        if (given := self._given(question, before)) is not None:
            return given
        for parts in () if across.ENDS.search(fold(question)) else splits(question):
            queries = self._each(parts, before)
            if is_split(queries):
                return _asking(queries, parts)
        return (self._turn(question, before, whole=True),)

    def _given(self, question: str, before: Query | None) -> tuple[Query, ...] | None:
        """A question that states a premise first ("Given that ..., which ..."): the premise, then what it asks."""
        match = padding.GIVEN.match(fold(question))
        if match is None:
            return None
        premise = self._query(match["premise"], self._reader.read(match["premise"]), asserted=True)
        rest = self._turn(match["rest"], premise, leaning=True)
        figures = premise.topic in FIGURES and rest.topic in FIGURES and (premise.claim or premise.counted is not None)
        return (premise, replace(rest, carried=())) if figures else None

    def _of_both_services(self, queries: tuple[Query, ...]) -> tuple[Query, ...]:
        """A count asked of both services as one of each, for the bulletins count them apart."""
        if len(queries) > 1 or queries[0].topic not in ("tally", "ranking") or not queries[0].services:
            return queries
        return tuple(replace(queries[0], service=service, services=()) for service in queries[0].services)

    def _each(self, parts: Sequence[str], before: Query | None) -> tuple[Query, ...]:
        """Each part read after those before it, and filled from the last where that alone is complete."""
        found: list[Query] = []
        for part in parts:
            query = self._turn(part, found[-1] if found else before, leaning=bool(found))
            found.append(replace(query, carried=()) if found else query)
        last = self._turn(parts[-1], before)
        for number, part in enumerate(parts[:-1]):
            found[number] = filled(found[number], last, lambda part=part: self._turn(part, last, leaning=True))  # type: ignore[misc]
        return tuple(found)

    def _turn(self, question: str, before: Query | None, leaning: bool = False, whole: bool = False) -> Query:
        reading = self._reader.read(question)
        if (across := self._across.query(reading, question, before, leaning)) is not None:
            return across
        if whole and topic_of(reading) == "passage":
            reading = self._meant(question, reading)
        query = self._query(question, reading)
        return query if before is None else followed(query, before, reading, self._holdings, leaning=leaning)

    def _meant(self, question: str, reading: Reading) -> Reading:
        """The reading with the measures that a question means without naming them."""
        found = self._meaning.measures(reading, _searched(question, reading)) if self._meaning else []
        if not found or self._meaning is None:
            return reading
        return replace(reading, meant=tuple(found), several=(), asking=self._meaning.rest(reading.asking, found))

    def _query(self, question: str, reading: Reading, asserted: bool = False) -> Query:
        topic = topic_of(reading)
        by_words = topic in ("measure", "direction") and not reading.codes
        by_subset = topic == "tally" and bool(reading.named) and bool(reading.residue(TALLY_WORDS))
        named = tuple(dict.fromkeys(_named(reading, topic, by_words=by_words or by_subset)))
        aspect = aspect_of(reading, several=len(named) > 1)
        of_changes = topic in ("tally", "ranking") and state_of(reading) in ("improved", "declined")
        of_changes = of_changes or (topic == "measure" and aspect == "change" and reading.has(when.ON_BEFORE))
        periods, spread = periods_asked(reading, self._holdings, of_changes=of_changes and not more_or_fewer(reading))
        regions = tuple(area for area in reading.areas if area != ENGLAND_AND_WALES)
        regions += reading.localities if topic in OF_AREAS else ()
        of_the_whole = topic == "ratings" and not reading.has(shapes.REGIONS)
        why = bool(shapes.WHY.search(reading.text))
        polar = is_polar(reading)
        return Query(
            question=question,
            topic=topic,
            families=named,
            close=by_words and reading.close and not reading.has(shapes.ALL_OF),
            fitting=families(best(reading.matches, FITTING)) if by_words and reading.matches else (),
            codes=(*reading.printed, *(m.measure.code for m in reading.several if reading.printed)),
            unknown_codes=reading.unknown,
            service=reading.service,
            services=reading.services,
            areas=reading.areas if of_the_whole and not reading.localities else regions,
            elsewhere=reading.elsewhere,
            periods=periods,
            spread=spread or (not periods and _of_both(reading, aspect)),
            aspect=aspect,
            state=state_of(reading),
            states=states_of(reading, [(m.start, meant(m, self._holdings)) for m in reading.mentions]),
            also=also_of(reading) if topic == "tally" else "",
            unlike=not_so(reading.text) != "",
            counting=reading.has(shapes.COUNT),
            share=reading.has(shapes.SHARE),
            order=order_of(reading),
            ordered=reading.has(shapes.MOST) or reading.has(shapes.COMPARED),
            first=bounds.first(reading.bare),
            ordinal=bounds.is_ordinal(reading.bare),
            closest=reading.has(shapes.CLOSEST),
            more_or_fewer=more_or_fewer(reading),
            limits=bounds.limits(reading.bare),
            aggregate=aggregate_of(reading),
            finer=reading.has(when.QUARTER) and not _in_a_name(when.QUARTER, reading),
            ratings=reading.ratings,
            numbers=numbers(reading.bare),
            by_percent=bool(shapes.BY_PERCENT.search(reading.bare)),
            points=bounds.points(reading.bare) if why or polar or asserted else (),
            asserted=asserted,
            counted=bounds.counted(reading.bare) if why or polar or asserted else None,
            claim=claim_of(reading) if why or polar or asserted else "",
            polar=polar,
            why=why,
            negated=bool(shapes.NOT_DONE.search(reading.text)) and not state_of(reading),
            confirming=reading.confirming,
            trend=reading.has(when.TREND),
            every=reading.has(when.EVERY_YEAR),
            noted=reading.has(shapes.NOTED) or bool(shapes.DEFINED.search(reading.text)),
            excepted=reading.excepted,
            supposed=reading.has(shapes.SUPPOSED),
            cells=reading.find_cells() if topic == "cells" else None,
            publications=reading.publications,
            search=_searched(question, reading),
        )


def _searched(question: str, reading: Reading) -> str:
    """What a question is searched by: its words, and the areas as published where it writes them otherwise."""
    regions = (area for area in reading.areas if area != ENGLAND_AND_WALES)
    return " ".join([question, *(area for area in regions if fold(area) not in reading.text)])


def _of_both(reading: Reading, aspect: str) -> bool:
    """Whether a question that names no period sets years beside one another: a target that moved, a gap that grew."""
    return (aspect == "target" and reading.has(shapes.CHANGE)) or (aspect == "gap" and reading.has(shapes.WIDER))


def _asking(queries: tuple[Query, ...], parts: Sequence[str]) -> tuple[Query, ...]:
    """The parts that ask: where one ends with a question mark, a statement beside it says only what it is about."""
    if not any(part.endswith("?") for part in parts):
        return queries
    return tuple(query for query, part in zip(queries, parts, strict=True) if not part.endswith("."))


def _named(reading: Reading, topic: str, *, by_words: bool) -> tuple[Family, ...]:
    """The measures of a question: by its words, or by its codes with those that its words name beside them."""
    if by_words:
        return families(reading.named)
    return (*reading.codes, *(families(reading.several) if topic == "measure" else ()))


def _in_a_name(shape: re.Pattern[str], reading: Reading) -> bool:
    """Whether a shape is in the name of a measure that is named: "monthly" asks for no month there."""
    return any(shape.search(fold(match.measure.name)) for match in reading.named)
