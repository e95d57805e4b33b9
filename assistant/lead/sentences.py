"""One marked sentence of a model's text, held against its sources; every step adds what it finds wrong."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from assistant import calculate
from assistant.checking import claims as drafts
from assistant.checking.claims import Claim, Statement
from assistant.checking.directions import said_in
from assistant.checking.figures import figures
from assistant.checking.nearness import with_words
from assistant.checking.subjects import Subject, Subjects
from assistant.checking.windows import RELATIVE
from assistant.holdings import Holdings, family
from assistant.lead.accounts import Borne, accounted, rounded
from assistant.lead.asked import Asked
from assistant.lead.claims import Figures, Judged
from assistant.lead.evidence import LEANS, Evidence, Source
from assistant.lead.happenings import EACH, LATEST, Happenings
from assistant.lead.names import without_names
from assistant.lead.numbers import faults_of_numbers
from assistant.lead.prose import is_as_published, is_prose
from assistant.lead.quotes import put_back
from assistant.lead.words import binding, listed, stems_of, turns, unbound, unknown
from assistant.lead.written import OPENING, Sentence, blanked
from assistant.words import fold
from corpus.models import Observation
from corpus.periods import Period, find_periods, without_periods

DENIED = re.compile(r"\b(?:not|(?:rather|other) than|instead of)\s+$", re.I)
SIDE = re.compile(r"\s+(below|above|under|over|short|ahead)\b", re.I)
ORDER = re.compile(r"\b(?:worst|best|the (?:better|worse))$", re.I)
RATING = re.compile(r"\d \([A-Z][^()]*\)")
BEHIND = re.compile(r"(?:\s*\([^()]*\))?,? (?:in|for|during) (?:the year )?")


@dataclass(frozen=True, slots=True)
class Context:
    """What stands around a sentence, and what checking it as a draft found; places are in the sentence's text."""

    before: str
    heading: str
    claims: Sequence[Claim]


@dataclass(frozen=True, slots=True)
class Read:
    """A sentence as it may be shown, with its figures; or its faults."""

    sentence: Sentence
    figures: tuple[Borne, ...] = ()
    faults: tuple[str, ...] = ()


