"""Tables that cross measures with areas and parts of years, as observations: whichever of these stands where.

Each may stand in a column of labels, in the headings of columns, in a row over other rows or in the title. A figure
is taken only where its measure, its area and its period are each told once, and where no other cell of the table
gives another figure for the same three.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TypeVar

from corpus.aliases import area_named
from corpus.crossed_columns import Columns, Role, columns
from corpus.crossed_names import Names, is_group
from corpus.crossed_said import Kind, Said, narrowest, said, said_of_title
from corpus.crossed_settled import settled
from corpus.models import Measure, Table
from corpus.numbers import is_number
from corpus.periods import Period
from corpus.quarters import year_of

Thing = TypeVar("Thing")


@dataclass(frozen=True, slots=True)
class Figure:
    """A cell of a table with all that is told of it: what it measures, where and when, of which kind."""

    row: int
    column: int
    measure: Measure
    area: str  # "" of a target or change that is of every area
    period: Period | None  # None of a target or change that is of every period
    kind: Kind


@dataclass(frozen=True, slots=True)
class _Whole:
    """What a table says of all its cells; `is_dated`: headings of columns name periods."""

    title: Said
    names: Names
    service: str
    default: Period | None
    is_dated: bool


def figures(table: Table, names: Names, service: str, default: Period | None) -> list[Figure]:
    """The cells of a table that are certain; none where it does not cross areas or parts of years with measures.

    `service` is that of the table's title, `default` the period of the publication's data.
    """
    title = said_of_title(table.title, names)
    shape = columns(table, names)
    if shape is None or title.unsure:
        return []
    shape, title = settled(table, shape, title)
    is_dated = any(one.period or one.part for one in shape.figures.values())
    whole = _Whole(title, names, service, default, is_dated)
    found = [one for one in _cells(table, shape, whole) if one is not None]
    return _certain(table, found) if _is_crossed(found, names.whole) else []


def _cells(table: Table, shape: Columns, whole: _Whole) -> Iterator[Figure | None]:
    group: Said | None = None
    for number, row in enumerate(table.rows):
        if is_group(table, number):
            group = _group(row[0], shape, whole.names)
            continue
        labels = _labels(row, shape.labels, whole.names)
        if labels is None:
            continue
        beside = [*labels, *([group] if group else [])]
        service = next((row[n] for n, role in shape.labels.items() if role == "service"), "") or whole.service
        for column, heading in shape.figures.items():
            if is_number(row[column]) and row[column]:
                yield _figure((number, column), [*beside, heading], replace(whole, service=service))


def _group(label: str, shape: Columns, names: Names) -> Said:
    """What a row that has only a label says of the rows below it."""
    found = said(label, names)
    if not found.rest or found.measure is not None:
        return found
    if "areas over" in shape.labels.values():
        return Said(area=area_named(label))
    return Said(measure=Measure("", label)) if "measures over" in shape.labels.values() else found


def _labels(row: Sequence[str], roles: Mapping[int, Role], names: Names) -> list[Said] | None:
    """What the labels of a row say; None where one of them is not understood."""
    found: list[Said] = []
    for column, role in roles.items():
        told = said(row[column], names)
        if role in ("unit", "aside", "service", "code"):
            continue
        if role in ("area", "measures over") and not told.kind:
            told = Said(area=names.area(row[column]) or area_named(row[column])) if row[column] else Said(unsure=True)
        elif role in ("measure", "areas over") and told.measure is None:
            told = Said(measure=Measure("", row[column]))
        if role in ("measure", "areas over"):
            told = replace(told, measure=_with_code(told.measure, row, roles), kind="", period=None, part=None, rest="")
        if told.unsure or told.rest or (role == "period" and not (told.period or told.part or told.whole_year)):
            return None
        found.append(told)
    return found


def _with_code(measure: Measure | None, row: Sequence[str], roles: Mapping[int, Role]) -> Measure | None:
    """A measure without a code, with the one that stands beside it."""
    code = next((row[column] for column, role in roles.items() if role == "code"), "")
    return replace(measure, code=code) if measure is not None and not measure.code and code else measure


def _figure(cell: tuple[int, int], told: Sequence[Said], table: _Whole) -> Figure | None:
    """A cell with what its labels and headings say; None where anything is said twice, or not at all.

    A target or change that names no area or period of its own is of all that it stands beside.
    """
    if any(one.unsure or one.rest for one in told):
        return None
    kinds = {one.kind for one in told if one.kind} - {"value"}
    kind: Kind = next(iter(kinds), "value")
    measure = _only([one.measure for one in told if one.measure is not None] or [table.title.measure])
    areas = [one.area for one in told if one.area]
    area = _only(areas or [table.title.area or table.names.whole])
    period = _period(told, table)
    is_said = any(one.period or one.part for one in told)
    alone = kind != "value"
    if measure is None or area is None or len(kinds) > 1 or (period is None and (is_said or not alone)):
        return None
    if not alone and table.is_dated and not is_said and not any(one.whole_year for one in told):
        return None
    measure = replace(measure, name=measure.name or measure.code, service=measure.service or table.service)
    return Figure(*cell, measure, "" if alone and not areas else area, None if alone and not is_said else period, kind)


def _only(found: Sequence[Thing]) -> Thing | None:
    """The only thing said, however often."""
    return found[0] if len(set(found)) == 1 else None


def _period(told: Sequence[Said], table: _Whole) -> Period | None:
    """The period of a cell: the narrowest of those said, or the part said of the year that the rest names."""
    named = [one.period for one in told if one.period is not None]
    part_of = [one.part for one in told if one.part is not None]
    if not named and not part_of and table.title.part is not None:
        part_of = [table.title.part]
    within = narrowest(named) if named else table.title.period or table.default
    if within is None or not part_of:
        return within
    whole = year_of(within)
    found = _only([part.of(whole) for part in part_of])
    return found if found and within.holds(found) else None


def _is_crossed(found: Iterable[Figure], whole: str) -> bool:
    """Whether figures are of areas of the whole, or of a measure in several parts of years."""
    parts: dict[Measure, set[Period]] = {}
    for one in found:
        if one.area not in ("", whole):
            return True
        if one.period is not None and one.period.months < 12 and one.kind == "value":
            parts.setdefault(one.measure, set()).add(one.period)
    return any(len(periods) > 1 for periods in parts.values())


def _certain(table: Table, found: Sequence[Figure]) -> list[Figure]:
    """The figures of which the table gives no other value for the same measure, area, period and kind."""
    given: dict[tuple[object, ...], list[Figure]] = {}
    for one in found:
        given.setdefault((one.measure, one.area, one.period, one.kind), []).append(one)
    return [same[0] for same in given.values() if len({table.rows[one.row][one.column] for one in same}) == 1]
