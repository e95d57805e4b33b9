"""What people would rather look at than read: published figures of an answer as charts."""

from collections.abc import Callable, Mapping, Sequence

from assistant import counted, phrases
from assistant.answers import Answer, Chart, ChartKind
from assistant.editions import editions_of
from assistant.holdings import Edition, Family, Holdings, family
from assistant.measure_rows import choose
from assistant.query import Query, Topic
from corpus.models import ENGLAND_AND_WALES, Observation

MOST = 2  # charts of one answer
FEWEST = 2  # figures worth a chart
A_YEAR = 12  # months between the ends of the first and last of several periods, at least


def charted(query: Query, answer: Answer, holdings: Holdings) -> tuple[Chart, ...]:
    """The charts of an answer from tables, two at most; none where there is nothing to compare.

    One measure over the years, measures of a year beside their targets, or the ratings of the regions.
    """
    drawn = CHARTS.get(query.topic)
    if drawn is None or answer.status != "answered" or not any(source.rows for source in answer.citations):
        return ()
    return tuple(drawn(query, holdings))[-MOST:]


def _of_measures(query: Query, holdings: Holdings) -> list[Chart]:
    """One measure over the years; several that are asked about together, in each year."""
    chosen, _ = choose(query, holdings.of(query.families))
    families = tuple(dict.fromkeys(family(o.measure) for o in chosen))
    if len(families) == 1:
        return over_years(families[0], holdings)
    charts: list[Chart] = []
    for edition in holdings.editions:
        rows = [o for o in chosen if o.target_shown and edition.year.holds(o.period)]
        charts += _chart("targets", f"Measures against their targets, {edition.year.label}", rows, holdings)
    return charts


def over_years(one: Family, holdings: Holdings) -> list[Chart]:
    """A measure in every period held, as the last publication prints it; where these are a year or more apart."""
    held = holdings.of([one])
    last = {(o.period, o.measure.code): o for o in sorted(held, key=lambda o: _published(o, holdings))}
    rows = [o for o in held if last[o.period, o.measure.code] is o]
    ends = [o.period.last for o in rows if o.value is not None]
    if not ends or max(ends) - min(ends) < A_YEAR:
        return []
    return _chart("editions", f"{phrases.measure_name(rows[-1].measure)}, by year", rows, holdings)


def _of_years(query: Query, holdings: Holdings) -> list[Chart]:
    """The measures that are counted, listed or ranked, in each year asked about."""
    service = counted.service_of(query, holdings)
    named = counted.service_named(service)
    charts: list[Chart] = []
    for edition in editions_of(query, holdings):
        title = f"{named[0].upper()}{named[1:]} against their targets, {edition.year.label}"
        charts += _chart("targets", title, counted.asked(edition, query, service), holdings)
    return charts


def _of_regions(query: Query, holdings: Holdings) -> list[Chart]:
    """The ratings of the regions in each year asked about."""
    return [chart for edition in editions_of(query, holdings) for chart in of_ratings(edition, holdings)]


def of_ratings(edition: Edition, holdings: Holdings) -> list[Chart]:
    """The ratings of the regions in a year."""
    rows = [o for o in edition.ratings() if o.area != ENGLAND_AND_WALES]
    title = f"{rows[0].measure.name} of each region, {edition.year.label}" if rows else ""
    return _chart("regions", title, rows, holdings)


def _chart(kind: ChartKind, title: str, rows: Sequence[Observation], holdings: Holdings) -> list[Chart]:
    """A chart of rows in one unit, or none where too few have a figure."""
    given = [o for o in rows if o.value is not None]
    alike = tuple(o for o in rows if o.unit == given[0].unit) if given else ()
    if len([o for o in alike if o.value is not None]) < FEWEST:
        return []
    identifiers = dict.fromkeys(o.locator.publication for o in alike)
    return [Chart(kind, title, alike, tuple(holdings.publication(one) for one in identifiers))]


def _published(observation: Observation, holdings: Holdings) -> str:
    return str(holdings.publication(observation.locator.publication).published or "")


CHARTS: Mapping[Topic, Callable[[Query, Holdings], list[Chart]]] = {
    "measure": _of_measures,
    "tally": _of_years,
    "ranking": _of_years,
    "ratings": _of_regions,
}
