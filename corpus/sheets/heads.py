"""The headings of a table's columns, from one or several rows of them, the outer ones first."""

from collections.abc import Sequence

from corpus.sheets.blocks import UNIT, YEAR, Uncertain, has_values, is_alone, is_period, own
from corpus.sheets.grid import Row
from corpus.sheets.words import unmarked

DEEPEST = 5  # rows of headings


def split(rows: Sequence[Row]) -> tuple[list[Row], list[Row]]:
    """The rows of headings and the rows below them. Raises Uncertain where there are no headings."""
    if has_values(rows[0]):
        raise Uncertain("it has no headings")
    count = 1
    while count < min(len(rows), DEEPEST) and _is_heading(rows[:count], rows[count]):
        count += 1
    return list(rows[:count]), list(rows[count:])


def headings(head: Sequence[Row]) -> list[str]:
    """One heading for each column, with its marks of notes. Raises Uncertain where a heading may be another's too."""
    rows = [[cell.shown for cell in row] for row in head]
    units = rows.pop() if len(rows) > 1 and _is_units(head[-1]) else []
    for outer, inner, cells in zip(rows, rows[1:], head, strict=False):
        if not any(cell.covered == "left" for cell in cells):
            _fill(outer, inner)
    joined = [" ".join(dict.fromkeys(filter(None, column))) for column in zip(*rows, strict=True)]
    return [_with_unit(*pair) for pair in zip(joined, units, strict=True)] if units else joined


def _is_heading(head: Sequence[Row], row: Row) -> bool:
    """Whether a row goes on with the headings: these do not tell all columns apart yet, or it has their units."""
    if has_values(row) or (is_alone(row) and row[0].shown):
        return False
    if _is_units(row):
        return True
    again = row[0].shown and not row[0].covered and any(cells[0].shown for cells in head)
    if again and all(YEAR.fullmatch(unmarked(cell.shown)) for cell in own(row[1:])):
        return False  # counts may look like years
    return _is_incomplete(head)


def _is_incomplete(head: Sequence[Row]) -> bool:
    """Whether two columns, or one that is no first column, have no heading of their own."""
    columns = [tuple(cell.shown for cell in column) for column in zip(*head, strict=True)]
    blank = [column for column in columns[1:] if not any(column)]
    return bool(blank) or len(set(columns)) < len(columns)


def _is_units(row: Row) -> bool:
    cells = own(row)
    return len(cells) > 1 and all(UNIT.fullmatch(cell.shown) for cell in cells)


def _fill(outer: list[str], inner: Sequence[str]) -> None:
    """Carry headings that are not merged to the right, where what stands below them shows how far they reach."""
    groups: list[list[int]] = []
    for column, below in enumerate(inner):
        if outer[column]:
            groups.append([column] if below else [])
        elif below and groups and groups[-1] and groups[-1][-1] == column - 1:
            groups[-1].append(column)
    wide = [group for group in groups if len(group) > 1]
    repeated = len(wide) > 1 and len({tuple(inner[column] for column in group) for group in wide}) == 1
    if wide and not repeated and not all(is_period(inner[column]) for group in wide for column in group):
        raise Uncertain("it is not certain which columns a heading stands over")
    for group in wide:
        for column in group[1:]:
            outer[column] = outer[group[0]]


def _with_unit(heading: str, unit: str) -> str:
    bare = unit.strip("()")
    return f"{heading} ({bare})" if bare and not heading.endswith(")") else heading


def blank_free(rows: Sequence[Row]) -> list[Row]:
    """The rows without columns in which none shows anything."""
    kept = [n for n, column in enumerate(zip(*rows, strict=True)) if any(cell.shown for cell in column)]
    return [tuple(row[n] for n in kept) for row in rows]
