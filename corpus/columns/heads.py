"""What stands above the columns of a table: the heading of the labels, and one for each value."""

import re
from collections.abc import Sequence

from corpus.columns.pieces import JOINING

SAYS_PERCENT = re.compile(r"%|\bper ?cent(?:age)?\b", re.I)


def headers(cells: Sequence[str], rows: Sequence[Sequence[str]]) -> tuple[str, tuple[str, ...]]:
    """What stands above the first column, and the names of the columns; no names where those are not sure.

    Cells are the stretches above the first row, `rows` the values. Cells are the columns, with or without the
    first column's; or the first cell runs into the second ("Availability CRC cases", "NPS cases"); or all are
    one cell that ends in a capitalised word a column; or more than the columns (see `_by_percent`).
    """
    width = len(rows[0])
    if len(cells) == width + 1:
        return cells[0], tuple(cells[1:])
    if len(cells) == width > 1:
        words, second = cells[0].split(), cells[1].split()
        if len(words) > len(second) and words[-1] == second[-1]:
            own = len(words) - len(second)
            return " ".join(words[:own]), (" ".join(words[own:]), *cells[1:])
        return "", tuple(cells)
    words = cells[0].split() if len(cells) == 1 else []
    if len(words) > width and all(map(str.istitle, words[-width:])) and words[-width - 1].islower():
        return " ".join(words[:-width]), tuple(words[-width:])
    return _by_percent(cells, rows)


def _by_percent(cells: Sequence[str], rows: Sequence[Sequence[str]]) -> tuple[str, tuple[str, ...]]:
    """The names of columns after which the name of a group of rows stands, told by the sign of percent.

    There must be one run of cells, and only one, of which those say percent whose columns hold percentages;
    some columns must hold them and others not. At most the first column's heading stands before the run.
    """
    width = len(rows[0])
    holds = [{"%" in row[column] for row in rows if re.search(r"\d", row[column])} for column in range(width)]
    wanted = [True in kinds for kinds in holds]
    if len(set(wanted)) != 2 or any(len(kinds) != 1 for kinds in holds):
        return "", ()
    says = [bool(SAYS_PERCENT.search(cell)) for cell in cells]
    starts = [at for at in range(len(cells) - width + 1) if says[at : at + width] == wanted]
    if len(starts) != 1 or starts[0] > 1:
        return "", ()
    (at,) = starts
    return cells[0] if at else "", tuple(cells[at : at + width])


def are_whole(headings: Sequence[str]) -> bool:
    """Whether each could be all of a heading: none is empty, starts in mid-sentence or stops at a joining word."""
    return all(h and not h[0].islower() and h.split()[-1].lower() not in JOINING for h in headings)
