"""What names what: who uses a claim, what a finding leads to, what can block an entry."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import lru_cache
from typing import Any

from backfat_rules.knowledge import KnowledgeBase
from backfat_rules.knowledge.catalogue import Exercise, Food
from backfat_rules.knowledge.entry import Part
from backfat_rules.knowledge.formula import Formula
from backfat_rules.knowledge.rules import (
    Advice,
    ComputedValue,
    Dose,
    Finding,
    Mechanism,
    Message,
    Recommendation,
    Screening,
)
from backfat_rules.knowledge.sentence import Template
from backfat_rules.knowledge.sources import Claim
from backfat_rules.language import names_in

Users = Mapping[str, tuple[Any, ...]]


@lru_cache(maxsize=4)
def users_of_claims(base: KnowledgeBase) -> Users:
    """For each claim, the entries that stand on it; the policy's guidance comes last."""
    found: dict[str, list[Any]] = {}
    for entry in base:
        for id in dict.fromkeys(claims_of(entry)):
            found.setdefault(id, []).append(entry)
    for guidance in base.policy.general_guidance:
        for id in guidance.claims:
            found.setdefault(id, []).append(guidance)
    return {id: tuple(entries) for id, entries in found.items()}


@lru_cache(maxsize=4)
def users_of_references(base: KnowledgeBase) -> Users:
    """For each reference, the entries and claims that stand on it."""
    found: dict[str, list[Any]] = {}
    for entry in [*base, *base.policy.general_guidance]:
        for id in getattr(entry, "references", ()):
            found.setdefault(id, []).append(entry)
    return {id: tuple(entries) for id, entries in found.items()}


@lru_cache(maxsize=4)
def users_of_names(base: KnowledgeBase) -> Users:
    """For each fact, value and finding, the entries whose conditions or formulas name it."""
    found: dict[str, list[Any]] = {}
    for entry in base:
        for name in names_under(entry):
            found.setdefault(name, []).append(entry)
    return {name: tuple(entries) for name, entries in found.items()}


@lru_cache(maxsize=4)
def users_of_texts(base: KnowledgeBase) -> Users:
    """For each fact and value, the entries that show it to the person."""
    found: dict[str, list[Any]] = {}
    for entry in base:
        for name in dict.fromkeys(name for text in texts_of(entry) for name in text.names):
            found.setdefault(name, []).append(entry)
    return {name: tuple(entries) for name, entries in found.items()}


def claims_of(entry: Part) -> Iterator[str]:
    """The claims an entry stands on, those of an exercise's doses included."""
    if not isinstance(entry, Claim):
        yield from getattr(entry, "claims", ())
    if isinstance(entry, Exercise):
        for dose in entry.doses:
            yield from dose.claims


def formulas_of(entry: Part) -> list[Formula]:
    """The conditions and formulas of an entry."""
    match entry:
        case Finding():
            both = [formula for rule in entry.rules for formula in (rule.when, rule.severity)]
            return [formula for formula in both if formula is not None]
        case ComputedValue():
            return [entry.value]
        case Advice():
            return [entry.when]
        case Food(unless=Formula() as unless):
            return [unless]
    return []


def texts_of(entry: Part) -> list[Template]:
    """The texts of an entry that can show numbers of the person."""
    match entry:
        case Finding():
            return [rule.reason for rule in entry.rules]
        case Message():
            return [entry.text]
        case Screening():
            return [entry.message]
        case Recommendation(dose=Dose() as dose):
            return [dose.text]
    return []


def names_under(entry: Part) -> tuple[str, ...]:
    """The facts, values and findings in an entry's conditions and formulas, each once."""
    names = (name for formula in formulas_of(entry) for name in names_in(formula.tree))
    return tuple(dict.fromkeys(names))


def blocked_by(entry: Any, base: KnowledgeBase) -> list[Screening]:
    """The screening rules that take an entry out of a plan when they fire."""
    tags, topic = set(getattr(entry, "tags", ())), getattr(entry, "topic", None)
    return [
        rule
        for rule in base.screening.values()
        if entry.id in rule.blocks.items
        or topic in rule.blocks.topics
        or not tags.isdisjoint(rule.blocks.tags)
    ]


def kind_of(entry: Part) -> str:
    """The word for an entry of this kind."""
    match entry:
        case ComputedValue():
            return "value"
        case Mechanism() | Finding() | Recommendation() | Message() | Screening():
            return type(entry).__name__.lower()
    return "general guidance" if not hasattr(entry, "id") else type(entry).__name__.lower()
