"""What only a file can have: what is hidden, merged, raised, calculated; what a file says and what it does not."""

import pytest
from sheets_fake import PATH, ods, ods_row, relations, texts, xlsx

from corpus import sheets

TITLE = "<table:table-row><table:table-cell><text:p>Table 1: Crafts</text:p></table:table-cell></table:table-row>"
HEAD = ods_row("Region", "Kites", "Boats")
NORTH = ods_row("North", "1", "2")
REST = NORTH.partition("</table:table-cell>")[2]  # of a row, after its first cell
FOLDED = '<table:table-row-group table:display="false">'
CODES = ("0.0", "0.0%", "#,##0,")
FORMATS = (
    "<styleSheet><numFmts>"
    + "".join(f'<numFmt numFmtId="{n}" formatCode="{code}"/>' for n, code in enumerate(CODES, 164))
    + '</numFmts><cellXfs><xf numFmtId="0"/>'
    + "".join(f'<xf numFmtId="{n}"/>' for n, _ in enumerate(CODES, 164))
    + "</cellXfs></styleSheet>"
)


def of_ods(*rows):
    """The rows of the one table of an OpenDocument sheet, and what was left out."""
    content = sheets.ods_content(ods(TITLE + HEAD + "".join(rows)), PATH)
    (table,) = content.tables
    return table.rows, content.left_out


def of_xlsx(rows, **parts):
    """The rows of the one table of an Excel sheet, and what was left out."""
    raw = xlsx(texts(["Table 1: Crafts"], ["Region", "Kites", "Boats"]) + rows, **parts)
    content = sheets.xlsx_content(raw, PATH)
    (table,) = content.tables
    return table.rows, content.left_out


def cell(reference, value="", kind="n", more="", style=0):
    """The markup of a cell of Excel."""
    return f'<c r="{reference}" t="{kind}" s="{style}">{more}{f"<v>{value}</v>" if value else ""}</c>'


@pytest.mark.parametrize(
    ("rows", "expected", "left_out"),
    [
        pytest.param([NORTH], (("North", "1", "2"),), (), id="plain"),
        pytest.param(
            [NORTH, ods_row("South", "3", "4", row='table:visibility="collapse"')],
            (("North", "1", "2"),),
            ("sheet Table_1: 1 row is hidden",),
            id="a-hidden-row",
        ),
        pytest.param(
            [NORTH, FOLDED, ods_row("South", "3", "4"), "</table:table-row-group>"],
            (("North", "1", "2"),),
            ("sheet Table_1: 1 row is hidden",),
            id="a-folded-group",
        ),
        pytest.param(
            ['<table:table-row><table:table-cell><text:p>North</text:p></table:table-cell><table:table-cell'
             ' table:number-columns-repeated="2"><text:p>[x]</text:p></table:table-cell></table:table-row>'],
            (("North", "[x]", "[x]"),),
            (),
            id="repeated-cells",
        ),
        pytest.param(
            ['<table:table-row><table:table-cell><text:p>North<text:s text:c="3"/>Vale</text:p><text:p>and</text:p>'
             "</table:table-cell>" + REST],
            (("North Vale and", "1", "2"),),
            (),
            id="spaces-and-lines",
        ),
        pytest.param(
            ["<table:table-row><table:table-cell><office:annotation><text:p>Why?</text:p></office:annotation>"
             "<text:p>North</text:p></table:table-cell>" + REST],
            (("North", "1", "2"),),
            (),
            id="a-comment-is-not-shown",
        ),
        pytest.param(
            [ods_row("North", "71.3%", "2", cell='office:value-type="percentage" office:value="0.7129"')],
            (("North", "71.3%", "2"),),
            (),
            id="what-is-shown-counts",
        ),
        pytest.param(
            ['<table:table-row><table:table-cell><text:p>North</text:p></table:table-cell>'
             '<table:table-cell office:value-type="float" office:value="71.25"/>'
             '<table:table-cell office:value-type="percentage" office:value="0.713"/></table:table-row>'],
            (("North", "71.25", "71.3%"),),
            (),
            id="a-short-number-without-text",
        ),
        pytest.param(
            ['<table:table-row><table:table-cell><text:p>North</text:p></table:table-cell>'
             '<table:table-cell office:value-type="float" office:value="71.123456789"/>'
             "<table:table-cell><text:p>2</text:p></table:table-cell></table:table-row>"],
            (("North", "", "2"),),
            ("sheet Table_1: 1 number has a format that is not known",),
            id="a-long-number-without-text",
        ),
        pytest.param(
            ['<table:table-row><table:table-cell><text:p>North</text:p></table:table-cell>'
             '<table:table-cell table:formula="of:=[.A1]"/><table:table-cell table:formula="of:=1+1">'
             "<text:p>2</text:p></table:table-cell></table:table-row>"],
            (("North", "", "2"),),
            ("sheet Table_1: 1 formula has no result",),
            id="formulas-are-not-calculated",
        ),
        pytest.param(
            ['<table:table-row><table:table-cell office:value-type="date" office:date-value="2032-08-07">'
             "<text:p>07/08/2032</text:p></table:table-cell>" + REST],
            (("7 August 2032", "1", "2"),),
            (),
            id="a-day-in-digits-is-put-in-words",
        ),
    ],
)  # fmt: skip
def test_opendocument(rows, expected, left_out):
    assert of_ods(*rows) == (expected, left_out)


def test_opendocument_hides_columns():
    columns = '<table:table-column/><table:table-column table:visibility="collapse"/>'
    content = sheets.ods_content(ods(columns + TITLE + HEAD + NORTH), PATH)
    (table,) = content.tables
    assert table.headers == ("Region", "Boats")
    assert content.left_out == ("sheet Table_1: 1 column is hidden",)