class Sentences:
    """Reads the sentences of one text."""

    def __init__(self, holdings: Holdings, subjects: Subjects, evidence: Evidence, about: Asked) -> None:
        self._subjects = subjects
        self._evidence = evidence
        self._about = about
        self._figures = Figures(holdings, about)
        self._happenings = Happenings(holdings, evidence, about)

    def read(self, one: Sentence, context: Context) -> Read:
        """The sentence as it may be shown, quotations put back to the words published; or with what is wrong."""
        if self._evidence.gave(one.text, one.tokens, context.before):
            found = figures(one.text)
            said = self._answers(one.text, found, context)
            return Read(one, tuple(accounted(self._evidence, one.tokens, found)), () if said else (_unsaid(one),))
        sources = self._evidence.sources(one.tokens, one.text)
        sentence, bare, faults = put_back(one, sources)
        bare = blanked(bare, *(match.span() for match in OPENING.finditer(bare)))
        named = without_names(bare, sources)
        found = tuple(one for one in figures(bare) if named[one.start : one.end].strip())
        statement = Statement(text=bare, shown=bare, start=0, heading=context.heading, before=context.before)
        judged = [self._judged(sentence, one, context.claims) for one in self._subjects.of(statement, found)]
        faults += [j.fault for j in judged if j.fault]
        faults += [f"{c.figure}: {c.finding.reason}" for c in context.claims if _denies(c, found, bare)]
        faults += faults_of_numbers(bare, found, sources, self._about)
        whole, bare = bare, self._happenings.without_denials(bare, sources)
        denies = bare != whole
        faults += self._happenings.faults(bare, sentence, context.claims, found)
        wrong, bare = _of_sides(bare, judged)
        faults += wrong
        prose, bare = self._of_prose(sentence, bare, judged)
        faults += [*prose, *self._of_words(bare, figures(bare), context.claims, sources)]
        if not self._answers(bare, found, context):
            faults.append(_unsaid(one))
        if found and not any(map(is_prose, sources)) and _is_fragment(bare, found):
            faults.append(f"Say what the figure is of: {one.text}")
        if not self._of_each(bare, judged, sources):
            faults.append(f"Give each its own figure: {one.text}")
        if not said_in(bare) and not _gives_each(judged, sources):
            faults.append(f"Give each its own figure: {one.text}")
        if not faults and not denies and not _claims(bare, judged, context.claims, sources):
            faults.append(f"This says nothing that its source bears out: {one.text}")
        borne = (*accounted(self._evidence, sentence.tokens, found), *rounded(judged))
        return Read(sentence, borne, tuple(faults))

    def _judged(self, one: Sentence, subject: Subject, claims: Sequence[Claim]) -> Judged:
        """A figure held against the sources marked beside it."""
        figure, text = subject.figure, one.text
        denied = DENIED.search(text[: figure.start])
        if denied and figure.value not in self._about.numbers:
            return Judged(figure, fault=f"Say what it was, not what it was not: {figure.text}.")
        segment = next((s for s in one.segments if s.start <= figure.start < s.end), None)
        sources = self._evidence.sources(segment.tokens if segment else (), text)
        if figure.unit == "time" and any(fold(figure.text) in fold(source.text) for source in sources):
            return Judged(figure)
        claim = next(
            (c for c in claims if c.start <= figure.start < c.end or figure.start <= c.start < figure.end), None
        )
        own = {mention.period for mention in find_periods(text[segment.start : segment.end])} if segment else set()
        if behind := _period_behind(text, figure):
            subject = replace(subject, period=behind)
        elif len(one.segments) > 1 and len(own) == 1:
            subject = replace(subject, period=own.pop())  # each mark stands beside the period of its figures
        if self._names_rating(subject, sources):
            return Judged(figure)
        judged = self._figures.judge(subject, sources, claim)
        if not denied:
            return judged
        return Judged(figure) if judged.fault else Judged(figure, fault=f"{figure.text} is what its source gives.")

    def _answers(self, bare: str, found: Sequence[drafts.Figure], context: Context) -> bool:
        """Whether a sentence says what a question for a list asks of its members: it cannot be left to the question."""
        if "ranking" in self._about.topics and not context.before:
            return bool(stems_of(bare) & binding())
        tallied = said_in(bare) or any(figure.base is not None for figure in found)
        beside = context.before and len(found) > 1  # its figure and its target, after a sentence that says it of them
        return bool(tallied or beside) or "tally" not in self._about.topics

    def _of_each(self, bare: str, judged: Sequence[Judged], sources: Sequence[Source]) -> bool:
        """Whether what is said of both or all gives a figure of each kind for every row that is cited."""
        rows = [row for source in sources for row in source.observations]
        kinds = Counter(one.fact.kind for one in judged if one.fact is not None and not _of_every(one, rows))
        return not (EACH.search(bare) and len(rows) > 1 and any(count < len(rows) for count in kinds.values()))

    def _of_prose(self, one: Sentence, bare: str, judged: Sequence[Judged]) -> tuple[list[str], str]:
        """What is wrong with the words beside the marks of passages: they are theirs, or give a count worked out.

        The text is given back with the words that are as published blanked.
        """
        faults = []
        for segment in one.segments:
            sources = [s for s in self._evidence.sources(segment.tokens) if is_prose(s)]
            own = [j for j in judged if segment.start <= j.figure.start < segment.end]
            text = bare[segment.start : segment.end]
            if sources and is_as_published(text, sources):
                bare = blanked(bare, (segment.start, segment.end))
            elif sources and not (own and all(self._evidence.counts(j.figure, segment.tokens) for j in own)):
                faults.append(f"Quote the passage word for word, between “ and ”: {text.strip()}")
        return faults, bare

    def _names_rating(self, subject: Subject, sources: Sequence[Source]) -> bool:
        """Whether a figure with its name is the rating that a tool counted: "2 of 12 regions were rated 3 (Good)"."""
        label = RATING.match(subject.statement.text, subject.figure.start)
        counted = any(figure.base is not None for figure in figures(subject.statement.text[: subject.figure.start]))
        return bool(label and counted and any(label[0] in line for source in sources for line in source.said))

    def _of_words(
        self, bare: str, found: Sequence[drafts.Figure], claims: Sequence[Claim], sources: Sequence[Source]
    ) -> Iterator[str]:
        """What is wrong with the words of a sentence, without those that other steps have held against the sources."""
        figured = [with_words(bare, figure.start, figure.end) for figure in found]
        supported = (claim for claim in claims if claim.finding.verdict == "supported")
        settled = [(one.start, one.end) for one in supported if not ORDER.search(bare[: one.end])]
        settled += [match.span() for figure in found if (match := DENIED.search(bare[: figure.start]))]
        settled += [(say.start, say.end) for say in said_in(bare) if not ORDER.search(bare[: say.end])]
        settled += [match.span() for match in LATEST.finditer(bare)]
        settled += [match.span() for match in RELATIVE.finditer(bare)]
        rest = without_periods(blanked(without_names(bare, sources), *figured, *settled))
        if missing := [
            *unknown(rest, of_measures=_are_measures(sources)),
            *unbound(rest, without_periods(blanked(bare, *figured)), sources),
        ]:
            yield f"Not in the sources marked beside it: {', '.join(dict.fromkeys(missing))}."
        elif turns(rest) and not _is_withheld(sources):
            yield f"The source does not say it is so, or not so: {bare}"


