"""Tables as CSV and Excel: numbers are numbers, and text is never a formula."""

import csv
import re
from collections.abc import Sequence
from decimal import Decimal
from io import BytesIO, StringIO
from typing import Any

from assistant.exports.text import clean

Cell = str | Decimal | None  # None: nothing stands there
FORMULA = re.compile(r"[=+\-@\t\r\n＝＋－＠]")  # what begins a formula in Excel or LibreOffice
LONE_NUMBER = re.compile(r"[+-]?\d[\d,]*(?:\.\d+)?(?:%|pp)?", re.ASCII)
NOT_IN_A_NAME = re.compile(r"[\[\]:*?/\\]")
LONGEST_NAME = 31  # characters of the name of a sheet
LONGEST_CELL = 32_767  # characters
NARROWEST, WIDEST = 10, 60  # columns, in characters


def as_csv(headers: Sequence[str], rows: Sequence[Sequence[Cell]]) -> bytes:
    """A table as CSV, with the mark at its start by which Excel knows UTF-8.

    Text that would be a formula has an apostrophe before it; a lone number such as -2.0 has none.
    """
    file = StringIO(newline="")
    writer = csv.writer(file)
    for row in (headers, *rows):
        writer.writerow([_plain(cell) for cell in row])
    return file.getvalue().encode("utf-8-sig")


def as_workbook(title: str, headers: Sequence[str], rows: Sequence[Sequence[Cell]]) -> bytes:
    """A table as a .xlsx file of one sheet: its head is bold and stays in view, its columns can be filtered.

    A Decimal is a number with as many decimals as it has; everything else is text.
    """
    from openpyxl import Workbook
    from openpyxl.styles import Alignment, Font
    from openpyxl.utils import get_column_letter

    book = Workbook()
    book.properties.creator, book.properties.title = "", clean(title)
    sheet = book.active
    assert sheet is not None
    sheet.title = NOT_IN_A_NAME.sub(" ", clean(title)).strip(" '\t\n")[:LONGEST_NAME].rstrip(" '") or "Figures"
    for number, row in enumerate((headers, *rows), start=1):
        for column, cell in enumerate(row, start=1):
            _put(sheet.cell(number, column), cell)
    for head in sheet[1]:
        head.font, head.alignment = Font(bold=True), Alignment(wrap_text=True, vertical="top")
    for column in range(1, len(headers) + 1):
        longest = max((len(str(row[column - 1] or "")) for row in rows), default=0)
        sheet.column_dimensions[get_column_letter(column)].width = min(max(longest + 2, NARROWEST), WIDEST)
    sheet.freeze_panes = "A2"
    sheet.auto_filter.ref = sheet.dimensions
    file = BytesIO()
    book.save(file)
    return file.getvalue()


def _plain(cell: Cell) -> str:
    if cell is None:
        return ""
    if isinstance(cell, Decimal):
        return f"{cell:f}"
    text = clean(cell)
    return f"'{text}" if FORMULA.match(text) and not LONE_NUMBER.fullmatch(text) else text


def _put(place: Any, cell: Cell) -> None:
    """Write into a cell of openpyxl's."""
    if isinstance(cell, Decimal):
        decimals = max(0, -int(cell.as_tuple().exponent))
        place.value, place.number_format = cell, "0." + "0" * decimals if decimals else "0"
    elif cell is not None:
        text = clean(cell)[:LONGEST_CELL]
        place.value, place.data_type = text, "s"
        place.quotePrefix = bool(FORMULA.match(text))  # so that it stays text when it is edited
