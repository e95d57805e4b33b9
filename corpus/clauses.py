"""When a claim is: which of the periods that a sentence names belongs to one number in it.

A number takes the period nearest to it in its own clause. Of periods named together ("both 2024-25 and 2023-24")
it takes the latest, as does a change, which is between two. A period that is only compared with is no number's.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from corpus.lines_text import SEAM
from corpus.periods import Mention, Period, find_periods

PLACED = r"(?:in|for|during|over|across|with|to|from)"
BREAK = re.compile(rf";|,?(?<!\s)\s+(?:and|but|while|whereas|compared|up|down)\s+(?={PLACED}\b)", re.I)
COMPARED = re.compile(r"\b(?:compar\w+|than|against|versus|since|(?:up|down) from|set)\b(?:\W+[a-z]+){0,3}\W*$", re.I)
TOGETHER = re.compile(r"\s*+,?\s*+(?:and|or|to)?\s*+", re.I)


@dataclass(frozen=True, slots=True)
class Span:
    """Where a claim stands in its clause, from its number to the end of its verb."""

    start: int
    end: int


def parted(sentence: str) -> list[str]:
    """The sentences that a layout ran together into one, without a mark between them."""
    starts = [0, *(seam.end() for seam in SEAM.finditer(sentence))]
    return [sentence[start:end].strip() for start, end in zip(starts, [*starts[1:], len(sentence)], strict=True)]


def period_of(claim: Span, others: Sequence[Span], sentence: str, is_change: bool) -> Period | None:
    """The period of a claim; None where the sentence names none that can be its own.

    `others` are the other numbers of the sentence that may have periods of theirs.
    """
    named = [mention for mention in find_periods(sentence) if not COMPARED.search(sentence, 0, mention.start)]
    start, end = _clause(claim, others, sentence)
    own = [mention for mention in named if start <= mention.start and mention.end <= end] or named
    if not own:
        return None
    if is_change:
        return _latest(own)
    nearest = min(_together(own, sentence), key=lambda group: _gap(group, claim))
    last = _latest(nearest).last
    return _latest([mention for mention in own if mention.period.last == last])


def _clause(claim: Span, others: Sequence[Span], sentence: str) -> tuple[int, int]:
    """From where to where a claim's period may stand; what follows another number is that one's."""
    breaks = list(BREAK.finditer(sentence))
    start = max((match.end() for match in breaks if match.end() <= claim.start), default=0)
    if any(start <= other.start < claim.start for other in others):
        start = claim.start
    after = [match.start() for match in breaks if match.start() >= claim.end]
    after += [other.start for other in others if other.start > claim.start]
    return start, min(after, default=len(sentence))


def _together(mentions: Sequence[Mention], sentence: str) -> Iterator[list[Mention]]:
    """The mentions in groups: those with only a joining word between them are one."""
    group: list[Mention] = []
    for mention in mentions:
        if group and not TOGETHER.fullmatch(sentence, group[-1].end, mention.start):
            yield group
            group = []
        group.append(mention)
    yield group


def _gap(group: Sequence[Mention], claim: Span) -> int:
    """How many characters stand between a claim and the nearest end of a group; 0 inside the claim."""
    return max(claim.start - group[-1].end, group[0].start - claim.end, 0)


def _latest(mentions: Sequence[Mention]) -> Period:
    """The latest period, the longest of those that end together."""
    return max((mention.period for mention in mentions), key=lambda period: (period.last, -period.first))
