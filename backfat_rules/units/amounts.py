"""Metric amounts as people in the US and the UK say them, as exact as anybody can use."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from types import MappingProxyType

from backfat_rules.units.systems import UnitSystem, factor

TALL = 140.0  # cm; from here on in feet and inches, unless it goes around something
HEAVY = 30.0  # kg; from here on in stones, in the UK
STONE = 14  # lb


@dataclass(frozen=True, slots=True)
class Amount:
    """One amount, or the two ends of a range, that can be said in every system of units.

    Attributes:
        numbers: one number, or two.
        unit: what they count: one of ``CONVERTED``.
        said: how it reads in metric units.
        between: the word between two numbers: ``to``, ``and`` or ``or``.
        around: whether it goes around something; such a length is never said in feet.

    >>> Amount((72,), "kg", "72 kg").text("us"), Amount((72,), "kg", "72 kg").text("uk")
    ('159 lb', '11 st 5 lb')
    >>> half = Amount((0.5,), "L", "half a litre")
    >>> half.text("metric"), half.text("us")
    ('half a litre', '17 fl oz')
    """

    numbers: tuple[float, ...]
    unit: str
    said: str
    between: str = "to"
    around: bool = False

    def text(self, system: UnitSystem) -> str:
        """The amount as a reader says it.

        Raises:
            BackfatRulesError: pint, which is needed for other than metric units, is not installed.
        """
        return self.said if system == "metric" else _SAID[self.unit](self, system)

    def _joined(self, texts: list[str]) -> str:
        """The ends, or one of them where both are the same after rounding."""
        return f" {self.between} ".join(dict.fromkeys(texts))

    def _in(self, numbers: list[float], unit: str, one: str = "", places: int | None = None) -> str:
        shown = self._joined([_usable(number, places) for number in numbers])
        return f"{shown} {one if one and shown == '1' else unit}"

    def _in_two(self, numbers: list[float], size: int, large: str, small: str) -> str:
        return self._joined([_two(number, size, large, small) for number in numbers])

    def _times(self, size: float) -> list[float]:
        return [number * size for number in self.numbers]


def _kg(amount: Amount, system: UnitSystem) -> str:
    pounds = amount._times(factor("kilogram", "pound"))
    if system == "uk" and min(amount.numbers) >= HEAVY:
        return amount._in_two(pounds, STONE, "st", "lb")
    return amount._in(pounds, "lb")


def _cm(amount: Amount, _: UnitSystem) -> str:
    inches = amount._times(factor("centimeter", "inch"))
    if min(amount.numbers) >= TALL and not amount.around:
        return amount._in_two(inches, 12, "ft", "in")
    return amount._in([_half(number) for number in inches], "in")


def _m(amount: Amount, _: UnitSystem) -> str:
    feet = amount._times(factor("meter", "foot"))
    if 1 <= min(amount.numbers) <= max(amount.numbers) < 3:
        return amount._in_two([number * 12 for number in feet], 12, "ft", "in")
    return amount._in([round(each / 5) * 5 if each >= 50 else each for each in feet], "ft")


def _km(amount: Amount, _: UnitSystem) -> str:
    return amount._in(amount._times(factor("kilometer", "mile")), "miles", "mile")


def _km_h(amount: Amount, _: UnitSystem) -> str:
    return amount._in(amount._times(factor("kilometer", "mile")), "mph")


def _litres(amount: Amount, system: UnitSystem, size: float = 1) -> str:
    if system == "us":
        return amount._in(amount._times(size * factor("liter", "fluid_ounce")), "fl oz")
    pints = amount._times(size * factor("liter", "imperial_pint"))
    if max(pints) >= 1:
        return amount._in([round(each, 1) for each in pints], "pints", "pint", places=1)
    return amount._in(amount._times(size * factor("liter", "imperial_fluid_ounce")), "fl oz")


def _millilitres(amount: Amount, system: UnitSystem) -> str:
    return _litres(amount, system, 0.001)


_SAID: Mapping[str, Callable[[Amount, UnitSystem], str]] = MappingProxyType(
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
CONVERTED = frozenset(_SAID)
"""The units that are said in other units; grams, energy and time stay as they are."""


def _usable(number: float, places: int | None) -> str:
    """Whole from 10 on, tenths from a half on, and never a plain 0 for something."""
    size = abs(number)
    if places is None:
        places = 0 if size >= 10 else 1 if size >= 0.5 else 2
    text = f"{number:,.{places}f}"
    if number and not float(text.replace(",", "")):
        return f"{number:.1g}" if size >= 0.0001 else "0"
    return text.rstrip("0").rstrip(".") if "." in text else text


def _half(inches: float) -> float:
    """Small measures in half inches, as rulers have them."""
    return round(inches * 2) / 2 if 2 <= inches < 10 else inches


def _two(number: float, size: int, large: str, small: str) -> str:
    """A whole number of small units as large and small ones."""
    whole, rest = divmod(round(number), size)
    return f"{whole:,} {large} {rest} {small}" if rest else f"{whole:,} {large}"
