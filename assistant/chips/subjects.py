"""What a question is about other than a measure, in words: what is counted, ranked, rated, or looked up in a table."""

from collections.abc import Callable, Iterable, Iterator, Mapping

from assistant import counted, phrases, ranking_answers, rating_premises, shapes, tally_answers, target_moves
from assistant.answers import Understood
from assistant.cell_phrases import heading, named
from assistant.editions import editions_of
from assistant.holdings import Family, Holdings
from assistant.query import Query, Topic
from assistant.words import fold
from corpus.models import ENGLAND_AND_WALES, Band
from corpus.quarters import period_name

FEW = 4  # rows of a table that are named


def subject(query: Query, holdings: Holdings) -> tuple[Understood, ...]:
    """What a query is about, and how that is bounded; nothing for one about measures or for prose."""
    told = SUBJECTS.get(query.topic)
    return tuple(told(query, holdings)) if told else ()


def _counting(query: Query, holdings: Holdings) -> Iterator[Understood]:
    service, text = counted.service_named(counted.service_of(query, holdings)), fold(query.question)
    if query.states:
        said = [f"{tally_answers.SAID[state]} in {period.label}" for period, state in query.states]
        yield Understood("Counting", f"{service} that {' and '.join(said)}")
    elif shapes.TARGETS_MOVED.search(text) and query.state not in ("met", "missed"):
        yield Understood("Counting", f"targets of {service} that {target_moves.SAID[target_moves.move_of(text)]}")
    else:
        yield Understood("Counting", f"{service} that {tally_answers.said_of(query)}")
    yield from _bounded(query, holdings)


def _ranking(query: Query, holdings: Holdings) -> Iterator[Understood]:
    for edition in editions_of(query, holdings)[-1:]:
        rows = counted.rows(edition, query, counted.service_of(query, holdings))
        yield Understood("Ranking", f"which measure {ranking_answers.order_of(query, rows).said}")
    yield from _bounded(query, holdings)


def _bounded(query: Query, holdings: Holdings) -> Iterator[Understood]:
    """The bounds set on figures, and the measures left out."""
    if query.limits:
        yield Understood("Only those", phrases.bounds(query.limits))
    if query.excepted:
        yield Understood("Leaving out", _names(query.excepted, holdings))


def _ratings(query: Query, holdings: Holdings) -> Iterator[Understood]:
    bands = [band for edition in editions_of(query, holdings) for band in edition.document.bands]
    if query.ratings:
        rated = f" {' or '.join(_called(rating, bands) for rating in query.ratings)}"
        yield Understood("Measure", f"Probation Scorecard rating{rated}")
    elif query.state in rating_premises.MOVES:
        yield Understood("Measure", f"Probation Scorecard rating: {rating_premises.MOVES[query.state]}")
    else:
        yield Understood("Measure", "Probation Scorecard rating")


def _called(rating: int, bands: Iterable[Band]) -> str:
    return phrases.rating(rating, next((band.name for band in bands if band.rating == rating), ""))


def _bands(query: Query, holdings: Holdings) -> Iterator[Understood]:
    yield Understood("Measure", "Probation Scorecard thresholds")


def _breakdown(query: Query, holdings: Holdings) -> Iterator[Understood]:
    measures = holdings.breakdowns.measures
    held = (measures[one] for one in query.families if one in measures)
    yield Understood("Measure", "; ".join(map(phrases.measure_name, held)))
    areas = query.areas or (query.across.unknown_area or ENGLAND_AND_WALES,)
    over = query.across.over == "areas"
    yield Understood("Area", "All regions" if over else phrases.listed(areas), carried="area" in query.carried)
    yield Understood("Period", phrases.listed(map(period_name, query.periods)), carried="period" in query.carried)
    if query.across.beside_whole:
        yield Understood("Beside", ENGLAND_AND_WALES)


def _cells(query: Query, holdings: Holdings) -> Iterator[Understood]:
    match = query.cells
    if match is None:
        return
    grid = match.grid
    yield Understood("Table", f"{grid.table.title} ({grid.table.locator.place})")
    if 0 < len(match.rows) <= FEW:
        yield Understood("Row", "; ".join(named(grid, row) for row in match.rows))
    if match.columns:
        yield Understood("Column", "; ".join(heading(column) for column in match.columns))


def _elsewhere(query: Query, holdings: Holdings) -> Iterator[Understood]:
    yield Understood("Area", query.elsewhere)


def _names(families: Iterable[Family], holdings: Holdings) -> str:
    """Measures as their latest rows name them."""
    latest = [rows[-1] for one in families if (rows := holdings.of([one]))]
    return "; ".join(phrases.measure_name(o.measure) for o in latest)


SUBJECTS: Mapping[Topic, Callable[[Query, Holdings], Iterator[Understood]]] = {
    "tally": _counting,
    "ranking": _ranking,
    "ratings": _ratings,
    "bands": _bands,
    "breakdown": _breakdown,
    "cells": _cells,
    "outside": _elsewhere,
}
