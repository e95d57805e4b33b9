"""The calculators against an oracle that shares nothing with them: fractions, and counting by hand."""

from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant import calculate
from assistant.calculate import NotComparable, Tally
from corpus.models import Band, Locator, Measure, Observation
from corpus.periods import performance_year

TENTHS = st.integers(0, 1000).map(lambda tenths: Decimal(tenths) / 10)
CHANGES = st.integers(-500, 500).map(lambda tenths: Decimal(tenths) / 10)


def observed(value="50.0", target="60.0", change=None, **fields):
    """A made-up observation; None is a cell without a number."""

    def number(cell):
        return None if cell is None else Decimal(cell)

    given_fields = {
        "measure": Measure("QM101", "Doors opened", "Probation"),
        "period": performance_year(2030),
        "shown": "[z]" if value is None else str(value),
        "unit": "percent",
        "locator": Locator("made-up", "Table 2", "QM101"),
    }
    return Observation(value=number(value), target=number(target), change=number(change), **given_fields | fields)


OBSERVATIONS = st.builds(
    observed,
    value=st.none() | TENTHS,
    target=st.none() | TENTHS,
    change=st.none() | CHANGES,
    lower_is_better=st.booleans(),
    counted=st.booleans(),
)


def bands(*lowers):
    """Bands of ratings 1 up with these lower thresholds, best first, as bulletins print them."""
    edges = [None, *map(Decimal, lowers), None]
    made = [
        Band(rating, f"Band {rating}", edges[rating - 1], edges[rating], Locator("made-up", "Table 1"), "")
        for rating in range(1, len(lowers) + 2)
    ]
    return made[::-1]


@given(TENTHS, TENTHS)
def test_a_change_is_after_minus_before_exactly(before, after):
    found = calculate.change(observed(before), observed(after))
    assert Fraction(found.value) == Fraction(after) - Fraction(before)
    assert found.working == f"{after} - {before} = {found.value}"
    assert found.size == str(abs(found.value))


@given(TENTHS, TENTHS)
def test_a_change_turns_round_with_its_years(before, after):
    there, back = observed(before), observed(after)
    assert calculate.change(there, back).value == -calculate.change(back, there).value


@pytest.mark.parametrize(("before", "after"), [(None, "50.0"), ("50.0", None), (None, None)])
def test_a_change_from_or_to_a_symbol_is_refused_and_says_which(before, after):
    with pytest.raises(NotComparable, match=r"Table 2, QM101 is published as \[z\], which is no number"):
        calculate.change(observed(before), observed(after))


def test_a_change_between_units_is_refused():
    with pytest.raises(NotComparable, match=r"in percent, .* in cases"):
        calculate.change(observed(), observed(unit="cases"))


@given(TENTHS, TENTHS)
def test_the_gap_is_performance_minus_target_exactly(value, target):
    found = calculate.gap(observed(value, target))
    assert Fraction(found.value) == Fraction(value) - Fraction(target)
    assert found.working == f"{value} - {target} = {found.value}"


@pytest.mark.parametrize(("value", "target"), [(None, "60.0"), ("50.0", None)])
@pytest.mark.parametrize("question", [calculate.gap, calculate.is_met, calculate.shortfall])
def test_nothing_is_said_of_a_target_where_a_number_is_missing(question, value, target):
    with pytest.raises(NotComparable):
        question(observed(value, target))


@pytest.mark.parametrize(
    ("value", "lower_is_better", "met"),
    [
        pytest.param("59.9", False, False, id="just-below-a-floor"),
        pytest.param("60.0", False, True, id="on-a-floor"),
        pytest.param("60.1", False, True, id="above-a-floor"),
        pytest.param("59.9", True, True, id="below-a-ceiling"),
        pytest.param("60.0", True, True, id="on-a-ceiling"),
        pytest.param("60.1", True, False, id="just-above-a-ceiling"),
    ],
)
def test_met_depends_on_direction_and_a_value_on_the_target_meets_it(value, lower_is_better, met):
    assert calculate.is_met(observed(value, lower_is_better=lower_is_better)) is met


@given(TENTHS, TENTHS, st.booleans())
def test_a_shortfall_is_positive_exactly_where_the_target_is_missed(value, target, lower_is_better):
    one = observed(value, target, lower_is_better=lower_is_better)
    assert (calculate.shortfall(one) > 0) is not calculate.is_met(one)
    assert abs(calculate.shortfall(one)) == abs(value - target)


@pytest.mark.parametrize(
    ("change", "lower_is_better", "better"),
    [("0.1", False, True), ("-0.1", False, False), ("0.1", True, False), ("-0.1", True, True)],
)
def test_improvement_depends_on_direction(change, lower_is_better, better):
    one = observed(lower_is_better=lower_is_better)
    assert calculate.is_improvement(one, Decimal(change)) is better


@pytest.mark.parametrize("zero", ["0", "0.0", "-0.0"])
def test_standing_still_is_neither_better_nor_worse(zero):
    assert calculate.is_improvement(observed(), Decimal(zero)) is None
    still = (observed(change=zero), observed(change=zero, lower_is_better=True))
    for improved in (True, False):
        tally = calculate.changes(still, improved)
        assert (tally.members, tally.base) == ((), still)


