"""Answers that count and list measures: how many met their target, which improved, in one year or in several."""

from collections.abc import Sequence
from decimal import Decimal

from assistant import aggregates, calculate, disagreements, not_published, phrases, shapes
from assistant.answers import Answer
from assistant.calculate import Tally
from assistant.counted import asked, is_as_asked, is_part, premise, service_named, service_of, tally
from assistant.draft import Draft
from assistant.editions import editions_of, not_held
from assistant.holdings import Edition, Holdings, family
from assistant.query import Query, State
from assistant.target_moves import targets_moved
from assistant.words import fold
from corpus.models import Document, Observation, PrintedCount
from corpus.periods import Period

SAID = {
    "met": "met or bettered their target",
    "missed": "missed their target",
    "improved": "improved",
    "declined": "declined",
    "changed": "changed",
    "unchanged": "did not change",
    "": "are counted against a target",
}


UNLIKE = {"improved": "did not improve (declined or unchanged)", "declined": "did not decline (improved or unchanged)"}


def said_of(query: Query) -> str:
    """What measures did, as the question joins or denies it: "met or bettered their target and declined"."""
    last = query.also or query.state
    said = UNLIKE.get(last, SAID[last]) if query.unlike else SAID[last]
    return f"{SAID[query.state]} and {said}" if query.also else said


def tally_answer(query: Query, holdings: Holdings) -> Answer:
    """Count and list the measures in a state, for each edition asked about."""
    draft = Draft(query, holdings)
    service = service_of(query, holdings)
    if query.areas or shapes.BY_REGION.search(fold(query.question)):
        return _of_areas(draft, service)
    if query.aggregate and not query.state:
        return _no_aggregate(draft, service)
    if query.states:
        return _across(draft, service)
    if shapes.TARGETS_MOVED.search(fold(query.question)) and query.state not in ("met", "missed"):
        return targets_moved(draft, service)
    editions = editions_of(query, holdings)
    draft.understood("Counting", f"{service_named(service)} that {said_of(query)}")
    tallies = [(edition, tally(edition, query, service)) for edition in editions]
    tallies = [(edition, found) for edition, found in tallies if found.base]
    every = query.every and not query.counting and bool(query.state)
    if len(tallies) > 1 and every:
        _in_all(draft, tallies)
    if len(tallies) > 1:
        _compared(draft, tallies, service)
    elif tallies:
        _counted(draft, *tallies[0], service)
    missing = [p for p in not_held(query, holdings) if not _say_printed(draft, p, service)]
    if not draft.started:
        return not_published.no_edition(draft, f"how many {service_named(service)} {said_of(query)}")
    not_published.say_missing(draft, missing)
    for edition, found in tallies:
        if not every:
            _list(draft, found.members, edition)
        if not is_part(query):
            disagreements.say_of_count(draft, f"{len(found.members)} of {len(found.base)}", edition.year)
    if len(tallies) > 1 and not every:
        _in_all(draft, tallies)
    return draft.done()


def _mark(draft: Draft, edition: Edition, found: Tally, service: str) -> str:
    """The mark of the printed count that agrees with the table, else of the rows counted."""
    printed = [] if is_part(draft.query) else edition.counts(draft.query.state, service)
    agreeing = [c for c in printed if (c.count, c.base) == (len(found.members), len(found.base))]
    for count in (c for c in printed if c not in agreeing):
        draft.caveat(
            f"The publication prints {count.count} of {count.base} ({count.locator}); its table gives "
            f"{len(found.members)} of {len(found.base)}."
        )
    rows = draft.cite(*found.base) if not agreeing else draft.cite_count(agreeing[0])
    draft.working(f"{len(found.members)} of {len(found.base)}", f"{found.working} {rows}")
    return rows


def _share(draft: Draft, found: Tally, mark: str) -> str:
    """The count as a percentage of its base, where a share is asked for: " (26%)"."""
    supposed = draft.query.counted
    if not draft.query.share and not (supposed and supposed.places is not None):
        return ""
    draft.working(f"{found.share()}%", f"{len(found.members)} / {len(found.base)} = {found.share()}% {mark}")
    return f" ({found.share()}%)"