def test_raised_digits_are_marks_of_notes():
    style = (
        '<style:style style:name="up" style:family="text">'
        '<style:text-properties style:text-position="super 58%"/></style:style>'
    )
    row = ods_row('North<text:span text:style-name="up">1</text:span>', "71.3", "2")
    row += ods_row("South", '44.5<text:span text:style-name="up">1,2</text:span>', "2")
    (table,) = sheets.ods_content(ods(TITLE + HEAD + row, style), PATH).tables
    assert table.rows == (("North", "71.3", "2"), ("South", "44.5", "2"))
    assert table.marks == {0: ("note 1",), 1: ("note 1", "note 2")}


def test_raised_digits_of_excel_are_marks_of_notes():
    rich = "<is><r><t>71.3</t></r><r><rPr><vertAlign val='superscript'/></rPr><t>1</t></r><rPh><t>x</t></rPh></is>"
    row = f'<row r="3"><c r="A3" t="inlineStr"><is><t>North</t></is></c><c r="B3" t="inlineStr">{rich}</c></row>'
    raw = xlsx(texts(["Table 1: Crafts"], ["Region", "Kites"]) + row)
    (table,) = sheets.xlsx_content(raw, PATH).tables
    assert table.rows == (("North", "71.3"),)
    assert table.marks == {0: ("note 1",)}


@pytest.mark.parametrize(
    ("cells", "expected", "left_out"),
    [
        pytest.param(cell("B3", "71.299999999999997", style=1) + cell("C3", "0.5"), ("71.3", "0.5"), (), id="a-format"),
        pytest.param(
            cell("B3", "0.71299999999999997", style=2) + cell("C3", "1", "b"), ("71.3%", "TRUE"), (), id="percent"
        ),
        pytest.param(
            cell("B3", "0", "s") + cell("C3", "#N/A", "e"), ("[x]", "#N/A"), (), id="a-shared-text-and-an-error"
        ),
        pytest.param(
            cell("B3", "3", more="<f>1+2</f>") + cell("C3", more="<f>[1]other!A1</f>"),
            ("3", ""),
            ("sheet Table_1: 1 formula has no result",),
            id="formulas-are-not-calculated",
        ),
        pytest.param(cell("B3", "=1+1", "str") + cell("C3", "2"), ("=1+1", "2"), (), id="a-formula-as-text"),
        pytest.param(
            cell("B3", "1204000", style=3) + cell("C3", "2"),
            ("", "2"),
            ("sheet Table_1: 1 number has a format that is not known",),
            id="shown-in-thousands",
        ),
        pytest.param(cell("B3", "99", "s") + cell("C3", "2"), ("", "2"), (), id="a-text-that-is-not-there"),
        pytest.param(
            cell("B3", "1e99999999999999999999") + cell("C3", "2"),
            ("", "2"),
            ("sheet Table_1: 1 number has a format that is not known",),
            id="no-number",
        ),
    ],
)
def test_excel(cells, expected, left_out):
    parts = {"xl/styles.xml": FORMATS, "xl/texts.xml": "<sst><si><t>[x]</t></si></sst>"}
    row = f'<row r="3"><c r="A3" t="inlineStr"><is><t>North</t></is></c>{cells}</row>'
    assert of_xlsx(row, extra=parts) == ((("North", *expected),), left_out)


def test_excel_hides_rows_and_columns():
    hidden = '<row r="4" hidden="1"><c r="A4" t="inlineStr"><is><t>South</t></is></c><c r="B4"><v>9</v></c></row>'
    columns = '<cols><col min="3" max="3" hidden="1"/></cols>'
    rows = texts(["Table 1: Crafts"], ["Region", "Kites", "Boats"], ["North", "1", "2"]) + hidden
    content = sheets.xlsx_content(xlsx(rows, above=columns), PATH)
    (table,) = content.tables
    assert (table.headers, table.rows) == (("Region", "Kites"), (("North", "1"),))
    assert content.left_out == ("sheet Table_1: 1 row is hidden", "sheet Table_1: 1 column is hidden")


def test_hidden_sheets_are_named_and_not_read():
    book = (
        '<workbook xmlns:r="r"><sheets><sheet name="Secret" r:id="r9" state="veryHidden"/>'
        '<sheet name="Table_1" r:id="r1"/></sheets></workbook>'
    )
    rows = texts(["Table 1: Crafts"], ["Region", "Kites"], ["North", "1"])
    content = sheets.xlsx_content(xlsx(rows, extra={"xl/workbook.xml": book}), PATH)
    assert len(content.tables) == 1
    assert content.left_out == ("sheet Secret: hidden",)


def test_nothing_outside_the_file_is_read():
    listed = '<sheet name="Outside" r:id="r1"/><sheet name="Table_1" r:id="r2"/>'
    outside = relations(r1=("worksheet", "http://example.org/one.xml")).replace("/></", ' TargetMode="External"/></')
    linked = outside.replace("</Rel", '<Relationship Id="r2" Type="x/worksheet" Target="worksheets/one.xml"/></Rel')
    rows = texts(["Table 1: Crafts"], ["Region", "Kites"], ["North", "1"])
    book = f'<workbook xmlns:r="r"><sheets>{listed}</sheets></workbook>'
    raw = xlsx(rows, extra={"xl/workbook.xml": book, "xl/_rels/workbook.xml.rels": linked})
    assert [table.locator.at for table in sheets.xlsx_content(raw, PATH).tables] == ["sheet Table_1"]
