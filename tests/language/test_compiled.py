"""Compiled expressions mean what the definition says."""

from hypothesis import given

from backfat_rules.language import Expression, Value, evaluate
from backfat_rules.language.compiled import compile_expression
from tests.strategies import VOCABULARY, expressions, known


@given(expressions(VOCABULARY), known(VOCABULARY))
def test_a_compiled_condition_returns_what_evaluate_returns(
    condition: Expression, facts: dict[str, Value]
) -> None:
    """For every condition and all facts, known or not."""
    assert compile_expression(condition)(facts) is evaluate(condition, facts)
