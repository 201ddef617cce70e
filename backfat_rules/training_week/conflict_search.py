"""The smallest sets of wishes that cannot hold together (QuickXplain, U. Junker, AAAI 2004)."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TypeVar

Wish = TypeVar("Wish")
Holds = Callable[[tuple[Wish, ...]], bool]


def smallest_conflict(holds: Holds[Wish], wishes: Sequence[Wish]) -> tuple[Wish, ...]:
    """Some of the wishes that cannot hold together, though they can without any one of them.

    Args:
        holds: whether some wishes can hold together; with fewer wishes it is no harder.
        wishes: those to look through; earlier ones are rather kept out of the conflict.

    Returns:
        The conflict in the order of the wishes; empty if they all can hold together.

    >>> smallest_conflict(lambda some: sum(some) <= 10, (1, 2, 9, 4))
    (2, 9)
    """
    if holds(tuple(wishes)):
        return ()
    found = {*_needed(holds, (), tuple(wishes), is_new=False)}
    return tuple(each for each in wishes if each in found)


def _needed(
    holds: Holds[Wish], given: tuple[Wish, ...], wishes: tuple[Wish, ...], *, is_new: bool
) -> tuple[Wish, ...]:
    """Those of the wishes that cannot hold beside what is given."""
    if is_new and not holds(given):
        return ()
    if len(wishes) == 1:
        return wishes
    half = len(wishes) // 2
    early, late = wishes[:half], wishes[half:]
    of_late = _needed(holds, given + early, late, is_new=True)
    of_early = _needed(holds, given + of_late, early, is_new=bool(of_late))
    return of_early + of_late
