"""Tables that cross measures, regions and quarters: each cell is what its labels and headings say, or nothing."""

from pathlib import Path

import pytest

from corpus import read
from corpus.crossed_observations import crossed
from corpus.crossed_said import names_of
from corpus.models import ENGLAND_AND_WALES, Locator, Note, Table
from corpus.periods import parse_period
from evals.made_workbooks import LAYOUTS, as_ods, as_xlsx, workbook

LANTERNS, KITES = "QX101 - Lanterns lit", "QX102 - Kites mended"
REGIONS = ("North Vale", "Ashby, Lorne & Tarn", "England and Wales")


def table(title, headers, *rows, **more):
    return Table(locator=Locator("made-up", "Table 3"), title=title, headers=tuple(headers), rows=tuple(rows), **more)


def found(one, notes=(), default=""):
    names = names_of([one], ENGLAND_AND_WALES)
    return crossed(one, names, list(notes), "", parse_period(default))


def cells(observations):
    return {(o.measure.code or o.measure.name, o.area, o.period.label): o.shown for o in observations}


WANTED = {
    ("QX101", "North Vale", "April 2031 to June 2031"): "71.2",
    ("QX101", "North Vale", "July 2031 to September 2031"): "[x]",
    ("QX101", "England and Wales", "April 2031 to June 2031"): "60.0",
    ("QX101", "England and Wales", "July 2031 to September 2031"): "61.5",
}
SHAPES = {
    "long": table(
        "Performance by region and quarter",
        ("Region", "Measure", "Quarter", "Value (%)"),
        ("North Vale", LANTERNS, "Q1 2031-32", "71.2"),
        ("North Vale", LANTERNS, "Q2 2031-32", "[x]"),
        ("England and Wales", LANTERNS, "Q1 2031-32", "60.0"),
        ("England and Wales", LANTERNS, "Q2 2031-32", "61.5"),
    ),
    "long-in-many-columns": table(
        "Regional data",
        ("Region code", "Region", "Measure code", "Measure", "Year", "Quarter", "Value type", "Unit", "Value", "Notes"),
        ("R1", "North Vale", "QX101", "Lanterns lit", "2031-32", "Q1", "Performance", "%", "71.2", ""),
        ("R1", "North Vale", "QX101", "Lanterns lit", "2031-32", "Q2", "Performance", "%", "[x]", ""),
        ("R9", "National", "QX101", "Lanterns lit", "2031-32", "Q1", "Performance", "%", "60.0", ""),
        ("R9", "National", "QX101", "Lanterns lit", "2031-32", "Q2", "Performance", "%", "61.5", "Revised"),
    ),
    "measure-in-the-title": table(
        f"{LANTERNS} by region and quarter, 2031-32 (%)",
        ("Region", "Q1", "Q2"),
        ("North Vale", "71.2", "[x]"),
        ("Total", "60.0", "61.5"),
    ),
    "year-over-quarters": table(
        f"{LANTERNS} by probation region",
        ("Region", "2031-32 Apr to Jun", "2031-32 Jul to Sep"),
        ("North Vale", "71.2%", "[x]"),
        ("England & Wales", "60.0%", "61.5%"),
    ),
    "measure-over-quarters": table(
        "Performance by region",
        ("Region", f"{LANTERNS} Apr to Jun 2031", f"{LANTERNS} Jul to Sep 2031"),
        ("North Vale", "71.2", "[x]"),
        ("All regions", "60.0", "61.5"),
    ),
    "rows-of-region-and-measure": table(
        "Performance, 2031-32",
        ("Region", "Measure", "Q1 2031/32", "Q2 2031/32"),
        ("North Vale", LANTERNS, "71.2", "[x]"),
        ("England and Wales", LANTERNS, "60.0", "61.5"),
    ),
    "regions-over-measures": table(
        "Performance by region",
        ("Region and measure", "Q1 2031-32", "Q2 2031-32"),
        ("North Vale", "", ""),
        (LANTERNS, "71.2", "[x]"),
        ("England and Wales", "", ""),
        (LANTERNS, "60.0", "61.5"),
    ),
    "quarters-in-rows": table(
        f"{LANTERNS} by quarter and region",
        ("Quarter", "North Vale", "England and Wales"),
        ("Q1 2031-32", "71.2", "60.0"),
        ("Q2 2031-32", "[x]", "61.5"),
    ),
}


@pytest.mark.parametrize("shape", SHAPES)
def test_every_shape_gives_the_same_figures(shape):
    observations = found(SHAPES[shape])
    assert {key: shown.removesuffix("%") for key, shown in cells(observations).items()} == WANTED


@pytest.mark.parametrize("shape", SHAPES)
def test_every_figure_knows_its_cell_and_its_row(shape):
    one = SHAPES[shape]
    for observation in found(one):
        row, column = observation.cell
        assert one.rows[row][column] == observation.shown
        assert set(observation.locator.row.split(", ")) & {*one.rows[row], "North Vale", "England and Wales"}


