"""Answers about measures: value, target, whether it was met, change, comparison of years."""

import re
from collections.abc import Sequence

from assistant import not_published, phrases
from assistant.answers import Answer, Status
from assistant.calculate import Derived, change, gap, is_met
from assistant.draft import Draft
from assistant.holdings import Holdings, family
from assistant.measure_rows import choose, pairs_of
from assistant.query import Query
from corpus.models import Observation
from corpus.numbers import SYMBOL
from corpus.periods import Period

# A note on when a change is printed says nothing of a row that has one.
ABOUT_CHANGE = re.compile(r"percentage point change|change (?:from|on) (?:the )?(?:previous|year before)", re.I)


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
    for name in dict.fromkeys(
        phrases.measure_name(o.measure) for o in held if not query.codes or o.measure.code in query.codes
    ):
        draft.understood("Measure", name)
    if query.close:
        return not_published.which(draft)
    chosen, missing = choose(query, held)
    if query.areas:
        return not_published.national_only(draft, chosen or held[-1:])
    if query.finer and chosen and chosen[0].measure.code:
        return not_published.annual_only(draft, chosen[0])
    if not chosen:
        return not_published.nearest(draft, held, missing)
    _headline(draft, chosen)
    if len(chosen) == 1:
        _rest(draft, chosen[0])
    else:
        for observation in chosen:
            _item(draft, observation)
    for observation in chosen:
        _echoed(draft, observation)
    _implied(draft, chosen, missing)
    if missing:
        draft.say(f"Nothing is published for {phrases.listed(p.label for p in missing)} in what is held.")
    _warn(draft, chosen)
    _siblings(draft, chosen, held)
    return "answered"


def _headline(draft: Draft, chosen: Sequence[Observation]) -> None:
    query = draft.query
    first = chosen[0]
    pairs = pairs_of(chosen) if query.spread or len(query.periods) > 1 else []
    if pairs:
        for before, after in pairs:
            _compared(draft, before, after)
    elif len(chosen) > 1 and not first.measure.code:
        _series(draft, chosen)
    elif query.aspect == "target" and first.target is not None:
        mark = draft.cite(first)
        goal = phrases.with_unit(first.target_shown, first)
        draft.figure(goal, mark)
        draft.say(f"The target for {_lower(first)} was {goal} {phrases.where(first)} {mark}.")
    elif query.aspect == "change" and first.change is not None:
        _changed(draft, first)
    elif query.aspect in ("met", "gap") and first.value is not None and first.target is not None:
        mark = draft.cite(first)
        yes = "" if query.aspect == "gap" else "Yes: " if is_met(first) else "No: "
        name = phrases.measure_name(first.measure)
        draft.say(
            f"{yes}{name} was {phrases.amount(first)} {phrases.where(first)}, {phrases.against_target(first)} {mark}."
        )
        _account(draft, first, mark)
    else:
        _valued(draft, first)


def _valued(draft: Draft, observation: Observation) -> None:
    mark = draft.cite(observation)
    name = phrases.measure_name(observation.measure)
    if observation.value is None:
        document = draft.holdings.document(observation)
        if meaning := document.symbols.get(observation.shown.strip(), ""):
            meaning, mark = f" ({meaning})", f"{mark} {draft.cite_symbol(document, observation.shown.strip())}"
        draft.say(
            f"{name} is published as {observation.shown}{meaning} {phrases.where(observation)}: "
            f"no figure is given {mark}."
        )
        return
    draft.figure(phrases.amount(observation), mark)
    draft.say(f"{name} was {phrases.amount(observation)} {phrases.where(observation)} {mark}.")


def _changed(draft: Draft, observation: Observation) -> None:
    mark = draft.cite(observation)
    printed = observation.change
    assert printed is not None
    draft.figure(phrases.amount(observation), mark)
    if not printed:
        draft.say(
            f"{phrases.measure_name(observation.measure)} was unchanged on the previous performance year, at "
            f"{phrases.amount(observation)} {phrases.where(observation)} {mark}."
        )
        return
    draft.figure(phrases.points(printed), mark)
    by = f"{phrases.moved(printed)} by {phrases.points(printed)}"
    draft.say(
        f"{phrases.measure_name(observation.measure)} {by} on the previous performance year, to "
        f"{phrases.amount(observation)} {phrases.where(observation)}, {phrases.judged(observation, printed)} {mark}."
    )


def _compared(draft: Draft, before: Observation, after: Observation) -> None:
    marks = f"{draft.cite(before)} {draft.cite(after)}"
    if draft.query.aspect == "target" and before.target is not None and after.target is not None:
        goals = [phrases.with_unit(o.target_shown, o) for o in (before, after)]
        for goal, observation in zip(goals, (before, after), strict=True):
            draft.figure(goal, draft.cite(observation))
        rose = after.target - before.target
        verb = f"{phrases.moved(rose)} from {goals[0]}" if rose else f"stayed at {goals[0]}"
        draft.say(
            f"The target for {_lower(after)} {verb} in {before.period.label} "
            f"to {goals[1]} in {after.period.label} {marks}."
        )
        return
    found = change(before, after)
    name = phrases.measure_name(after.measure)
    for observation in (before, after):
        draft.figure(phrases.amount(observation), draft.cite(observation))
    if found.value == 0:
        draft.say(
            f"{name} was {phrases.amount(after)} {phrases.where(after)}, the same as in {before.period.label} {marks}."
        )
        return
    draft.figure(phrases.difference(found.value, after), marks, found)
    meaning = f", {phrases.judged(after, found.value)}" if after.target_shown else ""
    draft.say(
        f"{name} {phrases.moved(found.value)} from {phrases.amount(before)} in {before.period.label} to "
        f"{phrases.amount(after)} {phrases.where(after)}, "
        f"a change of {phrases.difference(found.value, after)}{meaning} {marks}."
    )


