"""What followed from the facts, and from what exactly: the ground of every explanation."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from types import MappingProxyType

from backfat_rules.inference.compiled import CompiledProgram
from backfat_rules.inference.firing import Firing
from backfat_rules.language import Facts, Value


@dataclass(frozen=True)
class Derivation:
    """Everything that follows from some facts; equal for equal facts, whatever engine ran.

    What fired and what is true stands here from the start; what decided it, and what is false or
    open besides, is worked out when it is first asked for.

    Attributes:
        facts: what was told; nothing unknown is in it.
        values: computed numbers; one whose inputs are missing is not in it.
        findings: True or False; an unknown finding is not in it.
        severity: from 0 to 1, for each finding that is true.
        fired_rules: the ids of the rules that fired; those of advice are the ids of the advice.
        rules: the program that was run, compiled.
    """

    facts: Facts
    values: Mapping[str, float]
    findings: Mapping[str, bool]
    severity: Mapping[str, float]
    fired_rules: frozenset[str]
    rules: CompiledProgram = field(compare=False, repr=False)

    @cached_property
    def known(self) -> Facts:
        """Facts, values and findings together: what conditions are evaluated on."""
        return {**self.facts, **self.values, **self.findings}

    @cached_property
    def fired(self) -> frozenset[str]:
        """The ids of the advice and findings whose rules fired."""
        return (self.fired_rules & self.rules.program.advice.keys()) | self.severity.keys()

    @cached_property
    def open(self) -> frozenset[str]:
        """The screening rules that are unknown and close something until they are answered."""
        return self.rules.unanswered(self.known, self.fired_rules)

    def truth(self, rule: str) -> bool | None:
        """Whether the condition of a rule is true, false or unknown (None).

        Raises:
            KeyError: there is no such rule.
        """
        if rule in self.fired_rules:
            return True
        if rule in self._refuted:
            return False
        if rule not in self.rules.ids:
            raise KeyError(rule)
        return None

    @cached_property
    def _refuted(self) -> frozenset[str]:
        return self.rules.refuted(self.known)

    @cached_property
    def firings(self) -> tuple[Firing, ...]:
        """Every firing, by layer and rule id."""
        found = (firing for id in self.fired for firing in self.firings_of(id))
        return tuple(sorted(found, key=lambda firing: (firing.stratum, firing.rule)))

    def firings_of(self, id: str) -> tuple[Firing, ...]:
        """The firings that concluded a finding or advice."""
        found = self._firings.get(id)
        if found is None:
            found = self.rules.firings.of(id, self.fired_rules, self.known)
            self._firings[id] = found
        return found

    @cached_property
    def _firings(self) -> dict[str, tuple[Firing, ...]]:
        return {}

    @classmethod
    def record(
        cls, rules: CompiledProgram, facts: Facts, known: Mapping[str, Value], fired: Iterable[str]
    ) -> Derivation:
        """Put down what an engine found.

        Args:
            rules: what the engine ran.
            facts: what was told.
            known: the facts with the values and findings that follow.
            fired: the ids of the productions that fired.
        """
        fired_rules = frozenset(fired)
        severity = rules.severities(known, fired_rules)
        return cls.of(rules, facts, known, fired_rules, severity)

    @classmethod
    def of(
        cls,
        rules: CompiledProgram,
        facts: Facts,
        known: Mapping[str, Value],
        fired_rules: frozenset[str],
        severity: Mapping[str, float],
    ) -> Derivation:
        """The same where the severities are known already."""
        program = rules.program
        return cls(
            MappingProxyType(dict(facts)),
            MappingProxyType(_of_those(known, program.calculations)),  # type: ignore[arg-type]  # a formula is a number
            MappingProxyType(_of_those(known, program.findings)),  # type: ignore[arg-type]  # a finding is true or false
            MappingProxyType(severity),
            fired_rules,
            rules,
        )


def _of_those(known: Mapping[str, Value], names: Mapping[str, object]) -> Mapping[str, Value]:
    """What is known of some names, in order."""
    return {name: known[name] for name in sorted(known.keys() & names.keys())}
