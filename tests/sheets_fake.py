"""Small made-up sheets as files: by their rows of texts, or by markup of their own for what only a file can have."""

from collections.abc import Mapping, Sequence
from io import BytesIO
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile

from corpus import sheets
from corpus.content import Content
from evals.made_workbook_cells import Cell, Sheet
from evals.made_workbook_files import ods_file, ods_of, xlsx_file

PATH = Path("tables.ods")
Rows = Sequence[Sequence[str | Cell | None]]
MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006/relationships"


def made(**named: Rows) -> tuple[Sheet, ...]:
    """Sheets of these names; a row is texts and cells, None where a merged cell covers it."""
    return tuple(
        Sheet(name, tuple(tuple(Cell(cell) if isinstance(cell, str) else cell for cell in row) for row in rows))
        for name, rows in named.items()
    )


def read(**named: Rows) -> Content:
    """The content of sheets of these names, which is the same from both kinds of files."""
    found = sheets.ods_content(ods_file(made(**named)), PATH)
    assert sheets.xlsx_content(xlsx_file(made(**named)), PATH) == found
    return found


def ods(body: str, styles: str = "", before: str = "") -> bytes:
    """An OpenDocument file of one sheet, "Table_1", with this markup of its rows."""
    table = f'<table:table table:name="Table_1">{body}</table:table>'
    return ods_of(f"<office:spreadsheet>{table}</office:spreadsheet>", styles, before)


def ods_row(*texts: str, row: str = "", cell: str = "") -> str:
    """The markup of a row of texts, with attributes of the row and of each cell."""
    cells = "".join(f"<table:table-cell {cell}><text:p>{text}</text:p></table:table-cell>" for text in texts)
    return f"<table:table-row {row}>{cells}</table:table-row>"


def xlsx(rows: str, *, above: str = "", below: str = "", extra: Mapping[str, str] | None = None) -> bytes:
    """An Excel file of one sheet, "Table_1": markup of its rows, of what stands above and below, and other parts."""
    parts = {
        "[Content_Types].xml": "<Types/>",
        "xl/workbook.xml": _part("workbook", '<sheets><sheet name="Table_1" sheetId="1" r:id="r1"/></sheets>'),
        "xl/_rels/workbook.xml.rels": relations(
            r1=("worksheet", "worksheets/one.xml"), r2=("sharedStrings", "texts.xml"), r3=("styles", "styles.xml")
        ),
        "xl/worksheets/one.xml": _part("worksheet", f"{above}<sheetData>{rows}</sheetData>{below}"),
    }
    file = BytesIO()
    with ZipFile(file, "w", ZIP_DEFLATED) as archive:
        for name, text in {**parts, **(extra or {})}.items():
            archive.writestr(name, text)
    return file.getvalue()


def diagonal(size: int) -> str:
    """The markup of an Excel sheet so wide and high that holds something only from corner to corner."""
    return "".join(f'<row r="{n}"><c r="{_letters(n)}{n}"><v>1</v></c></row>' for n in range(1, size + 1))


def _letters(column: int) -> str:
    """The letters of a column, counted from 1."""
    above, last = divmod(column - 1, 26)
    return (_letters(above) if above else "") + chr(ord("A") + last)


def relations(**named: tuple[str, str]) -> str:
    """The markup of relations: the kind and target of each id."""
    each = (f'<Relationship Id="{i}" Type="{RELATIONS}/{kind}" Target="{to}"/>' for i, (kind, to) in named.items())
    return f'<Relationships xmlns="{PACKAGE}">{"".join(each)}</Relationships>'


def _part(name: str, body: str) -> str:
    return f'<{name} xmlns="{MAIN}" xmlns:r="{RELATIONS}">{body}</{name}>'


def texts(*rows: Sequence[str], first: int = 1) -> str:
    """The markup of rows of texts of an Excel sheet, from a row on."""
    cells = (("".join(f'<c t="inlineStr"><is><t>{text}</t></is></c>' for text in row)) for row in rows)
    return "".join(f'<row r="{n}">{row}</row>' for n, row in enumerate(cells, first))
