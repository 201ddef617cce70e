"""What a condition can be worth, as bits: true, false, or neither of them."""

from __future__ import annotations

from functools import reduce

TRUE, FALSE, NEITHER = 1, 2, 4
"""A condition's possible outcomes are a sum of these; 0 is a contradiction."""

NOT_TRUE = FALSE | NEITHER

_RANK = {FALSE: 0, NEITHER: 1, TRUE: 2}
_BIT = {rank: bit for bit, rank in _RANK.items()}


def _image(pick: type[int] | object, one: int, other: int) -> int:
    """The outcomes of ``and`` (the lesser) or ``or`` (the greater) over all pairs of outcomes."""
    choose = min if pick is min else max
    return reduce(
        lambda found, bit: found | bit,
        (_BIT[choose(_RANK[a], _RANK[b])] for a in _RANK if a & one for b in _RANK if b & other),
        0,
    )


BOTH = tuple(_image(min, at >> 3, at & 7) for at in range(64))
"""``BOTH[one << 3 | other]``: what ``one and other`` can be."""

ONE_OF = tuple(_image(max, at >> 3, at & 7) for at in range(64))
"""``ONE_OF[one << 3 | other]``: what ``one or other`` can be."""

OPPOSITE = tuple((m & TRUE) << 1 | (m & FALSE) >> 1 | m & NEITHER for m in range(8))
"""What ``not`` makes of it."""


def is_open(worth: int) -> bool:
    """Whether more than one outcome is possible."""
    return bool(worth & (worth - 1))


def bit_of(value: object) -> int:
    """The bit of what ``language.evaluate`` gives for a condition."""
    return NEITHER if value is None else TRUE if value else FALSE
