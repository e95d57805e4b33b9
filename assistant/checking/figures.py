"""The numbers of a sentence that may be claims, and what each says: value, unit, nearness, base.

A count of some whole ("seven of 27") is one figure with its base; a share in words ("three in ten") is a percentage;
of a range ("20-30%") each end is a figure, and has the range's unit. What only looks like a number is left out
(labels.py), and so is "one" where it is no count.
"""

import re
from dataclasses import replace
from itertools import pairwise

from assistant.checking.amounts import Amount, amounts, with_unit_of
from assistant.checking.claims import Figure
from assistant.checking.labels import masked
from assistant.checking.nearness import side_of
from assistant.checking.number_words import WORD
from assistant.checking.shares import shares
from assistant.checking.wholes import SETS, Part, parts

TO = re.compile(r"\s*(?:-|–|—|\bto\b)\s*", re.I)
BY = re.compile(r"\bby\s$", re.I)
OR = re.compile(r"\s+(?:and|or)\s+", re.I)
ONE_OF = re.compile(r"\s+(?:region|area|service\s+level|measure|target|service|provider|CRC|PDU|contract|division)\b")
MAY_HOLD = re.compile(rf"\d|\b(?:{WORD}|half|third|quarter|(?:fif|six|seven|eigh|nin|ten)th)", re.I)
HAS = re.compile(r"\b(?:has|have|had|was|were|is)\s+$", re.I)
ONLY = re.compile(r"\b(?:only|just)\s+$", re.I)
NOT_COUNTS = re.compile(r"\s+(?:reasons|things|ways|sides|halves|examples|questions|kinds|sorts|types|parts|steps)\b")
POINTING = re.compile(r"\b(?:the|these|those|both|other|any|first|last|next|latter|former|previous)\s+$", re.I)
ATTACHED = re.compile(r"-(?!to\b|plus\b|\d)[a-z]", re.I)


def figures(text: str) -> tuple[Figure, ...]:
    """The figures of a statement in order, none of them within another."""
    if not MAY_HOLD.search(text):
        return ()
    bare = masked(text)
    found = _apart([*amounts(bare), *shares(bare)])
    read = [one for one in _ranges(bare, parts(bare, found)) if _is_claim(bare, one)]
    return tuple(_figure(text, bare, one) for one in read)


def _apart(found: list[Amount]) -> list[Amount]:
    """Amounts in order; of two that overlap the longer, and the share rather than the count within it."""
    kept: list[Amount] = []
    for amount in sorted(found, key=lambda one: (one.start, -one.end)):
        if kept and amount.start < kept[-1].end:
            if amount.end > kept[-1].end:
                kept[-1] = amount
        else:
            kept.append(amount)
    return kept


def _ranges(text: str, read: list[Part]) -> list[Part]:
    """Each end of a range given the unit that is written to the other."""
    done = list(read)
    for at in range(len(done) - 1, 0, -1):
        first, second = done[at - 1], done[at]
        gap = text[first.amount.end : second.amount.start]
        near = first.amount.mantissa <= 20 * second.amount.mantissa  # "13,583 – 15% of all" is no range
        ranged = near and (TO.fullmatch(gap) or OR.fullmatch(gap))
        if not ranged or first.base or second.base or not _lacks_unit(first.amount, second.amount):
            continue
        if second.amount.unit != "number" or second.amount.value != second.amount.mantissa:
            whole = second.amount
            if whole.unit == "percent" and BY.search(text, max(0, first.amount.start - 4), first.amount.start):
                whole = replace(whole, unit="points")  # "up by 2 to 63%"
            done[at - 1] = Part(with_unit_of(first.amount, whole))
    for at, (first, second) in enumerate(pairwise(done), 1):
        forward = TO.fullmatch(text[first.amount.end : second.amount.start])
        if forward and second.amount.unit == "number" and not second.base and not second.amount.noun:
            done[at] = Part(with_unit_of(second.amount, first.amount))
    return done


def _lacks_unit(first: Amount, second: Amount) -> bool:
    """Whether the start of a range is bare: "20" of "20-30%", or pounds whose "million" is written to the end."""
    pounds = first.unit == "money" and first.value == first.mantissa and second.value != second.mantissa
    return (first.unit == "number" and not first.noun) or pounds


def _is_claim(text: str, read: Part) -> bool:
    amount = read.amount
    if amount.unit != "number" or read.base:
        return True
    if ATTACHED.match(text, amount.end) and amount.value < 1000:
        return False
    if not amount.in_words or amount.value > 12:
        return True
    before = text[max(0, amount.start - 20) : amount.start]
    if amount.value == 1:
        after = text[amount.end : amount.end + 5]
        alone = HAS.search(before) and not after[:1].isspace()
        return bool(ONE_OF.match(text, amount.end) or alone or (ONLY.search(before) and not after.startswith(" of")))
    pointing = POINTING.search(before) and not SETS.match(text, amount.end)
    return not (NOT_COUNTS.match(text, amount.end) or pointing)


def _figure(text: str, bare: str, read: Part) -> Figure:
    amount = read.amount
    return Figure(
        text=text[amount.start : amount.end],
        start=amount.start,
        end=amount.end,
        value=amount.value,
        unit=amount.unit,
        step=amount.step,
        side=side_of(bare, amount.start, amount.end, amount.unit),
        base=read.base,
        noun=amount.noun,
        in_words=amount.in_words,
    )
