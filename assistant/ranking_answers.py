"""Answers that put measures in order: by change, by distance from target, by figure."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from decimal import Decimal

from assistant import calculate, counted, not_published, phrases
from assistant.answers import Answer
from assistant.draft import Draft
from assistant.editions import editions_of, not_held
from assistant.holdings import Edition, Holdings
from assistant.query import Query
from corpus.models import Observation

SHOWN = 5  # of a ranking, where the question does not say how many


@dataclass(frozen=True, slots=True)
class Order:
    """An order of measures: those it is of, what it goes by (larger first unless not `most`), and how that is said."""

    rows: Sequence[Observation]
    key: Callable[[Observation], Decimal]
    most: bool
    said: str


def ranking_answer(query: Query, holdings: Holdings) -> Answer:
    """Rank the measures of an edition by change, shortfall from target, or value."""
    draft = Draft(query, holdings)
    editions = editions_of(query, holdings)
    if not editions:
        return not_published.no_edition(draft, "which measure comes first")
    for edition in editions if query.spread else editions[-1:]:
        measured = counted.rows(edition, query, counted.service_of(query, holdings))
        _announce(draft, edition, measured, order_of(query, measured))
    not_published.say_missing(draft, not_held(query, holdings))
    return draft.done()


def leader(query: Query, holdings: Holdings) -> Observation | None:
    """The measure that a ranking puts first; None where it ranks nothing."""
    for edition in editions_of(query, holdings)[-1:]:
        order = order_of(query, counted.rows(edition, query, counted.service_of(query, holdings)))
        ranked = calculate.ranked(order.rows, order.key, order.most)
        return ranked[0] if ranked else None
    return None


def order_of(query: Query, measured: Sequence[Observation]) -> Order:
    """The order that a question asks for.

    Which measure is best or worst is told by its target: figures of different measures are not better or worse
    than one another, and of some a lower one is wanted.
    """
    if query.state in ("improved", "declined") and query.aspect in ("change", "value"):
        return _by_change(query, measured)
    if query.state == "changed" and query.aspect == "change":
        rows = [o for o in measured if o.change]
        most = query.order not in ("least", "lowest")
        said = f"changed the {'most' if most else 'least'}"
        return Order(rows, lambda o: abs(o.change or Decimal(0)), most, said)
    near = query.closest and query.aspect != "change"
    if near or query.state in ("missed", "met") or query.aspect in ("gap", "met") or query.order in ("best", "worst"):
        return _by_target(query, measured)
    of_target = query.aspect == "target"
    most = query.order not in ("lowest", "least", "worst")
    rows = [o for o in measured if (o.target if of_target else o.value) is not None]
    said = f"had the {'highest' if most else 'lowest'} {'target' if of_target else 'figure'}"
    return Order(rows, lambda o: (o.target if of_target else o.value) or Decimal(0), most, said)


def _by_change(query: Query, measured: Sequence[Observation]) -> Order:
    sign = 1 if query.state == "improved" else -1
    most = query.order not in ("least", "lowest") and (query.order, query.state) != ("worst", "improved")
    rows = [o for o in measured if sign * _gain(o) > 0]
    return Order(rows, lambda o: abs(_gain(o)), most, f"{query.state} the {'most' if most else 'least'}")


def _by_target(query: Query, measured: Sequence[Observation]) -> Order:
    closest = query.order == "least" or query.closest
    if closest and query.state not in ("met", "missed"):
        rows = list(calculate.targets(measured, met=True).base)
        return Order(rows, lambda o: abs(calculate.shortfall(o)), False, "was closest to its target")
    met = {"best": True, "worst": False}.get(query.order, query.state == "met")
    rows = list(calculate.targets(measured, met=met).members)
    said = f"{'met' if met else 'missed'} its target by the {'least' if closest else 'most'}"
    return Order(rows, lambda o: abs(calculate.shortfall(o)), not closest, said)


def _gain(observation: Observation) -> Decimal:
    """A published change, positive where it is for the better."""
    change = observation.change or Decimal(0)
    return -change if observation.lower_is_better else change


def _announce(draft: Draft, edition: Edition, measured: Sequence[Observation], order: Order) -> None:
    """Say which comes first and the next ones; `measured` are all that were looked at."""
    year, ranked = edition.year.label, calculate.ranked(order.rows, order.key, order.most)
    if not ranked:
        draft.say(f"No measure {order.said} in {year} {draft.cite(*measured)}.")
        return
    wanted = draft.query.first if draft.query.ordinal else 1
    leader = ranked[min(wanted, len(ranked)) - 1]
    place = {1: "", 2: " second", 3: " third", 4: " fourth", 5: " fifth"}.get(wanted, "")
    mark = draft.cite(leader)
    draft.say(
        f"{phrases.measure_name(leader.measure)} {order.said}{place and f', in{place} place,'} in {year}: "
        f"{_told(draft, leader, mark)} {mark}."
    )
    shown = max(draft.query.first, SHOWN if not draft.query.first or draft.query.ordinal else 1)
    for observation in (o for o in ranked[:shown] if o is not leader):
        mark = draft.cite(observation)
        draft.say(f"- {phrases.measure_name(observation.measure)}: {_told(draft, observation, mark)} {mark}")
    key = order.key
    if equal := [phrases.measure_name(o.measure) for o in ranked if o is not leader and key(o) == key(leader)]:
        draft.caveat(f"Equal {'first' if wanted == 1 else 'in place'} with {phrases.listed(equal)}.")
    cut = ranked[shown:] if draft.query.first and not draft.query.ordinal else []
    if cut and key(leader) != key(cut[0]) == key(ranked[shown - 1]):
        level = phrases.listed(phrases.measure_name(o.measure) for o in cut if key(o) == key(cut[0]))
        draft.caveat(
            f"Level with {phrases.measure_name(ranked[shown - 1].measure)}, the last of those listed: {level}."
        )
    if len(ranked) < len(measured) and not draft.query.first:
        every = draft.cite(*ranked)
        draft.working(f"{len(ranked)} of {len(measured)}", f"{len(ranked)} of {len(measured)} rows ranked {every}")
        draft.say(f"- In all, {len(ranked)} of {len(measured)} measures did {every}")


def _told(draft: Draft, observation: Observation, mark: str) -> str:
    change = observation.change
    clause = ""
    if change is not None:
        clause = ", unchanged on the previous year"
    if change:
        draft.figure(phrases.points(change), mark)
        clause = f", {'up' if change > 0 else 'down'} {phrases.points(change)} on the previous year"
    draft.figure(phrases.amount(observation), mark)
    if observation.target is None:
        return phrases.amount(observation) + clause
    distance = calculate.gap(observation)
    if distance.value:
        draft.figure(phrases.points(distance.value), mark, distance)
    return f"{phrases.amount(observation)}, {phrases.against_target(observation)}{clause}"
