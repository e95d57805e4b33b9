"""Tables as CSV and Excel, read back: numbers stay numbers and text is never a formula."""

import csv
from decimal import Decimal
from io import BytesIO, StringIO

import openpyxl
import pytest
from hypothesis import given
from hypothesis import strategies as st
from ui_fake import HOSTILE

from assistant.exports.text import clean
from assistant.exports.workbook import FORMULA, as_csv, as_workbook

TEXT = st.text(
    st.sampled_from("=+-@\t'\",;\n1.0a|") | st.characters(codec="utf-8", exclude_characters="\r"), max_size=20
)


def read_csv(data: bytes) -> list[list[str]]:
    return list(csv.reader(StringIO(data.decode("utf-8-sig"), newline="")))


def sheet_of(data: bytes):
    return openpyxl.load_workbook(BytesIO(data)).active


def of_cell(text: str | Decimal | None):
    return sheet_of(as_workbook("Made-up", ["Head"], [[text]]))["A2"]


FORMULAS = [
    pytest.param("=1+1", id="equals"),
    pytest.param("+1+1", id="plus"),
    pytest.param("-1+1", id="minus"),
    pytest.param("@SUM(A1)", id="at"),
    pytest.param("\t=1", id="tab"),
    pytest.param("\n=1", id="line-end"),
    pytest.param("-cmd|' /c calc'!A0", id="command"),
    pytest.param('=HYPERLINK("http://example.invalid","x")', id="link"),
    pytest.param("＝1", id="wide-equals"),
    pytest.param("-2.0\n=1", id="number-and-more"),
    pytest.param("\x00=1", id="behind-a-control-character"),
]


@pytest.mark.parametrize("text", FORMULAS)
def test_text_is_no_formula_in_csv(text):
    assert read_csv(as_csv([text], [[text]])) == [[f"'{clean(text)}"]] * 2


@pytest.mark.parametrize("text", FORMULAS)
def test_text_is_no_formula_in_excel_and_reads_back(text):
    cell = of_cell(text)
    assert (cell.value, cell.data_type, cell.quotePrefix) == (clean(text), "s", True)


@pytest.mark.parametrize("text", ["-2.0", "+0.4", "-2.0pp", "-12%", "1,204", "-1,204.5"])
def test_a_lone_number_in_text_is_left_as_printed_in_csv(text):
    assert read_csv(as_csv(["Change"], [[text]]))[1] == [text]


@pytest.mark.parametrize(
    ("number", "written", "look"),
    [
        pytest.param(Decimal("-2.0"), "-2.0", "0.0", id="one-decimal"),
        pytest.param(Decimal("1204"), "1204", "0", id="whole"),
        pytest.param(Decimal("0.25"), "0.25", "0.00", id="two-decimals"),
        pytest.param(Decimal("1E+3"), "1000", "0", id="power"),
    ],
)
def test_a_decimal_is_a_number_with_its_decimals(number, written, look):
    cell = of_cell(number)
    assert (cell.value, cell.data_type, cell.number_format) == (float(number), "n", look)
    assert read_csv(as_csv(["n"], [[number]]))[1] == [written]


def test_nothing_is_an_empty_cell():
    assert of_cell(None).value is None
    assert read_csv(as_csv(["a", "b"], [[None, "x"]]))[1] == ["", "x"]


@pytest.mark.parametrize("text", ["#N/A", "#REF!", "TRUE", "2031-04-01", "1e5", HOSTILE])
def test_text_that_looks_like_something_else_stays_text(text):
    assert (of_cell(text).value, of_cell(text).data_type) == (text, "s")


def test_csv_starts_with_the_mark_of_its_encoding_and_reads_back_whole():
    data = as_csv(["Name", HOSTILE], [["Größe – “so”\nand so", HOSTILE]])
    assert data.startswith(b"\xef\xbb\xbf")
    assert read_csv(data) == [["Name", HOSTILE], ["Größe – “so”\nand so", HOSTILE]]


def test_the_head_is_bold_and_stays_in_view_and_columns_can_be_filtered():
    sheet = sheet_of(as_workbook("Made-up", ["Name", "Value"], [["a", Decimal("7.5")], ["b", Decimal("7.9")]]))
    assert [cell.font.bold for cell in sheet[1]] == [True, True] and not sheet["A2"].font.bold
    assert (sheet.freeze_panes, sheet.auto_filter.ref, sheet.title) == ("A2", "A1:B3", "Made-up")


@pytest.mark.parametrize("title", ["", "'", "[a]:b/c*?\\d", "x" * 40, f"{'x' * 30}' y", HOSTILE, "Figures: 2030-31"])
def test_any_title_gives_a_sheet(title):
    sheet = sheet_of(as_workbook(title, ["a"], []))
    assert 1 <= len(sheet.title) <= 31 and not set(sheet.title) & set("[]:*?/\\")
    assert not sheet.title.startswith("'") and not sheet.title.endswith("'")
    assert [[cell.value for cell in row] for row in sheet.iter_rows()] == [["a"]]


def test_the_file_does_not_say_who_made_it():
    about = openpyxl.load_workbook(BytesIO(as_workbook("Made-up", ["a"], []))).properties
    assert not about.creator and not about.lastModifiedBy and about.title == "Made-up"


@given(TEXT)
def test_no_text_is_lost_or_becomes_a_formula(text):
    (cell,) = read_csv(as_csv(["x", "y"], [[text, ""]]))[1][:1]
    assert cell.removeprefix("'") == clean(text).removeprefix("'")
    assert not FORMULA.match(cell) or cell[1:].replace(",", "").replace(".", "").rstrip("%p").isdigit()
