"""A made-up bulletin of another year, with its own codes, thresholds and notes, reads to the right observations."""

from collections.abc import Callable
from decimal import Decimal
from pathlib import Path

import pytest
from bulletin_fake import BANDS, HEADERS, MEASURES, YEAR, bulletin, flattened, piped, tabbed

from corpus.models import Document, Locator, Note, Observation, Table
from corpus.observations import bands, observations, row_quote, symbols
from corpus.periods import Period, month, performance_year
from corpus.read import parse

YEAR_2031 = performance_year(2031)
D = Decimal


def read_bulletin(text: str = "") -> Document:
    return parse(text or bulletin(), Path("made-up.txt"))


def by_code(document: Document) -> dict[str, Observation]:
    return {o.measure.code: o for o in document.observations if o.measure.code}


def table(headers: tuple[str, ...], *rows: tuple[str, ...], title: str = "", **more) -> Table:
    return Table(locator=Locator("made-up", "Table 9"), title=title, headers=headers, rows=rows, **more)


def read_table(made: Table, *notes: Note) -> list[Observation]:
    return observations(made, notes, [], YEAR_2031)


@pytest.mark.parametrize("layout", [piped, flattened], ids=["piped", "flattened"])
@pytest.mark.parametrize(
    ("code", "value", "target", "change", "first"),
    [
        ("QX101", D("71.5"), D("70.0"), D("1.5"), month(2031, 4)),
        ("QX102", D("55.0"), D("60.0"), None, month(2031, 4)),
        ("QX102R", D("61.2"), D("60.0"), None, month(2031, 5)),
        ("QX103", D("4.2"), D("5.0"), D("-0.8"), month(2031, 4)),
        ("QX104", None, D("80.0"), None, month(2031, 4)),
        ("QX105", D("90.0"), None, D("2.0"), month(2031, 4)),
    ],
)
def test_each_measure_is_an_observation(
    layout: Callable[..., str],
    code: str,
    value: Decimal | None,
    target: Decimal | None,
    change: Decimal | None,
    first: int,
) -> None:
    seen = by_code(read_bulletin(bulletin(layout)))[code]
    assert (seen.value, seen.target, seen.change, seen.period.first) == (value, target, change, first)
    assert (seen.unit, seen.measure.service, str(seen.locator)) == ("percent", "Probation", f"Table 2, {code}")


def test_every_layout_gives_the_same_observations() -> None:
    seen = [read_bulletin(bulletin(layout)).observations for layout in (piped, flattened, tabbed)]
    assert seen[0] == seen[1] == seen[2]
    assert len(seen[0]) == len(MEASURES) + 3  # the ratings; what symbols mean is no figure


def test_symbols_stay_with_what_is_shown() -> None:
    seen = by_code(read_bulletin())
    assert [seen[code].shown for code in ("QX101", "QX102R", "QX104")] == ["71.5 [p]", "61.2 [r]", "[z]"]
    assert seen["QX105"].target_shown == "[x]"


def test_lower_is_better_only_where_a_note_says_so() -> None:
    assert [code for code, seen in by_code(read_bulletin()).items() if seen.lower_is_better] == ["QX103"]


def test_what_was_active_too_short_or_has_no_value_is_not_counted() -> None:
    assert [code for code, seen in by_code(read_bulletin()).items() if not seen.counted] == ["QX102", "QX104"]


def test_a_note_stands_with_the_rows_it_names_and_a_general_one_with_all() -> None:
    marks = {code: [note.mark for note in seen.notes] for code, seen in by_code(read_bulletin()).items()}
    assert marks["QX103"] == ["note 1", "note 3"]
    assert marks["QX104"] == ["note 3", "note 4"]
    assert marks["QX101"] == ["note 3"]


def test_ratings_by_area_with_what_they_are_called() -> None:
    ratings = [o for o in read_bulletin().observations if o.unit == "rating"]
    assert [(o.area, o.value, o.label) for o in ratings] == [
        ("North Vale", 3, "Sound"),
        ("South Vale", 1, "Failing"),
        ("All Vales", 2, "Mixed"),
    ]
    assert [[note.mark for note in o.notes] for o in ratings] == [["note 2"], [], []]
    assert {o.period for o in ratings} == {YEAR_2031}


def test_thresholds_are_the_publications_own() -> None:
    found = read_bulletin().bands
    assert [(b.rating, b.name, b.lower, b.upper) for b in found] == [
        (3, "Sound", D("77.5"), None),
        (2, "Mixed", D("41.0"), D("77.5")),
        (1, "Failing", None, D("41.0")),
    ]


def test_symbols_are_the_publications_own() -> None:
    assert read_bulletin().symbols == {
        "[x]": "Not available",
        "[z]": "Unreliable",
        "[p]": "Provisional",
        "[r]": "Revised",
    }


