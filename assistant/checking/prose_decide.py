"""What is decided of a figure from the published numbers beside it: supported, contradicted and why, or nothing."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from assistant.checking.claims import Figure, Verdict
from assistant.checking.prose_changes import worked_out
from assistant.checking.prose_close import is_close
from assistant.checking.prose_moves import met_or_missed
from assistant.checking.prose_pairs import Pair
from assistant.checking.prose_said import Said
from assistant.checking.prose_words import WHOLE

# Learned from sentences with known verdicts; of a pair's likelihood, a log of odds, unless said otherwise.
SUPPORTS = -1.3  # with its chance, from which a number supports
CONTRADICTS = 3.0  # from which another number contradicts
APART = 0.0  # with its chance, from which the figure as printed of something else contradicts
DOMINATES = 6.0  # by which a line that tells it apart must lead one that agrees
OUTDONE = 2.5  # by which another number must lead one that agrees
PARTNER = 1.2  # how far behind it the number may lie that is published in place of one told apart
IN_LINE = 4.0  # and the same in one line
COMPANIONS = 3.0  # and a target beside the sentence's other figures behind another
ALIGNED = 0.25  # share of the words beside them, by which another number of the line must stand better in the place
SLIP = 4.0  # what a slip of the pen adds
FEW, MOST_FEW = 1.5, 12  # what is taken off for a small count, and up to which a count is small
FAR = 2.0  # Pair.distance, from which a number is no partner
NEAR = 1.0  # and up to which it is one that outtells a line that agrees
SELDOM = 2.5  # Pair.chance, from which a number is seldom the same by chance
NEARLY = 1.5  # how far behind the best a better place to cite may be
SILENT = -1.0  # by which a line that says more must lead one that is silent on what tells it apart
NAMED = 0.5  # by which the number printed for a sentence's own name must lead one printed for none
PLACES = ("place", "area")
SCOPES = ("share", "population", "all", "alone", "whole")
TURNED = ("way", "end", "unit", *SCOPES)  # what no other number settles
GIVEN = ("provider", "grade", "people", "risk")  # kinds of names: a number of one is not known to be another's

Taken = set[tuple[int, int, int]]


@dataclass(frozen=True, slots=True)
class Decision:
    """A verdict with the number it rests on.

    `why`: of a supported figure how it fits ("exact", "rounded"); of a contradicted one "value", "better" (another
    number of the line stands in its place), "target", or what tells the number apart (Pair.conflicts). `other` is the
    number that is published in its place, or that settles it, where `pair` does not say so itself.
    """

    verdict: Verdict
    pair: Pair
    why: str
    other: Pair | None = None


def decide(figure: Figure, pairs: Mapping[tuple[int, int], Sequence[Pair]]) -> Decision | None:
    """What the pairs of a sentence's figures, by their places, say of one; None where none surely says anything."""
    own = pairs.get((figure.start, figure.end), ())
    fitting = [pair for pair in own if pair.fit and pair.speaks and is_close(pair)]
    best = _best([pair for pair in fitting if not pair.conflicts])
    apart = max((pair for pair in fitting if _is_told_apart(pair)), key=_with_chance, default=None)
    taken = _taken(figure, pairs)
    other = _other(own, taken)
    outdone = best and other and best.company < 1 and _as_slip(other) - _with_chance(best) >= OUTDONE
    if best and (named := _of_its_name(best, own, taken)):
        return Decision("contradicted", named, "value")
    told = apart is not None and best is not None and (_dominates(apart, best) or _outtells(apart, best, own, taken))
    if best and _with_chance(best) >= SUPPORTS and not outdone and not told:
        return _of_agreed(best, own, taken, pairs)
    if apart and _with_chance(apart) >= APART and (not other or _with_chance(apart) - 1 >= other.likelihood):
        partner = _partner(apart, own, taken) if apart.conflicts[0] not in TURNED else None
        if apart.is_in_line and not partner:
            return Decision("supported", apart, apart.fit)
        return Decision("contradicted", apart, apart.conflicts[0], partner)
    if change := worked_out(own, pairs):
        verdict: Verdict = "supported" if change.why == "worked_out" else "contradicted"
        return Decision(verdict, change.last, change.why, change.first)
    return Decision("contradicted", other, "value") if other else None


def _best(agreed: Sequence[Pair]) -> Pair | None:
    """The surest pair or, of those nearly as sure, one in a numbered paragraph, and before that a row or a sentence."""
    surest = max(map(_with_chance, agreed), default=0.0)
    near = [pair for pair in agreed if _with_chance(pair) >= surest - NEARLY]
    return max(near, key=lambda pair: (pair.fit == "exact", pair.line.standing, _with_chance(pair)), default=None)


