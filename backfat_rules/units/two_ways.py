"""What people write that can be read in two ways: told apart where only one is possible."""

from __future__ import annotations

import re

from backfat_rules.units.kinds import Measure
from backfat_rules.units.no_amount import TwoReadingsError

_CLOCK = re.compile(
    r"(?P<hours>[0-9]{1,3}):(?P<minutes>[0-5][0-9])(?::(?P<seconds>[0-5][0-9]))?"
    r"(?:\s*(?:h|hrs?|hours?))?",
    re.IGNORECASE,
)
_DOTTED = re.compile(r"(?<![0-9.,])[1-9][0-9]{0,2}\.[0-9]{3}(?![0-9.,])")
_TRAILING = re.compile(r"(?<=[0-9])\.?0+$")
_TWO_DIGITS = re.compile(r"(?P<whole>[0-9]+)[.,](?P<rest>1[0-9])")

_PARTS = {"foot": ("ft", 12, "in"), "stone": ("st", 14, "lb")}
_LONG = 10  # hours; from here on "45:00" may as well be minutes and seconds


def off_the_clock(text: str, measure: Measure) -> str:
    """An amount of time written as on a clock, with the words for its parts; others as they are.

    Raises:
        TwoReadingsError: it may be hours and minutes, or minutes and seconds.

    >>> from backfat_rules.units.kinds import MEASURES
    >>> off_the_clock("6:58", MEASURES["h"]), off_the_clock("418 min", MEASURES["h"])
    ('6 h 58 min', '418 min')
    """
    found = _CLOCK.fullmatch(text)
    if found is None or measure.unit not in ("hour", "minute"):
        return text
    hours, minutes, seconds = int(found["hours"]), int(found["minutes"]), found["seconds"]
    if measure.unit == "minute" and hours >= _LONG and seconds is None:
        raise TwoReadingsError(f"{hours} h {minutes} min", f"{hours} min {minutes} s")
    return f"{hours} h {minutes} min" + (f" {int(seconds)} s" if seconds else "")


def no_two_parts_in_one(number: str, unit: str) -> None:
    """Refuse "5.11 ft", which is five feet eleven to one and a little over five feet to another.

    Raises:
        TwoReadingsError: the decimals are a number of the next smaller unit as well.
    """
    found = _TWO_DIGITS.fullmatch(number)
    large, size, small = _PARTS.get(unit, ("", 0, ""))
    if found and int(found["rest"]) < size:
        whole, rest = found["whole"], found["rest"]
        raise TwoReadingsError(f"{whole} {large} {rest} {small}", f"{whole}.{rest}0 {large}")


def with_other_dots(text: str) -> tuple[str, str] | None:
    """Both readings of "2.000", where a dot may stand before thousands; None for any other text.

    >>> with_other_dots("2.000 kcal"), with_other_dots("81.65 kg")
    (('2 kcal', '2000 kcal'), None)
    """
    if not _DOTTED.search(text):
        return None
    as_decimals = _DOTTED.sub(lambda found: _TRAILING.sub("", found[0]), text)
    return as_decimals, _DOTTED.sub(lambda found: found[0].replace(".", ""), text)
