"""What each column of a table holds, read from its heading."""

import re
from collections.abc import Mapping

from corpus.models import Table
from corpus.numbers import is_number, parse_number
from corpus.periods import Period, find_periods

IN_BRACKETS = re.compile(r"\s*\(([^)]*)\)\s*$")
UNIT_WORDS = 2  # at most: what stands in brackets after a heading and is longer explains it
QUALIFIER = re.compile(r"[a-z]+(?:al|ed|ly)", re.I)  # "provisional", "revised", "monthly"
PERCENT = re.compile(r"(?:%|per ?cent(?:age)?\b)(?!\s*points?\b)", re.I)
TARGET = re.compile(r"\btarget\b", re.I)
ROLES = (
    ("change", re.compile(r"percentage point change|^change", re.I)),
    ("target", TARGET),
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
    match = IN_BRACKETS.search(header)
    if match and PERCENT.match(match[1]):
        return "percent"
    if match and _is_unit(match[1]):
        return match[1]
    return "percent" if "%" in shown else ""


def without_unit(header: str) -> str:
    """A heading without the unit in brackets after it; other words in brackets stay."""
    match = IN_BRACKETS.search(header)
    return header[: match.start()] if match and _is_unit(match[1]) else header


def unit_of(table: Table, column: int, shown: str) -> str:
    """The unit of a cell of a column; one that prints no number has the unit that all the others have, else ""."""
    header = table.headers[column]
    if _has_value(shown):
        return unit(header, shown)
    others = {unit(header, row[column]) for row in table.rows if _has_value(row[column])} or {unit(header)}
    return others.pop() if len(others) == 1 else ""


def one_period(text: str) -> Period | None:
    """The one period that a heading or title names, however often; None for none, several or an unsure one."""
    mentions = find_periods(text)
    found = {mention.period for mention in mentions}
    return found.pop() if len(found) == 1 and not any(mention.is_unsure for mention in mentions) else None


def _is_unit(words: str) -> bool:
    """Whether words in brackets are a unit: a short name, and neither a period nor a qualifier."""
    return len(words.split()) <= UNIT_WORDS and not QUALIFIER.fullmatch(words) and not find_periods(words)


def _has_value(shown: str) -> bool:
    return is_number(shown) and parse_number(shown) is not None


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
