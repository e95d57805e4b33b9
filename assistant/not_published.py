"""Saying that a figure is not published, or which could be meant, with the nearest that is."""

from collections.abc import Sequence

from assistant import phrases
from assistant.answers import Answer, Status
from assistant.draft import Draft
from assistant.holdings import family
from corpus.models import Observation
from corpus.periods import Period


def which(draft: Draft) -> Status:
    """Ask which of several measures is meant, as choices that can be asked as they stand."""
    latest = {family(o.measure): o for o in draft.holdings.of(draft.query.families)}
    year = phrases.listed(p.label for p in draft.query.periods)
    draft.say("Several published measures fit. Which do you mean?")
    draft.options = tuple(f"{phrases.measure_name(o.measure)}{f' in {year}' if year else ''}" for o in latest.values())
    for option, observation in zip(draft.options, latest.values(), strict=True):
        draft.say(f"- {option} {draft.cite(observation)}")
    return "clarify"


def unknown(draft: Draft) -> Status:
    """No measure has the code asked for."""
    codes = phrases.listed(draft.query.unknown_codes)
    draft.say(f"The publications held have no measure with the code {codes}.")
    latest = draft.holdings.latest
    if latest:
        measured = latest.measured()
        draft.say(
            f"The latest bulletin, {latest.document.publication.title}, lists its measures in "
            f"{phrases.listed(dict.fromkeys(o.locator.place for o in measured))}."
        )
    return "not_found"


def other_service(draft: Draft, nearest: Sequence[Observation]) -> Status:
    """No measure of the service asked for has the code or name; another service's has."""
    query = draft.query
    codes = phrases.listed(dict.fromkeys(query.codes)) or phrases.measure_name(nearest[0].measure)
    draft.say(
        f"The publications held have no {query.service} measure {codes}: that is one of {nearest[0].measure.service}."
    )
    _near(draft, nearest[0])
    return "not_found"


def national_only(draft: Draft, nearest: Sequence[Observation]) -> Status:
    """The measure is published for the whole only, not for the areas asked for."""
    areas = phrases.listed(draft.query.areas) or "each region"
    name = phrases.measure_name(nearest[0].measure)
    draft.say(f"The publications held do not give {name} for {areas}: it is published for {nearest[0].area} only.")
    _near(draft, nearest[0])
    return "not_found"


def annual_only(draft: Draft, nearest: Observation) -> Status:
    """The measure is published by year only."""
    name = phrases.measure_name(nearest.measure)
    draft.say(f"The publications held do not give {name} for part of a year.")
    _near(draft, nearest)
    return "not_found"


def not_broken_down(draft: Draft, nearest: Observation, groups: Sequence[str]) -> Status:
    """The measure is published for all cases together, not by the groups or in the units asked for."""
    name = phrases.measure_name(nearest.measure)
    draft.say(
        f"The publications held do not give {name} by what you ask ({phrases.listed(groups)}): "
        f"they print a single figure a year for all cases in {nearest.area}."
    )
    _near(draft, nearest)
    return "not_found"


def nearest(draft: Draft, held: Sequence[Observation], missing: Sequence[Period]) -> Status:
    """The measure is not published for the periods asked for."""
    periods = phrases.listed(p.label for p in missing) or "the period asked for"
    asked = missing[0] if missing else held[-1].period
    mine = [o for o in held if family(o.measure) == draft.query.families[0]] or held
    closest = min(mine, key=lambda o: (o.value is None, abs(o.period.last - asked.last), -o.period.months))
    draft.say(f"The publications held do not give {phrases.measure_name(closest.measure)} for {periods}.")
    _near(draft, closest)
    return "not_found"


def no_edition(draft: Draft, what: str) -> Answer:
    """No bulletin of the periods asked for is held."""
    draft.say(f"The publications held do not say {what} in {phrases.listed(p.label for p in draft.query.periods)}.")
    draft.say(f"The bulletins held cover {_covered(draft)}.")
    return draft.done("not_found")


def say_missing(draft: Draft, missing: Sequence[Period]) -> None:
    """Say, in an answer for some of the periods asked for, which of them are not held."""
    if missing:
        labels = phrases.listed(p.label for p in missing)
        draft.say(f"Nothing is held for {labels}: the bulletins held cover {_covered(draft)}.")


def _covered(draft: Draft) -> str:
    return phrases.listed(edition.year.label for edition in draft.holdings.editions) or "no year"


def _near(draft: Draft, observation: Observation) -> None:
    """The nearest figure, or the nearest target where a target is asked for."""
    mark, name = draft.cite(observation), phrases.measure_name(observation.measure)
    if draft.query.aspect == "target" and observation.target is not None:
        goal = phrases.with_unit(observation.target_shown, observation)
        draft.figure(goal, mark)
        draft.say(f"The nearest published target is {goal} for {name} {phrases.where(observation)} {mark}.")
        return
    draft.figure(phrases.amount(observation), mark)
    draft.say(
        f"The nearest published figure is {phrases.amount(observation)} for {name} {phrases.where(observation)} {mark}."
    )
