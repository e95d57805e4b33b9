"""What each column of a table holds, read from its heading."""

import re
from collections.abc import Mapping

from corpus.models import Table
from corpus.periods import Period, find_periods

UNIT = re.compile(r"\s*\(([^)]*)\)\s*$")
ROLES = (
    ("change", re.compile(r"percentage point change|^change", re.I)),
    ("target", re.compile(r"\btarget\b", re.I)),
    ("period", re.compile(r"^period\b|^year$", re.I)),
    ("description", re.compile(r"description$", re.I)),
    ("value", re.compile(r"\bperformance\b(?!\s+measure)", re.I)),
    ("rating", re.compile(r"\b(?:overall|scorecard) (?:score|rating)\b|^(?:score|rating)$", re.I)),
    ("area", re.compile(r"^(?:region|area)s?$", re.I)),
    ("label", re.compile(r"measure|metric|service level", re.I)),
)  # fmt: skip

Roles = Mapping[str, int]


def roles(table: Table) -> Roles:
    """Which column holds what; the first column of a kind wins."""
    found: dict[str, int] = {}
    for number, header in enumerate(table.headers):
        if role := _role(header):
            found.setdefault(role, number)
    return found


def series(table: Table) -> list[Roles]:
    """The roles of a table of measures, once for each period that has a column of values of its own.

    A target or change whose heading names no period belongs to the latest. Empty where the table has no
    values with a target.
    """
    found = roles(table)
    if not {"value", "target"} <= found.keys():
        return []
    values = _by_period(table, "value")
    if len(values) < 2:
        return [found]
    return [_of(table, found, period, is_latest=period == max(values)) for period in values]


def unit(header: str, shown: str = "") -> str:
    """The unit in brackets after a heading, or the one a cell prints: "percent", "FTE"; "" without any."""
    match = UNIT.search(header)
    if match is None:
        return "percent" if "%" in shown else ""
    return "percent" if match[1] in ("%", "per cent", "percent") else match[1]


def without_unit(header: str) -> str:
    """A heading without the unit in brackets after it."""
    return UNIT.sub("", header)


def one_period(text: str) -> Period | None:
    """The one period that a heading or title names, however often; None where it names none or several."""
    found = {mention.period for mention in find_periods(text)}
    return found.pop() if len(found) == 1 else None


def _role(header: str) -> str:
    return next((role for role, pattern in ROLES if pattern.search(header)), "")


def _by_period(table: Table, role: str) -> dict[Period, int]:
    """The columns of a role whose headings name a period."""
    columns: dict[Period, int] = {}
    for number, header in enumerate(table.headers):
        if _role(header) == role and (period := one_period(header)):
            columns.setdefault(period, number)
    return columns


def _of(table: Table, found: Roles, period: Period, is_latest: bool) -> Roles:
    """The roles of one period's values: those columns that name it, or that name none if it is the latest."""
    own = {role: column for role, column in found.items() if role not in ("value", "target", "change")}
    for role in ("value", "target", "change"):
        named = _by_period(table, role)
        if period in named:
            own[role] = named[period]
        elif is_latest and not named and role in found:
            own[role] = found[role]
    return own
