"""Where a place is in a publication, and the parts it is drawn in."""

import pytest
from test_assistant_arranged import passage, reading, table

from assistant.reading_order import Spot, fingerprint, part_of, parts
from corpus.bands import row_quote
from corpus.models import Table

BOATS = table("Table 2", "Boats by port", ("A",))
LAMPS = Table(
    locator=BOATS.locator,
    title="Lamps by port",
    headers=("Port", "Lamps"),
    rows=(("North Quay, east", "3"), ("CRS QM102 - Lamps lit", "4"), ("QM103 - Lamps out", "5")),
    section=("A",),
)
READ = reading(
    (
        passage("Table 2 shows boats.", "Table 2", ("A",)),
        passage("First of two.", "paragraph 1.1", ("A",)),
        passage("Second of two.", "paragraph 1.1", ("A",)),
        passage("Elsewhere.", "Figure 1", ("B",)),
    ),
    (BOATS, LAMPS),
)
FIRST, SECOND = (block.anchor for block in READ.blocks if block.table)


@pytest.mark.parametrize(
    ("place", "text", "expected"),
    [
        pytest.param("paragraph 1.1", "", Spot("at-paragraph-1-1"), id="first-of-its-name"),
        pytest.param("paragraph 1.1", "Second of two.", Spot("at-paragraph-1-1--2"), id="told-by-its-text"),
        pytest.param("gone", "Second of two.", Spot("at-paragraph-1-1--2"), id="by-text-alone"),
        pytest.param("paragraph 1.1", "Text of another edition.", Spot("at-paragraph-1-1"), id="text-not-there"),
        pytest.param("Table 2", "", Spot(FIRST), id="the-table-before-text-on-it"),
        pytest.param("Table 2", "Table 2 shows boats.", Spot("at-table-2"), id="text-on-a-table"),
        pytest.param("Table 2, QM103", "", Spot(SECOND, 2), id="row-by-its-code"),
        pytest.param("Table 2, QM102", "", Spot(SECOND, 1), id="code-within-a-label"),
        pytest.param("Table 2, North Quay, east", "", Spot(SECOND, 0), id="label-with-a-comma"),
        pytest.param("Table 2, x", row_quote(BOATS, 0), Spot(FIRST, 0), id="row-by-its-quote"),
        pytest.param("Table 2, QM999", "", Spot(FIRST), id="no-such-row"),
        pytest.param("Figure 1, note 3", "", Spot("at-figure-1"), id="part-of-what-is-there"),
        pytest.param("B", "", Spot("section-2"), id="heading"),
        pytest.param("section-2", "", Spot("section-2"), id="heading-by-its-name"),
        pytest.param("paragraph 9.9", "", None, id="nowhere"),
    ],
)
def test_a_place_is_found(place, text, expected):
    assert READ.spot(place, fingerprint(text) if text else "") == expected


def test_a_row_has_a_name_of_its_own():
    assert Spot("at-table-2", 3).name == "at-table-2-row-3" and Spot("at-table-2").name == "at-table-2"


def long_report(chapters, texts=2, length=100):
    paths = [(f"Chapter {n}",) for n in range(chapters) for _ in range(texts)]
    return reading(tuple(passage("x" * length, section=path) for path in paths))


IN_PIECES = [["Chapter 0"], ["Chapter 0"], ["Chapter 1"], ["Chapter 1"], ["Chapter 2"], ["Chapter 2"]]


@pytest.mark.parametrize(
    ("longest", "expected"),
    [
        pytest.param(1000, [["Chapter 0", "Chapter 1", "Chapter 2"]], id="all-at-once"),
        pytest.param(450, [["Chapter 0", "Chapter 1"], ["Chapter 2"]], id="whole-chapters"),
        pytest.param(100, IN_PIECES, id="a-long-chapter-in-pieces"),
        pytest.param(10, IN_PIECES, id="a-longer-text-is-whole"),
    ],
)
def test_parts_are_no_longer_than_is_drawn_at_once(longest, expected):
    drawn = parts(long_report(3), longest)
    assert [[section.heading for section in sections] for sections in drawn] == expected
    assert sum(len(section.blocks) for sections in drawn for section in sections) == 6


def test_the_part_of_a_place_is_the_one_that_has_it():
    read = long_report(3)
    drawn = parts(read, 200)
    assert [part_of(drawn, Spot(block.anchor)) for block in read.blocks] == [0, 0, 1, 1, 2, 2]
    assert part_of(drawn, Spot("section-3")) == 2 and part_of(drawn, Spot("nowhere")) == 0
