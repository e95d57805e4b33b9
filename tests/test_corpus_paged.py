"""Each passage and table with the page that it stands on."""

import pytest

from corpus.content import Page
from corpus.models import Locator, Passage, Table
from corpus.paged import place, placed
from corpus.tables import Found

PAGES = (
    Page("", 1, "Kites of the vale"),
    Page("iv", 2, "Lanterns were lit before dusk[footnote 3] by volun-\nteers who came in the evening and"),
    Page("1", 3, "stayed until the bells rang.\n| Vale | Kites |\n|---|---|\n| North | 82 |"),
    Page("2", 4, "| South | 90 |\nKites were mended on the day.\nLanterns were lit before dusk by nobody."),
)


def passage(text: str) -> Passage:
    return Passage(text=text, sentences=(text,), locator=Locator("kites", "Section: Vale"))


def at(*texts: str) -> list[str]:
    return [one.locator.at for one in placed(PAGES, Found((), ""), [passage(text) for text in texts])[1]]


@pytest.mark.parametrize(
    ("text", "where"),
    [
        pytest.param("Kites of the vale", "PDF page 1", id="no printed number"),
        pytest.param("Lanterns were lit before dusk by volunteers", "page iv (PDF page 2)", id="hyphens and marks"),
        pytest.param("by volunteers who came in the evening and stayed until the bells rang.",
                     "pages iv to 1 (PDF pages 2 to 3)", id="over two pages"),
        pytest.param("Kites were mended on the day.", "page 2 (PDF page 4)", id="later"),
        pytest.param("Boats were turned away.", "", id="nowhere"),
        pytest.param("", "", id="nothing"),
    ],
)  # fmt: skip
def test_a_passage_has_the_pages_that_it_stands_on(text, where):
    assert at(text) == [where]


def test_what_stands_twice_is_found_in_the_order_of_reading():
    assert at("Lanterns were lit before dusk", "Kites were mended on the day.", "Lanterns were lit before dusk") == [
        "page iv (PDF page 2)", "page 2 (PDF page 4)", "page 2 (PDF page 4)",
    ]  # fmt: skip


def test_what_stands_before_the_last_is_found_from_the_start():
    assert at("Kites were mended on the day.", "stayed until the bells rang")[1] == "page 1 (PDF page 3)"


def test_a_table_has_the_pages_of_its_first_and_last_row():
    rows = (("North", "82"), ("South", "90"))
    table = Table(locator=Locator("kites", "Table 1"), title="Kites", headers=("Vale", "Kites"), rows=rows)
    found, _ = placed(PAGES, Found((table,), ""), [])
    assert found.tables[0].locator.at == "pages 1 to 2 (PDF pages 3 to 4)"


def test_a_place_that_is_known_is_kept_and_a_file_without_pages_has_none():
    table = Table(locator=Locator("kites", "Table 1", at="sheet 1"), title="", headers=("Vale",), rows=(("North",),))
    assert placed(PAGES, Found((table,), ""), [])[0].tables[0].locator.at == "sheet 1"
    assert placed((), Found((), ""), [passage("Kites")])[1][0].locator.at == ""


@pytest.mark.parametrize(
    ("first", "last", "shown"),
    [
        (PAGES[2], PAGES[2], "page 1 (PDF page 3)"),
        (PAGES[2], PAGES[3], "pages 1 to 2 (PDF pages 3 to 4)"),
        (PAGES[0], PAGES[3], "PDF pages 1 to 4"),
    ],
)
def test_a_range_of_pages_is_named_by_the_printed_numbers_where_both_have_one(first, last, shown):
    assert place(first, last) == shown
