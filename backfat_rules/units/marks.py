"""Amounts that stand in a text: marked by its author, or forgotten."""

from __future__ import annotations

import re
from collections.abc import Mapping
from types import MappingProxyType

from backfat_rules.errors import did_you_mean
from backfat_rules.units.amounts import Amount

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
"""The words for the units that are said in other units; all other units stay."""

_DIGITS = r"[0-9]{1,3}(?:,[0-9]{3})+(?:\.[0-9]+)?|[0-9]+(?:\.[0-9]+)?"
_NUMBERS = rf"(?P<low>{_DIGITS})(?:(?: ?[-\u2013] ?| (?P<between>to|and|or) )(?P<high>{_DIGITS}))?"
_MARK = re.compile(
    rf"{_NUMBERS}[ \xa0]?(?P<unit>[^\s\d=]+)(?P<around> around)?(?: = (?P<said>.+))?"
)

_COUNTS = "half a|two|three|four|five|six|seven|eight|nine|ten"
_WORDS = "|".join(sorted(map(re.escape, UNITS), key=len, reverse=True))
_AMOUNT = re.compile(
    rf"(?<![\w.,/:#])(?<!\w[-\u2013\u2212])(?:(?:{_NUMBERS})[ \xa0-]?|(?i:{_COUNTS})[ \xa0])"
    rf"(?:{_WORDS})(?![\w²³^·*]|\s?/(?!\s?(?:day|week)\b)|\sper\s(?:kg|kilogram)|-[0-9])"
)


class MarkError(ValueError):
    """A mark that is no amount, with what to write instead."""

    def __init__(self, message: str, remedy: str) -> None:
        super().__init__(message)
        self.remedy = remedy


def read_mark(mark: str) -> Amount:
    """What stands between braces, as an amount.

    Numbers come first, with ``to``, ``and``, ``or`` or a hyphen between two; then a unit; then
    ``around`` for what goes around something. After an equals sign stands what metric readers
    read, where that is not the mark itself.

    Raises:
        MarkError: it is no amount.

    >>> read_mark("1.6 to 2 L").text("us"), read_mark("0.5 L = half a litre").text("metric")
    ('54 to 68 fl oz', 'half a litre')
    """
    found = _MARK.fullmatch(mark)
    if found is None:
        remedy = "Write numbers and a unit, such as {1.6 to 2 L} or {0.5 L = half a litre}."
        raise MarkError(f"{mark!r} is no amount.", remedy)
    if found["unit"] not in UNITS:
        near = did_you_mean(found["unit"], [*UNITS])
        remedy = near or "Marked are kg, cm, m, km, km/h, L and mL; leave others without braces."
        raise MarkError(f"{found['unit']} is no unit that is said in other units.", remedy)
    numbers = tuple(float(n.replace(",", "")) for n in (found["low"], found["high"]) if n)
    return Amount(
        numbers,
        UNITS[found["unit"]],
        said=found["said"] or mark.removesuffix(" around"),
        between=found["between"] or "to",
        around=found["around"] is not None,
    )


def unmarked_in(text: str) -> str | None:
    """The first amount in a text that has a unit which is said in other units; ratios have none.

    >>> unmarked_in("about 2 L a day, a BMI of 24.3 kg/m², 1.6 g per kg"), unmarked_in("30 g")
    ('2 L', None)
    """
    found = _AMOUNT.search(text)
    return found[0] if found else None
