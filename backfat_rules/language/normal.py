"""Negation normal form: the same condition with every ``not`` pushed down to a single leaf.

In Kleene logic this changes nothing: each form is true, false or unknown where the other is.
"""

from __future__ import annotations

from backfat_rules.language.tree import AllOf, AnyOf, Expression, Not


def normalise(condition: Expression, holds: bool = True) -> Expression:
    """The condition (or with ``holds=False`` its negation) with ``not`` only at leaves.

    >>> from backfat_rules.language import parse, render
    >>> render(normalise(parse("not (a or b < 3)")))
    '(not a) and (not (b < 3))'
    """
    match condition:
        case Not(operand):
            return normalise(operand, not holds)
        case AllOf(operands) | AnyOf(operands):
            form = AllOf if isinstance(condition, AllOf) == holds else AnyOf
            return form(tuple(normalise(each, holds) for each in operands))
    return condition if holds else Not(condition)