@given(st.lists(OBSERVATIONS, max_size=12))
def test_targets_are_counted_as_by_hand(observations):
    countable = [o for o in observations if o.counted and o.value is not None and o.target is not None]
    met = [o for o in countable if (o.value <= o.target if o.lower_is_better else o.value >= o.target)]
    found, missed = calculate.targets(observations, met=True), calculate.targets(observations, met=False)
    assert list(found.members) == met
    assert found.base == missed.base == tuple(countable)
    assert len(found.members) + len(missed.members) == len(countable)


@given(st.lists(OBSERVATIONS, max_size=12))
def test_changes_are_counted_as_by_hand(observations):
    base = [o for o in observations if o.change is not None]
    better = [o for o in base if o.change * (-1 if o.lower_is_better else 1) > 0]
    worse = [o for o in base if o.change * (-1 if o.lower_is_better else 1) < 0]
    assert list(calculate.changes(observations, improved=True).members) == better
    assert list(calculate.changes(observations, improved=False).members) == worse
    assert list(calculate.changes(observations, improved=True).base) == base


@given(st.integers(0, 300), st.integers(1, 300))
def test_a_share_is_rounded_to_whole_percent_halves_away_from_zero(members, others):
    one = observed()
    tally = Tally((one,) * members, (one,) * (members + others))
    exact = Fraction(100 * members, members + others)
    assert tally.share() == Decimal(int(exact + Fraction(1, 2)))  # the floor of x + 1/2, for x not negative
    assert tally.working.startswith(f"{members} of {members + others} ")


def test_a_half_in_a_share_goes_up():
    one = observed()
    assert Tally((one,), (one,) * 8).share() == 13  # 12.5, which rounding to even would make 12


def test_a_share_of_nothing_is_refused():
    with pytest.raises(NotComparable, match="share of nothing"):
        Tally((), ()).share()


@given(st.lists(TENTHS, max_size=12), st.booleans())
def test_a_ranking_keeps_all_in_order_and_ties_in_the_tables_order(values, descending):
    rows = [observed(v, locator=Locator("made-up", "Table 2", str(n))) for n, v in enumerate(values)]
    ranked = calculate.ranked(rows, lambda o: o.value, descending)
    sign = -1 if descending else 1
    by_hand = sorted((sign * value, number) for number, value in enumerate(values))
    assert [int(o.locator.row) for o in ranked] == [number for _, number in by_hand]


@pytest.mark.parametrize(
    ("score", "rating"),
    [("0", 1), ("49.9", 1), ("49.99", 1), ("50", 2), ("50.0", 2), ("75.4", 2), ("75.5", 3), ("89.9", 3),
     ("90.0", 4), ("100", 4)],
)  # fmt: skip
def test_lower_bounds_of_bands_are_inclusive(score, rating):
    assert calculate.band_of(Decimal(score), bands("50.0", "75.5", "90.0")).rating == rating


@given(st.lists(st.integers(1, 999), min_size=1, max_size=5, unique=True), st.integers(0, 1000))
def test_every_score_has_one_band_in_whatever_order_they_are_printed(tenths, score_tenths):
    lowers = [Decimal(t) / 10 for t in sorted(tenths)]
    score = Decimal(score_tenths) / 10
    by_hand = 1 + sum(Fraction(score) >= Fraction(lower) for lower in lowers)
    printed = bands(*lowers)
    assert calculate.band_of(score, printed).rating == by_hand
    assert calculate.band_of(score, printed[::-1]).rating == by_hand


@pytest.mark.parametrize("score", ["-0.1", "100.1", "742"])
def test_a_score_outside_0_to_100_is_refused(score):
    with pytest.raises(NotComparable, match="not between 0% and 100%"):
        calculate.band_of(Decimal(score), bands("50.0"))


def test_a_score_in_a_hole_between_bands_is_refused():
    low, high = bands("50.0")[1], bands("60.0")[0]
    with pytest.raises(NotComparable, match="No published band"):
        calculate.band_of(Decimal("55"), [high, low])


@given(TENTHS, TENTHS)
def test_points_to_a_band_are_what_a_score_lacks_of_its_threshold(score, lower):
    band = bands(lower)[0]
    lacking = calculate.points_to(score, band)
    assert Fraction(lacking.value) == max(Fraction(0), Fraction(lower) - Fraction(score))
    assert str(score) in lacking.working
    assert str(lower) in lacking.working


def test_the_lowest_band_has_no_threshold_to_reach():
    assert calculate.points_to(Decimal("10.0"), bands("50.0")[-1]).value == 0


def rating(area, value):
    return observed(value, None, area=area, unit="rating")


def test_only_areas_of_both_editions_whose_rating_differs_have_moved():
    before = [rating("North", "2"), rating("South", "3"), rating("Gone", "1")]
    after = [rating("South", "2"), rating("North", "2"), rating("New", "4")]
    assert calculate.moved(before, after) == [(before[1], after[0])]


@given(st.lists(st.tuples(st.integers(1, 4), st.integers(1, 4)), max_size=8))
def test_moves_turn_round_with_their_editions(pairs):
    before = [rating(f"Area {n}", b) for n, (b, _) in enumerate(pairs)]
    after = [rating(f"Area {n}", a) for n, (_, a) in enumerate(pairs)]
    moved = calculate.moved(before, after)
    assert len(moved) == sum(b != a for b, a in pairs)
    assert [(b, a) for a, b in calculate.moved(after, before)] == moved