def test_a_symbol_is_no_figure():
    (observation,) = (o for o in found(SHAPES["long"]) if o.shown == "[x]")
    assert observation.value is None


def test_a_target_stands_beside_its_quarter():
    one = table(
        f"{LANTERNS} by region",
        ("Region", "Q1 2031-32 Value (%)", "Q1 2031-32 Target (%)", "Q2 2031-32 Value (%)", "Q2 2031-32 Target (%)"),
        ("North Vale", "71.2", "70.0", "68.0", "72.0"),
    )
    assert [(o.shown, o.target_shown, o.unit) for o in found(one)] == [
        ("71.2", "70.0", "percent"),
        ("68.0", "72.0", "percent"),
    ]


def test_a_target_without_a_period_is_of_every_period():
    one = table(
        f"{LANTERNS} by region",
        ("Region", "Target", "Q1 2031-32", "Q2 2031-32"),
        ("North Vale", "70.0", "71.2", "68.0"),
    )
    assert [(o.shown, o.target_shown) for o in found(one)] == [("71.2", "70.0"), ("68.0", "70.0")]


def test_notes_reach_the_measures_they_name_and_the_rows_that_bear_their_mark():
    one = table(
        "Performance by region, Q1 2031-32",
        ("Region", LANTERNS, KITES),
        ("North Vale", "71.2", "3.0"),
        ("South Vale", "70.0", "4.0"),
        marks={1: ("note 2",)},
    )
    notes = [Note("note 1", "QX102 counts torn kites; a decrease is better."), Note("note 2", "On paper.")]
    by_cell = {(o.measure.code, o.area): o for o in found(one, notes)}
    assert by_cell["QX102", "North Vale"].lower_is_better
    assert not by_cell["QX101", "North Vale"].lower_is_better
    assert [note.mark for note in by_cell["QX101", "South Vale"].notes] == ["note 2"]


@pytest.mark.parametrize(
    "one",
    [
        pytest.param(
            table(f"{LANTERNS} by region", ("Region", "Q1 2031", "Q2 2031"), ("North Vale", "1.0", "2.0")),
            id="quarters-of-a-year-on-its-own",
        ),
        pytest.param(
            table(f"{LANTERNS} by region", ("Region", "Q1", "Q2"), ("North Vale", "1.0", "2.0")), id="no-year-at-all"
        ),
        pytest.param(
            table(
                f"{LANTERNS} by region and age, Q1 2031-32",
                ("Region", "Age group", "Value"),
                ("North Vale", "Young", "1.0"),
                ("North Vale", "Old", "2.0"),
            ),
            id="a-label-that-is-not-understood",
        ),
        pytest.param(
            table(
                f"{LANTERNS} by region",
                ("Region", "Q1 2031-32", "Apr to Jun 2031"),
                ("North Vale", "1.0", "2.0"),
            ),
            id="two-figures-of-one-thing",
        ),
        pytest.param(
            table("Performance by region", ("Region", "Q1 2031-32", "Q2 2031-32"), ("North Vale", "1.0", "2.0")),
            id="no-measure",
        ),
        pytest.param(
            table(
                "National performance, 2031-32",
                ("Measure", "Period covered", "Performance (%)", "Target (%)"),
                (LANTERNS, "Jan 2032 to Mar 2032", "1.0", "2.0"),
            ),
            id="a-bulletin's-own-table",
        ),
    ],
)
def test_what_is_not_certain_gives_nothing(one):
    assert found(one) == []


def test_a_column_of_something_else_is_left_out():
    one = table(
        f"{LANTERNS} by region", ("Region", "Q1 2031-32", "Number of cases Q1 2031-32"), ("North Vale", "71.2", "204")
    )
    assert [o.shown for o in found(one)] == ["71.2"]


def test_a_column_without_a_period_among_quarters_is_left_out():
    one = table(f"{LANTERNS} by region, 2031-32", ("Region", "Q1", "Performance"), ("North Vale", "71.2", "70.0"))
    assert [(o.shown, o.period.months) for o in found(one)] == [("71.2", 3)]


def test_a_year_among_quarters_is_the_year():
    one = table(f"{LANTERNS} by region, 2031-32", ("Region", "Q1", "Full year"), ("North Vale", "71.2", "70.0"))
    assert [(o.shown, o.period.label) for o in found(one)] == [("71.2", "April 2031 to June 2031"), ("70.0", "2031-32")]


@pytest.mark.parametrize("layout", LAYOUTS)
@pytest.mark.parametrize(("name", "make"), [("tables.ods", as_ods), ("tables.xlsx", as_xlsx)], ids=["ods", "xlsx"])
def test_a_workbook_gives_its_truth_cell_by_cell(layout, name, make, tmp_path):
    for seed in (1, 2):
        made, path = workbook(seed, layout), Path(tmp_path) / f"{seed}-{name}"
        path.write_bytes(make(made))
        (outcome,) = read.outcomes(path)
        observations = [o for o in outcome.document.observations if o.cell]
        assert {(o.measure.code, o.area, o.period): o.shown for o in observations} == dict(made.truth)
        assert len(observations) == len(made.truth)
