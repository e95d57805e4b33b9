"""The counts a publication prints of its own tables: "7 of 27 probation service levels met target".

They are read so that a count recomputed from the table can be held against the printed one.
"""

import re
from collections.abc import Iterator, Sequence
from typing import Literal

from corpus.aliases import aliases
from corpus.models import Passage, PrintedCount
from corpus.periods import Mention, Period, find_periods

What = Literal["met", "missed", "improved", "declined"]

SUBJECT = r"(?:(?:probation|CRS)\s+)?(?:service levels?|measures?)"
OF = r"(?P<count>\d+)\s+(?:out\s+)?of\s+(?:the\s+)?(?P<base>\d+)"
WORDS: tuple[tuple[What, str], ...] = (
    ("missed", r"(?:did not meet|missed|below|failed to meet)"),
    ("met", r"(?:met\b|performed above target|exceeded)"),
    ("improved", r"improved"),
    ("declined", r"(?:declined|got worse|worsened|decreased in performance)"),
)
BASE = re.compile(rf"Of the (?P<base>\d+) {SUBJECT}|Of the (?P<base2>\d+) (?:probation|CRS) service levels?", re.I)


def printed_counts(passages: Sequence[Passage], default: Period | None) -> list[PrintedCount]:
    """The counts printed in passages; `default` is the period of a sentence that names none."""
    found: list[PrintedCount] = []
    for passage in passages:
        earlier: What | None = None
        for sentence in passage.sentences:
            for what, count, base, period in _in_sentence(sentence, earlier, default):
                earlier = what
                service = _service(sentence, passage)
                found.append(PrintedCount(count, base, what, service, period, passage.locator, sentence))
    return found


def _in_sentence(
    sentence: str, earlier: What | None, default: Period | None
) -> Iterator[tuple[What, int, int, Period]]:
    periods = find_periods(sentence)
    if both := re.search(r"\bThis compares to " + OF, sentence):
        if earlier and periods:
            yield earlier, int(both["count"]), int(both["base"]), periods[-1].period
        return
    if not re.search(r"service levels?|measures", sentence, re.I):
        return
    when = _latest(periods) or default
    if when is None:
        return
    whole = BASE.search(sentence)
    for what, words in WORDS:
        if match := re.search(rf"{OF}\b[^.;]*?\b{words}", sentence):
            yield what, int(match["count"]), int(match["base"]), when
        elif whole and (match := re.search(rf"[;,]\s*(?:and )?(?P<count>\d+)\s+(?:{SUBJECT}\s+)?{words}", sentence)):
            yield what, int(match["count"]), int(whole["base"] or whole["base2"]), when
    if split := re.search(rf"(?P<met>\d+) (?:\w+ )?service levels? met [^.]*? and (?P<missed>\d+) did not meet", sentence):
        base = int(split["met"]) + int(split["missed"])
        yield "met", int(split["met"]), base, when
        yield "missed", int(split["missed"]), base, when


def _latest(mentions: Sequence[Mention]) -> Period | None:
    return max((mention.period for mention in mentions), default=None)


def _service(sentence: str, passage: Passage) -> str:
    """CRS where the sentence or the heading above it names it, else the first service."""
    names = aliases().services
    own = [text for text in (sentence, " ".join(passage.section), passage.text)]
    for text in own:
        for service in reversed(names):
            if any(re.search(rf"\b{re.escape(form)}\b", text) for form in names[service]):
                return service
    return next(iter(names))
