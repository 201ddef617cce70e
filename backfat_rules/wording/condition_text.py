"""Conditions as a person reads them."""

from __future__ import annotations

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
from backfat_rules.wording.limits import goal_side, stated_side
from backfat_rules.wording.measured import Measured

_AS_IT_IS = {
    "<": "below",
    "<=": "at-most",
    ">": "above",
    ">=": "at-least",
    "==": "equal",
}
_OPPOSITE = {
    "<": "at-least",
    "<=": "above",
    ">": "at-most",
    ">=": "below",
    "==": "not-equal",
}
_MIRRORED = {"<": ">", "<=": ">=", ">": "<", ">=": "<="}
_SIGNS = {"+": "plus", "-": "minus", "*": "times", "/": "divided-by"}


def condition_text(
    leaf: Expression, holds: bool, names: Measured, *, is_goal: bool = False
) -> str | None:
    """A leaf of a condition, or its opposite, in words; None for what has no plain words.

    Args:
        leaf: a comparison, or a yes-or-no fact.
        holds: whether it is so, or the opposite of it.
        names: how it is said.
        is_goal: whether it is what a person is to reach, and not what is so.

    >>> from backfat_rules.language import parse
    >>> from backfat_rules.wording import shipped_reader
    >>> condition_text(parse("sleep_hours < 7"), False, shipped_reader())
    'sleep is at least 7 h'
    >>> condition_text(parse("sleep_hours + work_hours_per_day > 24"), True, shipped_reader())
    'sleep plus work is above 24 h'
    """
    match leaf:
        case Not(operand):
            return condition_text(operand, not holds, names, is_goal=is_goal)
        case Name(name) if name in names.named:
            return names.truth(name, holds)
        case Holds(word, Name(name)) if name in names.named:
            return names.say(
                "answer-includes" if holds else "answer-leaves-out",
                label=names.label(name),
                word=names.choice(name, word),
            )
        case Compare("==", Name(name), Word(word)) if name in names.named:
            return _is_one_of(name, names.choice(name, word), holds, names)
        case OneOf(Name(name), words) if name in names.named:
            listed = names.listed((names.choice(name, word.value) for word in words), "list-or")
            return _is_one_of(name, listed, holds, names)
        case Compare(operator, Number() as limit, other):
            mirrored = _MIRRORED.get(operator, operator)
            return _comparison(other, mirrored, limit, holds, names, is_goal)
        case Compare(operator, left, right):
            return _comparison(left, operator, right, holds, names, is_goal)
    return None


def _is_one_of(name: str, words: str, holds: bool, names: Measured) -> str:
    return names.say("word-is" if holds else "word-is-not", label=names.label(name), words=words)


def _comparison(
    left: Expression, operator: str, right: Expression, holds: bool, names: Measured, is_goal: bool
) -> str | None:
    amount, limit = _quantity(left, names), _quantity(right, names)
    if amount is None or limit is None:
        return None
    if isinstance(right, Number) and not isinstance(left, Call):
        side = goal_side(operator, holds) if is_goal else stated_side(operator)
        limits = {names.limit(name, right.value, side) for name in names_in(left)}
        limit = limits.pop() if len(limits) == 1 else limit
    relation = (_AS_IT_IS if holds else _OPPOSITE)[operator]
    labels = names.labels(left.name) if isinstance(left, Name) else 1
    return names.say(relation, labels=labels, amount=amount, limit=limit)


def _quantity(amount: Expression, names: Measured) -> str | None:
    """A number, or what it is computed from, in words; None for what has no plain words."""
    match amount:
        case Number(value):
            return names.number(value)
        case Name(name) if name in names.named:
            return names.label(name)
        case Call("count", (Name(name),)) if name in names.named:
            return names.say("how-many", labels=names.labels(name), label=names.label(name))
        case Arithmetic(operator, left, right) if operator in _SIGNS:
            one, other = _operand(left, names), _operand(right, names)
            if one is None or other is None:
                return None
            return names.say(_SIGNS[operator], first=one, next=other)
    return None


def _operand(operand: Expression, names: Measured) -> str | None:
    """An operand, a sum or difference in brackets."""
    text = _quantity(operand, names)
    is_sum = isinstance(operand, Arithmetic) and operand.operator in ("+", "-")
    return names.say("in-brackets", text=text) if text is not None and is_sum else text
