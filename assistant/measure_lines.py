"""What is said of one published row of a measure: its figure, target, change, and who else prints it."""

import re

from assistant import phrases, premises
from assistant.calculate import gap, is_met
from assistant.draft import Draft
from assistant.query import Aspect
from corpus.models import Observation

# A note on when a change is printed says nothing of a row that has one.
ABOUT_CHANGE = re.compile(r"percentage point change|change (?:from|on) (?:the )?(?:previous|year before)", re.I)


def valued(draft: Draft, observation: Observation) -> None:
    """The figure of a row; or its symbol, with what the publication says it means."""
    mark = draft.cite(observation)
    name = phrases.measure_name(observation.measure)
    if observation.value is None:
        shown = symbol(draft, observation)
        draft.say(f"{name} is published as {shown} {phrases.where(observation)}: no figure is given {mark}.")
        return
    draft.figure(phrases.amount(observation), mark)
    yes = premises.verdict(draft.query, observation)
    draft.say(f"{yes}{name} was {phrases.amount(observation)} {phrases.where(observation)} {mark}.")


def symbol(draft: Draft, observation: Observation) -> str:
    """A symbol with its meaning and the mark of where that stands: "[x] (Not available) [2]"."""
    document = draft.holdings.document(observation)
    meaning = document.symbols.get(observation.shown.strip(), "")
    if not meaning:
        return observation.shown
    return f"{observation.shown} ({meaning}) {draft.cite_symbol(document, observation.shown.strip())}".strip()


def targeted(draft: Draft, observation: Observation) -> None:
    """The target of a row."""
    mark = draft.cite(observation)
    goal = phrases.with_unit(observation.target_shown, observation)
    draft.figure(goal, mark)
    draft.say(f"The target for {lower(observation)} was {goal} {phrases.where(observation)} {mark}.")


def judged(draft: Draft, observation: Observation) -> None:
    """How a row stands to its target, with yes or no first where that is asked."""
    mark = draft.cite(observation)
    query, name = draft.query, phrases.measure_name(observation.measure)
    yes = premises.verdict(query, observation)
    if not yes and query.aspect == "met" and query.polar and not query.claim:
        yes = premises.YES if is_met(observation) else premises.NO
    stood = phrases.against_target(observation) if yes else f"so it {phrases.outcome(observation)}"
    draft.say(f"{yes}{name} was {phrases.amount(observation)} {phrases.where(observation)}, {stood} {mark}.")
    account(draft, observation, mark)


def changed(draft: Draft, observation: Observation) -> None:
    """The printed change of a row on the year before; or that none is printed."""
    mark = draft.cite(observation)
    printed, name = observation.change, phrases.measure_name(observation.measure)
    if observation.value is not None:
        draft.figure(phrases.amount(observation), mark)
    if printed is None:
        draft.say(
            f"No change on the previous year is published for {lower(observation)} {phrases.where(observation)}"
            f"{f' ({observation.change_shown})' if observation.change_shown else ''}: it was "
            f"{phrases.amount(observation)} {mark}."
        )
        for note in observation.notes:
            if ABOUT_CHANGE.search(note.text) and (place := draft.cite_note(observation, note)):
                draft.reasoned = True
                draft.say(f"{note.mark.capitalize()} says why: “{note.text.rstrip('.')}” {place}.")
        return
    yes = premises.verdict(draft.query, observation)
    if not printed:
        draft.say(
            f"{yes}{name} was unchanged on the previous performance year, at "
            f"{phrases.amount(observation)} {phrases.where(observation)} {mark}."
        )
        return
    draft.figure(phrases.points(printed), mark)
    draft.say(
        f"{yes}{name} {phrases.moved(printed)} by {phrases.points(printed)} on the previous performance year, to "
        f"{phrases.amount(observation)} {phrases.where(observation)}, {phrases.judged(observation, printed)} {mark}."
    )


def rest(draft: Draft, observation: Observation) -> None:
    """What a single row says beyond the headline: its target, and its change on the year before."""
    if observation.value is None or observation.target is None:
        return
    mark, aspect = draft.cite(observation), draft.query.aspect
    if aspect not in ("met", "gap"):
        draft.say(f"At {phrases.amount(observation)}, it {phrases.outcome(observation)} {mark}.")
    if aspect != "change":
        draft.say(f"It was {change_said(observation)} {mark}.") if observation.change is not None else None
    account(draft, observation, mark)


def item(draft: Draft, observation: Observation) -> None:
    """All that one row of several says, as a list item."""
    if observation.value is None or observation.target is None:
        return
    mark = draft.cite(observation)
    draft.say(
        f"- {phrases.measure_name(observation.measure)}, {observation.period.label}: {phrases.amount(observation)}, "
        f"{phrases.against_target(observation)}; {change_said(observation)} {mark}."
    )
    account(draft, observation, mark)


def echoed(draft: Draft, observation: Observation) -> None:
    """Name another publication that prints the same figure rounded, so that nobody takes it for a second one."""
    for echo in draft.holdings.echoes(observation):
        mark = draft.cite(echo)
        title = draft.holdings.publication(echo.locator.publication).title
        shown, goal = phrases.amount(echo), phrases.with_unit(echo.target_shown, echo)
        draft.figure(shown, mark)
        draft.figure(goal, mark)
        draft.say(f"- {title} ({echo.locator.place}) prints it as {shown} against a target of {goal} {mark}.")


def change_said(observation: Observation) -> str:
    """The change on the previous year, or that none is published: "up 5.2 percentage points on ...", without a stop."""
    if observation.change is None:
        shown = f" ({observation.change_shown})" if observation.change_shown else ""
        return f"no change on the previous year is published{shown}"
    if observation.change == 0:
        return "unchanged on the previous year"
    verb = "up" if observation.change > 0 else "down"
    better = phrases.judged(observation, observation.change)
    return f"{verb} {phrases.points(observation.change)} on the previous year, {better}"


def told(observation: Observation, aspect: Aspect) -> str:
    """One row of several in a few words, by what is asked of it: "71.1%", "a target of 80.0%"."""
    if aspect == "target" and observation.target_shown:
        return f"a target of {phrases.with_unit(observation.target_shown, observation)}"
    if observation.value is None:
        return f"published as {observation.shown}"
    if aspect in ("met", "gap") and observation.target is not None:
        return f"{phrases.amount(observation)}, {phrases.against_target(observation)}"
    if aspect == "change":
        return f"{phrases.amount(observation)}, {change_said(observation)}"
    return phrases.amount(observation)


def account(draft: Draft, observation: Observation, mark: str) -> None:
    """Account for every figure that is said of a row."""
    if observation.value is not None:
        draft.figure(phrases.amount(observation), mark)
    if observation.target is not None:
        draft.figure(phrases.with_unit(observation.target_shown, observation), mark)
    if observation.value is not None and observation.target is not None and gap(observation).value:
        draft.figure(phrases.points(gap(observation).value), mark, gap(observation))
    if observation.change:
        draft.figure(phrases.points(observation.change), mark)


def lower(observation: Observation) -> str:
    """A measure's name inside a sentence."""
    name = phrases.measure_name(observation.measure)
    return name if name[1:2].isupper() else name[0].lower() + name[1:]
