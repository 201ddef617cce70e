"""The knowledge base: everything that was loaded, checked and put into one order."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any, TypeVar

from pydantic import BaseModel

from backfat_rules.frozen import FrozenDict
from backfat_rules.knowledge.catalogue import Exercise, Food, Muscle
from backfat_rules.knowledge.policy import Policy
from backfat_rules.knowledge.rules import (
    ComputedValue,
    Finding,
    Message,
    Recommendation,
    Screening,
    Tag,
)
from backfat_rules.knowledge.scenario import Scenario
from backfat_rules.knowledge.sources import Claim, Reference
from backfat_rules.knowledge.wording import Contact, ForbiddenWording
from backfat_rules.prepared import Prepares
from backfat_rules.profile import Fact

Kept = TypeVar("Kept")


@dataclass(frozen=True, eq=False)
class KnowledgeBase(Prepares):
    """All entries by id, each collection sorted by id; immutable and safe to share.

    Attributes:
        version: a digest of the files it was read from and of an app's own facts; equal ones give
            an equal version.
        profile: the model whose fields are the facts.
        facts: the facts that conditions may name.
        strata: for each value and finding, how many layers of rules lie below it (from 1).
        findings: findings and mechanisms together; a mechanism is a finding with a verdict.
    """

    version: str
    profile: type[BaseModel]
    facts: Mapping[str, Fact]
    policy: Policy
    strata: Mapping[str, int]
    values: Mapping[str, ComputedValue]
    findings: Mapping[str, Finding]
    recommendations: Mapping[str, Recommendation]
    messages: Mapping[str, Message]
    screening: Mapping[str, Screening]
    tags: Mapping[str, Tag]
    exercises: Mapping[str, Exercise]
    muscles: Mapping[str, Muscle]
    foods: Mapping[str, Food]
    claims: Mapping[str, Claim]
    references: Mapping[str, Reference]
    scenarios: Mapping[str, Scenario]
    wording: Mapping[str, ForbiddenWording]
    contacts: Mapping[str, Contact]

    def __iter__(self) -> Iterator[Any]:
        """Every entry that has an id, collection by collection."""
        for collection in COLLECTIONS:
            yield from getattr(self, collection).values()

    def __getitem__(self, id: str) -> Any:
        """The entry with this id, of whatever kind.

        Raises:
            KeyError: nothing has this id.
        """
        for collection in COLLECTIONS:
            found = getattr(self, collection).get(id)
            if found is not None:
                return found
        raise KeyError(id)

    def __repr__(self) -> str:
        counts = ", ".join(f"{len(getattr(self, name))} {name}" for name in COLLECTIONS)
        return f"<KnowledgeBase {self.version}: {counts}>"


COLLECTIONS = (
    "values",
    "findings",
    "recommendations",
    "messages",
    "screening",
    "exercises",
    "muscles",
    "foods",
    "claims",
    "references",
    "scenarios",
    "wording",
    "contacts",
    "tags",
)
"""The names of the collections of a knowledge base; ids are unique across all but the tags."""


def by_id(entries: Mapping[str, Kept]) -> Mapping[str, Kept]:
    """A read-only copy in the order of the ids, whatever order the files were read in."""
    return FrozenDict(sorted(entries.items()))
