"""What a question says of numbers: bounds on figures, how many it wants, how many it takes for granted.

All of it is read from folded text without periods; none of these numbers is a figure of a publication.
"""

import re
from decimal import Decimal
from fractions import Fraction
from typing import Literal

from assistant.query import Bounded, Counted, Limit

ONES = ["one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"]
NUMBERS = {word: number for number, word in enumerate(ONES, 1)} | {"no": 0, "zero": 0, "none": 0, "both": 2}
ORDINALS = {"second": 2, "2nd": 2, "third": 3, "3rd": 3, "fourth": 4, "4th": 4, "fifth": 5, "5th": 5}
COUNT = rf"\d{{1,2}}|{'|'.join(NUMBERS)}"
MOST = (
    r"(?:most|largest|biggest|greatest|highest|best|worst|lowest|smallest|least|poorest|strongest|weakest|closest"
    r"|nearest|furthest|farthest)"
)
FIRST = (
    re.compile(rf"\b(?:top|bottom|first|best|worst|highest|lowest) (?P<n>{COUNT})\b"),
    re.compile(
        rf"\b(?P<n>{COUNT}) (?:\w+ ){{0,4}}?(?:{MOST}|top|bottom)\b"
        rf"|\b(?P<m>{COUNT}) (?:service levels?|measures?|targets?|ones?) (?:\w+ ){{0,6}}?{MOST}\b"
    ),
)
ORDINAL = re.compile(rf"\b({'|'.join(ORDINALS)})[ -](?:\w+[ -])?{MOST}\b")
POINTS = r"(?:percentage points?|points?|pp|ppts?|%|per ?cent(?:age points?)?)"
NUMBER = r"(?P<number>\d{1,3}(?:\.\d+)?|" + "|".join(ONES) + ")"
MORE = (
    r"(?:above|over|more than|at least|exceed(?:s|ed|ing)?|higher than|greater than|upwards of|"
    r"(?:or|and) (?:more|over|above))"
)
LESS = r"(?:below|under|less than|lower than|fewer than|beneath|no more than|at most|up to)"
INCLUSIVE = ("at least", "at most", "no more than", "up to", "or more", "and more", "or above", "and above")
WITHIN = re.compile(rf"\bwithin {NUMBER} ?{POINTS} of\b")
MISSED_BY = re.compile(
    rf"\b(?:miss\w*|short|below|beh\w+|under|off)\b[^.?]{{0,40}}?\bby (?P<side>{MORE}|{LESS}) {NUMBER} ?{POINTS}?"
    rf"|\b(?P<side2>{MORE}|{LESS}) {NUMBER.replace('number', 'number2')} ?{POINTS} "
    rf"(?:below|short of|off|under|from|away from) (?:the |its |their )?target"
)
MOVED_BY = re.compile(
    rf"\b(?:improv\w+|ris\w+|rose|increas\w+|up|fell|fall\w*|drop\w*|declin\w+|worse\w*|down|chang\w+|mov\w+)\b[^.?]{{0,30}}?"
    rf"\bby (?P<side>{MORE}|{LESS}) {NUMBER} ?{POINTS}?"
)
OF_MEASURES = r" of (?:all )?(?:the )?(?:\w+ ){0,2}?(?:regions?|areas?|service levels?|measures?|targets?|metrics?)"
BOUND = re.compile(
    rf"(?P<target>\btargets?[^.?]{{0,12}} )?\b(?P<side>{MORE}|{LESS}) {NUMBER} ?(?:%|per ?cent)(?!{OF_MEASURES})"
)
TARGET_OF = re.compile(rf"\btargets? (?:of|at|was|is|were|set at) {NUMBER} ?(?:%|per ?cent)")
POINTS_GIVEN = re.compile(r"\bby (\d{1,2}(?:\.\d+)?) ?(?:percentage points?|points?|pp)\b")
NOUN = r"(?:regions?|areas?|service levels?|measures?|targets?|metrics?)"
PARTS = {"half": Fraction(1, 2), "a third": Fraction(1, 3), "one third": Fraction(1, 3), "a quarter": Fraction(1, 4),
         "one quarter": Fraction(1, 4), "two thirds": Fraction(2, 3), "three quarters": Fraction(3, 4)}  # fmt: skip
