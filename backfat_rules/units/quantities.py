"""Quantities of pint, of whatever registry a program has made them with."""

from __future__ import annotations

import sys
from fractions import Fraction
from math import isclose
from typing import Any

from backfat_rules.units.kinds import Measure
from backfat_rules.units.systems import factor
from backfat_rules.units.unreadable import UnreadableError


def is_quantity(value: object) -> bool:
    """Whether it is pint's; nobody can have made one without loading pint."""
    pint = sys.modules.get("pint")
    return pint is not None and isinstance(value, pint.Quantity)


def size_of(quantity: Any, measure: Measure) -> Fraction:
    """The size of a quantity in the unit of a measure: as exact as its magnitude is written.

    What the unit is worth is up to the quantity's own registry; where ours agrees with it, ours
    tells it without the noise of floats.

    Raises:
        UnreadableError: it is of another kind, or not one finite number.
    """
    if not quantity.is_compatible_with(measure.unit):
        raise UnreadableError(f"is not {measure.kind}.")
    try:
        theirs = float(quantity.to(measure.unit).magnitude)
        ours = Fraction(str(quantity.magnitude)) * factor(str(quantity.units), measure.unit)
        return ours if isclose(ours, theirs, rel_tol=1e-9) else Fraction(theirs)
    except AttributeError:  # ours has no such unit
        return Fraction(theirs)
    except OverflowError:
        raise UnreadableError("is not a finite number.") from None
    except (TypeError, ValueError):
        raise UnreadableError("is not one number.") from None
