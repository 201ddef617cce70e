"""The gate: what must be ruled out before advice, and what is blocked for this person."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import get_args

from backfat_rules.inference import Derivation
from backfat_rules.knowledge import KnowledgeBase
from backfat_rules.knowledge.rules import Blocks, GateName, Screening
from backfat_rules.language import Facts, evaluate
from backfat_rules.planning.plan import Withheld
from backfat_rules.units import UnitSystem

GATES: tuple[GateName, ...] = get_args(GateName)
"""From the least strict to the strictest."""

NO_PLAN: tuple[GateName, ...] = ("urgent", "emergency")
"""Gates that show their message and nothing else."""


@dataclass(frozen=True, slots=True)
class Block:
    """One thing that a screening rule blocks, because it fired or because it is unanswered."""

    kind: str
    word: str
    screening: Screening
    unanswered: bool


def withhold(
    id: str, title: str, by: Screening, units: UnitSystem, *, unanswered: bool = False
) -> Withheld:
    """What screening takes out of a plan; what was merely not ruled out is no reason."""
    if unanswered:
        reason, instead = f"Not yet answered: {by.title}.", None
    else:
        reason = by.reason.render(units)
        instead = None if by.instead is None else by.instead.render(units)
    return Withheld(id=id, title=title, because=by.id, reason=reason, instead=instead)


@dataclass(frozen=True)
class Screened:
    """What screening decided for one person.

    Attributes:
        gate: the strictest gate of all rules that fired.
        fired: the screening rules that fired, the strictest first.
        blocks: everything that is blocked, and by which rule.
        few_answers: whether too little is told about habits for a plan of the person's own.
    """

    gate: GateName
    fired: tuple[Screening, ...]
    blocks: tuple[Block, ...]
    few_answers: bool = False

    @property
    def no_plan(self) -> bool:
        """Whether nothing but the message is shown."""
        return self.gate in NO_PLAN

    @cached_property
    def _by_word(self) -> Mapping[tuple[str, str], Block]:
        """The first block of each item, tag and topic: one that fired before an unanswered one."""
        return {(block.kind, block.word): block for block in reversed(self.blocks)}

    def blocks_tag(self, tag: str) -> bool:
        """Whether nothing shown may carry the tag."""
        return ("tag", tag) in self._by_word

    def block_of(self, id: str, tags: Iterable[str] = (), topic: str = "") -> Block | None:
        """What blocks an entry: a rule that fired before one that is only unanswered."""
        words = [("item", id), ("topic", topic), *(("tag", tag) for tag in tags)]
        found = [block for word in words if (block := self._by_word.get(word)) is not None]
        return min(
            found, key=lambda block: (block.unanswered, self.blocks.index(block)), default=None
        )


def screen(derivation: Derivation, knowledge: KnowledgeBase) -> Screened:
    """Decide the gate and collect the blocks."""
    known = derivation.known
    fired = [rule for rule in knowledge.screening.values() if rule.id in derivation.fired]
    fired.sort(key=lambda rule: (-GATES.index(rule.gate), rule.id))
    few_answers = not _enough_answers(derivation.facts, knowledge)
    gates = [rule.gate for rule in fired] + ["insufficient_data"] * few_answers
    blocks = [block for rule in fired for block in _blocks(rule, rule.blocks, unanswered=False)]
    for rule in knowledge.screening.values():
        if rule.unanswered != Blocks() and evaluate(rule.when.tree, known) is None:
            blocks += _blocks(rule, rule.unanswered, unanswered=True)
    gate = max(gates, key=GATES.index, default=GATES[0])
    return Screened(gate, tuple(fired), tuple(blocks), few_answers)


def _blocks(rule: Screening, blocks: Blocks, *, unanswered: bool) -> Iterator[Block]:
    for kind, words in (("item", blocks.items), ("tag", blocks.tags), ("topic", blocks.topics)):
        for word in words:
            yield Block(kind, word, rule, unanswered)


def _enough_answers(facts: Facts, knowledge: KnowledgeBase) -> bool:
    """Whether enough is told about habits; neither a diagnosis nor an age is one."""
    policy = knowledge.policy
    told = [knowledge.facts[name] for name in facts if name in knowledge.facts]
    habits = [f for f in told if f.changeable and f.area not in policy.not_counted_as_answers]
    return len(habits) >= policy.enough_answers
