"""The labels of a table's rows: those given once for several rows are filled in where that is certain."""

from collections.abc import Sequence
from dataclasses import dataclass

from corpus.sheets.blocks import Uncertain, is_alone, is_value
from corpus.sheets.grid import Row
from corpus.sheets.words import unmarked

Cells = list[str]


@dataclass(frozen=True, slots=True)
class Labelled:
    """The rows of a table; `grouped`: a first column was added, of lines that stood over rows."""

    rows: list[Cells]
    grouped: bool = False


def labelled(body: Sequence[Row]) -> Labelled:
    """The rows with every label in its place. Raises Uncertain where a label or a value may be another row's."""
    if not body:
        raise Uncertain("it has no rows")
    _check_merged(body)
    lines = [is_alone(row) and bool(row[0].shown) for row in body]
    grouped = any(lines)
    rows = _under_lines(body, lines) if grouped else [[cell.shown for cell in row] for row in body]
    columns = list(zip(*rows, strict=True))
    if any(map(_holds_values, columns)):
        values = [_holds_values(column) or not any(column) for column in columns]
        leading = values.index(True)
        _fill_down(rows, leading)
        _check_labels(rows, values, leading)
    return Labelled(rows, grouped)


def _check_merged(body: Sequence[Row]) -> None:
    if any(
        cell.covered and is_value(cell.shown) and any(c.isdigit() for c in cell.shown) for row in body for cell in row
    ):
        raise Uncertain("a number stands in several cells at once")


def _under_lines(body: Sequence[Row], lines: Sequence[bool]) -> list[Cells]:
    """The rows with the line that each stands under as their first cell."""
    if not lines[0]:
        raise Uncertain("a line among its rows may head them or be one of them")
    rows, above = list[Cells](), ""
    for row, is_line in zip(body, lines, strict=True):
        if is_line:
            above = row[0].shown
        else:
            rows.append([above, *(cell.shown for cell in row)])
    _check_groups(rows, 1, sum(lines))
    return rows


def _holds_values(column: Sequence[str]) -> bool:
    """Whether at least half of what a column shows are values."""
    shown = [cell for cell in column if cell]
    return bool(shown) and 2 * sum(map(is_value, shown)) >= len(shown)


def _fill_down(rows: list[Cells], leading: int) -> None:
    """Fill labels that stand once over blank cells; the last label column, `leading` - 1, must be full."""
    for column in range(leading - 1):
        if all(row[column] for row in rows):
            continue
        groups = sum(bool(row[column]) for row in rows)
        for row, above in zip(rows[1:], rows, strict=False):
            starts = any(row[n] != above[n] for n in range(column))
            if not row[column]:
                if starts:
                    raise Uncertain("a row lacks a label")
                row[column] = above[column]
        _check_groups(rows, column + 1, groups)


def _check_groups(rows: Sequence[Cells], own: int, groups: int) -> None:
    """Rows under labels that are given once are surely theirs where each label has the same rows.

    `own` is how many cells open each row that are given once; `groups` how many labels there are.
    """
    under: dict[tuple[str, ...], list[str]] = {}
    for row in rows:
        under.setdefault(tuple(row[:own]), []).append(unmarked(row[own]))
    found = {frozenset(labels) for labels in under.values()}
    distinct = all(len(set(labels)) == len(labels) for labels in under.values())
    if groups < 2 or len(under) < groups or len(found) > 1 or not distinct:
        raise Uncertain("it is not certain which rows a label stands over")


def _check_labels(rows: Sequence[Cells], values: Sequence[bool], leading: int) -> None:
    """Every row has its labels, and no two rows the same."""
    named = [n for n, is_values in enumerate(values) if not is_values]
    if not named:
        raise Uncertain("its rows have no labels")
    if any(not row[n] for row in rows for n in range(leading)):
        raise Uncertain("a row lacks a label")
    keys = {tuple(unmarked(row[n]) for n in named) for row in rows}
    if len(keys) < len(rows):
        raise Uncertain("two rows have the same labels")
