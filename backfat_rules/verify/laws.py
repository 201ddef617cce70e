"""Laws, checked on people who are made for each of them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice
from random import Random

from backfat_rules.exact.problems import Problems
from backfat_rules.knowledge import KnowledgeBase
from backfat_rules.knowledge.gates import GATES
from backfat_rules.knowledge.law import Law
from backfat_rules.language import Facts, evaluate
from backfat_rules.planning import Reasoner, reasoner_of
from backfat_rules.verify.invented import Invented, ways_in
from backfat_rules.verify.seen import Seen
from backfat_rules.verify.steps import steps_of

NOBODY = "nobody: no person could be made who meets its premise, so it says nothing"

TRIES = 10
"""How many people are made at most for each one who has to meet the premise."""


@dataclass(frozen=True)
class LawCheck:
    """How a law fared.

    Attributes:
        law: the law.
        met: how many people met its premise.
        broken: what was wrong with the first person who broke it; empty if none did. A law whose
            premise nobody meets counts as broken: it could not fail.
        facts: what that person told; after the step, for a law over a step.
    """

    law: Law
    met: int
    broken: tuple[str, ...] = ()
    facts: Facts | None = None

    def __str__(self) -> str:
        told = ", ".join(f"{name}: {_said(value)}" for name, value in (self.facts or {}).items())
        return f"{self.law.id}: {self.law.says} Broken by {', '.join(self.broken)} with {{{told}}}"


def broken_laws(
    knowledge: KnowledgeBase, people: int = 100, within: str = ""
) -> tuple[LawCheck, ...]:
    """Every law that somebody breaks, with the first person who does.

    Args:
        knowledge: what is held to its laws: its own, and those of its overlays.
        people: how many people meet the premise of each law.
        within: only the laws in files whose path begins so, such as ``my-rules/``.
    """
    laws = (law for law in knowledge.laws.values() if law.place.at.path.startswith(within))
    checks = (check_law(law, knowledge, people) for law in laws)
    return tuple(each for each in checks if each.broken)


def check_law(law: Law, knowledge: KnowledgeBase, people: int = 100) -> LawCheck:
    """Hold people who meet the premise of a law to it, until one breaks it."""
    court = _Court(law, reasoner_of(knowledge, "direct"))
    met = 0
    for facts in islice(_made_for(law, knowledge), people * TRIES):
        for wrong, told in court.trials(facts, met):
            met += 1
            if wrong:
                return LawCheck(law, met, wrong, told)
        if met >= people:
            break
    return LawCheck(law, met, () if met else (NOBODY,))


def _made_for(law: Law, knowledge: KnowledgeBase) -> Iterator[Facts]:
    untold = frozenset(law.untold)
    if law.who is None:
        return Invented(knowledge, ({},), None, untold).made(law.id)
    ways = tuple(knowledge.once(ways_in).of(law.who.tree))
    problem = knowledge.once(Problems.of)[law.who.tree]
    return Invented(knowledge, ways, problem, untold).made(law.id)


@dataclass(frozen=True)
class _Court:
    law: Law
    reasoner: Reasoner

    def trials(self, facts: Facts, at: int) -> Iterator[tuple[tuple[str, ...], Facts]]:
        """For each time the premise is met what is wrong, and with which facts."""
        if not self.law.is_step:
            seen = self._seen(facts)
            if self._meets(seen):
                never, always = self.law.never, self.law.always
                yield (*seen.held_of(never), *seen.missing_of(always)), facts
            return
        random = Random(f"{self.law.id} {at}")
        for before, after in steps_of(self.law, self.reasoner.knowledge, facts, random):
            first = self._seen(before)
            if self._meets(first):
                yield tuple(self._wrong(first, self._seen(after))), after

    def _wrong(self, before: Seen, after: Seen) -> Iterator[str]:
        """What a step must not have done."""
        held = {*before.held_of(self.law.must_not_grow)}
        yield from (each for each in after.held_of(self.law.must_not_grow) if each not in held)
        milder = GATES[after.gate].rank < GATES[before.gate].rank
        if self.law.gate_holds and milder and before.gate != "clarify":
            yield f"the gate {after.gate} after {before.gate}"
        if self.law.priority_holds:
            for id, priority in before.priorities.items():
                if after.priorities.get(id, priority) < priority:
                    yield f"a lower priority of {id}"

    def _seen(self, facts: Facts) -> Seen:
        return Seen(self.reasoner.telling(facts))

    def _meets(self, seen: Seen) -> bool:
        law = self.law
        if law.under is None:
            if not seen.has_plan and not law.always.gates:
                return False  # it keeps every law that forbids something
        elif seen.gate not in law.under:
            return False
        return law.who is None or evaluate(law.who.tree, seen.person.derivation.known) is True


def _said(value: object) -> str:
    words = sorted(value) if isinstance(value, frozenset) else None
    return str(value) if words is None else f"[{', '.join(words)}]"
