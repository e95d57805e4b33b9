"""Periods as publications and people write them, to the month.

A performance year runs April to March and is named 2024-25; a publication date is never a period.
"""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import total_ordering

MONTHS = ("january", "february", "march", "april", "may", "june", "july",
          "august", "september", "october", "november", "december")  # fmt: skip
MONTH = rf"(?:{'|'.join(f'{m[:3]}(?:{m[3:]})?' for m in MONTHS)}|sept)\.?"
YEAR = r"(?:19|20)\d\d"
DASH = r"\s*(?:-|–|—|/|\bto\b|\buntil\b)\s*"
DAY = r"(?:\d{1,2}(?:st|nd|rd|th)?\s+)?"


@total_ordering
@dataclass(frozen=True, slots=True)
class Period:
    """Months from `first` to `last`, both included; each is year * 12 + month - 1."""

    first: int
    last: int

    def __post_init__(self) -> None:
        """Refuse a period that ends before it starts."""
        if self.last < self.first:
            raise ValueError(f"A period ends before it starts: {self.first} to {self.last}")

    def __lt__(self, other: "Period") -> bool:
        """Earlier end first; of two that end together the longer first."""
        return (self.last, self.first) < (other.last, other.first)

    @property
    def months(self) -> int:
        """How many months it covers."""
        return self.last - self.first + 1

    @property
    def is_performance_year(self) -> bool:
        """Whether it runs from April to March."""
        return self.months == 12 and self.first % 12 == 3

    @property
    def label(self) -> str:
        """The usual name: "2024-25", "April 2024", "May 2024 to March 2025", "2017"."""
        if self.is_performance_year:
            return f"{self.first // 12}-{self.last // 12 % 100:02}"
        if self.months == 12 and self.first % 12 == 0:
            return str(self.first // 12)
        if self.months == 1:
            return month_name(self.first)
        return f"{month_name(self.first)} to {month_name(self.last)}"

    def holds(self, other: "Period") -> bool:
        """Whether every month of `other` is in this one."""
        return self.first <= other.first and other.last <= self.last

    def touches(self, other: "Period") -> bool:
        """Whether any month is in both."""
        return self.first <= other.last and other.first <= self.last

    def shifted(self, years: int) -> "Period":
        """The same months, so many years later (earlier where negative)."""
        return Period(self.first + 12 * years, self.last + 12 * years)


def month(year: int, number: int) -> int:
    """The count of a month: number 1 to 12."""
    return year * 12 + number - 1


def month_name(count: int) -> str:
    """ "April 2024" of a month's count."""
    return f"{MONTHS[count % 12].title()} {count // 12}"


def performance_year(start: int) -> Period:
    """April of `start` to March of the next year."""
    return Period(month(start, 4), month(start + 1, 3))


def _month_number(name: str) -> int:
    return next(n for n, full in enumerate(MONTHS, 1) if full.startswith(name.lower()[:3]))


def _year(text: str) -> int:
    """A year of four digits, or of two: 70 to 99 are of the last century."""
    value = int(text.lstrip("’'"))
    return value if value >= 100 else value + (1900 if value >= 70 else 2000)


SPAN = re.compile(
    rf"\b(?:(?P<between>between)\s+)?{DAY}(?P<m1>{MONTH})\s*(?P<y1>{YEAR}|['’]?\d\d)?"
    rf"(?:{DASH}|(?(between)\s+and\s+|(?!))){DAY}(?P<m2>{MONTH})\s*(?P<y2>{YEAR}|['’]?\d\d)\b", re.I,
)  # fmt: skip
LENGTHS = {"update": 12, "bulletin": 12, "annual": 12, "twelve months": 12, "12 months": 12, "year": 12,
           "six months": 6, "6 months": 6, "quarter": 3, "three months": 3, "3 months": 3}  # fmt: skip
ENDING = re.compile(
    rf"\b(?P<length>{'|'.join(LENGTHS)})s?\s+(?:ending|ended|to|up to)\s+(?:the\s+)?(?:end\s+of\s+)?"
    rf"{DAY}(?P<m>{MONTH})\s+(?P<y>{YEAR}|\d\d)\b", re.I,
)  # fmt: skip
ALSO_ENDING = re.compile(
    rf"(?:\s*,\s*|\s*,?\s+(?:and|or)\s+)(?P<period>{DAY}(?P<m>{MONTH})\s+(?P<y>{YEAR}))\b"
    rf"|(?:\s*,?\s+(?:and|or)\s+|\s*,\s*(?={YEAR}(?:,\s*{YEAR})*,?\s+(?:and|or)\s))(?P<year>{YEAR})\b", re.I,
)  # fmt: skip
YEARS = re.compile(
    rf"(?<![\d.,£-])(?P<y1>{YEAR})\s*(?:-|–|—|/|\bto\b)\s*(?P<y2>{YEAR}|\d\d)(?!\d|%|[.,]\d)"
    r"|(?<![\d.,£/-])(?P<s1>\d\d)\s*[/-]\s*(?P<s2>\d\d)(?!\d|[%/]|[.,-]\d|[ -]years?\b)", re.I,
)  # fmt: skip
COUNTED = re.compile(r"\b(?:age[ds]?|between|pages?|pp?\.|paragraphs?|paras?|tables?|figures?|notes?)\s+$", re.I)
ONE_MONTH = re.compile(rf"(?<!\w)(?P<m>{MONTH})\s+(?P<y>{YEAR}|(?<=\s)\d\d(?=\D|$))(?!\d)", re.I)
BARE_YEAR = re.compile(rf"(?<![\d.,£/-])(?P<y>{YEAR})(?!\d|[%/]|[-–]\d|[.,]\d)")
TWO_DIGITS = re.compile(r"\d\d", re.ASCII)
A_MONTH = re.compile("|".join(name[:3] for name in MONTHS), re.I)


@dataclass(frozen=True, slots=True)
class Mention:
    """A period as it stands in a text, with where it starts and ends there."""

    period: Period
    text: str
    start: int
    end: int
    bare: bool = False  # a year on its own: "2024", which a reader may mean in several ways


def find_periods(text: str) -> list[Mention]:
    """Return the periods a text names, in order; no stretch of text is read twice.

    A span of two months with one year ("April to June 2021") takes it for both. "2024-25", "2024/25",
    "2024 to 2025" and "24/25" are performance years; "2015 to 2019" is two years on their own.
    "April 2024 and March 2025" is two months, "between April 2024 and March 2025" the span, "the year
    ending March 2024 and March 2025" two years.
    """
    if not TWO_DIGITS.search(text):
        return []
    by_month = A_MONTH.search(text) is not None
    found: list[Mention] = []
    taken = bytearray(len(text))
    for kind in KINDS if by_month else KINDS_WITHOUT_MONTH:
        for mention in kind(text):
            if not any(taken[mention.start : mention.end]):
                taken[mention.start : mention.end] = b"\1" * (mention.end - mention.start)
                found.append(mention)
    return sorted(found, key=lambda mention: mention.start)


def _mention(match: re.Match[str], period: Period, group: str = "", bare: bool = False) -> Mention:
    where = group or 0
    return Mention(period, match[where], match.start(where), match.end(where), bare)


def _spans(text: str) -> Iterator[Mention]:
    for match in SPAN.finditer(text):
        last = month(_year(match["y2"]), _month_number(match["m2"]))
        first = month(_year(match["y1"] or match["y2"]), _month_number(match["m1"]))
        if not match["y1"] and first > last:
            first -= 12
        if first <= last:
            yield _mention(match, Period(first, last))


def _endings(text: str) -> Iterator[Mention]:
    for match in ENDING.finditer(text):
        length = LENGTHS[match["length"].lower()]
        number = _month_number(match["m"])
        yield _mention(match, _ending(_year(match["y"]), number, length))
        also = ALSO_ENDING.match(text, match.end())
        while also:
            number = _month_number(also["m"]) if also["m"] else number
            group = "period" if also["m"] else "year"
            yield _mention(also, _ending(int(also["y"] or also["year"]), number, length), group)
            also = ALSO_ENDING.match(text, also.end())


def _ending(year: int, number: int, length: int) -> Period:
    """So many months, the last of them a month (1 to 12) of a year."""
    last = month(year, number)
    return Period(last - length + 1, last)


def _years(text: str) -> Iterator[Mention]:
    for match in YEARS.finditer(text):
        start = _year(match["y1"] or match["s1"])
        end = match["y2"] or match["s2"]
        follows = int(end) == start + 1 if len(end) == 4 else int(end) == (start + 1) % 100
        counted = match["s1"] and "/" not in match[0] and COUNTED.search(text, 0, match.start())
        if follows and not counted:
            yield _mention(match, performance_year(start))


def _months(text: str) -> Iterator[Mention]:
    for match in ONE_MONTH.finditer(text):
        count = month(_year(match["y"]), _month_number(match["m"]))
        yield _mention(match, Period(count, count))


def _bare_years(text: str) -> Iterator[Mention]:
    for match in BARE_YEAR.finditer(text):
        year = int(match["y"])
        yield _mention(match, Period(month(year, 1), month(year, 12)), bare=True)


# Each kind takes what the kinds before it have left of the text.
KINDS_WITHOUT_MONTH: tuple[Callable[[str], Iterator[Mention]], ...] = (_years, _bare_years)
KINDS: tuple[Callable[[str], Iterator[Mention]], ...] = (_spans, _endings, _years, _months, _bare_years)


def without_periods(text: str, found: Sequence[Mention] | None = None) -> str:
    """The text with the periods it names taken out; `found` are those it names, where they were found before."""
    for mention in reversed(find_periods(text) if found is None else found):
        text = f"{text[: mention.start]} {text[mention.end :]}"
    return text


def parse_period(text: str) -> Period | None:
    """The one period a cell or header names, or None where it names none or several."""
    mentions = find_periods(text)
    return mentions[0].period if len(mentions) == 1 else None
