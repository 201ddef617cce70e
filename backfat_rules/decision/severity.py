"""How severe what called for a recommendation is: the greatest of the findings that decided it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TypeAlias

from backfat_rules.inference import Derivation
from backfat_rules.knowledge import KnowledgeBase
from backfat_rules.knowledge.rules import RecommendationRule
from backfat_rules.language import Expression, deciding_parts, names_in, normalise
from backfat_rules.language.tree import AllOf, AnyOf, Name

SeverityOf: TypeAlias = Callable[[Derivation], float | None]
"""From a derivation in which the recommendation is called for; None where no finding decided."""


def severity_of(rule: RecommendationRule, knowledge: KnowledgeBase) -> SeverityOf:
    """Prepare the question how severe what called for a recommendation is.

    Only findings that are true have a severity, so for nearly every condition it is enough to look
    at the findings that it names. Where alternatives have parts of their own (``a and b or c``), a
    true finding need not have decided, and the parts that did are worked out.
    """
    condition = rule.when.tree
    findings = tuple(name for name in names_in(condition) if name in knowledge.findings)
    if _each_true_name_decides(normalise(condition)):
        return lambda derivation: _greatest(findings, derivation)
    return lambda derivation: _greatest(_deciding(condition, derivation), derivation)


def _greatest(names: tuple[str, ...], derivation: Derivation) -> float | None:
    known = derivation.severity
    return max((known[name] for name in names if name in known), default=None)


def _deciding(condition: Expression, derivation: Derivation) -> tuple[str, ...]:
    parts = deciding_parts(condition, derivation.known)
    return tuple(part.leaf.name for part in parts if isinstance(part.leaf, Name))


def _each_true_name_decides(condition: Expression, *, below_or: bool = False) -> bool:
    """Whether no name can be true in a part that did not decide the true condition."""
    match condition:
        case AllOf(operands):
            return not (below_or and any(_named(operands))) and all(
                _each_true_name_decides(each, below_or=below_or) for each in operands
            )
        case AnyOf(operands):
            return all(_each_true_name_decides(each, below_or=True) for each in operands)
    return True


def _named(operands: tuple[Expression, ...]) -> Iterator[str]:
    for each in operands:
        yield from names_in(each)
