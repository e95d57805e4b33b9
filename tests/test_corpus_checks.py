"""A publication's counts and totals worked out again: what agrees says nothing, a slip is shown."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from made_up import LATER, bulletins

from corpus.checks import checks
from corpus.models import Document, Locator, Publication, Table
from corpus.read import parse

MET = "3 of 8 probation service levels met their target in 2031 to 2032"


def read(text: str) -> Document:
    return parse(text, Path("made-up.txt"))


def of_table(headers: tuple[str, ...], *rows: tuple[str, ...]) -> Document:
    table = Table(locator=Locator("made-up", "Table 4"), title="Made-up", headers=headers, rows=rows)
    return Document(publication=Publication(id="made-up", title="Made-up"), tables=(table,))


def printing(count: str) -> Document:
    """The later bulletin, with another count in its main points."""
    assert MET in LATER
    return read(LATER.replace(MET, count))


@pytest.mark.parametrize(
    ("printed", "said"),
    [
        pytest.param("4 of 8 {} met target", "4 of 8 met is printed; the tables give 3 of 8", id="count"),
        pytest.param("3 of 9 {} met target", "3 of 9 met is printed; the tables give 3 of 8", id="base"),
        pytest.param("6 of 8 {} missed target", "6 of 8 missed is printed; the tables give 5 of 8", id="missed"),
        pytest.param("3 of 4 {} improved", "3 of 4 improved is printed; the tables give 2 of 4", id="improved"),
        pytest.param("2 of 2 crs {} improved", "2 of 2 CRS improved is printed; the tables give 1 of 2", id="service"),
    ],
)
def test_a_printed_count_that_the_tables_do_not_give_is_shown(printed, said):
    found = checks(printing(printed.format("service levels") + " in 2031 to 2032"))
    assert found == (f"Section 1: Main Points: {said}",)


@pytest.mark.parametrize(
    "printed",
    [
        pytest.param(MET, id="right"),
        pytest.param("2 of 2 service levels on lamps met target in 2031 to 2032", id="of-some-of-the-measures"),
        pytest.param("9 of 9 service levels met target in 2030 to 2031", id="of-an-earlier-year"),
    ],
)
def test_a_count_that_the_tables_give_or_cannot_give_is_not(printed):
    assert checks(printing(printed)) == ()


def test_a_count_printed_twice_in_a_place_is_told_once():
    wrong = MET.replace("3", "4", 1)
    assert len(checks(printing(f"{wrong}.\nOn the whole, {wrong}"))) == 1


def test_the_made_up_bulletins_agree_with_themselves():
    assert [(len(document.counts) > 0, checks(document)) for document in bulletins()] == [(True, ())] * 2


HEADERS = ("Region", "Men", "Women")
ROWS = (("North", "10", "7"), ("South", "20", "5"), ("West", "2", "3"))
MEN = tuple(row[:2] for row in ROWS)


@pytest.mark.parametrize(
    ("headers", "rows", "said"),
    [
        pytest.param(HEADERS, (*ROWS, ("Total", "32", "15")), (), id="adds-up"),
        pytest.param(
            ("Region", "Men", "Women", "Others"),
            (*(("North", "10", "7", "1"), ("South", "20", "5", "1")), ("Total", "30", "22", "2")),
            ("Table 4, Total, Women: 22 is printed; the parts add up to 12",), id="one-column",
        ),
        pytest.param(
            ("Region", "Men"), (*MEN, ("Total", "35")),
            ("Table 4, Total, Men: 35 is printed; the parts add up to 32",), id="one-column-alone-and-near",
        ),
        pytest.param(("Region", "Men"), (*MEN, ("Total", "90")), (), id="one-column-alone-and-far"),
        pytest.param(HEADERS, (*ROWS, ("Total", "33", "14")), (), id="rounded-parts"),
        pytest.param(HEADERS, (*ROWS, ("Total", "50", "30")), (), id="parts-that-overlap"),
        pytest.param(("Region", "Men (%)", "Women (%)"), (*ROWS, ("Total", "29", "15")), (), id="percentages"),
        pytest.param(HEADERS, (*ROWS, ("of which old", "1", "1"), ("Total", "32", "9")), (), id="of-which"),
        pytest.param(HEADERS, (*ROWS, ("Total", "32", "[x]")), (), id="withheld"),
        pytest.param(
            ("Region", "Men", "Women", "All people"),
            (("North", "10", "7", "17"), ("South", "20", "5", "25"), ("West", "2", "3", "15")),
            ("Table 4, West, All people: 15 is printed; the parts add up to 5",), id="one-row",
        ),
        pytest.param(
            HEADERS, (("North", "1,000", "7,000"), ("South", "2,000", "5,000"), ("Total", "4,000", "12,000")),
            (), id="rounded-to-thousands",
        ),
    ],
)  # fmt: skip
def test_a_printed_total_is_held_against_its_parts(headers, rows, said):
    assert checks(of_table(headers, *rows)) == said


COUNTS = st.integers(3, 6).flatmap(
    lambda width: st.lists(st.lists(st.integers(0, 9999), min_size=width, max_size=width), min_size=2, max_size=9)
)


@given(parts=COUNTS, slip=st.integers(min_value=5_001, max_value=90_000))
def test_totals_that_add_up_are_never_shown_and_one_that_does_not_always_is(parts, slip):
    sums = [sum(column) for column in zip(*parts, strict=True)]
    headers = ("Region", *(f"Column {n}" for n in range(len(sums))))
    rows = [(f"Row {n}", *map(str, row)) for n, row in enumerate(parts)]
    assert checks(of_table(headers, *rows, ("Total", *map(str, sums)))) == ()
    slipped = of_table(headers, *rows, ("Total", str(sums[0] + slip), *map(str, sums[1:])))
    printed = f"Table 4, Total, Column 0: {sums[0] + slip:,} is printed; the parts add up to {sums[0]:,}"
    assert checks(slipped) == (printed,)


def test_the_real_publications_give_no_false_alarm(publications):
    from corpus.library import documents
    from corpus.read import read as read_file

    found = {path.name: checks(read_file(path, documents())) for path in sorted(publications.glob("*.txt"))}
    assert found and not any(found.values())
