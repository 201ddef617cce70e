"""What the operands of a part can still be, once it is known what the part has to be.

Each function takes out of the box only what certainly does not go.
"""

from __future__ import annotations

from backfat_rules.exact.backward_number import Back, back_of_number
from backfat_rules.exact.forward import bits_of_choice
from backfat_rules.exact.narrowing import Narrowing
from backfat_rules.exact.spans import (
    EMPTY,
    UNDEFINED,
    cut,
    join,
)
from backfat_rules.exact.worth import BOTH, FALSE, NEITHER, ONE_OF, OPPOSITE, TRUE
from backfat_rules.language import Expression
from backfat_rules.language.tree import (
    AllOf,
    AnyOf,
    Compare,
    Comparison,
    Not,
    Number,
    OneOf,
    Word,
)


def back_of(part: Expression, operands: tuple[int, ...], words: tuple[str, ...] = ()) -> Back:
    """How a part narrows its operands."""
    match part:
        case Not():
            return lambda box, at: box.keep_bits(operands[0], OPPOSITE[box.bits[at]])
        case AllOf():
            return _kleene(BOTH, TRUE, operands)
        case AnyOf():
            return _kleene(ONE_OF, FALSE, operands)
        case Compare(_, _, Word()) | OneOf():
            return _choice(operands[0], *bits_of_choice(part, words))
        case Compare(operator, _, Number(limit)):
            return _limit(operands[0], operator, float(limit))
    return back_of_number(part, operands)


def _kleene(table: tuple[int, ...], neutral: int, operands: tuple[int, ...]) -> Back:
    """Each operand keeps the outcomes that can give the whole what it has to be."""

    def kleene(box: Narrowing, at: int) -> bool:
        wanted = box.bits[at]
        after = [neutral]  # what the operands from the right on can be together
        for each in reversed(operands):
            after.append(table[after[-1] << 3 | box.bits[each]])
        before = neutral
        for each in operands:
            after.pop()
            now = box.bits[each]
            others = table[before << 3 | after[-1]]
            kept = sum(bit for bit in (1, 2, 4) if bit & now and table[bit << 3 | others] & wanted)
            if kept != now and not box.keep_bits(each, kept):
                return False
            before = table[before << 3 | now]
        return True

    return kleene


def _choice(choice: int, inside: int, unknown: int) -> Back:
    def back(box: Narrowing, at: int) -> bool:
        goal = box.bits[at]
        kept = (inside if goal & TRUE else 0) | (unknown if goal & NEITHER else 0)
        return box.keep_bits(choice, kept | (~(inside | unknown) if goal & FALSE else 0))

    return back


def _limit(number: int, operator: Comparison, limit: float) -> Back:
    yes, no = cut(operator, limit)

    def back(box: Narrowing, at: int) -> bool:
        goal = box.bits[at]
        kept = UNDEFINED if goal & NEITHER else EMPTY
        for each in (*(yes if goal & TRUE else ()), *(no if goal & FALSE else ())):
            kept = join(kept, each)
        return box.keep_span(number, kept)

    return back
