"""Rows of measures set beside one another: years of one measure, and several measures of one year."""

from collections.abc import Callable, Mapping, Sequence
from decimal import Decimal

from assistant import measure_lines, phrases, premises
from assistant.calculate import Derived, change, gap, is_met, shortfall
from assistant.draft import Draft
from assistant.measure_rows import pairs_of
from assistant.query import Aspect, Query
from corpus.models import Observation

WORDS: Mapping[Aspect, tuple[str, str]] = {
    "value": ("higher", "lower"),
    "target": ("higher", "lower"),
    "gap": ("further from its target", "closer to its target"),
    "met": ("further from its target", "closer to its target"),
    "change": ("better in its change", "worse in its change"),
}


def years(draft: Draft, rows: Sequence[Observation]) -> None:
    """One measure over years, oldest first, by what is asked of it."""
    aspect = draft.query.aspect
    if aspect == "target" and all(o.target is not None for o in rows):
        _targets(draft, rows)
    elif aspect in ("met", "gap") and all(o.value is not None and o.target is not None for o in rows):
        _against_targets(draft, rows)
    elif pairs := pairs_of(rows):
        _compared(draft, *pairs[0])
    else:
        _series(draft, rows)


def _targets(draft: Draft, rows: Sequence[Observation]) -> None:
    goals = [phrases.with_unit(o.target_shown, o) for o in rows]
    marks = " ".join(draft.cite(o) for o in rows)
    for goal, observation in zip(goals, rows, strict=True):
        draft.figure(goal, draft.cite(observation))
    before, after = rows[0], rows[-1]
    rose = (after.target or Decimal(0)) - (before.target or Decimal(0))
    name = measure_lines.lower(after)
    if len(rows) > 2:
        told = phrases.listed(f"{g} in {o.period.label}" for g, o in zip(goals, rows, strict=True))
        draft.say(f"The target for {name} was {told} {marks}.")
    elif rose:
        derived = Derived(rose, f"{after.target} - {before.target} = {rose}", tuple(rows))
        draft.figure(phrases.difference(rose, after), marks, derived)
        draft.say(
            f"The target for {name} {phrases.moved(rose)} from {goals[0]} in {before.period.label} to {goals[-1]} "
            f"in {after.period.label}, by {phrases.difference(rose, after)} {marks}."
        )
    else:
        draft.say(
            f"The target for {name} stayed the same, at {goals[0]} in {before.period.label} and "
            f"{goals[-1]} in {after.period.label} {marks}."
        )


def _against_targets(draft: Draft, rows: Sequence[Observation]) -> None:
    """Whether the target was met in each year, and whether the gap grew."""
    marks = {o: draft.cite(o) for o in rows}
    name = phrases.measure_name(rows[-1].measure)
    met = [o for o in rows if is_met(o)]
    parts = []
    for observation in rows:
        measure_lines.account(draft, observation, marks[observation])
        verb = "met" if observation in met else "missed"
        parts.append(
            f"{verb} it in {observation.period.label} ({phrases.amount(observation)} against "
            f"{phrases.with_unit(observation.target_shown, observation)}, {_off(observation)}) {marks[observation]}"
        )
    yes = ""
    if draft.query.polar and draft.query.claim in ("met", "missed", ""):
        wanted = [o for o in rows if is_met(o) != (draft.query.claim == "missed")]
        yes = premises.YES if len(wanted) == len(rows) else premises.NO if not wanted else premises.IN_PART
    draft.say(f"{yes}{name}, held against its target, {phrases.listed(parts)}.")
    gaps = [shortfall(o) for o in rows]
    if len(rows) == 2 and all(g > 0 for g in gaps) and gaps[0] != gaps[1]:
        moved = gaps[1] - gaps[0]
        verb = "widened" if moved > 0 else "narrowed"
        both = " ".join(marks.values())
        draft.figure(phrases.points(moved), both, Derived(moved, f"{gaps[1]} - {gaps[0]} = {moved}", tuple(rows)))
        draft.say(f"The gap to target {verb} by {phrases.points(moved)} {both}.")


def _off(observation: Observation) -> str:
    distance = gap(observation).value
    return "exactly on it" if not distance else f"{phrases.points(distance)} {'below' if distance < 0 else 'above'}"


def _compared(draft: Draft, before: Observation, after: Observation) -> None:
    marks = f"{draft.cite(before)} {draft.cite(after)}"
    found = change(before, after)
    name = phrases.measure_name(after.measure)
    for observation in (before, after):
        draft.figure(phrases.amount(observation), draft.cite(observation))
    yes = premises.verdict(draft.query, after, found.value)
    if found.value == 0:
        draft.say(
            f"{yes}{name} was {phrases.amount(after)} {phrases.where(after)}, the same as in {before.period.label} "
            f"{marks}."
        )
        return
    draft.figure(phrases.difference(found.value, after), marks, found)
    meaning = f", {phrases.judged(after, found.value)}" if after.target_shown else ""
    draft.say(
        f"{yes}{name} {phrases.moved(found.value)} from {phrases.amount(before)} in {before.period.label} to "
        f"{phrases.amount(after)} {phrases.where(after)}, "
        f"a change of {phrases.difference(found.value, after)}{meaning} {marks}."
    )
    if after.period.shifted(-1) == before.period and after.change not in (None, found.value):
        draft.caveat(
            f"The bulletin prints a change of {after.change_shown}; its figures for the two years differ by "
            f"{phrases.difference(found.value, after)}."
        )


