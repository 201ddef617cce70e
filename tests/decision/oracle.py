"""The decision said once more, plainly: words in place of sets, loops in place of speed."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, get_args

from backfat_rules.decision import Outcome
from backfat_rules.inference import Derivation
from backfat_rules.knowledge import KnowledgeBase
from backfat_rules.knowledge.formula import Formula
from backfat_rules.knowledge.gates import GateName
from backfat_rules.knowledge.rules import Blocks, RecommendationRule
from backfat_rules.language import deciding_parts, evaluate
from backfat_rules.language.tree import Name

STRICTNESS = get_args(GateName)


class Oracle:
    """What must come out for one person."""

    def __init__(self, derivation: Derivation, knowledge: KnowledgeBase) -> None:
        self.known, self.facts = derivation.known, derivation.facts
        self.severity, self.knowledge = derivation.severity, knowledge
        rules = knowledge.screening.values()
        self.fired = [rule for rule in rules if self.truth(rule) is True]
        self.fired.sort(key=lambda rule: (-STRICTNESS.index(rule.gate), rule.id))
        self.silent = [
            rule
            for rule in rules
            if self.truth(rule) is None
            and (rule.unanswered_when is None or self.truth_of(rule.unanswered_when) is True)
        ]

    def truth(self, entry: Any) -> Any:
        """Whether an entry's condition holds."""
        return evaluate(entry.when.tree, self.known)

    def truth_of(self, condition: Formula) -> Any:
        """Whether a condition holds."""
        return evaluate(condition.tree, self.known)

    @property
    def gate(self) -> GateName:
        """The strictest gate."""
        gates: list[GateName] = ["proceed", *(rule.gate for rule in self.fired)]
        policy = self.knowledge.policy
        habits = [
            fact
            for name, fact in self.knowledge.facts.items()
            if name in self.facts
            and fact.changeable
            and fact.area not in policy.not_counted_as_answers
        ]
        gates += ["insufficient_data"] if len(habits) < policy.enough_answers else []
        return max(gates, key=STRICTNESS.index)

    def closed_by(self, id: str, tags: Iterable[str], topic: str = "") -> tuple[str, bool] | None:
        """The rule that closes an entry, and whether it is only unanswered."""

        def closes(blocks: Blocks) -> bool:
            return (
                id in blocks.items or topic in blocks.topics or not {*tags}.isdisjoint(blocks.tags)
            )

        for rule in self.fired:
            if closes(rule.blocks):
                return rule.id, False
        for rule in self.silent:
            if closes(rule.unanswered):
                return rule.id, True
        return None

    def protects(self, rule: RecommendationRule) -> bool:
        """Whether it goes to the safer side of some axis, and to the other side of none."""
        sides = [
            self.knowledge.axes[id].protects == way
            for id, way in moves(rule)
            if self.knowledge.axes[id].protects
        ]
        return bool(sides) and all(sides)

    def priority(self, rule: RecommendationRule) -> float:
        """From 0 to 100."""
        policy = self.knowledge.policy
        parts = deciding_parts(rule.when.tree, self.known)
        severities = [
            self.severity[part.leaf.name]
            for part in parts
            if isinstance(part.leaf, Name) and part.leaf.name in self.severity
        ]
        severity = max(severities, default=policy.default_severity)
        fit, complaint = self.helped(rule, "goals"), self.helped(rule, "complaint", told=True)
        weights, evidence = policy.weights, getattr(policy.evidence, rule.verdict)
        whole = weights.impact * rule.impact + weights.severity * severity
        whole += weights.evidence * evidence + weights.goals * fit
        if complaint is not None:
            whole = whole + weights.complaint * (complaint - whole)
        return float(round(100 * whole, 1))

    def helped(self, rule: RecommendationRule, fact: str, *, told: bool = False) -> Any:
        """How much advice does for the goal or complaint that it does most for.

        Where none is told: None if it has to be told, else neither much nor little.
        """
        wanted: Any = self.facts.get(fact)
        neutral = self.knowledge.policy.no_goals_fit
        if not wanted:
            return None if told else neutral
        helps = {**dict.fromkeys(rule.goals, 1.0), **rule.helps}
        return max(helps.get(word, 0.0) for word in wanted) if helps else neutral

    def outcome(self) -> tuple[list[str], dict[str, tuple[str, str, bool]]]:
        """The ids that are given, in order; and for the others what stops them."""
        if self.gate in ("urgent", "emergency"):
            return [], {}
        called = [r for r in self.knowledge.recommendations.values() if self.truth(r) is True]
        called.sort(key=lambda rule: (not self.protects(rule), -self.priority(rule), rule.id))
        place = {rule.id: at for at, rule in enumerate(called)}
        unsafe = {}
        for rule in called:
            closed = self.closed_by(rule.id, rule.tags, rule.topic)
            if closed is not None:
                unsafe[rule.id] = ("block", *closed)
            elif self.gate == "refer_first" and rule.needs_ok:
                unsafe[rule.id] = ("needs_ok", self.fired[0].id, False)
        given: list[RecommendationRule] = []
        stopped: dict[str, tuple[str, str, bool]] = dict(unsafe)
        for rule in called:
            if rule.id in unsafe:
                continue
            milder = sorted(
                other.id
                for other in called
                if other.id in unsafe
                and rivals(rule, other)
                and place[other.id] < place[rule.id]
                and not {*rule.tags} <= {*other.tags}
            )
            stronger = [other.id for other in given if rivals(rule, other)]
            if milder:
                stopped[rule.id] = unsafe[milder[0]]
            elif stronger:
                stopped[rule.id] = ("rival", stronger[0], False)
            else:
                given.append(rule)
        given.sort(key=lambda rule: (-self.priority(rule), rule.id))
        return [rule.id for rule in given], stopped


def needs(outcome: list[str], knowledge: KnowledgeBase) -> list[list[str]]:
    """What is given, by need: each need where its first way stands."""
    found: dict[str, list[str]] = {}
    for id in outcome:
        found.setdefault(knowledge.recommendations[id].need or id, []).append(id)
    return list(found.values())


def rivals(one: RecommendationRule, other: RecommendationRule) -> bool:
    """Whether two pieces of advice must not be combined, whoever says so, or their axes."""
    if other.id in one.not_with or one.id in other.not_with:
        return True
    ways = moves(other)
    return any(
        (id, "lowering" if way == "raising" else "raising") in ways for id, way in moves(one)
    )


def moves(rule: RecommendationRule) -> set[tuple[str, str]]:
    """The axes that an advice moves, each with the way; an exchange moves nothing."""
    raised = {(id, "raising") for id in rule.raises if id not in rule.lowers}
    return raised | {(id, "lowering") for id in rule.lowers if id not in rule.raises}


def said(outcome: Outcome) -> tuple[list[str], dict[str, tuple[str, str, bool]]]:
    """What was decided, in the oracle's form."""
    stopped: dict[str, tuple[str, str, bool]]
    stopped = {id: (stop.kind, stop.by, stop.unanswered) for id, stop in outcome.stopped.items()}
    return [each.id for each in outcome.given], stopped
