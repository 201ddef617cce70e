"""Conditions as plain data, for apps in any language."""

from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import given

from backfat_rules.language import Expression
from backfat_rules.language.notation import from_json, to_json
from tests.strategies import VOCABULARY, expressions, formulas


@given(expressions(VOCABULARY) | formulas(VOCABULARY))
def test_round_trip(expression: Expression) -> None:
    """A condition that went through JSON is the same condition."""
    assert from_json(json.loads(json.dumps(to_json(expression)))) == expression


@pytest.mark.parametrize(
    "data",
    [
        None,
        True,
        "sleep_hours < 7",
        {},
        {"name": 7},
        {"name": "a", "more": 1},
        {"op": "<", "of": [1]},
        {"op": "and", "of": [{"name": "a"}]},
        {"op": "in", "of": [{"name": "a"}, {"name": "b"}]},
        {"op": "ramp", "of": [1, 2]},
        {"op": "no-such", "of": []},
        {"op": "not", "of": [[]]},
    ],
)
def test_other_data_is_refused(data: Any) -> None:
    """What is no condition is refused, and never half read."""
    with pytest.raises(ValueError, match=r"no part of a condition|there is no"):
        from_json(data)
