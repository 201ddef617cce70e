"""What Hypothesis draws of ranges: around a number, and ever narrower ones."""

from __future__ import annotations

from typing import TypeGuard

from hypothesis import strategies as st

from backfat_rules.language import Facts, Range, Value


@st.composite
def around(draw: st.DrawFn, number: float) -> Range:
    """A range that holds a number; an end may be open, closed or absent, and be the number."""
    low = draw(st.none() | st.floats(0, 5))
    high = draw(st.none() | st.floats(0, 5))
    if low is None and high is None:
        low = 0.0
    ends: dict[str, float] = {}
    if low is not None:
        ends["above" if low and draw(st.booleans()) else "at_least"] = number - low
    if high is not None:
        ends["below" if high and draw(st.booleans()) else "at_most"] = number + high
    told = _made(ends)
    return told if told is not None and told.contains(number) else Range(at_least=number)


@st.composite
def narrower(draw: st.DrawFn, told: Range, number: float) -> Range:
    """A range inside another that holds a number of it."""
    inner = draw(around(number))
    low, high = max(told.lowest, inner.lowest), min(told.highest, inner.highest)
    ends = {"at_least": low, "at_most": high}
    return Range(**{name: end for name, end in ends.items() if abs(end) != float("inf")})


@st.composite
def told_as_ranges(draw: st.DrawFn, facts: Facts) -> dict[str, Value]:
    """The same facts, some of their numbers told as ranges around them."""
    return {
        name: draw(around(value)) if _is_plain(value) and draw(st.booleans()) else value
        for name, value in facts.items()
    }


def _is_plain(value: Value) -> TypeGuard[float]:
    """Whether a value is a number near which floats lie close enough for ends around it."""
    return isinstance(value, (int, float)) and not isinstance(value, bool) and -1e6 < value < 1e6


def _made(ends: dict[str, float]) -> Range | None:
    try:
        return Range(**ends)
    except ValueError:
        return None
