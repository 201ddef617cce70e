"""The systems of units, and pint, which knows how large each unit is."""

from __future__ import annotations

import functools
from collections.abc import Mapping
from fractions import Fraction
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, Literal, TypeAlias, get_args

from backfat_rules.errors import BackfatRulesError, did_you_mean
from backfat_rules.plain import shown_value

if TYPE_CHECKING:
    from pint import UnitRegistry

UnitSystem: TypeAlias = Literal["metric", "us", "uk"]
SYSTEMS: tuple[UnitSystem, ...] = get_args(UnitSystem)

_IMPERIAL: Mapping[str, str] = MappingProxyType(
    {
        name: f"imperial_{name}"
        for name in ("fluid_ounce", "cup", "pint", "quart", "gallon", "teaspoon", "tablespoon")
    }
)


def must_be_a_system(system: object) -> None:
    """Refuse the name of a system that does not exist.

    Raises:
        BackfatRulesError: with the systems that there are.
    """
    if system not in SYSTEMS:
        near = did_you_mean(system, SYSTEMS) if isinstance(system, str) else ""
        remedy = near or f"Choose one of {', '.join(SYSTEMS)}."
        raise BackfatRulesError(f"There is no system of units {shown_value(system)}. {remedy}")


@functools.cache
def registry() -> UnitRegistry[Any]:
    """Every unit that pint knows, with its size as the exact fraction that defines it.

    Raises:
        BackfatRulesError: pint is not installed.
    """
    try:
        from pint import UnitRegistry
    except ModuleNotFoundError:
        raise BackfatRulesError(
            "Amounts in other units need pint, which is not installed. "
            'Run: pip install "backfat-rules[units]"'
        ) from None
    return UnitRegistry(non_int_type=Fraction)


@functools.cache
def factor(unit: str, into: str) -> Fraction:
    """How many of one unit another is, exactly; both as pint calls them.

    >>> factor("pound", "kilogram"), factor("day", "week")
    (Fraction(45359237, 100000000), Fraction(1, 7))
    """
    return Fraction(registry().Quantity(Fraction(1), unit).to(into).magnitude)


def own_name(unit: str, system: UnitSystem) -> str:
    """What pint calls a unit of this name in a system: pints and fluid ounces are two things.

    >>> own_name("pint", "uk"), own_name("pint", "us"), own_name("pound", "uk")
    ('imperial_pint', 'pint', 'pound')
    """
    return _IMPERIAL.get(unit, unit) if system == "uk" else unit
