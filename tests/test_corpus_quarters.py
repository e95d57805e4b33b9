"""Quarters as publications and people write them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.periods import Period, find_periods, month, parse_period, performance_year
from corpus.quarters import is_quarter, parts, period_name, quarter_name, year_of

THIRD = Period(month(2031, 10), month(2031, 12))
FOURTH = Period(month(2032, 1), month(2032, 3))
YEARS = st.integers(2000, 2090)


@pytest.mark.parametrize(
    ("text", "period"),
    [
        pytest.param("Q3 2031-32", THIRD, id="numbered"),
        pytest.param("Q3 2031/32", THIRD, id="slash"),
        pytest.param("Q3 31/32", THIRD, id="two-digits"),
        pytest.param("2031-32 Q3", THIRD, id="year-first"),
        pytest.param("Quarter 3 2031 to 2032", THIRD, id="years-in-full"),
        pytest.param("Q3 of FY 2031-32", THIRD, id="fiscal"),
        pytest.param("third quarter of 2031-32", THIRD, id="ordinal"),
        pytest.param("the last quarter of the performance year 2031-32", FOURTH, id="last-of-a-year"),
        pytest.param("Oct to Dec 2031", THIRD, id="short-months"),
        pytest.param("October-December 2031", THIRD, id="months"),
        pytest.param("Oct-Dec 31", THIRD, id="two-digit-year"),
        pytest.param("quarter ending December 2031", THIRD, id="ending"),
        pytest.param("quarter to March 2032", FOURTH, id="to"),
        pytest.param("January to March 2031-32", FOURTH, id="months-of-a-performance-year"),
    ],
)
def test_a_quarter_is_read_in_every_form(text, period):
    assert parse_period(text) == period


@pytest.mark.parametrize("text", ["Q3 2031", "2031 Q3", "the third quarter of 2031"])
def test_a_quarter_of_a_year_on_its_own_is_unsure(text):
    (mention,) = find_periods(text)
    assert mention.is_unsure
    assert parse_period(text) is None


@pytest.mark.parametrize("text", ["a quarter of 2031-32 cases", "three quarters of the measures", "Q5 2031-32"])
def test_what_is_no_quarter_is_none(text):
    assert not any(mention.period.months == 3 for mention in find_periods(text))


@pytest.mark.parametrize(
    ("text", "months"),
    [("Q1", (4, 6)), ("the second quarter", (7, 9)), ("Oct to Dec", (10, 12)), ("January-March", (1, 3))],
)
def test_a_part_of_a_year_is_told_without_it(text, months):
    (part,) = parts(text, [])
    period = part.of(performance_year(2031))
    year = 2031 if months[0] > 3 else 2032
    assert period == Period(month(year, months[0]), month(year, months[1]))


def test_what_is_told_with_its_year_is_no_part():
    text = "Q1 2031-32 and Q2"
    assert [text[part.start : part.end] for part in parts(text, find_periods(text))] == ["Q2"]


@given(YEARS, st.integers(1, 4))
def test_the_name_of_a_quarter_is_read_back(year, number):
    first = month(year, 4) + 3 * (number - 1)
    quarter = Period(first, first + 2)
    assert is_quarter(quarter)
    assert year_of(quarter) == performance_year(year)
    assert parse_period(quarter_name(quarter)) == quarter == parse_period(period_name(quarter))


@given(YEARS, st.integers(0, 30))
def test_any_period_has_a_name_that_is_read_back(year, months):
    period = Period(month(year, 4), month(year, 4) + months)
    assert quarter_name(period) == "" or is_quarter(period)
    assert parse_period(period_name(period)) == period
