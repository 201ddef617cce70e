"""Metric amounts as people in the US and the UK say them, as exact as anybody can use."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from types import MappingProxyType

from backfat_rules.units.systems import UnitSystem, factor

TALL = 140.0  # cm; from here on in feet and inches, unless it goes around something
HEAVY = 30.0  # kg; from here on in stones, in the UK
STONE = 14  # lb


def amount_text(numbers: tuple[float, ...], unit: str, system: UnitSystem, *, around: bool) -> str:
    """One amount, or the two ends of a range, in the units of a system.

    The unit is ``kg``, ``cm``, ``m``, ``km``, ``km/h``, ``L`` or ``mL``; what goes around something
    is never said in feet.

    >>> amount_text((72,), "kg", "us", around=False), amount_text((72,), "kg", "uk", around=False)
    ('159 lb', '11 st 5 lb')
    >>> amount_text((1.6, 2), "L", "us", around=False)
    '54 to 68 fl oz'
    """
    return _SAID[unit](numbers, system, around)


def _kg(numbers: tuple[float, ...], system: UnitSystem, _: bool) -> str:
    pounds = [number * factor("kilogram", "pound") for number in numbers]
    if system == "uk" and min(numbers) >= HEAVY:
        return " to ".join(_two(number, STONE, "st", "lb") for number in pounds)
    return _range(pounds, "lb")


def _cm(numbers: tuple[float, ...], _: UnitSystem, around: bool) -> str:
    inches = [number * factor("centimeter", "inch") for number in numbers]
    if min(numbers) >= TALL and not around:
        return " to ".join(_two(number, 12, "ft", "in") for number in inches)
    return _range([_half(number) for number in inches], "in")


def _m(numbers: tuple[float, ...], _: UnitSystem, __: bool) -> str:
    feet = [number * factor("meter", "foot") for number in numbers]
    if 1 <= min(numbers) <= max(numbers) < 3:
        return " to ".join(_two(number * 12, 12, "ft", "in") for number in feet)
    return _range([round(each / 5) * 5 if each >= 50 else each for each in feet], "ft")


def _km(numbers: tuple[float, ...], _: UnitSystem, __: bool) -> str:
    return _range([each * factor("kilometer", "mile") for each in numbers], "miles", "mile")


def _km_h(numbers: tuple[float, ...], _: UnitSystem, __: bool) -> str:
    return _range([each * factor("kilometer", "mile") for each in numbers], "mph")


def _litres(numbers: tuple[float, ...], system: UnitSystem, _: bool) -> str:
    if system == "us":
        return _range([each * factor("liter", "fluid_ounce") for each in numbers], "fl oz")
    pints = [each * factor("liter", "imperial_pint") for each in numbers]
    if max(pints) >= 1:
        return _range([round(each, 1) for each in pints], "pints", "pint", places=1)
    return _range([each * factor("liter", "imperial_fluid_ounce") for each in numbers], "fl oz")


def _millilitres(numbers: tuple[float, ...], system: UnitSystem, around: bool) -> str:
    return _litres(tuple(number / 1000 for number in numbers), system, around)


_SAID: Mapping[str, Callable[[tuple[float, ...], UnitSystem, bool], str]] = MappingProxyType(
    {
        "kg": _kg,
        "cm": _cm,
        "m": _m,
        "km": _km,
        "km/h": _km_h,
        "L": _litres,
        "mL": _millilitres,
    }
)


def _range(numbers: list[float], unit: str, one: str = "", places: int | None = None) -> str:
    """The ends, or one number where both are the same after rounding."""
    texts = list(dict.fromkeys(_usable(number, places) for number in numbers))
    return f"{' to '.join(texts)} {one if one and texts == ['1'] else unit}"


def _usable(number: float, places: int | None = None) -> str:
    """Whole from 10 on, tenths from a half on, and never a plain 0 for something."""
    if places is None:
        places = 0 if number >= 10 else 1 if number >= 0.5 else 2
    text = f"{number:,.{places}f}"
    if number and not float(text.replace(",", "")):
        return f"{number:.1g}" if number >= 0.0001 else "0"
    return text.rstrip("0").rstrip(".") if "." in text else text


def _half(inches: float) -> float:
    """Small measures in half inches, as rulers have them."""
    return round(inches * 2) / 2 if 2 <= inches < 10 else inches


def _two(number: float, size: int, large: str, small: str) -> str:
    """A whole number of small units as large and small ones."""
    whole, rest = divmod(round(number), size)
    return f"{whole:,} {large} {rest} {small}" if rest else f"{whole:,} {large}"
