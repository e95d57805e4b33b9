"""Tables as observations: what each published number measures, where, when, in what unit.

What a column holds is read from its heading, what a note says from the note. A note that names codes
or a measure belongs to those rows; a caption's note that names none belongs to every row.
"""

import re
from collections.abc import Sequence
from decimal import Decimal

from corpus.aliases import aliases
from corpus.models import ENGLAND_AND_WALES, Band, Locator, Measure, Note, Observation, Table
from corpus.numbers import is_number, parse_number
from corpus.periods import Period, find_periods, parse_period

CODE = re.compile(r"\b([A-Z]{2,}\d{2,}[A-Za-z]*)\b")
LABEL = re.compile(r"(?:(?P<service>[A-Z]+)\s+)?(?P<code>[A-Z]{2,}\d{2,}[A-Za-z]*)\s*[-–:]\s*(?P<name>.+)")
BAND_ROW = re.compile(r"(?P<rating>\d)\s*[-–]\s*(?P<name>[A-Z][\w ]+)")
LOWER_IS_BETTER = re.compile(r"\b(?:decrease|fall|reduction|lower)\b[^.]*\b(?:positive|improve|improvement|better)\b", re.I)
ACTIVE_MONTHS = re.compile(r"active for at least (\d+) months", re.I)
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


def observations(
    table: Table, notes: Sequence[Note], bands: Sequence[Band], default: Period | None
) -> list[Observation]:
    """The published numbers of a table; none where it is text, or says no period and `default` is None.

    `notes` are all notes of the publication, `bands` its ratings, `default` the period of its data.
    """
    roles = _roles(table)
    period = _one_period(table.title) or default
    if {"value", "target"} <= roles.keys():
        return _measures(table, roles, notes, period)
    if {"area", "rating"} <= roles.keys():
        return _ratings(table, roles, notes, bands, period)
    return _plain(table, period)


def bands(table: Table) -> list[Band]:
    """The ratings and thresholds of a table, if that is what it holds; lower bounds are inclusive."""
    found = []
    for number, row in enumerate(table.rows):
        match = BAND_ROW.fullmatch(row[0])
        if match is None or len(row) != 2 or not re.search(r"\d+(?:\.\d+)?%", row[1]):
            return []
        found.append(
            Band(
                rating=int(match["rating"]),
                name=match["name"].strip(),
                lower=_bound(row[1], r"(?:greater than or equal to|at least)"),
                upper=_bound(row[1], r"(?:less than|below)"),
                locator=Locator(table.locator.publication, table.locator.place, row[0]),
                quote=row_quote(table, number),
            )
        )
    return found


def row_quote(table: Table, row: int) -> str:
    """A row with its headers, as a citation quotes it: "SL001 - ... | Target (%): 70.0 | ..."."""
    cells = [
        cell if n == 0 else f"{header}: {cell}"
        for n, (header, cell) in enumerate(zip(table.headers, table.rows[row], strict=True))
        if cell
    ]
    return " | ".join(cells)


def _bound(text: str, words: str) -> Decimal | None:
    match = re.search(words + r"\s+(\d+(?:\.\d+)?)%", text, re.I)
    return Decimal(match[1]) if match else None


def _roles(table: Table) -> dict[str, int]:
    """Which column holds what; the first column of a kind wins."""
    roles: dict[str, int] = {}
    for number, header in enumerate(table.headers):
        for role, pattern in ROLES:
            if pattern.search(header):
                roles.setdefault(role, number)
                break
    return roles


def _one_period(text: str) -> Period | None:
    found = {mention.period for mention in find_periods(text)}
    return found.pop() if len(found) == 1 else None


def _service(table: Table) -> str:
    """The service a caption names, by its longest name there."""
    names = [(len(form), form, service) for service, forms in aliases().services.items() for form in forms]
    for _, form, service in sorted(names, reverse=True):
        if re.search(rf"\b{re.escape(form)}\b", table.title):
            return service
    return ""


