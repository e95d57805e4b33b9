"""A made-up bulletin of a year nobody has published, with codes, thresholds and regions of its own.

Every name and number here is invented.
"""

from collections.abc import Sequence

Cells = Sequence[str]

HEADERS = ("Performance Measure", "Period Covered", "Performance (%)", "Target (%)",
           "Percentage point change from previous performance year")  # fmt: skip
YEAR = "Apr 2031 to Mar 2032"
MEASURES: tuple[Cells, ...] = (
    ("QX101 - Kites mended on the day", YEAR, "71.5 [p]", "70.0", "1.5pp"),
    ("QX102 - Lanterns lit before dusk", "Apr 2031", "55.0", "60.0", "[x]"),
    ("QX102R - Lanterns lit before dusk by volunteers", "May 2031 to Mar 2032", "61.2 [r]", "60.0", "[x]"),
    ("QX103 - Boats turned away", YEAR, "4.2", "5.0", "-0.8pp"),
    ("QX104 - Bells rung twice", YEAR, "[z]", "80.0", "[x]"),
    ("QX105 - Paths swept", YEAR, "90.0", "[x]", "+2.0pp"),
)
RATINGS: tuple[Cells, ...] = (
    ("North Vale [note 2]", "3", "Sound"),
    ("South Vale", "1", "Failing"),
    ("All Vales", "2", "Mixed"),
)
BANDS: tuple[Cells, ...] = (
    ("3 - Sound", "Greater than or equal to 77.5%"),
    ("2 - Mixed", "Less than 77.5% and greater than or equal to 41.0%"),
    ("1 - Failing", "Less than 41.0%"),
)
SYMBOLS: tuple[Cells, ...] = (
    ("[x]", "Not available"),
    ("[z]", "Unreliable"),
    ("[p]", "Provisional"),
    ("[r]", "Revised"),
)


def piped(headers: Cells, rows: Sequence[Cells]) -> str:
    return "\n".join([" | ".join(headers), "|".join(["---"] * len(headers)), *(" | ".join(row) for row in rows)])


def flattened(headers: Cells, rows: Sequence[Cells]) -> str:
    return "\n".join(" ".join(row) for row in (headers, *rows))


def tabbed(headers: Cells, rows: Sequence[Cells]) -> str:
    return "\n".join("\t".join(row) for row in (headers, *rows))


def stacked(headers: Cells, rows: Sequence[Cells]) -> str:
    return "\n\n".join(cell for row in (headers, *rows) for cell in row)


def bulletin(
    table=piped, measures: Sequence[Cells] = MEASURES, title: str = "Vale Craft Annual, update to March 2032"
) -> str:
    """The bulletin's text, its tables in one layout."""
    return f"""Official Statistics

{title}

Published 5 August 2032

Applies to England and Wales

1. Main Points

This publication sets out statistics on craft in the vales from April 2031 to March 2032.

2 of 4 service levels met target in 2031 to 2032. This was a quiet year for everyone who took part.

2. Scorecard

The table below shows the ratings and the thresholds for those ratings:

{table(("Probation Scorecard Rating", "Probation Scorecard Thresholds"), BANDS)}

Table 1: Scorecard ratings for the performance year April 2031 to March 2032
(Source: made up)

{table(("Region", "Overall Score", "Score Description"), RATINGS)}

3. Delivery

Table 2: Probation Service Performance for the year April 2031 to March 2032 [note 1] [note 3] [note 4]
(Source: made up)

{table(HEADERS, measures)}

[note 1] QX103 counts boats that were turned away, so a fall in the figure is a positive outcome.

[note 2] North Vale was moderated after an appeal.

[note 3] Counts only include measures which were active for at least six months of 2031 to 2032.

[note 4] The bells rung twice were heard by one person only.

4. Symbols

{table(("Symbol", "Description"), SYMBOLS)}

Produced by the Ministry of Kites
"""
