"""Tables as observations: what each published number measures, where, when, in what unit.

What a column holds is read from its heading (see roles), what a note says from the note (see notes).
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from corpus.aliases import aliases
from corpus.bands import bands, row_quote
from corpus.crossed_names import Names
from corpus.crossed_observations import crossed
from corpus.models import ENGLAND_AND_WALES, Band, Measure, Note, Observation, Table
from corpus.notes import annotate, least_months
from corpus.numbers import is_number, parse_number
from corpus.periods import Period, find_periods, parse_period
from corpus.roles import Roles, one_period, roles, series, unit_of, without_unit

__all__ = ["bands", "observations", "row_quote", "symbols"]

LONGEST = 1_000  # letters of a cell: a longer one is prose, which neither heads nor labels figures
LABEL = re.compile(r"(?:(?P<service>[A-Z]+)\s+)?(?P<code>[A-Z]{2,}\d{2,}[A-Za-z]*)\s*[-–:]\s*(?P<name>.+)")


def observations(
    table: Table,
    notes: Sequence[Note],
    bands: Sequence[Band],
    default: Period | None,
    area: str = ENGLAND_AND_WALES,
    names: Names | None = None,
) -> list[Observation]:
    """The published numbers of a table; none where it is text, or says no period and `default` is None.

    `notes` are those that may bear on the table, `bands` the publication's ratings, `default` the period
    of its data, `area` what its figures cover where a row does not say, `names` what the publication's tables call
    areas and measures: by them a table is read that crosses these with parts of years.
    """
    if any(len(cell) > LONGEST for row in ((table.title,), table.headers, *table.rows) for cell in row):
        return []
    columns = roles(table)
    is_rated = {"area", "rating"} <= columns.keys()
    across = crossed(table, names, notes, _service(table), default) if names and not is_rated else []
    if any(observation.measure.code for observation in across):
        return across
    period = one_period(table.title) or default
    if measured := series(table):
        return [o for one in measured for o in _measures(table, one, notes, period, area)]
    if is_rated:
        return list(_ratings(table, columns, notes, bands, period))
    return [] if symbols(table) else [*across, *_plain(table, notes, period, area)]


def symbols(table: Table) -> dict[str, str]:
    """What a table says symbols mean, if that is what it holds: "[x]" to "Not available"."""
    if len(table.headers) != 2 or not table.headers[0].lower().startswith("symbol"):
        return {}
    return {row[0]: row[1] for row in table.rows}


def _measures(
    table: Table, columns: Roles, notes: Sequence[Note], period: Period | None, area: str
) -> Iterator[Observation]:
    """Rows of a measure with its performance and, where printed, target and change."""
    service = _service(table)
    header = table.headers[columns["value"]]
    named = [_measure(row[columns.get("label", 0)], service) for row in table.rows]
    said = annotate(table, [measure for measure, _ in named], notes)
    least = least_months(notes)
    for row, (measure, place), about in zip(table.rows, named, said, strict=True):
        cells = {role: row[column] for role, column in columns.items()}
        when = _period(cells.get("period", ""), one_period(header) or period)
        if when is None or not cells["value"] or not is_number(cells["value"]):
            continue
        value = parse_number(cells["value"])
        target, change = cells.get("target", ""), cells.get("change", "")
        yield Observation(
            measure=measure,
            period=when,
            value=value,
            shown=cells["value"],
            unit=unit_of(table, columns["value"], cells["value"]),
            locator=replace(table.locator, row=place),
            area=area,
            target=_number(target),
            target_shown=target,
            change=_number(change),
            change_shown=change,
            lower_is_better=about.lower_is_better,
            counted=value is not None and when.months >= least,
            notes=about.notes,
        )


def _ratings(
    table: Table, columns: Roles, notes: Sequence[Note], bands: Sequence[Band], period: Period | None
) -> Iterator[Observation]:
    """Rows of an area with its rating and what that is called."""
    names = {Decimal(band.rating): band.name for band in bands}
    areas = [row[columns["area"]] for row in table.rows]
    said = annotate(table, [Measure("", area) for area in areas], notes)
    for row, area, about in zip(table.rows, areas, said, strict=True):
        shown = row[columns["rating"]]
        if period is None or not shown or not is_number(shown):
            continue
        value = parse_number(shown)
        named = names.get(value, "") if value is not None else ""
        yield Observation(
            measure=Measure("", "Scorecard rating", _service(table)),
            period=period,
            value=value,
            shown=shown,
            unit="rating",
            label=row[columns["description"]] if "description" in columns else named,
            area=area,
            locator=replace(table.locator, row=area),
            notes=about.notes,
        )


@dataclass(frozen=True, slots=True)
class _Heading:
    """What heads a row or a column of any other table: its name without its unit, and the period it says."""

    name: str
    period: Period | None
    is_unsure: bool


def _heading(text: str) -> _Heading:
    return _Heading(without_unit(text), one_period(text), any(mention.is_unsure for mention in find_periods(text)))


def _plain(table: Table, notes: Sequence[Note], period: Period | None, area: str) -> Iterator[Observation]:
    """Every number of any other table: the row's label and the column's heading say what it is.

    A row has the notes it is marked with and no other: a note that holds a plain label need not be about its row.
    """
    numeric = {n: h for n, h in enumerate(map(_heading, table.headers)) if all(is_number(row[n]) for row in table.rows)}
    labels = [n for n in range(len(table.headers)) if n not in numeric]
    said = annotate(table, [Measure("", "")] * len(table.rows), notes)
    for row, about in zip(table.rows, said, strict=True) if labels else ():
        label = row[labels[-1]]
        own = _heading(label)
        by_period = any(mention.text == label.strip() for mention in find_periods(label))
        for column, heading in numeric.items():
            when = own.period or heading.period or period
            if when is None or own.is_unsure or heading.is_unsure or not row[column]:
                continue
            yield Observation(
                measure=Measure("", heading.name if by_period else f"{label}: {heading.name}"),
                period=when,
                value=parse_number(row[column]),
                shown=row[column],
                unit=unit_of(table, column, row[column]),
                area=area,
                locator=replace(table.locator, row=label),
                lower_is_better=about.lower_is_better,
                notes=about.notes,
            )


def _service(table: Table) -> str:
    """The service a caption names, by its longest name there."""
    names = [(len(form), form, service) for service, forms in aliases().services.items() for form in forms]
    for _, form, service in sorted(names, reverse=True):
        if re.search(rf"\b{re.escape(form)}\b", table.title):
            return service
    return ""


def _measure(label: str, service: str) -> tuple[Measure, str]:
    """The measure a row label names, and how the row is cited: by its code, else by its label."""
    match = LABEL.fullmatch(label)
    if match is None:
        return Measure("", label, service), label
    return Measure(match["code"], match["name"].strip(), match["service"] or service), match["code"]


def _period(cell: str, otherwise: Period | None) -> Period | None:
    """The period of a row: what its cell prints, and never another where that cannot be read."""
    return parse_period(cell) if cell else otherwise


def _number(shown: str) -> Decimal | None:
    return parse_number(shown) if is_number(shown) else None
