"""What is said of figures by region and part of a year: one figure, its target, that it is not published."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace

from assistant import calculate, measure_lines, phrases, premises
from assistant.answers import Status
from assistant.calculate import Derived
from assistant.draft import Draft
from assistant.families import Family, family
from assistant.measure_caveats import warn
from assistant.query import Query
from corpus.models import ENGLAND_AND_WALES, Observation
from corpus.periods import QUARTER, Period
from corpus.quarters import is_quarter, period_name, quarter_name

NUMBERED = re.compile(rf"\b(?:{QUARTER})\b", re.I)


def row(draft: Draft, one: Family, area: str, period: Period) -> Observation | None:
    """The figure of a measure, area and period; of the whole that of the bulletin, where it prints one."""
    held, codes = draft.holdings.breakdowns, draft.query.codes
    found = held.at(one, area, period, codes)
    if not held.is_region(area):
        own = [o for o in draft.holdings.of([one]) if o.period == period and o.area == area]
        same = [o for o in own if o.measure.code in (codes or (found.measure.code if found else o.measure.code,))]
        return same[-1] if same else found
    return found


def name(draft: Draft, one: Family) -> str:
    """A measure as it is last published."""
    return phrases.measure_name(draft.holdings.breakdowns.measures[one])


def when(draft: Draft, observation: Observation) -> str:
    """The period of a figure: "from October to December 2024 (Q3 2024-25)", where its table numbers quarters so."""
    said = period_name(observation.period)
    if is_quarter(observation.period) and observation.cell is not None:
        table, number = draft.holdings.table(observation)
        beside = [table.headers[observation.cell[1]], table.title, *table.rows[number]]
        if any(NUMBERED.search(text) for text in beside):
            said = f"{said} ({quarter_name(observation.period)})"
    return f"{'from' if ' to ' in said else 'in'} {said}"


def period_of(draft: Draft, observation: Observation) -> str:
    """The period of a figure without a word before it: "October to December 2024 (Q3 2024-25)"."""
    return when(draft, observation).removeprefix("from ").removeprefix("in ")


def where(draft: Draft, observation: Observation) -> str:
    """Area and period of a figure."""
    return f"in {observation.area} {when(draft, observation)}"


def amount(draft: Draft, observation: Observation) -> str:
    """A figure as printed; or a symbol with its meaning."""
    return phrases.amount(observation) if observation.value is not None else measure_lines.symbol(draft, observation)


def in_period(period: Period) -> str:
    """A period as it follows a statement: "from October to December 2024", "in 2024-25"."""
    said = period_name(period)
    return f"{'from' if ' to ' in said else 'in'} {said}"


def with_target(observation: Observation, other: Observation) -> Observation:
    """A figure held against the target of another row."""
    lower = other.lower_is_better
    return replace(observation, target=other.target, target_shown=other.target_shown, lower_is_better=lower)


def account(draft: Draft, rows: Iterable[Observation], mark: str) -> None:
    """Account for the figures of rows that a mark is of."""
    for observation in rows:
        draft.figure(phrases.amount(observation), mark)


def single(draft: Draft, observation: Observation) -> None:
    """One figure, by what is asked of it, with its target where one is printed."""
    query, said = draft.query, phrases.measure_name(observation.measure)
    mark, place = draft.cite(observation), where(draft, observation)
    if observation.value is None:
        shown = measure_lines.symbol(draft, observation)
        draft.say(f"{said} is published as {shown} {place}: no figure is given {mark}.")
        return
    if query.aspect == "target":
        targeted(draft, observation, mark)
        return
    account(draft, [observation], mark)
    if not is_answered(draft, observation):
        draft.say(
            f"No target for {said} is published {place}, so it cannot be said whether one was met: it was "
            f"{phrases.amount(observation)} {mark}."
        )
        return
    goal = observation.target is not None
    yes = premises.verdict(query, observation)
    if goal and not yes and query.aspect == "met" and query.polar and not query.claim:
        yes = premises.YES if calculate.is_met(observation) else premises.NO
    stood = f", {phrases.against_target(observation)}" if goal else ""
    draft.say(f"{yes}{said} was {phrases.amount(observation)} {place}{stood} {mark}.")
    if goal:
        measure_lines.account(draft, observation, mark)
    elif query.aspect in ("met", "gap") or query.claim in ("met", "missed"):
        against_bulletin(draft, observation)


def is_answered(draft: Draft, observation: Observation) -> bool:
    """Whether a figure answers what is asked of it: one without any target does not say whether it was met."""
    query = draft.query
    of_target = query.aspect in ("met", "gap", "target") or (query.polar and query.claim in ("met", "missed"))
    has_target = observation.target is not None or yearly_target(draft, observation) is not None
    return observation.value is None or has_target or not of_target


def targeted(draft: Draft, observation: Observation, mark: str) -> None:
    """The target of a figure; that of the bulletin for the year, where the table prints none."""
    said, place = phrases.measure_name(observation.measure), where(draft, observation)
    if observation.target is not None:
        goal = phrases.with_unit(observation.target_shown, observation)
        draft.figure(goal, mark)
        draft.say(f"The target for {said} was {goal} {place} {mark}.")
        return
    draft.say(f"No target for {said} is published {place} {mark}.")
    if (national := yearly_target(draft, observation)) is not None:
        _say_yearly(draft, national)


def against_bulletin(draft: Draft, observation: Observation) -> None:
    """How a figure stands to the target that the bulletin prints for the year, where its table prints none."""
    if (national := yearly_target(draft, observation)) is not None:
        _say_yearly(draft, national)


def yearly_target(draft: Draft, observation: Observation) -> Observation | None:
    """The row of the bulletin with a measure's target for the year that a figure is of; None without any."""
    held = draft.holdings.of([family(observation.measure)])
    same = [o for o in held if o.target is not None and o.period.holds(observation.period)]
    return same[-1] if same else None


