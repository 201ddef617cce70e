"""What a person can tell, as plain data: what answers are checked against."""

from __future__ import annotations

from typing import Any

from backfat_rules.knowledge import KnowledgeBase
from backfat_rules.profile import Fact
from backfat_rules.profile.entry_names import ids_in


def facts_as_data(knowledge: KnowledgeBase) -> dict[str, Any]:
    """The facts, and the names of the entries that some of them are about."""
    facts = knowledge.facts
    collections = sorted({each.ids_of for each in facts.values() if each.ids_of})
    return {
        "facts": {name: _fact(each) for name, each in facts.items()},
        "names": {each: dict(knowledge.once(ids_in, each)) for each in collections},
    }


def _fact(fact: Fact) -> dict[str, Any]:
    """What an answer may be; a number has limits and a unit, a choice its words."""
    about: dict[str, Any] = {"kind": fact.type.kind}
    if fact.type.kind == "number":
        unit = "" if fact.is_scale else fact.unit
        about |= {"low": fact.low, "high": fact.high, "whole": fact.whole, "unit": unit}
        about["step"] = fact.step
    if fact.words:
        about["words"] = fact.words
    if fact.ids_of:
        about["ids_of"] = fact.ids_of
    return about
