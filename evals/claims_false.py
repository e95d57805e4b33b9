"""Claims that are wrong in a figure, its unit or its direction: a right one with that changed.

A wrong figure differs from the right one by more than rounding, and is no other figure of its measure: no target, no
change, no other year's, no other service's.
"""

from collections.abc import Collection
from decimal import Decimal

from evals import claims_true as true
from evals.claims_printed import STATES, Row
from evals.claims_ratings import bounded, rated, rating_of, regions_of, regions_rated, threshold_of
from evals.claims_true import row_of
from evals.claims_words import Slot, Writer, rounded
from evals.drafts import Sentence

APART = Decimal(1)  # how far a wrong figure is from the right one, at least
CLEAR = Decimal("0.5")  # how far figures of two years or services are apart that are told from one another
TRIES = 60
FAR = Decimal(4)


def other_figure(writer: Writer, right: Decimal, taken: Collection[Decimal]) -> Decimal | None:
    """A figure with one digit changed, or two swapped, that is none of those taken nor one of them rounded."""
    rng = writer.rng
    for _ in range(TRIES):
        digits = list(str(abs(right)))
        places = [at for at, digit in enumerate(digits) if digit.isdigit()]
        if rng.random() < 0.3 and len(places) > 1:
            one, two = rng.sample(places, 2)
            digits[one], digits[two] = digits[two], digits[one]
        else:
            digits[rng.choice(places)] = str(rng.randint(0, 9))
        if digits[0] == "0" and digits[1:2] not in ([], ["."]):
            continue
        wrong = Decimal("".join(digits))
        near = any(abs(wrong - figure) < CLEAR for figure in taken)
        if 0 < wrong < 100 and abs(wrong - abs(right)) >= APART and not near and wrong != rounded(wrong):
            return wrong
    return None


def wrong_of(writer: Writer, row: Row, right: Decimal) -> Decimal | None:
    """A figure that is wrong for a measure in every way that it could be read."""
    return other_figure(writer, right, writer.printed.readings(row))


def value(writer: Writer) -> Sentence | None:
    """Another value, by itself or beside the right target."""
    if not (row := row_of(writer)) or (wrong := wrong_of(writer, row, row.value)) is None:
        return None
    measure, when, shown = writer.called(row), writer.when(row.year), writer.percent(wrong).wrong(str(row.value))
    if row.target is None or writer.rng.random() < 0.5:
        return writer.write("value", m=measure, w=when, v=shown)
    return writer.write("value_target", m=measure, w=when, v=shown, t=writer.percent(row.target))


def target(writer: Writer) -> Sentence | None:
    """Another target."""
    row = row_of(writer, lambda row: row.target is not None)
    if not row or row.target is None or (wrong := _target_wrong(writer, row, row.target)) is None:
        return None
    shown = writer.percent(wrong).wrong(str(row.target))
    return writer.write("target", m=writer.called(row), w=writer.when(row.year), t=shown)


def _target_wrong(writer: Writer, row: Row, right: Decimal) -> Decimal | None:
    """A target some whole points off; targets are often whole numbers, as wrong ones are."""
    taken = writer.printed.readings(row)
    near = [right + step for step in (-15, -10, -5, -3, 3, 5, 10, 15)]
    free = [one for one in near if 0 < one < 100 and all(abs(one - figure) >= CLEAR for figure in taken)]
    return writer.one(free)


def change(writer: Writer) -> Sentence | None:
    """Another amount of change."""
    row = row_of(writer, lambda row: bool(row.change))
    if not row or not row.change or (wrong := wrong_of(writer, row, row.change)) is None:
        return None
    shown = writer.points(wrong).wrong(str(abs(row.change)))
    return true.changed(writer, row, writer.rng.choice(("change", "change_to")), shown)


def gap(writer: Writer) -> Sentence | None:
    """Another gap to the target."""
    row = row_of(writer, lambda row: bool(row.over))
    if not row or (wrong := wrong_of(writer, row, row.over)) is None:
        return None
    return true.gapped(writer, row, writer.points(wrong).wrong(str(abs(row.over))))


def from_to(writer: Writer) -> Sentence | None:
    """Another value of the later of two years."""
    moved = [(old, new) for old, new in writer.printed.pairs if new.change]
    pair = writer.one(moved)
    if not pair or (wrong := wrong_of(writer, pair[1], pair[1].value)) is None:
        return None
    if (wrong > pair[0].value) != (pair[1].value > pair[0].value):
        return None
    return true.from_one_to(writer, *pair, writer.percent(wrong).wrong(str(pair[1].value)))


def two(writer: Writer) -> Sentence | None:
    """Another value of the first of two measures: not the second's."""
    bulletin = writer.one(writer.printed.bulletins)
    if not bulletin or len(bulletin.rows) < 2:
        return None
    first, other = writer.rng.sample(bulletin.rows, 2)
    wrong = other_figure(writer, first.value, writer.printed.readings(first) | writer.printed.readings(other))
    if wrong is None:
        return None
    return true.two_of(writer, first, other, writer.percent(wrong).wrong(str(first.value)))


