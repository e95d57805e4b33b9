"""Tables of figures without codes, as rows and columns of cells."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from assistant import shapes
from assistant.holdings import Holdings
from assistant.words import fold
from corpus.models import Document, Measure, Observation, Publication, Table
from corpus.numbers import is_number, parse_number
from corpus.periods import without_periods
from corpus.roles import unit, without_unit

GAP = re.compile(r"\b(?:gaps?|difference|shortfall|variance)\b", re.I)


@dataclass(frozen=True, slots=True)
class Column:
    """A column of numbers: its place in the table, its heading without the unit, and the unit or ""."""

    number: int
    heading: str
    unit: str

    @property
    def is_gap(self) -> bool:
        """Whether it is headed as a gap between two others."""
        return GAP.search(self.heading) is not None


@dataclass(frozen=True, slots=True)
class Grid:
    """A table of figures that have no codes. `rows` gives an observation of every row that can be cited.

    `by_period` says that its rows are periods and nothing else.
    """

    publication: Publication
    table: Table
    columns: tuple[Column, ...]
    rows: Mapping[int, Observation]
    by_period: bool

    def label(self, row: int) -> str:
        """The label of a row, as printed."""
        return self.rows[row].locator.row

    def cell(self, row: int, column: Column) -> Observation:
        """The figure of a row and column, named "row: heading", with the row's period, area and place."""
        shown = self.table.rows[row][column.number]
        return replace(
            self.rows[row],
            measure=Measure("", f"{self.label(row)}: {column.heading}"),
            value=parse_number(shown),
            shown=shown,
            unit=column.unit,
            target=None,
            target_shown="",
            change=None,
            change_shown="",
        )

    @property
    def pair(self) -> tuple[Column, ...]:
        """The value column and the target column, where it has one of each in one unit; else nothing."""
        plain = [c for c in self.columns if not c.is_gap]
        goals = [c for c in plain if shapes.TARGET.search(fold(c.heading))]
        values = [c for c in plain if c not in goals]
        alike = len(goals) == len(values) == 1 and goals[0].unit == values[0].unit
        return (values[0], goals[0]) if alike else ()


def grids(document: Document, holdings: Holdings) -> Iterable[Grid]:
    """The tables of a publication whose figures have no codes and are no ratings."""
    for table in document.tables:
        anchors = _anchors(document, table, holdings)
        columns = [n for n in range(len(table.headers)) if _is_numeric(table, n)] if anchors else []
        if columns:
            by_period = all(not spoken(o.locator.row) for o in anchors.values())
            yield Grid(document.publication, table, tuple(_column(table, n) for n in columns), anchors, by_period)


def spoken(text: str) -> str:
    """A label or heading as it is matched: without the periods it names and the brackets they leave empty."""
    return re.sub(r"\(\s*\)", " ", without_periods(text)).strip()


def _anchors(document: Document, table: Table, holdings: Holdings) -> dict[int, Observation]:
    """An observation of each row of a table; only of rows that its place and label lead back to."""
    found: dict[int, Observation] = {}
    for observation in document.observations:
        plain = not observation.measure.code and observation.unit != "rating"
        if plain and observation.locator.place == table.locator.place:
            held, row = holdings.table(observation)
            if held is table:
                found.setdefault(row, observation)
    return dict(sorted(found.items()))


def _is_numeric(table: Table, number: int) -> bool:
    cells = [row[number] for row in table.rows if any(row)]
    return all(map(is_number, cells)) and any(parse_number(cell) is not None for cell in cells)


def _column(table: Table, number: int) -> Column:
    header = table.headers[number]
    found = (unit(header, row[number]) for row in table.rows)
    return Column(number, without_unit(header), next(filter(None, found), ""))
