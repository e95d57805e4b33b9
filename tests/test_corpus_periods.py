"""Periods as publications and people write them: every spelling of one period is that period."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.periods import (
    MONTHS,
    Period,
    find_periods,
    month,
    parse_period,
    performance_year,
    without_periods,
)

APRIL_2024, MARCH_2025 = month(2024, 4), month(2025, 3)
ELEVEN_MONTHS = Period(month(2024, 5), MARCH_2025)
FIRST, LAST = month(1970, 1), month(2069, 12)  # what two digits and four can both name

periods = st.builds(
    lambda first, length: Period(first, min(first + length, LAST)), st.integers(FIRST, LAST), st.integers(0, 60)
)
SPELLINGS = st.sampled_from(
    ["year ending March 2024 and March 2025", "April to June 2021", "2024-25", "24/25", "2017", "Apr 24", "sept. 2020",
     "between May 2024 and March 2025", "2015 to 2019", "quarter ended June 2023", "1 April 2023 to 31 March 2024"]
)  # fmt: skip
scraps = st.text(max_size=8) | SPELLINGS | st.text("0123456789/-–., to", max_size=10) | st.sampled_from(MONTHS)
texts = st.lists(scraps, max_size=8).map(" ".join)


@pytest.mark.parametrize(
    "text",
    ["2024-25", "2024–25", "2024/25", "2024 to 2025", "2024-2025", "24/25", "24-25", "FY2024-25",
     "Apr 2024 to Mar 2025", "April 2024 – March 2025", "between April 2024 and March 2025",
     "1 April 2024 to 31 March 2025", "1st April 2024 to 31st March 2025", "April 24 – March 25",
     "April ’24 to March ’25", "year ending March 2025", "year ended 31 March 2025", "years to March 2025",
     "year up to the end of March 2025", "12 months to March 2025", "Twelve months ending March 25"],
)  # fmt: skip
def test_a_performance_year_by_any_name(text: str) -> None:
    assert parse_period(text) == performance_year(2024)


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("May 2024 to Mar 2025", (2024, 5), (2025, 3)),
        ("July 21 – June 22", (2021, 7), (2022, 6)),
        ("April to June 2021", (2021, 4), (2021, 6)),
        ("between April and June 2021", (2021, 4), (2021, 6)),
        ("November to February 2022", (2021, 11), (2022, 2)),
        ("12 May to 14 June 2024", (2024, 5), (2024, 6)),
        ("Apr 2024", (2024, 4), (2024, 4)),
        ("Sept. 2020", (2020, 9), (2020, 9)),
        ("may 2023", (2023, 5), (2023, 5)),
        ("quarter ending June 2024", (2024, 4), (2024, 6)),
        ("three months to 30th June 2024", (2024, 4), (2024, 6)),
        ("six months ended September 2024", (2024, 4), (2024, 9)),
        ("2017", (2017, 1), (2017, 12)),
        ("1999-00", (1999, 4), (2000, 3)),
        ("99/00", (1999, 4), (2000, 3)),
    ],
)
def test_a_period_by_its_first_and_last_month(text: str, first: tuple[int, int], last: tuple[int, int]) -> None:
    assert parse_period(text) == Period(month(*first), month(*last))


@pytest.mark.parametrize(
    ("text", "labels"),
    [
        ("the year ending March 2024 and March 2025", ["2023-24", "2024-25"]),
        ("the year ending March 2024 and the year ending March 2025", ["2023-24", "2024-25"]),
        ("the years ending March 2023, 2024 and 2025", ["2022-23", "2023-24", "2024-25"]),
        ("the year ending March 2023, March 2024, and 31 March 2025", ["2022-23", "2023-24", "2024-25"]),
        ("the quarter ending June 2024 and June 2025", ["April 2024 to June 2024", "April 2025 to June 2025"]),
        ("the year ending March 2024 and in June 2025", ["2023-24", "June 2025"]),
        ("April 2024 and March 2025", ["April 2024", "March 2025"]),
        ("2024-25 and 2023-24", ["2024-25", "2023-24"]),
        ("2015 to 2019", ["2015", "2019"]),
        ("up from 2024/25 to 2025/26", ["2024-25", "2025-26"]),
        ("March 2025 to April 2024", ["March 2025", "April 2024"]),
    ],
)
def test_several_periods_in_the_order_they_are_named(text: str, labels: list[str]) -> None:
    assert [mention.period.label for mention in find_periods(text)] == labels


@pytest.mark.parametrize(
    "text",
    ["", "69.8", "1,204 people", "£2024", "20245", "7 of 27", "SL012", "12.5%", "2018-19.10", "18-24 year olds",
     "aged 24-25", "pages 24-25", "paragraph 20-21", "2,024", "10-12", "maybe 7", "in May", "３０２４"],
)  # fmt: skip
def test_numbers_that_are_no_period(text: str) -> None:
    assert find_periods(text) == []


def test_a_year_on_its_own_is_marked_as_open_to_reading() -> None:
    assert [mention.bare for mention in find_periods("in 2024, and in 2024-25")] == [True, False]


def test_none_or_several_periods_are_not_one() -> None:
    assert parse_period("Performance (%)") is None
    assert parse_period("2023-24 and 2024-25") is None


def test_periods_that_were_found_before_are_taken_out_alike() -> None:
    text = "From 2023-24 to March 2025, 7 of 24"
    assert without_periods(text, find_periods(text)) == without_periods(text)
    assert without_periods(text, []) == text


def test_taking_periods_out_leaves_the_other_numbers() -> None:
    left = without_periods("from 69.8 in 2023-24 to 71.2 in April 2024")
    assert left.split() == ["from", "69.8", "in", "to", "71.2", "in"]


@pytest.mark.parametrize(
    ("period", "label", "months", "is_year"),
    [
        (Period(APRIL_2024, MARCH_2025), "2024-25", 12, True),
        (ELEVEN_MONTHS, "May 2024 to March 2025", 11, False),
        (Period(APRIL_2024, APRIL_2024), "April 2024", 1, False),
        (Period(month(2017, 1), month(2017, 12)), "2017", 12, False),
        (Period(month(2021, 7), month(2022, 6)), "July 2021 to June 2022", 12, False),
        (performance_year(1999), "1999-00", 12, True),
    ],
    ids=lambda value: str(value) if isinstance(value, str) else "",
)
def test_what_a_period_is_called(period: Period, label: str, months: int, is_year: bool) -> None:
    assert (period.label, period.months, period.is_performance_year) == (label, months, is_year)


def test_a_period_holds_its_parts_and_moves_by_years() -> None:
    year = performance_year(2024)
    assert year.holds(ELEVEN_MONTHS)
    assert not ELEVEN_MONTHS.holds(year)
    assert year.shifted(-1) == performance_year(2023)


@pytest.mark.parametrize(
    ("one", "touches"),
    [
        pytest.param(Period(MARCH_2025, MARCH_2025 + 3), True, id="its-last-month"),
        pytest.param(Period(APRIL_2024 - 3, APRIL_2024), True, id="its-first-month"),
        pytest.param(Period(APRIL_2024 + 2, APRIL_2024 + 2), True, id="inside"),
        pytest.param(Period(APRIL_2024 - 9, MARCH_2025 + 9), True, id="around"),
        pytest.param(Period(MARCH_2025 + 1, MARCH_2025 + 3), False, id="after"),
        pytest.param(Period(APRIL_2024 - 3, APRIL_2024 - 1), False, id="before"),
    ],
)
def test_periods_touch_where_they_share_a_month(one: Period, touches: bool) -> None:
    year = performance_year(2024)
    assert (one.touches(year), year.touches(one)) == (touches, touches)


def test_periods_sort_by_their_end_and_the_longer_first() -> None:
    year, tail, next_month = performance_year(2024), ELEVEN_MONTHS, Period(MARCH_2025 + 1, MARCH_2025 + 1)
    assert sorted([next_month, tail, year]) == [year, tail, next_month]


def test_a_period_cannot_end_before_it_starts() -> None:
    with pytest.raises(ValueError, match="ends before it starts"):
        Period(MARCH_2025, APRIL_2024)


@given(periods)
def test_a_label_reads_back_to_its_period(period: Period) -> None:
    assert parse_period(period.label) == period


@given(periods, st.sampled_from(["In ", "(", "performance for "]), st.sampled_from([", ", ")", " was 69.8%", "."]))
def test_a_label_is_found_inside_a_sentence(period: Period, before: str, after: str) -> None:
    mention = find_periods(f"{before}{period.label}{after}")[0]
    assert (mention.period, mention.text) == (period, period.label)


@given(texts)
def test_mentions_stand_in_order_apart_and_as_written(text: str) -> None:
    mentions = find_periods(text)
    assert all(text[mention.start : mention.end] == mention.text for mention in mentions)
    assert all(one.end <= other.start for one, other in pairwise(mentions))


@given(texts)
def test_any_text_can_be_searched_and_parsed(text: str) -> None:
    found = find_periods(text)
    assert (parse_period(text) is not None) == (len(found) == 1)
    assert len(without_periods(text)) <= len(text) + len(found)
