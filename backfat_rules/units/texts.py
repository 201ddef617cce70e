"""Texts with metric amounts, as people in the US and the UK would read them."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import partial
from types import MappingProxyType

from backfat_rules.units.amounts import amount_text
from backfat_rules.units.phrases import PHRASES
from backfat_rules.units.systems import UnitSystem, must_be_a_system

UNITS: Mapping[str, str] = MappingProxyType(
    {
        word: unit
        for unit, words in {
            "kg": "kg kilogram kilograms kilos",
            "km/h": "km/h",
            "km": "km kilometre kilometres kilometer kilometers",
            "cm": "cm centimetre centimetres centimeter centimeters",
            "m": "m metre metres meter meters",
            "L": "L l litre litres liter liters",
            "mL": "mL ml millilitre millilitres milliliter milliliters",
        }.items()
        for word in words.split()
    }
)
"""The words for units that are converted; all other units stay."""

_NUMBER_WORDS = ("two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")
COUNTS: Mapping[str, float] = MappingProxyType(
    {"half a": 0.5} | {word: float(at) for at, word in enumerate(_NUMBER_WORDS, start=2)}
)
"""The numbers in words that are converted; "a litre" is not, since "per" may stand before it."""

_DIGITS = r"[0-9]{1,3}(?:,[0-9]{3})+(?:\.[0-9]+)?|[0-9]+(?:\.[0-9]+)?"
_WORDS = "|".join(COUNTS)
_UNIT = "|".join(sorted(map(re.escape, UNITS), key=len, reverse=True))
_AMOUNT = re.compile(
    r"(?<![\w.,/:#])(?<!\w[-\u2013\u2212])"
    rf"(?:(?P<low>{_DIGITS})"
    rf"(?:(?:\s?[-\u2013]\s?|\s(?P<between>to|and|or)\s)(?P<high>{_DIGITS}))?[ \xa0-]?"
    rf"|(?P<count>(?i:{_WORDS}))[ \xa0])"
    rf"(?P<unit>{_UNIT})"
    r"(?![\w²³^·*]|\s?/(?!\s?(?:day|week)\b)|\sper\s(?:kg|kilogram)|-[0-9])"
    r"(?: \((?P<beside>[^()]*)\))?"
)
_GIRTH = re.compile(r"\b(?:waist|hips?|girth|around)\b", re.IGNORECASE)
_NEAR = 60  # so many characters before an amount say what it is about


def convert_text(text: str, system: UnitSystem) -> str:
    """The text with amounts in the units of a system; grams, energy and time stay as they are.

    Raises:
        BackfatRulesError: there is no such system; or pint, which is needed, is not installed.

    >>> convert_text("You weigh 72 kg at 172 cm.", "uk")
    'You weigh 11 st 5 lb at 5 ft 8 in.'
    >>> convert_text("about 1.6 to 2 L a day, a BMI of 24.3 kg/m²", "us")
    'about 54 to 68 fl oz a day, a BMI of 24.3 kg/m²'
    """
    must_be_a_system(system)
    if system == "metric":
        return text
    for metric, own in PHRASES[system]:
        text = text.replace(metric, own)
    return _AMOUNT.sub(partial(_converted, system=system), text)


def _converted(found: re.Match[str], system: UnitSystem) -> str:
    count, low, high = found["count"], found["low"], found["high"]
    numbers = (COUNTS[count.lower()],) if count else tuple(map(_number, filter(None, (low, high))))
    before = found.string[max(0, found.start() - _NEAR) : found.start()]
    around = _GIRTH.search(before) is not None
    said = amount_text(numbers, UNITS[found["unit"]], system, around=around)
    if found["between"]:
        said = said.replace(" to ", f" {found['between']} ")
    if found["beside"] is None:
        return said
    beside = convert_text(found["beside"], system)
    return said if beside == said else f"{said} ({beside})"


def _number(text: str) -> float:
    return float(text.replace(",", ""))
