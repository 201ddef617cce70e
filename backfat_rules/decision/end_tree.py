"""What the ends of advice rest on: conditions prepared for the search for them, made once."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TypeAlias

from backfat_rules.decision.joined import limit_of
from backfat_rules.knowledge import KnowledgeBase
from backfat_rules.knowledge.rules import Rule
from backfat_rules.language import Expression, names_in, normalise
from backfat_rules.language.tree import AllOf, AnyOf, Holds, Name, Not


@dataclass(frozen=True, slots=True, eq=False)
class Leaf:
    """A leaf, or the negation of one.

    Attributes:
        place: its number among the leaves of the knowledge; equal ones have the same.
        one_word: whether it is about one word of a set, which other words do not disturb.
        can_change: whether people can and may change it, but for what this person must not.
        exercise: the exercise that it is true by taking up; it must not be blocked.
        raised: the fact of which it asks for more, which nothing may that a block forbids.
    """

    place: int
    condition: Expression
    names: frozenset[str]
    one_word: bool
    can_change: bool
    exercise: str | None
    raised: str | None


@dataclass(frozen=True, slots=True, eq=False)
class Every:
    """Parts that must all become true."""

    parts: tuple[EndTree, ...]


@dataclass(frozen=True, slots=True, eq=False)
class Some:
    """Ways of which one is enough.

    Attributes:
        mending: those that end what has a severity.
        others: those that only end a condition beside it, such as being ready for harder work.
    """

    mending: tuple[EndTree, ...]
    others: tuple[EndTree, ...]


@dataclass(frozen=True, slots=True, eq=False)
class Concluded:
    """A finding that must hold, or must not."""

    name: str
    holds: bool


EndTree: TypeAlias = Leaf | Every | Some | Concluded

_NOTHING = frozenset[str]()


class Ends:
    """What the ends of advice rest on.

    Attributes:
        over: for each recommendation, when it is not called for.
        gained: for each finding its rules: one that becomes true is enough.
        ended: for each finding the negation of its rules, all of which must become true.
        problems: the findings that are a matter of degree, by a rule of their own or by what they
            rest on, but for those that are welcome.
        welcome: the findings that are something good, or a wish.
        movable: the facts and values that people can change.
    """

    def __init__(self, knowledge: KnowledgeBase) -> None:
        rules, findings = knowledge.recommendations, knowledge.findings
        self._exercises, self._findings = knowledge.exercises, findings
        self._not_lowered = frozenset(knowledge.policy.not_lowered)
        self._places: dict[Expression, int] = {}
        self.welcome = frozenset(id for id, each in findings.items() if each.welcome)
        problems, movable = set[str](), {f.name for f in knowledge.facts.values() if f.changeable}
        for name in sorted(knowledge.strata, key=lambda name: (knowledge.strata[name], name)):
            if name in findings:
                degree = any(_is_degree(rule, problems) for rule in findings[name].rules)
                if degree and name not in self.welcome:
                    problems.add(name)
            elif not movable.isdisjoint(names_in(knowledge.values[name].formula)):
                movable.add(name)
        self.problems, self.movable = frozenset(problems), frozenset(movable)
        self.over: Mapping[str, EndTree] = {
            id: self._tree(normalise(rule.when.tree, holds=False), _NOTHING)
            for id, rule in rules.items()
        }
        self.gained = {id: tuple(map(self._holding, each.rules)) for id, each in findings.items()}
        self.ended = {id: tuple(map(self._ending, each.rules)) for id, each in findings.items()}

    def _holding(self, rule: Rule) -> EndTree:
        return self._tree(normalise(rule.when.tree), _NOTHING)

    def _ending(self, rule: Rule) -> EndTree:
        severity = () if rule.severity is None else names_in(rule.severity.tree)
        return self._tree(normalise(rule.when.tree, holds=False), frozenset(severity))

    def _tree(self, condition: Expression, measured: frozenset[str]) -> EndTree:
        """A condition prepared, with ``not`` only at leaves.

        ``measured`` are the names by which the rule at hand says how severe the problem is: where
        one of several ways is enough, those that mend the problem come before those that only lift
        what else the rule asks for.
        """
        match condition:
            case AllOf(operands):
                return Every(tuple(self._tree(each, measured) for each in operands))
            case AnyOf(operands):
                ways: dict[bool, list[EndTree]] = {True: [], False: []}
                for each in operands:
                    ways[self._mends(each, measured)].append(self._tree(each, measured))
                return Some(tuple(ways[True]), tuple(ways[False]))
            case Name(name) if name in self._findings:
                return Concluded(name, True)
            case Not(Name(name)) if name in self._findings:
                return Concluded(name, False)
        return self._leaf(condition, measured)

    def _leaf(self, condition: Expression, measured: frozenset[str]) -> Leaf:
        limit = limit_of(condition)
        raised = limit[0] if limit is not None and limit[1] else None
        lowered = limit[0] if limit is not None and not limit[1] else None
        names = frozenset(names_in(condition))
        exercise = None
        match condition:
            case Holds(word) if word in self._exercises:
                exercise = word
        may = lowered not in self._not_lowered - measured
        return Leaf(
            place=self._places.setdefault(condition, len(self._places)),
            condition=condition,
            names=names,
            one_word=isinstance(
                condition.operand if isinstance(condition, Not) else condition, Holds
            ),
            can_change=may and not self.movable.isdisjoint(names),
            exercise=exercise,
            raised=raised,
        )

    def _mends(self, way: Expression, measured: frozenset[str]) -> bool:
        """Whether a way ends what has a severity, and not only a condition beside it."""
        match way:
            case AllOf(operands) | AnyOf(operands):
                return all(self._mends(each, measured) for each in operands)
            case Not(Name(name)) if name in self._findings:
                return name in self.problems
        return not measured.isdisjoint(names_in(way))


def _is_degree(rule: Rule, problems: set[str]) -> bool:
    return rule.severity is not None or not problems.isdisjoint(names_in(rule.when.tree))
