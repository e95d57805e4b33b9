"""Answers that count or rank measures: how many met their target, which improved, which missed by most."""

from collections.abc import Callable, Sequence
from decimal import Decimal

from assistant import calculate, not_published, phrases
from assistant.answers import Answer
from assistant.calculate import Tally
from assistant.draft import Draft
from assistant.holdings import Edition, Holdings
from assistant.query import Query
from assistant.understand import editions_of, not_held
from corpus.aliases import aliases
from corpus.models import Observation, PrintedCount
from corpus.periods import Period

SAID = {
    "met": "met or bettered their target",
    "missed": "missed their target",
    "improved": "improved",
    "declined": "declined",
}
SHOWN_IN_RANKING = 5


def tally_answer(query: Query, holdings: Holdings) -> Answer:
    """Count and list the measures in a state, for each edition asked about."""
    draft = Draft(query, holdings)
    service = query.service or _main_service(holdings)
    state = "met" if query.state in ("changed", "") else query.state
    editions = editions_of(query, holdings)
    draft.understood("Counting", f"{_name(service)} that {SAID[state]}")
    tallies = [(edition, tally(edition, state, service)) for edition in editions]
    tallies = [(edition, found) for edition, found in tallies if found.base]
    if len(tallies) > 1:
        _compared(draft, tallies, state, service)
    elif tallies:
        _counted(draft, *tallies[0], state, service)
    missing = [p for p in not_held(query, holdings) if not _say_printed(draft, p, state, service)]
    if not draft.started:
        return not_published.no_edition(draft, f"how many {_name(service)} {SAID[state]}")
    not_published.say_missing(draft, missing)
    for edition, found in tallies:
        _list(draft, found, edition, state)
    return draft.done()


def tally(edition: Edition, state: str, service: str) -> Tally:
    """The measures of an edition and service in a state, of those its publication counts."""
    measured = edition.measured(service)
    if state in ("met", "missed"):
        return calculate.targets(measured, met=state == "met")
    return calculate.changes(measured, improved=state == "improved")


def _main_service(holdings: Holdings) -> str:
    """The service that is meant where none is named: the main one, if the latest bulletin has it."""
    main = aliases().main_service
    return main if holdings.latest and holdings.latest.measured(main) else ""


def _name(service: str) -> str:
    return f"{service.lower() if service == aliases().main_service else service} service levels".strip()


def _mark(draft: Draft, edition: Edition, found: Tally, state: str, service: str) -> str:
    """The mark of the printed count that agrees with the table, else of the rows counted."""
    printed = edition.counts(state, service)
    agreeing = [c for c in printed if (c.count, c.base) == (len(found.members), len(found.base))]
    _disagree(draft, [c for c in printed if c not in agreeing], found)
    rows = draft.cite(*found.base) if not agreeing else draft.cite_count(agreeing[0])
    draft.working(f"{len(found.members)} of {len(found.base)}", f"{found.working} {rows}")
    return rows


def _disagree(draft: Draft, printed: Sequence[PrintedCount], found: Tally) -> None:
    for count in printed:
        draft.caveat(
            f"The publication prints {count.count} of {count.base} ({count.locator}); its table gives "
            f"{len(found.members)} of {len(found.base)}."
        )


def _counted(draft: Draft, edition: Edition, found: Tally, state: str, service: str) -> None:
    mark = _mark(draft, edition, found, state, service)
    basis = "" if state in ("met", "missed") else " with a published change"
    draft.say(
        f"{len(found.members)} of {len(found.base)} {_name(service)}{basis} {SAID[state]} "
        f"in {found.base[0].area} in {edition.year.label} {mark}."
    )
    left_out = [o for o in edition.measured(service) if not o.counted]
    if left_out and state in ("met", "missed"):
        draft.caveat(
            "Counts cover only measures with a figure that were active long enough in the year, "
            "as the publication says."
        )


def _compared(draft: Draft, tallies: Sequence[tuple[Edition, Tally]], state: str, service: str) -> None:
    parts = []
    for edition, found in tallies:
        mark = _mark(draft, edition, found, state, service)
        parts.append(f"{len(found.members)} of {len(found.base)} in {edition.year.label} {mark}")
    first, last = len(tallies[0][1].members), len(tallies[-1][1].members)
    verb = "fell" if last < first else "rose" if last > first else "stayed the same"
    draft.say(f"The number of {_name(service)} that {SAID[state]} {verb}: {phrases.listed(parts)}.")
    draft.caveat("Measures and targets changed between these years, so the counts are not like for like.")


def _list(draft: Draft, found: Tally, edition: Edition, state: str) -> None:
    if not found.members:
        return
    mark = draft.cite(*found.members)
    for observation in found.members:
        draft.say(f"- {_row(observation, state)}, {edition.year.label} {mark}")


def _row(observation: Observation, state: str) -> str:
    name = phrases.measure_name(observation.measure)
    if state in ("met", "missed"):
        return (
            f"{name}: {phrases.amount(observation)} against {phrases.with_unit(observation.target_shown, observation)}"
        )
    change = observation.change or Decimal(0)
    return f"{name}: {'up' if change > 0 else 'down'} {phrases.points(change)} to {phrases.amount(observation)}"


