"""Generated Python means what the definition says, and can be read where it fails."""

from __future__ import annotations

import gc
import inspect
import linecache
import math
import traceback

import pytest
from hypothesis import given
from hypothesis import strategies as st

from backfat_rules.language import Expression, Value, arithmetic, evaluate, parse
from backfat_rules.language.python import Function, compile_source
from backfat_rules.language.sizes import DEEPEST, MOST_BRANCHES
from tests.language.generated import number_of, truth_of
from tests.strategies import NO_FINITE_VALUE, VOCABULARY, expressions, formulas, known


@given(expressions(VOCABULARY), known(VOCABULARY), st.booleans())
def test_a_generated_condition_is_true_false_or_unknown_as_defined(
    condition: Expression, facts: dict[str, Value], read_first: bool
) -> None:
    """For every condition and all facts, known or not, in both ways to read names."""
    assert truth_of(condition, facts, read_first=read_first) is evaluate(condition, facts)


@given(formulas(VOCABULARY), known(VOCABULARY))
def test_a_generated_formula_is_worth_what_is_defined(
    formula: Expression, facts: dict[str, Value]
) -> None:
    """The same number of the same kind, or unknown; it never raises."""
    number = number_of(formula, facts)
    assert (number, type(number)) == (wanted := evaluate(formula, facts), type(wanted))


@pytest.mark.parametrize(
    "text",
    [
        *NO_FINITE_VALUE,
        "ramp(1e308, -1e308, 1e308)",
        "ramp(1e300, 0, 1e-300)",
        f"1{'0' * 308} * 10 - 1{'0' * 308} * 9",
    ],
)
def test_no_finite_value(text: str) -> None:
    """What has no finite value is unknown, also where Python has one, as for ``nan ** 0``."""
    formula = parse(text)
    assert number_of(formula, {"x": 0}) is None
    assert evaluate(formula, {"x": 0}) is None


@pytest.mark.parametrize("read_first", [True, False])
@pytest.mark.parametrize(
    ("text", "facts"),
    [
        ("_known > 3", {"_known": 4}),
        ("_UNKNOWN and _exact > 1", {"_UNKNOWN": True, "_exact": 2}),
        ("get < 1 and holds", {"get": 0, "holds": True}),
        ("min > max", {"min": 2, "max": 1}),
    ],
)
def test_any_name_can_be_used(text: str, facts: dict[str, Value], read_first: bool) -> None:
    """A fact may be called like something that generated source uses itself."""
    assert truth_of(parse(text), facts, read_first=read_first) is True


def test_the_deepest_formula_can_be_run() -> None:
    """What parsing lets through, Python can compile."""
    nested = "a" + "".join(f" / {at})" for at in range(1, DEEPEST))
    for text in (
        "(" * (DEEPEST - 1) + nested,
        "1 if t else (" * (DEEPEST - 1) + "2" + ")" * (DEEPEST - 1),
        "min(1, " * (DEEPEST - 1) + "a" + ")" * (DEEPEST - 1),
        f"max({', '.join(['(1 if t else 2)'] * MOST_BRANCHES)})",
    ):
        formula = parse(text)
        some: list[dict[str, Value]] = [{}, {"a": 1, "t": True}, {"a": 2.5, "t": False}]
        for facts in some:
            assert number_of(formula, facts) == evaluate(formula, facts)
    condition = parse(
        "(a < 2 or not (t and " * ((DEEPEST - 2) // 3) + "t" + "))" * ((DEEPEST - 2) // 3)
    )
    assert truth_of(condition, {"t": True}, read_first=True) is evaluate(condition, {"t": True})


def test_source_grows_with_the_text_and_never_doubles() -> None:
    """A computed side of a comparison is written once, however often its condition is needed."""
    sizes = []
    for depth in (4, 8, 16):
        text = "n"
        for _ in range(depth):
            text = f"abs({text} + (1 if t else 2))"
        function = Function("f")
        for holds in (True, False):
            function.add(f"yield {function.condition(parse(f'{text} == 3'), holds)}")
        sizes.append(len(function.source))
    assert sizes[2] - sizes[1] <= 2 * (sizes[1] - sizes[0]) + 8
    assert function.source.count("_absolute(") == 16


def test_source_is_shown_by_inspect_and_in_tracebacks() -> None:
    """Somebody who debugs sees the line of a rule and not a bare file name."""
    function = Function("lean")
    function.add(f"return {function.condition(parse('weight_kg / height_cm < 2'))}")
    lean = compile_source("rules of a test", [function], {})["lean"]

    assert inspect.getsource(lean).rstrip() == function.source
    with pytest.raises(TypeError) as caught:
        lean({"weight_kg": 1, "height_cm": 1}, "too much")
    with pytest.raises(AttributeError) as caught_inside:
        lean(None)
    assert "rules of a test" not in str(caught.value)
    shown = "".join(traceback.format_exception(caught_inside.value))
    assert "_get = _known.get" in shown


def test_source_is_dropped_with_its_functions() -> None:
    """Loading knowledge again and again leaves no source behind."""

    def texts() -> int:
        gc.collect()
        return sum("dropped" in name for name in linecache.cache)

    function = Function("f")
    function.add("return 1")
    kept = compile_source("dropped", [function], {})
    assert texts() == 1
    del kept
    assert texts() == 0


def test_a_name_is_read_once_or_where_it_is_needed() -> None:
    """A function of many conditions reads each fact once, before them; one of few, in its place."""
    condition = parse("size < 7 or size > 9")
    reading_first, in_place = Function("f"), Function("f", read_first=False)
    assert reading_first.condition(condition) == "(size < 7 or size > 9)"
    assert reading_first.source.count("_get('size', _UNKNOWN)") == 1
    once = "_get('size', _UNKNOWN)"
    assert in_place.condition(condition) == f"({once} < 7 or {once} > 9)"
    assert in_place.source.splitlines() == ["def f(_known):", "    _get = _known.get"]


class _Between:
    """A stand-in for a number known as a range, whose comparisons say what is certain."""

    def __init__(self, low: float, high: float) -> None:
        self.low, self.high = low, high

    def __lt__(self, other: float) -> bool:
        return self.high < other

    def __le__(self, other: float) -> bool:
        return self.high <= other

    def __gt__(self, other: float) -> bool:
        return self.low > other

    def __ge__(self, other: float) -> bool:
        return self.low >= other


@pytest.mark.parametrize(
    ("text", "truth"),
    [
        ("x < 8", True),
        ("x < 7", None),
        ("x > 8", False),
        ("4 < x", True),
        ("x == 6", None),
        ("x == 9", False),
        ("x + 1 > 0", None),
        ("min(x, 1) > 0", None),
        ("max(1, x) > 0", None),
        ("abs(x) >= 0", None),
        ("ramp(x, 0, 1) >= 0", None),
        ("x ** 0 == 1", None),
    ],
)
def test_a_range_counts_where_it_is_certain_and_never_in_arithmetic(
    text: str, truth: Value
) -> None:
    """A comparison holds where the whole range agrees; a number made of it is unknown."""
    facts: dict[str, Value] = {"x": _Between(5, 7)}  # type: ignore[dict-item]  # stands in
    assert truth_of(parse(text), facts, read_first=True) is truth


def test_a_range_has_no_worth_of_its_own() -> None:
    """A formula that is nothing but a name is unknown where that is a range."""
    facts: dict[str, Value] = {"x": _Between(5, 7), "t": True}  # type: ignore[dict-item]  # as above
    assert number_of(parse("x"), facts) is None
    assert number_of(parse("x if t else 1"), facts) is None
    assert math.isnan(arithmetic.exact(facts["x"]))