def missing(draft: Draft, one: Family, area: str, period: Period) -> Status:
    """Say that a figure is not published, and what the nearest is."""
    held, said = draft.holdings.breakdowns, name(draft, one)
    known = held.periods(one, area)
    if not known:
        areas = phrases.listed(a for a in held.areas if held.periods(one, a))
        mark = draft.cite(held.rows(one)[-1])
        draft.say(f"The publications held do not give {said} for {area}: it is published for {areas} {mark}.")
        return "not_found"
    draft.say(f"The publications held do not give {said} for {area} {in_period(period)}.")
    within = [p for p in known if period.months == 12 and p.months < 12 and period.holds(p)]
    nearest = within or [min(known, key=lambda p: (p.months != period.months, abs(p.last - period.last)))]
    for other in nearest:
        found = row(draft, one, area, other)
        if found is not None:
            mark = draft.cite(found)
            account(draft, [found], mark)
            lead = "It is published by part of a year:" if within else "The nearest published figure is"
            draft.say(
                f"- {amount(draft, found)} {where(draft, found)} {mark}" if len(within) > 1
                else f"{lead} {amount(draft, found)} {where(draft, found)} {mark}."
            )  # fmt: skip
    return "not_found"


def difference(draft: Draft, larger: Observation, smaller: Observation, mark: str) -> str:
    """How far two figures are apart, accounted for: "3.1 percentage points"."""
    apart = calculate.change(smaller, larger)
    size = phrases.difference(apart.value, larger)
    draft.figure(size, mark, Derived(apart.value, apart.working, apart.inputs))
    return size


def _say_yearly(draft: Draft, national: Observation) -> None:
    mark = draft.cite(national)
    goal = phrases.with_unit(national.target_shown, national)
    draft.figure(goal, mark)
    draft.say(
        f"The bulletin's target for {ENGLAND_AND_WALES} in {national.period.label} was {goal} {mark}; "
        "no target of its own is printed beside this figure."
    )


def is_high(query: Query, observation: Observation) -> bool:
    """Whether the highest figure comes first in an order: best and worst go by the measure's direction."""
    if query.order in ("best", "worst"):
        return (query.order == "best") != observation.lower_is_better
    return query.order not in ("lowest", "least")


def attend(draft: Draft, rows: Sequence[Observation]) -> None:
    """Add what is attached to figures: notes, symbols, and what an earlier publication gave instead."""
    warn(draft, rows)
    for observation in rows:
        if (other := draft.holdings.breakdowns.earlier(observation)) is not None:
            title = draft.holdings.publication(other.locator.publication).title
            draft.caveat(f"{title} ({other.locator.place}) gave it before as {phrases.amount(other)}.")
        for version in draft.holdings.breakdowns.versions(observation) if observation.cell is not None else ():
            if len(rows) == 1:
                said = phrases.measure_name(version.measure)
                draft.caveat(
                    f"For the same period there is also {said}: {phrases.amount(version)} ({version.locator})."
                )
        say_otherwise(draft, observation)


def say_otherwise(draft: Draft, observation: Observation) -> None:
    """Name the data tables that print another figure than a bulletin for the same measure, area and period."""
    code = observation.measure.code
    if observation.cell is not None or not code:
        return
    other = draft.holdings.breakdowns.at(family(observation.measure), observation.area, observation.period, [code])
    if other is None or other.measure.code != code or other.value == observation.value:
        return
    title = draft.holdings.publication(other.locator.publication).title
    draft.caveat(
        f"{title} ({other.locator}) prints {phrases.amount(other)} for the same; the bulletin's own figure is given."
    )
