"""Parts of a year that are named without it: "Q3", "the second quarter", "October to December"."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from corpus.periods import DASH, MONTH, MONTHS, QUARTER, Mention, Period, quarter_number

NAMED = re.compile(rf"\b(?:(?P<quarter>{QUARTER})\b|(?P<m1>{MONTH}){DASH}(?P<m2>{MONTH})(?!\w))", re.I)
APRIL = 3  # months of a calendar year before a performance year begins


@dataclass(frozen=True, slots=True)
class Part:
    """Months of a performance year, whichever: `first` counted from April, 0 to 11; with where a text names them."""

    first: int
    months: int
    start: int
    end: int

    def of(self, year: Period) -> Period:
        """These months of a performance year."""
        return Period(year.first + self.first, year.first + self.first + self.months - 1)


def parts(text: str, mentions: Sequence[Mention]) -> list[Part]:
    """The parts of a year that a text names without it, in order; `mentions` are the periods it names with one."""
    found: list[Part] = []
    for match in NAMED.finditer(text):
        if any(match.start() < mention.end and mention.start < match.end() for mention in mentions):
            continue
        if match["quarter"]:
            found.append(Part(3 * (quarter_number(match["quarter"]) - 1), 3, *match.span()))
        else:
            first, last = (_since_april(match[name]) for name in ("m1", "m2"))
            if first <= last:
                found.append(Part(first, last - first + 1, *match.span()))
    return found


def is_quarter(period: Period) -> bool:
    """Whether it is a quarter of a performance year."""
    return period.months == 3 and (period.first - APRIL) % 3 == 0


def year_of(period: Period) -> Period:
    """The performance year that a period begins in."""
    first = period.first - (period.first - APRIL) % 12
    return Period(first, first + 11)


def quarter_name(period: Period) -> str:
    """How a quarter is numbered: "Q3 2024-25"; "" of any other period."""
    year = year_of(period)
    return f"Q{(period.first - year.first) // 3 + 1} {year.label}" if is_quarter(period) else ""


def period_name(period: Period) -> str:
    """A period as it is said: months of one year with the year once, "October to December 2024"."""
    months, _, last = period.label.partition(" to ")
    return f"{months.split()[0]} to {last}" if last and months.split()[-1] == last.split()[-1] else period.label


def _since_april(name: str) -> int:
    number = next(n for n, full in enumerate(MONTHS) if full.startswith(name.lower()[:3]))
    return (number - APRIL) % 12
