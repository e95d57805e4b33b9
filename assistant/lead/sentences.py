"""One marked sentence of a model's text, held against its sources; every step adds what it finds wrong."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from assistant.checking import claims as drafts
from assistant.checking.claims import Claim, Statement
from assistant.checking.directions import Said, said_in
from assistant.checking.figures import figures
from assistant.checking.in_words import BY_HOW_MUCH
from assistant.checking.nearness import with_words
from assistant.checking.subjects import Subject, Subjects
from assistant.holdings import Holdings, family
from assistant.lead.asked import Asked
from assistant.lead.claims import Figures, Judged
from assistant.lead.directions import is_so
from assistant.lead.evidence import Evidence, Source
from assistant.lead.numbers import faults_of_numbers
from assistant.lead.prose import is_as_published, is_prose
from assistant.lead.quotes import quotations
from assistant.lead.words import turned, turns, unbound, uncovered
from assistant.lead.written import Sentence
from assistant.trace import CODE, numbers
from assistant.words import contains, fold
from corpus.periods import find_periods, without_periods

LEANS = re.compile(
    r"^(?:- )?(?:It|This|That|They|These|Those|Both|Its|Their|The (?:figure|rate|change|target|year before))\b"
)
DENIED = re.compile(r"\b(?:not|rather than|instead of)\s+$", re.I)
DENIAL = re.compile(
    r"\b(?:did|has|have|had|was|were)(?: not|n[’']t) (rise|fall|improve|worsen|increase|decrease|decline)\b"
)
LATEST = re.compile(r"\b(?:latest|most recent|newest|current(?:ly)?)\b", re.I)
EVER = re.compile(r"\b(?:never|always|ever)\b")
NOT_TO_BE_JUDGED = re.compile(
    r"\b(?:higher|lower|better|worse|more|less|fewer|greater|larger|smaller) than\b"
    r"(?! (?:in |on |at )?(?:the (?:year before|previous|target|ceiling)|its|a year|\d))"
    r"|\b(?:since|until|till) (?:in |the )?(?=\d|(?-i:[A-Z])|year)|\brespectively\b",
    re.I,
)
OPENING = re.compile(r"^(?:Yes|No)\b[,:;.]*\s*")


@dataclass(frozen=True, slots=True)
class Context:
    """What stands around a sentence, and what checking it as a draft found; places are in the sentence's text."""

    before: str
    heading: str
    claims: Sequence[Claim]


@dataclass(frozen=True, slots=True)
class Borne:
    """A figure as shown, with the token of the source that prints it, or the working that gives it (with tokens)."""

    text: str
    token: str
    working: str = ""


@dataclass(frozen=True, slots=True)
class Read:
    """A sentence as it may be shown, with its figures; or its faults."""

    sentence: Sentence
    figures: tuple[Borne, ...] = ()
    faults: tuple[str, ...] = ()


