"""Hostile files of office programs, made in code and small on disk."""

from collections.abc import Callable, Mapping
from io import BytesIO
from zipfile import ZipFile

from zipped_fake import zipped

from evals.made_workbook_files import ods_of

LAUGHS = (
    "<!DOCTYPE a [<!ENTITY l0 'kites'>" + "".join(f"<!ENTITY l{n} '{f'&l{n - 1};' * 10}'>" for n in range(1, 12)) + "]>"
)
ENTITIES = {  # what stands before a document, and in one of its cells
    "laughs": (LAUGHS, "&l11;"),
    "blow-up": (f"<!DOCTYPE a [<!ENTITY big '{'kites ' * 20_000}'>]>", "&big;" * 5_000),
    "file": ("<!DOCTYPE a [<!ENTITY file SYSTEM 'file:///etc/passwd'>]>", "&file;"),
    "address": ("<!DOCTYPE a [<!ENTITY % away SYSTEM 'http://127.0.0.1:9/x.dtd'> %away;]>", "kites"),
}
SHEET = "xl/worksheets/sheet1.xml"
STYLES = "xl/styles.xml"
BODY = "word/document.xml"
SHEETS_NAMESPACE = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
WORDS_NAMESPACE = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
PACKAGE = "http://schemas.openxmlformats.org/package/2006/relationships"
OFFICE_PARTS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"


def row(*cells: str, of_row: str = "", of_cell: str = "") -> str:
    """A row of an OpenDocument sheet, with attributes of it and of its cells."""
    shown = "".join(f"<table:table-cell {of_cell}><text:p>{cell}</text:p></table:table-cell>" for cell in cells)
    return f"<table:table-row {of_row}>{shown}</table:table-row>"


ROWS = row("Table 1: Kites") + row("Area", "2031") + row("Vale", "12") + row("Moor", "34")


def ods(rows: str, before: str = "", name: str = "Table_1") -> bytes:
    """An OpenDocument spreadsheet of one sheet."""
    sheet = f'<table:table table:name="{name}">{rows}</table:table>'
    return ods_of(f"<office:spreadsheet>{sheet}</office:spreadsheet>", before=before)


def sheet(rows: str, above: str = "", below: str = "", before: str = "") -> dict[str, str]:
    """The part of a workbook that its sheet is."""
    return {
        SHEET: f'{before}<worksheet xmlns="{SHEETS_NAMESPACE}">{above}<sheetData>{rows}</sheetData>{below}</worksheet>'
    }


def body(words: str, before: str = "") -> dict[str, str]:
    """The part of a Word document that its text is."""
    return {BODY: f'{before}<w:document xmlns:w="{WORDS_NAMESPACE}"><w:body>{words}</w:body></w:document>'}


def leading(kind: str, to: str) -> str:
    """The links of a part to another."""
    link = f'<Relationship Id="rId1" Type="{OFFICE_PARTS}/{kind}" Target="{to}"/>'
    return f'<Relationships xmlns="{PACKAGE}">{link}</Relationships>'


def xlsx(replaced: Mapping[str, str]) -> bytes:
    """A workbook with some of its parts replaced."""
    from openpyxl import Workbook

    book, out = Workbook(), BytesIO()
    for values in (["Table 1: Kites"], ["Area", "2031"], ["Vale", 12], ["Moor", 34]):
        book.active.append(values)
    book.save(out)
    return _replaced(out.getvalue(), replaced)


def docx(replaced: Mapping[str, str]) -> bytes:
    """A Word document with some of its parts replaced."""
    from docx import Document

    document, out = Document(), BytesIO()
    document.add_paragraph("Kites were flown by 1,204 people in 2031.")
    document.save(out)
    return _replaced(out.getvalue(), replaced)


def _replaced(whole: bytes, replaced: Mapping[str, str]) -> bytes:
    with ZipFile(BytesIO(whole)) as archive:
        held: dict[str, bytes | str] = {name: archive.read(name) for name in archive.namelist()}
    return zipped(held | dict(replaced))


def _with_entities(before: str, cell: str) -> Mapping[str, Callable[[], bytes]]:
    of_sheet = f'<row r="1"><c r="A1" t="inlineStr"><is><t>{cell}</t></is></c></row>'
    return {
        "ods": lambda: ods(ROWS + row("Vale", cell), before),
        "xlsx": lambda: xlsx(sheet(of_sheet, before=before)),
        "docx": lambda: docx(body(f"<w:p><w:r><w:t>{cell}</w:t></w:r></w:p>", before)),
    }


def _numbers(rows: int) -> str:
    return "".join(f'<row r="{n}"><c r="A{n}"><v>{n}</v></c></row>' for n in range(1, rows + 1))