def about(writer: Writer) -> Sentence | None:
    """A rounded value that is far off."""
    if not (row := row_of(writer)):
        return None
    taken = writer.printed.readings(row)
    near = [rounded(row.value) + step for step in (-12, -9, -6, 6, 9, 12)]
    free = [one for one in near if 0 < one < 100 and all(abs(one - figure) >= FAR for figure in taken)]
    if (wrong := writer.one(free)) is None:
        return None
    shown = writer.percent(wrong).wrong(str(row.value))
    return writer.write("about", m=writer.called(row), w=writer.when(row.year), v=shown)


def largest(writer: Writer) -> Sentence | None:
    """Another amount of the largest rise."""
    bulletin = writer.one(writer.printed.bulletins)
    row = bulletin and true.most(writer, bulletin)
    if not row or row.change is None or (wrong := wrong_of(writer, row, row.change)) is None:
        return None
    return true.largest_of(writer, row, writer.points(wrong).wrong(str(row.change)))


def count(writer: Writer) -> Sentence | None:
    """Another count: of no state, in no year."""
    if not (drawn := true.count_of(writer)):
        return None
    _, service, _, right, base = drawn
    taken = {found[0] for each in writer.printed.bulletins for state in STATES if (found := each.count(service, state))}
    free = [number for number in range(1, base) if number not in taken]
    if (wrong := writer.one(free)) is None:
        return None
    return true.counted(writer, *drawn, n=writer.number(wrong).wrong(str(right)), b=Slot(str(base), None))


def rating(writer: Writer) -> Sentence | None:
    """Another rating of a region."""
    if not (drawn := rating_of(writer)):
        return None
    bulletin, area, right = drawn
    wrong = writer.one([number for number in bulletin.bands if number != right])
    return rated(writer, bulletin, area, wrong, truth=right) if wrong else None


def regions(writer: Writer) -> Sentence | None:
    """Another number of regions with a rating."""
    if not (drawn := regions_of(writer)):
        return None
    bulletin, number, right = drawn
    free = [one for one in range(1, len(bulletin.ratings)) if one != right]
    if (wrong := writer.one(free)) is None:
        return None
    base = Slot(str(len(bulletin.ratings)), None)
    return regions_rated(writer, bulletin, number, writer.number(wrong).wrong(str(right)), base)


def threshold(writer: Writer) -> Sentence | None:
    """Another threshold, or another rating's."""
    if not (drawn := threshold_of(writer)):
        return None
    bulletin, number, right = drawn
    bounds = {band.lower for band in bulletin.bands.values() if band.lower is not None}
    others = sorted(bounds - {right})
    wrong = writer.one(others) if writer.rng.random() < 0.5 else other_figure(writer, right, bounds)
    if wrong is None:
        return None
    return bounded(writer, bulletin, number, right, writer.percent(wrong).wrong(str(right)))


def percent_for_points(writer: Writer) -> Sentence | None:
    """A change in points told as percent, where the percentage is another."""
    row = row_of(writer, lambda row: _is_no_percentage(true.change_in(row), row.value - true.change_in(row)))
    if not row:
        return None
    shown = Slot(f"{abs(true.change_in(row))}%", "contradicted", "percentage point")
    return true.changed(writer, row, writer.rng.choice(("change", "change_to")), shown)


def gap_in_percent(writer: Writer) -> Sentence | None:
    """A gap in points told as percent, where the percentage is another."""
    row = row_of(writer, lambda row: _is_no_percentage(row.over, row.target or Decimal(0)))
    if not row:
        return None
    return true.gapped(writer, row, Slot(f"{abs(row.over)}%", "contradicted", "percentage point"))


def _is_no_percentage(amount: Decimal, of: Decimal) -> bool:
    """Whether an amount in points, if any, is clearly another number in percent."""
    return bool(amount) and of > 0 and abs(abs(amount) / of * 100 - abs(amount)) >= CLEAR


def points_for_percent(writer: Writer) -> Sentence | None:
    """A share told in points."""
    if not (row := row_of(writer)):
        return None
    shown = Slot(f"{row.value} percentage points", "contradicted", f"{row.value}%", str(row.value))
    return writer.write("value", m=writer.called(row), w=writer.when(row.year), v=shown)


def turned_change(writer: Writer) -> Sentence | None:
    """A rise told as a fall, or the reverse."""
    row = row_of(writer, lambda row: bool(row.change))
    if not row or row.change is None:
        return None
    shown = writer.points(row.change).wrong(str(abs(row.change)))
    return true.changed(writer, row, writer.rng.choice(("change", "change_to")), shown, turned=True)


def turned_gap(writer: Writer) -> Sentence | None:
    """Below the target told as above, or the reverse."""
    if not (row := row_of(writer, lambda row: bool(row.over))):
        return None
    return true.gapped(writer, row, writer.points(row.over).wrong(str(abs(row.over))), turned=True)


def turned_target(writer: Writer) -> Sentence | None:
    """A target met told as missed, or the reverse."""
    row = row_of(writer, lambda row: row.target is not None)
    return true.met_or_not(writer, row, "met", turned=True) if row else None


def turned_words(writer: Writer) -> Sentence | None:
    """The same in words alone, or better told as worse."""
    row = row_of(writer, lambda row: row.target is not None and bool(row.change))
    if not row:
        return None
    if writer.rng.random() < 0.5:
        return true.met_or_not(writer, row, "met_words", turned=True)
    return true.improved_or_not(writer, row, turned=True)
