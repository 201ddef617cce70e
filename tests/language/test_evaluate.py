"""Numbers: what an expression is worth, and that evaluation never fails."""

from __future__ import annotations

import math

import pytest
from hypothesis import given

from backfat_rules.language import Expression, Value, evaluate, parse
from tests.strategies import VOCABULARY, expressions, formulas, known


@given(expressions(VOCABULARY), known(VOCABULARY))
def test_a_condition_has_three_values(condition: Expression, facts: dict[str, Value]) -> None:
    """A well-typed condition is true, false or unknown, whatever the facts; it never raises."""
    assert evaluate(condition, facts) in (True, False, None)


@given(formulas(VOCABULARY), known(VOCABULARY))
def test_a_formula_is_finite(formula: Expression, facts: dict[str, Value]) -> None:
    """A well-typed formula is a finite real number or unknown; it never raises."""
    value = evaluate(formula, facts)
    assert value is None or (isinstance(value, (int, float)) and math.isfinite(value))


@pytest.mark.parametrize(
    "text",
    [
        "1 / 0",
        "1 / x",
        "x ** -1",
        "(-8) ** 0.5",
        "10 ** 400",
        "1e308 * 10",
        "1e308 + 1e308",
        f"1{'0' * 308} * 10",  # of whole numbers, which Python lets grow past any float
        f"1{'0' * 308} * 1{'0' * 308}",
        "ramp(3, x, 0)",
        "ramp(1e308, -1e308, 1e308)",
        "min(1 / x, 2)",
        "nothing + 1",
        "0 * nothing",
        "max(1, nothing)",
        "count(nothing)",
    ],
)
def test_no_finite_value(text: str) -> None:
    """A number without a finite value, or of something unknown, is unknown."""
    assert evaluate(parse(text), {"x": 0}) is None


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("2 ** 3 + 1", 9),
        ("-x ** 2", -16),
        ("(-2) ** 3", -8),
        ("7 - x - 1", 2),
        ("min(3, x, 5)", 3),
        ("max(3, x)", 4),
        ("abs(3 - x * 2)", 5),
        ("count(places)", 2),
        ("ramp(x, 7, 3)", 0.75),
        ("ramp(x, 3, 2)", 0),
        ("ramp(x, 0, 2)", 1),
        ("5 if yes else 1 / 0", 5),
        ("5 if nothing else 5", None),
        ('colour == "red"', True),
        ('colour != "red"', False),
        ('colour in ("blue", "red")', True),
        ('colour not in ("blue",)', True),
        ('"gym" in places', True),
        ('"park" in places', False),
        ('"park" not in places', True),
        ('"park" in nothing', None),
        ("0 < x <= 4", True),
        ("0 < x <= 3", False),
        ("9 < x <= nothing", False),
        ("x != 4", False),
        ("x == 4.0", True),
    ],
)
def test_examples(text: str, value: Value) -> None:
    """Each form of the language means what its reader expects."""
    facts: dict[str, Value] = {
        "x": 4,
        "yes": True,
        "colour": "red",
        "places": frozenset({"gym", "home"}),
    }
    assert evaluate(parse(text), facts) == value


@pytest.mark.parametrize("facts", [{}, {"x": None}])
def test_missing_and_none_are_unknown(facts: dict[str, Value]) -> None:
    """A name without a value and one that is None are unknown alike."""
    assert evaluate(parse("x < 3"), facts) is None
