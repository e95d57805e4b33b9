"""Made-up bulletins as texts, one of each seed: measures, values, symbols, ratings, notes are drawn by it.

No name or number in them is of any real publication.
"""

import random
from collections.abc import Sequence
from decimal import Decimal

from evals.made_workbooks import NAMES, PREFIXES, PUBLISHERS, REGIONS, SERIES, WHOLE

HEADERS = ("Performance Measure", "Period Covered", "Performance (%)", "Target (%)",
           "Percentage point change from previous performance year")  # fmt: skip
SERVICES = {"Probation": "Probation Service", "CRS": "Commissioned Rehabilitative Services"}
MARKS = ("", "", "", " [p]", " [r]")
SYMBOLS = (("[x]", "Not available"), ("[z]", "Unreliable"), ("[p]", "Provisional"), ("[r]", "Revised"))
RATINGS = ("1 - Failing", "2 - Mixed", "3 - Sound", "4 - Bright")
PART_OF_YEAR = 6  # of so many rows one covers a part of the year
Row = tuple[str, ...]


def bulletin(seed: int) -> str:
    """The text of a seed's bulletin: its title and day on its first two lines, its tables as pipe rows.

    Its notes stand by their marks; those of an odd seed are footnotes, listed at the end.
    """
    rng = random.Random(f"bulletin {seed}")
    start, prefix, regions = rng.randint(2026, 2034), rng.choice(PREFIXES), rng.sample(REGIONS, rng.randint(4, 8))
    year, span = f"April {start} to March {start + 1}", f"Apr {start} to Mar {start + 1}"
    tables = {name: _measures(rng, prefix, start) for name in SERVICES}
    lower = tables["Probation"][0][0].partition(" - ")
    parts = [
        f"{rng.choice(SERIES)}, update to March {start + 1}",
        f"Published {rng.randint(1, 28)} July {start + 1}",
        f"Applies to {WHOLE}",
        "1. Main Points",
        f"This publication sets out statistics on made-up crafts from {year}.",
        _met(tables["Probation"], span, start),
        "2. Scorecard",
        "The ratings have these thresholds:",
        _piped(("Probation Scorecard Rating", "Probation Scorecard Thresholds"), _bands(rng)),
        f"Table 1: Scorecard ratings for the performance year {year}",
        _piped(("Region", "Overall Score", "Score Description"), _ratings(rng, regions)),
    ]
    for number, (service, name) in enumerate(SERVICES.items(), 2):
        marks = " [note 1] [note 2]" if service == "Probation" else ""
        parts += [
            f"{number + 1}. {name} Delivery",
            f"Table {number}: {name} Performance for the year {year}{marks}",
            _piped(HEADERS, tables[service]),
        ]
    notes = (
        f"{lower[0]} counts what was turned away, so a fall in the figure is a positive outcome.",
        "Counts only include measures which were active for at least six months of the year.",
        f"{regions[0]} was moderated after an appeal.",
    )
    symbols = ("5. Symbols", _piped(("Symbol", "Description"), SYMBOLS))
    produced = f"Produced by the {rng.choice(PUBLISHERS)}\n"
    if seed % 2:
        listed = ["Footnotes", *(f"  {number}. {note}" for number, note in enumerate(notes, 1))]
        return "\n\n".join([*parts, *symbols, produced, *listed]).replace("[note ", "[footnote ")
    return "\n\n".join([*parts, *(f"[note {n}] {note}" for n, note in enumerate(notes, 1)), *symbols, produced])


def _measures(rng: random.Random, prefix: str, start: int) -> list[Row]:
    """The rows of a service's table."""
    codes = sorted(rng.sample(range(101, 140), rng.randint(3, len(NAMES))))
    return [
        _row(rng, f"{prefix}{code} - {name}", start) for code, name in zip(codes, rng.sample(NAMES, 8), strict=False)
    ]


def _row(rng: random.Random, label: str, start: int) -> Row:
    first = rng.choice(("Aug", "Dec")) if rng.randrange(PART_OF_YEAR) == 0 else "Apr"
    value = "[z]" if rng.randrange(8) == 0 else f"{_tenths(rng, 20, 990)}{rng.choice(MARKS)}"
    target = "[x]" if rng.randrange(5) == 0 else f"{_tenths(rng, 20, 990)}"
    change = "[x]" if "z" in value or first != "Apr" else f"{_tenths(rng, -99, 99):+}pp"
    return (label, f"{first} {start} to Mar {start + 1}", value, target, change)


def _met(rows: Sequence[Row], span: str, start: int) -> str:
    """The sentence that counts targets met: whole years with a value and a target, of the first measure lower ones."""
    counted = [
        row for row in rows if (row[1] == span or row[1].startswith("Aug")) and row[3] != "[x]" and row[2] != "[z]"
    ]
    values = [(row is rows[0], Decimal(row[2].partition(" ")[0]), Decimal(row[3])) for row in counted]
    met = sum(value <= target if lower else value >= target for lower, value, target in values)
    return f"{met} of {len(counted)} probation service levels met their target in {start} to {start + 1}."


def _bands(rng: random.Random) -> Sequence[Row]:
    """The ratings, the best first, with their thresholds."""
    low, middle, high = _tenths(rng, 300, 499), _tenths(rng, 500, 699), _tenths(rng, 700, 950)
    at_least = "reater than or equal to"
    told = (f"Less than {low}%", f"Less than {middle}% and g{at_least} {low}%",
            f"Less than {high}% and g{at_least} {middle}%", f"G{at_least} {high}%")  # fmt: skip
    return list(zip(RATINGS, told, strict=True))[::-1]


def _ratings(rng: random.Random, regions: Sequence[str]) -> list[Row]:
    drawn = [rng.choice(RATINGS).split(" - ") for _ in range(len(regions) + 1)]
    named = [f"{regions[0]} [note 3]", *regions[1:], WHOLE]
    return [(name, number, said) for name, (number, said) in zip(named, drawn, strict=True)]


def _piped(headers: Row, rows: Sequence[Row]) -> str:
    return "\n".join([" | ".join(headers), "|".join(["---"] * len(headers)), *(" | ".join(row) for row in rows)])


def _tenths(rng: random.Random, least: int, most: int) -> Decimal:
    """A number with one decimal, from so many tenths to so many."""
    return Decimal(rng.randint(least, most)).scaleb(-1)
