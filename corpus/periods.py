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
PAIR = rf"(?:(?:{YEAR})\s*(?:-|–|—|/|\bto\b)\s*(?:{YEAR}|\d\d)|\d\d\s*[/-]\s*\d\d)(?!\d|%|[.,]\d)"
QUARTERS = ("first|1st", "second|2nd", "third|3rd", "fourth|4th|last|final")
SPELT = ("one", "two", "three", "four")
QUARTER = (
    rf"(?:Q|(?:quarter|qtr\.?)\s*)[1-4](?![\d%]|[.,]\d)|(?:{'|'.join(QUARTERS)})\s+quarter"
    rf"|quarter\s+(?:{'|'.join(SPELT)})(?!\s+(?:years?|quarters?|months?|weeks?|days?)\b)"
)
OF = r"[\s,:(–-]*(?:(?:of|in|for)\s+)?(?:the\s+)?(?:(?:performance|financial)\s+year\s+|FY\s*)?"
QUARTER_OF = re.compile(
    rf"\b(?P<quarter>{QUARTER}){OF}(?:(?P<years>{PAIR})|(?P<year>{YEAR})(?![\d%/]|[-–]\d|[.,]\d))"
    rf"|(?<![\d.,£-])(?:(?P<years2>{PAIR})|(?P<year2>{YEAR}))[\s,:(–-]*(?P<quarter2>{QUARTER})\b", re.I,
)  # fmt: skip
MONTHS_OF = re.compile(rf"\b(?P<m1>{MONTH}){DASH}(?P<m2>{MONTH})[\s,(]*(?:(?:of|in)\s+)?(?P<years>{PAIR})", re.I)
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
    bare: bool = False  # a year on its own, or a quarter of one: "2024", "Q3 2024", which may be meant in several ways

    @property
    def is_unsure(self) -> bool:
        """Whether it is a quarter of a year on its own, which may be a calendar or a performance year."""
        return self.bare and self.period.months < 12


def find_periods(text: str) -> list[Mention]:
    """Return the periods a text names, in order; no stretch of text is read twice.

    A span of two months with one year ("April to June 2021") takes it for both; with a performance year
    ("January to March 2024-25") it is months of that. "2024-25", "2024/25", "2024 to 2025" and "24/25" are
    performance years, and "Q3 2024-25" is the third quarter of one; "2015 to 2019" is two years on their own.
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


def _quarters(text: str) -> Iterator[Mention]:
    for match in QUARTER_OF.finditer(text):
        number = quarter_number(match["quarter"] or match["quarter2"])
        if years := match["years"] or match["years2"]:
            if (of := _pair(years)) is not None:
                yield _mention(match, quarter_of(of, number))
        else:
            start = int(match["year"] or match["year2"])
            yield _mention(match, quarter_of(performance_year(start), number), bare=True)


def quarter_number(name: str) -> int:
    """The number, 1 to 4, of a quarter as it is named: "Q3", "quarter 3", "third quarter"."""
    digit = re.search(r"[1-4]", name)
    if digit:
        return int(digit[0])
    return next(n for n, words in enumerate(QUARTERS, 1) if re.match(rf"{words}|.*\b{SPELT[n - 1]}$", name, re.I))


def quarter_of(year: Period, number: int) -> Period:
    """The quarter, 1 to 4, of a year of twelve months."""
    first = year.first + 3 * (number - 1)
    return Period(first, first + 2)


def _months_of(text: str) -> Iterator[Mention]:
    for match in MONTHS_OF.finditer(text):
        if (year := _pair(match["years"])) is not None:
            first, last = (year.first + (_month_number(match[m]) - 4) % 12 for m in ("m1", "m2"))
            if first <= last:
                yield _mention(match, Period(first, last))


def _pair(text: str) -> Period | None:
    """The performance year of two years written together; None where the one does not follow the other."""
    found = [mention for mention in _years(text) if mention.text == text]
    return found[0].period if found else None


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
KINDS_WITHOUT_MONTH: tuple[Callable[[str], Iterator[Mention]], ...] = (_quarters, _years, _bare_years)
KINDS: tuple[Callable[[str], Iterator[Mention]], ...] = (
    _quarters, _months_of, _spans, _endings, _years, _months, _bare_years,
)  # fmt: skip


def without_periods(text: str, found: Sequence[Mention] | None = None) -> str:
    """The text with the periods it names taken out; `found` are those it names, where they were found before."""
    for mention in reversed(find_periods(text) if found is None else found):
        text = f"{text[: mention.start]} {text[mention.end :]}"
    return text


def parse_period(text: str) -> Period | None:
    """The one period a cell or header names, or None where it names none, several or an unsure one."""
    mentions = find_periods(text)
    return mentions[0].period if len(mentions) == 1 and not mentions[0].is_unsure else None