def _measures(
    table: Table, roles: dict[str, int], notes: Sequence[Note], period: Period | None
) -> list[Observation]:
    """Rows of a measure with its performance, target and, where printed, change."""
    found = []
    label = roles.get("label", 0)
    least = _least_months(notes)
    service = _service(table)
    for number, row in enumerate(table.rows):
        cells = {role: row[column] for role, column in roles.items()}
        when = parse_period(cells.get("period", "")) or _one_period(table.headers[roles["value"]]) or period
        if when is None or not is_number(cells["value"]):
            continue
        measure, place = _measure(row[label], service)
        mine = _notes_of(table, number, measure, notes)
        value = parse_number(cells["value"])
        found.append(
            Observation(
                measure=measure,
                period=when,
                value=value,
                shown=cells["value"],
                unit=_unit(table.headers[roles["value"]]),
                locator=Locator(table.locator.publication, table.locator.place, place),
                target=_number(cells["target"]),
                target_shown=cells["target"],
                change=_number(cells.get("change", "")),
                change_shown=cells.get("change", ""),
                lower_is_better=any(LOWER_IS_BETTER.search(n.text) for n in mine if _names(n.text, measure)),
                counted=value is not None and when.months >= least,
                notes=mine,
            )
        )
    return found


def _measure(label: str, service: str) -> tuple[Measure, str]:
    """The measure a row label names, and how the row is cited: by its code, else by its label."""
    match = LABEL.fullmatch(label)
    if match is None:
        return Measure("", label, service), label
    return Measure(match["code"], match["name"].strip(), match["service"] or service), match["code"]


def _ratings(
    table: Table, roles: dict[str, int], notes: Sequence[Note], bands: Sequence[Band], period: Period | None
) -> list[Observation]:
    names = {str(band.rating): band.name for band in bands}
    found = []
    for number, row in enumerate(table.rows):
        shown, area = row[roles["rating"]], row[roles["area"]]
        if period is None or not is_number(shown):
            continue
        described = row[roles["description"]] if "description" in roles else names.get(shown, "")
        found.append(
            Observation(
                measure=Measure("", "Scorecard rating", _service(table)),
                period=period,
                value=parse_number(shown),
                shown=shown,
                unit="rating",
                label=described,
                area=area,
                locator=Locator(table.locator.publication, table.locator.place, area),
                notes=_notes_of(table, number, Measure("", area), notes),
            )
        )
    return found


def _plain(table: Table, period: Period | None) -> list[Observation]:
    """Every number of any other table: the row's label and the column's heading say what it is."""
    columns = range(len(table.headers))
    numeric = [c for c in columns if table.rows and all(is_number(row[c]) for row in table.rows)]
    labels = [c for c in columns if c not in numeric]
    if not numeric or not labels:
        return []
    label, found = labels[-1], []
    for row in table.rows:
        own = _one_period(row[label])
        when = own or period
        if when is None:
            continue
        by_period = any(mention.text == row[label].strip() for mention in find_periods(row[label]))
        for column in numeric:
            heading = re.sub(r"\s*\([^)]*\)$", "", table.headers[column])
            name = heading if by_period else f"{row[label]}: {heading}"
            found.append(
                Observation(
                    measure=Measure("", name),
                    period=when,
                    value=parse_number(row[column]),
                    shown=row[column],
                    unit=_unit(table.headers[column]),
                    area=ENGLAND_AND_WALES,
                    locator=Locator(table.locator.publication, table.locator.place, row[label]),
                )
            )
    return found


def _unit(header: str) -> str:
    match = re.search(r"\(([^)]*)\)\s*$", header)
    if match is None:
        return ""
    return "percent" if match[1] in ("%", "per cent", "percent") else match[1]


def _number(shown: str) -> Decimal | None:
    return parse_number(shown) if is_number(shown) else None


def _least_months(notes: Sequence[Note]) -> int:
    """How many months a measure must have been active to be counted; 0 where no note asks for any."""
    found = [int(match[1]) for note in notes if (match := ACTIVE_MONTHS.search(note.text))]
    return max(found, default=0)


def _names(text: str, measure: Measure) -> bool:
    if measure.code and measure.code in CODE.findall(text):
        return True
    return len(measure.name) > 5 and measure.name.lower() in text.lower()


def _notes_of(table: Table, row: int, measure: Measure, notes: Sequence[Note]) -> tuple[Note, ...]:
    marked_row, marked_table = table.marks.get(row, ()), table.marks.get(-1, ())
    mine = []
    for note in notes:
        named = _names(note.text, measure)
        general = not CODE.search(note.text) and not _names_another(table, note)
        if note.mark in marked_row or named or (note.mark in marked_table and general):
            mine.append(note)
    return tuple(mine)


def _names_another(table: Table, note: Note) -> bool:
    return any(_names(note.text, _measure(row[0], "")[0]) for row in table.rows)
