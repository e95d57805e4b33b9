"""Numbers of a text with the unit written to them: "63.1%", "£1.45 billion", "2.0 percentage points", "13.2 days"."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from fractions import Fraction

from assistant.checking.claims import Unit
from assistant.checking.number_words import numbers

DIGITS = (
    r"(?:\d{1,3}(?:,\d{3}){1,4}(?!\d)|\d{1,3}(?:[ \u00a0\u202f\u2009]\d{3}){1,4}(?![\d.]?\d)|\d{1,15}(?!\d))"
    r"(?:[.·]\d{1,9}(?!\d))?|(?<!\w)\.\d{1,9}(?!\d)"
)
SIGN = r"(?<![^\s(\[:;,|\x00])(?P<sign>[-−–+])"
NUMERAL = re.compile(rf"(?<!\d[.,])(?:{SIGN})?(?:(?P<pound>£\s?)|(?<!\w))(?P<digits>{DIGITS})")
MAGNITUDES = {
    "hundred": 100, "k": 1_000, "thousand": 1_000, "m": 1_000_000, "mn": 1_000_000, "mln": 1_000_000,
    "million": 1_000_000, "bn": 10**9, "billion": 10**9, "tn": 10**12, "trillion": 10**12,
}  # fmt: skip
MAGNITUDE = re.compile(r"[\s-]?(hundred|thousand|million|billion|trillion|mln|mn|bn|tn|k|m)(?![A-Za-z])", re.I)
NOT_POINTS = r"(?!\s+(?:scale|plan|system|programme|checklist|out\s+of))"
POINTS = re.compile(
    r"[\s-]?(?:(?:percentage|percent|per[\s-]cent|%\s?age|%)[\s-]?(?:points?|pts?)|p\.p\.|ppts?|pps?|pts)(?![A-Za-z])"
    rf"|[\s-](?:of\s+a\s+)?(?:percentage\s+)?(?:points?|pts?)(?![A-Za-z]){NOT_POINTS}",
    re.I,
)
PERCENT = re.compile(r"\s?%|[\s-]?(?:per[\s-]?cent|percent|pct|pc|p/c)(?![A-Za-z])", re.I)
POUNDS = re.compile(r"\s?(?:pounds|GBP|quid)(?![A-Za-z])", re.I)
KIND_OF_TIME = (
    r"(?:(?P<kind>working|business)[\s-]|(?:sick|full|whole|calendar|consecutive|clear|more|extra|further|average)\s)"
)
TIME = re.compile(
    rf"[\s-]{KIND_OF_TIME}?(?P<noun>minute|hour|day|week|fortnight|month|year|decade|min|hr|wk|mth|yr)s?(?![A-Za-z])",
    re.I,
)
SHORT_TIMES = {"min": "minute", "hr": "hour", "wk": "week", "mth": "month", "yr": "year"}
COUNTED = re.compile(r"\s+(?P<noun>[A-Z]{2,6}s|[A-Z]?[a-z]{1,20}s|people|staff|women|men|children)\b")
SINGULAR = re.compile(r"(?<=[a-z])(?:(?P<y>ies)|(?<!s)s)$", re.I)
NOT_COUNTED = {
    "is",
    "was",
    "has",
    "its",
    "his",
    "this",
    "as",
    "us",
    "across",
    "less",
    "versus",
    "plus",
    "towards",
    "times",
}


@dataclass(frozen=True, slots=True)
class Amount:
    """A number with its unit, and where it stands; `mantissa` is the number before "million"."""

    start: int
    end: int
    value: Fraction
    mantissa: Fraction
    step: Fraction
    unit: Unit = "number"
    noun: str = ""
    in_words: bool = False

    @property
    def is_count(self) -> bool:
        """Whether it is a whole number of things, written without a unit."""
        return self.unit == "number" and self.value == self.mantissa and self.value.denominator == 1


def amounts(text: str) -> list[Amount]:
    """The amounts of a text in which what is no figure has been blotted out, in order and apart from one another."""
    found = sorted([*_in_digits(text), *_in_words(text)], key=lambda amount: amount.start)
    apart: list[Amount] = []
    for amount in found:
        if not apart or amount.start >= apart[-1].end:
            apart.append(amount)
    return apart


def with_unit_of(amount: Amount, other: Amount) -> Amount:
    """An amount without a unit given that of the next: "20" of "20-30%", "302" of "£302 to £349 million"."""
    scale = other.value / other.mantissa if other.mantissa else Fraction(1)
    low, high = sorted((amount.mantissa, other.mantissa))
    near = low > 0 and high / low <= 20
    if amount.value == amount.mantissa and scale != 1 and other.unit in ("money", "number") and near:
        amount = replace(amount, value=amount.value * scale, step=amount.step * scale)
    if amount.unit != "number":
        return amount
    noun = other.noun if other.unit == "time" else amount.noun
    step = Fraction(1) if other.unit in ("percent", "points") and amount.step > 1 else amount.step
    return replace(amount, unit=other.unit, noun=noun, step=step)


def _in_digits(text: str) -> Iterator[Amount]:
    for match in NUMERAL.finditer(text):
        digits = match["digits"].replace("·", ".")
        value, step = Fraction(re.sub(r"[^\d.]", "", digits)), _step(digits)
        sign = -1 if match["sign"] in ("-", "−", "–") else 1
        amount = Amount(match.start(), match.end(), sign * value, sign * value, step)
        yield _with_unit(text, amount, pound=bool(match["pound"]))


def _in_words(text: str) -> Iterator[Amount]:
    for start, end, value in numbers(text):
        step = Fraction(1, 2) if value.denominator > 1 else Fraction(1) if value < 1000 else _step(str(value))
        yield _with_unit(text, Amount(start, end, value, value, step, in_words=True), pound=False)


def _step(digits: str) -> Fraction:
    """The worth of the last digit given: zeros at the end of a whole number do not count as given."""
    bare = re.sub(r"[^\d.]", "", digits)
    if "." in bare:
        return Fraction(1, 10 ** len(bare.partition(".")[2]))
    return Fraction(10 ** (len(bare) - len(bare.rstrip("0")))) if bare.strip("0") else Fraction(1)


def _with_unit(text: str, amount: Amount, *, pound: bool) -> Amount:
    magnitude = MAGNITUDE.match(text, amount.end)
    if magnitude and (magnitude[1].lower() not in ("m", "k") or pound or not magnitude[0][0].isspace()):
        worth = MAGNITUDES[magnitude[1].lower()]
        amount = replace(amount, end=magnitude.end(), value=amount.value * worth, step=amount.step * worth)
    if pound:
        return replace(amount, unit="money")
    if pounds := POUNDS.match(text, amount.end):
        return replace(amount, unit="money", end=pounds.end())
    if share := POINTS.match(text, amount.end) or PERCENT.match(text, amount.end):
        unit: Unit = "points" if share.re is POINTS else "percent"
        return replace(amount, unit=unit, end=share.end(), step=min(amount.step, Fraction(1)))
    small = abs(amount.value) < 1000
    amount = replace(amount, step=min(amount.step, Fraction(1)) if small else amount.step)
    if time := TIME.match(text, amount.end):
        noun = time["noun"].lower()
        kind = "working " if time["kind"] else ""
        return replace(amount, unit="time", noun=kind + SHORT_TIMES.get(noun, noun), end=time.end())
    return replace(amount, noun=_noun(text, amount.end))


def _noun(text: str, end: int) -> str:
    """The name of what is counted, in the singular, where it follows at once; else ""."""
    match = COUNTED.match(text, end)
    if not match or match["noun"].lower() in NOT_COUNTED:
        return ""
    noun = match["noun"]
    return SINGULAR.sub(lambda end: "y" if end["y"] else "", noun if noun[:2].isupper() else noun.lower())
