"""Answers about measures by region and part of a year: a figure, several beside one another, changes, series."""

from collections.abc import Sequence
from dataclasses import replace

from assistant import breakdown_lines as lines
from assistant import calculate, phrases, premises
from assistant.answers import Answer, Status
from assistant.breakdown_regions import write_regions
from assistant.breakdown_when import preceding
from assistant.draft import Draft
from assistant.families import Family
from assistant.holdings import Holdings
from assistant.measure_answers import write_measure
from assistant.query import Query
from corpus.models import ENGLAND_AND_WALES, Observation
from corpus.periods import find_periods
from corpus.quarters import period_name

MOVES = ("rose", "fell", "improved", "declined")


def breakdown_answer(query: Query, holdings: Holdings) -> Answer:
    """Answer about measures by region or part of a year, or say what is not published and what is nearest."""
    draft = Draft(query, holdings)
    if not query.families:
        return draft.done(_like(draft))
    if query.close:
        return draft.done(_which(draft))
    statuses = [_write(draft, one) for one in query.families]
    if query.across.read_as is not None:
        other, own = period_name(query.across.read_as), phrases.listed(map(period_name, query.periods))
        draft.caveat(f"The quarter was read as one of the performance year: {own}. Of the calendar year it is {other}.")
    return draft.done("answered" if "answered" in statuses else statuses[0])


def _like(draft: Draft) -> Status:
    """Say that no measure has the name that is asked for, and which is like it."""
    held = draft.holdings.breakdowns
    names = phrases.listed(f"{lines.name(draft, one)} {draft.cite(held.rows(one)[-1])}" for one in draft.query.fitting)
    draft.say(
        f"The publications held have no measure of that name by region or part of a year; the nearest is {names}."
    )
    return "not_found"


def _plainly(draft: Draft, one: Family) -> Status:
    """What bulletins print of a measure that is not broken down, beside one that is."""
    asked, named = draft.query, [mention.period for mention in find_periods(draft.query.question)]
    codes = tuple(o.measure.code for o in draft.holdings.of([one]) if o.measure.code in asked.codes)
    finer = any(period.months < 12 for period in named)
    draft.query = replace(
        asked, topic="measure", families=(one,), codes=codes, periods=() if finer else tuple(named), finer=finer
    )
    status = write_measure(draft)
    draft.query = asked
    return status


def _which(draft: Draft) -> Status:
    """Ask which of several measures is meant."""
    draft.say("Several published measures fit. Which do you mean?")
    query = draft.query
    area = "by region" if query.across.over == "areas" else f"in {phrases.listed(query.areas) or ENGLAND_AND_WALES}"
    when = phrases.listed(map(period_name, query.periods))
    draft.options = tuple(f"{lines.name(draft, one)} {area} in {when}" for one in query.families)
    for option, one in zip(draft.options, query.families, strict=True):
        draft.say(f"- {option} {draft.cite(draft.holdings.breakdowns.rows(one)[-1])}")
    return "clarify"


def _write(draft: Draft, one: Family) -> Status:
    """Write what is asked of one measure."""
    query = draft.query
    if one not in draft.holdings.breakdowns.measures:
        return _plainly(draft, one)
    if query.across.unknown_area:
        return lines.missing(draft, one, query.across.unknown_area, query.periods[-1])
    if query.across.over == "areas":
        return write_regions(draft, one)
    areas = query.areas or (ENGLAND_AND_WALES,)
    beside = query.across.compared and len(areas) > 1
    if query.across.over != "periods" and len(query.periods) == 1 and (beside or not _moves(query)):
        return _at(draft, one, areas)
    statuses = [_over_periods(draft, one, area) for area in areas]
    return "answered" if "answered" in statuses else statuses[0]


def _moves(query: Query) -> bool:
    """Whether it asks how a figure changed, where it names no more than one period."""
    return not query.across.beside_whole and (query.aspect == "change" or query.claim in MOVES)


