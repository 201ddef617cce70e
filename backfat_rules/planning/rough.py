"""Rough answers for a number that is known to be off its target: a little, clearly, very much."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from backfat_rules.knowledge.rules import Finding
from backfat_rules.language import Range, evaluate
from backfat_rules.language.tree import Call, Name, Number
from backfat_rules.planning.statements import both
from backfat_rules.planning.telling import Telling
from backfat_rules.profile import Fact

HOW = ("a-little", "clearly", "very-much")
"""The ids of the rough answers, from the mildest: equal parts of the way to the worst."""

_SIGNS = {"at_least": ">=", "above": ">", "at_most": "<=", "below": "<"}


class Rough(NamedTuple):
    """One rough answer, and the numbers that it stands for."""

    id: str
    told: Range

    def condition(self, name: str) -> str:
        """What it means for the fact, as a condition."""
        return " and ".join(f"{name} {_SIGNS[end]} {at:g}" for end, at in self.told.ends.items())


def rough_answers(fact: Fact, telling: Telling) -> tuple[Rough, ...]:
    """Parts of the range that was told, along the ramp of a finding that is true; often none."""
    told = telling.derivation.facts.get(fact.name)
    if not isinstance(told, Range):
        return ()
    for id in sorted(telling.derivation.findings):
        if telling.derivation.findings[id] is True:
            for none_at, worst_at in _ramps(telling.knowledge.findings[id], fact.name, telling):
                found = tuple(_parts(fact, told, none_at, worst_at))
                if len(found) > 1:
                    return found
    return ()


def _ramps(finding: Finding, name: str, telling: Telling) -> Iterator[tuple[float, float]]:
    """Where the severity of a rule that is true begins and ends."""
    for rule in finding.rules:
        if evaluate(rule.when.tree, telling.derivation.known) is not True:
            continue
        match rule.severity.tree if rule.severity else None:
            case Call("ramp", (Name(found), Number(none_at), Number(worst_at))) if found == name:
                yield none_at, worst_at


def _parts(fact: Fact, told: Range, none_at: float, worst_at: float) -> Iterator[Rough]:
    step = fact.step or 1.0
    cuts = [
        round(round((none_at + (worst_at - none_at) * at / len(HOW)) / step) * step, 9)
        for at in range(1, len(HOW))
    ]
    better, worse = ("below", "at_least") if worst_at > none_at else ("above", "at_most")
    for at, id in enumerate(HOW):
        part: Range | None = told
        if at:
            part = both(Range(**{worse: cuts[at - 1]}), part)
        if at < len(cuts) and part is not None:
            part = both(Range(**{better: cuts[at]}), part)
        if part is not None:
            yield Rough(id, part)
