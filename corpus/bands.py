"""The ratings of a scorecard and their thresholds, whatever these are."""

import re
from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

from corpus.models import Band, Table

BAND_ROW = re.compile(r"(?P<rating>\d)\s*[-–:]\s*(?P<name>[A-Z][\w ]+)")
PERCENT = r"(\d+(?:\.\d+)?)\s*%?"
LOWER = (
    re.compile(rf"between\s+{PERCENT}\s+and\s+{PERCENT}|^{PERCENT}\s*(?:to|-|–)\s*{PERCENT}$", re.I),
    re.compile(rf"(?:greater than or equal to|at least|≥|>=)\s*{PERCENT}", re.I),
    re.compile(rf"^{PERCENT}\s+(?:or|and)\s+(?:more|above|over|higher|greater)$", re.I),
)
UPPER = (re.compile(rf"(?:less than|below|under|<)\s*{PERCENT}", re.I),)


def bands(table: Table) -> list[Band]:
    """The ratings and thresholds of a table, if that is what it holds; lower bounds are inclusive.

    A band that prints no upper bound ends where the one above it begins.
    """
    found = [_band(table, number) for number in range(len(table.rows))]
    complete = [band for band in found if band is not None]
    return _closed(complete) if len(complete) == len(found) else []


def row_quote(table: Table, row: int) -> str:
    """A row with its headers, as a citation quotes it: "SL001 - ... | Target (%): 70.0 | ..."."""
    cells = [
        cell if n == 0 else f"{header}: {cell}"
        for n, (header, cell) in enumerate(zip(table.headers, table.rows[row], strict=True))
        if cell
    ]
    return " | ".join(cells)


def _band(table: Table, row: int) -> Band | None:
    """The band of a row "4 - Outstanding | threshold" or "4 | Outstanding | threshold"; None where it is none."""
    *label, threshold = table.rows[row]
    match = BAND_ROW.fullmatch(" - ".join(label)) if len(label) in (1, 2) else None
    lower, rest = _bound(threshold, LOWER)
    upper, rest = _bound(rest, UPPER)
    understood = lower != upper and not re.search(r"\d", rest)  # both None where there is no bound at all
    if match is None or not understood or "%" not in threshold + table.headers[-1]:
        return None
    return Band(
        rating=int(match["rating"]),
        name=match["name"].strip(),
        lower=lower,
        upper=upper,
        locator=replace(table.locator, row=table.rows[row][0]),
        quote=row_quote(table, row),
    )


def _bound(text: str, patterns: Sequence[re.Pattern[str]]) -> tuple[Decimal | None, str]:
    """The bound that one of the patterns finds, None without one, and the text that is left."""
    for pattern in patterns:
        if match := pattern.search(text):
            first = next(group for group in match.groups() if group)
            return Decimal(first), text[: match.start()] + text[match.end() :]
    return None, text


def _closed(bands: Sequence[Band]) -> list[Band]:
    """The bands, each that has only a lower bound ending where the next begins."""
    lowers = sorted(band.lower for band in bands if band.lower is not None)

    def end(band: Band) -> Decimal | None:
        above = (lower for lower in lowers if band.lower is not None and lower > band.lower)
        return next(above, None)

    return [band if band.upper is not None else replace(band, upper=end(band)) for band in bands]