def _at(draft: Draft, one: Family, areas: Sequence[str]) -> Status:
    """One measure at one period, in one area or several, beside the whole where that is asked."""
    period = draft.query.periods[-1]
    found = {area: lines.row(draft, one, area, period) for area in areas}
    rows = [o for o in found.values() if o is not None]
    if not rows:
        return lines.missing(draft, one, areas[0], period)
    whole = lines.row(draft, one, ENGLAND_AND_WALES, period)
    if draft.query.across.beside_whole:
        _beside_whole(draft, rows, whole)
    elif len(rows) == 1:
        lines.single(draft, rows[0])
    else:
        _beside(draft, rows)
    for area, observation in found.items():
        if observation is None:
            lines.missing(draft, one, area, period)
    lines.attend(draft, [*rows, *([whole] if whole is not None and draft.query.across.beside_whole else [])])
    told = len(rows) > 1 or draft.query.across.beside_whole or lines.is_answered(draft, rows[0])
    return "answered" if told else "not_found"


def _beside_whole(draft: Draft, rows: Sequence[Observation], whole: Observation | None) -> None:
    """Each region held against the figure of the whole."""
    for observation in rows:
        if observation.value is None or whole is None or whole.value is None:
            lines.single(draft, observation)
            if whole is None:
                draft.say(f"No figure for {ENGLAND_AND_WALES} is published beside it.")
            elif observation is not whole:
                lines.single(draft, whole)
            continue
        mark = f"{draft.cite(observation)} {draft.cite(whole)}"
        lines.account(draft, [observation], draft.cite(observation))
        lines.account(draft, [whole], draft.cite(whole))
        apart = observation.value - whole.value
        place = lines.where(draft, observation)
        stood = "the same as" if not apart else (
            f"{lines.difference(draft, observation, whole, mark)} {'above' if apart > 0 else 'below'}"
        )  # fmt: skip
        draft.say(
            f"{_stands(draft.query, observation, whole)}{phrases.measure_name(observation.measure)} was "
            f"{phrases.amount(observation)} {place}, {stood} the {phrases.amount(whole)} of {whole.area} {mark}."
        )


def _stands(query: Query, observation: Observation, whole: Observation) -> str:
    """Yes or no to how a region is supposed to stand to the whole, or to another region."""
    apart = calculate.change(whole, observation).value
    better = calculate.is_improvement(observation, apart)
    so = {"above": apart > 0, "below": apart < 0, "improved": better is True, "declined": better is False}
    if not query.polar or query.claim not in so:
        return ""
    return premises.YES if so[query.claim] else premises.NO


def _beside(draft: Draft, rows: Sequence[Observation]) -> None:
    """Areas of one period beside one another."""
    marks = {o: draft.cite(o) for o in rows}
    for observation, mark in marks.items():
        lines.account(draft, [observation], mark)
    told = phrases.listed(f"{lines.amount(draft, o)} in {o.area} {mark}" for o, mark in marks.items())
    valued = [o for o in rows if o.value is not None]
    first = rows[0]
    said = f"{phrases.measure_name(first.measure)} was {told} {lines.when(draft, first)}"
    if len(rows) == len(valued) == 2 and valued[0].unit == valued[1].unit:
        low, high = sorted(valued, key=lambda o: calculate.change(rows[0], o).value)
        if low.value != high.value:
            apart = lines.difference(draft, high, low, f"{marks[high]} {marks[low]}")
            said += f": {high.area} was higher by {apart}"
        said = f"{_stands(draft.query, rows[0], rows[1])}{said}"
    draft.say(f"{said}.")
    for observation in valued:
        if observation.target is not None:
            draft.say(f"- {observation.area}: {phrases.amount(observation)}, {phrases.against_target(observation)} "
                      f"{marks[observation]}")  # fmt: skip
            draft.figure(phrases.with_unit(observation.target_shown, observation), marks[observation])
            distance = calculate.gap(observation)
            if distance.value:
                draft.figure(phrases.points(distance.value), marks[observation], distance)