def _is_told_apart(pair: Pair) -> bool:
    """Whether one thing tells apart a number that is the figure itself, and no small one that many things have."""
    exact = pair.fit == "exact" or pair.said.figure.in_words
    if len(pair.conflicts) != 1 or pair.conflicts == ("stranger",) or not exact:
        return False
    return pair.conflicts[0] not in PLACES or pair.chance >= SELDOM


def _outtells(apart: Pair, best: Pair, own: Sequence[Pair], taken: Taken) -> bool:
    """Whether the line of a number told apart says what another line, which agrees by its silence, leaves open."""
    kind = apart.conflicts[0]
    if apart.fit != "exact" or apart.chance < SELDOM:
        return False
    if kind == "way":
        silent = not (best.printed.way or best.printed.drift)
        return silent and bool(apart.said.way or apart.said.role == "change") and _leads(apart, best, SILENT)
    if kind in SCOPES:
        return best.line is not apart.line and _leads(apart, best, SILENT)
    if kind in TURNED or (kind == "period" and apart.said.period not in apart.said.periods):
        return False
    lead = SILENT if not best.confirmed else OUTDONE
    partner = _partner(apart, own, taken)
    return partner is not None and partner.distance <= NEAR and _leads(apart, best, lead)


def _leads(one: Pair, other: Pair, by: float) -> bool:
    return one.likelihood - other.likelihood >= by


def _of_its_name(best: Pair, own: Sequence[Pair], taken: Taken) -> Pair | None:
    """Another number that is printed for a name of the sentence, where the one that agrees is printed for no such."""
    kinds = [
        kind
        for kind, names in best.said.names.items()
        if kind != "body" and names - WHOLE and not names & best.printed.names.get(kind, frozenset())
    ]
    if not kinds or best.company == 1:
        return None
    lead = NAMED if kinds == ["area"] else OUTDONE
    rivals = [
        pair
        for pair in own
        if pair.is_other_value and not pair.conflicts and pair.confirmed and pair.distance <= FAR
        if pair.printed.role == best.said.role and _place(pair) not in taken
        if pair.said.figure.in_words or not pair.printed.figure.in_words
        if all(pair.said.names[kind] & pair.printed.names.get(kind, frozenset()) for kind in kinds)
    ]
    rival = max(rivals, key=lambda pair: pair.likelihood, default=None)
    return rival if rival and rival.likelihood >= CONTRADICTS and _leads(rival, best, lead) else None


def _dominates(apart: Pair, best: Pair) -> bool:
    """Whether a number told apart stands in a line that is so much more surely of the same thing."""
    return apart.fit == "exact" and not apart.is_in_line and apart.likelihood - best.likelihood >= DOMINATES


def _of_agreed(
    best: Pair, own: Sequence[Pair], taken: Taken, pairs: Mapping[tuple[int, int], Sequence[Pair]]
) -> Decision:
    """What is decided where a line prints the figure and nothing tells it apart."""
    if better := _better(best, own, taken) or _of_its_target(best, own, taken):
        return Decision("contradicted", better, "better")
    if missed := _missed(best, own, pairs):
        return Decision("contradicted", best, "target", missed)
    if turned := _turned(best, pairs):
        return Decision("contradicted", best, "turned", turned)
    return Decision("supported", best, best.fit)


def _turned(best: Pair, pairs: Mapping[tuple[int, int], Sequence[Pair]]) -> Pair | None:
    """The published number that the figure is said to have come from, where it moved the other way.

    Only for the two values of a sentence that tells of one movement, both published as they are given.
    """
    said = best.said
    values = [others for others in pairs.values() if others and others[0].said.role == said.role == "value"]
    alike = [others for others in values if others[0].said.figure.unit == said.figure.unit]
    if len(alike) != 2 or len(said.moves) != 1:
        return None
    (start,) = [others for others in alike if others[0].said is not said] or [()]
    agreed = next((pair for pair in start if pair.fit and not pair.conflicts), None)
    if agreed is None or not _follows(said, agreed.said):
        return None
    moved = said.figure.value - agreed.said.figure.value
    return agreed if (moved < 0 and "rose" in said.moves) or (moved > 0 and "fell" in said.moves) else None


def _follows(said: Said, other: Said) -> bool:
    """Whether a value is the later of two: by from and to, or by their periods."""
    if said.end == "from" or other.end == "to":
        return False
    if other.end == "from" or (said.end == "to" and said.way):
        return True
    return said.period is not None and other.period is not None and other.period < said.period


