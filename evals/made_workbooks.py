"""Made-up data tables of regions by measure by quarter, with their truth: everything is drawn by a seed.

No name or number in them is of any real publication.
"""

import random
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from decimal import Decimal

from corpus.periods import Period, month, performance_year
from evals.made_workbook_cells import Workbook
from evals.made_workbook_files import as_csv, as_ods, as_xlsx
from evals.made_workbook_layouts import LAYOUTS, sheets

__all__ = ["LAYOUTS", "Workbook", "as_csv", "as_ods", "as_xlsx", "workbook"]

SERIES = ("Vale Craft Quarterly", "Lantern Outcomes Digest", "Harbour Supervision Statistics", "Wayfarer Performance")
PUBLISHERS = ("Ministry of Kites", "Office for Made-up Statistics", "Imaginary Records Office")
NAMES = (
    "Kites mended on the day", "Lanterns lit before dusk", "Boats returned to harbour", "Bells rung twice",
    "Paths swept by volunteers", "Letters answered within ten days", "Gardens dug over", "Quilts stitched at home",
)  # fmt: skip
REGIONS = (
    "North Vale", "South Vale", "Upper Dale", "Lower Dale", "Saltholm", "Penmoor", "Ashby, Lorne & Tarn",
    "Vale & Downs", "Kestrel Bay", "Isle of Wick",
)  # fmt: skip
WHOLE = "England and Wales"
PREFIXES = ("QX", "QM", "KPI", "DV")
SYMBOLS = {"[x]": "Not available", "[z]": "Not applicable", "[c]": "Confidential", "[low]": "Rounds to nil, but is not"}
NOTES = (
    "Figures are taken from a made-up register.",
    "One vale keeps its records on paper.",
    "Quarters may be revised.",
)
FORMS = ("Apr to Jun 2031", "April to June 2031", "Apr-Jun 2031", "Q1 2031-32", "Q1 2031/32")


def workbook(seed: int, layout: str = "") -> Workbook:
    """The data tables of a seed in one of LAYOUTS; without a layout, in one drawn by the seed."""
    rng = random.Random(f"{seed} {layout}")
    layout = layout or LAYOUTS[seed % len(LAYOUTS)]
    start = rng.randint(2026, 2034)
    quarters = [Period(month(start, 4 + 3 * n), month(start, 6 + 3 * n)) for n in range(rng.choice((2, 3, 4, 4)))]
    prefix = rng.choice(PREFIXES)
    codes = rng.sample(range(101, 140), rng.randint(2, 4))
    measures = tuple((f"{prefix}{code}", name) for code, name in zip(sorted(codes), rng.sample(NAMES, 4), strict=False))
    areas = (*rng.sample(REGIONS, rng.randint(3, 6)), WHOLE)
    periods = tuple(quarters)
    if layout == "one sheet a measure" and len(quarters) == 4 and rng.random() < 0.5:
        periods = (*periods, performance_year(start))
    form = rng.choice(FORMS) if layout != "year over quarters" else FORMS[-2]
    made = Workbook(
        seed=seed,
        layout=layout,
        title=f"{rng.choice(SERIES)}, update to March {start + 1}",
        publisher=rng.choice(PUBLISHERS),
        published=date(start + 1, 7, rng.randint(1, 28)),
        period=f"April {start} to March {start + 1}",
        measures=measures,
        areas=areas,
        periods=periods,
        headings={period: heading(period, form) for period in periods},
        truth=dict(_truth(rng, measures, areas, periods)),
        targets={code: f"{rng.randint(400, 950) / Decimal(10):.1f}" for code, _ in measures},
        notes=NOTES,
        symbols=SYMBOLS,
    )
    return replace(made, sheets=tuple(sheets(made, rng)))


def heading(period: Period, form: str) -> str:
    """A quarter or performance year in the form of one of FORMS."""
    if period.months == 12:
        return period.label.replace("-", "/") if "/" in form else period.label
    months, year = period.label.split(" to ")[0].split()[0], period.last // 12
    last = period.label.split(" to ")[1].split()[0]
    if form.startswith("Q1"):
        first = (period.first - 3) // 12
        return f"Q{(period.first % 12) // 3 or 4} {first}{form[7]}{(first + 1) % 100:02}"
    if form.startswith("April"):
        return f"{months} to {last} {year}"
    return f"{months[:3]}{form[3:-8]}{last[:3]} {year}"


def _truth(
    rng: random.Random, measures: tuple[tuple[str, str], ...], areas: tuple[str, ...], periods: tuple[Period, ...]
) -> Iterator[tuple[tuple[str, str, Period], str]]:
    for code, _ in measures:
        for area in areas:
            for period in periods:
                shown = f"{rng.randint(50, 999) / Decimal(10):.1f}"
                if area != WHOLE and rng.random() < 0.08:
                    shown = rng.choice(list(SYMBOLS))
                elif rng.random() < 0.05:
                    shown += " [p]"
                yield (code, area, period), shown
