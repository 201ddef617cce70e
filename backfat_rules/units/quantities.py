"""Quantities of pint, of whatever registry a program has made them with."""

from __future__ import annotations

import sys
from fractions import Fraction
from math import isclose
from typing import Any

from backfat_rules.units.kinds import Measure
from backfat_rules.units.no_amount import TwoReadingsError, UnreadableError
from backfat_rules.units.reading import times_per
from backfat_rules.units.systems import UnitSystem, factor, own_name

_CALORIES = frozenset({"calorie", "thermochemical_calorie", "international_calorie"})


def is_quantity(value: object) -> bool:
    """Whether it is pint's; nobody can have made one without loading pint."""
    pint = sys.modules.get("pint")
    return pint is not None and isinstance(value, pint.Quantity)


def size_of(quantity: Any, measure: Measure, period: str, system: UnitSystem) -> Fraction:
    """The size of a quantity in the unit of a measure: as exact as its magnitude is written.

    What the unit is worth is up to the quantity's own registry; where ours agrees with it, ours
    tells it without the noise of floats.

    Args:
        quantity: an amount, or an amount per day or week.
        measure: what is wanted.
        period: ``day`` or ``week`` if the fact counts per one of them; else empty.
        system: whose pints and fluid ounces the person means.

    Raises:
        UnreadableError: it is of another kind, or not one finite number, or its unit is one thing
            to pint and another to the person.
    """
    amount, _, per = str(quantity.units).partition(" / ")
    _must_have_one_reading(quantity, amount, system)
    if per in ("day", "week"):
        return times_per(per, measure, period) * _size(quantity * type(quantity)(1, per), measure)
    return _size(quantity, measure)


def _must_have_one_reading(quantity: Any, unit: str, system: UnitSystem) -> None:
    """Refuse a calorie, which on labels is a thousand of them, and the other country's pint."""
    number = quantity.magnitude
    if unit in _CALORIES:
        raise TwoReadingsError(f"{number / 1000:g} kcal", f"{number:g} kcal")
    if own_name(unit, system) != unit:
        said = unit.replace("_", " ")
        raise TwoReadingsError(f"{number:g} US {said}", f"{number:g} imperial {said}")


def _size(quantity: Any, measure: Measure) -> Fraction:
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
