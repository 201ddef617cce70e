"""What ends a recommendation, in words: the least that its conditions need to turn over."""

from __future__ import annotations

from math import ceil, floor

from backfat_rules.decision.joined import joined
from backfat_rules.language import Expression, evaluate, names_in
from backfat_rules.language.tree import AllOf, AnyOf, Compare, Name, Not, Number, Word
from backfat_rules.planning.telling import Telling


def done_when(condition: Expression, telling: Telling) -> str | None:
    """When the advice that ends with a condition goes away, in words.

    None where a block keeps the condition from being named.
    """
    words = _text(_in_numbers(condition, telling), telling)
    return telling.reader.say("done-when", condition=words) if words else None


def _in_numbers(condition: Expression, telling: Telling) -> Expression:
    """A condition with what numbers have to reach written out, rounded to reachable steps."""
    match condition:
        case AllOf(operands) | AnyOf(operands):
            return joined(type(condition), [_in_numbers(each, telling) for each in operands])
        case Not(Compare() as leaf):
            return Not(_with_number(leaf, False, telling))
        case Compare():
            return _with_number(condition, True, telling)
    return condition


def _with_number(leaf: Compare, holds: bool, telling: Telling) -> Compare:
    match leaf:
        case Compare(operator, Name(name), other) if not isinstance(other, (Number, Word)):
            limit = evaluate(other, telling.derivation.known)
            if isinstance(limit, (int, float)) and not _is_hidden(leaf, telling):
                fact = telling.knowledge.facts.get(name)
                step = (fact.step if fact is not None else None) or 1
                reach = ceil if (operator in (">", ">=")) is holds else floor
                return Compare(operator, Name(name), Number(step * reach(limit / step)))
    return leaf


def _is_hidden(leaf: Expression, telling: Telling) -> bool:
    return not all(telling.shows(name) for name in names_in(leaf))


def _text(condition: Expression, telling: Telling, inside: bool = False) -> str | None:
    """A condition in words; ``inside`` asks for brackets around alternatives."""
    match condition:
        case AllOf(operands):
            texts = [_text(each, telling, inside=True) for each in operands]
            return None if None in texts else _listed("list-and", texts, inside, telling)
        case AnyOf(operands):  # one way is enough, so one without words is left out
            texts = [_text(each, telling, inside=True) for each in operands]
            return _listed("list-or", texts, inside, telling)
        case Not(operand):
            return _leaf_text(operand, False, telling)
    return _leaf_text(condition, True, telling)


def _listed(by: str, texts: list[str | None], inside: bool, telling: Telling) -> str | None:
    shown = list(dict.fromkeys(text for text in texts if text is not None))
    said = telling.reader.chained(shown, by)
    if inside and len(shown) > 1:
        return telling.reader.say("in-brackets", text=said)
    return said or None


def _leaf_text(leaf: Expression, holds: bool, telling: Telling) -> str | None:
    """A leaf in words; a number that a block hides is not named, nor is anything to lower by it."""
    if _is_hidden(leaf, telling):
        match leaf:
            case Compare(operator, Name(name)) if (operator in (">", ">=")) is holds:
                return telling.reader.say("high-enough", label=telling.reader.label(name))
        return None
    return telling.reader.condition(leaf, holds)
