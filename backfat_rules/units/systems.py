"""The systems of units, and pint, which knows how large each unit is."""

from __future__ import annotations

import functools
import sys
from collections.abc import Mapping
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, Literal, TypeAlias, get_args

from backfat_rules.errors import BackfatRulesError, did_you_mean

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


def must_be_a_system(system: str) -> None:
    """Refuse the name of a system that does not exist.

    Raises:
        BackfatRulesError: with the systems that there are.
    """
    if system not in SYSTEMS:
        remedy = did_you_mean(str(system), SYSTEMS) or f"Choose one of {', '.join(SYSTEMS)}."
        raise BackfatRulesError(f"There is no system of units {system!r}. {remedy}")


@functools.cache
def registry() -> UnitRegistry[Any]:
    """Every unit that pint knows.

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
    return UnitRegistry()


@functools.cache
def factor(unit: str, into: str) -> float:
    """How many of one unit another is; both as pint calls them.

    >>> factor("kilogram", "pound"), factor("foot", "centimeter")
    (2.20462262185, 30.48)
    """
    return tidy(registry().Quantity(1.0, unit).to(into).magnitude)


def tidy(number: float) -> float:
    """A number without the noise that conversions leave in the last digits.

    >>> tidy(180.33999999999997)
    180.34
    """
    return float(f"{number:.12g}")


def own_name(unit: str, system: UnitSystem) -> str:
    """What pint calls a unit of this name in a system: pints and fluid ounces are two things.

    >>> own_name("pint", "uk"), own_name("pint", "us"), own_name("pound", "uk")
    ('imperial_pint', 'pint', 'pound')
    """
    return _IMPERIAL.get(unit, unit) if system == "uk" else unit


def is_quantity(value: object) -> bool:
    """Whether it is pint's; nobody can have made one without loading pint."""
    pint = sys.modules.get("pint")
    return pint is not None and isinstance(value, pint.Quantity)
