"""The source of published rows: the table they stand in, the rows, and where one figure is meant its cell."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from assistant.answers import Citation
from assistant.holdings import Holdings
from corpus.models import Observation, Passage, Publication, Table
from corpus.observations import row_quote
from corpus.roles import TARGET, one_period, roles, without_unit


def rows_citation(holdings: Holdings, observations: Sequence[Observation], number: int = 0) -> Citation:
    """The source of observations of one table; `number` is its number among the sources of an answer or page."""
    table, _ = holdings.table(observations[0])
    rows = tuple(dict.fromkeys(holdings.table(o)[1] for o in observations))
    first = observations[0].locator
    return Citation(
        number=number,
        publication=holdings.publication(first.publication),
        locator=first if len(rows) == 1 else replace(first, row=""),
        quote="\n".join(row_quote(table, row) for row in rows),
        table=table,
        rows=rows,
        cells=tuple(cell for o in observations for cell in _cells(table, o)),
    )


def figure_citation(holdings: Holdings, observation: Observation, number: int = 0) -> Citation:
    """The source of one figure: its row, and in it the cell that prints the figure."""
    table, row = holdings.table(observation)
    if observation.cell is not None:
        return replace(rows_citation(holdings, [observation], number), cells=(observation.cell,))
    return replace(rows_citation(holdings, [observation], number), cells=((row, _column(table, row, observation)),))


def _cells(table: Table, observation: Observation) -> Iterator[tuple[int, int]]:
    """The cells of an observation that is known to the cell: that of its figure, and that of its target."""
    if observation.cell is not None:
        yield observation.cell
        row = observation.cell[0]
        for column, header in enumerate(table.headers):
            of_target = table.rows[row][column] == observation.target_shown and TARGET.search(header)
            if of_target and one_period(header) in (None, observation.period):
                yield row, column


def text_citation(publication: Publication, passage: Passage, quote: str, number: int = 0) -> Citation:
    """The source of a verbatim quote from a passage."""
    return Citation(number=number, publication=publication, locator=passage.locator, quote=quote, passage=passage)


def _column(table: Table, row: int, observation: Observation) -> int:
    """The column of a row that prints a figure: of several that print the same, the one that is of what is measured."""
    printing = [n for n, cell in enumerate(table.rows[row]) if cell == observation.shown]
    held = roles(table)
    meant = [n for n in printing if n in (held.get("value"), held.get("rating"))]
    named = [n for n in printing if observation.measure.name.endswith(without_unit(table.headers[n]))]
    return (meant or named or printing)[0]
