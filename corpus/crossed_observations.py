"""Figures of tables that cross measures, areas and periods, as observations with their targets and places."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from decimal import Decimal

from corpus.crossed import Figure, figures
from corpus.crossed_columns import columns
from corpus.crossed_names import Names, is_group
from corpus.models import Measure, Note, Observation, Table
from corpus.notes import Annotated, annotate
from corpus.numbers import is_number, parse_number
from corpus.periods import Period
from corpus.roles import PERCENT, unit_of


def crossed(
    table: Table, names: Names, notes: Sequence[Note], service: str, default: Period | None
) -> list[Observation]:
    """The observations of a table that crosses measures with areas or parts of years; none of any other table.

    `names` are those of the publication's tables, `notes` those that may bear on this one, `service` that of its
    title, `default` the period of the publication's data.
    """
    found = figures(table, names, service, default)
    values = [one for one in found if one.kind == "value"]
    said = _annotated(table, values, notes)
    labels = row_labels(table, names)
    beside: dict[Measure, list[Figure]] = {}
    for one in found:
        if one.kind != "value":
            beside.setdefault(one.measure, []).append(one)
    return [
        _with_beside(table, beside.get(one.measure, ()), one, Observation(
            measure=one.measure,
            period=one.period,
            value=parse_number(table.rows[one.row][one.column]),
            shown=table.rows[one.row][one.column],
            unit=_unit(table, one),
            locator=replace(table.locator, row=labels[one.row]),
            area=one.area,
            lower_is_better=said[one.measure].lower_is_better,
            notes=_notes(table, one, said[one.measure], notes),
            cell=(one.row, one.column),
        ))
        for one in values
        if one.period is not None
    ]  # fmt: skip


def row_labels(table: Table, names: Names) -> list[str]:
    """What each row is cited by: its labels, after that of the row it stands under."""
    shape = columns(table, names)
    kept = [n for n, role in shape.labels.items() if role not in ("unit", "aside", "kind", "service")] if shape else [0]
    found: list[str] = []
    above = ""
    for number, row in enumerate(table.rows):
        if is_group(table, number):
            above = row[0]
            found.append(above)
            continue
        found.append(", ".join(dict.fromkeys(filter(None, [above, *(row[n] for n in kept)]))))
    return found


def _with_beside(table: Table, found: Iterable[Figure], one: Figure, value: Observation) -> Observation:
    """A value with its target and change, of those `found` of its measure, where one of each is printed for it."""
    beside = [other for other in found if _is_of(other, one)]
    target, change = (_only(table, [other for other in beside if other.kind == kind]) for kind in ("target", "change"))
    return replace(value, target=_number(target), target_shown=target, change=_number(change), change_shown=change)


def _only(table: Table, found: Iterable[Figure]) -> str:
    """What cells print, if all print the same; else ""."""
    shown = {table.rows[one.row][one.column] for one in found}
    return shown.pop() if len(shown) == 1 else ""


def _number(shown: str) -> Decimal | None:
    return parse_number(shown) if is_number(shown) else None


def _is_of(other: Figure, value: Figure) -> bool:
    """Whether a target or change of a measure is of a value of it."""
    return other.area in ("", value.area) and other.period in (None, value.period)


def _annotated(table: Table, values: Sequence[Figure], notes: Sequence[Note]) -> dict[Measure, Annotated]:
    """What notes say of each measure of a table, however many rows it has."""
    measures = list(dict.fromkeys(one.measure for one in values))
    general = {-1: table.marks[-1]} if -1 in table.marks else {}
    said = annotate(replace(table, marks=general), measures, notes)
    return dict(zip(measures, said, strict=True))


def _notes(table: Table, one: Figure, said: Annotated, notes: Sequence[Note]) -> tuple[Note, ...]:
    """The notes on a value: those on its measure, and those that its row is marked with."""
    marked = table.marks.get(one.row, ())
    return tuple(dict.fromkeys((*said.notes, *(note for note in notes if note.mark in marked))))


def _unit(table: Table, one: Figure) -> str:
    """The unit of a value: its column's or cell's, a column's of units, else the one in brackets after the title."""
    shown = table.rows[one.row][one.column]
    if found := unit_of(table, one.column, shown):
        return found
    for column, header in enumerate(table.headers):
        if header.lower().startswith("unit"):
            return "percent" if PERCENT.match(table.rows[one.row][column]) else table.rows[one.row][column]
    return "percent" if PERCENT.search(table.title.rpartition("(")[2]) else ""
