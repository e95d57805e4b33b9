"""The columns of a table that crosses measures, areas and periods: which label its rows, which hold its figures."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from corpus.aliases import aliases
from corpus.crossed_names import AREA, CODE, MEASURE, Names, is_group, mixed_first
from corpus.crossed_said import Said, said
from corpus.models import Table
from corpus.numbers import is_number

Role = Literal["area", "measure", "code", "period", "kind", "unit", "service", "areas over", "measures over", "aside"]

PERIOD = re.compile(
    r"^(?:(?:time|reporting|reference|performance|financial|data) )?(?:periods?|quarters?|years?)"
    r"(?: covered| ending| name)?$",
    re.I,
)
CODES = re.compile(r"\b(?:codes?|refs?|references?|ids?)\.?$", re.I)
KIND = re.compile(r"^(?:(?:value|figure|data|statistic) )?(?:types?|kinds?|statistics?)$", re.I)
UNIT = re.compile(r"^units?(?: of measure(?:ment)?)?$", re.I)
ASIDE = re.compile(r"^(?:notes?|comments?|footnotes?|symbols?|status|flags?)$", re.I)
SERVICE = re.compile(r"^services?$", re.I)


@dataclass(frozen=True, slots=True)
class Columns:
    """The columns of a table: `labels` by role, and `figures` with what their headings say.

    "areas over": a column of measures, each group of which stands under a row with nothing but its area.
    """

    labels: Mapping[int, Role]
    figures: Mapping[int, Said]


def columns(table: Table, names: Names) -> Columns | None:
    """What each column of a table is; None where one of them is neither figures nor a label that is understood."""
    labels: dict[int, Role] = {}
    figures: dict[int, Said] = {}
    rows = [row for n, row in enumerate(table.rows) if not is_group(table, n)]
    for number, header in enumerate(table.headers):
        cells = [row[number] for row in rows]
        role = _of_groups(table.headers, number) or _role(header, cells, names)
        if role is not None:
            labels[number] = role
        elif any(map(is_number, filter(None, cells))) and (
            all(map(is_number, cells)) or not said(header, names).is_empty
        ):
            figures[number] = said(header, names)
        else:
            return None
    return Columns(_settled(labels), figures) if labels and figures else None


def _role(header: str, cells: Sequence[str], names: Names) -> Role | None:
    """What a column labels, by its heading, else by what stands in it; None for one of figures or of anything else."""
    by_heading: Sequence[tuple[Role, re.Pattern[str]]] = (
        ("period", PERIOD), ("unit", UNIT), ("aside", ASIDE), ("kind", KIND),
    )  # fmt: skip
    for role, pattern in by_heading:
        if pattern.search(header):
            return role
    if SERVICE.match(header) and all(cell in aliases().services for cell in cells):
        return "service"
    filled = [cell for cell in cells if cell]
    if filled and all(map(is_number, filled)):
        return None
    if first := mixed_first(header):
        return "areas over" if first == "area" else "measures over"
    if AREA.match(header):
        return "area"
    if CODES.search(header):
        return "code" if all(map(CODE.fullmatch, cells)) else "aside"
    if MEASURE.search(header):
        return "measure"
    if filled and all(map(names.area, filled)):
        return "area"
    told = [said(cell, names) for cell in filled]
    if told and all(one.measure is not None and not one.rest for one in told):
        return "measure"
    if told and all(one.period or one.part for one in told):
        return "period"
    return "kind" if told and all(one.kind and not one.rest and not one.area for one in told) else None


def _of_groups(headers: Sequence[str], number: int) -> Role | None:
    """Of a column of areas and measures beside a column without a heading, what each of the two holds; else None."""
    if number and not headers[number - 1] and (first := mixed_first(headers[number])):
        return "measure" if first == "area" else "area"
    return mixed_first(headers[number + 1]) if not headers[number] and number + 1 < len(headers) else None


def _settled(labels: Mapping[int, Role]) -> dict[int, Role]:
    """The roles, a code that stands alone being the measure."""
    has_name = "measure" in labels.values()
    return {n: ("measure" if role == "code" and not has_name else role) for n, role in labels.items()}
