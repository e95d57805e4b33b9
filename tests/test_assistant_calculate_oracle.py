"""The calculators against exact fractions and counting by brute force, on rows as publications print them.

A row is made of printed cells; the oracle knows each cell as a fraction, or as no number, and shares nothing with
the calculators: no Decimal, no rounding, no sorting by key.
"""

import re
from dataclasses import dataclass, replace
from decimal import Decimal
from fractions import Fraction
from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant import calculate
from assistant.calculate import NotComparable, Tally
from corpus.models import Band, Locator, Measure, Observation
from corpus.periods import performance_year

NO_NUMBER = ("[x]", "[z]", "-", "..", "")
MARKS = ("", " [r]", " [p]")
AREAS = ("North", "South", "East", "West", "Whole")


@dataclass(frozen=True)
class Cell:
    """A printed cell and the fraction it stands for; None where it prints no number."""

    shown: str
    exact: Fraction | None

    @property
    def decimal(self):
        return None if self.exact is None else Decimal(self.shown.split(" ")[0])


@dataclass(frozen=True)
class Row:
    """An observation with what the oracle knows of it."""

    observation: Observation
    value: Fraction | None
    target: Fraction | None
    change: Fraction | None


def printed(units, places):
    """A number of so many units of its last digit, as it is printed: -25 to one place is "-2.5"."""
    digits = str(abs(units)).zfill(places + 1)
    whole, part = (digits[:-places], digits[-places:]) if places else (digits, "")
    return ("-" if units < 0 else "") + whole + (f".{part}" if part else "")


def numbers(lowest, highest, places=1):
    """Cells of numbers between two, to no more than so many places, some with a symbol after them."""
    return st.integers(0, places).flatmap(
        lambda n: st.builds(
            lambda units, mark: Cell(printed(units, n) + mark, Fraction(units, 10**n)),
            st.integers(lowest * 10**n, highest * 10**n),
            st.sampled_from(MARKS),
        )
    )


SYMBOLS = st.sampled_from(NO_NUMBER).map(lambda shown: Cell(shown, None))
VALUES = numbers(0, 100)
FEW = st.integers(-3, 3).map(lambda units: Cell(printed(units, 1), Fraction(units, 10)))  # so that equals are common


def row(value, target=Cell("", None), change=Cell("", None), **fields):
    """A row of printed cells."""
    made = Observation(
        measure=Measure("QM101", "Doors opened", "Probation"),
        period=performance_year(2030),
        value=value.decimal,
        shown=value.shown,
        target=target.decimal,
        target_shown=target.shown,
        change=change.decimal,
        change_shown=change.shown,
        **{"unit": "percent", "locator": Locator("made-up", "Table 2", "QM101")} | fields,
    )
    return Row(made, value.exact, target.exact, change.exact)


def rows(value=VALUES | SYMBOLS, target=VALUES | SYMBOLS, change=numbers(-100, 100) | SYMBOLS):  # noqa: B008  frozen
    """Rows of any direction, counted by the publication or not."""
    return st.builds(row, value, target, change, lower_is_better=st.booleans(), counted=st.booleans())


NEAR = rows(FEW | SYMBOLS, FEW | SYMBOLS, FEW | SYMBOLS)
TABLES = st.lists(NEAR, max_size=8).map(tuple)


def exact(number):
    """A decimal as the fraction its digits say."""
    return Fraction(str(number))


def is_true(working):
    """Whether a working "a - b = c" is true, worked out from its own text."""
    first, second, result = re.fullmatch(r"(-?[\d.]+) - (-?[\d.]+) = (-?[\d.]+)", working).groups()
    return Fraction(first) - Fraction(second) == Fraction(result)


def as_printed(working, *shown):
    """Whether a working names numbers as they are printed, symbols aside: "60.0", not 60."""
    return working.split(" = ")[0] == " - ".join(cell.split(" ")[0] for cell in shown)


def met(one):
    """Whether a row's target is met, by the four cases of direction and side."""
    if one.value == one.target:
        return True
    return (one.value < one.target) is one.observation.lower_is_better


def better(one):
    """1 where a row's printed change is for the better, -1 where for the worse, 0 where there is none."""
    sign = (one.change > 0) - (one.change < 0)
    return -sign if one.observation.lower_is_better else sign


@given(NEAR | rows(), NEAR | rows(), st.sampled_from(["percent", "cases"]), st.sampled_from(["percent", "cases"]))
def test_a_change_is_the_exact_difference_or_refused(before, after, first_unit, second_unit):
    first, second = replace(before.observation, unit=first_unit), replace(after.observation, unit=second_unit)
    if first_unit != second_unit or before.value is None or after.value is None:
        with pytest.raises(NotComparable):
            calculate.change(first, second)
        return
    found = calculate.change(first, second)
    assert exact(found.value) == after.value - before.value
    assert is_true(found.working)
    assert as_printed(found.working, second.shown, first.shown)
    assert exact(found.size) == abs(after.value - before.value)
    assert found.inputs == (first, second)


