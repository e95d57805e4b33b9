"""Questions to offer where one cannot be answered: near to it, made from what is held, and each of them answerable."""

import math
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from difflib import get_close_matches
from itertools import islice

from assistant import counted, phrases
from assistant.answers import Answer
from assistant.holdings import Edition, Family, Holdings, family
from assistant.query import Aspect, Query, State
from assistant.words import fold, stems, wording
from corpus.models import ENGLAND_AND_WALES, Observation
from corpus.periods import Period, find_periods, without_periods
from corpus.quarters import period_name

MOST = 4  # questions offered
TRIED = 8  # questions asked to find them
YEARS = 2  # of a measure, the nearest to the one asked for
LIKE = 3  # measures offered by the words they share with a question
NAMED, TOLD = 0.3, 0.3  # shares of a measure's name and of a question, from which one is near the other
LIKE_A_CODE = 0.75  # of 1, from which two codes are one slip apart
LONGEST = 200  # characters of a question that is offered again for another year

WORDED: Mapping[Aspect, str] = {
    "value": "What was {name} in {year}?",
    "change": "How did {name} change in {year}?",
    "target": "What was the target for {name} in {year}?",
    "met": "Did {name} meet its target in {year}?",
    "gap": "Did {name} meet its target in {year}?",
}
DID: Mapping[State, str] = {"missed": "missed their target", "improved": "improved", "declined": "declined"}


def suggested(query: Query, answer: Answer, holdings: Holdings, answers: Callable[[str], bool]) -> tuple[str, ...]:
    """Up to four questions near to one that found nothing, nearest first; none where it was answered or can be chosen.

    `answers` says whether a question can be answered, and is asked of few.
    """
    if answer.status != "not_found":
        return ()
    new = (one for one in dict.fromkeys(_near(query, holdings)) if fold(one) != fold(query.question))
    return tuple(islice((one for one in islice(new, TRIED) if answers(one)), MOST))


def _near(query: Query, holdings: Holdings) -> Iterator[str]:
    """Questions near to one, nearest first: on its measures, table, regions and counts, on measures like its words."""
    if query.topic == "breakdown":
        yield from _of_breakdown(query, holdings)
    for one in query.families:
        yield from islice(_of_measure(one, query, holdings), YEARS if len(query.families) == 1 else 1)
    yield from _of_other_periods(query)
    yield from _of_regions(query, holdings)
    yield from _of_counts(query, holdings)
    if not query.families:
        for one in islice(dict.fromkeys((*_by_code(query, holdings), *_alike(query, holdings))), LIKE):
            yield from islice(_of_measure(one, query, holdings), 1)
    if query.topic == "published":
        yield from _of_publications(query, holdings)
    if query.topic == "symbol":
        yield from (f"What does {one} mean?" for d in holdings.documents for one in d.symbols)


def _of_measure(one: Family, query: Query, holdings: Holdings) -> Iterator[str]:
    """A measure for the whole, in the years nearest to the one asked for, by what is asked of it."""
    held = [o for o in holdings.of([one]) if o.value is not None]
    held = [o for o in held if o.measure.code in query.codes] or held
    years: dict[str, Observation] = {}
    for observation in sorted(held, key=lambda o: (_apart(o.period, query), -o.period.months)):
        years.setdefault(_year(observation, holdings), observation)
    for year, observation in islice(years.items(), YEARS):
        worded = WORDED[query.aspect if observation.target_shown else "value"]
        yield worded.format(name=phrases.measure_name(observation.measure), year=year)


def _of_breakdown(query: Query, holdings: Holdings) -> Iterator[str]:
    """A measure by region or part of a year: in the nearest period of the same area, and of all regions in it."""
    held = holdings.breakdowns
    for one in (one for one in (*query.families, *query.fitting) if one in held.measures):
        name, area = phrases.measure_name(held.measures[one]), (query.areas or (ENGLAND_AND_WALES,))[0]
        for period in sorted(held.periods(one, area), key=lambda p: _apart(p, query))[:YEARS]:
            yield f"What was {name} in {area} in {period_name(period)}?"
        regional = [p for p in held.periods(one) if held.of(one, p)]
        for period in sorted(regional, key=lambda p: _apart(p, query))[:1]:
            yield f"Which region was highest on {name} in {period_name(period)}?"