SIDE = rf"(?:(?P<side>{MORE}|{LESS}|exactly|precisely) )?"
SHARE = rf"(?:(?P<percent>\d{{1,3}}(?:\.\d+)?) ?(?:%|per ?cent|percent)|(?P<part>{'|'.join(PARTS)}))"
BASE = rf"(?:of|out of) (?:the |all )?(?P<base>\d{{1,2}}|{'|'.join(ONES)})"
SHARED = re.compile(rf"\b{SIDE}{SHARE} (?:of )?(?:all )?(?:the )?(?:\w+ ){{0,2}}?{NOUN}\b")
COUNTED = re.compile(
    rf"\b{SIDE}(?P<n>{COUNT}|all|every|each|any|most)\b(?: {BASE})?(?: of)?(?: the)?"
    rf"(?: (?:\d{{1,2}}|{'|'.join(ONES)}))?(?: \w+){{0,2}}? {NOUN}\b"
)
OUT_OF = re.compile(rf"\b{SIDE}(?P<n>{COUNT}) (?:\w+ ){{0,4}}?{BASE}\b")
COUNT_BOUND = re.compile(rf"\b(?:{MORE}|{LESS}) (?:{COUNT})\b(?! ?{POINTS})")
BASE_AFTER = re.compile(rf"\bout {BASE}\b")
TARGETS_SET = re.compile(
    r"\btargets?(?: (?:that|which|were|was|have|has|had|been|did|are|is|got|being|made))*"
    r" (?:raised|lowered|reduced|cut|put (?:up|down)|tougher|harder|stricter|easier|not chang\w+)\b"
)
ACCOUNTED = (
    SHARED,
    OUT_OF,
    COUNT_BOUND,
    TARGETS_SET,
    WITHIN,
    MISSED_BY,
    MOVED_BY,
    BOUND,
    ORDINAL,
    re.compile(rf"\b(?:{'|'.join(NUMBERS)}|fifth|second|third)\b"),
)


def limits(text: str) -> tuple[Limit, ...]:
    """The bounds that a text sets on figures, targets, gaps and changes."""
    if match := WITHIN.search(text):
        return (Limit("gap", "within", _number(match["number"])),)
    if match := MISSED_BY.search(text):
        return (_limit("gap", match["side"] or match["side2"], match["number"] or match["number2"]),)
    if match := MOVED_BY.search(text):
        return (_limit("change", match["side"], match["number"]),)
    if match := TARGET_OF.search(text):
        return (Limit("target", "at", _number(match["number"])),)
    found = (
        _limit("target" if match["target"] else "value", match["side"], match["number"])
        for match in BOUND.finditer(text)
    )
    return tuple(dict.fromkeys(found))


def _limit(of: Bounded, side: str, number: str) -> Limit:
    return Limit(of, "above" if re.fullmatch(MORE, side) else "below", _number(number), side in INCLUSIVE)


def first(text: str) -> int:
    """How many of a ranking a text wants ("top three": 3, "second highest": 2); 0 where it does not say."""
    if match := ORDINAL.search(text):
        return ORDINALS[match[1]]
    for shape in FIRST:
        if match := shape.search(text):
            return int(_number(next(filter(None, match.groups()))))
    return 0


def is_ordinal(text: str) -> bool:
    """Whether a text wants the one in a place ("second highest")."""
    return ORDINAL.search(text) is not None


def counted(text: str) -> Counted | None:
    """How many measures or regions a text takes for granted: 12 of "why did 12 regions ..."."""
    if match := SHARED.search(text):
        share, places = _share(match["percent"], match["part"])
        return Counted(share, *_side(match["side"]), share=True, places=places)
    match = COUNTED.search(text) or OUT_OF.search(text)
    if match is None or re.search(r"\bhow many\b|\bnumber of\b", text[: match.end()]):
        return None
    if match["n"] in ("all", "every", "each"):
        return Counted(Fraction(1), share=True)
    if match["n"] in ("any", "most"):
        return Counted(Fraction(match["n"] == "most", 2), "above", share=True)
    after = BASE_AFTER.search(text, match.end())
    base = match["base"] or (after["base"] if after else "0")
    return Counted(Fraction(_number(match["n"])), *_side(match["side"]), base=int(_number(base)))


def is_share(text: str) -> bool:
    """Whether a text speaks of a share of the measures or regions: "a third of measures" is no third place."""
    return SHARED.search(text) is not None


def _share(percent: str | None, part: str) -> tuple[Fraction, int | None]:
    """A share, 0 to 1, with the decimals of the percentage that it is given as; None where it is in words."""
    return (Fraction(percent) / 100, len(percent.partition(".")[2])) if percent else (PARTS[part], None)


def _side(said: str | None) -> tuple[Literal["exactly", "above", "below"], bool]:
    if said is None or said in ("exactly", "precisely"):
        return "exactly", False
    return "above" if re.fullmatch(MORE, said) else "below", said in INCLUSIVE


def points(text: str) -> tuple[Decimal, ...]:
    """The percentage points that a text says something moved or missed by, where it sets no bound with them."""
    return tuple(_number(number) for number in POINTS_GIVEN.findall(text)) if not limits(text) else ()


def _number(text: str) -> Decimal:
    return Decimal(NUMBERS.get(text, text))
