"""Numbers as cells print them: read exactly or refused, never half understood."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.numbers import count_of, is_number, parse_number, symbols

PRINTED = [
    ("69.8", "69.8"),
    ("1,204", "1204"),
    ("12,345,678.9", "12345678.9"),
    ("12.5%", "12.5"),
    ("12.5 %", "12.5"),
    ("12.5\u00a0%", "12.5"),
    ("-1.4pp", "-1.4"),
    ("−1.4pp", "-1.4"),
    ("–1.4 pp", "-1.4"),
    ("+9.7pp", "9.7"),
    ("£1.45", "1.45"),
    ("-£20", "-20"),
    ("84.7 [r]", "84.7"),
    ("[p] 84.7", "84.7"),
    ("84.7 [p] [r]", "84.7"),
    ("0", "0"),
    (" 70.0 ", "70.0"),
]


@pytest.mark.parametrize(("shown", "value"), PRINTED, ids=[shown for shown, _ in PRINTED])
def test_a_printed_number_is_read_exactly(shown: str, value: str) -> None:
    assert str(parse_number(shown)) == value


@pytest.mark.parametrize("shown", ["", " ", "-", "–", "—", "..", "~", "[x]", "[z]", "[x] [p]"])
def test_where_no_number_is_given_there_is_none(shown: str) -> None:
    assert parse_number(shown) is None
    assert is_number(shown)


@pytest.mark.parametrize(
    "shown",
    ["nan", "Infinity", "1_0", "1e5", "1,20", "1,2345", "12.", ".5", "1.2.3", "7 of 27", "Apr 2024", "٣", "69.8*", "x"],
)
def test_what_is_no_number_is_refused(shown: str) -> None:
    assert not is_number(shown)
    with pytest.raises(ValueError, match="not a number"):
        parse_number(shown)


@given(st.decimals(allow_nan=False, allow_infinity=False, places=1), st.sampled_from(["", "%", "pp", " [r]", "% [p]"]))
def test_a_number_printed_with_commas_and_a_unit_reads_back(value: Decimal, after: str) -> None:
    assert parse_number(f"{value:,f}{after}") == value


@given(st.text(max_size=30) | st.text("0123456789.,-–%p[]xz £", max_size=12))
def test_anything_is_a_number_or_refused(shown: str) -> None:
    if is_number(shown):
        value = parse_number(shown)
        assert value is None or value.is_finite()
    else:
        with pytest.raises(ValueError, match="not a number"):
            parse_number(shown)


@pytest.mark.parametrize(
    ("word", "count"), [("6", 6), ("six", 6), ("Twelve", 12), ("thirteen", None), ("", None), ("²", None), ("-6", None)]
)
def test_a_count_in_digits_or_words(word: str, count: int | None) -> None:
    assert count_of(word) == count


@pytest.mark.parametrize(("shown", "found"), [("84.7 [p] [r]", ("[p]", "[r]")), ("[x]", ("[x]",)), ("84.7", ())])
def test_the_symbols_of_a_cell(shown: str, found: tuple[str, ...]) -> None:
    assert symbols(shown) == found
