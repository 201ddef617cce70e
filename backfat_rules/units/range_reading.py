"""A range as a person writes it: "7-8 h", "5 to 7 h", "less than 180 lb", "9 h or more"."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from fractions import Fraction
from types import MappingProxyType

from backfat_rules.units.no_amount import UnreadableError
from backfat_rules.units.reading import OFTEN

_BEFORE = MappingProxyType(
    {
        "below": r"less than|fewer than|under|below|<(?!=)",
        "at_most": r"at most|up to|no more than|not more than|<=|\u2264",
        "above": r"more than|over|above|>(?!=)",
        "at_least": r"at least|no less than|not less than|>=|\u2265",
    }
)
_AFTER = MappingProxyType({"at_least": "or more", "at_most": "or less"})
_BETWEEN = (
    re.compile(r"between\s+(?P<low>.+?)\s+and\s+(?P<high>.+)", re.IGNORECASE),
    re.compile(r"(?:from\s+)?(?P<low>.+?)\s+to\s+(?P<high>.+)", re.IGNORECASE),
    # A dash stands between two ends, neither of them signed: "-500-300" can be read in two ways.
    re.compile(r"(?P<low>[0-9.][^\u2013-]*)[\u2013-]\s*(?P<high>[0-9.][^\u2013-]*)"),
)
_BARE = re.compile(r"[+-]?[0-9.,]+")
_ONE_UNIT = re.compile(r"[+-]?[0-9.,]+(?P<unit>[^0-9]+)")


def ends_in(text: str) -> Mapping[str, str]:
    """The ends of a range, each as the text of an amount; none if the text is no range.

    A unit or a "per day" that stands once, after the second end, is that of both.

    >>> ends_in("7-8 h"), ends_in("less than 180 lb")
    ({'at_least': '7 h', 'at_most': '8 h'}, {'below': '180 lb'})
    >>> ends_in("7 h")
    {}
    """
    plain = text.strip()
    for end, words in _BEFORE.items():
        if found := re.fullmatch(rf"(?:{words})\s*([0-9.+-].*)", plain, re.IGNORECASE):
            return {end: found[1]}
    for end, words in _AFTER.items():
        if found := re.fullmatch(rf"(.*[^\s])\s+{words}", plain, re.IGNORECASE):
            return {end: found[1]}
    for form in _BETWEEN:
        if found := form.fullmatch(plain):
            high = found["high"].strip()
            return {"at_least": _with_unit(found["low"].strip(), high), "at_most": high}
    return {}


def _with_unit(low: str, high: str) -> str:
    """The lower end with what stands only after the upper one."""
    shared = _ONE_UNIT.fullmatch(high)
    if _BARE.fullmatch(low) and shared is not None:
        return f"{low}{shared['unit']}"
    often = OFTEN.search(high)
    return f"{low} {often[0]}" if often is not None and not OFTEN.search(low) else low


def read_ends(ends: Mapping[str, str], read: Callable[[str], Fraction]) -> dict[str, Fraction]:
    """The ends as numbers.

    Args:
        ends: the ends as text, the lower one first.
        read: what a text amounts to.

    Raises:
        UnreadableError: an end is no amount, or they stand the wrong way round.
    """
    numbers = {end: read(text) for end, text in ends.items()}
    if list(numbers.values()) != sorted(numbers.values()):
        raise UnreadableError("does not go from less to more.")
    return numbers
