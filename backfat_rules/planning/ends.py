"""What a recommendation still needs in order to go away: the condition behind ``done_when``."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from backfat_rules.knowledge.rules import Finding, Rule
from backfat_rules.language import Expression, evaluate, names_in, normalise
from backfat_rules.language.tree import AllOf, AnyOf, Compare, Holds, Name, Not, Number
from backfat_rules.planning.person import Person


def done_condition(id: str, person: Person) -> Expression | None:
    """The condition at which the recommendation goes away if nothing else changes.

    It is the negation of what made the recommendation fire, with findings replaced by their rules,
    without what is so already, and without what cannot change (age, height, a diagnosis) or must
    not (to take up an exercise that is blocked). None where nothing is left.
    """
    when = person.knowledge.recommendations[id].when.tree
    needed = _needed(normalise(when, holds=False), person, frozenset())
    if needed is None or needed.open is None:
        return None
    return needed.open


@dataclass(frozen=True, slots=True)
class _Needed:
    """What a condition still needs to be true, and what it relies on that is so already."""

    open: Expression | None
    kept: tuple[Expression, ...] = ()


def _needed(condition: Expression, person: Person, measured: frozenset[str]) -> _Needed | None:
    """What must become true; None if it cannot.

    ``measured`` are the names by which the rule at hand says how severe the problem is: where one
    of several ways is enough, those that mend the problem come before those that only lift what
    else the rule asks for, such as being ready for harder work.
    """
    findings = person.knowledge.findings
    match condition:
        case AllOf(operands):
            return _all([_needed(each, person, measured) for each in operands])
        case AnyOf(operands):
            mending = [each for each in operands if _mends(each, findings, measured)]
            return _any(
                [_needed(each, person, measured) for each in operands if each not in mending],
                [_needed(each, person, measured) for each in mending],
            )
        case Name(name) if name in findings:
            if person.derivation.findings.get(name) is not True and _has_severity(
                findings[name], findings
            ):
                return None  # to get a problem is no end of advice
            rules = findings[name].rules
            return _any([_needed(normalise(r.when.tree), person, frozenset()) for r in rules])
        case Not(Name(name)) if name in findings:
            return _all([_ended(rule, person) for rule in findings[name].rules])
    truth = evaluate(condition, person.derivation.known)
    if truth is None:
        return _Needed(None)  # unknown is enough, and stays so: only what is true fires
    if truth:
        return _Needed(None, (condition,))
    return _Needed(condition) if _can_change(condition, person, measured) else None


def _ended(rule: Rule, person: Person) -> _Needed | None:
    measured = frozenset() if rule.severity is None else frozenset(names_in(rule.severity.tree))
    return _needed(normalise(rule.when.tree, holds=False), person, measured)


def _mends(way: Expression, findings: Mapping[str, Finding], measured: frozenset[str]) -> bool:
    """Whether a way ends what has a severity, and not only a condition beside it."""
    match way:
        case AllOf(operands) | AnyOf(operands):
            return all(_mends(each, findings, measured) for each in operands)
        case Not(Name(name)) if name in findings:
            return _has_severity(findings[name], findings)
    return not measured.isdisjoint(names_in(way))


def _has_severity(finding: Finding, findings: Mapping[str, Finding]) -> bool:
    """Whether a finding is a matter of degree, by a rule of its own or by what it rests on."""
    if any(rule.severity is not None for rule in finding.rules):
        return True
    below = {name for rule in finding.rules for name in names_in(rule.when.tree)}
    return any(_has_severity(findings[name], findings) for name in below & findings.keys())


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
    return _Needed(joined(AllOf, [*still, *at_risk]), kept)


def _one_word(part: Expression) -> bool:
    """Whether a part is about one word of a set, which other words do not disturb."""
    return isinstance(part.operand if isinstance(part, Not) else part, Holds)


def _any(parts: Sequence[_Needed | None], better: Sequence[_Needed | None] = ()) -> _Needed | None:
    """One open way is enough, a better one first; if one needs nothing, the whole needs nothing."""
    ways = [part for part in (*better, *parts) if part is not None]
    if not ways:
        return None
    for way in ways:
        if way.open is None:
            return way
    for choice in (better, ways):
        conditions = [way.open for way in choice if way is not None and way.open is not None]
        kept = [each for each in conditions if not _gives_up(each)]
        if kept:
            return _Needed(joined(AnyOf, kept))
    return _Needed(joined(AnyOf, [way.open for way in ways if way.open is not None]))


def _gives_up(condition: Expression) -> bool:
    """Whether a way is to stop something altogether: an end only where there is no other."""
    limit = _limit(condition)
    return limit is not None and not limit[1] and limit[2] <= 1


def joined(form: type[AllOf] | type[AnyOf], parts: list[Expression]) -> Expression:
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


def _can_change(leaf: Expression, person: Person, measured: frozenset[str]) -> bool:
    """Whether some fact below a leaf is one that people can and may change in this direction."""
    facts, values = person.knowledge.facts, person.knowledge.values
    if isinstance(leaf, Holds) and leaf.word in person.knowledge.exercises:
        exercise = person.knowledge.exercises[leaf.word]
        if person.screened.block_of(exercise.id, exercise.tags):
            return False
    limit = _limit(leaf)
    if limit is not None:
        name, must_be_high, _ = limit
        kept_up = {*person.knowledge.policy.not_lowered} - measured
        if name in (person.not_raised if must_be_high else kept_up):
            return False
    waiting, seen = list(names_in(leaf)), set[str]()
    while waiting:
        name = waiting.pop()
        if name in facts and facts[name].changeable:
            return True
        if name in values and name not in seen:
            seen.add(name)
            waiting += names_in(values[name].formula)
    return False
