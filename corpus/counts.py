"""The counts a publication prints of its own tables: "7 of 27 probation service levels met target".

They are read so that a count recomputed from the table can be held against the printed one. A count is
taken only where its number, what it is out of, its verb and its period are all in the sentence.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal, get_args

from corpus.aliases import aliases
from corpus.models import Passage, PrintedCount
from corpus.periods import Period, find_periods

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
CLAIM = re.compile(rf"{OF}[^;]*?{VERB}")
BASE = re.compile(rf"\bof the (?P<base>\d+) {SUBJECT}", re.I)
PART = re.compile(rf"[;,]\s*(?:and\s+)?(?P<count>\d+)\s+(?:{SUBJECT}\s+)?{VERB}")
BOTH = re.compile(rf"\bboth(?: of (?:these|them))?(?: {SUBJECT})? {VERB}", re.I)
SPLIT = re.compile(rf"\b(?P<met>\d+) {SUBJECT} met\b[^;]*?\band (?P<missed>\d+) (?:did not meet|missed)")
EARLIER = re.compile(rf"\bThis compares (?:to|with) {OF}", re.I)


@dataclass(frozen=True, slots=True)
class _Count:
    """`count` of `base`, as a sentence words it."""

    what: What
    count: int
    base: int


def printed_counts(passages: Sequence[Passage], default: Period | None) -> list[PrintedCount]:
    """The counts printed in passages; `default` is the period of a sentence that names none."""
    found: list[PrintedCount] = []
    for passage in passages:
        last: What | None = None  # what a sentence that only says "This compares to" is about
        for sentence in passage.sentences:
            when = _latest(sentence) or default
            if when is None:
                continue
            service = _service(sentence, passage)
            for counted in _in_sentence(sentence, last):
                last = counted.what
                args = (counted.count, counted.base, counted.what, service, when, passage.locator, sentence)
                found.append(PrintedCount(*args))
    return found


def _in_sentence(sentence: str, last: What | None) -> Iterator[_Count]:
    if match := EARLIER.search(sentence):
        if last and find_periods(sentence):
            yield _Count(last, int(match["count"]), int(match["base"]))
        return
    if not COUNTED.search(sentence):
        return
    for match in CLAIM.finditer(sentence):
        yield _Count(_what(match), int(match["count"]), int(match["base"]))
    if whole := BASE.search(sentence):
        for match in PART.finditer(sentence, whole.end()):
            yield _Count(_what(match), int(match["count"]), int(whole["base"]))
    if match := BOTH.search(sentence):
        yield _Count(_what(match), 2, 2)
    if match := SPLIT.search(sentence):
        met, missed = int(match["met"]), int(match["missed"])
        yield _Count("met", met, met + missed)
        yield _Count("missed", missed, met + missed)


def _what(match: re.Match[str]) -> What:
    """Which of the kinds of verb a match found."""
    return next(what for what in get_args(What) if match[what])


def _latest(sentence: str) -> Period | None:
    """The latest period a sentence names, the longest of those that end together.

    In "the year ending March 2024 and March 2025" the second month ends a year as the first does.
    """
    periods: list[Period] = []
    end = 0
    for mention in find_periods(sentence):
        period = mention.period
        joined = bool(periods) and sentence[end : mention.start].strip() == "and"
        if joined and period.months == 1 < periods[-1].months:
            period = Period(period.last - periods[-1].months + 1, period.last)
        periods.append(period)
        end = mention.end
    return max(periods, key=lambda period: (period.last, -period.first), default=None)


def _service(sentence: str, passage: Passage) -> str:
    """The service that the sentence names, else its headings, else its passage; the first where none does."""
    names = list(aliases().services.items())
    for text in (sentence, " ".join(passage.section), passage.text):
        for service, forms in reversed(names):
            if any(re.search(rf"\b{re.escape(form)}\b", text) for form in forms):
                return service
    return names[0][0]
