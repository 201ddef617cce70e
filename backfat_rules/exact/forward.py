"""What a part of a circuit can be, given what its operands can be; never too little."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeAlias

from backfat_rules.exact.box import Box
from backfat_rules.exact.spans import EMPTY, UNDEFINED, Span, combine, function, join
from backfat_rules.exact.worth import BOTH, FALSE, NEITHER, ONE_OF, OPPOSITE, TRUE
from backfat_rules.language import Expression
from backfat_rules.language.tree import (
    AllOf,
    AnyOf,
    Arithmetic,
    Call,
    Compare,
    Comparison,
    IfElse,
    Not,
    Number,
    OneOf,
    Word,
)

Worth: TypeAlias = Callable[[Box], int]
Reach: TypeAlias = Callable[[Box], Span]


def worth_of(
    part: Expression, operands: tuple[int, ...], words: tuple[str, ...] = ()
) -> Worth | None:
    """Everything that a condition can be worth, as bits; None for what is no condition of parts."""
    match part:
        case Not():
            (operand,) = operands
            return lambda box: OPPOSITE[box.bits[operand]]
        case AllOf():
            return _kleene(BOTH, TRUE, operands)
        case AnyOf():
            return _kleene(ONE_OF, FALSE, operands)
        case Compare(_, _, Word()) | OneOf():
            return _choice(operands[0], *bits_of_choice(part, words))
        case Compare(operator, _, Number(limit)):
            return _limit(operands[0], operator, float(limit))
    return None


def _kleene(table: tuple[int, ...], neutral: int, operands: tuple[int, ...]) -> Worth:
    def kleene(box: Box) -> int:
        bits, found = box.bits, neutral
        for each in operands:
            found = table[found << 3 | bits[each]]
        return found

    return kleene


def bits_of_choice(part: Expression, words: tuple[str, ...]) -> tuple[int, int]:
    """The bits of the words that make a choice's condition true, and the bit of unknown."""
    match part:
        case OneOf(_, inside):
            wanted = {each.value for each in inside}
        case Compare(_, _, Word(word)):
            wanted = {word}
        case _:
            wanted = set()
    return sum(1 << at for at, word in enumerate(words) if word in wanted), 1 << len(words)


def _choice(choice: int, inside: int, unknown: int) -> Worth:
    def worth(box: Box) -> int:
        bits = box.bits[choice]
        found = (TRUE if bits & inside else 0) | (NEITHER if bits & unknown else 0)
        return found | FALSE if bits & ~(inside | unknown) else found

    return worth


def _limit(number: int, operator: Comparison, limit: float) -> Worth:
    def worth(box: Box) -> int:
        low, high, undefined = box.spans[number]
        found = NEITHER if undefined else 0
        if low > high:
            return found
        match operator:
            case "<":
                yes, no = low < limit, high >= limit
            case "<=":
                yes, no = low <= limit, high > limit
            case ">":
                yes, no = high > limit, low <= limit
            case ">=":
                yes, no = high >= limit, low < limit
            case _:
                yes, no = low <= limit <= high, not low == high == limit
        return found | (TRUE if yes else 0) | (FALSE if no else 0)

    return worth


def reach_of(part: Expression, operands: tuple[int, ...]) -> Reach | None:
    """Everything that a number can be; None for what is no number, or one by itself."""
    match part:
        case Number(value):
            fixed = (float(value), float(value), False)
            return lambda _: fixed
        case Arithmetic(operator):
            left, right = operands
            return lambda box: combine(operator, box.spans[left], box.spans[right])
        case Call("count"):
            return _tally(operands[0], operands[1:])
        case Call(name):
            return lambda box: function(name, [box.spans[each] for each in operands])
        case IfElse():
            return _either(*operands)
    return None


def _tally(others: int, words: tuple[int, ...]) -> Reach:
    """From the words that are surely in a set to all that can be."""

    def tally(box: Box) -> Span:
        low, high, undefined = box.spans[others]
        if undefined:
            return UNDEFINED
        for each in words:
            bits = box.bits[each]
            low += not bits & FALSE
            high += bool(bits & TRUE)
        return (low, high, False)

    return tally


def _either(condition: int, then: int, otherwise: int) -> Reach:
    """Around the branches that can be taken."""

    def either(box: Box) -> Span:
        worth = box.bits[condition]
        found = UNDEFINED if worth & NEITHER else EMPTY
        if worth & TRUE:
            found = join(found, box.spans[then])
        return join(found, box.spans[otherwise]) if worth & FALSE else found

    return either
