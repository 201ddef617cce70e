"""What ends a recommendation, in words: the least that its conditions need to turn over."""

from __future__ import annotations

from math import ceil, floor

from backfat_rules.language import Expression, evaluate, names_in
from backfat_rules.language.tree import AllOf, AnyOf, Compare, Name, Not, Number, Word
from backfat_rules.planning.condition_text import condition_text
from backfat_rules.planning.ends import done_condition, joined
from backfat_rules.planning.person import Person
from backfat_rules.planning.wording import named


def done_when(id: str, person: Person) -> str | None:
    """When the recommendation goes away, in words.

    None where no change of facts can end it, or only one that a block keeps from being named.
    """
    condition = done_condition(id, person)
    words = None if condition is None else _text(_in_numbers(condition, person), person)
    return f"When {words}." if words else None


def _in_numbers(condition: Expression, person: Person) -> Expression:
    """A condition with what numbers have to reach written out, rounded to reachable steps."""
    match condition:
        case AllOf(operands) | AnyOf(operands):
            return joined(type(condition), [_in_numbers(each, person) for each in operands])
        case Not(Compare() as leaf):
            return Not(_with_number(leaf, False, person))
        case Compare():
            return _with_number(condition, True, person)
    return condition


def _with_number(leaf: Compare, holds: bool, person: Person) -> Compare:
    match leaf:
        case Compare(operator, Name(name), other) if not isinstance(other, (Number, Word)):
            limit = evaluate(other, person.derivation.known)
            if isinstance(limit, (int, float)) and not _is_hidden(leaf, person):
                step = named(person.knowledge)[name].step or 1
                reach = ceil if (operator in (">", ">=")) is holds else floor
                return Compare(operator, Name(name), Number(step * reach(limit / step)))
    return leaf


def _is_hidden(leaf: Expression, person: Person) -> bool:
    return any(name not in person.words for name in names_in(leaf))


def _text(condition: Expression, person: Person, inside: bool = False) -> str | None:
    """A condition in words; ``inside`` asks for brackets around alternatives."""
    match condition:
        case AllOf(operands):
            texts = [_text(each, person, inside=True) for each in operands]
            return None if None in texts else _listed(" and ", texts, inside)
        case AnyOf(operands):  # one way is enough, so one without words is left out
            return _listed(" or ", [_text(each, person, inside=True) for each in operands], inside)
        case Not(operand):
            return _leaf_text(operand, False, person)
    return _leaf_text(condition, True, person)


def _listed(word: str, texts: list[str | None], inside: bool) -> str | None:
    shown = list(dict.fromkeys(text for text in texts if text is not None))
    joined = word.join(shown)
    return f"({joined})" if inside and len(shown) > 1 else joined or None


def _leaf_text(leaf: Expression, holds: bool, person: Person) -> str | None:
    """A leaf in words; a number that a block hides is not named, nor is anything to lower by it."""
    facts = named(person.knowledge)
    if _is_hidden(leaf, person):
        match leaf:
            case Compare(operator, Name(name)) if (operator in (">", ">=")) is holds:
                return f"{facts[name].label} is high enough"
        return None
    return condition_text(leaf, holds, facts, person.units)
