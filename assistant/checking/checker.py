"""Checking a draft, by a visible list of steps: statements, their figures, what each is about, then what is published.

The tables of measures, counts and ratings are asked first, prose after them. A table that surely speaks of the same
thing decides; else what supports a figure goes before what contradicts it.
"""

import time
from collections.abc import Iterator, Sequence

from assistant.checking import notes
from assistant.checking.claims import CheckedDraft, Claim, Figure, Finding, Statement
from assistant.checking.counts import Counts
from assistant.checking.directions import Said, said
from assistant.checking.figures import figures
from assistant.checking.given import given
from assistant.checking.in_words import InWords
from assistant.checking.measures import Measures
from assistant.checking.prose import Prose
from assistant.checking.ratings import Ratings
from assistant.checking.statements import statements
from assistant.checking.subjects import Subject, Subjects
from assistant.checking.superlatives import Superlatives
from assistant.holdings import Holdings
from assistant.reading import Reader
from assistant.words import fold
from corpus.aliases import Aliases
from corpus.errors import ProbationError
from index.search import Searcher

MOST = 200_000  # characters: about a hundred pages
SURE = 0.9  # of a table's finding, from which prose is not asked
NOTHING = "Nothing published in what is held bears on this figure."


class TooLong(ProbationError):
    """A draft that is too long to be checked at once."""


class Checker:
    """Checks drafts against what is held."""

    def __init__(self, holdings: Holdings, reader: Reader, aliases: Aliases, searcher: Searcher) -> None:
        self._holdings = holdings
        self._subjects = Subjects(holdings, reader)
        self._measures = Measures(holdings)
        self._counts = Counts(holdings, self._subjects)
        self._ratings = Ratings(holdings, aliases)
        self._words = InWords(self._measures, self._counts, self._ratings, Superlatives(holdings), self._subjects)
        self._prose = Prose(searcher, holdings)

    def check(self, text: str) -> CheckedDraft:
        """Every claim of a draft with its verdict, in the order of the text. Raises TooLong."""
        if len(text) > MOST:
            raise TooLong(
                f"The draft has {len(text):,} characters; up to {MOST:,} can be checked at once. Check it in parts."
            )
        started = time.perf_counter()
        read = [(statement, figures(statement.text)) for statement in statements(text)]
        found = [self._tables(statement, given_figures) for statement, given_figures in read]
        claims: list[Claim] = []
        for (statement, _), pairs in zip(read, found, strict=True):
            claims += self._claims(text, statement, pairs)
        claims = sorted(_apart(claims), key=lambda claim: claim.start)
        return CheckedDraft(
            text=text,
            claims=tuple(claims),
            notes=notes.for_answer(claims, self._holdings),
            seconds=time.perf_counter() - started,
        )

    def _tables(self, statement: Statement, found: Sequence[Figure]) -> list[tuple[Figure, Finding | None]]:
        """What the tables say of each figure of a statement."""
        subjects = self._subjects.of(statement, found)
        says = given(said(fold(statement.text)), subjects)
        return [
            (subject.figure, self._in_tables(subject, subjects[:number], says.get(number, [])))
            for number, subject in enumerate(subjects)
        ]

    def _in_tables(self, subject: Subject, earlier: Sequence[Subject], says: Sequence[Said]) -> Finding | None:
        for finding in (
            self._ratings.find(subject),
            self._counts.find(subject, earlier),
            self._measures.find(subject, says),
        ):
            if finding is not None:
                return finding
        return None

    def _claims(
        self, text: str, statement: Statement, pairs: Sequence[tuple[Figure, Finding | None]]
    ) -> Iterator[Claim]:
        for figure, finding in pairs:
            decided = self._decided(statement, figure, finding)
            if decided is not None:
                start, end = statement.place(figure.start, figure.end)
                yield _claim(text, statement, start, end, decided)
        for start, end, finding in self._words.find(statement, [figure for figure, _ in pairs]):
            place = statement.place(start, end)
            yield _claim(text, statement, *place, finding)

    def _decided(self, statement: Statement, figure: Figure, finding: Finding | None) -> Finding | None:
        """The finding of a figure; None where it is a length of time that nothing published bears on: a label then."""
        if not needs_prose(finding):
            return finding
        prose = self._prose.find(statement, figure)
        weaker = finding is None or (finding.verdict == "not_found" and finding.sureness < SURE)
        overruled = finding is not None and finding.verdict != "supported" and prose is not None
        chosen = prose or finding if weaker else finding
        if overruled and prose is not None and prose.verdict == "supported":
            chosen = prose
        if chosen is not None:
            return chosen
        return None if figure.unit == "time" else Finding(verdict="not_found", reason=NOTHING)


def needs_prose(finding: Finding | None) -> bool:
    """Whether prose is asked too: where no table surely supports or contradicts a figure."""
    return finding is None or finding.sureness < SURE


def _claim(text: str, statement: Statement, start: int, end: int, finding: Finding) -> Claim:
    return Claim(figure=text[start:end], start=start, end=end, sentence=statement.shown, finding=finding)


def _apart(claims: Sequence[Claim]) -> list[Claim]:
    """Claims none of which stand within another: the first found of each place."""
    kept: list[Claim] = []
    for claim in claims:
        if all(claim.end <= other.start or other.end <= claim.start for other in kept):
            kept.append(claim)
    return kept
