"""Generated JavaScript means what the definition says."""

from __future__ import annotations

import math
from collections.abc import Iterator
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from backfat_rules.javascript.joining import joined
from backfat_rules.language import Expression, Range, Value, evaluate, parse
from backfat_rules.language.javascript import Script
from backfat_rules.language.notation import to_json
from backfat_rules.language.sizes import DEEPEST
from backfat_rules.language.tree import Number, walk
from benchmarks.node import Node
from tests.javascript.without_node import needs_node
from tests.ranges import told_as_ranges
from tests.strategies import NO_FINITE_VALUE, VOCABULARY, expressions, formulas, known

pytestmark = needs_node

_RUN = """
const valueOf = (told) =>
  Array.isArray(told) ? new Set(told)
  : typeof told === "object" ? new Range(told) : told;

export function run(source, facts) {
  const known = new Map();
  for (const [name, told] of Object.entries(facts)) known.set(name, exactly(valueOf(told)));
  const value = eval(`(${source})`)(known);
  return Number.isNaN(value) || value === undefined ? null : value;
}

export const worth = (notation, facts) =>
  run(`(known) => evaluate(${JSON.stringify(notation)}, known)`, facts);
"""
_LARGEST_WHOLE = 2.0**53  # above it JavaScript has no whole numbers of their own


@pytest.fixture(scope="module")
def node(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Node]:
    """Node with what generated conditions call."""
    parts = ("range", "comparing", "arithmetic", "evaluate")
    source = joined(f"language/{each}.mjs" for each in parts) + _RUN
    with Node(source, tmp_path_factory.mktemp("conditions")) as running:
        yield running


def truth_of(condition: Expression, facts: dict[str, Value], node: Node, read_first: bool) -> Value:
    """The truth of a condition by both of its forms."""
    script = Script("truth", read_first=read_first)
    for name, holds in (("holds", True), ("fails", False)):
        form = script.condition(condition, holds)
        script.add(f"const {name} = {form};")
    script.add('if (holds && fails) throw Error("both");')
    script.add("return holds ? true : fails ? false : undefined;")
    truth: Value = node.call("run", script.source, as_told(facts))
    return truth


def number_of(formula: Expression, facts: dict[str, Value], node: Node) -> float | None:
    """What a formula is worth."""
    script = Script("number")
    source = script.number(formula)
    script.add(f"return {source};")
    number: float | None = node.call("run", script.source, as_told(facts))
    return number


def as_told(facts: dict[str, Value]) -> dict[str, Any]:
    """Facts as JSON has them, without those that are unknown."""
    return {name: _shown(value) for name, value in facts.items() if value is not None}


def _shown(value: Value) -> Any:
    if isinstance(value, frozenset):
        return sorted(value)
    return value.ends if isinstance(value, Range) else value


def _is_float(number: Any) -> bool:
    return not isinstance(number, int) or abs(number) <= _LARGEST_WHOLE


def _are_floats(expression: Expression) -> bool:
    return all(_is_float(part.value) for part in walk(expression) if isinstance(part, Number))


_FACTS = known(VOCABULARY).filter(lambda facts: all(map(_is_float, facts.values())))


@given(expressions(VOCABULARY).filter(_are_floats), _FACTS.flatmap(told_as_ranges), st.booleans())
def test_a_condition_is_true_false_or_unknown_as_defined(
    node: Node, condition: Expression, facts: dict[str, Value], read_first: bool
) -> None:
    """For every condition and all facts, known, unknown or a range, in both ways to read names."""
    assert truth_of(condition, facts, node, read_first) is evaluate(condition, facts)
    assert node.call("worth", to_json(condition), as_told(facts)) is evaluate(condition, facts)


@given(formulas(VOCABULARY).filter(_are_floats), _FACTS)
def test_a_formula_is_worth_what_is_defined(
    node: Node, formula: Expression, facts: dict[str, Value]
) -> None:
    """The same number but for the last digits of a power, or unknown."""
    wanted = evaluate(formula, facts)
    told = node.call("worth", to_json(formula), as_told(facts))
    for number in (number_of(formula, facts, node), told):
        if wanted is None or number is None:
            assert number is wanted
        else:
            assert isinstance(wanted, (int, float))
            assert math.isclose(number, wanted, rel_tol=1e-9)


@pytest.mark.parametrize(
    "text",
    [
        *NO_FINITE_VALUE,
        "ramp(1e308, -1e308, 1e308)",
        "ramp(1e300, 0, 1e-300)",
        "1e200 ** 2",
    ],
)
def test_no_finite_value(node: Node, text: str) -> None:
    """What has no finite value is unknown, also where JavaScript has one, as for ``NaN ** 0``."""
    assert number_of(parse(text), {"x": 0}, node) is None
    assert evaluate(parse(text), {"x": 0}) is None


@pytest.mark.parametrize(
    ("text", "facts"),
    [
        ("known > 3", {"known": 4}),
        ("function and NaN > 1", {"function": True, "NaN": 2}),
        ("undefined < 1 and holds", {"undefined": 0, "holds": True}),
        ("isBelow > __proto__", {"isBelow": 2, "__proto__": 1}),
    ],
)
def test_any_name_can_be_used(node: Node, text: str, facts: dict[str, Value]) -> None:
    """A fact may be called like a word of JavaScript, or like what generated source calls."""
    for read_first in (True, False):
        assert truth_of(parse(text), facts, node, read_first) is True


@pytest.mark.parametrize(
    ("text", "truth"),
    [
        ("x < 8", True),
        ("x < 7", True),
        ("x < 6", None),
        ("x > 8", False),
        ("x >= 5", True),
        ("x > 5", None),
        ("4 < x", True),
        ("x == 6", None),
        ("x == 9", False),
        ("x + 1 > 0", None),
        ("min(x, 1) > 0", None),
        ("abs(x) >= 0", None),
        ("x ** 0 == 1", None),
    ],
)
def test_a_range_counts_where_it_is_certain_and_never_in_arithmetic(
    node: Node, text: str, truth: Value
) -> None:
    """A comparison holds where the whole range agrees; a number made of it is unknown."""
    facts: dict[str, Value] = {"x": Range(at_least=5, below=7)}
    assert evaluate(parse(text), facts) is truth
    assert truth_of(parse(text), facts, node, True) is truth


def test_the_deepest_formula_can_be_run(node: Node) -> None:
    """What parsing lets through, JavaScript can run."""
    nested = "a" + "".join(f" / {at})" for at in range(1, DEEPEST))
    for text in (
        "(" * (DEEPEST - 1) + nested,
        "1 if t else (" * (DEEPEST - 1) + "2" + ")" * (DEEPEST - 1),
        "min(1, " * (DEEPEST - 1) + "a" + ")" * (DEEPEST - 1),
    ):
        some: list[dict[str, Value]] = [{}, {"a": 1, "t": True}, {"a": 2.5, "t": False}]
        for facts in some:
            assert number_of(parse(text), facts, node) == evaluate(parse(text), facts)


def test_a_square_is_the_same_number_in_each_language(node: Node) -> None:
    """A body mass index is never on the other side of its limit in another language."""
    formula = parse("weight / (size / 100) ** 2")
    for tenth in range(1400, 2100, 7):
        facts: dict[str, Value] = {"size": tenth / 10, "weight": 80.3}
        assert number_of(formula, facts, node) == evaluate(formula, facts)
