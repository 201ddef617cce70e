"""The model of a scenario: a whole person and the plan they must get."""

from __future__ import annotations

from typing import Any

from backfat_rules.knowledge.entry import Part, Slug, Text
from backfat_rules.knowledge.rules import GateName


class Scenario(Part):
    """A whole person: facts, the gate, and what the plan must and must not hold."""

    id: Slug
    person: Text
    facts: dict[str, Any]
    gate: GateName
    must_have: tuple[str, ...] = ()
    must_not: tuple[str, ...] = ()
    first: str | None = None
