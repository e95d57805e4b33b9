"""A measure as its page tells it: its figures through the editions, and what to compare with care.

A measure is told through its revisions: SL007R and SL007S are one history.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from assistant import phrases
from assistant.answers import Chart, Choice, Citation
from assistant.charts import of_ratings, over_years
from assistant.citing import rows_citation
from assistant.figure_filters import Wanted, filtered
from assistant.figures import FigureRow, measure_key, row, rows
from assistant.holdings import Holdings, family
from assistant.measure_said import said_of
from corpus.models import ENGLAND_AND_WALES, Document, Measure, Observation
from corpus.numbers import symbols


@dataclass(frozen=True, slots=True)
class Sourced:
    """A figure with the number of its source."""

    row: FigureRow
    source: int


@dataclass(frozen=True, slots=True, kw_only=True)
class MeasureHistory:
    """All that is held of a measure.

    `measure` is as last published, `earlier` names its earlier versions. `figures` are the latest first; `echoes` are
    those of other publications that print the same figure. `sources` are the tables of both, `said` quotes about the
    measure, of the latest publication first, numbered on. `notes` say what to mind, `question` asks the assistant about
    it, "" where it is a cell of a table and no series. `chart` is None where too few figures are held to draw.
    """

    measure: Measure
    earlier: tuple[str, ...]
    unit: str
    direction: str
    figures: tuple[Sourced, ...]
    echoes: tuple[Sourced, ...]
    sources: tuple[Citation, ...]
    said: tuple[Citation, ...]
    notes: tuple[str, ...]
    question: str
    chart: Chart | None


def measures(documents: Sequence[Document]) -> tuple[Choice, ...]:
    """The measures that figures are held of, by their keys; those with a code first, each version by itself."""
    return filtered(rows(documents), Wanted())[1]["measure"]


def history(documents: Sequence[Document], key: str) -> MeasureHistory | None:
    """All that is held of the measure of a key; None where nothing is."""
    named = next((o.measure for d in documents for o in d.observations if measure_key(o.measure) == key), None)
    if named is None:
        return None
    holdings = Holdings(documents)
    one = family(holdings.breakdowns.aligned(named))
    held = sorted(holdings.of([one]) or holdings.breakdowns.rows(one), key=lambda o: o.period, reverse=True)
    if not held:
        return None
    echoes = list(dict.fromkeys(echo for o in held for echo in holdings.echoes(o)))
    tables = _by_table([*held, *echoes])
    numbers = {o: number for number, observations in enumerate(tables, 1) for o in observations}
    known = {document.publication.id for document in documents}
    figures = [row(holdings.document(o), o, known) for o in held]
    return MeasureHistory(
        measure=held[0].measure,
        earlier=tuple(dict.fromkeys(phrases.measure_name(o.measure) for o in held))[1:],
        unit=held[0].unit,
        direction=_direction(held),
        figures=tuple(Sourced(one, numbers[one.observation]) for one in figures),
        echoes=tuple(Sourced(row(holdings.document(o), o, known), numbers[o]) for o in echoes),
        sources=tuple(rows_citation(holdings, observations, n) for n, observations in enumerate(tables, 1)),
        said=said_of(holdings, held, first=len(tables) + 1),
        notes=tuple(dict.fromkeys(_notes(holdings, figures))),
        question=_question(holdings, held),
        chart=_chart(holdings, held[0]),
    )


def _by_table(observations: Sequence[Observation]) -> list[list[Observation]]:
    found: dict[tuple[str, str], list[Observation]] = {}
    for observation in observations:
        found.setdefault((observation.locator.publication, observation.locator.place), []).append(observation)
    return list(found.values())


def _direction(held: Sequence[Observation]) -> str:
    """Which way is better, as far as the publications settle it."""
    if any(o.lower_is_better for o in held):
        return "Lower is better: a target is the most it should be"
    return "Higher is better" if any(o.target is not None for o in held) else ""


def _question(holdings: Holdings, held: Sequence[Observation]) -> str:
    """What asks for the latest figure, of the whole where that is held; "" for a cell of a table that is no series."""
    one = next((o for o in held if o.area == ENGLAND_AND_WALES), held[0])
    if one.measure not in holdings.measures and one.unit != "rating":
        return ""
    return f"What was {phrases.measure_name(one.measure)} {phrases.where(one)}?"


def _notes(holdings: Holdings, figures: Sequence[FigureRow]) -> Iterator[str]:
    """What to mind: warnings, revisions, targets that moved, figures outside the counts, symbols."""
    for figure in figures:
        yield from figure.warnings
    held = [figure.observation for figure in figures]
    codes = list(dict.fromkeys(o.measure.code for o in reversed(held) if o.measure.code))
    if len(codes) > 1:
        yield f"{phrases.listed(codes)} are versions of one measure; the publications do not treat them as comparable."
    for after, before in pairwise(o for o in held if o.target is not None):
        if before.target != after.target:
            earlier, later = (phrases.with_unit(o.target_shown, o) for o in (before, after))
            yield f"The target changed from {earlier} in {before.period.label} to {later} in {after.period.label}."
    for figure in figures:
        if figure.observation.value is not None and not figure.observation.counted:
            yield phrases.left_out(figure.observation)
    for one in held:
        meanings = holdings.document(one).symbols
        for symbol in symbols(f"{one.shown} {one.target_shown} {one.change_shown}"):
            if symbol in meanings:
                yield f"{symbol} stands for: {meanings[symbol]}."


def _chart(holdings: Holdings, latest: Observation) -> Chart | None:
    """The measure over the years, or where it is a rating the latest of each region; None where there is too little."""
    if latest.unit == "rating":
        drawn = [chart for edition in holdings.editions[-1:] for chart in of_ratings(edition, holdings)]
    else:
        drawn = over_years(family(latest.measure), holdings)
    return next(iter(drawn), None)
