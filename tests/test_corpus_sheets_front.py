"""What a workbook says of itself on its cover, and its notes."""

from datetime import date

import pytest
from sheets_fake import read

TABLE = [["Table 1: Crafts"], ["Region", "Kites"], ["North", "1.5"]]


def said(*rows):
    """What a cover of these rows says."""
    return read(Cover=[["Vale Crafts, update to March 2032"], *rows], Table_1=TABLE).said


@pytest.mark.parametrize(
    ("rows", "key", "value"),
    [
        pytest.param([], "title", "Vale Crafts, update to March 2032", id="title"),
        pytest.param([["Publisher: Ministry of Kites"]], "publisher", "Ministry of Kites", id="publisher"),
        pytest.param([["Produced by", "Ministry of Kites"]], "publisher", "Ministry of Kites", id="publisher-beside"),
        pytest.param([["Publication date:", "31 July 2032"]], "published", date(2032, 7, 31), id="day"),
        pytest.param([["Date of publication: 2032-07-31"]], "published", date(2032, 7, 31), id="day-in-digits"),
        pytest.param([["Published 31 July 2032"]], "published", date(2032, 7, 31), id="day-in-a-line"),
        pytest.param([["Release date", "9:30am on 31 July 2032"]], "published", date(2032, 7, 31), id="day-and-time"),
        pytest.param(
            [["Period covered", "April 2031 to March 2032"]], "period", "April 2031 to March 2032", id="period"
        ),
        pytest.param([["Geographic coverage: England and Wales"]], "geography", "England and Wales", id="geography"),
        pytest.param([["Licence", "Open Kite Licence"]], "licence", "Open Kite Licence", id="licence"),
    ],
)
def test_a_cover_says(rows, key, value):
    assert said(*rows)[key] == value


@pytest.mark.parametrize(
    "row",
    [
        pytest.param(["Next publication date", "31 July 2033"], id="the-next"),
        pytest.param(["Publication date", "31 February 2032"], id="no-day"),
        pytest.param(["Publication date", "07/08/2032"], id="day-or-month"),
        pytest.param(["Contact: kites@example.org"], id="a-contact"),
    ],
)
def test_a_cover_does_not_say_when(row):
    assert set(said(row)) == {"title"}


def test_the_title_may_have_a_label():
    content = read(Cover=[["Title: Vale Crafts"], ["Publisher", "Ministry of Kites"]], Table_1=TABLE)
    assert content.said == {"title": "Vale Crafts", "publisher": "Ministry of Kites"}


def test_the_lines_of_a_cover_are_text_and_its_list_of_sheets_is_not():
    content = read(
        Cover=[["Vale Crafts"], ["Published", "31 July 2032"], ["Table_1", "Crafts"], ["Kites are counted once."]],
        Contents=[["Contents"], ["Table_1", "Crafts"]],
        Table_1=TABLE,
    )
    assert content.text.split("\n\n") == [
        "# Vale Crafts", "Published 31 July 2032", "Published: 31 July 2032", "Kites are counted once.", "## Table_1",
        "Table 1: Crafts",
    ]  # fmt: skip


def test_a_workbook_may_have_no_cover():
    content = read(Table_1=TABLE, Table_2=TABLE)
    assert content.said == {}
    assert len(content.tables) == 2


@pytest.mark.parametrize(
    ("row", "line"),
    [
        pytest.param(["1", "Kites fly."], "[note 1] Kites fly.", id="a-number"),
        pytest.param(["Note 2", "Kites fly."], "[note 2] Kites fly.", id="with-its-word"),
        pytest.param(["[note 3]", "Kites fly.", "Table 1"], "[note 3] Kites fly.", id="as-a-mark"),
        pytest.param(["Note 4: Kites fly."], "[note 4] Kites fly.", id="on-one-line"),
        pytest.param(["[note 5] Kites fly."], "[note 5] Kites fly.", id="marked-on-one-line"),
        pytest.param(["Kites fly."], "Kites fly.", id="without-number"),
    ],
)
def test_notes_open_with_their_marks(row, line):
    content = read(Notes=[["Notes"], ["Note number", "Note text"], row], Table_1=TABLE)
    assert content.text.split("\n\n")[:2] == ["## Notes", line]


def test_notes_under_a_table_open_with_their_marks():
    content = read(Table_1=[*TABLE, [], ["Note 1: Kites fly."]])
    assert "[note 1] Kites fly." in content.text.split("\n\n")


@pytest.mark.parametrize(
    ("cover", "notes"),
    [
        pytest.param([["[x]", "Not available"], ["[low]", "Nearly nil"]], [["Notes"]], id="cells-of-a-cover"),
        pytest.param([["[x] = Not available"], ["[low]: Nearly nil"]], [["Notes"]], id="lines-of-a-cover"),
        pytest.param([], [["Shorthand", "Meaning"], ["[x]", "Not available"], ["[low]", "Nearly nil"]], id="notes"),
    ],
)
def test_symbols_are_told(cover, notes):
    content = read(Cover=[["Vale Crafts"], *cover], Notes=notes, Table_1=TABLE)
    (table,) = [table for table in content.tables if table.headers[0] == "Symbol"]
    assert table.rows == (("[x]", "Not available"), ("[low]", "Nearly nil"))


def test_a_sheet_of_lines_is_text():
    content = read(Table_1=TABLE, Method=[["How kites are counted"], [], ["Kites are counted at dusk."]])
    assert content.text.split("\n\n")[-3:] == ["## Method", "How kites are counted", "Kites are counted at dusk."]
    assert len(content.tables) == 1
