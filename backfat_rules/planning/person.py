"""One person on the way to a plan: what was derived, what is blocked, what may be shown."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from backfat_rules.inference import Derivation, Firing
from backfat_rules.knowledge import KnowledgeBase
from backfat_rules.knowledge.rules import Mechanism
from backfat_rules.planning.choices import Choices
from backfat_rules.planning.priority import findings_behind
from backfat_rules.planning.screening import Screened, screen
from backfat_rules.planning.wording import words_for
from backfat_rules.prepared import Prepares


@dataclass(frozen=True)
class Person(Prepares):
    """What every part of a plan, and every explanation of it, is made from."""

    derivation: Derivation
    knowledge: KnowledgeBase

    @cached_property
    def screened(self) -> Screened:
        """The gate and the blocks."""
        return screen(self.derivation, self.knowledge)

    @cached_property
    def choices(self) -> Choices:
        """The foods and exercises that can be offered."""
        return Choices(self.derivation.known, self.knowledge, self.screened)

    @cached_property
    def hidden_numbers(self) -> frozenset[str]:
        """The facts and values that a block hides, whether told or not."""
        return self._blocked(self.knowledge.policy.hidden_numbers)

    @cached_property
    def not_raised(self) -> frozenset[str]:
        """The facts of which nothing may ask for more, because a block forbids what that means."""
        return self._blocked(self.knowledge.policy.not_raised)

    def _blocked(self, by_tag: Mapping[str, tuple[str, ...]]) -> frozenset[str]:
        return frozenset(
            name for tag, names in by_tag.items() if self.screened.blocks_tag(tag) for name in names
        )

    @cached_property
    def words(self) -> Mapping[str, str]:
        """What texts may show: everything known but the numbers that a block hides."""
        hidden = self.hidden_numbers | {
            value.id
            for value in self.knowledge.values.values()
            if self.screened.block_of(value.id, value.tags)
        }
        words = words_for(self.derivation.known, self.knowledge)
        return {name: word for name, word in words.items() if name not in hidden}

    @cached_property
    def mechanisms_above(self) -> Mapping[str, tuple[Firing, ...]]:
        """For each finding the firings of mechanisms that rest on it."""
        found: dict[str, tuple[Firing, ...]] = {}
        for firing in self.derivation.firings:
            if isinstance(self.knowledge.findings.get(firing.concludes), Mechanism):
                for name in findings_behind(firing, self.derivation):
                    found[name] = (*found.get(name, ()), firing)
        return found

    def hides_finding(self, id: str) -> bool:
        """Whether a block keeps a finding out of what is shown."""
        tags = self.knowledge.findings[id].tags
        return bool(tags) and self.screened.block_of(id, tags) is not None
