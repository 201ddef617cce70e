"""The laws of the three-valued logic, over random conditions and random facts."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from backfat_rules.language import (
    Expression,
    Value,
    deciding_parts,
    evaluate,
    names_in,
    normalise,
    only_parts,
    parse,
    walk,
)
from backfat_rules.language.tree import AllOf, AnyOf, Not
from tests.strategies import VOCABULARY, expressions, formulas, known

CONDITIONS = expressions(VOCABULARY)
FACTS = known(VOCABULARY)

TRUTH_TABLE = [
    # p      q      p and q  p or q
    (True, True, True, True),
    (True, False, False, True),
    (True, None, None, True),
    (False, True, False, True),
    (False, False, False, False),
    (False, None, False, None),
    (None, True, None, True),
    (None, False, False, None),
    (None, None, None, None),
]


@pytest.mark.parametrize(("p", "q", "both", "either"), TRUTH_TABLE)
def test_truth_tables(p: Value, q: Value, both: Value, either: Value) -> None:
    """And and or follow Kleene's strong tables."""
    facts = {"p": p, "q": q}
    assert evaluate(parse("p and q"), facts) is both
    assert evaluate(parse("p or q"), facts) is either


@pytest.mark.parametrize(("p", "other"), [(True, False), (False, True), (None, None)])
def test_not(p: Value, other: Value) -> None:
    """Not swaps true and false and leaves unknown alone."""
    assert evaluate(parse("not p"), {"p": p}) is other


@given(CONDITIONS, CONDITIONS, FACTS)
def test_de_morgan(one: Expression, two: Expression, facts: dict[str, Value]) -> None:
    """A negated and is the or of the negations, and the other way round."""
    for outer, inner in ((AllOf, AnyOf), (AnyOf, AllOf)):
        negated = evaluate(Not(outer((one, two))), facts)
        assert negated is evaluate(inner((Not(one), Not(two))), facts)


@given(CONDITIONS, FACTS)
def test_double_negation(condition: Expression, facts: dict[str, Value]) -> None:
    """Two negations cancel each other, for unknown as well."""
    assert evaluate(Not(Not(condition)), facts) is evaluate(condition, facts)


@given(st.lists(CONDITIONS, min_size=2, max_size=4), st.data(), FACTS)
def test_order_of_operands(
    operands: list[Expression], data: st.DataObject, facts: dict[str, Value]
) -> None:
    """The order of the operands of and and or never matters."""
    shuffled = data.draw(st.permutations(operands))
    for form in (AllOf, AnyOf):
        assert evaluate(form(tuple(operands)), facts) is evaluate(form(tuple(shuffled)), facts)


@given(CONDITIONS, FACTS)
def test_normal_form(condition: Expression, facts: dict[str, Value]) -> None:
    """The normal form is worth the same, and its negation the opposite."""
    assert evaluate(normalise(condition), facts) is evaluate(condition, facts)
    assert evaluate(normalise(condition, holds=False), facts) is evaluate(Not(condition), facts)


@given(CONDITIONS, st.booleans())
def test_not_stands_at_leaves_only(condition: Expression, holds: bool) -> None:
    """In the normal form no not stands before an and, an or, or another not."""
    negated = [part.operand for part in walk(normalise(condition, holds)) if isinstance(part, Not)]
    assert not [each for each in negated if isinstance(each, (Not, AllOf, AnyOf))]


@given(CONDITIONS | formulas(VOCABULARY), FACTS, st.sets(st.sampled_from(sorted(VOCABULARY))))
def test_an_answer_is_never_changed_by_learning_more(
    expression: Expression, facts: dict[str, Value], forgotten: set[str]
) -> None:
    """What is answered from some of the facts is answered the same from all of them."""
    fewer = {name: value for name, value in facts.items() if name not in forgotten}
    answer = evaluate(expression, fewer)
    assert answer is None or answer == evaluate(expression, facts)


@given(CONDITIONS, FACTS, FACTS)
def test_deciding_parts_decide(
    condition: Expression, facts: dict[str, Value], others: dict[str, Value]
) -> None:
    """Facts in no deciding part may be unknown or anything else: the answer stays."""
    answer = evaluate(condition, facts)
    parts = deciding_parts(condition, facts)
    decisive = {name for part in parts for name in names_in(part.leaf)}
    kept = {name: value for name, value in facts.items() if name in decisive}
    assert parts
    assert all(part.value is evaluate(part.leaf, facts) for part in parts)
    if answer is None:
        assert {part.value for part in parts} == {None}
    else:
        assert evaluate(condition, kept) is answer
        assert evaluate(condition, others | kept) is answer


@given(CONDITIONS, FACTS)
def test_what_can_come_in_one_way_alone_came_in_that_way(
    condition: Expression, facts: dict[str, Value]
) -> None:
    """Where only one thing can decide a condition, explanations name the same as ever."""
    answer = evaluate(condition, facts)
    if answer is not None:
        assert only_parts(condition, bool(answer)) in (None, deciding_parts(condition, facts))
