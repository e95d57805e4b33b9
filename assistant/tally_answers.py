"""Answers that count or rank measures: how many met their target, which improved, which missed by most."""

from collections.abc import Callable, Sequence
from decimal import Decimal

from assistant import calculate, phrases
from assistant.answers import Answer
from assistant.calculate import Tally
from assistant.draft import Draft
from assistant.holdings import Edition, Holdings
from assistant.query import Query
from assistant.understand import editions_of
from corpus.aliases import aliases
from corpus.models import Observation, PrintedCount

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
    if not editions:
        return _printed_only(draft, state, service)
    tallies = [(edition, tally(edition, state, service)) for edition in editions]
    if len(tallies) > 1:
        _compared(draft, tallies, state, service)
    else:
        _counted(draft, *tallies[0], state, service)
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
    """The service that is meant where none is named: the first of the aliases, if the latest bulletin has it."""
    main = next(iter(aliases().services))
    return main if holdings.latest and holdings.latest.measured(main) else ""


def _name(service: str) -> str:
    main = next(iter(aliases().services))
    return f"{service.lower() if service == main else service} service levels".strip()


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
        f"in England and Wales in {edition.year.label} {mark}."
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


def _printed_only(draft: Draft, state: str, service: str) -> Answer:
    """A year whose table is not held but whose count a later bulletin prints, else not found."""
    wanted = draft.query.periods
    for document in draft.holdings.documents:
        for count in document.counts:
            if count.period in wanted and count.what == state and count.service == service:
                mark = draft.cite_count(count)
                draft.figure(f"{count.count} of {count.base}", mark)
                draft.say(
                    f"{count.count} of {count.base} {_name(service)} {SAID[state]} in {count.period.label} {mark}."
                )
                draft.caveat(f"The table for {count.period.label} is not held; the count is as printed later.")
                return draft.done()
    return no_edition(draft, f"how many {_name(service)} {SAID[state]}")


def no_edition(draft: Draft, what: str) -> Answer:
    """Say that a year is not held, and which are."""
    asked = phrases.listed(p.label for p in draft.query.periods)
    held = phrases.listed(e.year.label for e in draft.holdings.editions) or "no year"
    draft.say(f"The publications held do not say {what} in {asked}.")
    draft.say(f"The bulletins held cover {held}.")
    return draft.done("not_found")


def ranking_answer(query: Query, holdings: Holdings) -> Answer:
    """Rank the measures of an edition by change, shortfall from target, or value."""
    draft = Draft(query, holdings)
    editions = editions_of(query, holdings)
    if not editions:
        return no_edition(draft, "which measure comes first")
    for edition in editions[-1:] if not query.spread else editions:
        _ranked(draft, edition)
    return draft.done()


def _ranked(draft: Draft, edition: Edition) -> None:
    query = draft.query
    measured = [o for o in edition.measured(query.service or _main_service(draft.holdings)) if o.counted]
    if query.state in ("improved", "declined") and query.aspect in ("change", "value"):
        sign = 1 if query.state == "improved" else -1
        rows = [o for o in measured if o.change is not None and sign * _gain(o) > 0]
        order = _by(rows, lambda o: sign * _gain(o), query.descending or query.state == "declined")
        _announce(
            draft,
            order,
            edition,
            f"{query.state} the most" if query.descending or sign < 0 else f"{query.state} the least",
        )
    elif query.state in ("missed", "met") or query.aspect in ("gap", "met"):
        sign = -1 if query.state == "met" else 1
        rows = [o for o in measured if o.target is not None and calculate.is_met(o) == (query.state == "met")]
        order = _by(rows, lambda o: sign * calculate.shortfall(o), query.descending)
        verb = "met its target by" if sign < 0 else "missed its target by"
        _announce(draft, order, edition, f"{verb} {'the most' if query.descending else 'the least'}")
    else:
        order = _by([o for o in measured if o.value is not None], lambda o: o.value or Decimal(0), query.descending)
        _announce(draft, order, edition, f"had the {'highest' if query.descending else 'lowest'} figure")


def _by(rows: Sequence[Observation], key: Callable[[Observation], Decimal], descending: bool) -> list[Observation]:
    return calculate.ranked(rows, key, descending)


def _gain(observation: Observation) -> Decimal:
    """A published change, positive where it is for the better."""
    change = observation.change or Decimal(0)
    return -change if observation.lower_is_better else change


def _announce(draft: Draft, order: Sequence[Observation], edition: Edition, what: str) -> None:
    if not order:
        draft.say(f"No measure {what} in {edition.year.label}, by the table of {edition.document.publication.title}.")
        return
    top = order[0]
    mark = draft.cite(top)
    draft.say(
        f"{phrases.measure_name(top.measure)} {what} of the {len(order)} that did in {edition.year.label}: "
        f"{_told(draft, top, mark)} {mark}."
        if "figure" not in what
        else f"{phrases.measure_name(top.measure)} {what} in {edition.year.label}: {_told(draft, top, mark)} {mark}."
    )
    if "figure" not in what:
        draft.working(str(len(order)), f"{len(order)} rows ranked {draft.cite(*order)}")
    for observation in order[1:SHOWN_IN_RANKING]:
        mark = draft.cite(observation)
        draft.say(f"- {phrases.measure_name(observation.measure)}: {_told(draft, observation, mark)} {mark}")


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
    draft.figure(phrases.points(distance.value), mark, distance)
    return f"{phrases.amount(observation)}, {phrases.against_target(observation)}{clause}"
