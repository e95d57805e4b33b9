"""Checking a draft, by a visible list of steps: statements, their figures, what each is about, then what is published.

The tables of measures, counts and ratings are asked first, prose after them. A table that surely speaks of the same
thing decides; else what supports a figure goes before what contradicts it.
"""

import re
import time
from collections.abc import Iterator, Sequence
from dataclasses import replace

from assistant import phrases
from assistant.checking import notes
from assistant.checking.claims import LONGEST, CheckedDraft, Claim, Figure, Finding, Statement
from assistant.checking.counts import Counts
from assistant.checking.directions import Said, said_in
from assistant.checking.figure_measures import LEAST
from assistant.checking.figures import figures
from assistant.checking.given import given
from assistant.checking.in_words import InWords
from assistant.checking.language import NOT_ENGLISH, reads_as_english
from assistant.checking.measure_words import without_unit_of_column
from assistant.checking.measures import Measures
from assistant.checking.nearness import with_words
from assistant.checking.prose import Prose
from assistant.checking.ratings import Ratings
from assistant.checking.statements import statements
from assistant.checking.subjects import Subject, Subjects
from assistant.holdings import Holdings
from assistant.reading import Reader
from assistant.words import fold
from corpus.aliases import Aliases
from corpus.errors import ProbationError
from index.search import Searcher

SURE = 0.9  # of a table's finding, from which prose is not asked
LIMIT = re.compile(
    r"\b(?:within|inside|after|at|post|for|over|in|under|by|every|least|the|next|last|past|first|than|to)$"
)
LIMITS = re.compile(r"(?:after|post|of|since|from|before|later|earlier|following|on|out|into)\b")
ARTICLE = re.compile(r"\b(an? )$", re.I)
NOTHING = "Nothing published in what is held bears on this figure."


class TooLong(ProbationError):
    """A draft that is too long to be checked at once."""


class Checker:
    """Checks drafts against what is held."""

    def __init__(self, holdings: Holdings, reader: Reader, aliases: Aliases, searcher: Searcher) -> None:
        self._holdings = holdings
        self.subjects = Subjects(holdings, reader)
        self._measures = Measures(holdings)
        self._counts = Counts(holdings, self.subjects)
        self._ratings = Ratings(holdings, aliases)
        self._words = InWords(holdings, self._measures, self._counts, self._ratings, self.subjects)
        self._prose = Prose(searcher, holdings)
        self._is_known = searcher.is_known

    def check(self, text: str) -> CheckedDraft:
        """Every claim of a draft with its verdict, in the order of the text. Raises TooLong."""
        if len(text) > LONGEST:
            raise TooLong(
                f"The draft has {len(text):,} characters; up to {LONGEST:,} can be checked at once. Check it in parts."
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
            warning="" if reads_as_english(text, self._is_known) else NOT_ENGLISH,
            seconds=time.perf_counter() - started,
        )

    def _tables(self, statement: Statement, found: Sequence[Figure]) -> list[tuple[Figure, Finding | None]]:
        """What the tables say of each figure of a statement, without times that only name what is measured."""
        main = [figure for figure in found if figure.unit != "time"]
        limits = [figure for figure in found if figure.unit == "time" and names_a_limit(statement, figure)]
        named = self.subjects.read(statement.text).matches
        of_names = [one for match in named for one in figures(match.measure.name) if match.score >= LEAST]
        times = [
            figure
            for figure in found
            if figure.unit == "time"
            and not (main and figure in limits)
            and not any(figure in limits and _same_time(figure, one) for one in of_names)
        ]
        subjects = self.subjects.of(statement, main)
        says = given(said_in(statement.text), subjects)
        pairs = [
            (subject.figure, self._in_tables(subject, subjects[:number], says.get(number, [])))
            for number, subject in enumerate(subjects)
        ]
        return [*pairs, *((figure, None) for figure in times)]

    def _in_tables(self, subject: Subject, earlier: Sequence[Subject], says: Sequence[Said]) -> Finding | None:
        for finding in (
            self._outside(subject),
            self._ratings.find(subject),
            self._counts.find(subject, earlier),
            self._measures.find(subject, says),
        ):
            if finding is not None:
                return finding
        return None

    def _outside(self, subject: Subject) -> Finding | None:
        """That a figure is given for a place, or a measure by a code, that the publications held do not have."""
        place, codes = subject.reading.elsewhere, subject.reading.unknown
        if place:
            return Finding(verdict="not_found", reason=f"The publications held do not cover {place}.")
        if codes and not subject.reading.codes:
            return Finding(verdict="not_found", reason=f"No measure held has the code {phrases.listed(codes)}.")
        return None

    def _claims(
        self, text: str, statement: Statement, pairs: Sequence[tuple[Figure, Finding | None]]
    ) -> Iterator[Claim]:
        for figure, finding in pairs:
            decided = self._decided(statement, figure, finding)
            start, end = statement.place(figure.start, figure.end)
            if figure.side != "exactly" and not statement.cell:
                decided = decided if decided.mends else replace(decided, mends=(figure.start, figure.end))
                start, end = statement.place(*with_words(statement.text, figure.start, figure.end))
            if statement.cell:
                bare = without_unit_of_column(decided.correction, figure, text[start:end])
                decided = replace(decided, correction=bare)
            yield _claim(text, statement, start, end, decided)
        for start, end, finding in self._words.find(statement, [figure for figure, _ in pairs]):
            place = statement.place(start, end)
            yield _claim(text, statement, *place, finding)

    def _decided(self, statement: Statement, figure: Figure, finding: Finding | None) -> Finding:
        """The finding of a figure: what a table surely says; else what supports it, a table or prose; else either."""
        prose = self._prose.find(statement, figure) if needs_prose(finding) else None
        if finding is None:
            return prose or Finding(verdict="not_found", reason=NOTHING)
        if prose is None or finding.verdict == "supported":
            return finding
        weaker = finding.verdict == "not_found" and finding.sureness < SURE
        own = weaker or (prose.citation is not None and prose.citation.passage is not None)  # not the table's own row
        return prose if weaker or (own and prose.verdict == "supported") else finding