def _counted(draft: Draft, edition: Edition, found: Tally, service: str) -> None:
    query = draft.query
    mark = _mark(draft, edition, found, service)
    changes = bool(query.also) or query.state in ("improved", "declined", "changed", "unchanged")
    basis = " with a published change" if changes else ""
    bounded = f" {phrases.bounds(query.limits)}" if query.limits else ""
    if not query.state and not query.limits:
        _sized(draft, edition, found, service, mark)
    else:
        said = said_of(query) if query.state else "had a figure"
        draft.say(
            f"{premise(query, len(found.members), len(found.base))}{len(found.members)} of {len(found.base)}"
            f"{_share(draft, found, mark)} {service_named(service)}{basis} {said}{bounded} "
            f"in {found.base[0].area} in {edition.year.label} {mark}."
        )
    measured = asked(edition, query, service)
    if any(not o.counted for o in measured) and not changes:
        rows = "asked about" if is_part(query) else "of the table"
        draft.caveat(
            "Counts cover only measures with a figure that were active long enough in the year, as the publication "
            f"says: {len(found.base)} of the {len(measured)} rows {rows}."
        )


def _sized(draft: Draft, edition: Edition, found: Tally, service: str, mark: str) -> None:
    """How many measures there are: those counted, and the rows of the table."""
    rows = edition.measured(service)
    every = draft.cite(*rows)
    draft.working(str(len(rows)), f"{len(rows)} rows counted {every}")
    more = f"; its table has {len(rows)} rows, with those active for part of the year or without a figure {every}"
    draft.say(
        f"{len(found.base)} {service_named(service)} are counted against a target in {edition.year.label} {mark}"
        f"{more if len(rows) > len(found.base) else ''}."
    )


def _compared(draft: Draft, tallies: Sequence[tuple[Edition, Tally]], service: str) -> None:
    parts = []
    for edition, found in tallies:
        mark = _mark(draft, edition, found, service)
        parts.append(
            f"{len(found.members)} of {len(found.base)}{_share(draft, found, mark)} in {edition.year.label} {mark}"
        )
    first, last = len(tallies[0][1].members), len(tallies[-1][1].members)
    verb = "fell" if last < first else "rose" if last > first else "stayed the same"
    yes = ""
    if draft.query.polar and draft.query.more_or_fewer:
        right = is_as_asked(draft.query, draft.holdings, first, last)
        yes = "Yes: " if right else "No: "
    said = said_of(draft.query)
    draft.say(f"{yes}{'the' if yes else 'The'} number of {service_named(service)} that {said} {verb}: "
              f"{phrases.listed(parts)}.")  # fmt: skip
    draft.caveat("Measures and targets changed between these years, so the counts are not like for like.")


def _in_all(draft: Draft, tallies: Sequence[tuple[Edition, Tally]]) -> None:
    """The measures that were in the state in every one of the years."""
    sets = [{family(o.measure) for o in found.members} for _, found in tallies]
    shared = set.intersection(*sets)
    members = [o for o in tallies[-1][1].members if family(o.measure) in shared]
    mark = draft.cite(*(members or tallies[-1][1].base))
    draft.working(str(len(members)), f"{len(members)} rows counted {mark}")
    names = f": {phrases.listed(phrases.measure_name(o.measure) for o in members)}" if members else ""
    listed = "- " if draft.started else ""
    years = phrases.listed(edition.year.label for edition, _ in tallies)
    draft.say(f"{listed}{len(members)} {said_of(draft.query)} in each of {years}{names} {mark}.")


def _across(draft: Draft, service: str) -> Answer:
    """The measures in one state in one year and in another in another, by measure through its revisions."""
    sides: list[tuple[Edition, State, Tally]] = []
    for period, state in draft.query.states:
        edition = next((e for e in draft.holdings.editions if period == e.year or period.holds(e.year)), None)
        if edition is None:
            return not_published.no_edition(draft, f"how many {service_named(service)} {SAID[state]}")
        sides.append((edition, state, calculate.targets(edition.measured(service), met=state == "met")))
    (first, was, before), (second, became, after) = sides
    earlier = {family(o.measure): o for o in before.members}
    members = [o for o in after.members if family(o.measure) in earlier]
    base = [o for o in after.base if family(o.measure) in {family(b.measure) for b in before.base}]
    marks = draft.cite(*(members or after.base), *(earlier[family(o.measure)] for o in members))
    draft.working(f"{len(members)} of {len(base)}", f"{len(members)} of {len(base)} measures counted {marks}")
    draft.say(
        f"{len(members)} of {len(base)} {service_named(service)} counted in both years {SAID[was]} in "
        f"{first.year.label} and {SAID[became]} in {second.year.label} {marks}."
    )
    for observation in members:
        other = earlier[family(observation.measure)]
        draft.say(
            f"- {phrases.measure_name(observation.measure)}: {_against(other)} in {first.year.label}, "
            f"{_against(observation)} in {second.year.label} {draft.cite(other)} {draft.cite(observation)}"
        )
    draft.caveat("Some targets changed between these years.")
    return draft.done()


