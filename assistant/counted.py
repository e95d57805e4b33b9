"""Which measures a count covers, and what the question takes for granted of it."""

import re
from collections.abc import Sequence
from fractions import Fraction

from assistant import calculate, when
from assistant.calculate import Tally
from assistant.holdings import Edition, Holdings, family
from assistant.periods_asked import meant
from assistant.premises import NO, WRONG, YES
from assistant.query import Counted, Query, State
from assistant.words import fold
from corpus.aliases import aliases
from corpus.models import Observation
from corpus.periods import find_periods

NOT_SO = r"(?:\bnot|\bnever|n't|\bfail(?:ed|s|ing)? to|\bwithout) (?:\w+ )?"
LEVEL = r"or (?:(?:were|was) )?(?:stayed the same|remained the same|unchanged|stayed level|did not change)"
NOT_IMPROVED = re.compile(
    rf"{NOT_SO}(?:improv\w+|(?:get|got|getting|do|done) (?:any )?better|rise|risen|go up)\b"
    rf"|\b(?:declined|worsened|got worse|fell) {LEVEL}\b"
)
NOT_DECLINED = re.compile(
    rf"{NOT_SO}(?:declin\w+|worsen\w*|(?:get|got|getting) (?:any )?worse|deteriorat\w+|fall(?! short)|drop\w*"
    rf"|go down)\b|\b(?:improved|got better|rose) {LEVEL}\b"
)


def not_so(text: str) -> State:
    """The change that a folded text says measures did not have, or ""."""
    return "improved" if NOT_IMPROVED.search(text) else "declined" if NOT_DECLINED.search(text) else ""


def without_not_so(text: str) -> str:
    """A folded text without what it says measures did not do."""
    return NOT_DECLINED.sub(" ", NOT_IMPROVED.sub(" ", text))


def is_part(query: Query) -> bool:
    """Whether a count is of fewer measures than a publication counts, or of other states than it counts by."""
    return bool(query.limits or query.excepted or query.families or query.also or query.unlike)


def tally(edition: Edition, query: Query, service: str) -> Tally:
    """The measures of an edition and service in the states and bounds asked for, of those its publication counts.

    Of two states the base is what both are told of.
    """
    measured = asked(edition, query, service)
    found = _unlike(_in_state(measured, query.state), query.unlike and not query.also)
    if query.also:
        other = _unlike(_in_state(measured, query.also), query.unlike)
        found = Tally(_shared(found.members, other.members), _shared(found.base, other.base))
    return Tally(tuple(o for o in found.members if all(calculate.is_bounded(o, b) for b in query.limits)), found.base)


def _in_state(measured: Sequence[Observation], state: State) -> Tally:
    if state in ("met", "missed"):
        return calculate.targets(measured, met=state == "met")
    if state in ("improved", "declined"):
        return calculate.changes(measured, improved=state == "improved")
    if state in ("changed", "unchanged"):
        base = tuple(o for o in measured if o.change is not None)
        return Tally(tuple(o for o in base if bool(o.change) == (state == "changed")), base)
    base = calculate.targets(measured, met=True).base
    return Tally(base, base)


def _unlike(found: Tally, unlike: bool) -> Tally:
    return Tally(tuple(o for o in found.base if o not in found.members), found.base) if unlike else found


def _shared(some: Sequence[Observation], others: Sequence[Observation]) -> tuple[Observation, ...]:
    return tuple(o for o in some if o in others)


def rows(edition: Edition, query: Query, service: str) -> list[Observation]:
    """The measures that a ranking looks at: those counted, within the bounds that the question sets."""
    counted = [o for o in asked(edition, query, service) if o.counted]
    return [o for o in counted if all(calculate.is_bounded(o, bound) for bound in query.limits)]


def asked(edition: Edition, query: Query, service: str) -> list[Observation]:
    """The measures of a service; of those named, where the question names some, and without those it leaves out."""
    measured = [o for o in edition.measured(service) if family(o.measure) not in query.excepted]
    return [o for o in measured if family(o.measure) in query.families] if query.families else measured


def service_of(query: Query, holdings: Holdings) -> str:
    """The service asked about; where none is named the main one, if the latest bulletin has it."""
    main = aliases().main_service
    return query.service or (main if holdings.latest and holdings.latest.measured(main) else "")


def service_named(service: str) -> str:
    """ "probation service levels", "CRS service levels"."""
    return f"{service.lower() if service == aliases().main_service else service} service levels".strip()


def premise(query: Query, found: int, base: int) -> str:
    """What to say first of a number that the question takes for granted, or asks yes or no about."""
    if query.counted is None:
        return ""
    right = is_so(query.counted, found, base)
    if query.polar:
        return YES if right else NO
    return "" if right else WRONG


def is_so(supposed: Counted, found: int, base: int) -> bool:
    """Whether a count of a base is as supposed: within the bound, of that base, or of the share nearest to it."""
    if supposed.base and supposed.base != base:
        return False
    number = supposed.number * base if supposed.share else supposed.number
    if supposed.side == "above":
        return found > number or (supposed.inclusive and found == number)
    if supposed.side == "below":
        return found < number or (supposed.inclusive and found == number)
    if supposed.places is None:
        return found == number or (supposed.share and number % 1 != 0 and abs(found - number) <= Fraction(1, 2))
    scale = 100 * 10**supposed.places
    return bool(int(Fraction(found * scale, base) + Fraction(1, 2)) == supposed.number * scale)


def more_in_later(query: Query, holdings: Holdings) -> bool:
    """Whether a question that sets two years beside one another asks of the later: "more in 2025 than in 2024"."""
    text = fold(query.question)
    mentions = find_periods(text)
    than = next((m for m in mentions if when.COMPARED_WITH.search(text[: m.start])), None)
    if len(mentions) < 2:
        return True
    other = than or mentions[1]
    return all(meant(other, holdings) <= meant(mention, holdings) for mention in mentions)


def is_as_asked(query: Query, holdings: Holdings, first: int, last: int) -> bool:
    """Whether there are more, or fewer, in the year asked of than in the other; counts of the earlier and later."""
    rise = last - first if more_in_later(query, holdings) else first - last
    return rise > 0 if query.more_or_fewer == "more" else rise < 0
