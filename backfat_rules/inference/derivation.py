"""What followed from the facts, and from what exactly: the ground of every explanation."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property
from types import MappingProxyType

from backfat_rules.inference.program import Production, Program
from backfat_rules.language import Facts, Part, Value, compute, deciding_parts
from backfat_rules.language.tree import Name


@dataclass(frozen=True, slots=True)
class Firing:
    """A rule that fired.

    Attributes:
        rule: the rule's id.
        concludes: the finding or advice that follows from it.
        stratum: its layer; 1 rests on facts alone.
        because: the parts of its condition that decided it, with their values.
    """

    rule: str
    concludes: str
    stratum: int
    because: tuple[Part, ...]


@dataclass(frozen=True)
class Derivation:
    """Everything that follows from some facts; equal for equal facts, whatever engine ran.

    Attributes:
        facts: what was told; nothing unknown is in it.
        values: computed numbers; one whose inputs are missing is not in it.
        findings: True or False; an unknown finding is not in it.
        severity: from 0 to 1, for each finding that is true.
        firings: by layer and rule id.
    """

    facts: Facts
    values: Mapping[str, float]
    findings: Mapping[str, bool]
    severity: Mapping[str, float]
    firings: tuple[Firing, ...]

    @cached_property
    def known(self) -> Facts:
        """Facts, values and findings together: what conditions are evaluated on."""
        return {**self.facts, **self.values, **self.findings}

    @cached_property
    def fired(self) -> frozenset[str]:
        """The ids of the advice and findings whose rules fired."""
        return frozenset(firing.concludes for firing in self.firings)

    def firings_of(self, id: str) -> tuple[Firing, ...]:
        """The firings that concluded a finding or advice."""
        return self._by_conclusion.get(id, ())

    @cached_property
    def _by_conclusion(self) -> Mapping[str, tuple[Firing, ...]]:
        found: dict[str, tuple[Firing, ...]] = {}
        for firing in self.firings:
            found[firing.concludes] = (*found.get(firing.concludes, ()), firing)
        return found

    @classmethod
    def record(
        cls, program: Program, facts: Facts, derived: Mapping[str, Value], fired: Iterable[str]
    ) -> Derivation:
        """Put down what an engine found, in one fixed order.

        Args:
            program: what the engine ran.
            facts: what was told.
            derived: the known values and findings.
            fired: the ids of the productions that fired.
        """
        known = {**facts, **derived}
        chosen = set(fired)
        steps = [
            (each, _firing(each, program, known))
            for each in program.productions
            if each.id in chosen
        ]
        steps.sort(key=lambda step: (step[1].stratum, step[1].rule))
        numbers = {name: derived[name] for name in program.calculations if name in derived}
        truths = {name: derived[name] for name in program.findings if name in derived}
        return cls(
            facts=MappingProxyType(dict(facts)),
            values=MappingProxyType(
                {k: v for k, v in numbers.items() if isinstance(v, (int, float))}
            ),
            findings=MappingProxyType({k: v for k, v in truths.items() if isinstance(v, bool)}),
            severity=MappingProxyType(_severities(program, steps, known)),
            firings=tuple(firing for _, firing in steps),
        )


def _firing(production: Production, program: Program, known: Facts) -> Firing:
    stratum = program.stratum.get(production.concludes, len(program.layers) + 1)
    because = deciding_parts(production.condition, known)
    return Firing(production.id, production.concludes, stratum, because)


def _severities(
    program: Program, steps: Iterable[tuple[Production, Firing]], known: Facts
) -> dict[str, float]:
    """The greatest severity among the rules that fired, layer by layer."""
    severities: dict[str, float] = {}
    for production, firing in steps:
        if firing.concludes in program.findings:
            severity = _severity(production, firing, severities, known, program.default_severity)
            severities[firing.concludes] = max(severity, severities.get(firing.concludes, 0.0))
    return dict(sorted(severities.items()))


def _severity(
    production: Production,
    firing: Firing,
    severities: Mapping[str, float],
    known: Facts,
    default: float,
) -> float:
    if production.severity is not None:
        computed = compute(production.severity, known)
        return default if computed is None else min(1.0, max(0.0, float(computed)))
    below = [
        severities[part.leaf.name]
        for part in firing.because
        if isinstance(part.leaf, Name) and part.leaf.name in severities
    ]
    return max(below, default=default)
