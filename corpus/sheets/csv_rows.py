"""Rows of values in a text, set apart by commas, semicolons, tabs or pipes."""

import csv
from collections.abc import Iterator
from itertools import islice
from pathlib import Path

from corpus.errors import UnreadableFile
from corpus.sheets.grid import Budget, Grid, Sheet
from corpus.sheets.words import folded

DELIMITERS = (",", "\t", ";", "|")
FEWEST = 2  # rows, and fields in each
LOOKED_AT = 2_000  # rows that tell whether a text is CSV
LONGEST_TITLE = 3  # lines above the rows
LONGEST_FIELD = 100_000  # letters
WORDS = 12  # of a field, on average, in what is prose


def is_csv(text: str) -> bool:
    """Whether a text is rows of as many values each, set apart by one character and quoted as in CSV, and no prose."""
    return _delimiter(text) is not None


def sheet(text: str, path: Path) -> Sheet:
    """The rows of a CSV file as a sheet; `path` names it. Raises UnreadableFile where they cannot be told apart."""
    delimiter = _delimiter(text)
    if delimiter is None:
        raise UnreadableFile(path, "it is not rows of as many values each", "Save it as CSV again, and ingest that.")
    grid = Grid("", Budget(path))
    for row, fields in enumerate(_rows(text, delimiter)):
        for column, field in enumerate(fields):
            grid.put(row, column, folded(field))
    return grid.sheet()


def _delimiter(text: str) -> str | None:
    """The character that sets the values apart, None where there is none."""
    return next((delimiter for delimiter in DELIMITERS if _parts(text, delimiter)), None)


def _parts(text: str, delimiter: str) -> bool:
    """Whether a character parts all rows, but for a title above them, into as many fields."""
    if delimiter not in text[:LONGEST_FIELD]:
        return False
    try:
        rows = [row for row in islice(_rows(text, delimiter), LOOKED_AT) if any(map(str.strip, row))]
    except csv.Error:
        return False
    titles = next((n for n, row in enumerate(rows) if len(row) >= FEWEST), len(rows))
    if titles > LONGEST_TITLE or len(rows) - titles < FEWEST:
        return False
    widths = {len(row) for row in rows[titles:]}
    return len(widths) == 1 and not _is_prose(rows[titles:]) and not _is_marked_up(rows[titles:])


def _rows(text: str, delimiter: str) -> Iterator[list[str]]:
    csv.field_size_limit(LONGEST_FIELD)
    return csv.reader(
        text.split("\n") if '"' not in text else text.splitlines(keepends=True), delimiter=delimiter, strict=True
    )


def _is_prose(rows: list[list[str]]) -> bool:
    """Whether fields are stretches of sentences that happen to hold as many commas."""
    fields = [field for row in rows for field in row if field.strip()]
    spaced = sum(field.startswith(" ") and field[1:2].islower() for field in fields)
    words = sum(len(field.split()) for field in fields)
    return words > WORDS * len(fields) or 3 * spaced > len(fields)


def _is_marked_up(rows: list[list[str]]) -> bool:
    """Whether a row is the rule of a table of Markdown."""
    return any(field and not field.strip("-: ") and "-" in field for row in rows[:FEWEST] for field in row)
