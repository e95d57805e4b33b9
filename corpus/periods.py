"""Periods as publications and people write them, to the month.

A performance year runs April to March and is named 2024-25; a publication date is never a period.
"""

import re
from dataclasses import dataclass
from functools import total_ordering

MONTHS = ("january", "february", "march", "april", "may", "june", "july",
          "august", "september", "october", "november", "december")  # fmt: skip
MONTH = rf"(?:{'|'.join(f'{m[:3]}(?:{m[3:]})?' for m in MONTHS)}|sept)\.?"
YEAR = r"(?:19|20)\d\d"
DASH = r"\s*(?:-|–|—|/|\bto\b|\buntil\b)\s*"


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
    return next(n for n, full in enumerate(MONTHS, 1) if full.startswith(name.lower().rstrip(".")[:3]))


def _year(text: str, after: int | None = None) -> int:
    """A year of four digits, or of two in the century of `after` (or 2000)."""
    value = int(text)
    if value >= 100:
        return value
    century = (after or 2000) // 100 * 100
    return century + value


SPAN = re.compile(
    rf"\b(?P<between>between\s+)?(?P<m1>{MONTH})\s*(?P<y1>{YEAR}|['’]?\d\d)?(?:{DASH}|(?(between)\s+and\s+|(?!)))"
    rf"(?P<m2>{MONTH})\s*(?P<y2>{YEAR}|\d\d)\b", re.I,
)  # fmt: skip
ENDING = re.compile(
    rf"\b(?P<n>twelve months|12 months|year|quarter)s?\s+(?:ending|ended|to|up to)\s+(?:the\s+)?(?:end\s+of\s+)?"
    rf"(?:\d{{1,2}}\s+)?(?P<m>{MONTH})\s+(?P<y>{YEAR}|\d\d)\b", re.I,
)  # fmt: skip
YEARS = re.compile(
    rf"(?<![\d.,£-])(?P<y1>{YEAR})\s*(?:-|–|—|/|to)\s*(?P<y2>{YEAR}|\d\d)(?!\d|%|[.,]\d)"
    r"|(?<![\d.,£/-])(?P<s1>\d\d)\s*[/-]\s*(?P<s2>\d\d)(?!\d|[%/]|[.,-]\d|[ -]years?\b)", re.I,
)  # fmt: skip
ONE_MONTH = re.compile(rf"(?<!\w)(?P<m>{MONTH})\s+(?P<y>{YEAR}|(?<=\s)\d\d(?=\D|$))(?!\d)", re.I)
BARE_YEAR = re.compile(rf"(?<![\d.,£/-])(?P<y>{YEAR})(?!\d|[%/]|[-–]\d|[.,]\d)")


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
    "April 2024 and March 2025" is two months, "between April 2024 and March 2025" the span.
    """
    found: list[Mention] = []
    taken = [False] * len(text)

    def take(match: re.Match[str], period: Period, bare: bool = False) -> None:
        if any(taken[match.start() : match.end()]):
            return
        taken[match.start() : match.end()] = [True] * (match.end() - match.start())
        found.append(Mention(period, match[0], match.start(), match.end(), bare))

    for match in SPAN.finditer(text):
        last = month(_year(match["y2"]), _month_number(match["m2"]))
        first_number = _month_number(match["m1"])
        if match["y1"]:
            first = month(_year(match["y1"].lstrip("’'")), first_number)
        else:
            first = month(last // 12, first_number)
            first -= 12 if first > last else 0
        if first <= last:
            take(match, Period(first, last))
    for match in ENDING.finditer(text):
        last = month(_year(match["y"]), _month_number(match["m"]))
        take(match, Period(last - (2 if match["n"].lower() == "quarter" else 11), last))
    for match in YEARS.finditer(text):
        start = _year(match["y1"] or match["s1"])
        if _year(match["y2"] or match["s2"], start) == start + 1:
            take(match, performance_year(start))
    for match in ONE_MONTH.finditer(text):
        count = month(_year(match["y"]), _month_number(match["m"]))
        take(match, Period(count, count))
    for match in BARE_YEAR.finditer(text):
        year = int(match["y"])
        take(match, Period(month(year, 1), month(year, 12)), bare=True)
    return sorted(found, key=lambda mention: mention.start)


def parse_period(text: str) -> Period | None:
    """The one period a cell or header names, or None where it names none or several."""
    mentions = find_periods(text)
    return mentions[0].period if len(mentions) == 1 else None
