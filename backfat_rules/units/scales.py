"""In which units, and how finely, an amount is said to readers in the US and the UK."""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from fractions import Fraction
from types import MappingProxyType

from backfat_rules.units.systems import UnitSystem, factor

TALL = 140.0  # cm; from here on in feet and inches, unless it goes around something
HEAVY = 30.0  # kg; from here on in stones, in the UK


@dataclass(frozen=True, slots=True)
class Scale:
    """One way to say an amount.

    Attributes:
        factor: how many of the unit that is said one of the metric unit is.
        step: how finely a number of this size is said.
        unit: what follows the number; empty where every number names its units.
        one: the same after 1, where that differs.
        parts: the large and the small unit of a number that is said in two, and how many small
            ones are a large one.
    """

    factor: Fraction
    step: Callable[[Fraction], Fraction]
    unit: str = ""
    one: str = ""
    parts: tuple[str, int, str] | None = None

    def number_text(self, number: Fraction) -> str:
        """A number that is in steps already, without needless digits."""
        if self.parts is None:
            return _digits(number)
        large, size, small = self.parts
        whole, rest = divmod(int(number), size)
        return f"{whole:,} {large} {rest} {small}" if rest else f"{whole:,} {large}"

    def with_unit(self, text: str) -> str:
        """The text of a number, or of a range, with the unit."""
        unit = self.one if self.one and text == "1" else self.unit
        return f"{text} {unit}" if unit else text


@dataclass(frozen=True, slots=True)
class Span:
    """What the choice of a scale depends on: how large numbers are, and what they are of."""

    low: float
    high: float
    around: bool = False


def scale_for(unit: str, span: Span, system: UnitSystem) -> Scale:
    """The scale on which numbers of a metric unit are said.

    Raises:
        BackfatRulesError: pint, which knows how large units are, is not installed.
    """
    return _SCALES[unit](span, system)


def _usual(number: Fraction) -> Fraction:
    """Whole from 10 on, tenths from a half on, and never so coarse that something is nothing."""
    size = abs(number)
    if size >= 10:
        return Fraction(1)
    if size >= Fraction(1, 2):
        return Fraction(1, 10)
    if size >= Fraction(1, 200) or not size:
        return Fraction(1, 100)
    return Fraction(10) ** math.floor(math.log10(size))


def _whole(_: Fraction) -> Fraction:
    return Fraction(1)


def _tenths(_: Fraction) -> Fraction:
    return Fraction(1, 10)


def _inches(number: Fraction) -> Fraction:
    """Small measures in half inches, as rulers have them."""
    return Fraction(1, 2) if 2 <= number < 10 else _usual(number)


def _feet(number: Fraction) -> Fraction:
    """Walking distances in steps of five."""
    return Fraction(5) if number >= 50 else _usual(number)


def _kg(span: Span, system: UnitSystem) -> Scale:
    pounds = factor("kilogram", "pound")
    if system == "uk" and span.low >= HEAVY:
        return Scale(pounds, _whole, parts=("st", 14, "lb"))
    return Scale(pounds, _usual, "lb")


def _cm(span: Span, _: UnitSystem) -> Scale:
    inches = factor("centimeter", "inch")
    if span.low >= TALL and not span.around:
        return Scale(inches, _whole, parts=("ft", 12, "in"))
    return Scale(inches, _inches, "in")


def _m(span: Span, _: UnitSystem) -> Scale:
    if 1 <= span.low <= span.high < 3:
        return Scale(factor("meter", "inch"), _whole, parts=("ft", 12, "in"))
    return Scale(factor("meter", "foot"), _feet, "ft")


def _km(*_: object) -> Scale:
    return Scale(factor("kilometer", "mile"), _usual, "miles", "mile")


def _km_h(*_: object) -> Scale:
    return Scale(factor("kilometer", "mile"), _usual, "mph")


def _litres(span: Span, system: UnitSystem) -> Scale:
    if system == "us":
        return Scale(factor("liter", "fluid_ounce"), _usual, "fl oz")
    pints = factor("liter", "imperial_pint")
    if Fraction(str(span.high)) * pints >= 1:
        return Scale(pints, _tenths, "pints", "pint")
    return Scale(factor("liter", "imperial_fluid_ounce"), _usual, "fl oz")


def _millilitres(span: Span, system: UnitSystem) -> Scale:
    litres = _litres(Span(span.low / 1000, span.high / 1000), system)
    return replace(litres, factor=litres.factor / 1000)


_SCALES: Mapping[str, Callable[[Span, UnitSystem], Scale]] = MappingProxyType(
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
CONVERTED = frozenset(_SCALES)
"""The units that are said in other units; grams, energy and time stay as they are."""


def _digits(number: Fraction) -> str:
    places = 0
    while (number * 10**places).denominator != 1:  # the steps are of tens and halves
        places += 1
    return f"{number.numerator:,}" if not places else f"{float(number):,.{places}f}"
