"""Figures of a draft held against what the publications say in words, and in tables that no other prover reads.

A figure is supported where a line that speaks of the same thing prints it, or a number that it fairly rounds. It is
contradicted only where a line surely speaks of the same thing and prints another number for it, or prints it of another
time, place, service or direction, and no line supports it. Of anything less nothing is said.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import lru_cache

import numpy as np

from assistant.checking.claims import Figure, Finding, Statement
from assistant.checking.prose_lines import Asked, Published
from assistant.checking.prose_pairs import Pair
from assistant.checking.prose_said import Said, met_or_missed, read
from assistant.checking.prose_told import contradicted, supported
from assistant.checking.prose_words import names_of, words_of
from assistant.holdings import Holdings
from corpus.periods import find_periods
from index.search import Searcher
from index.words import Array

LOOKED_AT = 120  # lines, for a number that the figure gives
READ_THROUGH = 30  # lines, for any number
TELLING = 2.5  # the least chance of a number that tells a line
CAPITAL = re.compile(r"(?<=[\w,;:’') ] )[A-Z][A-Za-z]+|\b[A-Z]{3,}\b")
FEW_WORDS = 4  # of its own, with fewer a sentence is read with what stands before it
LEANING = ("it ", "its ", "this ", "that ", "they ", "their ", "these ", "those ", "the figure", "the rate", "the same")
LEANT_ON = 0.4  # of a word beside a figure, what one in the sentence before counts for
SUPPORTS = 0.0
CONTRADICTS = 1.0
APART = 3.0
ALIGNED = 0.25  # by which another number of the line must stand more surely where the figure would
PARTNER = 2.0
SLIP = 1.5

Taken = set[tuple[int, int, int]]


class Prose:
    """Finds what is published in words on the figures of a draft."""

    def __init__(self, searcher: Searcher, holdings: Holdings) -> None:
        """`searcher` gives words of like meaning; the lines are those of the documents held."""
        self._searcher = searcher
        self._holdings = holdings
        self._published: Published | None = None
        self._pairs = lru_cache(maxsize=200)(self._all_pairs)

    def find(self, statement: Statement, figure: Figure) -> Finding | None:
        """What is published on a figure; None where no line surely speaks of the same thing."""
        return decide(figure, self._pairs(statement))

    def pairs(self, statement: Statement) -> Mapping[tuple[int, int], Sequence[Pair]]:
        """Each figure of a statement, by its place, beside the published numbers that may be of the same thing."""
        return self._pairs(statement)

    def _all_pairs(self, statement: Statement) -> Mapping[tuple[int, int], Sequence[Pair]]:
        if self._published is None:
            self._published = Published(self._holdings.documents)
        published = self._published
        figures = [_in_context(one, statement) for one in read(statement.text)]
        if not figures:
            return {}
        asked = self._asked(statement, published)
        held = published.held(asked)
        order = _first(held, published, [one.figure for one in figures])
        most = float(held[order[0]]) or 1.0
        made: dict[tuple[int, int], list[Pair]] = {}
        for said in figures:
            pairs = made.setdefault((said.figure.start, said.figure.end), [])
            for rank, at in enumerate(order):
                line = published.lines[at]
                share = float(held[at])
                for printed in line.printed:
                    pair = Pair(asked, said, line, printed, share, share / most, published.rarity)
                    if rank < READ_THROUGH or pair.fit:
                        pairs.append(pair)
        return _in_company(made)

    def _asked(self, statement: Statement, published: Published) -> Asked:
        text = statement.text
        if leans(statement):
            text = f"{statement.heading}. {statement.before} {text}"
        words = {word.stem for word in words_of(text)}
        understood = self._searcher.understood(text)
        proper = frozenset(word.stem for name in CAPITAL.findall(statement.text) for word in words_of(name)) & words
        return Asked({word: published.rarity(word) for word in sorted(words)}, understood.like, proper)


def _first(held: Array, published: Published, wanted: Sequence[Figure]) -> list[int]:
    """The lines to look at: those that hold most of the sentence, then those that print a telling number of it."""
    best = [int(at) for at in np.argsort(-held, kind="stable")[:LOOKED_AT]]
    near = {at for figure in wanted for at in published.near(float(figure.value))} - set(best)
    return [*best, *sorted(near, key=lambda at: -held[at])]


def _in_company(made: Mapping[tuple[int, int], list[Pair]]) -> Mapping[tuple[int, int], Sequence[Pair]]:
    """Pairs told of the other figures of their sentence that their line, or its passage, prints."""
    fitted = {
        (place, pair.line.chunk.id, pair.line.number)
        for place, pairs in made.items()
        for pair in pairs
        if pair.fit and pair.chance >= TELLING and not pair.conflicts
    }

    def company(place: tuple[int, int], pair: Pair) -> float:
        others = [one for one in fitted if one[0] != place and one[1] == pair.line.chunk.id]
        return 1.0 if any(one[2] == pair.line.number for one in others) else 0.5 if others else 0.0

    return {
        place: [replace(pair, company=worth) if (worth := company(place, pair)) else pair for pair in pairs]
        for place, pairs in made.items()
    }


def leans(statement: Statement) -> bool:
    """Whether a sentence says too little of what it is about by itself."""
    own = statement.text.lower().lstrip("-•* ")
    return own.startswith(LEANING) or len({word.start for word in words_of(statement.text)}) <= FEW_WORDS


def _in_context(said: Said, statement: Statement) -> Said:
    """A figure with the one name of a kind that its sentence gives and, where that leans, what stands before it."""
    names = dict(said.names)
    for kind in {kind for kind, _ in said.around}:
        there = frozenset(name for one, name in said.around if one == kind)
        if not names.get(kind) and len(there) == 1:
            names[kind] = there
    said = replace(said, names=names)
    if not leans(statement):
        return said
    beside = dict(said.beside)
    for text in (statement.before, statement.heading):
        for word in words_of(text):
            beside.setdefault(word.stem, LEANT_ON)
    periods = [mention.period for mention in find_periods(f"{statement.heading} {statement.before}")]
    period = said.period or (periods[-1] if len(set(periods)) == 1 else None)
    for name in names_of(statement.before):
        names.setdefault(name.kind, frozenset((name.name,)))
    return replace(said, beside=beside, period=period, names=names)


def decide(figure: Figure, pairs: Mapping[tuple[int, int], Sequence[Pair]]) -> Finding | None:
    """What pairs say of a figure."""
    own = pairs.get((figure.start, figure.end), ())
    fitting = [pair for pair in own if pair.fit]
    agreed = [pair for pair in fitting if not pair.conflicts]
    best = max(agreed, key=_with_chance, default=None)
    taken = _taken(figure, pairs)
    if best and _with_chance(best) >= SUPPORTS:
        if better := _better(best, own, taken) or _of_its_target(best, own, taken):
            return contradicted(figure, better)
        missed = _missed(best, own, pairs)
        return contradicted(figure, missed) if missed else supported(figure, best)
    other = _other(own, taken)
    apart = max((pair for pair in fitting if len(pair.conflicts) == 1), key=_with_chance, default=None)
    if apart and _with_chance(apart) >= APART and (not other or _with_chance(apart) - 1 >= other.likelihood):
        partner = _partner(apart, own, taken)
        return supported(figure, apart) if apart.is_in_line and not partner else contradicted(figure, apart, partner)
    if other:
        return contradicted(figure, other)
    return None


def _better(best: Pair, own: Sequence[Pair], taken: Taken) -> Pair | None:
    """Another number of the line that stands where the figure would, though the line prints the figure for another."""
    rivals = [
        pair
        for pair in own
        if pair.line is best.line and pair.comparable and not pair.fit and not pair.conflicts
        if pair.printed.role == best.printed.role and _place(pair) not in taken and pair.when in (best.when, "same")
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
    return other if other and other.likelihood > best.likelihood else None


def _missed(best: Pair, own: Sequence[Pair], pairs: Mapping[tuple[int, int], Sequence[Pair]]) -> Pair | None:
    """The number that shows a target met where the draft says missed, or the reverse."""
    said = [one for one in met_or_missed(best.said.text)]
    if len(set(said)) != 1:
        return None
    values = [one for one in best.line.printed if one.role == "value" and one.figure.unit == best.said.figure.unit]
    targets = [one for one in best.line.printed if one.role == "target" and one.figure.unit == best.said.figure.unit]
    of_value = any(others and others[0].said.role == "value" for others in pairs.values())
    if len(values) != 1 or len(targets) != 1 or best.said.role not in ("value", "target"):
        return None
    if best.said.role == "target" and of_value:
        return None
    met = values[0].figure.value >= targets[0].figure.value
    if met == (said[0] == "met"):
        return None
    shown = values[0] if best.said.role == "target" else targets[0]
    return next((pair for pair in own if pair.line is best.line and pair.printed is shown), None)


def _partner(apart: Pair, own: Sequence[Pair], taken: Taken) -> Pair | None:
    """The number that is published in place of one of another time, place or name."""
    sure = [
        pair
        for pair in own
        if pair.comparable and not pair.fit and not pair.conflicts and pair.confirmed
        if pair.printed.role == apart.printed.role and _place(pair) not in taken and pair.line.is_near(apart.line)
    ]
    best = max(sure, key=lambda pair: pair.likelihood, default=None)
    return best if best and best.likelihood >= apart.likelihood - PARTNER else None


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
        if pair.comparable and not pair.fit and not pair.conflicts and pair.confirmed
        if pair.said.role == pair.printed.role and _place(pair) not in taken
    )
    best = max(sure, key=_as_slip, default=None)
    return best if best and _as_slip(best) >= CONTRADICTS else None


def _as_slip(pair: Pair) -> float:
    """How surely a figure was written for a number that it is not."""
    return pair.likelihood - pair.distance + SLIP * pair.slip
