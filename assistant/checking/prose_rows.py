"""The time of a cell in a pasted table whose row names several times: the first number is of the first, and so on."""

import re

from assistant.checking.claims import Statement
from corpus.periods import Period, find_periods

CELLS = re.compile(r"[^|\t]+")


def period_of_cell(statement: Statement) -> Period | None:
    """The period that a cell is of by its place in its row; None where its row does not name one for each number."""
    if statement.cell is None:
        return None
    cells = [cell for cell in CELLS.finditer(statement.shown) if cell[0].strip()]
    at = statement.cell[0] - statement.start
    numbers = [cell for cell in cells[1:] if any(map(str.isdigit, cell[0]))]
    named = [mention.period for mention in find_periods(cells[0][0])] if cells else []
    here = next((number for number, cell in enumerate(numbers) if cell.start() <= at < cell.end()), None)
    return named[here] if len(named) == len(numbers) > 1 and here is not None else None
