"""Conditions as a person reads them."""

from __future__ import annotations

import re
from collections.abc import Mapping

from backfat_rules.language import Expression, names_in
from backfat_rules.language.tree import (
    Arithmetic,
    Call,
    Compare,
    Holds,
    Name,
    Not,
    Number,
    OneOf,
    Word,
)
from backfat_rules.planning.measured import measured
from backfat_rules.planning.wording import list_text, number_text, truth_text
from backfat_rules.profile import Fact
from backfat_rules.units import UnitSystem

_AS_IT_IS = {"<": "below", "<=": "at most", ">": "above", ">=": "at least", "==": ""}
_OPPOSITE = {"<": "at least", "<=": "above", ">": "at most", ">=": "below", "==": "not"}
_MIRRORED = {"<": ">", "<=": ">=", ">": "<", ">=": "<="}
_SIGNS = {"+": "plus", "-": "minus", "*": "times", "/": "divided by"}


def condition_text(
    leaf: Expression, holds: bool, facts: Mapping[str, Fact], units: UnitSystem = "metric"
) -> str | None:
    """A leaf of a condition, or its opposite, in words; None for what has no plain words.

    >>> from backfat_rules.language import parse
    >>> from backfat_rules.profile import Profile, facts_of
    >>> condition_text(parse("sleep_hours < 7"), False, facts_of(Profile))
    'sleep is at least 7 h'
    >>> condition_text(parse("sleep_hours + work_hours_per_day > 24"), True, facts_of(Profile))
    'sleep plus work is above 24 h'
    """
    match leaf:
        case Not(operand):
            return condition_text(operand, not holds, facts, units)
        case Name(name) if name in facts:
            return truth_text(facts[name].label, holds)
        case Holds(word, Name(name)) if name in facts:
            verb = "includes" if holds else "leaves out"
            return f"your answer on {facts[name].label} {verb} {word.replace('_', ' ')}"
        case Compare("==", Name(name), Word(word)) if name in facts:
            return f"{facts[name].label} is {'' if holds else 'not '}{word.replace('_', ' ')}"
        case OneOf(Name(name), words) if name in facts:
            listed = list_text((word.value for word in words), "or")
            return f"{facts[name].label} is {'' if holds else 'not '}{listed}"
        case Compare(operator, Number() as limit, other):
            return _comparison(other, _MIRRORED.get(operator, operator), limit, holds, facts, units)
        case Compare(operator, left, right):
            return _comparison(left, operator, right, holds, facts, units)
    return None


def amount_text(amount: Expression, facts: Mapping[str, Fact]) -> str | None:
    """A number, or what it is computed from, in words; None for what has no plain words."""
    match amount:
        case Number(value):
            return number_text(value)
        case Name(name) if name in facts:
            return facts[name].label
        case Call("count", (Name(name),)) if name in facts:
            label = facts[name].label
            return f"the number of {label if _verb(label) == 'are' else f'answers on {label}'}"
        case Arithmetic(operator, left, right) if operator in _SIGNS:
            one, other = _operand_text(left, facts), _operand_text(right, facts)
            return None if one is None or other is None else f"{one} {_SIGNS[operator]} {other}"
    return None


def _operand_text(operand: Expression, facts: Mapping[str, Fact]) -> str | None:
    """An operand, a sum or difference in brackets."""
    text = amount_text(operand, facts)
    is_sum = isinstance(operand, Arithmetic) and operand.operator in ("+", "-")
    return f"({text})" if text is not None and is_sum else text


def _comparison(
    left: Expression,
    operator: str,
    right: Expression,
    holds: bool,
    facts: Mapping[str, Fact],
    units: UnitSystem,
) -> str | None:
    amount, limit = amount_text(left, facts), amount_text(right, facts)
    if amount is None or limit is None:
        return None
    relation = (_AS_IT_IS if holds else _OPPOSITE)[operator]
    verb = _verb(amount) if isinstance(left, Name) else "is"
    if isinstance(right, Number) and not isinstance(left, Call):
        limits = {measured(facts[name], right.value, units) for name in names_in(left)}
        limit = limits.pop() if len(limits) == 1 else limit
    return " ".join(part for part in (amount, verb, relation, limit) if part)


def _verb(label: str) -> str:
    """``are`` for a label in the plural, such as "steps" or "servings of fruit"."""
    head = re.split(r" (?:of|in|on|to|for|since|without|before|between|at|that) ", label)[0]
    return "are" if head.endswith("s") and not head.endswith("ss") else "is"