def needs_prose(finding: Finding | None) -> bool:
    """Whether prose is asked too: where no table surely supports or contradicts a figure."""
    return finding is None or finding.verdict == "not_found" or finding.sureness < SURE


def names_a_limit(statement: Statement, figure: Figure) -> bool:
    """Whether a length of time says within or after what time something is done, and is no claim of its own."""
    before, after = fold(statement.text[: figure.start])[-20:], fold(statement.text[figure.end :])[:20]
    return bool(LIMIT.search(before) or LIMITS.match(after))


def _same_time(figure: Figure, other: Figure) -> bool:
    return (figure.unit, figure.value, figure.noun) == (other.unit, other.value, other.noun)


def _claim(text: str, statement: Statement, start: int, end: int, finding: Finding) -> Claim:
    mended = statement.place(*finding.mends) if finding.mends and statement.cell is None else None
    correction = finding.correction if mended or not finding.mends else ""
    article = ARTICLE.search(text[max(0, (mended or (start, end))[0] - 4) : (mended or (start, end))[0]])
    if article and correction[:1].isalpha():
        first, last = mended or (start, end)
        mended, an = (first - len(article[1]), last), correction[:1] in "aeiou"
        correction = f"{article[1][0]}{'n' if an else ''} {correction}"
    return Claim(
        figure=text[start:end],
        start=start,
        end=end,
        sentence=statement.shown,
        finding=replace(finding, correction=_cased(text[slice(*(mended or (start, end)))], correction)),
        mended=mended,
    )


def _cased(before: str, correction: str) -> str:
    """A correction that begins with a capital, or does not, as what it replaces."""
    if before[:1].isupper():
        return correction[:1].upper() + correction[1:]
    return correction[:1].lower() + correction[1:] if before[:1].islower() else correction


def _apart(claims: Sequence[Claim]) -> list[Claim]:
    """Claims none of which stand within another: the first found of each place."""
    kept: list[Claim] = []
    for claim in claims:
        if all(claim.end <= other.start or other.end <= claim.start for other in kept):
            kept.append(claim)
    return kept