@pytest.mark.parametrize(
    ("top", "middle", "bottom"),
    [
        tuple(threshold for _, threshold in BANDS),
        ("At least 77.5%", "At least 41.0% and less than 77.5%", "Below 41.0%"),
        ("77.5% or more", "41.0% or more", "Under 41.0%"),
        ("≥ 77.5%", "≥ 41.0% and < 77.5%", "< 41.0%"),
        ("77.5% and above", "Between 41.0% and 77.4%", "Less than 41.0%"),
        ("77.5% to 100.0%", "41.0% to 77.4%", "Less than 41.0%"),
    ],
    ids=["words", "at-least", "or-more", "signs", "between", "to"],
)
def test_thresholds_however_they_are_worded(top: str, middle: str, bottom: str) -> None:
    made = table(("Rating", "Threshold"), ("3 - Sound", top), ("2 - Mixed", middle), ("1 - Failing", bottom))
    assert [(b.lower, b.upper) for b in bands(made)] == [(D("77.5"), None), (D("41.0"), D("77.5")), (None, D("41.0"))]


def test_a_rating_its_name_and_its_threshold_may_be_three_columns() -> None:
    made = table(("Rating", "Name", "Threshold"), ("2", "Fine", "At least 50%"), ("1", "Poor", "Less than 50%"))
    assert [(b.rating, b.name) for b in bands(made)] == [(2, "Fine"), (1, "Poor")]


@pytest.mark.parametrize(
    "threshold", ["Above 50% but see notes", "the best of them", "50", "Less than 80% and above 50%"]
)
def test_a_threshold_that_is_not_understood_makes_no_bands(threshold: str) -> None:
    assert bands(table(("Rating", "Threshold"), ("2 - Fine", threshold), ("1 - Poor", "Less than 50%"))) == []


@pytest.mark.parametrize(
    "note",
    [
        "QX103: a decrease is a positive outcome.",
        "For QX103 a lower figure indicates better performance.",
        "Boats turned away: lower is better.",
        "A reduction in Boats Turned-Away represents an improvement.",
        "QX103: the lower the figure, the better.",
        "An increase in QX103 shows worse performance.",
    ],
)
def test_the_ways_a_note_says_that_lower_is_better(note: str) -> None:
    found = read_table(table(HEADERS, *map(tuple, MEASURES)), Note("note 1", note))
    assert [o.measure.code for o in found if o.lower_is_better] == ["QX103"]


@pytest.mark.parametrize(
    "note",
    [
        "QX103 was lower in 2030 and has improved since.",
        "QX103: a fall does not mean an improvement.",
        "QX103: an increase is a positive outcome.",
        "QX999: a decrease is a positive outcome.",
        "A decrease is a positive outcome.",
    ],
)
def test_what_does_not_say_that_lower_is_better(note: str) -> None:
    made = table(HEADERS, *map(tuple, MEASURES), marks={-1: ("note 1",)})
    assert not any(o.lower_is_better for o in read_table(made, Note("note 1", note)))


def test_a_row_marked_with_a_direction_need_not_be_named() -> None:
    made = table(HEADERS, *map(tuple, MEASURES[:2]), marks={1: ("note 5",)})
    found = read_table(made, Note("note 5", "A decrease is a positive outcome."))
    assert [o.lower_is_better for o in found] == [False, True]


def test_of_names_that_hold_one_another_a_note_names_the_longest() -> None:
    made = table(HEADERS, *map(tuple, MEASURES))
    found = read_table(made, Note("note 1", "Lanterns lit before dusk by volunteers: lower is better."))
    assert [o.measure.code for o in found if o.lower_is_better] == ["QX102R"]


def test_a_code_used_again_in_another_table_does_not_take_its_note() -> None:
    text = (
        bulletin() + "\nTable 3: Commissioned Rehabilitative Services Performance\n\n" + piped(HEADERS, [MEASURES[3]])
    )
    seen = [o for o in read_bulletin(text).observations if o.measure.code == "QX103"]
    assert [(o.measure.service, o.lower_is_better) for o in seen] == [("Probation", True), ("CRS", False)]


def test_two_years_side_by_side_are_two_observations_and_the_target_is_the_latest() -> None:
    headers = ("Measure", "Performance 2030-31 (%)", "Performance 2031-32 (%)", "Target (%)", "Change")
    found = read_table(table(headers, ("QX101 - Kites", "70.0", "71.5", "75.0", "1.5pp")))
    assert [(o.period.label, o.value, o.target, o.change) for o in found] == [
        ("2030-31", D("70.0"), None, None),
        ("2031-32", D("71.5"), D("75.0"), D("1.5")),
    ]


def test_a_period_that_cannot_be_read_is_not_replaced_by_another() -> None:
    rows = (
        ("QX101 - Kites", "the wet season", "71.5", "70.0", "1.5pp"),
        ("QX105 - Paths", YEAR, "90.0", "85.0", "[x]"),
    )
    assert [o.measure.code for o in read_table(table(HEADERS, *rows))] == ["QX105"]


