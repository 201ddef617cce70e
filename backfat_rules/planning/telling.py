"""One person's decision on the way to words: who it is about, and who reads it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property

from backfat_rules.decision import DecisionContent, Person
from backfat_rules.decision.assemble import decision_of
from backfat_rules.inference import Firing
from backfat_rules.knowledge.lines import Line
from backfat_rules.knowledge.marked_text import Template
from backfat_rules.knowledge.rules import Mechanism
from backfat_rules.language import evaluate
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

    def lines(self, lines: Iterable[Line]) -> Iterator[str]:
        """The texts of the lines that are for this person."""
        for line in lines:
            if line.for_everybody or self._is_for(line):
                text = self.fill(line.text)
                if text is not None:
                    yield text

    def passage(self, lines: Sequence[Line]) -> str | None:
        """Lines as one text; None where the first shows what may not be shown."""
        if lines[0].text.names and self.fill(lines[0].text) is None:
            return None
        return " ".join(self.lines(lines))

    def _is_for(self, line: Line) -> bool:
        """Whether a line is right for the person, as far as is known, and asks nothing closed."""
        if line.when is not None and evaluate(line.when.tree, self.derivation.known) is False:
            return False
        closed = any(self.screened.closes_tag(tag) for tag in line.tags)
        return not closed and all(self.choices.suits(food) for food in line.foods)

    @property
    def counts_nothing(self) -> bool:
        """Whether the person is given no amounts of food, drink or steps to count."""
        tag = self.knowledge.policy.uncounted_without
        return tag is not None and self.screened.closes_tag(tag)

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
    def cautions(self) -> Mapping[str, str]:
        """By id, the cautions for moves that apply to the person, or are not known not to."""
        known = self.derivation.known
        return {
            id: self.reader.text(each.text)
            for id, each in self.knowledge.cautions.items()
            if each.is_for(known)
        }

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