def _say_printed(draft: Draft, period: Period, state: str, service: str) -> bool:
    """Give the count that a later bulletin prints of a year whose table is not held; False where none does."""
    for document in draft.holdings.documents:
        for count in document.counts:
            if (count.period, count.what, count.service) == (period, state, service):
                mark = draft.cite_count(count)
                draft.figure(f"{count.count} of {count.base}", mark)
                draft.say(f"{count.count} of {count.base} {_name(service)} {SAID[state]} in {period.label} {mark}.")
                draft.caveat(f"The table for {period.label} is not held; the count is as printed later.")
                return True
    return False


def ranking_answer(query: Query, holdings: Holdings) -> Answer:
    """Rank the measures of an edition by change, shortfall from target, or value."""
    draft = Draft(query, holdings)
    editions = editions_of(query, holdings)
    if not editions:
        return not_published.no_edition(draft, "which measure comes first")
    for edition in editions if query.spread else editions[-1:]:
        _ranked(draft, edition)
    not_published.say_missing(draft, not_held(query, holdings))
    return draft.done()


def _ranked(draft: Draft, edition: Edition) -> None:
    """Rank by change, by distance from target, or by figure.

    Which measure is best or worst is told by its target: figures of different measures are not better or worse
    than one another, and of some a lower one is wanted.
    """
    query = draft.query
    measured = [o for o in edition.measured(query.service or _main_service(draft.holdings)) if o.counted]
    if query.state in ("improved", "declined") and query.aspect in ("change", "value"):
        sign = 1 if query.state == "improved" else -1
        most = query.order not in ("least", "lowest") and (query.order, query.state) != ("worst", "improved")
        rows = [o for o in measured if sign * _gain(o) > 0]
        what = f"{query.state} the {'most' if most else 'least'}"
        _announce(draft, edition, measured, rows, lambda o: abs(_gain(o)), most, what)
    elif query.state in ("missed", "met") or query.aspect in ("gap", "met") or query.order in ("best", "worst"):
        met = {"best": True, "worst": False}.get(query.order, query.state == "met")
        most = query.order != "least"
        what = f"{'met' if met else 'missed'} its target by the {'most' if most else 'least'}"
        rows = list(calculate.targets(measured, met=met).members)
        _announce(draft, edition, measured, rows, lambda o: abs(calculate.shortfall(o)), most, what)
    else:
        most = query.order not in ("lowest", "least")
        of_target = query.aspect == "target"
        figures = {o: o.target if of_target else o.value for o in measured}
        rows = [o for o, figure in figures.items() if figure is not None]
        what = f"had the {'highest' if most else 'lowest'} {'target' if of_target else 'figure'}"
        _announce(
            draft, edition, measured, rows, lambda o: (o.target if of_target else o.value) or Decimal(0), most, what
        )


def _gain(observation: Observation) -> Decimal:
    """A published change, positive where it is for the better."""
    change = observation.change or Decimal(0)
    return -change if observation.lower_is_better else change


def _announce(
    draft: Draft,
    edition: Edition,
    measured: Sequence[Observation],
    rows: Sequence[Observation],
    key: Callable[[Observation], Decimal],
    most: bool,
    what: str,
) -> None:
    """Say which of `rows` comes first by `key` and the next ones; `measured` are all that were looked at."""
    year, order = edition.year.label, calculate.ranked(rows, key, most)
    if not order:
        draft.say(f"No measure {what} in {year} {draft.cite(*measured)}.")
        return
    for place, observation in enumerate(order[:SHOWN_IN_RANKING]):
        mark = draft.cite(observation)
        told = f"{_told(draft, observation, mark)} {mark}"
        name = phrases.measure_name(observation.measure)
        draft.say(f"- {name}: {told}" if place else f"{name} {what} in {year}: {told}.")
    if equal := [phrases.measure_name(o.measure) for o in order[1:] if key(o) == key(order[0])]:
        draft.caveat(f"Equal first with {phrases.listed(equal)}.")
    if len(order) < len(measured):
        every = draft.cite(*order)
        draft.working(f"{len(order)} of {len(measured)}", f"{len(order)} of {len(measured)} rows ranked {every}")
        draft.say(f"- In all, {len(order)} of {len(measured)} measures did {every}")


def _told(draft: Draft, observation: Observation, mark: str) -> str:
    change = observation.change
    clause = ""
    if change is not None:
        draft.figure(phrases.points(change), mark)
        clause = f", {'up' if change > 0 else 'down'} {phrases.points(change)} on the previous year"
    draft.figure(phrases.amount(observation), mark)
    if observation.target is None:
        return phrases.amount(observation) + clause
    distance = calculate.gap(observation)
    if distance.value:
        draft.figure(phrases.points(distance.value), mark, distance)
    return f"{phrases.amount(observation)}, {phrases.against_target(observation)}{clause}"