@given(rows(numbers(-(10**9), 10**9, 6), numbers(-(10**9), 10**9, 6)))
def test_large_and_fine_numbers_are_not_rounded(one):
    found = calculate.gap(one.observation)
    assert exact(found.value) == one.value - one.target
    assert is_true(found.working)


@given(NEAR | rows())
def test_gap_met_and_shortfall_agree_with_fractions_or_are_all_refused(one):
    if one.value is None or one.target is None:
        for question in (calculate.gap, calculate.is_met, calculate.shortfall):
            with pytest.raises(NotComparable):
                question(one.observation)
        return
    found = calculate.gap(one.observation)
    assert exact(found.value) == one.value - one.target
    assert is_true(found.working)
    assert as_printed(found.working, one.observation.shown, one.observation.target_shown)
    assert found.inputs == (one.observation,)
    assert calculate.is_met(one.observation) is met(one)
    missing = abs(one.value - one.target) * (-1 if met(one) else 1)
    assert exact(calculate.shortfall(one.observation)) == missing


@pytest.mark.parametrize(("units", "lower"), product(range(-2, 3), [False, True]))
def test_one_last_digit_to_either_side_of_a_target(units, lower):
    one = row(Cell(printed(600 + units, 1), Fraction(600 + units, 10)), Cell("60", Fraction(60)), lower_is_better=lower)
    assert calculate.is_met(one.observation) is (units <= 0 if lower else units >= 0)
    assert exact(calculate.shortfall(one.observation)) == Fraction(units if lower else -units, 10)


@pytest.mark.parametrize("shown", NO_NUMBER)
def test_every_symbol_is_refused_by_what_it_prints_and_is_no_zero(shown):
    symbol, zero = row(Cell(shown, None), Cell("0", Fraction(0))), row(Cell("0", Fraction(0)), Cell("0", Fraction(0)))
    with pytest.raises(NotComparable, match=re.escape(f"published as {shown}, which is no number")):
        calculate.gap(symbol.observation)
    assert calculate.gap(zero.observation).value == 0
    assert calculate.targets([symbol.observation], met=True).base == ()
    assert calculate.targets([zero.observation], met=True).base == (zero.observation,)


@given(NEAR.filter(lambda one: one.change is not None))
def test_improvement_is_by_direction_and_none_where_nothing_changed(one):
    said = {1: True, -1: False, 0: None}[better(one)]
    assert calculate.is_improvement(one.observation, one.observation.change) is said


@given(TABLES)
def test_targets_are_those_of_counted_rows_with_both_numbers(table):
    base, reached = [], []
    for one in table:
        if one.observation.counted and one.value is not None and one.target is not None:
            base.append(one.observation)
            reached.append(met(one))
    for wanted in (True, False):
        found = calculate.targets([one.observation for one in table], met=wanted)
        assert list(found.base) == base
        assert list(found.members) == [o for o, reaches in zip(base, reached, strict=True) if reaches is wanted]
        assert found.working == f"{reached.count(wanted)} of {len(base)} rows counted"


@given(TABLES, NEAR, st.integers(0, 10))
def test_a_row_outside_the_counts_changes_no_count_of_targets(table, other, at):
    outside = replace(other.observation, counted=False)
    observed = [one.observation for one in table]
    with_it = [*observed[:at], outside, *observed[at:]]
    for wanted in (True, False):
        assert calculate.targets(with_it, wanted) == calculate.targets(observed, wanted)


@given(TABLES)
def test_changes_are_those_printed_and_standing_still_is_in_the_base_only(table):
    base = [one for one in table if one.change is not None]
    for wanted, sign in ((True, 1), (False, -1)):
        found = calculate.changes([one.observation for one in table], improved=wanted)
        assert list(found.base) == [one.observation for one in base]
        assert list(found.members) == [one.observation for one in base if better(one) == sign]


@pytest.mark.parametrize("base", [1, 3, 7, 8, 16, 24, 27, 40, 120, 200, 400])
def test_every_share_of_a_base_is_the_nearest_whole_percent_and_a_half_goes_away_from_zero(base):
    one = row(Cell("50.0", Fraction(50))).observation
    for members in range(base + 1):
        whole, rest = divmod(100 * members, base)  # rest of base: over half, or just half, goes up
        assert Tally((one,) * members, (one,) * base).share() == whole + (2 * rest >= base)


@given(st.lists(st.builds(row, FEW), max_size=8), st.booleans(), st.booleans())
def test_a_row_is_ranked_after_those_beyond_it_and_the_equal_ones_above_it(table, descending, by_size):
    numbered = [replace(one.observation, locator=Locator("made-up", "Table 2", str(n))) for n, one in enumerate(table)]
    keys = [abs(one.value) if by_size else one.value for one in table]
    ranked = calculate.ranked(numbered, lambda o: abs(o.value) if by_size else o.value, descending)
    for n, key in enumerate(keys):
        beyond = sum(other > key if descending else other < key for other in keys)
        assert ranked[beyond + keys[:n].count(key)] is numbered[n]
    assert len(ranked) == len(table)


