"""Figures of a draft held against what the publications say in words, and in tables that no other prover reads.

A figure is supported where a line that speaks of the same thing prints it, or a number that it fairly rounds. It is
contradicted only where a line surely speaks of the same thing and prints another number for it, or prints it of another
time, place, service or direction, and no line supports it. Of anything less nothing is said.
"""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import lru_cache

import numpy as np

from assistant.checking.claims import Figure, Finding, Statement
from assistant.checking.prose_decide import decide
from assistant.checking.prose_lines import DIGITS, Asked, Published
from assistant.checking.prose_pairs import Pair
from assistant.checking.prose_rows import period_of_cell
from assistant.checking.prose_said import Said, read
from assistant.checking.prose_told import finding
from assistant.checking.prose_when import RELATIVE
from assistant.checking.prose_words import names_of, placed_in, proper_of, words_of
from assistant.holdings import Holdings
from assistant.words import fold
from corpus.periods import find_periods
from index.search import Searcher
from index.words import Array

LOOKED_AT = 120  # lines, for a number that the figure gives
READ_THROUGH = 25  # lines, for any number
TELLING_NUMBER = 200  # from which a number is looked for in every line
TELLING = 2.5  # the least chance of a number that tells a line
FEW_WORDS = 3  # of its own, with fewer a sentence is read with what stands before it
LEANING = ("it ", "its ", "this ", "that ", "they ", "their ", "these ", "those ", "the figure", "the rate", "the same")
LEANT_ON = 0.4  # of a word beside a figure, what one in the sentence before counts for


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
        decision = decide(figure, self._pairs(statement))
        return finding(figure, decision, statement, self._holdings) if decision else None

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
        return Asked(
            {word: published.rarity(word) for word in sorted(words)},
            understood.like,
            proper_of(statement.text) - published.common,
            placed_in(statement.text),
        )


def _first(held: Array, published: Published, wanted: Sequence[Figure]) -> list[int]:
    """The lines to look at: those that hold most of the sentence, then those that print a number near one of it."""
    best = [int(at) for at in np.argsort(-held, kind="stable")[:LOOKED_AT]]
    read = best[:READ_THROUGH]
    near = {at for figure in wanted for at in published.near(_mantissa(figure))} - set(read)
    telling = {at for figure in wanted if figure.value >= TELLING_NUMBER for at in published.near(_mantissa(figure))}
    return [*read, *sorted(near & (telling | set(best)), key=lambda at: (-held[at], at))]


def _mantissa(figure: Figure) -> float:
    """A figure as its digits are written: 1.45 of "£1.45 billion"."""
    digits = DIGITS.search(figure.text)
    return float(digits[0].replace(",", "")) if digits else float(figure.value)


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
    return _points(statement) or len({word.start for word in words_of(statement.text)}) <= FEW_WORDS


def _points(statement: Statement) -> bool:
    """Whether a sentence points to what stands before it: a year said there is then its own, and of no other's."""
    own = statement.text.lower().lstrip("-•* ")
    return own.startswith(LEANING) or RELATIVE.search(fold(own)) is not None or statement.cell is not None


def _in_context(said: Said, statement: Statement) -> Said:
    """A figure with the one name of a kind that its sentence gives and, where that leans, what stands before it."""
    names = dict(said.names)
    for kind in {kind for kind, _ in said.around}:
        there = frozenset(name for one, name in said.around if one == kind)
        if not names.get(kind) and len(there) == 1:
            names[kind] = there
    own = period_of_cell(statement)
    said = replace(said, names=names, period=own or said.period, periods=(own,) if own else said.periods)
    if not leans(statement):
        return said
    beside = dict(said.beside)
    for text in (statement.before, statement.heading):
        for word in words_of(text):
            beside.setdefault(word.stem, LEANT_ON)
    around = f"{statement.heading} {statement.before}" if _points(statement) else statement.heading
    periods = [mention.period for mention in find_periods(around)]
    before = periods[-1] if len(set(periods)) == 1 else None
    if before and said.role == "value" and RELATIVE.search(statement.text):
        before = before.shifted(-1)
    period = said.period or before
    for name in names_of(statement.before):
        names.setdefault(name.kind, frozenset((name.name,)))
    return replace(said, beside=beside, period=period, names=names)
