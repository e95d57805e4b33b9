"""Answers about measures: value, target, whether it was met, change, comparison of years and of measures."""

from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

from assistant import (
    aggregates,
    breakdown_lines,
    breakdown_told,
    calculate,
    disagreements,
    measure_compared,
    measure_lines,
    not_published,
    phrases,
    shapes,
)
from assistant.answers import Answer, Status
from assistant.calculate import Derived
from assistant.draft import Draft
from assistant.holdings import Family, Holdings, family
from assistant.implied import Implied, implied
from assistant.measure_caveats import warn
from assistant.measure_rows import choose
from assistant.query import Query
from assistant.words import contains_any, fold, listed_words
from corpus.models import Observation
from corpus.periods import Period


def measure_answer(query: Query, holdings: Holdings) -> Answer:
    """Answer about the measures of a query, or say what is not published and what is nearest."""
    draft = Draft(query, holdings)
    return draft.done(write_measure(draft))


def write_measure(draft: Draft) -> Status:
    """Write what is published of the measures of a draft's query; "not_found" where it is not what was asked."""
    query, holdings = draft.query, draft.holdings
    if query.unknown_codes and not query.families:
        return not_published.unknown(draft)
    held = holdings.of(query.families)
    if not held:
        return breakdown_told.define(draft)  # a question for its figures is one about breakdowns
    for name in dict.fromkeys(
        phrases.measure_name(o.measure) for o in held if not query.codes or o.measure.code in query.codes
    ):
        draft.understood("Measure", name)
    chosen, missing = choose(query, held)
    if query.close and not query.areas:
        fitting = {family(o.measure) for o in chosen}
        if len(fitting) != 1:
            return not_published.which(draft)
    if query.service and held and not any(o.measure.service == query.service for o in held):
        return not_published.other_service(draft, chosen or held[-1:])
    if (
        (query.why or query.asserted or query.confirming)
        and query.claim in ("rose", "fell", "improved", "declined")
        and len(chosen) == 1
    ):
        chosen = [*_year_before(held, chosen[0]), *chosen]
    if unpublished := _unpublished(draft, chosen or held[-1:]):
        return unpublished
    if not chosen:
        return _derived_only(draft, held, missing) or not_published.nearest(draft, held, missing)
    if query.aggregate and len(chosen) > 1 and chosen[0].unit == "percent":
        return aggregates.refused(draft, chosen)
    if serious := disagreements.serious(draft, chosen):
        query = draft.query = replace(query, polar=False, claim="")  # no plain yes to a figure that is withdrawn
    if query.supposed and query.numbers and chosen[0].target is not None:
        _supposed(draft, chosen[0])
    elif query.supposed and query.aspect in ("met", "gap", "target") and _needed(draft, chosen[0]):
        measure_lines.item(draft, chosen[0])
    else:
        _write(draft, _grouped(chosen))
    if serious:
        draft.warn(f"later reported as {serious}")
    for observation in chosen:
        measure_lines.echoed(draft, observation)
    _add_implied(draft, held, chosen, missing)
    if query.unknown_codes:
        draft.say(f"The publications held have no measure with the code {phrases.listed(query.unknown_codes)}.")
    disagreements.say_of(draft, chosen)
    for observation in chosen:
        breakdown_lines.say_otherwise(draft, observation)
    warn(draft, chosen)
    _siblings(draft, chosen, held)
    return "answered"


def _unpublished(draft: Draft, nearest: Sequence[Observation]) -> Status | None:
    """Say that a measure is not published for the area, the part of a year or the group of people asked for."""
    query, first = draft.query, nearest[0]
    text = fold(query.question)
    if query.areas or (first.measure.code and shapes.BY_REGION.search(text)):
        return not_published.national_only(draft, nearest)
    if query.finer and first.measure.code:
        return not_published.annual_only(draft, first)
    named = fold(" ".join(o.measure.name for o in draft.holdings.of(query.families)))
    groups = contains_any(text, listed_words("breakdown"))
    if first.measure.code and (asked := [word for word in groups if word not in named]):
        return not_published.not_broken_down(draft, first, asked)
    return None


