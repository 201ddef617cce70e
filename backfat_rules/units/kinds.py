"""The frozen tables of what can be read: units that facts have, and words for units."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType


def _words(table: Mapping[str, str]) -> Mapping[str, str]:
    """Each word to the unit it means; the table lists the words of each unit."""
    return MappingProxyType({word: unit for unit, words in table.items() for word in words.split()})


# Without dots, spaces and capitals, which nobody writes the same way.
_LENGTH = {
    "centimeter": "cm cms centimetre centimetres centimeter centimeters",
    "millimeter": "mm millimetre millimetres millimeter millimeters",
    "meter": "m metre metres meter meters",
    "kilometer": "km kilometre kilometres kilometer kilometers",
    "foot": "' ft foot feet",
    "inch": "\" '' in ins inch inches",
    "yard": "yd yds yard yards",
    "mile": "mi mile miles",
}
_MASS = {
    "kilogram": "kg kgs kilo kilos kilogram kilograms kilogramme kilogrammes",
    "gram": "g gram grams gramme grammes",
    "milligram": "mg milligram milligrams",
    "pound": "lb lbs pound pounds",
    "stone": "st stone stones",
    "ounce": "oz ounce ounces",
}
_VOLUME = {
    "liter": "l litre litres liter liters",
    "deciliter": "dl decilitre decilitres deciliter deciliters",
    "centiliter": "cl centilitre centilitres centiliter centiliters",
    "milliliter": "ml cc millilitre millilitres milliliter milliliters",
    "fluid_ounce": "floz oz ounce ounces fluidounce fluidounces",
    "cup": "cup cups",
    "pint": "pt pts pint pints",
    "quart": "qt qts quart quarts",
    "gallon": "gal gals gallon gallons",
}
_TIME = {
    "second": "s sec secs second seconds",
    "minute": "m min mins minute minutes",
    "hour": "h hr hrs hour hours",
    "day": "d day days",
    "week": "w wk wks week weeks",
    "month": "month months",
    "year": "y yr yrs year years",
}
_ENERGY = {  # on every label a calorie is a kilocalorie
    "kilocalorie": "kcal kcals cal cals calorie calories kilocalorie kilocalories",
    "kilojoule": "kj kilojoule kilojoules",
    "megajoule": "mj megajoule megajoules",
}
_PRESSURE = {
    "millimeter_Hg": "mmhg",
    "centimeter_Hg": "cmhg",
    "kilopascal": "kpa kilopascal kilopascals",
}

WORDS: Mapping[str, Mapping[str, str]] = MappingProxyType(
    {
        "a length": _words(_LENGTH),
        "a weight": _words(_MASS),
        "a volume": _words(_VOLUME),
        "a time": _words(_TIME),
        "an amount of energy": _words(_ENERGY),
        "a pressure": _words(_PRESSURE),
    }
)
"""For each kind of amount, what pint calls the unit that a word means."""

FOLLOWERS: Mapping[str, str] = MappingProxyType(
    {"foot": "inch", "stone": "pound", "hour": "minute"}
)
"""What the last number of "5 ft 11" counts."""


@dataclass(frozen=True, slots=True)
class Measure:
    """A unit that facts have.

    Attributes:
        unit: what pint calls it.
        kind: what it measures, a key of ``WORDS``.
        examples: two texts for amounts in it.
    """

    unit: str
    kind: str
    examples: tuple[str, str]


MEASURES: Mapping[str, Measure] = MappingProxyType(
    {
        "cm": Measure("centimeter", "a length", ("5 ft 8 in", "34 in")),
        "m": Measure("meter", "a length", ("50 ft", "15 m")),
        "km": Measure("kilometer", "a length", ("3 miles", "5 km")),
        "kg": Measure("kilogram", "a weight", ("160 lb", "11 st 6 lb")),
        "g": Measure("gram", "a weight", ("3 oz", "85 g")),
        "mg": Measure("milligram", "a weight", ("200 mg", "0.2 g")),
        "L": Measure("liter", "a volume", ("64 fl oz", "2 L")),
        "mL": Measure("milliliter", "a volume", ("8 fl oz", "250 mL")),
        "h": Measure("hour", "a time", ("7 h 30 min", "450 min")),
        "min": Measure("minute", "a time", ("1 h 15 min", "75 min")),
        "min per week": Measure("minute", "a time", ("2 h 30 min", "20 min a day")),
        "weeks": Measure("week", "a time", ("10 days", "3 months")),
        "years": Measure("year", "a time", ("40 years", "18 months")),
        "kcal": Measure("kilocalorie", "an amount of energy", ("2000 kcal", "8400 kJ")),
        "mmHg": Measure("millimeter_Hg", "a pressure", ("120 mmHg", "16 kPa")),
    }
)
"""The units of facts that can be given in other units; scales, counts and servings cannot."""
