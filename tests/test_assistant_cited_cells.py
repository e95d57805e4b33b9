"""Of the rows that an answer cites, the cells whose figures it gives are known: those and no others."""

from dataclasses import replace

import pytest
from asking import ask

from assistant.answers import Answer, Citation, Figure
from assistant.cited_cells import with_cells
from corpus.models import Locator, Publication, Table

TABLE = Table(
    locator=Locator("made-up", "Table 2"),
    title="Made-up measures",
    headers=(
        "Measure", "Performance April 2029 to March 2030 (%)", "Performance April 2030 to March 2031 (%)",
        "Target (%)", "Percentage point change from previous year",
    ),
    rows=(
        ("QM1 - Doors opened", "85.0", "90.0", "90.0", "5.0pp"),
        ("QM2 - Letters answered within 12 days", "12.0", "12.0", "20.0", "[x]"),
        ("QM3 - Letters", "[x]", "[z]", "30.0", "[x]"),
        ("QM4 - Gardens dug", "61.0", "9.6", "19.2", "9.6pp"),
    ),
)  # fmt: skip
BANDS = Table(
    locator=Locator("made-up", "Section 2"),
    title="",
    headers=("Rating", "Thresholds"),
    rows=(("2 - Good", "Less than 80.5% and at least 50.0%"), ("1 - Poor", "Less than 50.0%")),
)
AREAS = Table(
    locator=Locator("made-up", "Table 1"),
    title="Ratings",
    headers=("Region", "Overall Score"),
    rows=(("Wales", "3"), ("East Marsh", "3"), ("England and Wales", "3")),
)


def cited(text: str, *figures: Figure, table: Table = TABLE, rows: tuple[int, ...] = (0,)) -> list[tuple[int, int]]:
    """The cells of source 1, rows of a table, of an answer that says a text."""
    publication = Publication(id="made-up", title="Made-up")
    source = Citation(
        number=1, publication=publication, locator=table.locator, quote="", table=table, rows=rows
    )  # fmt: skip
    other = replace(source, number=2, rows=(3,), table=TABLE)
    answer = Answer(
        question="?", status="answered", headline="", text=text, citations=(source, other), figures=figures
    )  # fmt: skip
    return list(with_cells(answer).citations[0].cells)


@pytest.mark.parametrize(
    ("text", "cells"),
    [
        pytest.param("Doors opened (QM1) was 90.0% in 2030-31 [1].", [(0, 2)], id="value"),
        pytest.param("The target for doors opened (QM1) was 90.0% in 2030-31 [1].", [(0, 3)], id="target"),
        pytest.param("It was 90.0% in 2030-31, exactly meeting its target of 90.0% [1].", [(0, 2), (0, 3)], id="both"),
        pytest.param("At 90.0% against 90.0%, it is on target [1].", [(0, 2), (0, 3)], id="against"),
        pytest.param("It rose by 5.0 percentage points in 2030-31 [1].", [(0, 4)], id="points-are-the-change"),
        pytest.param("It is 5.0% of something [1].", [], id="percent-is-not-the-change"),
        pytest.param("It was 85.0% in 2029-30 [1] and 9.6% elsewhere [2].", [(0, 1)], id="the-mark-that-follows"),
        pytest.param("Nothing was 85.0% of old. Doors opened: 90.0% in 2030-31 [1].", [(0, 2)], id="own-sentence"),
        pytest.param("Doors opened was 90.0% in 2030-31.", [], id="without-a-mark"),
    ],
)
def test_figures_said_before_the_mark_are_found_by_what_their_columns_mean(text, cells):
    assert cited(text) == cells


@pytest.mark.parametrize(
    ("year", "cells"), [("2029-30", [(1, 1)]), ("2030-31", [(1, 2)]), ("2029-30 and 2030-31", [(1, 1), (1, 2)])]
)
def test_of_two_years_with_one_figure_the_year_said_is_meant(year, cells):
    assert cited(f"Letters answered within 12 days was 12.0% in {year} [1].", rows=(1,)) == cells


