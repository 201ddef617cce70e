"""The models of findings, mechanisms, recommendations, messages, values and screening rules."""

from __future__ import annotations

from typing import Annotated, Any, Literal

from pydantic import Field

from backfat_rules.knowledge.entry import (
    AreaName,
    Cases,
    Grounds,
    Identifier,
    Part,
    Share,
    Slug,
    Text,
    Verdict,
)
from backfat_rules.knowledge.formula import Formula
from backfat_rules.knowledge.sentence import Sentence, Template
from backfat_rules.language import Expression
from backfat_rules.language.tree import Arithmetic, IfElse, Number

GateName = Literal[
    "proceed", "insufficient_data", "modify", "clarify", "refer_first", "urgent", "emergency"
]
"""What screening decided, from the least strict to the strictest."""


class Rule(Part):
    """One way to reach a finding."""

    id: Slug
    when: Formula
    severity: Formula | None = None
    reason: Template


class Finding(Grounds):
    """A named conclusion about the person: true, false or unknown."""

    id: Identifier
    topic: Identifier = "general"
    title: Text
    rules: Annotated[tuple[Rule, ...], Field(min_length=1)]
    tags: tuple[Identifier, ...] = ()
    cases: Cases


class Mechanism(Finding):
    """A finding derived from findings: how one thing leads to another, and how sure that is."""

    verdict: Verdict


class ValueCase(Part):
    """A worked example of a value."""

    facts: dict[str, Any]
    gives: float | Literal["unknown"]


class ComputedValue(Grounds):
    """A number computed from facts.

    ``valid`` says for whom the formula holds: where it is not true there is no number.
    ``uncertain_by`` is the share by which the number can be off for one person.
    """

    id: Identifier
    title: Text
    unit: str
    value: Formula
    valid: Formula | None = None
    uncertain_by: Annotated[float, Field(gt=0, lt=1)] | None = None
    round: Annotated[float, Field(gt=0)] | None = None
    tags: tuple[Identifier, ...] = ()
    cases: Annotated[tuple[ValueCase, ...], Field(min_length=1)]

    @property
    def formula(self) -> Expression:
        """What engines compute: the value, undefined (a division by zero) where it is not valid."""
        if self.valid is None:
            return self.value.tree
        return Arithmetic("/", self.value.tree, IfElse(self.valid.tree, Number(1), Number(0)))


class Dose(Part):
    """How much: with the person's numbers where they are known, else a plain default."""

    text: Template
    default: Sentence


class Advice(Grounds):
    """What all entries that speak to the person share."""

    id: Slug
    topic: Identifier = "general"
    when: Formula
    cases: Cases


class Recommendation(Advice):
    """One thing to do; ``topic`` and ``area`` come from the head of its file."""

    area: AreaName
    title: Text
    impact: Share
    verdict: Literal["supported", "plausible", "contested"]
    goals: tuple[Identifier, ...] = ()
    action: Sentence
    dose: Dose | None = None
    steps: tuple[Sentence, ...] = ()
    expect: Sentence | None = None
    cautions: tuple[Sentence, ...] = ()
    needs_ok: bool = False
    tags: tuple[Identifier, ...] = ()
    foods: tuple[Identifier, ...] = ()
    exercises: tuple[Identifier, ...] = ()
    not_with: tuple[Slug, ...] = ()


class Message(Advice):
    """Something to say that is not advice: a myth answered, an expectation, encouragement."""

    kind: Literal["myth", "faq", "expectation", "keep_going"]
    question: Text | None = None
    text: Template
    verdict: Verdict | None = None
    tags: tuple[Identifier, ...] = ()


class Tag(Part):
    """A word that screening can block; ``means`` completes "whatever ..."."""

    id: Identifier
    means: Text


class Blocks(Part):
    """What a screening rule takes out of every plan: entries, tags, whole topics."""

    items: tuple[str, ...] = ()
    tags: tuple[Identifier, ...] = ()
    topics: tuple[Identifier, ...] = ()


class Screening(Advice):
    """Something that must be ruled out or minded before any advice.

    ``prefers`` names the kind of alternative that takes the place of a blocked exercise first.
    """

    title: Text
    gate: GateName
    message: Template
    reason: Sentence
    blocks: Blocks = Blocks()
    instead: Sentence | None = None
    prefers: Identifier | None = None
    unanswered: Blocks = Blocks()
