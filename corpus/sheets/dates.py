"""Days that a spreadsheet counts, as the format of their cell shows them."""

import re
from datetime import date, timedelta
from decimal import ROUND_FLOOR, Decimal
from functools import lru_cache

from corpus.periods import MONTHS
from corpus.sheets.words import in_words

APART = re.compile(r'"[^"]*"|\\.|\[[^\]]*\]|_.|\*.')
PART = re.compile(
    r'"(?P<quoted>[^"]*)"|\\(?P<escaped>.)|\[[^\]]*\]|(?P<part>d+|m+|y+)|(?P<plain>[-/., ])|(?P<other>.)', re.I
)
WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
DAYS = range(1, 80_000)  # counted days: to the year 2119
LEAP_SLIP = 60  # the day that never was, 29 February 1900, which days from 1900 count


@lru_cache(maxsize=1000)
def is_date(code: str) -> bool:
    """Whether a format shows a day or a time."""
    return bool(re.search(r"[dmyhs]", APART.sub("", code.split(";")[0]), re.I)) and "general" not in code.lower()


def shown_date(value: Decimal, code: str, from_1904: bool) -> str | None:
    """A counted day as its format shows it; None for a time, or what is no day."""
    number = int(value.to_integral_value(ROUND_FLOOR))
    if number not in DAYS or (number == LEAP_SLIP and not from_1904):
        return None
    first = date(1904, 1, 1) if from_1904 else date(1899, 12, 31 if number < LEAP_SLIP else 30)
    day = first + timedelta(days=number)
    shown = ""
    for match in PART.finditer(code.split(";")[0]):
        if match["other"]:
            return None
        shown += (
            _part(day, match["part"].lower())
            if match["part"]
            else match["quoted"] or match["escaped"] or match["plain"] or ""
        )
    return in_words(shown.strip(), day.isoformat())


def _part(day: date, part: str) -> str:
    """A part of a date: "d" and "dd" its day, "ddd" and "dddd" its weekday, "m" to "mmmm" its month, "y" its year."""
    kind, length = part[0], len(part)
    if kind == "y":
        return f"{day.year % 100:02}" if length < 3 else str(day.year)
    if length < 3:
        return f"{day.day if kind == 'd' else day.month:0{length}}"
    name = WEEKDAYS[day.weekday()] if kind == "d" else MONTHS[day.month - 1].title()
    return name[:3] if length == 3 else name[:1] if length == 5 else name