@pytest.mark.parametrize("shown", ["about 70", "", "n/a"])
def test_a_value_that_is_no_number_is_no_observation(shown: str) -> None:
    assert read_table(table(HEADERS, ("QX101 - Kites", YEAR, shown, "70.0", "1.5pp"))) == []


def test_any_other_table_of_numbers_is_named_by_row_and_column() -> None:
    made = table(
        ("Craft", "Stage", "Made (FTE)", "Lost (%)"), ("Kites", "Early", "1,204", "3.5"), ("Boats", "Late", "7", "")
    )
    found = read_table(made)
    assert [(o.measure.name, o.value, o.unit) for o in found] == [
        ("Early: Made", 1204, "FTE"),
        ("Early: Lost", D("3.5"), "percent"),
        ("Late: Made", 7, "FTE"),
    ]


def test_a_cell_without_a_number_is_in_the_unit_of_its_column() -> None:
    rows = ("Early", "3.5%", "7", "5%"), ("Late", "-", "-", "-"), ("Last", "[x]", "8", "6")
    found = read_table(table(("Craft", "Lost", "Made", "Mixed"), *rows))
    assert [o.unit for o in found] == ["percent", "", "percent", "percent", "", "", "percent", "", ""]


def test_a_measure_without_a_value_is_in_the_unit_of_the_others() -> None:
    headers = ("Measure", "Performance", "Target")
    found = read_table(table(headers, ("QX101 - Kites", "71.5%", "70%"), ("QX104 - Boats", "[z]", "80%")))
    assert [(o.value, o.unit) for o in found] == [(D("71.5"), "percent"), (None, "percent")]


def test_a_row_of_any_table_has_the_notes_it_is_marked_with_and_no_other() -> None:
    made = table(("Craft", "Made"), ("Sailing boats", "7"), ("Red kites", "8"), marks={1: ("note 2",)})
    notes = Note("note 1", "Sailing boats are counted when they are launched."), Note("note 2", "Of a sample.")
    assert [[note.mark for note in o.notes] for o in read_table(made, *notes)] == [[], ["note 2"]]


def test_every_row_of_a_table_has_the_notes_of_its_caption() -> None:
    made = table(("Craft", "Made"), ("Boats", "7"), ("Kites", "8"), marks={-1: ("note 1",)})
    assert [[note.mark for note in o.notes] for o in read_table(made, Note("note 1", "Rounded."))] == [["note 1"]] * 2


def test_a_note_printed_under_both_tables_of_a_figure_is_one_note() -> None:
    tables = (
        f"Figure 8: {what} kites, 2031-32\n| Craft | Made |\n|---|---|\n| Boats | 7 [note 1] |\n[note 1] A sample.\n"
        for what in ("Red", "Blue")
    )
    document = read_bulletin("Kites of the year 2031-32\n\nWords about kites.\n\n" + "\n".join(tables))
    assert [[note.text for note in o.notes] for o in document.observations] == [["A sample."], ["A sample."]]


def test_a_column_of_another_period_says_so_in_its_heading() -> None:
    found = read_table(table(("Craft", "Made", "Made in 2030-31"), ("Kites", "7", "6")))
    assert [(o.measure.name, o.period.label) for o in found] == [
        ("Kites: Made", "2031-32"),
        ("Kites: Made in 2030-31", "2030-31"),
    ]


def test_a_table_by_period_is_named_by_its_columns() -> None:
    found = read_table(table(("Period", "Average kites"), ("July 31 – June 32", "36.0"), ("July 32 – June 33", "37.1")))
    assert [(o.measure.name, o.period) for o in found] == [
        ("Average kites", Period(month(2031, 7), month(2032, 6))),
        ("Average kites", Period(month(2032, 7), month(2033, 6))),
    ]


def test_what_symbols_mean_is_no_figure() -> None:
    made = table(("Symbol", "Description"), ("[x]", "Not available"), ("0", "Nil"))
    assert symbols(made) == {"[x]": "Not available", "0": "Nil"}
    assert read_table(made) == []


def test_figures_cover_the_area_of_the_publication() -> None:
    text = bulletin().replace("Applies to England and Wales", "Applies to Wales")
    assert {o.area for o in read_bulletin(text).observations if o.measure.code} == {"Wales"}


def test_a_table_without_any_period_gives_nothing() -> None:
    assert observations(table(("Craft", "Made"), ("Kites", "1")), [], [], None) == []


def test_a_row_is_quoted_with_its_headers_and_without_empty_cells() -> None:
    made = table(("Measure", "Performance (%)", "Target (%)"), ("QX101 - Kites", "71.5", ""))
    assert row_quote(made, 0) == "QX101 - Kites | Performance (%): 71.5"
