"""A workbook as the content of a publication: the data tables that accompany a release."""

from collections.abc import Sequence
from pathlib import Path

from corpus.content import Content
from corpus.errors import UnreadableFile
from corpus.models import Table
from corpus.sheets import front
from corpus.sheets.grid import Sheet
from corpus.sheets.tables import read
from corpus.sheets.words import day_in_words


def content(sheets: Sequence[Sheet], hidden: Sequence[str], path: Path) -> Content:
    """What the sheets of a workbook give; `hidden` are lines that name those that are not shown.

    Raises UnreadableFile where none holds anything.
    """
    if not any(sheet.rows for sheet in sheets):
        what = "all that it holds is hidden" if hidden else "the workbook is empty"
        raise UnreadableFile(path, what, "Give the workbook with its tables.")
    lines, said = list[str](), dict[str, object]()
    tables, left_out = list[Table](), list(hidden)
    for at, sheet in enumerate(sheets):
        if front.is_contents(sheet):
            continue
        if front.is_notes(sheet):
            lines += ["## Notes", *front.note_lines(sheet)]
        elif at == 0 and sheet.name and front.is_cover(sheet):
            said, opening = _cover(sheet, sheets)
            lines += opening
        else:
            found = read(sheet)
            lines += [f"## {sheet.name}", *map(front.as_note, found.lines)]
            tables += found.tables
            left_out += found.left_out
            continue
        tables += filter(None, [front.symbols(sheet)])
        left_out += sheet.left_out
    return Content(
        format="spreadsheet",
        text="\n\n".join(filter(_says, lines)),
        said=said,
        tables=tuple(tables),
        data_tables=True,
        left_out=tuple(left_out),
    )


def _cover(sheet: Sheet, sheets: Sequence[Sheet]) -> tuple[dict[str, object], list[str]]:
    """What a cover says of the publication, and its lines: the title and the day of publication first."""
    lines = front.lines_of(sheet, [other.name for other in sheets[1:]])
    said = front.said(lines)
    title, day = said.get("title"), said.get("published")
    opening = [f"# {title}"] if title else []
    opening += [f"Published {day_in_words(day)}"] if title and day else []
    return said, [*opening, *(line for line in lines if line != title)]


def _says(line: str) -> bool:
    """Whether a line says anything: a rule of dashes does not."""
    return any(character.isalnum() for character in line)