def _claims(bare: str, judged: Sequence[Judged], claims: Sequence[Claim], sources: Sequence[Source]) -> bool:
    """Whether a sentence says what its sources can bear out: a figure, that none is given, what happened, prose."""
    withheld = turns(bare) and _is_withheld(sources)
    settled = any(claim.finding.verdict == "supported" for claim in claims)
    prose = any(is_prose(source) for source in sources)
    return bool(any(one.fact for one in judged) or said_in(bare) or withheld or settled or prose)


def _period_behind(text: str, figure: drafts.Figure) -> Period | None:
    """The period that stands right behind a figure: "1 (Inadequate) in 2023-24"; None where none does."""
    match = BEHIND.match(text, figure.end)
    mention = next(iter(find_periods(text[match.end() :])), None) if match else None
    return mention.period if mention and mention.start == 0 else None


def _unsaid(one: Sentence) -> str:
    return f"Say of each what the question asks of it (met, missed, rose, the most): {one.text}"


def _of_sides(bare: str, judged: Sequence[Judged]) -> tuple[list[str], str]:
    """What is wrong with the side of a target that distances are said to be on; the text, the right ones blanked."""
    faults = []
    for one in judged:
        side = SIDE.match(bare, one.figure.end) if one.fact is not None and one.fact.kind == "gap" else None
        if side is None or one.fact is None or one.fact.observation is None:
            continue
        if (calculate.gap(one.fact.observation).value > 0) != (side[1].lower() in ("above", "over", "ahead")):
            faults.append(f"{one.figure.text} is not {side[1]} the target.")
        bare = blanked(bare, side.span())
    return faults, bare


def _are_measures(sources: Sequence[Source]) -> bool:
    """Whether sources are rows of measures alone, of which no score, rating or threshold is given."""
    return all(source.observations and all(row.measure.code for row in source.observations) for source in sources)


def _gives_each(judged: Sequence[Judged], sources: Sequence[Source]) -> bool:
    """Whether of each of several measures that are cited a figure is given, or none of any."""
    cited = {family(row.measure) for source in sources for row in source.observations if row.measure.code}
    given = {
        family(j.fact.observation.measure) for j in judged if j.fact is not None and j.fact.observation is not None
    }
    return len(cited) < 2 or not given or cited <= given


def _of_every(one: Judged, rows: Sequence[Observation]) -> bool:
    """Whether a target is that of every row."""
    return one.fact is not None and one.fact.kind == "target" and len({row.target for row in rows}) == 1


def _is_fragment(bare: str, found: Sequence[drafts.Figure]) -> bool:
    """Whether a sentence gives a figure and neither says of what nor leans on what stands before it."""
    rest = without_periods(blanked(bare, *((figure.start, figure.end) for figure in found)))
    return not stems_of(rest) - listed("grammar") and LEANS.match(bare) is None


def _is_withheld(sources: Sequence[Source]) -> bool:
    """Whether a row of the sources gives a symbol in place of its figure."""
    return any(one.value is None for source in sources for one in source.observations)


def _denies(claim: Claim, found: Sequence[drafts.Figure], bare: str) -> bool:
    """Whether the check as a draft contradicts what is claimed in words, outside of quotations and denials."""
    if claim.finding.verdict != "contradicted" or not bare[claim.start : claim.end].strip():
        return False
    return not any(figure.start < claim.end and claim.start < figure.end for figure in found)
