"""Which rows of the tables a question about measures asks for."""

from collections.abc import Sequence

from assistant.holdings import family
from assistant.query import Query
from corpus.models import Observation
from corpus.periods import Period


def choose(query: Query, held: Sequence[Observation]) -> tuple[list[Observation], list[Period]]:
    """The observations a query asks for, and the periods for which none is held."""
    if not query.periods:
        if given := _with_number(query, held):
            return given, []
        if query.spread:
            return _preferred(query, held), []
        latest = max((o.period.last for o in held), default=0)
        year = [o for o in held if o.period.last > latest - 12]
        series = [o for o in year if o.period.last == latest] if year and not year[0].measure.code else year
        return _preferred(query, series), []
    wanted = list(query.periods)
    if query.spread and len(wanted) == 1:
        since = _preferred(query, [o for o in held if o.period >= wanted[0] or wanted[0].holds(o.period)])
        return since, [] if any(wanted[0].holds(o.period) for o in since) else wanted
    chosen: list[Observation] = []
    missing: list[Period] = []
    for period in wanted:
        exact = [o for o in held if o.period == period] or _of_the_year(held, period)
        within = exact if period.months < 12 and exact else [o for o in held if period.holds(o.period)]
        chosen += within
        if not within:
            missing.append(period)
    return _preferred(query, list(dict.fromkeys(chosen))), missing


def _with_number(query: Query, held: Sequence[Observation]) -> list[Observation]:
    """The rows of the year whose printed figure a question gives, where only one year has it."""
    if query.supposed or query.spread or not query.numbers:
        return []
    found = [o for o in held if o.value in query.numbers]
    return found if len({o.locator.publication for o in found}) == 1 else []


def _of_the_year(held: Sequence[Observation], period: Period) -> list[Observation]:
    """The rows of a series that runs on years of its own (July to June), for the year a performance year begins in."""
    if not period.is_performance_year:
        return []
    return [
        o for o in held if not o.measure.code and o.period.months == 12 and o.period.first // 12 == period.first // 12
    ]


def _preferred(query: Query, observations: Sequence[Observation]) -> list[Observation]:
    """Of each year the rows of the code asked for, where it is held; longest period first within a year."""
    years: dict[tuple[str, object], list[Observation]] = {}
    for observation in observations:
        years.setdefault((observation.locator.publication, family(observation.measure)), []).append(observation)
    kept: list[Observation] = []
    for rows in years.values():
        named = [o for o in rows if o.measure.code in query.codes]
        if rows[0].measure.code:
            kept += sorted(named or rows, key=lambda o: -o.period.months)
        else:
            kept += rows
    return kept


def pairs_of(chosen: Sequence[Observation]) -> list[tuple[Observation, Observation]]:
    """The two years of each measure that a comparison sets beside one another; none where one cannot be."""
    by_family: dict[object, list[Observation]] = {}
    for observation in sorted(chosen, key=lambda o: o.period):
        by_family.setdefault(family(observation.measure), []).append(observation)
    pairs = [(rows[0], rows[-1]) for rows in by_family.values()]
    alike = all(
        len(rows) == 2
        and rows[0].measure.code == rows[1].measure.code
        and rows[0].period.months == rows[1].period.months
        and None not in (rows[0].value, rows[1].value)
        for rows in by_family.values()
    )
    return pairs if alike else []
