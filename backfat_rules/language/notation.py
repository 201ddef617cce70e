"""Tree to JSON and back: for apps that draw a condition, or follow how near it is.

A number stands for itself, a name is ``{"name": ...}``, a word ``{"word": ...}``; everything else
is ``{"op": ..., "of": [...]}`` with its parts in the order in which the language writes them.
"""

from __future__ import annotations

from typing import Any, TypeAlias, get_args

from backfat_rules.language.tree import (
    FUNCTIONS,
    AllOf,
    AnyOf,
    Arithmetic,
    Call,
    Compare,
    Comparison,
    Expression,
    Holds,
    IfElse,
    Name,
    Not,
    Number,
    OneOf,
    Operator,
    Word,
)

Notation: TypeAlias = float | dict[str, Any]


def to_json(expression: Expression) -> Notation:
    """An expression as plain data.

    >>> from backfat_rules.language import parse
    >>> to_json(parse("sleep_hours < 7"))
    {'op': '<', 'of': [{'name': 'sleep_hours'}, 7]}
    """
    match expression:
        case Number(value):
            return value
        case Name(name):
            return {"name": name}
        case Word(word):
            return {"word": word}
        case Not(operand):
            return _node("not", operand)
        case AllOf(operands):
            return _node("and", *operands)
        case AnyOf(operands):
            return _node("or", *operands)
        case Compare(operator, left, right) | Arithmetic(operator, left, right):
            return _node(operator, left, right)
        case Holds(word, collection):
            return _node("in", Word(word), collection)
        case OneOf(choice, words):
            return _node("one of", choice, *words)
        case IfElse(condition, then, otherwise):
            return _node("if", condition, then, otherwise)
        case Call(function, arguments):
            return _node(function, *arguments)


def _node(op: str, *parts: Expression) -> Notation:
    return {"op": op, "of": [to_json(part) for part in parts]}


def from_json(data: Any) -> Expression:
    """The expression that ``to_json`` made some data from.

    Raises:
        ValueError: it is not such data.

    >>> from backfat_rules.language import parse, render
    >>> render(from_json(to_json(parse("a < 3 or not b"))))
    '(a < 3) or (not b)'
    """
    match data:
        case bool():
            pass
        case int() | float():
            return Number(data)
        case {"name": str(name), **rest} if not rest:
            return Name(name)
        case {"word": str(word), **rest} if not rest:
            return Word(word)
        case {"op": str(op), "of": [*parts], **rest} if not rest:
            return _from_node(op, [from_json(part) for part in parts])
    raise ValueError(f"this is no part of a condition: {data!r:.80}")


def _from_node(op: str, parts: list[Expression]) -> Expression:
    match op, parts:
        case "not", [operand]:
            return Not(operand)
        case "and", [_, _, *_]:
            return AllOf(tuple(parts))
        case "or", [_, _, *_]:
            return AnyOf(tuple(parts))
        case "in", [Word(word), Name() as collection]:
            return Holds(word, collection)
        case "one of", [Name() as choice, *words] if all(isinstance(each, Word) for each in words):
            return OneOf(choice, tuple(each for each in words if isinstance(each, Word)))
        case "if", [condition, then, otherwise]:
            return IfElse(condition, then, otherwise)
    for comparison in get_args(Comparison):
        if op == comparison and len(parts) == 2:
            return Compare(comparison, *parts)
    for operator in get_args(Operator):
        if op == operator and len(parts) == 2:
            return Arithmetic(operator, *parts)
    if op in FUNCTIONS:
        least, most = FUNCTIONS[op]
        if least <= len(parts) <= (most or len(parts)):
            return Call(op, tuple(parts))
    raise ValueError(f"there is no {op!r} of {len(parts)} parts")
