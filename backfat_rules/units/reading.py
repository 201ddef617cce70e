"""An amount as a person writes it: an exact number in the unit of the fact, or why it is none."""

from __future__ import annotations

import re
from collections.abc import Iterator
from fractions import Fraction
from itertools import pairwise

from backfat_rules.units.kinds import FOLLOWERS, WORDS, Measure
from backfat_rules.units.no_amount import UnreadableError
from backfat_rules.units.systems import UnitSystem, factor, own_name, registry
from backfat_rules.units.two_ways import no_two_parts_in_one, off_the_clock

LONGEST = 60  # characters; no amount needs more
DAYS = {"day": 1, "week": 7}

_PART = re.compile(r"(\.?[0-9][0-9.,]*)([^0-9]*)")
_THOUSANDS = re.compile(r"[1-9][0-9]{0,2}(,[0-9]{3})+(\.[0-9]+)?")
_SIGN = re.compile(r"^[+-]")
_NUMBER = re.compile(r"[0-9]*[.,]?[0-9]+")
OFTEN = re.compile(r"(?:/|\b(?:a|per|each|every)\s)\s*(day|week)\s*$", re.IGNORECASE)
_SYSTEM = re.compile(r"^(?:(us)|imperial|imp|uk)(?=[a-z])")
_PINT_NAME = re.compile(r"[A-Za-zµ][A-Za-z_]{0,28}[A-Za-z]")
_QUOTES = str.maketrans("\u2032\u2019\u2033\u201d\u2212", "''\"\"-")  # typeset ones to plain ones
_NUMBERS = "a number"


def read_amount(text: str, measure: Measure, period: str, system: UnitSystem) -> Fraction:
    """What a text amounts to in the unit of a measure, exactly.

    Args:
        text: what the person wrote.
        measure: what is wanted.
        period: ``day`` or ``week`` if the fact counts per one of them; else empty.
        system: whose pints and fluid ounces are meant.

    Raises:
        UnreadableError: the text is no amount of this kind.

    >>> from backfat_rules.units.kinds import MEASURES
    >>> float(read_amount("11 st 4 lb", MEASURES["kg"], "", "uk"))
    71.66759446
    >>> read_amount("20 min a day", MEASURES["min per week"], "week", "us")
    Fraction(140, 1)
    >>> read_amount("6:58", MEASURES["h"], "day", "us")
    Fraction(209, 30)
    """
    plain = plainly(text)
    if len(plain) > LONGEST:
        raise UnreadableError(f"is too long for {measure.kind}.")
    if _NUMBER.fullmatch(_SIGN.sub("", plain)):
        raise UnreadableError("is text, not a number.")
    often = OFTEN.search(plain)
    times = Fraction(1)
    if often is not None:
        times = times_per(often[1].lower(), measure, period)
        plain = plain[: often.start()]
    sign = -1 if plain.startswith("-") else 1
    written = off_the_clock(_SIGN.sub("", plain).strip(), measure)
    parts = list(_parts(written, measure, system))
    return sign * times * sum(number * size for number, size in _fitting(parts, measure))


def times_per(per: str, measure: Measure, period: str) -> Fraction:
    """How many times an amount per day or week counts in a fact that is per one of them.

    Raises:
        UnreadableError: the fact is per neither.
    """
    if not period:
        raise UnreadableError(f"is not {measure.kind}, but one per {per}.")
    return Fraction(DAYS[period], DAYS[per])


def plainly(text: str) -> str:
    """A text with plain quotes and signs for typeset ones."""
    return text.translate(_QUOTES).strip()


def read_number(text: str) -> Fraction:
    """A number that has no unit.

    Raises:
        UnreadableError: the text is more than a number, or none.

    >>> read_number("7,500")
    Fraction(7500, 1)
    """
    plain = plainly(text)
    sign = -1 if plain.startswith("-") else 1
    return sign * _number(_SIGN.sub("", plain), _NUMBERS)


def _parts(text: str, measure: Measure, system: UnitSystem) -> Iterator[tuple[Fraction, Fraction]]:
    """Each number of the text, with the size of its unit."""
    found = _PART.findall(text)
    if not found or "".join(number + word for number, word in found) != text:
        raise UnreadableError(f"cannot be read as {measure.kind}.")
    before = ""
    for number, word in found:
        unit = _unit(word, measure, system) if word.strip(" ,.") else FOLLOWERS.get(before, "")
        if not unit:
            raise UnreadableError(f"cannot be read as {measure.kind}.")
        no_two_parts_in_one(number, unit)
        yield _number(number, measure.kind), factor(unit, measure.unit)
        before = unit


def _fitting(
    parts: list[tuple[Fraction, Fraction]], measure: Measure
) -> list[tuple[Fraction, Fraction]]:
    """The parts, of which each must be less than one unit of the part before it."""
    for (number, size), (next_number, next_size) in pairwise(parts):
        if next_number * next_size >= size or number.denominator != 1:
            raise UnreadableError(f"does not add up to {measure.kind}.")
    return parts


def _number(text: str, kind: str) -> Fraction:
    if _THOUSANDS.fullmatch(text):
        return Fraction(text.replace(",", ""))
    if _NUMBER.fullmatch(text):
        return Fraction(text.replace(",", "."))
    raise UnreadableError(f"cannot be read as {kind}.")


def _unit(word: str, measure: Measure, system: UnitSystem) -> str:
    """What pint calls the unit; a word that is not in the tables is looked up in pint itself."""
    written = re.sub(r"(^|\s)and$", "", word.strip(" ,")).strip(" ,.")
    plain = re.sub(r"[\s.]", "", written).casefold()
    said = _SYSTEM.match(plain)
    if said is not None:
        system = "us" if said[1] else "uk"
        plain = plain[said.end() :]
    known = WORDS[measure.kind].get(plain)
    if known is not None:
        return own_name(known, system)
    other = next((kind for kind, words in WORDS.items() if plain in words), None)
    if other is not None:
        raise UnreadableError(f"is {other}, not {measure.kind}.")
    return _pint_unit(written, measure)


def _is_pints(written: str) -> bool:
    try:
        return written in registry()
    except ValueError:  # "nan", which pint takes for a number
        return False


def _pint_unit(written: str, measure: Measure) -> str:
    if _PINT_NAME.fullmatch(written) and _is_pints(written):
        if registry().Quantity(1.0, written).is_compatible_with(measure.unit):
            return written
        raise UnreadableError(f"is not {measure.kind}.")
    raise UnreadableError(f"cannot be read as {measure.kind}.")
