"""Figures are found in any usual spelling, and never inside a longer number."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from evals.matching import plain, stands_in, word_share


@pytest.mark.parametrize(
    ("figure", "text"),
    [
        pytest.param("71.2", "It was 71.2% in 2023-24.", id="percent-sign-in-the-text"),
        pytest.param("71%", "It was 71 per cent.", id="per-cent"),
        pytest.param("1479", "a shortfall of 1,479 FTE", id="thousands"),
        pytest.param("1,479", "a shortfall of 1479FTE", id="unit-attached"),
        pytest.param("7", "seven of 27", id="small-number-in-words"),
        pytest.param("60.0", "at least 60%", id="trailing-zero"),
        pytest.param("60", "at least 60.", id="end-of-sentence"),
        pytest.param("2.4", "a change of -2.4pp", id="amount-of-a-fall"),
        pytest.param("2.4", "a change of −2.4 pp", id="typographic-minus"),
        pytest.param("£1.45 billion", "cost £1.45bn", id="billion"),
        pytest.param("£26 million", "cut by £26m.", id="million"),
        pytest.param("190-200", "between 190 – 200 cases", id="range"),
        pytest.param("SL023", "SL023 - plans", id="code"),
        pytest.param("nine in ten", "Nine in ten residents", id="share-in-words"),
    ],
)
def test_it_stands_there(figure, text):
    assert stands_in(figure, text)


@pytest.mark.parametrize(
    ("figure", "text"),
    [
        pytest.param("71.2", "171.2", id="longer-before"),
        pytest.param("71.2", "71.25", id="longer-after"),
        pytest.param("9", "9.7 percentage points", id="whole-part"),
        pytest.param("7", "2.7", id="decimal-part"),
        pytest.param("479", "1,479", id="end-of-thousands"),
        pytest.param("1", "1,479", id="start-of-thousands"),
        pytest.param("60.0", "60.05", id="trailing-zero-goes-on"),
        pytest.param("SL01", "SL010", id="start-of-a-code"),
        pytest.param("nine", "nineteen", id="start-of-a-word"),
    ],
)
def test_it_does_not(figure, text):
    assert not stands_in(figure, text)


@given(st.integers(0, 10**9))
def test_thousands_separators_make_no_difference(number):
    assert stands_in(str(number), f"There were {number:,} of them.")


@given(st.integers(13, 10**6), st.integers(0, 9))
def test_a_further_digit_makes_another_number(number, digit):
    assert not stands_in(str(number), f"There were {number}{digit}.")


@given(st.text(max_size=60))
def test_one_spelling_is_final(text):
    assert plain(plain(text)) == plain(text) or any(character in text for character in "0123456789")


def test_word_share_is_of_the_evidence():
    assert word_share("two of four words", "two words of a longer quote") == 0.75
    assert word_share("", "anything") == 0.0
