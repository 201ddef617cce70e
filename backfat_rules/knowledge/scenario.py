"""The model of a scenario: a whole person and the plan they must get."""

from __future__ import annotations

from typing import Any, ClassVar

from backfat_rules.knowledge.entry import Entry, Slug, Text
from backfat_rules.knowledge.gates import GateName


class Scenario(Entry):
    """A whole person: facts, the gate, and what the plan must and must not hold."""

    noun: ClassVar[str] = "scenario"
    id: Slug
    person: Text
    facts: dict[str, Any]
    gate: GateName
    must_have: tuple[str, ...] = ()
    must_not: tuple[str, ...] = ()
    first: str | None = None

    @property
    def headline(self) -> str:
        """Who the person is."""
        return self.person