MERGED = '<mergeCells><mergeCell ref="A1:XFD1048576"/>%s</mergeCells>'
NOWHERE = '<row r="0"><c r="ZZZZZZ0"><v>1e999</v></c><c r="-1" s="99999"><v>nan</v></c><c t="s"><v>99999</v></c></row>'
DEEP_TABLE = "<w:tbl><w:tr><w:tc>" * 5_000 + "<w:p/>" + "</w:tc></w:tr></w:tbl>" * 5_000
WIDE_CELL = '<w:tc><w:tcPr><w:gridSpan w:val="1000000000"/></w:tcPr><w:p><w:r><w:t>Kites</w:t></w:r></w:p></w:tc>'
CALLING = "of:=WEBSERVICE(&quot;http://127.0.0.1:9&quot;)"
STYLED = (
    f'<styleSheet xmlns="{SHEETS_NAMESPACE}"><cellXfs>' + '<xf numFmtId="0"/>' * 1_000_000 + "</cellXfs></styleSheet>"
)
OFFICE: Mapping[str, Callable[[], bytes]] = {
    **{f"{kind}-{name}": make for name, told in ENTITIES.items() for kind, make in _with_entities(*told).items()},
    "ods-repeated-rows": lambda: ods(ROWS + row("Vale", "9", of_row='table:number-rows-repeated="1000000000"')),
    "ods-repeated-cells": lambda: ods(ROWS + row("9", of_cell='table:number-columns-repeated="1000000000"')),
    "ods-repeated-both-ways": lambda: ods(
        ROWS + row("9", of_row='table:number-rows-repeated="1048576"', of_cell='table:number-columns-repeated="1024"')
    ),
    "ods-odd-repeats": lambda: ods(
        ROWS + "".join(row("9", of_cell=f'table:number-columns-repeated="{odd}"') for odd in ("-5", "many", "", "1e9"))
    ),
    "ods-spans": lambda: ods(ROWS + row("9", of_cell='table:number-columns-spanned="99999999"')),
    "ods-deep": lambda: ods(ROWS + row("<text:span>" * 50_000 + "kites" + "</text:span>" * 50_000)),
    "ods-spaces": lambda: ods(ROWS + row('<text:s text:c="2000000000"/>')),
    "ods-formulas": lambda: ods(ROWS + row("=HYPERLINK(&quot;x&quot;)", "1", of_cell=f'table:formula="{CALLING}"')),
    "ods-named-upward": lambda: ods(ROWS, name="../../x"),
    "ods-broken": lambda: ods(ROWS + "<table:table-row>"),
    "ods-source-among-rows": lambda: ods(
        row("Area", "Crew", "2031") + row("Source:", "a", "") + row("Vale", "b", "12") * 9
    ),
    "ods-nothing": lambda: ods(""),
    "ods-many-rows": lambda: ods(ROWS + row("Vale", "1") * 10_000),
    "ods-many-sheets": lambda: ods('</table:table><table:table table:name="x">' * 20_000),
    "xlsx-far-cell": lambda: xlsx(sheet('<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>')),
    "xlsx-many-rows": lambda: xlsx(sheet(_numbers(10_000))),
    "xlsx-merged": lambda: xlsx(sheet(_numbers(9), below=MERGED % "")),
    "xlsx-merged-again": lambda: xlsx(
        sheet(_numbers(9), below=MERGED % "".join(f'<mergeCell ref="A{n}:XFD{n}"/>' for n in range(1, 9_000)))
    ),
    "xlsx-formulas": lambda: xlsx(sheet('<row r="1"><c r="A1"><f>WEBSERVICE("http://127.0.0.1:9")</f></c></row>')),
    "xlsx-million-styles": lambda: xlsx({STYLES: STYLED}),
    "xlsx-cells-of-nowhere": lambda: xlsx(sheet(NOWHERE)),
    "xlsx-without-sheets": lambda: xlsx({"xl/workbook.xml": "<workbook/>"}),
    "xlsx-leading-out": lambda: xlsx({"xl/_rels/workbook.xml.rels": leading("worksheet", "../../../../etc/passwd")}),
    "docx-deep": lambda: docx(body(DEEP_TABLE)),
    "docx-spans": lambda: docx(body(f"<w:tbl><w:tr>{WIDE_CELL}</w:tr></w:tbl>")),
    "docx-many": lambda: docx(body("<w:p><w:r><w:t>Kites were flown.</w:t></w:r></w:p>" * 5_000)),
    "docx-leading-out": lambda: docx({"word/_rels/document.xml.rels": leading("footnotes", "/etc/passwd")}),
    "docx-broken": lambda: docx(body("<w:p>")),
    "docx-without-types": lambda: zipped(body("")),
}
