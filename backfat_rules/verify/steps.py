"""The steps that laws are over: from one person to the same person with one answer changed."""

from __future__ import annotations

from collections.abc import Iterator
from random import Random

from backfat_rules.knowledge import KnowledgeBase
from backfat_rules.knowledge.law import Law
from backfat_rules.language import Facts
from backfat_rules.profile import Fact

Step = tuple[Facts, Facts]
"""What was told before, and what is told afterwards."""


def steps_of(law: Law, knowledge: KnowledgeBase, told: Facts, random: Random) -> Iterator[Step]:
    """One step of each kind that a law names, where this person can take it."""
    if law.adding:
        name = random.choice(law.adding)
        yield from _added(knowledge.facts[name], told, random)
    if law.unanswering:
        answered = [name for name in law.unanswering if name in told]
        if answered:
            left = random.choice(answered)
            yield told, {name: value for name, value in told.items() if name != left}
    if law.worsening:
        moved = [name for name in sorted(law.worsening) if name in told]
        if moved:
            yield from _moved(law, knowledge.facts[random.choice(moved)], told, random)


def _added(fact: Fact, told: Facts, random: Random) -> Iterator[Step]:
    """A further word of a set, or a yes; before it was told that it is not so."""
    if fact.type.kind == "truth":
        yield {**told, fact.name: False}, {**told, fact.name: True}
        return
    held = told.get(fact.name, frozenset())
    assert isinstance(held, frozenset)
    others = sorted({*fact.words} - held)
    if others:
        yield {**told, fact.name: held}, {**told, fact.name: held | {random.choice(others)}}


def _moved(law: Law, fact: Fact, told: Facts, random: Random) -> Iterator[Step]:
    """A number that is further down, or up."""
    before = told[fact.name]
    down = law.worsening[fact.name] == "down"
    end = fact.low if down else fact.high
    if isinstance(before, (int, float)) and end is not None and before != end:
        after = random.uniform(before, end)
        if fact.whole:
            after = int(after) if down else -int(-after)
        yield told, {**told, fact.name: after}
