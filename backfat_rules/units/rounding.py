"""Numbers rounded to a grid, to the nearest point of it or to a safe side."""

from __future__ import annotations

import math
from fractions import Fraction
from typing import Literal, TypeAlias

Side: TypeAlias = Literal["nearest", "up", "down"]
"""Where a number goes that lies between two points of the grid on which it is shown."""


def in_steps(number: Fraction, step: Fraction, side: Side = "nearest") -> Fraction:
    """A number in steps.

    >>> in_steps(Fraction("54.1"), Fraction(1)), in_steps(Fraction("54.1"), Fraction(1), "up")
    (Fraction(54, 1), Fraction(55, 1))
    """
    steps = number / step
    match side:
        case "up":
            return math.ceil(steps) * step
        case "down":
            return math.floor(steps) * step
    return round(steps) * step
