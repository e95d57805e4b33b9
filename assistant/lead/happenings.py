"""What a sentence says happened, each held against what the marks beside it say; and what nothing here can judge."""

import re
from collections.abc import Iterator, Sequence

from assistant.checking.claims import Claim, Figure
from assistant.checking.directions import OF_TARGETS, Said, said_in
from assistant.checking.figures import figures
from assistant.checking.in_words import BY_HOW_MUCH
from assistant.checking.nearness import with_words
from assistant.holdings import Holdings, family
from assistant.lead.asked import Asked
from assistant.lead.directions import is_so
from assistant.lead.evidence import Evidence, Source
from assistant.lead.written import Sentence, blanked
from assistant.words import contains, fold
from corpus.models import Observation
from corpus.periods import find_periods

DENIAL = re.compile(
    r"\b(?:did|has|have|had|was|were)(?: not|n[’']t) (rise|fall|improve|worsen|increase|decrease|decline)\b"
)
TARGET = re.compile(r"\b(?:targets?|ceilings?|goals?|points?|pp)\b|\dpp\b", re.I)
COLOURED = re.compile(r"soar|surg|leap|leapt|jump|plung|slump|tumbl|shr[aiu]nk|news|requir|need")
UNPUBLISHED = re.compile(r"\bno (change|figure|target)\b[^.;:]*?\b(?:published|given|available)\b", re.I)
SYMBOL = re.compile(r"\(?\[[a-z]\]\)?")
EACH = re.compile(r"\b(?:both|each|all|every)\b", re.I)
LATEST = re.compile(r"\b(?:latest|most recent|newest|current(?:ly)?)\b", re.I)
EVER = re.compile(r"\b(?:never|always|ever)\b")
NOT_TO_BE_JUDGED = re.compile(
    r"\b(?:higher|lower|better|worse|more|less|fewer|greater|larger|smaller) than\b"
    r"(?! (?:in |on |at )?(?:the (?:year before|previous|target|ceiling)|its|a year|\d))"
    r"|\b(?:did|does|has|have|had|was|were|is|are)(?=\s*[:;,.]|\s*$)|\b(?:reached|hit|beat) it\b|\bso did\b"
    r"|\b(?:since|until|till) (?:in |the )?(?=\d|(?-i:[A-Z])|year)|\brespectively\b",
    re.I,
)


class Happenings:
    """Holds what sentences say happened against their sources."""

    def __init__(self, holdings: Holdings, evidence: Evidence, about: Asked) -> None:
        self._holdings = holdings
        self._asked = about
        self._evidence = evidence

    def faults(self, text: str, one: Sentence, claims: Sequence[Claim], found: Sequence[Figure]) -> Iterator[str]:
        """What is wrong with what a text says happened; `text` is the sentence's, quotations and denials blanked."""
        for say in said_in(text):
            if say.what in OF_TARGETS and not TARGET.search(f"{text} {self._asked.text}"):
                yield f"Say what was {say.text}: a target?"
            elif not self._happened(say, text, one, claims):
                yield f"The sources marked do not say {say.text!r} of it."
        for match in LATEST.finditer(text):
            if not self._are_latest(self._evidence.sources(one.tokens)):
                yield f"The sources marked are not the {match[0]}."
        yield from (f"Say each on its own, with its mark: {match[0]}" for match in _not_to_be_judged(text, found))

    def _happened(self, say: Said, text: str, one: Sentence, claims: Sequence[Claim]) -> bool:
        """Whether what is said to have happened is so: by the check as a draft, or by the sources beside it."""
        if say.text in BY_HOW_MUCH or EVER.search(say.text) or COLOURED.search(say.text):
            return any(contains(fold(source.text), say.text) for source in self._evidence.sources(one.tokens))
        at = [c for c in claims if c.start <= say.start < c.end or say.start <= c.start < say.end]
        sources = self._evidence.sources(one.tokens, text)
        each = EACH.search(text) is not None
        measures = {family(o.measure) for source in sources for o in source.observations if o.measure.code}
        periods = [mention.period for mention in find_periods(text)]
        if len(measures) > 1:
            said_of = _said_of(one, say, text)
            return is_so(say, self._evidence.sources(said_of, text), periods, self._holdings, each=each)
        if say.what in OF_TARGETS and len(one.segments) > 1:
            sources = self._evidence.sources(_said_of(one, say, text), text) or sources
        each = each or say.what in OF_TARGETS
        if at and not each:
            return all(c.finding.verdict == "supported" for c in at)
        return is_so(say, sources, periods, self._holdings, each=each)

    def _are_latest(self, sources: Sequence[Source]) -> bool:
        """Whether the rows of sources are the latest that are held of their measures."""
        rows = [o for source in sources for o in source.observations]
        latest = {o.measure: max(one.period for one in self._holdings.of([family(o.measure)]) or [o]) for o in rows}
        return bool(rows) and all(o.period == latest[o.measure] or not o.measure.code for o in rows)

    def without_denials(self, bare: str, sources: Sequence[Source]) -> str:
        """A text without what it rightly says did not happen ("did not rise")."""
        periods = [mention.period for mention in find_periods(bare)]
        for match in DENIAL.finditer(bare):
            denied = said_in(match[1])
            rows = any(o.measure.code for source in sources for o in source.observations)
            if denied and rows and not any(is_so(say, sources, periods, self._holdings) for say in denied):
                bare = blanked(bare, match.span())
        lacking = UNPUBLISHED.search(bare)
        if lacking and any(_lacks(row, lacking[1]) for source in sources for row in source.observations):
            bare = blanked(bare, lacking.span(), *(symbol.span() for symbol in SYMBOL.finditer(bare)))
        return bare


def _lacks(row: Observation, what: str) -> bool:
    """Whether a row prints no figure, change or target."""
    return {"change": row.change, "figure": row.value, "target": row.target}[what.lower()] is None


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


def _not_to_be_judged(text: str, found: Sequence[Figure]) -> Iterator[re.Match[str]]:
    """What a sentence says that nothing here can judge: comparisons, lasting, "respectively"; figures apart."""
    within = [with_words(text, figure.start, figure.end) for figure in found]
    for match in NOT_TO_BE_JUDGED.finditer(text):
        if not any(start <= match.start() < end for start, end in within):
            yield match
