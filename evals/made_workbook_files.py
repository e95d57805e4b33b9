"""A made-up workbook as the bytes of a file: OpenDocument, Excel, or its first table as CSV."""

import csv
from collections.abc import Sequence
from io import BytesIO, StringIO
from itertools import count
from xml.sax.saxutils import escape, quoteattr
from zipfile import ZIP_DEFLATED, ZipFile

from evals.made_workbook_cells import Cell, Sheet, Workbook

OPENDOCUMENT = "application/vnd.oasis.opendocument.spreadsheet"
SPACES = " ".join(
    f'xmlns:{short}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"'
    for short, name in (("office", "office"), ("table", "table"), ("text", "text"), ("style", "style"))
)


def as_ods(made: Workbook) -> bytes:
    """The workbook as an OpenDocument spreadsheet."""
    return ods_file(made.sheets)


def ods_file(sheets: Sequence[Sheet]) -> bytes:
    """Sheets as an OpenDocument spreadsheet."""
    return ods_of(f"<office:spreadsheet>{''.join(map(_ods_sheet, sheets))}</office:spreadsheet>")


def ods_of(body: str, styles: str = "", before: str = "") -> bytes:
    """An OpenDocument spreadsheet of the markup of its body and its automatic styles; `before` opens the content."""
    content = (
        f'<?xml version="1.0" encoding="UTF-8"?>{before}<office:document-content {SPACES} office:version="1.3">'
        f"<office:automatic-styles>{styles}</office:automatic-styles>"
        f"<office:body>{body}</office:body></office:document-content>"
    )
    file = BytesIO()
    with ZipFile(file, "w", ZIP_DEFLATED) as archive:
        archive.writestr("mimetype", OPENDOCUMENT)
        archive.writestr("content.xml", content)
    return file.getvalue()


def as_xlsx(made: Workbook) -> bytes:
    """The workbook as an Excel file: numbers under their formats, texts as texts."""
    return xlsx_file(made.sheets)


def xlsx_file(sheets: Sequence[Sheet]) -> bytes:
    """Sheets as an Excel file."""
    from openpyxl import Workbook as Book

    book = Book()
    book.remove(book.worksheets[0])
    for sheet in sheets:
        page = book.create_sheet(sheet.name)
        for row, cells in enumerate(sheet.rows, 1):
            for column, cell in enumerate(cells, 1):
                if cell is None:
                    continue
                written = page.cell(row, column)
                written.value = cell.shown or None if cell.value is None else cell.value
                written.number_format = cell.code
                if cell.across > 1 or cell.down > 1:
                    last = (row + cell.down - 1, column + cell.across - 1)
                    page.merge_cells(start_row=row, start_column=column, end_row=last[0], end_column=last[1])
    file = BytesIO()
    book.save(file)
    return file.getvalue()


def as_csv(made: Workbook, delimiter: str = ",") -> bytes:
    """The first table of the workbook, its merged cells written once, as CSV."""
    sheet = next(sheet for sheet in made.sheets if sheet.name.startswith("Table"))
    start, end = (at for at, row in zip(count(), sheet.rows, strict=False) if not row)
    text = StringIO()
    writer = csv.writer(text, delimiter=delimiter, lineterminator="\n")
    width = max(map(len, sheet.rows[start + 1 : end]))
    for row in sheet.rows[start + 1 : end]:
        shown = [cell.shown if cell else "" for cell in row]
        writer.writerow(shown + [""] * (width - len(shown)))
    return text.getvalue().encode()


def _ods_sheet(sheet: Sheet) -> str:
    rows = "".join(f"<table:table-row>{''.join(map(_ods_cell, row)) or _EMPTY}</table:table-row>" for row in sheet.rows)
    return f"<table:table table:name={quoteattr(sheet.name)}>{rows}{_REST}</table:table>"


def _ods_cell(cell: Cell | None) -> str:
    if cell is None:
        return "<table:covered-table-cell/>"
    spans = "".join(
        f' table:number-{name}-spanned="{number}"'
        for name, number in (("columns", cell.across), ("rows", cell.down))
        if cell.across > 1 or cell.down > 1
    )
    if not cell.shown:
        return f"<table:table-cell{spans}/>"
    kind = 'office:value-type="string"'
    if cell.value is not None:
        kind = f'office:value-type="float" office:value="{cell.value}"'
    return f"<table:table-cell{spans} {kind}><text:p>{escape(cell.shown)}</text:p></table:table-cell>"


_EMPTY = '<table:table-cell table:number-columns-repeated="1024"/>'
_REST = f'<table:table-row table:number-rows-repeated="1048500">{_EMPTY}</table:table-row>'
