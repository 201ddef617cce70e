"""The arithmetic of generated Python: on every awkward number it is that of the definition."""

from __future__ import annotations

import math
import sys
from itertools import product

import pytest

from backfat_rules.language import Expression, Range, Value, arithmetic, evaluate
from backfat_rules.language.tree import Arithmetic, Call, Name

LARGEST = sys.float_info.max
AWKWARD: tuple[Value, ...] = (
    None,
    Range(at_least=5, below=7),
    *(0, 0.0, 1, -1, 2, 0.5, -0.5, 7, -3, 1e-300, 1e308, -1e308, LARGEST, -LARGEST),
    *(10**308, 10**400, -(10**400)),
)
NAMES = ("a", "b", "c")


def arguments(facts: dict[str, Value]) -> list[object]:
    """The facts as generated source has them: NaN for a number that is unknown."""
    return [math.nan if value is None else value for value in facts.values()]


def assert_same(result: float, formula: Expression, facts: dict[str, Value]) -> None:
    """The result of generated source is what is defined, of the same kind; NaN is unknown."""
    wanted, found = evaluate(formula, facts), None if math.isnan(result) else result
    assert (found, type(found)) == (wanted, type(wanted)), facts


@pytest.mark.parametrize("sign", ["+", "-", "*", "/", "**"])
def test_steps(sign: str) -> None:
    """Each step has the defined result: unknown of anything unknown, not finite or not real."""
    formula = Arithmetic(sign, Name("a"), Name("b"))  # type: ignore[arg-type]  # one of the signs
    for pair in product(AWKWARD, repeat=2):
        facts = dict(zip(NAMES, pair, strict=False))
        result: float = arithmetic.OPERATORS[sign](*arguments(facts))  # type: ignore[arg-type]
        assert_same(result, formula, facts)


@pytest.mark.parametrize(("function", "count"), [("abs", 1), ("min", 2), ("max", 3), ("ramp", 3)])
def test_functions(function: str, count: int) -> None:
    """Each function has the defined result, whatever it is given."""
    formula = Call(function, tuple(map(Name, NAMES[:count])))
    numbers = [each for each in AWKWARD if function == "ramp" or abs_below(each, 10**309)]
    for given in product(numbers, repeat=count):
        facts = dict(zip(NAMES, given, strict=False))
        assert_same(arithmetic.FUNCTIONS[function](*arguments(facts)), formula, facts)


def abs_below(value: Value, limit: float) -> bool:
    """Whether a value is no number past what a text can hold."""
    return not isinstance(value, int) or abs(value) < limit


@pytest.mark.parametrize(
    ("share", "clamped"), [(-1.5, 0), (-0.5, 0), (0, 0), (0.25, 0.25), (1, 1), (1.5, 1), (3, 1)]
)
def test_a_severity_is_held_between_0_and_1(share: float, clamped: float) -> None:
    """However far from the target somebody is, severity ends at 1; it is never below 0."""
    assert arithmetic.clamp(share) == clamped
    assert isinstance(arithmetic.clamp(share), float)


def test_a_set_is_counted_where_it_was_told() -> None:
    """Nothing told is unknown, and no word told is none."""
    assert math.isnan(arithmetic.count(arithmetic.UNTOLD))
    assert arithmetic.count(frozenset()) == 0
    assert arithmetic.count(frozenset({"neck", "knee"})) == 2
