"""Conditions put together on one level, with only the decisive one of several limits."""

from __future__ import annotations

from backfat_rules.language import Expression
from backfat_rules.language.tree import AllOf, AnyOf, Compare, Name, Not, Number


def gives_up(condition: Expression) -> bool:
    """Whether a way is to stop something altogether: an end only where there is no other."""
    limit = limit_of(condition)
    return limit is not None and not limit[1] and limit[2] <= 1


def joined(form: type[AllOf] | type[AnyOf], parts: list[Expression]) -> Expression:
    """Parts in one level, each once; of several limits on one number only the decisive one."""
    flat = [
        each for part in parts for each in (part.operands if isinstance(part, form) else (part,))
    ]
    kept: dict[object, Expression] = {}
    for each in flat:
        limit = limit_of(each)
        key: object = each if limit is None else limit[:2]
        other = kept.get(key)
        if other is None or (
            limit is not None and _harder(limit, limit_of(other)) is (form is AllOf)
        ):
            kept[key] = each
    unique = tuple(kept.values())
    return unique[0] if len(unique) == 1 else form(unique)


def limit_of(part: Expression) -> tuple[str, bool, float] | None:
    """The name, whether it must be high, and the limit, of a single limit on a number."""
    holds, leaf = (False, part.operand) if isinstance(part, Not) else (True, part)
    match leaf:
        case Compare(operator, Name(name), Number(limit)) if operator != "==":
            return name, (operator in (">", ">=")) is holds, limit
    return None


def _harder(one: tuple[str, bool, float], other: tuple[str, bool, float] | None) -> bool:
    """Whether a limit asks for more than another in the same direction."""
    return other is not None and (one[2] > other[2] if one[1] else one[2] < other[2])
