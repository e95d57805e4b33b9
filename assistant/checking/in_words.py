"""Claims without a figure: what is said to have happened to a measure, quantities in words, ratings by name, extremes."""

import re
from collections.abc import Iterator, Sequence
from fractions import Fraction

from assistant.checking.claims import Figure, Finding, Statement
from assistant.checking.counts import Counts
from assistant.checking.directions import Said, said
from assistant.checking.given import given
from assistant.checking.measures import Measures
from assistant.checking.quantities import quantities
from assistant.checking.ratings import Ratings
from assistant.checking.subjects import SAID, Subject, Subjects
from assistant.checking.superlatives import Superlatives, extremes
from assistant.words import fold
from corpus.models import ENGLAND_AND_WALES


class InWords:
    """Finds claims in words, and what the tables say of them; a claim that no table settles is left alone."""

    def __init__(
        self,
        measures: Measures,
        counts: Counts,
        ratings: Ratings,
        superlatives: Superlatives,
        subjects: Subjects,
    ) -> None:
        self._measures = measures
        self._counts = counts
        self._ratings = ratings
        self._subjects = subjects
        self._superlatives = superlatives

    def find(self, statement: Statement, found: Sequence[Figure]) -> Iterator[tuple[int, int, Finding]]:
        """The claims in words of a statement: where each starts and ends in its text, and what is published of it."""
        if statement.cell is not None:
            return
        yield from self._extremes(statement)
        yield from self._quantities(statement)
        yield from self._happened(statement, found)
        yield from self._rated(statement, found)

    def _extremes(self, statement: Statement) -> Iterator[tuple[int, int, Finding]]:
        for extreme in extremes(fold(statement.text)):
            place = Figure(text=extreme.text, start=extreme.start, end=extreme.end, value=Fraction(0), noun=SAID)
            (subject,) = self._subjects.of(statement, [place])
            if (finding := self._superlatives.find(subject, extreme)) is not None:
                yield extreme.start, extreme.end, finding

    def _quantities(self, statement: Statement) -> Iterator[tuple[int, int, Finding]]:
        for figure in quantities(statement.text):
            (subject,) = self._subjects.of(statement, [figure])
            finding = self._ratings.find(subject) or self._counts.find(subject)
            if finding is not None:
                yield figure.start, figure.end, finding

    def _happened(self, statement: Statement, found: Sequence[Figure]) -> Iterator[tuple[int, int, Finding]]:
        """What is said to have happened and goes with no figure of the sentence."""
        says = said(fold(statement.text))
        taken = {say for every in given(says, self._subjects.of(statement, found)).values() for say in every}
        for say in says:
            if say not in taken:
                (subject,) = self._subjects.of(statement, [_of(say)])
                finding = self._measures.happened(subject, say)
                if finding is not None:
                    yield say.start, say.end, finding

    def _rated(self, statement: Statement, found: Sequence[Figure]) -> Iterator[tuple[int, int, Finding]]:
        """Areas that are said to have a rating by its name, where no number counts them."""
        named = self._ratings.ratings_in(fold(statement.text))
        if len(named) != 1 or any(figure.unit == "number" for figure in found):
            return
        start, end, rating = named[0]
        (subject,) = self._subjects.of(statement, [Figure(text="", start=start, end=end, value=Fraction(0), noun=SAID)])
        areas = subject.areas or tuple(a for a in subject.reading.areas if a == ENGLAND_AND_WALES)
        finding = self._ratings.rated_so(subject, rating, areas) if areas and _is_plain(subject) else None
        if finding is not None:
            yield start, end, finding


def _of(say: Said) -> Figure:
    """A place in the sentence, as a figure has one."""
    return Figure(text=say.text, start=say.start, end=say.end, value=Fraction(0), noun=SAID)


def _is_plain(subject: Subject) -> bool:
    """Whether a sentence says that areas have a rating, and nothing of getting, losing or missing one."""
    return not re.search(
        r"\b(?:not|no|never|n't|neither|nor|from|lost|only|except|unlike|threshold|short of|than|if|would|should|could)\b",
        fold(subject.statement.text),
    )
