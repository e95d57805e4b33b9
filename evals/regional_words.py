"""Measures, regions and quarters of made-up data tables in the ways that people say them."""

import random

from corpus.periods import Period, month_name
from corpus.quarters import is_quarter, quarter_name
from evals.made_workbook_cells import Workbook


def said_measure(made: Workbook, rng: random.Random, code: str) -> str:
    """A measure as people say it: by name, code or both."""
    name = dict(made.measures)[code]
    return rng.choice((name.lower(), name.lower(), name, code, f"{code} {name.lower()}", f"{name} ({code})"))


def said_area(rng: random.Random, area: str) -> str:
    """An area as people write it."""
    return rng.choice((area, area, area.replace("&", "and"), area.lower()))


def said_when(made: Workbook, rng: random.Random, period: Period) -> str:
    """A period as people say it."""
    if not is_quarter(period):
        return period.label
    number, year = quarter_name(period).split()
    first, last = month_name(period.first).split()[0], month_name(period.last)
    ordinal = ("first", "second", "third", "fourth")[int(number[1]) - 1]
    forms = [
        f"{number} {year}", f"{number} {year.replace('-', '/')}", f"{first} to {last}", f"{first}-{last}",
        f"{first[:3]} to {last[:3]} {last.split()[1]}", f"{first[:3]}-{last[:3]} {last[-2:]}",
        f"the quarter ending {last}",
        f"the {ordinal} quarter of {year}", f"quarter {number[1]} of {year}", f"{year} {number}", number,
        made.headings.get(period, f"{number} {year}"),
    ]  # fmt: skip
    return rng.choice(forms if period in made.periods else forms[:-2])
