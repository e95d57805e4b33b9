"""Transformations of the space that a PDF is painted in, and the numbers that they are made of."""

import math
from typing import Any

Matrix = tuple[float, float, float, float, float, float]
UPRIGHT: Matrix = (1.0, 0.0, 0.0, 1.0, 0.0, 0.0)


def times(one: Matrix, two: Matrix) -> Matrix:
    """First one transformation, then the other."""
    a, b, c, d, e, f = one
    g, h, i, j, k, m = two
    return (a * g + b * i, a * h + b * j, c * g + d * i, c * h + d * j, e * g + f * i + k, e * h + f * j + m)


def number(value: Any) -> float:
    """A number of a content stream. Raises ValueError or TypeError for what is none or has no bound."""
    found = float(value)
    if not math.isfinite(found):
        raise ValueError(value)
    return found


def matrix(values: Any) -> Matrix:
    """A transformation of a content stream. Raises ValueError or TypeError for what is none."""
    a, b, c, d, e, f = (number(value) for value in values)
    return a, b, c, d, e, f