class Sentences:
    """Reads the sentences of one text."""

    def __init__(self, holdings: Holdings, subjects: Subjects, evidence: Evidence, about: Asked) -> None:
        self._holdings = holdings
        self._subjects = subjects
        self._evidence = evidence
        self._about = about
        self._figures = Figures(holdings, about)

    def read(self, one: Sentence, context: Context) -> Read:
        """The sentence as it may be shown, quotations put back to the words published; or with what is wrong."""
        sources = self._evidence.sources(one.tokens)
        if self._is_given(one, context.before):
            return Read(one, tuple(self._accounted(one, one.tokens, figures(one.text))))
        sentence, bare, faults = _quoted(one, sources)
        bare = _blank(bare, *(match.span() for match in OPENING.finditer(bare)))
        statement = Statement(text=bare, shown=bare, start=0, heading=context.heading, before=context.before)
        found = figures(bare)
        subjects = self._subjects.of(statement, found)
        judged = [self._judged(sentence, subject, context.claims) for subject in subjects]
        faults += [j.fault for j in judged if j.fault]
        faults += [f"{c.figure}: {c.finding.reason}" for c in context.claims if _denies(c, found, bare)]
        faults += faults_of_numbers(bare, found, sources, self._about)
        bare = self._without_denials(bare, sources)
        if match := LATEST.search(bare):
            faults += [] if self._are_latest(sources) else [f"The sources marked are not the {match[0]}."]
            bare = _blank(bare, match.span())
        says = said_in(bare)
        wrong = [say for say in says if not self._happened(say, sentence, context.claims, statement)]
        faults += [f"The sources marked do not say {say.text!r} of it." for say in wrong]
        faults += self._of_words(bare, found, says, context.claims, sources)
        faults += self._of_prose(sentence, bare, judged)
        faults += [f"Say each on its own, with its mark: {match[0]}" for match in _not_to_be_judged(bare, found)]
        withheld = turns(bare) and any(o.value is None for source in sources for o in source.observations)
        proven = any(j.fact for j in judged) or says or withheld or self._is_settled(context.claims)
        if not proven and not faults and not any(is_prose(source) for source in sources):
            faults.append(f"This says nothing that its source bears out: {one.text}")
        borne = (*self._accounted(sentence, sentence.tokens, found), *_rounded(judged))
        return Read(sentence, borne, tuple(faults))

    def is_aside(self, one: Sentence, before: str) -> bool:
        """Whether a tool said a sentence without a mark, word for word, after the same sentence as here."""
        said = ((fold(text), tokens, fold(earlier)) for text, tokens, earlier in self._evidence.sentences)
        return bool(before) and (fold(one.text), frozenset(), fold(before)) in said

    def _is_given(self, one: Sentence, before: str) -> bool:
        """Whether a tool gave a sentence word for word with these marks; one that leans, after the same sentence."""
        text, tokens = fold(one.text).strip(" .:"), frozenset(one.tokens)
        return any(
            fold(said).strip(" .:") == text
            and given == tokens
            and (not LEANS.match(said) or fold(earlier) == fold(before))
            for said, given, earlier in self._evidence.sentences
        )

    def _judged(self, one: Sentence, subject: Subject, claims: Sequence[Claim]) -> Judged:
        """A figure held against the sources marked beside it."""
        figure, text = subject.figure, one.text
        denied = DENIED.search(text[: figure.start]) and figure.value in self._about.numbers
        segment = next((s for s in one.segments if s.start <= figure.start < s.end), None)
        sources = self._evidence.sources(segment.tokens if segment else ())
        if figure.unit == "time" and any(fold(figure.text) in fold(source.text) for source in sources):
            return Judged(figure)
        claim = next(
            (c for c in claims if c.start <= figure.start < c.end or figure.start <= c.start < figure.end), None
        )
        judged = self._figures.judge(subject, sources, claim)
        if not denied:
            return judged
        return Judged(figure) if judged.fault else Judged(figure, fault=f"{figure.text} is what its source gives.")

    def _happened(self, say: Said, one: Sentence, claims: Sequence[Claim], statement: Statement) -> bool:
        """Whether what is said to have happened is so: by the check as a draft, or by the sources beside it."""
        if say.text in BY_HOW_MUCH or EVER.search(say.text):
            return any(contains(fold(source.text), say.text) for source in self._evidence.sources(one.tokens))
        at = [c for c in claims if c.start <= say.start < c.end or say.start <= c.start < say.end]
        sources = self._evidence.sources(one.tokens)
        measures = {family(o.measure) for source in sources for o in source.observations if o.measure.code}
        periods = [mention.period for mention in find_periods(statement.text)]
        if len(measures) > 1:
            said_of = _said_of(one, say, statement.text)
            return is_so(say, self._evidence.sources(said_of), periods, self._holdings)
        if at:
            return all(c.finding.verdict == "supported" for c in at)
        return is_so(say, sources, periods, self._holdings)

    def _are_latest(self, sources: Sequence[Source]) -> bool:
        """Whether the rows of sources are the latest that are held of their measures."""
        rows = [o for source in sources for o in source.observations]
        latest = {o.measure: max(one.period for one in self._holdings.of([family(o.measure)]) or [o]) for o in rows}
        return bool(rows) and all(o.period == latest[o.measure] or not o.measure.code for o in rows)

    def _without_denials(self, bare: str, sources: Sequence[Source]) -> str:
        """A text without what it rightly says did not happen ("did not rise")."""
        periods = [mention.period for mention in find_periods(bare)]
        for match in DENIAL.finditer(bare):
            denied = said_in(match[1])
            rows = any(o.measure.code for source in sources for o in source.observations)
            if denied and rows and not any(is_so(say, sources, periods, self._holdings) for say in denied):
                bare = _blank(bare, match.span())
        return bare

    def _is_settled(self, claims: Sequence[Claim]) -> bool:
        """Whether the check as a draft found anything in words to be so."""
        return any(claim.finding.verdict == "supported" for claim in claims)

    def _of_prose(self, one: Sentence, bare: str, judged: Sequence[Judged]) -> Iterator[str]:
        """What is wrong with the words beside the marks of passages: they are theirs, or give a count worked out."""
        for segment in one.segments:
            sources = [s for s in self._evidence.sources(segment.tokens) if is_prose(s)]
            own = [j for j in judged if segment.start <= j.figure.start < segment.end]
            counts = own and all(self._evidence.working(numbers(j.figure.text), segment.tokens) for j in own)
            text = bare[segment.start : segment.end]
            if sources and not counts and not is_as_published(text, sources):
                yield f"Quote the passage word for word, between “ and ”: {text.strip()}"

    def _of_words(
        self,
        bare: str,
        found: Sequence[drafts.Figure],
        says: Sequence[Said],
        claims: Sequence[Claim],
        sources: Sequence[Source],
    ) -> Iterator[str]:
        """What is wrong with the words of a sentence, without those that other steps have held against the sources."""
        settled = [(c.start, c.end) for c in claims if c.finding.verdict == "supported"]
        around = [with_words(bare, figure.start, figure.end) for figure in found]
        denied = [match.span() for figure in found if (match := DENIED.search(bare[: figure.start]))]
        rest = _blank(bare, *around, *denied, *((say.start, say.end) for say in says), *settled)
        rest = _without_names(rest, sources)
        if missing := [*uncovered(rest, sources), *unbound(rest, sources)]:
            yield f"Not in the sources marked beside it: {', '.join(dict.fromkeys(missing))}."
        elif turned(rest, sources):
            yield f"The source does not say it is so, or not so: {bare}"

    def _accounted(self, one: Sentence, tokens: Sequence[str], found: Sequence[drafts.Figure]) -> Iterator[Borne]:
        """For each figure the source whose quote prints it, else the working that gives it."""
        for figure in found:
            digits = set(numbers(figure.text))
            printing = (s for s in self._evidence.sources(tokens) if digits <= set(numbers(s.citation.quote)))
            if not digits:
                continue
            if (source := next(printing, None)) is not None:
                yield Borne(figure.text, source.token)
            elif working := self._evidence.working(digits, tokens):
                yield Borne(figure.text, "", working)