THRESHOLDS = st.lists(st.integers(1, 9999), min_size=1, max_size=5, unique=True).map(sorted)


def scorecard(hundredths, order=None):
    """Bands with these lower thresholds, hundredths of a percent, the lowest without one; in any order."""
    edges = [None, *(Decimal(units) / 100 for units in hundredths), None]
    made = [
        Band(n, f"Band {n}", edges[n - 1], edges[n], Locator("made-up", "Table 1"), "") for n in range(1, len(edges))
    ]
    return sorted(made, key=order) if order else made


@given(THRESHOLDS, st.integers(0, 10_000), st.randoms(use_true_random=False))
def test_a_score_has_the_band_of_the_last_threshold_it_reaches(hundredths, score, random):
    reached = 1
    for units in hundredths:
        reached += score >= units
    bands = scorecard(hundredths, order=lambda _: random.random())
    assert calculate.band_of(Decimal(score) / 100, bands).rating == reached


@given(THRESHOLDS, st.booleans())
def test_each_boundary_is_in_the_upper_band_and_the_next_number_below_it_in_the_lower(hundredths, best_first):
    bands = scorecard(hundredths, order=(lambda band: -band.rating) if best_first else None)
    for n, units in enumerate(hundredths, 1):
        edge = Decimal(units) / 100
        assert calculate.band_of(edge, bands).rating == n + 1
        assert calculate.band_of(edge.next_plus(), bands).rating == n + 1
        assert calculate.band_of(edge.next_minus(), bands).rating == n
        assert calculate.band_of(edge.quantize(Decimal("0.00001")), bands).rating == n + 1  # as a score to more places


@given(THRESHOLDS)
def test_scores_end_at_0_and_100_and_the_next_number_beyond_is_refused(hundredths):
    bands = scorecard(hundredths)
    assert calculate.band_of(Decimal(0), bands).rating == 1
    assert calculate.band_of(Decimal(100), bands).rating == len(bands)
    for beyond in (Decimal("-1E-20"), Decimal(100).next_plus()):
        with pytest.raises(NotComparable, match="not between 0% and 100%"):
            calculate.band_of(beyond, bands)


@given(THRESHOLDS, st.integers(0, 5), st.integers(0, 10_000))
def test_a_score_of_a_band_that_is_not_printed_has_no_band(hundredths, missing, score):
    bands = scorecard(hundredths)
    left = [band for band in bands if band.rating != missing]
    reached = 1 + sum(score >= units for units in hundredths)
    if reached == missing:
        with pytest.raises(NotComparable, match="No published band"):
            calculate.band_of(Decimal(score) / 100, left)
    else:
        assert calculate.band_of(Decimal(score) / 100, left).rating == reached


@given(THRESHOLDS, st.integers(0, 10_000))
def test_the_points_to_a_band_are_just_enough(hundredths, units):
    bands, score = scorecard(hundredths), Decimal(units) / 100
    for band, lower in zip(bands, [0, *hundredths], strict=True):
        found = calculate.points_to(score, band)
        assert exact(found.value) == Fraction(max(0, lower - units), 100)
        if lower > units:
            assert is_true(found.working)
            assert calculate.band_of(score + found.value, bands) == band
            assert calculate.band_of((score + found.value).next_minus(), bands).rating == band.rating - 1
        else:
            assert "at or above" in found.working


@pytest.mark.parametrize("units", [-1, 0, 1])
def test_points_one_last_digit_to_either_side_of_a_threshold(units):
    band = scorecard([7330])[1]
    assert exact(calculate.points_to(Decimal(7330 + units) / 100, band).value) == Fraction(max(0, -units), 100)


def rating(area, cell):
    return row(cell, unit="rating", area=area).observation


RATED = st.integers(1, 4).map(lambda n: Cell(str(n), Fraction(n)))


def editions(cells):
    """Two editions of a scorecard: an area to its cell, in any order, not every area in both."""
    one = st.dictionaries(st.sampled_from(AREAS), cells).map(lambda made: list(made.items()))
    return st.tuples(one.flatmap(st.permutations), one.flatmap(st.permutations))


def moved_by_hand(before, after):
    """The pairs of areas with two published ratings that differ, in the order of the later edition."""
    return [
        (area, first.shown, second.shown)
        for area, second in after
        for other, first in before
        if area == other and None not in (first.exact, second.exact) and first.exact != second.exact
    ]


def moved(before, after):
    found = calculate.moved([rating(*one) for one in before], [rating(*one) for one in after])
    assert all(first.area == second.area for first, second in found)
    return [(first.area, first.shown, second.shown) for first, second in found]


@given(editions(RATED))
def test_areas_moved_are_those_of_both_editions_with_another_rating(both):
    assert moved(*both) == moved_by_hand(*both)


@pytest.mark.parametrize(("first", "second"), [("[z]", "3"), ("3", "[z]")])
def test_an_area_whose_rating_is_a_symbol_in_one_edition_has_not_moved(first, second):
    before, after = (Cell(shown, Fraction(3) if shown == "3" else None) for shown in (first, second))
    assert moved([("North", before)], [("North", after)]) == []