def _series(draft: Draft, rows: Sequence[Observation]) -> None:
    """Figures of periods that no one change joins: a series, or a measure that was revised."""
    revised = len({o.measure.code for o in rows}) > 1
    parts = []
    for observation in rows:
        mark = draft.cite(observation)
        shown = (
            phrases.amount(observation) if observation.value is not None else measure_lines.symbol(draft, observation)
        )
        draft.figure(shown, mark)
        label = observation.period.label
        if revised:
            when = f"{'from' if ' to ' in label else 'in'} {label}"
            parts.append(f"{phrases.measure_name(observation.measure)} was {shown} {when} {mark}")
        else:
            parts.append(f"{shown} in {label} {mark}")
    if revised:
        draft.say(f"In {rows[-1].area}, {phrases.listed(parts)}.")
        return
    draft.say(f"{phrases.measure_name(rows[-1].measure)} in {rows[-1].area} was {phrases.listed(parts)}.")
    if len(rows) > 2 and draft.query.ordered:
        _extreme(draft, rows)


def _extreme(draft: Draft, rows: Sequence[Observation]) -> None:
    valued = [o for o in rows if o.value is not None]
    lowest = draft.query.order in ("lowest", "least", "worst")
    best = (min if lowest else max)(valued, key=lambda o: o.value or Decimal(0))
    word = "lowest" if lowest else "highest"
    draft.say(f"It was {word} in {best.period.label}, at {phrases.amount(best)} {draft.cite(best)}.")


def side_by_side(draft: Draft, rows: Sequence[Observation]) -> None:
    """Several measures, one row of each; which comes first where that is asked."""
    query = draft.query
    marks = [draft.cite(o) for o in rows]
    for observation, mark in zip(rows, marks, strict=True):
        measure_lines.account(draft, observation, mark)
    comparable = [o for o in rows if o.value is not None and (query.aspect == "value" or o.target is not None)]
    if query.ordered and len(comparable) > 1 and (query.aspect != "change" or all(o.change is not None for o in rows)):
        _first(draft, comparable)
        return
    told = phrases.listed(
        f"{phrases.measure_name(o.measure)} {'had' if query.aspect == 'target' else 'was'} "
        f"{measure_lines.told(o, query.aspect)}{_when(o, rows)} {mark}"
        for o, mark in zip(rows, marks, strict=True)
    )
    draft.say(f"{_all_so(draft.query, rows)}{told[0].upper()}{told[1:]}{_where(rows)}.")


def _all_so(query: Query, rows: Sequence[Observation]) -> str:
    """Yes or no to what is supposed of several measures; "In part: " where it is so of some."""
    if not (query.polar or query.why or query.asserted):
        return ""
    if query.aspect == "met" and not query.claim:
        held = [is_met(o) if o.value is not None and o.target is not None else None for o in rows]
    else:
        held = [premises.holds(query, o) for o in rows]
    if any(one is None for one in held):
        return ""
    if all(held):
        return premises.YES if query.polar else ""
    if any(held):
        return premises.IN_PART
    return premises.NO if query.polar else premises.WRONG


def _first(draft: Draft, rows: Sequence[Observation]) -> None:
    """Which measure is first by what is asked: highest figure or target, largest gap, best change."""
    aspect = draft.query.aspect
    keys: Mapping[Aspect, Callable[[Observation], Decimal]] = {
        "value": lambda o: o.value or Decimal(0),
        "target": lambda o: o.target or Decimal(0),
        "met": shortfall,
        "gap": shortfall,
        "change": lambda o: -(o.change or Decimal(0)) if o.lower_is_better else (o.change or Decimal(0)),
    }
    key = keys[aspect]
    low = draft.query.order in ("lowest", "least") or (draft.query.order == "worst" and aspect in ("value", "change"))
    order = sorted(rows, key=key, reverse=not low)
    first, second = order[0], order[1]
    word = WORDS[aspect][1 if low else 0]
    marks = " ".join(draft.cite(o) for o in order)
    if key(first) == key(second):
        draft.say(
            f"{phrases.measure_name(first.measure)} and {phrases.measure_name(second.measure)} were level, at "
            f"{measure_lines.told(first, aspect)} {phrases.where(first)} {marks}."
        )
        return
    apart = abs(key(first) - key(second))
    draft.figure(phrases.points(apart), marks, Derived(apart, f"{max(key(first), key(second))} - "
                 f"{min(key(first), key(second))} = {apart}", (first, second)))  # fmt: skip
    rest = phrases.listed(f"{phrases.measure_name(o.measure)} at {measure_lines.told(o, aspect)}{_when(o, rows)}"
                          for o in order[1:])  # fmt: skip
    most = {"higher": "highest", "lower": "lowest"}.get(word, word) if len(order) > 2 else word
    draft.say(
        f"{phrases.measure_name(first.measure)} was {most}: {measure_lines.told(first, aspect)}{_when(first, rows)} "
        f"against {rest}, a difference of {phrases.points(apart)}{_where(rows)} {marks}."
    )
    if aspect == "value":
        draft.caveat("Different measures count different things: a higher figure is not by itself better performance.")


def _when(observation: Observation, rows: Sequence[Observation]) -> str:
    """The period of a row, where not all rows share it."""
    return "" if len({o.period for o in rows}) == 1 else f" ({observation.period.label})"


def _where(rows: Sequence[Observation]) -> str:
    if len({o.period for o in rows}) == 1:
        return f" {phrases.where(rows[0])}"
    return f" in {rows[0].area}"
