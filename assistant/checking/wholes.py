"""Counts joined with the whole they are part of: "seven of 27" is a count with its base, "three in ten" a share.

Of "n in m" and "n out of m", those of ten, a hundred or fewer than ten are shares, unless "out of" is followed by what
comes in such numbers ("nine out of ten regions"); "one in m" always is, and so are "19 in 20" and "3/4".
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from fractions import Fraction

from assistant.checking.amounts import Amount
from assistant.checking.shares import share

OWNED = r"[\w-]{1,40}(?:\s[\w-]{1,40})?(?:['’]s|s['’])"
WHOSE = rf"(?:(?:the|its|our|their|all|these|those|a\s+total\s+of|{OWNED})\s+){{0,2}}"
OF = re.compile(rf"(?:\s+[a-z]{{3,20}}){{0,2}}?\s+out\s+of\s+{WHOSE}|\s+of\s+{WHOSE}|/", re.I)
OUT_OF = re.compile(r"\s+out\s+of\s+(?:every\s+)?", re.I)
IN = re.compile(r"(?:\s+[a-z]{3,20})?[\s-]+in[\s-]+(?:every\s+)?", re.I)
ROUND = (12, 15, 20, 25, 50, 1000)  # what beside ten and a hundred shares are told of
SMALLEST = 5  # of fractions in digits: "3/4"
SETS = re.compile(
    r"\s+(?:\w+\s+){0,2}?(?:regions|areas|measures|targets|levels|services|contracts|divisions|units|inspections"
    r"|recommendations|prisons|sites|providers|trusts|companies|CRCs|PDUs|YOTs|SLs)\b"
)
LONGEST_GAP = 80  # characters


@dataclass(frozen=True, slots=True)
class Part:
    """An amount with the number of which it is a part, where one is given."""

    amount: Amount
    base: Fraction | None = None


def parts(text: str, found: Sequence[Amount]) -> list[Part]:
    """The amounts of a text in order, each count with its whole as one."""
    read: list[Part] = []
    at = 0
    while at < len(found):
        joined = _joined(text, found[at], found[at + 1]) if at + 1 < len(found) else None
        read.append(joined or Part(found[at]))
        at += 2 if joined else 1
    return read


def _joined(text: str, part: Amount, whole: Amount) -> Part | None:
    countable = part.is_count and whole.is_count and 0 <= part.value <= whole.value > 0
    if not countable or whole.start - part.end > LONGEST_GAP:
        return None
    gap = text[part.end : whole.start]
    if part.value < whole.value and _is_share(text, gap, part, whole):
        return Part(share(part.start, whole.end, part.value / whole.value))
    if OF.fullmatch(gap):
        return Part(replace(part, end=whole.end, noun=whole.noun), whole.value)
    return None


def _is_share(text: str, gap: str, part: Amount, whole: Amount) -> bool:
    small = whole.value <= 10 or whole.value == 100
    if gap == "/":
        return whole.value <= SMALLEST
    if IN.fullmatch(gap):
        return small or part.value == 1 or (whole.value in ROUND and not SETS.match(text, whole.end))
    return small and OUT_OF.fullmatch(gap) is not None and not SETS.match(text, whole.end)