def _year_before(held: Sequence[Observation], observation: Observation) -> list[Observation]:
    """The row of the year before, with which a supposed change is best held against the figures."""
    before = observation.period.shifted(-1)
    return [
        o for o in held if o.period == before and o.measure.code == observation.measure.code and o.value is not None
    ]


def _grouped(chosen: Sequence[Observation]) -> list[list[Observation]]:
    """The rows of each measure, oldest first; within a year the longest period first."""
    groups: dict[Family, list[Observation]] = {}
    for observation in chosen:
        groups.setdefault(family(observation.measure), []).append(observation)
    return list(groups.values())


def _write(draft: Draft, groups: Sequence[Sequence[Observation]]) -> None:
    """The headline, and then what each row says beyond it."""
    rows = [o for group in groups for o in group]
    one_year = all(len({o.locator.publication for o in group}) == 1 and group[0].measure.code for group in groups)
    if len(groups) > 1 and one_year:
        measure_compared.side_by_side(draft, [group[0] for group in groups])
    else:
        for group in groups:
            if len(group) == 1 or (one_year and not _spans(draft.query, group)):
                _single(draft, group[0])
            else:
                measure_compared.years(draft, sorted(group, key=lambda o: o.period))
    if draft.query.negated:
        for observation in rows:
            _complement(draft, observation)
    if len(rows) == 1:
        measure_lines.rest(draft, rows[0])
    else:
        for observation in rows:
            measure_lines.item(draft, observation)
    if draft.query.counting and not draft.query.share and rows[0].unit == "percent" and rows[0].measure.code:
        draft.caveat("The publication gives this as a percentage; it prints no number of people or cases.")


def _spans(query: Query, rows: Sequence[Observation]) -> bool:
    """Whether a question asks for several periods within one year."""
    return len(query.periods) > 1 and len(rows) > 1


def _single(draft: Draft, observation: Observation) -> None:
    """The headline of one row, by what is asked of it."""
    aspect = draft.query.aspect
    judged = observation.value is not None and observation.target is not None
    if aspect == "target" and observation.target is not None:
        measure_lines.targeted(draft, observation)
    elif aspect == "change" and observation.value is not None and observation.target_shown:
        measure_lines.changed(draft, observation)
    elif judged and (aspect in ("met", "gap") or draft.query.claim in ("met", "missed", "above", "below")):
        measure_lines.judged(draft, observation)
    else:
        measure_lines.valued(draft, observation)


def _supposed(draft: Draft, observation: Observation) -> None:
    """Whether a value that the question supposes would have met the target."""
    mark = draft.cite(observation)
    goal = phrases.with_unit(observation.target_shown, observation)
    ceiling = "target ceiling" if observation.lower_is_better else "target"
    for number in draft.query.numbers:
        supposed = calculate.supposed(observation, number)
        distance = calculate.gap(supposed)
        yes = "Yes" if calculate.is_met(supposed) else "No"
        verb = "have met" if calculate.is_met(supposed) else "not have met"
        if distance.value:
            draft.figure(phrases.points(distance.value), mark, distance)
        side = "exactly on it" if not distance.value else (
            f"{phrases.points(distance.value)} {'above' if distance.value > 0 else 'below'}"
        )  # fmt: skip
        draft.say(
            f"{yes}: at {number}%, {measure_lines.lower(observation)} would {verb} its {ceiling} of {goal} "
            f"{phrases.where(observation)} ({side}) {mark}."
        )
    draft.say("That figure is yours, not a published one.")
    if observation.value is not None:
        measure_lines.item(draft, observation)


def _needed(draft: Draft, observation: Observation) -> bool:
    """What a missed target would have taken; False where it was not missed."""
    if observation.value is None or observation.target is None or calculate.is_met(observation):
        return False
    mark, distance = draft.cite(observation), calculate.gap(observation)
    goal = phrases.with_unit(observation.target_shown, observation)
    draft.figure(phrases.points(distance.value), mark, distance)
    verb = "fall" if distance.value > 0 else "rise"
    draft.say(
        f"To meet its target of {goal} in {observation.period.label}, {measure_lines.lower(observation)} would have "
        f"had to {verb} by {phrases.points(distance.value)}, from {phrases.amount(observation)} {mark}."
    )
    return True


