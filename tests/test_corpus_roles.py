"""The unit of a figure is what its heading has in brackets, where that is a unit, or what its cells print."""

import pytest

from corpus.models import Locator, Table
from corpus.roles import unit, unit_of, without_unit


def table(header: str, *cells: str) -> Table:
    rows = tuple((f"Row {number}", cell) for number, cell in enumerate(cells))
    return Table(locator=Locator("made-up", "Table 9"), title="", headers=("Craft", header), rows=rows)


@pytest.mark.parametrize(
    ("header", "name", "expected"),
    [
        ("Made (FTE)", "Made", "FTE"),
        ("Made (£ million)", "Made", "£ million"),
        ("Made (number)", "Made", "number"),
        ("Lost (per cent)", "Lost", "percent"),
        ("Lost (percentage)", "Lost", "percent"),
        ("Lost (percentage points)", "Lost", "percentage points"),
        ("Lost (% of made)", "Lost (% of made)", "percent"),
        ("Kites (end of the flying season)", "Kites (end of the flying season)", ""),
        ("Kites (June 2031)", "Kites (June 2031)", ""),
        ("Kites (2031-32)", "Kites (2031-32)", ""),
        ("Kites (provisional)", "Kites (provisional)", ""),
        ("Kites (revised)", "Kites (revised)", ""),
        ("Kites", "Kites", ""),
    ],
)
def test_what_stands_in_brackets_after_a_heading_is_its_unit_where_it_is_short(
    header: str, name: str, expected: str
) -> None:
    assert (without_unit(header), unit(header)) == (name, expected)


def test_a_cell_prints_its_unit_where_the_heading_has_none() -> None:
    assert [unit(header, "3.5%") for header in ("Lost", "Lost (revised)", "Lost (FTE)")] == [
        "percent",
        "percent",
        "FTE",
    ]


@pytest.mark.parametrize(
    ("cells", "expected"),
    [
        (("3.5%", "-", "[x]"), ["percent", "percent", "percent"]),
        (("7", "-", "8"), ["", "", ""]),
        (("5%", "-", "6"), ["percent", "", ""]),
        (("-", "[z]"), ["", ""]),
        (("about 5%", "5%", "-"), ["percent", "percent", "percent"]),
    ],
    ids=["shares", "counts", "both", "no-number", "words"],
)
def test_a_cell_without_a_number_is_in_the_unit_of_its_column(cells: tuple[str, ...], expected: list[str]) -> None:
    made = table("Lost", *cells)
    assert [unit_of(made, 1, cell) for cell in cells] == expected


def test_a_column_without_any_number_is_in_the_unit_of_its_heading() -> None:
    assert unit_of(table("Made (FTE)", "-", "-"), 1, "-") == "FTE"
