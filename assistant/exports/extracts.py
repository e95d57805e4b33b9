"""The published rows that answers cite, as tables of their own: values and symbols as printed."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from assistant import phrases
from assistant.answers import Answer, Citation
from assistant.holdings import Holdings
from corpus.models import Observation, Publication, Table
from corpus.observations import symbols
from corpus.periods import without_periods
from corpus.roles import roles, series

MEASURES = ("label", "area", "period", "value", "target", "change")  # columns, of tables of measures
RATINGS = ("area", "period", "rating", "description")  # of tables of ratings
OURS: Mapping[str, str] = {"area": "Area", "period": "Period"}  # headings of what a table may say in its title

RowKey = tuple[str, str, str, int]


@dataclass(frozen=True, slots=True)
class Extract:
    """Rows of published tables: where they are from, and their cells as printed."""

    title: str
    headers: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


@dataclass(frozen=True, slots=True)
class CitedRow:
    """A row that an answer cites, with the number it is held as, where it is held as one."""

    publication: Publication
    table: Table
    index: int
    observation: Observation | None

    @property
    def cells(self) -> tuple[str, ...]:
        """The row as printed."""
        return self.table.rows[self.index]

    @property
    def place(self) -> tuple[str, str, str]:
        """What tells its table from any other."""
        return _place(self.table)

    @property
    def key(self) -> RowKey:
        """What tells it from any other row."""
        return *self.place, self.index

    @property
    def shape(self) -> tuple[str, ...]:
        """Rows of one shape go into one table: those of a series' measures or ratings, else of one table."""
        held, name = self.observation, self.publication.series
        if held is None or not name:
            return self.place
        if held.unit == "rating":
            return "ratings", name
        return ("measures", name, held.measure.service) if len(series(self.table)) == 1 else self.place


def cited_rows(answers: Iterable[Answer], holdings: Holdings) -> list[CitedRow]:
    """The rows that answers cite, each once, in order; not those that explain a symbol, those that are only counted
    beside others that are named, nor those of another publication that print the figure of a cited row once more."""
    found: dict[tuple[object, ...], CitedRow] = {}
    for citation in (citation for answer in answers for citation in answer.citations if not _is_base(citation, answer)):
        for index in citation.rows if citation.table and not symbols(citation.table) else ():
            row = _row(citation, index, holdings)
            found.setdefault(row.key, row)
    observed = {row.observation for row in found.values() if row.observation}
    return [row for row in found.values() if not observed & _originals(row, holdings)]


def row_keys(citation: Citation) -> list[RowKey]:
    """What tells the rows of a source from any other rows; none where it is of prose."""
    table = citation.table
    return [(*_place(table), index) for index in citation.rows] if table else []


def extracts(rows: Iterable[CitedRow]) -> tuple[Extract, ...]:
    """The rows as tables, those of one shape together."""
    shapes: dict[tuple[str, ...], list[CitedRow]] = {}
    for row in rows:
        shapes.setdefault(row.shape, []).append(row)
    return tuple(map(_extract, shapes.values()))


def _place(table: Table) -> tuple[str, str, str]:
    return table.locator.publication, table.locator.place, table.title


def _is_base(citation: Citation, answer: Answer) -> bool:
    """Whether a source is of rows among which an answer names some by another source: all that it counts."""
    rows = set(citation.rows)
    return any(
        other.table == citation.table and 0 < len(set(other.rows) & rows) == len(set(other.rows)) < len(rows)
        for other in answer.citations
    )


def _row(citation: Citation, index: int, holdings: Holdings) -> CitedRow:
    assert citation.table is not None
    place, table = citation.table.locator, citation.table
    held = (
        observation
        for document in holdings.documents
        if document.publication.id == place.publication
        for observation in document.observations
        if observation.locator.place == place.place and holdings.table(observation) == (table, index)
    )
    return CitedRow(citation.publication, table, index, next(held, None))


def _originals(row: CitedRow, holdings: Holdings) -> set[Observation]:
    """The numbers that a row of another publication prints once more."""
    echoes = row.observation is not None and row.observation.target_shown and not row.observation.measure.code
    return set(holdings.originals(row.table, row.index)) if echoes else set()


def _extract(rows: Sequence[CitedRow]) -> Extract:
    first = rows[0]
    if all(row.place == first.place for row in rows):
        title = f": {first.table.title}" if first.table.title else ""
        return Extract(f"{_from(rows)}{title}", first.table.headers, tuple(row.cells for row in rows))
    wanted = RATINGS if "rating" in roles(first.table) else MEASURES
    areas = {row.observation.area for row in rows if row.observation}
    here = f": {areas.pop()}" if len(areas) == 1 and wanted is MEASURES else ""
    columns = [role for role in wanted if not (role == "area" and here) and _is_printed(role, rows)]
    headers = tuple(_header(role, rows) for role in columns)
    return Extract(f"{_from(rows)}{here}", headers, tuple(tuple(_cell(role, row) for role in columns) for row in rows))


def _from(rows: Iterable[CitedRow]) -> str:
    """Where rows are from: "From Table 2, Made-up Annual, update to March 2031"."""
    places = dict.fromkeys(f"{row.table.locator.place}, {row.publication.title}" for row in rows)
    return f"From {phrases.listed(places)}"


def _is_printed(role: str, rows: Iterable[CitedRow]) -> bool:
    return role in OURS or any(role in roles(row.table) for row in rows)


def _header(role: str, rows: Sequence[CitedRow]) -> str:
    """A heading without a year, as the latest of the tables that has such a column prints it."""
    latest = sorted(rows, key=lambda row: str(row.publication.published or ""), reverse=True)
    for row in latest:
        if role in roles(row.table):
            return " ".join(without_periods(row.table.headers[roles(row.table)[role]]).split())
    return OURS[role]


def _cell(role: str, row: CitedRow) -> str:
    """What a row prints in a column; its period as it is usually named, and its area and rating in words."""
    columns, held = roles(row.table), row.observation
    if held is not None and role == "period":
        return held.period.label
    if role in columns:
        return row.cells[columns[role]]
    if held is None:
        return ""
    return {"area": held.area, "description": held.label}.get(role, "")
