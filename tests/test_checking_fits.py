"""What is a fair rounding of a published number, and what is not."""

from decimal import ROUND_HALF_UP, Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.checking.figures import figures
from assistant.checking.fits import fits, rounded


def fit(said, exact):
    (figure,) = figures(f"It came to {said} there")
    return fits(figure, Fraction(exact))


CASES = [
    ("37.2%", "37.2", "exact"), ("37%", "37.2", "rounded"), ("37.20%", "37.2", "exact"), ("38%", "37.2", ""),
    ("37.3%", "37.2", ""), ("40%", "37.2", ""), ("38%", "37.5", "rounded"), ("37%", "37.5", ""),
    ("-2%", "-1.5", "rounded"),
    ("0.2%", "0.19", "rounded"), ("63%", "63.1", "rounded"), ("100%", "99.6", "rounded"), ("2 points", "2.0", "exact"),
    ("around 37%", "37.2", "rounded"), ("around 37.2%", "37.2", "exact"), ("around 35%", "37.2", "rounded"),
    ("around 40%", "37.2", ""), ("about 75%", "73", "rounded"), ("about 5%", "3.3", ""),
    ("about 120%", "118", "rounded"),
    ("about 36%", "37.2", ""),
    ("nearly 40%", "37.2", "rounded"), ("nearly 40%", "36.9", ""), ("nearly 40%", "40.1", ""),
    ("nearly 24%", "23.6", "rounded"),
    ("just under 38%", "37.2", "rounded"), ("nearly 40%", "40", "exact"),
    ("more than 35%", "37.2", "rounded"), ("more than 37.2%", "37.2", ""), ("over 40%", "37.2", ""),
    ("more than 10%", "86", ""), ("at least 30%", "37.2", "rounded"), ("at least 37.2%", "37.2", "exact"),
    ("just over half", "52", "rounded"), ("just over half", "54", ""), ("just over 37", "37.1", "rounded"),
    ("just over 37", "45", ""), ("just over half", "50", ""),
    ("less than 40%", "37.2", "rounded"), ("less than 37.2%", "37.2", ""), ("under 90%", "37.2", ""),
    ("up to 40%", "37.2", "rounded"), ("up to 37%", "37.2", ""), ("up to 37.2%", "37.2", "exact"),
    ("a third", "33.3", "rounded"), ("a third", "35.3", "rounded"), ("a third", "37.2", ""),
    ("a quarter", "26.9", "rounded"),
    ("a quarter", "27.1", ""), ("half", "50.9", "rounded"), ("half", "51.5", ""), ("half", "50", "exact"),
    ("more than a third", "37.2", "rounded"), ("more than a third", "41", "rounded"), ("more than a third", "47", ""),
    ("more than a third", "33.3", ""), ("nearly half", "48.6", "rounded"), ("nearly half", "44", ""),
    ("under two-thirds", "63.1", "rounded"), ("roughly a third", "34", "rounded"), ("three in ten", "31", "rounded"),
    ("more than three-quarters", "78", "rounded"), ("nearly four in ten", "38", "rounded"),
    ("one in five", "21", "rounded"),
    ("£1.45bn", "1454000000", "rounded"), ("£1.45bn", "1450000000", "exact"), ("£1.5bn", "1450000000", "rounded"),
    ("£1bn", "1450000000", ""), ("£1.4bn", "1450000000", ""), ("£1,450m", "1450000000", "exact"),
    ("£350m", "349000000", "rounded"), ("£300m", "302000000", "rounded"), ("£5m", "5200000", "rounded"),
    ("£0.9m", "900000", "exact"), ("£21bn", "20600000000", "rounded"), ("nearly £1.5bn", "1450000000", "rounded"),
    ("up to £700m", "700000000", "exact"),
    ("5,636", "5636", "exact"), ("5,600", "5636", "rounded"), ("5,640", "5636", "rounded"), ("6,000", "5636", ""),
    ("5,000", "5636", ""), ("5,500", "5636", ""), ("13,600", "13583", "rounded"), ("14,000", "13583", "rounded"),
    ("241,500", "241540", "rounded"), ("240,000", "241540", "rounded"), ("200,000", "241540", ""),
    ("242,000", "241540", "rounded"),
    ("5,637", "5636", ""), ("21.4k", "21396", "rounded"), ("1.2m", "1234567", "rounded"),
    ("10", "9", ""), ("160", "162", ""), ("162", "162", "exact"), ("35", "35.2", "rounded"), ("36", "35.2", ""),
    ("around 160", "162", "rounded"), ("around 10", "9", ""), ("around 5,500", "5636", "rounded"),
    ("around 6,000", "5636", ""),
    ("some 13,600", "13583", "rounded"), ("some 262,347", "262347", "exact"), ("some 266,347", "262347", ""),
    ("around 1,500", "1479", "rounded"), ("around 1,450", "1479", "rounded"), ("around 37", "37.1", "rounded"),
    ("nearly 3,000", "2962", "rounded"), ("nearly 3,000", "2600", ""), ("nearly 3,000", "3010", ""),
    ("over 150,000", "151486", "rounded"), ("more than 22,000", "22412", "rounded"), ("over 1,000", "13583", ""),
    ("fewer than 40", "35.2", "rounded"), ("at least 30", "30", "exact"), ("6,000 or more", "5636", ""),
    ("almost a quarter of a million", "241540", "rounded"), ("a quarter of a million", "241540", ""),
    ("13 days", "13.2", "rounded"), ("13.2 days", "13.2", "exact"), ("9 working days", "8.9", "rounded"),
    ("seven", "7", "exact"),
    ("seven", "8", ""), ("0", "0", "exact"), ("0%", "0.3", "rounded"), ("1%", "0", ""),
]  # fmt: skip


@pytest.mark.parametrize(("said", "exact", "expected"), CASES, ids=[f"{said}-for-{exact}" for said, exact, _ in CASES])
def test_fits(said, exact, expected):
    assert fit(said, exact) == expected


@given(st.decimals(-1000, 1000, places=3), st.integers(0, 2))
def test_rounding_is_that_of_decimal_arithmetic(number, places):
    step = Decimal(1).scaleb(-places)
    assert rounded(Fraction(number), Fraction(step)) == Fraction(number.quantize(step, ROUND_HALF_UP))


@given(st.decimals(0, 100, places=2))
def test_a_percentage_and_its_roundings_are_fair(published):
    exact = Fraction(published)
    assert fit(f"{published}%", exact) == "exact"
    for places in ("0.1", "1"):
        shown = published.quantize(Decimal(places), ROUND_HALF_UP)
        assert fit(f"{shown}%", exact) == ("exact" if Fraction(shown) == exact else "rounded")


@given(st.decimals(0, 100, places=1), st.integers(0, 100))
def test_a_whole_percentage_a_point_off_is_not_fair(published, said):
    if abs(said - published) >= 1:
        assert fit(f"{said}%", Fraction(published)) == ""


@given(st.integers(0, 999), st.integers(0, 999))
def test_small_counts_are_never_rounded(said, published):
    assert fit(str(said), published) == ("exact" if said == published else "")


@given(st.integers(1000, 10**9), st.sampled_from(["more than", "over", "less than", "nearly", "under", "up to",
    "at least"]),
       st.integers(1000, 10**9))  # fmt: skip
def test_a_side_is_kept(said, words, published):
    found = fit(f"{words} {said:,}", published)
    above = words in ("more than", "over", "at least")
    if found == "rounded":
        assert (published > said) == above
        assert abs(published - said) * 3 <= said
    if said == published:
        assert found == ("" if words in ("more than", "over", "less than", "under") else "exact")