def _better(best: Pair, own: Sequence[Pair], taken: Taken) -> Pair | None:
    """Another number of the line that stands where the figure would, though the line prints the figure for another."""
    if best.company == 1:
        return None
    rivals = [
        pair
        for pair in own
        if pair.line is best.line and pair.is_other_value and not pair.conflicts
        if pair.printed.role == best.printed.role
        and _place(pair) not in taken
        and pair.printed.period == best.printed.period
    ]
    better = max(rivals, key=lambda pair: pair.aligned, default=None)
    return (
        better if better and better.aligned - best.aligned >= ALIGNED and best.line.is_told_once(best.printed) else None
    )


def _of_its_target(best: Pair, own: Sequence[Pair], taken: Taken) -> Pair | None:
    """Another target in the line that prints the sentence's other figures, which the line of this target does not."""
    if best.said.role != "target" or best.company == 1:
        return None
    other = _other([pair for pair in own if pair.company == 1], taken)
    return other if other and other.likelihood > best.likelihood - COMPANIONS else None


def _missed(best: Pair, own: Sequence[Pair], pairs: Mapping[tuple[int, int], Sequence[Pair]]) -> Pair | None:
    """The number that shows a target met where the draft says missed, or the reverse."""
    said = met_or_missed(best.said.text)
    if len(set(said)) != 1:
        return None
    values = [one for one in best.line.printed if one.role == "value" and one.figure.unit == best.said.figure.unit]
    targets = [one for one in best.line.printed if one.role == "target" and one.figure.unit == best.said.figure.unit]
    of_value = any(
        others and others[0].said is not best.said and others[0].said.role == "value" for others in pairs.values()
    )
    is_target = best.printed.role == "target"
    if len(values) != 1 or len(targets) != 1 or best.said.role == "change" or (is_target and of_value):
        return None
    met = values[0].figure.value >= targets[0].figure.value
    if met == (said[0] == "met"):
        return None
    shown = values[0] if is_target else targets[0]
    return next((pair for pair in own if pair.line is best.line and pair.printed is shown), None)


def _partner(apart: Pair, own: Sequence[Pair], taken: Taken) -> Pair | None:
    """The number that is published in place of one of another time, place or name."""
    is_row = apart.line.chunk.table is not None
    sure = [
        pair
        for pair in own
        if pair.is_other_value and not set(pair.conflicts) - {"way"} and pair.confirmed
        if pair.printed.role == apart.printed.role and _place(pair) not in taken
        if pair.printed.column == apart.printed.column and pair.distance <= FAR
        if (pair.line is apart.line if apart.is_in_line and not is_row else pair.line.is_near(apart.line))
    ]
    best = max(sure, key=lambda pair: pair.likelihood, default=None)
    behind = IN_LINE if best and best.line is apart.line else PARTNER
    return best if best and best.likelihood >= apart.likelihood - behind else None


def _taken(figure: Figure, pairs: Mapping[tuple[int, int], Sequence[Pair]]) -> Taken:
    """The numbers that are of other figures of the sentence."""
    return {
        _place(pair)
        for place, others in pairs.items()
        if place != (figure.start, figure.end)
        for pair in others
        if pair.fit == "exact" and not pair.conflicts
    }


def _place(pair: Pair) -> tuple[int, int, int]:
    return id(pair.line), pair.printed.figure.start, pair.printed.figure.end + len(pair.printed.text)


def _with_chance(pair: Pair) -> float:
    return pair.likelihood + pair.chance


def _other(own: Sequence[Pair], taken: Taken) -> Pair | None:
    """The number that is surely published in place of a figure; None where none is so sure."""
    sure = (
        pair
        for pair in own
        if pair.is_other_value and not pair.conflicts and pair.confirmed
        if pair.said.role == pair.printed.role and _place(pair) not in taken and _is_of_said(pair)
        if pair.said.figure.in_words or not pair.printed.figure.in_words or pair.printed.figure.step
    )
    best = max(sure, key=_as_slip, default=None)
    return best if best and _as_slip(best) >= CONTRADICTS else None


def _as_slip(pair: Pair) -> float:
    """How surely a figure was written for a number that it is not."""
    few = FEW if pair.said.figure.unit == "number" and pair.said.figure.value <= MOST_FEW else 0.0
    return pair.likelihood - pair.distance + SLIP * pair.slip - few


def _is_of_said(pair: Pair) -> bool:
    """Whether the sentence speaks of those whom a number that shall stand in the figure's place is printed for."""
    spoken = {name for _, name in pair.said.around} | {name for names in pair.said.names.values() for name in names}
    return all(kind not in GIVEN or names & spoken or not names for kind, names in pair.printed.names.items())