def _of_other_periods(query: Query) -> Iterator[str]:
    """A question about a table, of the nearest periods that it has rows of."""
    mentions = find_periods(query.question)
    if query.cells is None or len(mentions) != 1 or len(query.question) > LONGEST:
        return
    periods = {o.period for o in query.cells.grid.rows.values()}
    for period in sorted(periods, key=lambda one: abs(one.last - mentions[0].period.last))[:YEARS]:
        start, end = mentions[0].start, mentions[0].end
        yield f"{query.question[:start]}{period.label}{query.question[end:]}"


def _of_regions(query: Query, holdings: Holdings) -> Iterator[str]:
    """The ratings of the regions asked about; of all, where a question about ratings names none."""
    regions = [area for area in query.areas if area != ENGLAND_AND_WALES]
    for edition in _nearest(query, holdings):
        for area in regions:
            if edition.ratings(area):
                yield f"How was {area} rated in {edition.year.label}?"
        if query.topic in ("ratings", "bands") and not regions and edition.ratings():
            yield f"How were the regions rated in {edition.year.label}?"


def _of_counts(query: Query, holdings: Holdings) -> Iterator[str]:
    """A count of measures for the whole, in the nearest years."""
    if query.topic not in ("tally", "ranking"):
        return
    service = counted.service_of(query, holdings)
    for edition in _nearest(query, holdings):
        did = DID.get(query.state, "met their target")
        yield f"How many {counted.service_named(service)} {did} in {edition.year.label}?"


def _by_code(query: Query, holdings: Holdings) -> Iterator[Family]:
    """The measures whose codes are most like those that a question gives and that are not held."""
    for unknown in query.unknown_codes:
        for code in get_close_matches(unknown, sorted(holdings.codes), LIKE, LIKE_A_CODE):
            yield from (family(m) for m in holdings.measures if m.code == code)


def _alike(query: Query, holdings: Holdings) -> Iterator[Family]:
    """The measures whose names share most with the words of a question."""
    names = {family(m): frozenset(stems(m.name)) - wording("asking") for m in holdings.measures if m.code}
    rarity = _rarity(names.values())
    text = without_periods(fold(query.question))
    asked = frozenset(stems(text)) - wording("asking") - wording("talk")
    asked -= {stem for area in query.areas for stem in stems(area)}
    rarest = max(rarity.values(), default=0.0)
    whole = sum(rarity.get(stem, rarest) for stem in asked)
    scores: dict[Family, float] = {}
    for one, name in names.items():
        shared = sum(rarity[stem] for stem in name & asked)
        if shared >= TOLD * whole > 0 and shared >= NAMED * sum(rarity[stem] for stem in name):
            scores[one] = shared / whole
    yield from sorted(scores, key=lambda one: -scores[one])


def _rarity(names: Iterable[frozenset[str]]) -> dict[str, float]:
    """How telling every stem of some names is: rarer, more."""
    every = list(names)
    counts: dict[str, int] = {}
    for stem in (stem for name in every for stem in name):
        counts[stem] = counts.get(stem, 0) + 1
    return {stem: math.log(1 + len(every) / count) for stem, count in counts.items()}


def _of_publications(query: Query, holdings: Holdings) -> Iterator[str]:
    """When the publications came out whose titles share most with the words of a question."""
    asked = set(stems(query.question))
    dated = [d.publication for d in holdings.documents if d.publication.published]
    for one in sorted(dated, key=lambda p: -len(asked & set(stems(f"{p.title} {p.publisher}"))))[:YEARS]:
        yield f"When was {one.title} published?"


def _nearest(query: Query, holdings: Holdings) -> Sequence[Edition]:
    """The bulletins held, the nearest to the year asked for first, a few."""
    return sorted(holdings.editions, key=lambda e: _apart(e.year, query))[:YEARS]


def _apart(period: Period, query: Query) -> int:
    """Months between the ends of a period and of the one asked for; where none is, the latest is nearest."""
    return abs(period.last - query.periods[-1].last) if query.periods else -period.last


def _year(observation: Observation, holdings: Holdings) -> str:
    """The year of the bulletin that a figure is of; its own period where no bulletin's year holds it."""
    of = (e.year.label for e in holdings.editions if observation.measure.code and e.year.holds(observation.period))
    return next(of, observation.period.label)