def _said_of(one: Sentence, say: Said, text: str) -> tuple[str, ...]:
    """The marks that something said stands before, with those of the parts after it that say and give nothing else."""
    tokens: list[str] = []
    reached = False
    for segment in one.segments:
        if segment.start <= say.start < segment.end:
            tokens, reached = list(segment.tokens), True
        elif reached:
            own = text[segment.start : segment.end]
            if said_in(own) or figures(own):
                break
            tokens += segment.tokens
    return tuple(tokens)


def _not_to_be_judged(text: str, found: Sequence[drafts.Figure]) -> Iterator[re.Match[str]]:
    """What a sentence says that nothing here can judge: comparisons, lasting, "respectively"; "more than half" is a figure."""
    within = [with_words(text, figure.start, figure.end) for figure in found]
    for match in NOT_TO_BE_JUDGED.finditer(text):
        if not any(start <= match.start() < end for start, end in within):
            yield match


def _rounded(judged: Sequence[Judged]) -> Iterator[Borne]:
    """For each figure that is only about a published one, the published one as its working."""
    for one in judged:
        if one.fact is not None and one.source is not None and one.figure.value != abs(one.fact.figure.value):
            yield Borne(one.figure.text, "", f"{one.fact.figure.text} is about {one.figure.text} [{one.source.token}]")


def _quoted(one: Sentence, sources: Sequence[Source]) -> tuple[Sentence, str, list[str]]:
    """A sentence with its quotations as published; its text with them blanked; what is wrong with them."""
    raw, blanks, faults = one.raw, list[tuple[int, int]](), list[str]()
    for quote in quotations(one.text, sources):
        said = one.text[quote.start : quote.end]
        if quote.verbatim is None:
            faults.append(f"The sources marked do not have these words: {said!r}.")
        elif quote.cut:
            faults.append(f"Quote the whole sentence, or leave it out: {said!r}.")
        elif said in raw:
            raw = raw.replace(said, quote.verbatim, 1)
            blanks.append((quote.start, quote.end))
        else:
            faults.append(f"No mark or bold may stand in a quotation: {said!r}.")
    return replace(one, raw=raw), _blank(one.text, *blanks), faults


def _denies(claim: Claim, found: Sequence[drafts.Figure], bare: str) -> bool:
    """Whether the check as a draft contradicts what is claimed in words, outside of quotations and denials."""
    if claim.finding.verdict != "contradicted" or not bare[claim.start : claim.end].strip():
        return False
    return not any(figure.start < claim.end and claim.start < figure.end for figure in found)


def _without_names(text: str, sources: Sequence[Source]) -> str:
    """A text without periods, codes and the names of the publications and areas of its sources."""
    for source in sources:
        publication = source.citation.publication
        areas = {o.area for o in source.observations} | {publication.geography}
        for name in (publication.title, publication.publisher, str(source.citation.locator), *areas):
            text = re.sub(re.escape(name), " ", text, flags=re.I) if name else text
    return without_periods(CODE.sub(" ", text))


def _blank(text: str, *places: tuple[int, int]) -> str:
    """A text with stretches blanked, as long as it was."""
    for start, end in places:
        text = text[:start] + " " * (end - start) + text[end:]
    return text