def _derived_only(draft: Draft, held: Sequence[Observation], missing: Sequence[Period]) -> Status | None:
    """The figures of a year that is not held, where printed changes imply them and no target is asked for."""
    if draft.query.aspect in ("target", "met", "gap"):
        return None
    found = [one for period in missing for one in implied(held, period)]
    for one in found:
        mark = draft.cite(one.observation)
        value = phrases.with_unit(str(one.derived.value), one.observation)
        draft.figure(value, mark, one.derived)
        draft.say(
            f"{phrases.measure_name(one.observation.measure)} was {value} in {one.observation.area} in "
            f"{one.period.label}, derived from the change printed for {one.observation.period.label} "
            f"({one.derived.working}) {mark}."
        )
        draft.caveat(f"{one.period.label} itself is not among the publications held; the figure is derived.")
    disagreements.say_of(draft, [one.observation for one in found])
    return "answered" if found else None


def _add_implied(
    draft: Draft, held: Sequence[Observation], chosen: Sequence[Observation], missing: Sequence[Period]
) -> None:
    """Add to years that are held those that are only implied: those asked for, or the one before a trend."""
    first = min(o.period for o in chosen)
    before = [first.shifted(-1)] if draft.query.trend and not draft.query.periods and chosen[0].measure.code else []
    wanted = [*missing, *(p for p in before if p not in missing)]
    found = [one for period in wanted for one in implied(held, period)]
    for one in found:
        mark = draft.cite(one.observation)
        value = phrases.with_unit(str(one.derived.value), one.observation)
        name = phrases.measure_name(one.observation.measure)
        draft.figure(value, mark, one.derived)
        draft.say(
            f"- {name} for {one.period.label} is not published in what is held; the change printed for "
            f"{one.observation.period.label} implies {value} ({one.derived.working}) {mark}."
        )
        _since_implied(draft, one, chosen)
    if left := [p for p in missing if p not in [one.period for one in found]]:
        draft.say(f"Nothing is published for {phrases.listed(p.label for p in left)} in what is held.")


def _complement(draft: Draft, observation: Observation) -> None:
    """The rest of a share, where a question asks for those that did not."""
    if observation.unit != "percent" or observation.value is None:
        return
    rest, mark = Decimal(100) - observation.value, draft.cite(observation)
    draft.figure(f"{rest}%", mark, Derived(rest, f"100 - {observation.value} = {rest}", (observation,)))
    draft.say(
        f"The figure published is of those that did; the rest, {rest}%, did not "
        f"(100 - {observation.value} = {rest}) {mark}."
    )


def _since_implied(draft: Draft, one: Implied, chosen: Sequence[Observation]) -> None:
    """The change from an implied year to the last year asked for, where no printed change is it."""
    same = [o for o in chosen if family(o.measure) == family(one.observation.measure) and o.value is not None]
    if not same or same[-1].measure.code != one.observation.measure.code or same[-1] is one.observation:
        return
    last = max(same, key=lambda o: o.period)
    moved = (last.value or Decimal(0)) - one.derived.value
    marks = f"{draft.cite(one.observation)} {draft.cite(last)}"
    working = f"{last.value} - {one.derived.value} = {moved}"
    draft.figure(phrases.difference(moved, last), marks, Derived(moved, working, (one.observation, last)))
    draft.say(
        f"- From {one.period.label} to {last.period.label} that is a change of {phrases.difference(moved, last)}, "
        f"{phrases.judged(last, moved)} ({working}) {marks}."
    )


def _siblings(draft: Draft, chosen: Sequence[Observation], held: Sequence[Observation]) -> None:
    """Name the revised versions of the same year that a code left out, so that nobody mistakes one."""
    if draft.query.spread or len(draft.query.periods) > 1:
        return
    spans = {(o.locator.publication, family(o.measure)) for o in chosen}
    for observation in held:
        same = (observation.locator.publication, family(observation.measure)) in spans and observation.measure.code
        if same and observation not in chosen and observation.value is not None:
            draft.caveat(
                f"The same year also has {phrases.measure_name(observation.measure)}: "
                f"{phrases.amount(observation)} in {observation.period.label} ({observation.locator})."
            )
