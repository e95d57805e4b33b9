"""Answers over all regions: which came first, which met the target, which stood above the whole, which improved."""

from collections.abc import Sequence
from decimal import Decimal
from itertools import groupby

from assistant import breakdown_lines as lines
from assistant import calculate, phrases, premises, shapes
from assistant.answers import Status
from assistant.bounds import ONES
from assistant.breakdown_shapes import ALL
from assistant.breakdown_when import preceding
from assistant.draft import Draft
from assistant.families import Family
from assistant.query import Query
from assistant.words import fold
from corpus.models import ENGLAND_AND_WALES, Observation
from corpus.periods import Period
from corpus.quarters import period_name

MOVING = ("improved", "declined", "changed", "unchanged")
SAID = {
    "met": "met the target", "missed": "missed the target", "improved": "improved", "declined": "got worse",
    "changed": "changed", "unchanged": "did not change",
}  # fmt: skip
PLACES = {1: "", 2: "second ", 3: "third ", 4: "fourth ", 5: "fifth "}


def write_regions(draft: Draft, one: Family) -> Status:
    """Write what is asked of a measure in all its regions."""
    query = draft.query
    moving = query.state in MOVING and not query.across.beside_whole
    if moving or (len(query.periods) > 1 and query.claim in ("rose", "fell")):
        before, after = (
            query.periods[-2:] if len(query.periods) > 1 else (preceding(query.periods[0]), query.periods[0])
        )
        return _moved(draft, one, before, after)
    statuses = [_at(draft, one, period) for period in query.periods]
    return "answered" if "answered" in statuses else "not_found"


def _at(draft: Draft, one: Family, period: Period) -> Status:
    query = draft.query
    rows = draft.holdings.breakdowns.of(one, period, query.codes)
    valued = [o for o in rows if o.value is not None]
    if not valued:
        return _none(draft, one, period, rows)
    whole = lines.row(draft, one, ENGLAND_AND_WALES, period)
    if query.across.ends and len(valued) > 1:
        _ends(draft, valued)
    elif query.across.beside_whole and whole is not None and whole.value is not None:
        _beside_whole(draft, valued, whole)
    elif query.limits and not query.state:
        _bounded(draft, valued)
    elif query.state in ("met", "missed") or query.aspect == "met":
        if not _against_targets(draft, valued):
            return "not_found"
    elif query.ordered:
        _ranked(draft, valued)
    else:
        _listed(draft, rows, whole)
        return "answered"
    _without_figure(draft, rows)
    lines.attend(draft, [*valued, *([whole] if whole is not None and query.across.beside_whole else [])])
    return "answered"


def _none(draft: Draft, one: Family, period: Period, rows: Sequence[Observation]) -> Status:
    """Say that no region has a figure, and which period has."""
    held = draft.holdings.breakdowns
    if rows:
        mark = draft.cite(*rows)
        shown = phrases.listed(f"{o.area} ({o.shown})" for o in rows)
        draft.say(f"No figure for {lines.name(draft, one)} is given in any region {lines.when(draft, rows[0])}: "
                  f"{shown} {mark}.")  # fmt: skip
        return "not_found"
    mark = draft.cite(held.rows(one)[-1])
    draft.say(f"The publications held do not give {lines.name(draft, one)} by region {lines.in_period(period)} {mark}.")
    having = [p for p in held.periods(one) if held.of(one, p)]
    if having:
        nearest = min(having, key=lambda p: (abs(p.last - period.last), abs(p.months - period.months)))
        draft.say(f"The nearest period that it is given for by region is {period_name(nearest)}.")
    return "not_found"


def _ranked(draft: Draft, valued: Sequence[Observation]) -> None:
    """The regions in an order, ties told; the first, the one in the place asked for, or so many as are asked for."""
    query = draft.query
    high = lines.is_high(query, valued[0]) if not _is_ranking(query) else not valued[0].lower_is_better
    ranked = calculate.ranked(valued, lambda o: o.value or Decimal(0), high)
    mark = draft.cite(*ranked)
    lines.account(draft, ranked, mark)
    said, when = phrases.measure_name(ranked[0].measure), lines.when(draft, ranked[0])
    word = (
        query.order if query.order in ("best", "worst") and not _is_ranking(query) else "highest" if high else "lowest"
    )
    count = min(query.first, len(ranked)) if query.first > 1 and not query.ordinal else 0
    if count:
        told = phrases.listed(f"{o.area} ({phrases.amount(o)})" for o in ranked[:count])
        draft.say(f"The {_in_words(count)} regions that were {word} on {said} {when} were {told} {mark}.")
        if cut := [o.area for o in ranked[count:] if o.value == ranked[count - 1].value]:
            draft.say(f"Level with {ranked[count - 1].area}: {phrases.listed(cut)} {mark}.")
    else:
        place = query.first if query.ordinal else 1
        lead = ranked[min(place, len(ranked)) - 1]
        level = [o for o in ranked if o.value == lead.value]
        areas, joint = phrases.listed(o.area for o in level), "joint " if len(level) > 1 else ""
        verb = "were" if joint else "was"
        draft.say(
            f"{areas} {verb} {joint}{PLACES.get(place, '')}{word} on {said} {when}, at {phrases.amount(lead)} {mark}."
        )
    if ranked[0].lower_is_better:
        draft.say("A lower figure is better.")
    for _, same in groupby(ranked, key=lambda o: o.value):
        level = list(same)
        draft.say(f"- {phrases.amount(level[0])}: {phrases.listed(o.area for o in level)} {mark}")


