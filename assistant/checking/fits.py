"""Whether a figure of a draft is a published number, or a fair rounding of it. All arithmetic is exact.

Rounding is to the worth of the last digit that the draft gives, halves away from zero, and fair
  - for shares, points, lengths of time and money, so long as it moves the number by no more than a twentieth or keeps
    two significant digits: 37.2 is 37%, £1.454 billion is £1.45 billion but not £1 billion;
  - for counts where it keeps two significant digits of 1,000 or more (5,636: 5,600), or where the published number has
    decimals (35.2: 35). A small whole count is never rounded: 9 is not 10.
What words of nearness allow instead:
  - about: a share or points so rounded, or from ten up the nearest multiple of five (37.2: about 35%, not about 40%);
    anything else within a twentieth, and no further than the digits given let a reader expect;
  - nearly: a number reached from below, from a tenth beneath; for shares from 3 points beneath;
  - just above: as far on the other side;
  - above, at least, below, at most: the number on that side, no further than a third of the figure given; for shares
    no further than 10 points, so that "more than 10%" is no fair word for 86%.
A share in words ("a third") is fair within 2 points, "half" within 1; its words of nearness are held to as above.
"""

from collections.abc import Callable
from fractions import Fraction
from typing import Literal

from assistant.checking.claims import Figure

Fit = Literal["exact", "rounded", ""]
FAIR = Fraction(1, 20)  # of the published number
BENEATH = Fraction(1, 10)  # of the figure, for "nearly"
BEYOND = Fraction(1, 3)  # of the figure, for "more than" and the like
POINTS_BENEATH = 3
POINTS_BEYOND = 10
WORDS_WITHIN = 2  # percentage points, for a share in words
HALF_WITHIN = 1
LARGE = 1000  # counts from here may be rounded without a word that says so


def fits(figure: Figure, exact: Fraction) -> Fit:
    """How a figure gives the published number `exact`, which is in the figure's own unit.

    "exact" where they are equal and no word of nearness denies it, "rounded" where it is a fair rounding by the rules
    above, else "".
    """
    if figure.value == exact and figure.side not in ("just_above", "above", "below"):
        return "exact"
    return "rounded" if _is_fair(figure, exact) else ""


def rounded(exact: Fraction, step: Fraction) -> Fraction:
    """The multiple of `step` nearest to a number, halves away from zero; the number itself where the step is 0."""
    if not step:
        return exact
    whole, rest = divmod(abs(exact) / step, 1)
    nearest = (whole + (1 if rest * 2 >= 1 else 0)) * step
    return nearest if exact >= 0 else -nearest


def _is_fair(figure: Figure, exact: Fraction) -> bool:
    return RULES[figure.side](figure, exact)


def _plainly(figure: Figure, exact: Fraction) -> bool:
    if not figure.step:
        within = HALF_WITHIN if figure.value == 50 else WORDS_WITHIN
        return abs(figure.value - exact) <= within
    if figure.unit == "number" and exact.denominator == 1:
        return abs(exact) >= LARGE and _to_two_digits(figure, exact)
    if figure.unit in ("percent", "points"):
        return rounded(exact, figure.step) == figure.value
    near = abs(figure.value - exact) <= abs(exact) * FAIR or abs(exact) < LARGE
    return _to_two_digits(figure, exact) or (near and rounded(exact, figure.step) == figure.value)


def _to_two_digits(figure: Figure, exact: Fraction) -> bool:
    """Whether the figure is the number rounded to its last digit or finer, and to two significant digits at least."""
    return rounded(exact, min(figure.step, _second_digit(exact))) == figure.value


def _second_digit(number: Fraction) -> Fraction:
    """The worth of the second significant digit: 100 for 5,636."""
    worth = Fraction(1)
    while abs(number) >= worth * 100:
        worth *= 10
    while number and abs(number) < worth * 10:
        worth /= 10
    return worth


def _about(figure: Figure, exact: Fraction) -> bool:
    if _plainly(figure, exact):
        return True
    if figure.unit in ("percent", "points"):
        by_five = figure.value >= 10 and figure.value % 5 == 0 and figure.step == 1
        return by_five and rounded(exact, Fraction(5)) == figure.value
    last_is_five = figure.step > 0 and figure.value / figure.step % 10 == 5
    allowed = figure.step * Fraction(5 if last_is_five else 1) * Fraction(5, 2)
    return abs(figure.value - exact) <= min(abs(exact) * FAIR, allowed)


def _nearly(figure: Figure, exact: Fraction) -> bool:
    beneath = POINTS_BENEATH if figure.unit in ("percent", "points") else abs(figure.value) * BENEATH
    return 0 < figure.value - exact <= beneath


def _just_above(figure: Figure, exact: Fraction) -> bool:
    beyond = POINTS_BENEATH if figure.unit in ("percent", "points") else abs(figure.value) * BENEATH
    return 0 < exact - figure.value <= beyond


def _beyond(figure: Figure) -> Fraction:
    """How far a number may lie from a figure that says only on which side of it."""
    third = abs(figure.value) * BEYOND
    return min(third, Fraction(POINTS_BEYOND)) if figure.unit in ("percent", "points") else third


def _above(figure: Figure, exact: Fraction) -> bool:
    return 0 < exact - figure.value <= _beyond(figure)


def _below(figure: Figure, exact: Fraction) -> bool:
    return 0 < figure.value - exact <= _beyond(figure)


RULES: dict[str, Callable[[Figure, Fraction], bool]] = {
    "exactly": _plainly,
    "about": _about,
    "nearly": _nearly,
    "just_above": _just_above,
    "above": _above,
    "at_least": _above,
    "below": _below,
    "at_most": _below,
}
