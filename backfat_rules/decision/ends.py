"""What an advice still needs in order to go away."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from backfat_rules.decision.joined import gives_up, joined, limit_of
from backfat_rules.decision.screening import Screened
from backfat_rules.inference import Derivation
from backfat_rules.knowledge import KnowledgeBase
from backfat_rules.knowledge.rules import Rule
from backfat_rules.language import Expression, evaluate, names_in, normalise
from backfat_rules.language.tree import AllOf, AnyOf, Holds, Name, Not


@dataclass(frozen=True, slots=True)
class _Way:
    """One rule of a finding, both ways round.

    Attributes:
        holds, ends: its condition and the negation of it, with ``not`` only at leaves.
        measured: the names by which it says how severe the problem is.
    """

    holds: Expression
    ends: Expression
    measured: frozenset[str]

    @classmethod
    def of(cls, rule: Rule) -> _Way:
        severity = () if rule.severity is None else names_in(rule.severity.tree)
        when = rule.when.tree
        return cls(normalise(when), normalise(when, holds=False), frozenset(severity))


class Ends:
    """What the ends of advice rest on, worked out once for a knowledge base.

    Attributes:
        over: for each recommendation, when it is not called for.
        ways: for each finding, its rules.
        problems: the findings that are a matter of degree, by a rule of their own or by what they
            rest on.
        movable: the facts and values that people can change.
    """

    def __init__(self, knowledge: KnowledgeBase) -> None:
        rules, findings = knowledge.recommendations, knowledge.findings
        self.over = {id: normalise(rule.when.tree, holds=False) for id, rule in rules.items()}
        self.ways = {id: tuple(map(_Way.of, each.rules)) for id, each in findings.items()}
        self.not_lowered = frozenset(knowledge.policy.not_lowered)
        problems, movable = set[str](), {f.name for f in knowledge.facts.values() if f.changeable}
        for name in sorted(knowledge.strata, key=lambda name: (knowledge.strata[name], name)):
            if name in findings:
                if any(_is_degree(rule, problems) for rule in findings[name].rules):
                    problems.add(name)
            elif not movable.isdisjoint(names_in(knowledge.values[name].formula)):
                movable.add(name)
        self.problems, self.movable = frozenset(problems), frozenset(movable)


def _is_degree(rule: Rule, problems: set[str]) -> bool:
    return rule.severity is not None or not problems.isdisjoint(names_in(rule.when.tree))


_NOTHING = frozenset[str]()


@dataclass(frozen=True, slots=True)
class End:
    """What has to become so for an advice to go away.

    Attributes:
        condition: true once it is so.
        facts: what it speaks of, values by the facts below them.
    """

    condition: Expression
    facts: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Needed:
    """What a condition still needs to be true, and what it relies on that is so already."""

    open: Expression | None
    kept: tuple[Expression, ...] = ()


class EndSearch:
    """What advice still needs to go away, for one person; each finding is looked at once.

    Args:
        derivation: what is so.
        screened: what is closed, and so must not be taken up.
        not_raised: the facts of which nothing may ask for more.
    """

    def __init__(
        self, derivation: Derivation, screened: Screened, not_raised: frozenset[str]
    ) -> None:
        knowledge = screened.book.knowledge
        self.ends = knowledge.once(Ends)
        self._exercises = knowledge.exercises
        self._screened, self._not_raised = screened, not_raised
        self._known, self._findings = derivation.known, derivation.findings
        self._found: dict[tuple[str, bool], _Needed | None] = {}

    def condition(self, id: str) -> Expression | None:
        """The condition at which a recommendation goes away if nothing else changes.

        It is the negation of what made the recommendation fire, with findings replaced by their
        rules, without what is so already, and without what cannot change (age, height, a diagnosis)
        or must not (to take up an exercise that is blocked). None where nothing is left.
        """
        needed = self.needed(self.ends.over[id], _NOTHING)
        return None if needed is None else needed.open

    def needed(self, condition: Expression, measured: frozenset[str]) -> _Needed | None:
        """What must become true; None if it cannot.

        ``measured`` are the names by which the rule at hand says how severe the problem is: where
        one of several ways is enough, those that mend the problem come before those that only lift
        what else the rule asks for, such as being ready for harder work.
        """
        match condition:
            case AllOf(operands):
                return _all([self.needed(each, measured) for each in operands])
            case AnyOf(operands):
                mending: list[_Needed | None] = []
                others: list[_Needed | None] = []
                for each in operands:
                    part = self.needed(each, measured)
                    (mending if self._mends(each, measured) else others).append(part)
                return _any(others, mending)
            case Name(name) if name in self.ends.ways:
                return self._finding(name, True)
            case Not(Name(name)) if name in self.ends.ways:
                return self._finding(name, False)
        truth = evaluate(condition, self._known)
        if truth is None:
            return _Needed(None)  # unknown is enough, and stays so: only what is true fires
        if truth:
            return _Needed(None, (condition,))
        return _Needed(condition) if self._can_change(condition, measured) else None

    def _finding(self, name: str, holds: bool) -> _Needed | None:
        """What a finding still needs to hold, or to hold no more."""
        if (name, holds) not in self._found:
            self._found[name, holds] = self._gained(name) if holds else self._ended(name)
        return self._found[name, holds]

    def _gained(self, name: str) -> _Needed | None:
        if self._findings.get(name) is not True and name in self.ends.problems:
            return None  # to get a problem is no end of advice
        return _any([self.needed(way.holds, _NOTHING) for way in self.ends.ways[name]])

    def _ended(self, name: str) -> _Needed | None:
        return _all([self.needed(way.ends, way.measured) for way in self.ends.ways[name]])

    def _mends(self, way: Expression, measured: frozenset[str]) -> bool:
        """Whether a way ends what has a severity, and not only a condition beside it."""
        match way:
            case AllOf(operands) | AnyOf(operands):
                return all(self._mends(each, measured) for each in operands)
            case Not(Name(name)) if name in self.ends.ways:
                return name in self.ends.problems
        return not measured.isdisjoint(names_in(way))

    def _can_change(self, leaf: Expression, measured: frozenset[str]) -> bool:
        """Whether some fact below a leaf is one that people can and may change in this way."""
        if (
            isinstance(leaf, Holds)
            and leaf.word in self._exercises
            and self._screened.closes(leaf.word)
        ):
            return False
        limit = limit_of(leaf)
        if limit is not None:
            name, must_be_high, _ = limit
            forbidden = self._not_raised if must_be_high else self.ends.not_lowered - measured
            if name in forbidden:
                return False
        return not self.ends.movable.isdisjoint(names_in(leaf))


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
        kept = [each for each in conditions if not gives_up(each)]
        if kept:
            return _Needed(joined(AnyOf, kept))
    return _Needed(joined(AnyOf, [way.open for way in ways if way.open is not None]))
