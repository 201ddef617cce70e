"""What ends a recommendation: the least that its conditions need to turn over, all else equal."""

from __future__ import annotations

from dataclasses import dataclass

from backfat_rules.knowledge.rules import Finding
from backfat_rules.language import Expression, evaluate, names_in, normalise
from backfat_rules.language.tree import AllOf, AnyOf, Compare, Holds, Name, Not, Number
from backfat_rules.planning.person import Person
from backfat_rules.planning.wording import condition_text, named


def done_when(id: str, person: Person) -> str | None:
    """When the recommendation goes away, in words; None where no change of facts can end it."""
    condition = done_condition(id, person)
    words = None if condition is None else _text(condition, person)
    return f"When {words}." if words else None


def done_condition(id: str, person: Person) -> Expression | None:
    """The condition at which the recommendation goes away if nothing else changes.

    It is the negation of what made the recommendation fire, with findings replaced by their rules,
    without what is so already, and without what cannot change (age, height, a diagnosis). None
    where nothing is left.
    """
    when = person.knowledge.recommendations[id].when.tree
    needed = _needed(normalise(when, holds=False), person)
    if needed is None or needed.open is None:
        return None
    return needed.open


@dataclass(frozen=True, slots=True)
class _Needed:
    """What a condition still needs to be true, and what it relies on that is so already."""

    open: Expression | None
    kept: tuple[Expression, ...] = ()


def _needed(condition: Expression, person: Person) -> _Needed | None:
    """What must become true; None if it cannot."""
    match condition:
        case AllOf(operands):
            return _all([_needed(each, person) for each in operands])
        case AnyOf(operands):
            return _any([_needed(each, person) for each in operands])
        case Name(name) if name in person.knowledge.findings:
            finding = person.knowledge.findings[name]
            return _any([_needed(normalise(rule.when.tree), person) for rule in finding.rules])
        case Not(Name(name)) if name in person.knowledge.findings:
            return _all([_needed(each, person) for each in _none_of(name, person)])
    if evaluate(condition, person.derivation.known) is not False:
        return _Needed(None, (condition,))  # unknown is enough: only what is true fires
    return _Needed(condition) if _can_change(condition, person) else None


def _none_of(finding: str, person: Person) -> list[Expression]:
    known: Finding = person.knowledge.findings[finding]
    return [normalise(rule.when.tree, holds=False) for rule in known.rules]


def _all(parts: list[_Needed | None]) -> _Needed | None:
    """Everything that is open; what holds already is said too if a change could undo it."""
    if any(part is None for part in parts):
        return None
    needed = [part for part in parts if part is not None]
    still = [part.open for part in needed if part.open is not None]
    kept = tuple(dict.fromkeys(each for part in needed for each in part.kept))
    if not still:
        return _Needed(None, kept)
    touched = {name for each in still for name in names_in(each)}
    at_risk = [
        each for each in kept if not touched.isdisjoint(names_in(each)) and not _one_word(each)
    ]
    return _Needed(_joined(AllOf, [*still, *at_risk]), kept)


def _one_word(part: Expression) -> bool:
    """Whether a part is about one word of a set, which other words do not disturb."""
    return isinstance(part.operand if isinstance(part, Not) else part, Holds)


def _any(parts: list[_Needed | None]) -> _Needed | None:
    """One open way is enough; if one needs nothing, the whole needs nothing."""
    ways = [part for part in parts if part is not None]
    if not ways:
        return None
    for way in ways:
        if way.open is None:
            return way
    return _Needed(_joined(AnyOf, [way.open for way in ways if way.open is not None]))


def _joined(form: type[AllOf] | type[AnyOf], parts: list[Expression]) -> Expression:
    """Parts in one level, each once; of several limits on one number only the decisive one."""
    flat = [
        each for part in parts for each in (part.operands if isinstance(part, form) else (part,))
    ]
    kept: dict[object, Expression] = {}
    for each in flat:
        limit = _limit(each)
        key: object = each if limit is None else limit[:2]
        other = kept.get(key)
        if other is None or (
            limit is not None and _harder(limit, _limit(other)) is (form is AllOf)
        ):
            kept[key] = each
    unique = tuple(kept.values())
    return unique[0] if len(unique) == 1 else form(unique)


def _limit(part: Expression) -> tuple[str, bool, float] | None:
    """The name, whether it must be high, and the limit, of a single limit on a number."""
    holds, leaf = (False, part.operand) if isinstance(part, Not) else (True, part)
    match leaf:
        case Compare(operator, Name(name), Number(limit)) if operator != "==":
            return name, (operator in (">", ">=")) is holds, limit
    return None


def _harder(one: tuple[str, bool, float], other: tuple[str, bool, float] | None) -> bool:
    """Whether a limit asks for more than another in the same direction."""
    return other is not None and (one[2] > other[2] if one[1] else one[2] < other[2])


def _can_change(leaf: Expression, person: Person) -> bool:
    """Whether some fact below a leaf is one that people can change."""
    facts, values = person.knowledge.facts, person.knowledge.values
    waiting, seen = list(names_in(leaf)), set[str]()
    while waiting:
        name = waiting.pop()
        if name in facts and facts[name].changeable:
            return True
        if name in values and name not in seen:
            seen.add(name)
            waiting += names_in(values[name].value.tree)
    return False


def _text(condition: Expression, person: Person, inside: bool = False) -> str | None:
    """A condition in words; ``inside`` asks for brackets around alternatives."""
    match condition:
        case AllOf(operands) | AnyOf(operands):
            texts = [_text(each, person, inside=True) for each in operands]
            if any(text is None for text in texts):
                return None
            word = " and " if isinstance(condition, AllOf) else " or "
            joined = word.join(text for text in texts if text is not None)
            return f"({joined})" if inside else joined
        case Not(operand):
            return condition_text(operand, False, named(person.knowledge))
    return condition_text(condition, True, named(person.knowledge))
