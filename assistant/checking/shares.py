"""Shares in words: "a third", "two-thirds", "half", "a quarter". Those of two numbers are joined in figures.py."""

import re
from collections.abc import Iterator
from fractions import Fraction

from assistant.checking.amounts import Amount

PARTS = {
    "half": 2, "third": 3, "quarter": 4, "fifth": 5, "sixth": 6, "seventh": 7, "eighth": 8, "ninth": 9, "tenth": 10,
    "twelfth": 12, "fifteenth": 15, "twentieth": 20, "hundredth": 100,
}  # fmt: skip
HOW_MANY = {"a": 1, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9}
OF_TIME = r"(?:an?\s+|the\s+|of\s+the\s+|of\s+)?(?:hour|day|week|month|year|decade|term|century|time|way)\b"
NUMBERED = (
    r"(?:party|parties|time|year|term|person|country|region|area|measure|target|service|inspection|phase|review"
    r"|report|reason|way|attempt|element|option|successive|consecutive|sector|round|edition|one|straight|in\s+a\s+row)\b"
)
AFTER_QUARTERS = r"earlier|ago|later|before|on\s(?:quarter|from)|running|end|\x00|of\s\x00|yearly"
NOT_SHARE = rf"(?![\s-]+(?:{OF_TIME}|{NUMBERED}|{AFTER_QUARTERS}|(?-i:[A-Z])))"
SHARE = re.compile(
    rf"(?<![\w-])(?:(?P<many>{'|'.join(HOW_MANY)})[\s-]+(?P<part>{'|'.join(PARTS)})(?:s|(?<=hal)ves)?"
    r"|(?<=final\s)(?P<last>third)"
    rf"|(?<!first\s)(?<!second\s)(?<!other\s)(?<!last\s)(?P<half>half))\b(?!-[a-z]){NOT_SHARE}",
    re.I,
)
LARGE = re.compile(r"\s+(?:of\s+)?a\s+(?P<scale>million|billion|thousand|hundred|dozen)\b", re.I)
WORTH = {"million": 10**6, "billion": 10**9, "thousand": 1000, "hundred": 100, "dozen": 12}


def shares(text: str) -> Iterator[Amount]:
    """The shares in words of a text in order, as percentages with step 0; "a quarter of a million" is a count."""
    for match in SHARE.finditer(text):
        of = PARTS[(match["half"] or match["last"] or match["part"]).lower()]
        part = Fraction(HOW_MANY[match["many"].lower()] if match["many"] else 1, of)
        if large := LARGE.match(text, match.end()):
            value = part * WORTH[large["scale"].lower()]
            yield Amount(match.start(), large.end(), value, value, value / 5, in_words=True)
        elif part < 1:
            yield share(match.start(), match.end(), part)


def share(start: int, end: int, part: Fraction) -> Amount:
    """The amount that a part of a whole stands for, 0 to 1."""
    return Amount(start, end, part * 100, part * 100, Fraction(0), unit="percent", in_words=True)
