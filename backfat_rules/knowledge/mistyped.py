"""Ids that look like a slip of the keyboard: one letter off an id that there is."""

from __future__ import annotations

from collections.abc import Collection

_SHORTEST = 4  # below that, words that differ by a letter are mostly different words


def one_letter_off(id: str, known: Collection[str]) -> str | None:
    """A known id that differs by one letter, two that changed places, or only by its signs.

    >>> one_letter_off("sleep-longr", ["sleep-longer", "stress-less"])
    'sleep-longer'
    >>> one_letter_off("sleep_longer", ["sleep-longer"])
    'sleep-longer'
    >>> one_letter_off("walk-after-lunch", ["walk-after-meals"])
    """
    if len(id) < _SHORTEST:
        return None
    return next((each for each in sorted(known) if each != id and _is_near(id, each)), None)


def _is_near(one: str, other: str) -> bool:
    if abs(len(one) - len(other)) > 1:
        return False
    one, other = one.replace("_", "-"), other.replace("_", "-")
    start = 0
    while start < min(len(one), len(other)) and one[start] == other[start]:
        start += 1
    rest, others = one[start:], other[start:]
    return (
        rest[1:] == others[1:]  # another letter, or none
        or rest[1:] == others
        or rest == others[1:]
        or (rest[:2] == others[1::-1] and rest[2:] == others[2:])
    )
