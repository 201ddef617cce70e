"""A knowledge base on its way: what could be read so far, and every mistake found so far."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any, TypeVar

from pydantic import BaseModel

from backfat_rules.errors import KnowledgeProblem, Location
from backfat_rules.knowledge.entry import FilePart
from backfat_rules.knowledge.file_sections import WORDS
from backfat_rules.knowledge.policy import Policy
from backfat_rules.knowledge.rules import Finding, MessageRule, RecommendationRule, Screening
from backfat_rules.language import NUMBER, TRUTH, Type
from backfat_rules.profile import Fact, Profile

Kept = TypeVar("Kept", bound=FilePart)


@dataclass
class Draft:
    """Entries by section and id; checks read it and note mistakes in it.

    Attributes:
        library: the words that the library ships, by section, before anything is put over them.
        profile_model: the model whose fields are the facts.
        checked: what lies below the overlays, where it has passed every check and its facts are
            as they were; entries that stand as they do in it need no check of their own.
        layers: what the places of each folder's entries begin with, the lowest first.
    """

    facts: Mapping[str, Fact]
    policy: Policy | None = None
    policy_refused: bool = False
    entries: dict[str, dict[str, Any]] = field(default_factory=lambda: defaultdict(dict))
    refused: set[str] = field(default_factory=set)
    problems: list[KnowledgeProblem] = field(default_factory=list)
    library: dict[str, dict[str, Any]] = field(default_factory=dict)
    profile_model: type[BaseModel] = Profile
    layers: tuple[str, ...] = ()
    checked: Draft | None = None

    def note(self, where: Location, code: str, message: str, remedy: str = "") -> None:
        """Remember one mistake."""
        self.problems.append(KnowledgeProblem(where, code, message, remedy))

    def every(self, kind: type[Kept]) -> Iterator[Kept]:
        """All entries of a model, subclasses included, in the order of sections and ids."""
        for section in sorted(self.entries):
            for _, entry in sorted(self.entries[section].items()):
                if isinstance(entry, kind):
                    yield entry

    def unchecked(self, kind: type[Kept]) -> Iterator[Kept]:
        """The entries of a model that do not stand as they were checked."""
        for section in sorted(self.entries):
            for key, entry in sorted(self.entries[section].items()):
                if isinstance(entry, kind) and not self.is_checked(section, key):
                    yield entry

    def is_checked(self, section: str, key: str) -> bool:
        """Whether there is an entry that stands as it was checked."""
        entry = self.entries[section].get(key)
        return entry is not None and entry is self._checked_in(section).get(key)

    def keeps(self, *sections: str) -> bool:
        """Whether all that was checked of some sections stands as it did; more may be there."""
        return self.checked is not None and all(
            self.is_checked(section, key)
            for section in sections
            for key in self._checked_in(section)
        )

    def has_only_checked(self, section: str) -> bool:
        """Whether a section holds what was checked and nothing else."""
        return self.keeps(section) and len(self._checked_in(section)) == len(self.entries[section])

    def _checked_in(self, section: str) -> Mapping[str, Any]:
        return self.checked.entries.get(section, {}) if self.checked else {}

    @property
    def ids(self) -> frozenset[str]:
        """Every id there is, also of entries that were refused for another reason."""
        known = (each for section, each in self.entries.items() if section not in WORDS)
        return frozenset(self.refused).union(*known)

    def vocabulary(self) -> Mapping[str, Type]:
        """The names that conditions may use, with their types."""
        names = {name: fact.type for name, fact in self.facts.items()}
        names |= dict.fromkeys(self.entries["values"], NUMBER)
        names |= {finding.id: TRUTH for finding in self.every(Finding)}
        return names

    def advice(self) -> Iterator[RecommendationRule | MessageRule | Screening]:
        """Every entry that fires on a condition of its own."""
        yield from self.every(RecommendationRule)
        yield from self.every(MessageRule)
        yield from self.every(Screening)
