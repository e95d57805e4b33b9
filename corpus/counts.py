"""The counts a publication prints of its own tables: "7 of 27 probation service levels met target".

They are read so that a count recomputed from the table can be held against the printed one. A count is
taken only where its number, what it is out of, its verb and its period (see clauses) are all in the sentence.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal, get_args

from corpus.aliases import aliases
from corpus.clauses import Span, parted, period_of
from corpus.models import Passage, PrintedCount
from corpus.periods import Period

What = Literal["met", "missed", "improved", "declined"]

COUNTED = re.compile(r"\b(?:service levels?|measures?)\b", re.I)
SUBJECT = r"(?:[A-Za-z]+\s+)?(?:service levels?|measures?)"
VERB = (
    r"\b(?:(?P<missed>did not meet|failed to meet|not met|missed|fell (?:below|short)|(?:were|was) below)"
    r"|(?P<met>met|(?:performed|were|was) above target|exceeded)"
    r"|(?P<improved>improved|got better)"
    r"|(?P<declined>declined|got worse|worsened|decreased in performance))\b"
)
OF = r"(?<![\d.,])(?P<count>\d+)\s+(?:out\s+)?of\s+(?:the\s+)?(?P<base>\d+)\b"
ANY_OF = re.sub(r"\?P<\w+>", "?:", OF)  # without its groups' names, so that it can stand beside OF
CLAIM = re.compile(rf"{OF}(?:(?!{ANY_OF})[^;])*?{VERB}")
BASE = re.compile(rf"\bof the (?P<base>\d+) {SUBJECT}", re.I)
PART = re.compile(rf"[;,]\s*(?:and\s+)?(?P<count>\d+)\s+(?:{SUBJECT}\s+)?{VERB}")
BOTH = re.compile(rf"\bboth(?: of (?:these|them))?(?: {SUBJECT})? {VERB}", re.I)
SPLIT = re.compile(rf"\b(?P<met>\d+) {SUBJECT} met\b[^;]*?\band (?P<missed>\d+) (?:did not meet|missed)")
EARLIER = re.compile(rf"\bThis compares (?:to|with) {OF}", re.I)


@dataclass(frozen=True, slots=True)
class _Count:
    """`count` of `base`, as a sentence words it, and where it stands there."""

    what: What
    count: int
    base: int
    span: Span

    @property
    def is_change(self) -> bool:
        """Whether it counts changes from one period to the next."""
        return self.what in ("improved", "declined")


def printed_counts(passages: Sequence[Passage], default: Period | None) -> list[PrintedCount]:
    """The counts printed in passages; `default` is the period of a claim that names none."""
    return [count for passage in passages for count in _in_passage(passage, default)]


def _in_passage(passage: Passage, default: Period | None) -> Iterator[PrintedCount]:
    last: PrintedCount | None = None  # what a sentence that only says "This compares to" is about
    for sentence in passage.sentences:
        for part in parted(sentence):
            service = _service(part, passage, last)
            found = [(claim, service, default) for claim in _claimed(part)]
            if last and (claim := _compared(part, last.what)):
                found = [(claim, last.service, None)]
            for claim, service, otherwise in found:
                if when := period_of(claim.span, _numbers(part), part, claim.is_change) or otherwise:
                    last = PrintedCount(claim.count, claim.base, claim.what, service, when, passage.locator, sentence)
                    yield last


def _compared(sentence: str, what: What) -> _Count | None:
    """The earlier count that a sentence sets beside the last one, which was of `what`; None where it does not."""
    match = EARLIER.search(sentence)
    return _Count(what, int(match["count"]), int(match["base"]), _span(match)) if match else None


def _claimed(sentence: str) -> Iterator[_Count]:
    """The counts that a sentence claims."""
    if EARLIER.search(sentence) or not COUNTED.search(sentence):
        return
    for match in CLAIM.finditer(sentence):
        yield _Count(_what(match), int(match["count"]), int(match["base"]), _span(match))
    if whole := BASE.search(sentence):
        for match in PART.finditer(sentence, whole.end()):
            yield _Count(_what(match), int(match["count"]), int(whole["base"]), _span(match))
    if both := BOTH.search(sentence):
        yield _Count(_what(both), 2, 2, _span(both))
    if split := SPLIT.search(sentence):
        met, missed = int(split["met"]), int(split["missed"])
        yield _Count("met", met, met + missed, _span(split))
        yield _Count("missed", missed, met + missed, _span(split))


def _numbers(sentence: str) -> list[Span]:
    """Where counts stand in a sentence, with or without a verb."""
    return [_span(match) for match in re.finditer(ANY_OF, sentence)]


def _span(match: re.Match[str]) -> Span:
    """Where a claim stands: from its number on, where the match has one that it does not open with."""
    return Span(match.start("count") if "count" in match.re.groupindex else match.start(), match.end())


def _what(match: re.Match[str]) -> What:
    """Which of the kinds of verb a match found."""
    return next(what for what in get_args(What) if match[what])


def _service(sentence: str, passage: Passage, last: PrintedCount | None) -> str:
    """The service that the sentence names, else its headings, the count before it or its passage; else the first."""
    named = _named(sentence) or _named(" ".join(passage.section)) or (last.service if last else _named(passage.text))
    return named or aliases().main_service


def _named(text: str) -> str:
    """The service that a text names, in small letters only before what is counted; the last of the list, or ""."""
    for service, forms in reversed(list(aliases().services.items())):
        names = "|".join(map(re.escape, forms))
        if re.search(rf"\b(?:{names})\b|\b(?i:(?:{names})\s+{COUNTED.pattern})", text):
            return service
    return ""