def _series(draft: Draft, chosen: Sequence[Observation]) -> None:
    parts = []
    for observation in sorted(chosen, key=lambda o: o.period):
        mark = draft.cite(observation)
        draft.figure(phrases.amount(observation), mark)
        parts.append(f"{phrases.amount(observation)} in {observation.period.label} {mark}")
    draft.say(f"{chosen[0].measure.name} in {chosen[0].area} was {phrases.listed(parts)}.")


def _rest(draft: Draft, observation: Observation) -> None:
    """What a single row says beyond the headline: its target, and its change on the year before."""
    if observation.value is None or observation.target is None:
        return
    mark, aspect = draft.cite(observation), draft.query.aspect
    if aspect not in ("met", "gap"):
        draft.say(f"At {phrases.amount(observation)}, it {phrases.outcome(observation)} {mark}.")
    if aspect != "change" and observation.change is not None:
        draft.say(f"It was {_change_said(observation)} {mark}.")
    _account(draft, observation, mark)


def _item(draft: Draft, observation: Observation) -> None:
    """All that one row of several says, as a list item."""
    if observation.value is None or observation.target is None:
        return
    mark = draft.cite(observation)
    draft.say(
        f"- {phrases.measure_name(observation.measure)}, {observation.period.label}: {phrases.amount(observation)}, "
        f"{phrases.against_target(observation)}; {_change_said(observation)} {mark}."
    )
    _account(draft, observation, mark)


def _echoed(draft: Draft, observation: Observation) -> None:
    """Name another publication that prints the same figure rounded, so that nobody takes it for a second one."""
    for echo in draft.holdings.echoes(observation):
        mark = draft.cite(echo)
        title = draft.holdings.publication(echo.locator.publication).title
        shown, goal = phrases.amount(echo), phrases.with_unit(echo.target_shown, echo)
        draft.figure(shown, mark)
        draft.figure(goal, mark)
        draft.say(f"- {title} ({echo.locator.place}) prints it as {shown} against a target of {goal} {mark}.")


def _change_said(observation: Observation) -> str:
    """The change on the previous year, or that none is published: "up 5.2 percentage points on ...", without a stop."""
    if observation.change is None:
        shown = f" ({observation.change_shown})" if observation.change_shown else ""
        return f"no change on the previous year is published{shown}"
    if observation.change == 0:
        return "unchanged on the previous year"
    verb = "up" if observation.change > 0 else "down"
    judged = phrases.judged(observation, observation.change)
    return f"{verb} {phrases.points(observation.change)} on the previous year, {judged}"


def _account(draft: Draft, observation: Observation, mark: str) -> None:
    draft.figure(phrases.amount(observation), mark)
    draft.figure(phrases.with_unit(observation.target_shown, observation), mark)
    distance = gap(observation)
    if distance.value:
        draft.figure(phrases.points(distance.value), mark, distance)
    if observation.change:
        draft.figure(phrases.points(observation.change), mark)


def _implied(draft: Draft, chosen: Sequence[Observation], missing: Sequence[Period]) -> None:
    """A year that is not held but that a printed change implies, given as derived with its working."""
    for observation in chosen:
        before = observation.period.shifted(-1)
        if before not in missing or observation.change is None or observation.value is None:
            continue
        value = observation.value - observation.change
        derived = Derived(value, f"{observation.value} - {observation.change} = {value}", (observation,))
        mark = draft.cite(observation)
        draft.figure(phrases.with_unit(str(value), observation), mark, derived)
        draft.say(
            f"- {before.label} is not published in what is held; the printed change implies "
            f"{phrases.with_unit(str(value), observation)} {mark}."
        )


def _warn(draft: Draft, chosen: Sequence[Observation]) -> None:
    for observation in chosen:
        for note in observation.notes:
            if observation.change is None or not ABOUT_CHANGE.search(note.text):
                draft.caveat(f"{note.mark.capitalize()}: {note.text}")
        if observation.value is not None and not observation.counted:
            draft.caveat(
                f"{phrases.measure_name(observation.measure)} covers {observation.period.label} only, so the "
                "publication leaves it out of its counts."
            )
        for symbol in SYMBOL.findall(observation.shown) if observation.value is not None else ():
            meaning = draft.holdings.document(observation).symbols.get(symbol, "")
            draft.caveat(f"{symbol} marks: {meaning}.")
    codes = {o.measure.code for o in chosen if o.measure.code}
    families = {family(o.measure) for o in chosen}
    if len(codes) > len(families) and (draft.query.spread or len(draft.query.periods) > 1):
        draft.caveat(
            "The measure was revised between these figures; the publication does not treat them as comparable."
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


def _lower(observation: Observation) -> str:
    name = phrases.measure_name(observation.measure)
    return name if name[1:2].isupper() else name[0].lower() + name[1:]
