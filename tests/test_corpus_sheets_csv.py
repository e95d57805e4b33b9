"""What is CSV and what is prose, and what becomes of CSV."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sheets_fake import PATH

from corpus import formats, sheets
from corpus.errors import UnreadableFile
from corpus.sheets import csv_rows

TIDY = "Region,Measure,Quarter,Value\nNorth Vale,Kites,Q1 2031-32,71.3\nNorth Vale,Kites,Q2 2031-32,[x]\n"


@pytest.mark.parametrize(
    "text",
    [
        pytest.param(TIDY, id="commas"),
        pytest.param(TIDY.replace(",", "\t"), id="tabs"),
        pytest.param(TIDY.replace(",", ";"), id="semicolons"),
        pytest.param(TIDY.replace(",", "|"), id="pipes"),
        pytest.param('Region,Value\n"Ashby, Lorne & Tarn",1\n"The ""Isle""",2\n', id="quoted"),
        pytest.param("Region,Value\n\nNorth,1\n\n", id="blank-lines"),
        pytest.param("Table 2: Kites by region\nRegion,Value\nNorth,1\n", id="a-title-above"),
        pytest.param("Table 2: Kites by region,,\nRegion,Value,Target\nNorth,1,2\n", id="a-title-padded"),
        pytest.param('Region,Value\n"North\nVale",1\n', id="a-line-break-in-quotes"),
    ],
)
def test_csv(text):
    assert sheets.is_csv(text)
    (content,) = formats.contents(text.encode(), PATH)
    assert content.format == "spreadsheet"
    assert content.data_tables
    assert len(content.tables) == 1


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("", id="nothing"),
        pytest.param("Region,Value\n", id="one-row"),
        pytest.param("North\nSouth\nEast\n", id="one-column"),
        pytest.param("Region,Value\nNorth,1,2\n", id="rows-of-other-widths"),
        pytest.param("Kites flew, and bells rang.\nBoats came home, and lanterns were lit.\n", id="sentences"),
        pytest.param(
            "Title\n\nA paragraph.\n\nRegion\tValue\nNorth\t1\nSouth\t2\n\nMore text, and more.\n", id="in-a-text"
        ),
        pytest.param("| Region | Value |\n|---|---|\n| North | 1 |\n", id="markdown"),
        pytest.param("Region | Value\n--- | ---\nNorth | 1\n", id="markdown-without-outer-pipes"),
        pytest.param('Region,Value\n"North,1\n', id="an-open-quote"),
        pytest.param("Region,Value\n" + "x" * 200_000 + ",1\n", id="a-field-as-long-as-a-book"),
    ],
)
def test_no_csv(text):
    assert not sheets.is_csv(text)


def test_a_table_of_long_data_stays_as_it_is():
    (table,) = sheets.csv_content(TIDY, PATH).tables
    assert table.headers == ("Region", "Measure", "Quarter", "Value")
    assert table.rows == (("North Vale", "Kites", "Q1 2031-32", "71.3"), ("North Vale", "Kites", "Q2 2031-32", "[x]"))
    assert (table.locator.place, table.locator.at) == ("Table", "")


def test_a_title_above_names_the_table():
    (table,) = sheets.csv_content("Table 2: Kites by region\nRegion,Value\nNorth,1\n", PATH).tables
    assert (table.locator.place, table.title) == ("Table 2", "Kites by region")


def test_formulas_are_texts():
    (table,) = sheets.csv_content('Region,Value\n"=HYPERLINK(""http://x"",""y"")",1\n', PATH).tables
    assert table.rows == (('=HYPERLINK("http://x","y")', "1"),)


def test_what_is_no_csv_is_refused():
    with pytest.raises(UnreadableFile, match=r"tables\.ods: it is not rows of as many values each\. Save it as CSV"):
        csv_rows.sheet("One line.", PATH)


@given(
    st.lists(st.lists(st.from_regex(r"[A-Za-z]{1,9}", fullmatch=True), min_size=3, max_size=3), min_size=2), st.data()
)
def test_any_rows_of_words_are_told(rows, data):
    delimiter = data.draw(st.sampled_from(csv_rows.DELIMITERS))
    text = "\n".join(delimiter.join(row) for row in rows)
    assert sheets.is_csv(text)
    assert [tuple(cell.shown for cell in row) for row in csv_rows.sheet(text, PATH).rows] == [
        tuple(row) for row in rows
    ]


@given(st.text())
def test_no_text_is_too_odd(text):
    assert sheets.is_csv(text) in (True, False)
