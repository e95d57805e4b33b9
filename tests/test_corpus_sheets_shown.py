"""What numbers and days show under the formats of their cells."""

from decimal import ROUND_HALF_UP, Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.numbers import parse_number
from corpus.sheets.displayed import bare, displayed

ACCOUNTS = '_-* #,##0_-;-* #,##0_-;_-* "-"??_-;_-@_-'
numbers = st.decimals(-(10**9), 10**9, allow_nan=False, places=5)


@pytest.mark.parametrize(
    ("value", "code", "shown"),
    [
        pytest.param("0.713", "0.0%", "71.3%", id="percent"),
        pytest.param("0.71299999999999997", "0.0%", "71.3%", id="as-a-file-writes-it"),
        pytest.param("0.71249999999999997", "0.0%", "71.3%", id="halves-away-from-zero-on-15-digits"),
        pytest.param("-0.7125", "0.0%", "-71.3%", id="negative-halves-too"),
        pytest.param("71.2999", "0.0", "71.3", id="one-decimal"),
        pytest.param("1.005", "0.00", "1.01", id="no-binary-fractions"),
        pytest.param("1204", "#,##0", "1,204", id="thousands"),
        pytest.param("1234567.5", "#,##0.00", "1,234,567.50", id="millions"),
        pytest.param("5.4", '+0.0"pp";-0.0"pp"', "+5.4pp", id="signed"),
        pytest.param("-5.4", '+0.0"pp";-0.0"pp"', "-5.4pp", id="signed-below-zero"),
        pytest.param("0", ACCOUNTS, "-", id="nil-in-accounts"),
        pytest.param("1204", ACCOUNTS, "1,204", id="accounts"),
        pytest.param("-1204", "#,##0_);(#,##0)", "(1,204)", id="in-brackets"),
        pytest.param("1.45", "[$£-809]#,##0.00", "£1.45", id="pounds"),
        pytest.param("3", '0" cases";-0;"none; at all"', "3 cases", id="words-with-a-semicolon"),
        pytest.param("0", '0" cases";-0;"none; at all"', "none; at all", id="words-for-nil"),
        pytest.param("0", "0;-0;;@", "", id="nil-is-not-shown"),
        pytest.param("12.5", "0.0#", "12.5", id="optional-decimals"),
        pytest.param("7", "00", "07", id="leading-zeros"),
        pytest.param("-2.5", "[Red]0.0", "-2.5", id="colour"),
        pytest.param("71.29999999999999716", "General", "71.3", id="plain"),
        pytest.param("1204", "General", "1204", id="plain-whole"),
        pytest.param("33.3333333333333", "General", "33.33333333", id="plain-as-wide-as-a-cell"),
        pytest.param("0.5", "# ?/?", "0.5", id="unknown-format-of-a-short-number"),
        pytest.param("45869", "dd/mm/yyyy", "31 July 2025", id="a-day-in-digits-is-put-in-words"),
        pytest.param("45869", "[$-809]d mmmm yyyy;@", "31 July 2025", id="a-day"),
        pytest.param("45869.75", "mmm yyyy", "Jul 2025", id="a-month"),
        pytest.param("45869", "dddd d mmm yy", "Thursday 31 Jul 25", id="a-weekday"),
        pytest.param("59", "d mmmm yyyy", "28 February 1900", id="before-the-day-that-never-was"),
    ],
)
def test_shown(value, code, shown):
    assert displayed(Decimal(value), code) == shown


def test_days_may_count_from_1904():
    assert displayed(Decimal(44407), "d mmmm yyyy", from_1904=True) == "31 July 2025"


@pytest.mark.parametrize(
    ("value", "code"),
    [
        pytest.param("0.333333333", "# ?/?", id="a-fraction"),
        pytest.param("1204000", "#,##0,", id="in-thousands"),
        pytest.param("1204000", '0.0,,"m"', id="in-millions"),
        pytest.param("3", '[<10]"low";0', id="small-numbers-hidden"),
        pytest.param("0.5", "hh:mm", id="a-time"),
        pytest.param("60", "d mmmm yyyy", id="the-day-that-never-was"),
        pytest.param("-1", "d mmmm yyyy", id="a-day-before-days"),
        pytest.param("1234567890123", "General", id="powers-of-ten"),
        pytest.param("1e400", "0.0", id="too-large"),
        pytest.param("NaN", "0.0", id="no-number"),
        pytest.param("Infinity", "General", id="infinity"),
    ],
)
def test_what_is_not_certain_is_not_shown(value, code):
    assert displayed(Decimal(value), code) is None


@given(numbers, st.integers(0, 4))
def test_a_shown_number_is_the_value_rounded(value, places):
    shown = displayed(value, f"#,##0.{'0' * places}" if places else "#,##0")
    assert parse_number(shown) == value.quantize(Decimal(1).scaleb(-places), ROUND_HALF_UP)


@given(numbers)
def test_percent_and_plain_numbers_agree(value):
    assert displayed(value / 100, "0.0%") == f"{displayed(value, '0.0')}%"


@given(numbers)
def test_a_number_as_it_is_loses_nothing(value):
    assert Decimal(bare(value)) == value


@given(st.decimals(), st.text(max_size=12) | st.text('0#?.,%;"[]dmyE+-_* ', max_size=12))
def test_no_format_is_too_odd(value, code):
    assert isinstance(displayed(value, code), str | None)
