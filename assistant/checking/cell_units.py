"""A cell's number with the unit that its column's heading, or else the table's caption, gives it: "80.4" as "80.4%"."""

import re

LEADING = re.compile(r"(?P<sign>[-−–+]?)(?P<digits>\d[\d,]*(?:\.\d+)?)(?![\d%])")
POINTS = re.compile(r"(?<![a-z])p\.?p\.?(?:t?s?)(?![a-z])|percentage[\s-]points?|%\s?-?\s?(?:pts?|points?)", re.I)
PERCENT = re.compile(r"%|\bper\s?cent(?:age)?\b|\bproportion\b|\bpct\b|\brate\b", re.I)
MONEY = re.compile(r"£\s?(?:\(?(?P<scale>billions?|bn|millions?|m|thousands?|k|000s?)\b)?", re.I)
UNITS = (POINTS, PERCENT, MONEY)
CHANGE = re.compile(r"\bchange|difference|\+/-|\bvs\b|\bgap\b", re.I)
COUNTED = re.compile(r"\b(?:numbers?|counts?|no\.|fte|rating|score|band|cases|volume|n|base|staff|days|total)\b", re.I)
SCALES = {"000": "k", "000s": "k", "thousands": "k", "thousand": "k"}


def with_unit(cell: str, heading: str, caption: str) -> str:
    """The text of a cell, a number without a unit given one.

    The caption's unit is not that of a column which says that it counts. A change in percent is in percentage points.
    """
    match = LEADING.match(cell)
    if not match or "£" in cell or POINTS.search(cell) or PERCENT.search(cell):
        return cell
    where = heading if _says_unit(heading) else "" if COUNTED.search(heading) else caption
    rest = cell[match.end() :]
    if POINTS.search(where) or (PERCENT.search(where) and CHANGE.search(heading)):
        return f"{match[0]} percentage points{rest}"
    if PERCENT.search(where):
        return f"{match[0]}%{rest}"
    if money := MONEY.search(where):
        scale = (money["scale"] or "").lower()
        return f"{match['sign']}£{match['digits']}{SCALES.get(scale, f' {scale}' if len(scale) > 2 else scale)}{rest}"
    return cell


def _says_unit(text: str) -> bool:
    return any(unit.search(text) for unit in UNITS)
