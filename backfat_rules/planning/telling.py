"""One person's decision on the way to words: who it is about, and who reads it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property

from backfat_rules.decision import DecisionContent, Person
from backfat_rules.decision.assemble import decision_of
from backfat_rules.inference import Firing
from backfat_rules.knowledge.marked_text import Template
from backfat_rules.knowledge.rules import Mechanism
from backfat_rules.planning.plan_content import Reason
from backfat_rules.wording import Reader


@dataclass(frozen=True)
class Telling(Person):
    """A person, and the reader to whom everything about them is told.

    Attributes:
        reasons: those that were told so far, by rule: several pieces of advice share most of them.
    """

    reader: Reader
    reasons: dict[str, Reason] = field(default_factory=dict, compare=False, repr=False)

    def fill(self, template: Template) -> str | None:
        """A text with the person's own numbers; None where one of them cannot be shown."""
        return self.reader.fill(template, self.derivation.known, self.hidden)

    def shows(self, name: str) -> bool:
        """Whether texts may show what a name comes to: it is known, and not hidden."""
        return name in self.shown

    @cached_property
    def decision(self) -> DecisionContent:
        """What was decided."""
        return decision_of(self, DecisionContent)

    @cached_property
    def hidden(self) -> frozenset[str]:
        """The known names that no text may show."""
        return frozenset(self.derivation.known.keys() - self.shown)

    @cached_property
    def mechanisms_above(self) -> Mapping[str, tuple[Firing, ...]]:
        """For each finding the firings of mechanisms that rest on it."""
        found: dict[str, tuple[Firing, ...]] = {}
        findings = self.knowledge.findings
        for id in self.derivation.severity:
            if isinstance(findings[id], Mechanism):
                for firing in self.derivation.firings_of(id):
                    for name in firing.findings:
                        found[name] = (*found.get(name, ()), firing)
        return found