@pytest.mark.parametrize(
    ("text", "cells"),
    [
        pytest.param("Letters (QM3) is published as [z] in 2030-31: no figure [1].", [(2, 2)], id="value"),
        pytest.param("No change on the previous year is published ([x]) for it [1].", [(2, 4)], id="change"),
    ],
)
def test_a_symbol_said_in_place_of_a_figure_is_a_figure(text, cells):
    assert cited(text, rows=(2,)) == cells


def test_of_several_rows_a_figure_is_of_those_named_and_the_longest_name_wins():
    text = "- Doors opened (QM1): 90.0%, 2030-31 [1]\n- Letters answered within 12 days: 12.0%, 2030-31 [1]"
    assert cited(text, rows=(0, 1, 2)) == [(0, 2), (1, 2)]
    assert cited("In England and Wales 2 regions were rated 3: East Marsh [1].", table=AREAS, rows=(0, 1, 2)) == [
        (1, 1),
        (2, 1),
    ]
    assert cited("3 of 3 regions counted [1].", table=AREAS, rows=(0, 1, 2)) == []


def test_thresholds_in_words_are_figures():
    text = "The thresholds are 2 (Good): at least 50.0% and less than 80.5% [1]."
    assert cited(text, table=BANDS, rows=(0, 1)) == [(0, 1)]
    assert cited("A score of 49% is rated 1: less than 50.0% [1].", table=BANDS, rows=(1,)) == [(1, 1)]


def test_what_a_working_starts_from_is_given_and_what_it_ends_in_is_not():
    worked = Figure("9.6 percentage points", None, "19.2 - 9.6 = 9.6 [1]")
    assert cited("It was 9.6 percentage points below [1].", worked, rows=(3,)) == [(3, 2), (3, 3)]
    assert cited("It fell.", Figure("5.0", None, "90.0 - 85.0 = 5.0 [1]")) == [(0, 1), (0, 2)]
    assert cited("It fell.", Figure("5.0", None, "90.0 - 85.0 = 5.0 [2]")) == []


def test_a_sum_over_rows_is_of_the_column_that_prints_all_of_them():
    assert cited("In all.", Figure("73.0", None, "12.0 + 61.0 = 73.0 [1]"), rows=(1, 3)) == [(1, 1), (3, 1)]
    assert cited("In all.", Figure("50%", None, "12 / 24 = 50% [1]"), rows=(1, 3)) == []


def test_before_several_marks_a_figure_is_of_the_source_it_is_accounted_to():
    text = "It rose from 85.0% to 9.6% [1] [2]."
    figures = (Figure("85.0%", 2), Figure("9.6%", 2))
    assert cited(text) == [(0, 1)]
    assert cited(text, *figures) == []


def test_a_figure_accounted_for_and_not_said_is_given():
    assert cited("See there.", Figure("90.0%", 1)) == [(0, 2)]
    assert cited("See there.", Figure("5.0 percentage points", 1)) == [(0, 4)]


@pytest.mark.parametrize(
    "question",
    [
        "Was the target for QM101 met in 2031-32?",
        "How many probation targets were met in 2031-32?",
        "Which measure missed its target by the most in 2031-32?",
        "How did QM102 change between 2030-31 and 2031-32?",
        "How were the regions rated in 2031-32?",
        "What are the scorecard thresholds?",
    ],
)
def test_every_figure_of_an_answer_that_a_cited_row_prints_is_in_a_cell(question):
    answer = with_cells(ask(question))
    assert any(source.cells for source in answer.citations)
    for source in answer.citations:
        assert all(row in source.rows for row, _ in source.cells)
        shown = {source.table.rows[row][column] for row, column in source.cells} if source.table else set()
        for figure in (one.text for one in answer.figures if one.citation == source.number and source.rows):
            number = figure.split()[0].strip("%")
            assert any(number in cell for cell in shown), figure
