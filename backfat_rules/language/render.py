"""Tree to text: ``parse(render(tree)) == tree`` for every tree that can be parsed."""

from __future__ import annotations

from backfat_rules.language.tree import (
    AllOf,
    AnyOf,
    Arithmetic,
    Call,
    Compare,
    Expression,
    Holds,
    IfElse,
    Name,
    Not,
    Number,
    OneOf,
    Word,
)

_LOOSE = (Not, AllOf, AnyOf, Compare, Holds, OneOf, Arithmetic, IfElse)


def render(expression: Expression) -> str:
    """The text of an expression, with brackets around every part that has parts of its own.

    >>> from backfat_rules.language import parse
    >>> render(parse('not (a or b) and c<7'))
    '(not (a or b)) and (c < 7)'
    """
    match expression:
        case Number(value):
            return f"{value!r}"
        case Word(value):
            return f'"{value}"'
        case Name(name):
            return name
        case Not(operand):
            return f"not {_tight(operand)}"
        case AllOf(operands):
            return " and ".join(map(_tight, operands))
        case AnyOf(operands):
            return " or ".join(map(_tight, operands))
        case Compare(operator, left, right) | Arithmetic(operator, left, right):
            return f"{_tight(left)} {operator} {_tight(right)}"
        case Holds(word, collection):
            return f'"{word}" in {collection.name}'
        case OneOf(choice, words):
            listed = ", ".join(render(word) for word in words)
            comma = "," if len(words) == 1 else ""
            return f"{choice.name} in ({listed}{comma})"
        case IfElse(condition, then, otherwise):
            return f"{_tight(then)} if {_tight(condition)} else {_tight(otherwise)}"
        case Call(function, arguments):
            return f"{function}({', '.join(map(render, arguments))})"


def _tight(expression: Expression) -> str:
    negative = isinstance(expression, Number) and expression.value < 0
    text = render(expression)
    return f"({text})" if negative or isinstance(expression, _LOOSE) else text
