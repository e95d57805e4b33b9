"""Claims without a figure: what happened to a measure, quantities in words, ratings by name, extremes, comparisons."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from fractions import Fraction
from typing import NamedTuple

from assistant.checking.claims import Figure, Finding, Statement
from assistant.checking.count_moves import CountMoves, compared
from assistant.checking.counts import Counts
from assistant.checking.directions import said_in
from assistant.checking.folded import folded
from assistant.checking.given import given
from assistant.checking.measures import Measures
from assistant.checking.quantities import quantities
from assistant.checking.rating_moves import RatingMoves, moves
from assistant.checking.ratings import Ratings
from assistant.checking.subjects import SAID, Subject, Subjects
from assistant.checking.superlatives import Superlatives, extremes
from assistant.holdings import Holdings
from corpus.models import ENGLAND_AND_WALES

BY_HOW_MUCH = ("doubled", "trebled", "tripled", "halved")  # more than a direction, which alone does not support them
TURNED = re.compile(
    r"\b(?:not|no|never|n't|neither|nor|from|lost|only|except|unlike|threshold|short of|than|if|would|should|could)\b"
)


class Found(NamedTuple):
    """A claim in words: where it starts and ends in the statement's text, and what is published of it."""

    start: int
    end: int
    finding: Finding


class InWords:
    """Finds claims in words, and what the tables say of them; a claim that no table settles is left alone."""

    def __init__(
        self, holdings: Holdings, measures: Measures, counts: Counts, ratings: Ratings, subjects: Subjects
    ) -> None:
        self._measures = measures
        self._counts = counts
        self._ratings = ratings
        self._subjects = subjects
        self._superlatives = Superlatives(holdings)
        self._rating_moves = RatingMoves(holdings, ratings)
        self._count_moves = CountMoves(holdings, counts, ratings)

    def find(self, statement: Statement, figures: Sequence[Figure]) -> Iterator[Found]:
        """The claims in words of a statement with these figures; of two at one place the first is to be kept."""
        if statement.cell is not None:
            return
        yield from self._extremes(statement)
        yield from self._compared(statement)
        yield from self._quantities(statement)
        yield from self._ratings_moved(statement)
        yield from self._happened(statement, figures)
        yield from self._rated(statement, figures)

    def _at(self, statement: Statement, text: str, start: int, end: int) -> Subject:
        """What a stretch of a statement is about: of the areas that the sentence names, those of its part of it."""
        place = Figure(text=text, start=start, end=end, value=Fraction(0), noun=SAID)
        subject = self._subjects.of(statement, [place])[0]
        first = statement.text.rfind(";", 0, start) + 1
        last = statement.text.find(";", end)
        part = self._subjects.read(statement.text[first : last if last >= 0 else None])
        return replace(subject, areas=tuple(area for area in subject.areas if area in part.areas) or subject.areas)

    def _extremes(self, statement: Statement) -> Iterator[Found]:
        text = folded(statement.text)
        for extreme in extremes(text.text):
            place = text.place(extreme.start, extreme.end)
            subject = self._at(statement, extreme.text, *place)
            if (finding := self._superlatives.find(subject, extreme)) is not None:
                yield Found(*place, finding)

    def _compared(self, statement: Statement) -> Iterator[Found]:
        text = folded(statement.text)
        for beside in compared(text.text):
            place = text.place(beside.start, beside.end)
            subject = self._at(statement, beside.text, *place)
            if (finding := self._count_moves.find(subject, beside)) is not None:
                yield Found(*place, finding)

    def _quantities(self, statement: Statement) -> Iterator[Found]:
        for figure in quantities(statement.text):
            (subject,) = self._subjects.of(statement, [figure])
            finding = self._ratings.find(subject) or self._counts.find(subject)
            if finding is not None:
                yield Found(figure.start, figure.end, finding)

    def _ratings_moved(self, statement: Statement) -> Iterator[Found]:
        text = folded(statement.text)
        named = self._ratings.ratings_in(text.text)
        for moved in moves(text.text, named):
            place = text.place(moved.start, moved.end)
            subject = self._at(statement, moved.text, *place)
            if (finding := self._rating_moves.find(subject, moved, named)) is not None:
                yield Found(*place, finding)

    def _happened(self, statement: Statement, figures: Sequence[Figure]) -> Iterator[Found]:
        """What is said to have happened and goes with no figure of the sentence."""
        says = said_in(statement.text)
        main = [figure for figure in figures if figure.unit != "time"]
        taken = [say for every in given(says, self._subjects.of(statement, main)).values() for say in every]
        for say in says:
            subject = self._at(statement, say.text, say.start, say.end) if say not in taken else None
            finding = self._measures.happened(subject, say) if subject else None
            if finding is not None and not (say.text in BY_HOW_MUCH and finding.verdict == "supported"):
                yield Found(say.start, say.end, finding)

    def _rated(self, statement: Statement, figures: Sequence[Figure]) -> Iterator[Found]:
        """Areas that are said to have a rating by its name, where no number counts them."""
        text = folded(statement.text)
        named = self._ratings.ratings_in(text.text)
        if len(named) != 1 or TURNED.search(text.text) or any(figure.unit == "number" for figure in figures):
            return
        start, end = text.place(*named[0][:2])
        rating = named[0][2]
        subject = self._at(statement, statement.text[start:end], start, end)
        areas = subject.areas or tuple(a for a in subject.reading.areas if a == ENGLAND_AND_WALES)
        if areas and (finding := self._ratings.rated_so(subject, rating, areas)) is not None:
            yield Found(start, end, finding)