def _against(observation: Observation) -> str:
    return f"{phrases.amount(observation)} against {phrases.with_unit(observation.target_shown, observation)}"


def _list(draft: Draft, members: Sequence[Observation], edition: Edition) -> None:
    if not members or (not draft.query.state and not draft.query.limits):
        return
    mark = draft.cite(*members)
    for observation in members:
        draft.say(f"- {_row(draft, observation)}, {edition.year.label} {mark}")


def _row(draft: Draft, observation: Observation) -> str:
    name = phrases.measure_name(observation.measure)
    if draft.query.also and observation.change is not None:
        return f"{name}: {_against(observation)}, {_moved(observation.change)}"
    if draft.query.state in ("met", "missed", "") or observation.change is None:
        distance = calculate.gap(observation)
        if distance.value and any(limit.of == "gap" for limit in draft.query.limits):
            draft.figure(phrases.points(distance.value), draft.cite(observation), distance)
            return f"{name}: {phrases.amount(observation)}, {phrases.against_target(observation)}"
        return f"{name}: {_against(observation)}"
    change = observation.change
    if not change:
        return f"{name}: unchanged at {phrases.amount(observation)}"
    return f"{name}: {_moved(change)} to {phrases.amount(observation)}"


def _moved(change: Decimal) -> str:
    return f"{'up' if change > 0 else 'down'} {phrases.points(change)}" if change else "unchanged"


def _say_printed(draft: Draft, period: Period, service: str) -> bool:
    """Give the count that a later bulletin prints of a year whose table is not held; False where none does."""
    state = draft.query.state
    if is_part(draft.query):
        return False
    for count in _printed(draft, period, service):
        mark = draft.cite_count(count)
        draft.figure(f"{count.count} of {count.base}", mark)
        draft.say(f"{count.count} of {count.base} {service_named(service)} {SAID[state]} in {period.label} {mark}.")
        draft.caveat(f"The table for {period.label} is not held; the count is as printed later.")
        return True
    return False


def _printed(draft: Draft, period: Period, service: str) -> list[PrintedCount]:
    return [
        count
        for document in draft.holdings.documents
        for count in document.counts
        if (count.period, count.what, count.service) == (period, draft.query.state, service)
        and not _is_own(draft, document, count)
    ]


def _is_own(draft: Draft, document: Document, count: PrintedCount) -> bool:
    """Whether a count printed of another year is that of the document's own table, so that the year is a slip."""
    edition = next((e for e in draft.holdings.editions if e.document is document), None)
    if edition is None:
        return False
    found = tally(edition, Query(question="", state=count.what), count.service)
    return (len(found.members), len(found.base)) == (count.count, count.base)


def _of_areas(draft: Draft, service: str) -> Answer:
    """Say that service levels are published for the whole only, with the rating that regions do have."""
    areas = phrases.listed(draft.query.areas) or "each region"
    draft.say(f"The publications held do not give {service_named(service)} for {areas}: they are published nationally.")
    for edition in editions_of(draft.query, draft.holdings)[-1:]:
        for observation in (o for area in draft.query.areas for o in edition.ratings(area)):
            mark = draft.cite(observation)
            draft.figure(observation.shown, mark)
            draft.say(
                f"The nearest thing published is the scorecard rating: {observation.area} was rated "
                f"{phrases.rated(observation)} in {edition.year.label} {mark}."
            )
    return draft.done("not_found")


def _no_aggregate(draft: Draft, service: str) -> Answer:
    """Refuse a sum or mean over all measures; say what the bulletin counts instead."""
    latest = editions_of(draft.query, draft.holdings)
    sentences = []
    for edition in latest:
        met = calculate.targets(edition.measured(service), met=True)
        mark = draft.cite(*met.base)
        draft.working(f"{len(met.members)} of {len(met.base)}", f"{met.working} {mark}")
        sentences.append(
            f"What is published of them together is that {len(met.members)} of {len(met.base)} met or bettered their "
            f"target in {edition.year.label} {mark}."
        )
    aggregates.refused_all(draft, f"the figures of {service_named(service)}", sentences)
    return draft.done()