def _over_periods(draft: Draft, one: Family, area: str) -> Status:
    """One measure in one area over periods: the change between two, or each of more."""
    periods = draft.query.periods
    if len(periods) == 1 and draft.query.across.over != "periods":
        periods = (preceding(periods[0]), periods[0])
    found = [lines.row(draft, one, area, period) for period in periods]
    rows = [o for o in found if o is not None]
    if not rows or (len(draft.query.periods) == 1 and found[-1] is None):
        return lines.missing(draft, one, area, periods[-1])
    lacking = len(periods) == len(draft.query.periods) == 2 and sum(o.value is not None for o in rows) < 2
    if unknown := lacking and draft.query.aspect == "change":
        draft.say(f"No change in {lines.name(draft, one)} can be given for {area}: that takes two figures.")
    if len(rows) == 1:
        lines.single(draft, rows[0])
    elif len(rows) == 2 and all(o.value is not None for o in rows) and rows[0].unit == rows[1].unit:
        _changed(draft, rows[0], rows[1])
    else:
        _series(draft, rows)
    if draft.query.across.over == "periods" and not any(period.months < 12 for period in periods):
        draft.say(f"{lines.name(draft, one)} is not published by part of a year for {area}.")
    for period, observation in zip(periods, found, strict=True):
        if observation is None and len(draft.query.periods) > 1:
            lines.missing(draft, one, area, period)
        elif observation is None:
            draft.say(f"No figure {lines.in_period(period)} is published to compare it with.")
    lines.attend(draft, rows)
    return "not_found" if unknown else "answered"


def _changed(draft: Draft, before: Observation, after: Observation) -> None:
    """The change of a figure between two periods."""
    marks = {o: draft.cite(o) for o in (before, after)}
    both = " ".join(dict.fromkeys(marks.values()))
    for observation, mark in marks.items():
        lines.account(draft, [observation], mark)
    change = calculate.change(before, after)
    said, place = phrases.measure_name(after.measure), lines.where(draft, after)
    earlier = lines.when(draft, before)
    moved = replace(after, change=change.value)
    yes = premises.verdict(replace(draft.query, aspect="change"), moved, change.value)
    if not change.value:
        draft.say(f"{yes}{said} was {phrases.amount(after)} {place}, the same as {earlier} {both}.")
        return
    size = lines.difference(draft, after, before, both)
    judged = f", {phrases.judged(after, change.value)}" if after.target is not None or after.lower_is_better else ""
    verb = phrases.moved(change.value)
    draft.say(
        f"{yes}{said} {verb} by {size} to {phrases.amount(after)} {place}, against {phrases.amount(before)} "
        f"{earlier}{judged} {both}."
    )


def _series(draft: Draft, rows: Sequence[Observation]) -> None:
    """Each of several periods of one area; which was first, where that is asked."""
    marks = {o: draft.cite(o) for o in rows}
    for observation, mark in marks.items():
        lines.account(draft, [observation], mark)
    said, last = phrases.measure_name(rows[-1].measure), rows[-1]
    valued = [o for o in rows if o.value is not None]
    if draft.query.ordered and valued:
        high = lines.is_high(draft.query, last)
        best = (max if high else min)(o.value for o in valued if o.value is not None)
        first = [o for o in valued if o.value == best]
        word = draft.query.order if draft.query.order in ("best", "worst") else "highest" if high else "lowest"
        when = phrases.listed(lines.period_of(draft, o) for o in first)
        draft.say(
            f"{said} in {last.area} was {word} in {when}, at {phrases.amount(first[0])} "
            f"{' '.join(dict.fromkeys(marks[o] for o in first))}."
        )
    told = phrases.listed(f"{lines.amount(draft, o)} {lines.when(draft, o)} {marks[o]}" for o in rows)
    draft.say(f"{said} in {last.area} was {told}.")
    if draft.query.aspect == "change" and len(valued) > 2 and valued[0].unit == valued[-1].unit:
        _overall(draft, valued[0], valued[-1], f"{marks[valued[0]]} {marks[valued[-1]]}")


def _overall(draft: Draft, first: Observation, last: Observation, mark: str) -> None:
    """The change from the first of several periods to the last."""
    change = calculate.change(first, last)
    size = lines.difference(draft, last, first, mark)
    moved = phrases.moved(change.value) if change.value else "did not change"
    span = f"from {lines.period_of(draft, first)} to {lines.period_of(draft, last)}"
    draft.say(f"It {moved}{f' by {size}' if change.value else ''} {span} ({change.working}) {mark}.")