def _ends(draft: Draft, valued: Sequence[Observation]) -> None:
    """How far the first region is from the last."""
    ranked = calculate.ranked(valued, lambda o: o.value or Decimal(0), not valued[0].lower_is_better)
    first, last = ranked[0], ranked[-1]
    mark = draft.cite(*ranked)
    lines.account(draft, ranked, mark)
    said, when = phrases.measure_name(first.measure), lines.when(draft, first)
    at_first, at_last = (
        f"{phrases.listed(o.area for o in ranked if o.value == end.value)} ({phrases.amount(end)})"
        for end in (first, last)
    )
    high, low = (last, first) if first.lower_is_better else (first, last)
    size = lines.difference(draft, high, low, mark)
    worked = calculate.change(low, high).working
    draft.say(f"On {said} {when} the best was {at_first} and the worst {at_last}, {size} apart ({worked}) {mark}.")
    if first.lower_is_better:
        draft.say("A lower figure is better.")
    for observation in ranked[1:-1]:
        draft.say(f"- {observation.area}: {phrases.amount(observation)} {mark}")


def _is_ranking(query: Query) -> bool:
    """Whether all are to be put in order rather than the first named."""
    return query.order == "most" and shapes.RANKED.search(fold(query.question)) is not None


def _against_targets(draft: Draft, valued: Sequence[Observation]) -> bool:
    """The regions that met or missed the target; False where none is published."""
    query = draft.query
    with_targets = [o for o in valued if o.target is not None]
    yearly = None if with_targets else lines.yearly_target(draft, valued[0])
    if yearly is not None:
        with_targets = [lines.with_target(o, yearly) for o in valued]
    mark = draft.cite(*valued)
    said, when = phrases.measure_name(valued[0].measure), lines.when(draft, valued[0])
    if not with_targets:
        draft.say(f"No target for {said} is published {when}, so it cannot be said which regions met one {mark}.")
        return False
    state = query.state if query.state in ("met", "missed") else "met"
    tally = calculate.targets(with_targets, met=state == "met")
    goals = {o.target_shown for o in with_targets}
    marks = f"{mark} {draft.cite(yearly)}" if yearly else mark
    goal = f" of {phrases.with_unit(with_targets[0].target_shown, with_targets[0])}" if len(goals) == 1 else ""
    listed = phrases.listed(f"{o.area} ({phrases.amount(o)})" for o in tally.members)
    lines.account(draft, tally.members, mark)
    if goal:
        draft.figure(goal.removeprefix(" of "), draft.cite(yearly) if yearly else mark)
    _counted(draft, len(tally.members), len(tally.base), marks)
    yes = ""
    if query.polar and ALL.search(fold(query.question)):
        yes = premises.YES if len(tally.members) == len(tally.base) else premises.NO
    draft.say(
        f"{yes}{len(tally.members)} of {len(tally.base)} regions {state} the target{goal} for {said} {when}"
        f"{f': {listed}' if listed else ''} {marks}."
    )
    if yearly:
        draft.say(f"The target is that of the bulletin for {yearly.area} in {yearly.period.label}.")
    others = [o for o in with_targets if o not in tally.members]
    lines.account(draft, others, mark)
    for observation in others:
        draft.say(f"- {observation.area}: {phrases.amount(observation)} {mark}")
    return True


def _beside_whole(draft: Draft, valued: Sequence[Observation], whole: Observation) -> None:
    """The regions that stood above or below the whole."""
    claim, lower = draft.query.claim, whole.lower_is_better
    below = claim == "below" or (claim == "declined" and not lower) or (claim == "improved" and lower)
    apart = {o: calculate.change(whole, o).value for o in valued}
    chosen = [o for o in valued if (apart[o] < 0 if below else apart[o] > 0)]
    side = "below" if below else "above"
    _members(draft, chosen, valued, f"{side} the {phrases.amount(whole)} of {whole.area}", whole)


def _bounded(draft: Draft, valued: Sequence[Observation]) -> None:
    """The regions whose figures keep the bounds that a question sets."""
    chosen = [o for o in valued if all(calculate.is_bounded(o, limit) for limit in draft.query.limits)]
    _members(draft, chosen, valued, phrases.bounds(draft.query.limits))


