"""How near a published number must lie for words of nearness to give it: the more digits a figure has, the nearer.

From three digits on it is one number, or a fair rounding of it: "more than 13,325" is of no other. With two it may be
off by the worth of its last digit: "more than 13,000" is not of 14,500.
"""

from fractions import Fraction

from assistant.checking.fits import rounded
from assistant.checking.prose_pairs import TELLING, Pair, digits_of

ROUND = 2  # digits, with which it may be the number as far as its last digit lets a reader expect


def is_close(pair: Pair) -> bool:
    """Whether a number that fits a figure by its words of nearness is also as near as the figure's digits promise."""
    own, other = pair.said.figure, pair.printed.figure
    if pair.fit != "rounded" or not own.step or own.base or own.side == "exactly" or own.unit != other.unit:
        return True
    given = digits_of(own)
    off = abs(other.value - own.value)
    if given >= TELLING:
        return rounded(other.value, own.step) == own.value or off <= _last_digit(own.value, own.step)
    if given == ROUND and own.unit in ("number", "money"):
        return off <= max(_last_digit(own.value, own.step), abs(own.value) / 20)
    return True


def _last_digit(value: Fraction, step: Fraction) -> Fraction:
    """The worth of the last digit of a figure that is not 0."""
    while value and value % (step * 10) == 0:
        step *= 10
    return step