def _members(
    draft: Draft,
    chosen: Sequence[Observation],
    valued: Sequence[Observation],
    what: str,
    whole: Observation | None = None,
) -> None:
    """So many of the regions, and which."""
    marks = draft.cite(*valued)
    lines.account(draft, chosen, marks)
    if whole is not None:
        lines.account(draft, [whole], draft.cite(whole))
        marks = " ".join(dict.fromkeys((marks, draft.cite(whole))))
    _counted(draft, len(chosen), len(valued), marks)
    listed = phrases.listed(f"{o.area} ({phrases.amount(o)})" for o in chosen)
    said, when = phrases.measure_name(valued[0].measure), lines.when(draft, valued[0])
    verb = "was" if len(chosen) == 1 else "were"
    found = f"{len(chosen)} of {len(valued)} regions {verb} {what}"
    draft.say(f"{found} on {said} {when}{f': {listed}' if listed else ''} {marks}.")


def _listed(draft: Draft, rows: Sequence[Observation], whole: Observation | None) -> None:
    """Every region as printed, the whole last."""
    valued = [o for o in rows if o.value is not None]
    mark = draft.cite(*rows)
    lines.account(draft, valued, mark)
    said, when = phrases.measure_name(rows[0].measure), lines.when(draft, rows[0])
    told = phrases.listed(f"{lines.amount(draft, o)} in {o.area}" for o in rows)
    draft.say(f"{said} {when} was {told} {mark}.")
    if whole is not None and whole.value is not None:
        own = draft.cite(whole)
        lines.account(draft, [whole], own)
        draft.say(f"In {whole.area} it was {phrases.amount(whole)} {own}.")
    lines.attend(draft, rows)


def _moved(draft: Draft, one: Family, before: Period, after: Period) -> Status:
    """The regions that improved, got worse or did not change between two periods."""
    held, query = draft.holdings.breakdowns, draft.query
    earlier = {o.area: o for o in held.of(one, before, query.codes) if o.value is not None}
    pairs = [
        (earlier[o.area], o) for o in held.of(one, after, query.codes) if o.value is not None and o.area in earlier
    ]
    if not pairs:
        return _none(draft, one, after if not held.of(one, after) else before, [])
    mark = draft.cite(*(o for pair in pairs for o in pair))
    lines.account(draft, [o for pair in pairs for o in pair], mark)
    chosen = [(b, a) for b, a in pairs if _did(query, a, calculate.change(b, a).value)]
    _counted(draft, len(chosen), len(pairs), mark)
    did = {"rose": "went up", "fell": "went down"}.get(query.claim) if query.state not in MOVING else SAID[query.state]
    if query.ordered and chosen:
        chosen = sorted(chosen, key=lambda pair: -abs(calculate.change(*pair).value))
        _most(draft, chosen, mark, str(did))
    listed = phrases.listed(f"{a.area} (from {phrases.amount(b)} to {phrases.amount(a)})" for b, a in chosen)
    every = query.polar and ALL.search(fold(query.question)) is not None
    yes = (premises.YES if len(chosen) == len(pairs) else premises.NO) if every else ""
    first, last = pairs[0]
    since, until = lines.period_of(draft, first), lines.period_of(draft, last)
    said = f"{yes}{len(chosen)} of {len(pairs)} regions {did} on {phrases.measure_name(last.measure)}"
    draft.say(f"{said} between {since} and {until}{f': {listed}' if listed else ''} {mark}.")
    for b, a in pairs:
        if (b, a) not in chosen:
            draft.say(f"- {a.area}: from {phrases.amount(b)} to {phrases.amount(a)} {mark}")
    return "answered"


def _most(draft: Draft, chosen: Sequence[tuple[Observation, Observation]], mark: str, did: str) -> None:
    """The region that moved most, of pairs with the largest change first; those level with it too."""
    before, after = chosen[0]
    size = lines.difference(draft, after, before, mark)
    level = [
        a.area for b, a in chosen if abs(calculate.change(b, a).value) == abs(calculate.change(before, after).value)
    ]
    draft.say(
        f"{phrases.listed(level)} {did} most on {phrases.measure_name(after.measure)} "
        f"between {lines.period_of(draft, before)} and {lines.period_of(draft, after)}, by {size} {mark}."
    )


def _did(query: Query, after: Observation, moved: Decimal) -> bool:
    """Whether a change is what a question asks about."""
    if query.state in ("changed", "unchanged"):
        return (moved != 0) == (query.state == "changed")
    if query.state in ("improved", "declined"):
        return calculate.is_improvement(after, moved) is (query.state == "improved")
    return moved > 0 if query.claim == "rose" else moved < 0


def _without_figure(draft: Draft, rows: Sequence[Observation]) -> None:
    """Name the regions that have a symbol in place of a figure."""
    lacking = [o for o in rows if o.value is None]
    if lacking:
        told = phrases.listed(f"{o.area}: {lines.amount(draft, o)}" for o in lacking)
        draft.say(f"No figure is given for {told} {draft.cite(*lacking)}.")


def _counted(draft: Draft, count: int, base: int, mark: str) -> None:
    draft.working(f"{count} of {base}", f"{count} of {base} regions counted {mark}")


def _in_words(count: int) -> str:
    return ONES[count - 1] if count <= len(ONES) else str(count)
