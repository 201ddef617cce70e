"""What an engine runs: the rules of a knowledge base without their words."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from graphlib import TopologicalSorter

from backfat_rules.knowledge import KnowledgeBase
from backfat_rules.knowledge.rules import Rule
from backfat_rules.language import Expression, names_in
from backfat_rules.prepared import Prepares


@dataclass(frozen=True, slots=True)
class Production:
    """A condition, and what follows where it is true.

    Attributes:
        id: the rule's id; for advice the id of the recommendation, message or screening rule.
        concludes: the id of the finding or advice that follows.
        severity: how severe the finding then is; None takes it from the findings it rests on.
    """

    id: str
    concludes: str
    condition: Expression
    severity: Expression | None = None


@dataclass(frozen=True, slots=True)
class Calculation:
    """A value and the formula that computes it."""

    name: str
    formula: Expression


@dataclass(frozen=True)
class Program(Prepares):
    """Calculations, findings and advice, ordered so that everything stands above what it needs.

    Attributes:
        layers: names of values and findings, from those that rest on facts alone upwards.
        stratum: the number of each name's layer, from 1; advice lies above them all.
        calculations: by the value's name.
        findings: by the finding's id, the productions of which each is enough.
        advice: productions that nothing rests on, by id.
    """

    layers: tuple[tuple[str, ...], ...]
    stratum: Mapping[str, int]
    calculations: Mapping[str, Calculation]
    findings: Mapping[str, tuple[Production, ...]]
    advice: Mapping[str, Production]
    default_severity: float = 0.5

    @classmethod
    def of(cls, knowledge: KnowledgeBase) -> Program:
        """The program of a knowledge base."""
        advice = [
            Production(entry.id, entry.id, entry.when.tree)
            for collection in (knowledge.recommendations, knowledge.messages, knowledge.screening)
            for entry in collection.values()
        ]
        return cls.build(
            (Calculation(value.id, value.formula) for value in knowledge.values.values()),
            (
                _production(rule, finding.id)
                for finding in knowledge.findings.values()
                for rule in finding.rules
            ),
            advice,
            knowledge.policy.default_severity,
        )

    @classmethod
    def build(
        cls,
        calculations: Iterable[Calculation],
        productions: Iterable[Production],
        advice: Iterable[Production],
        default_severity: float = 0.5,
    ) -> Program:
        """Order rules into layers, whatever order they come in.

        Raises:
            graphlib.CycleError: some rules rest on each other.
        """
        values = {each.name: each for each in sorted(calculations, key=lambda each: each.name)}
        findings: dict[str, tuple[Production, ...]] = {}
        for each in sorted(productions, key=lambda each: (each.concludes, each.id)):
            findings[each.concludes] = (*findings.get(each.concludes, ()), each)
        layers = tuple(_layers(values, findings))
        return cls(
            layers=layers,
            stratum={name: at for at, layer in enumerate(layers, start=1) for name in layer},
            calculations=values,
            findings=findings,
            advice={each.id: each for each in sorted(advice, key=lambda each: each.id)},
            default_severity=default_severity,
        )

    @property
    def productions(self) -> Iterator[Production]:
        """Every production: those of findings first, then advice."""
        for productions in self.findings.values():
            yield from productions
        yield from self.advice.values()


def _production(rule: Rule, finding: str) -> Production:
    severity = rule.severity.tree if rule.severity is not None else None
    return Production(rule.id, finding, rule.when.tree, severity)


def _layers(
    values: Mapping[str, Calculation], findings: Mapping[str, tuple[Production, ...]]
) -> Iterator[tuple[str, ...]]:
    """Names of values and findings, each layer sorted, each resting on the layers before it."""
    needs = {name: set(names_in(value.formula)) for name, value in values.items()}
    for name, productions in findings.items():
        needs[name] = {
            used
            for each in productions
            for formula in (each.condition, each.severity)
            if formula is not None
            for used in names_in(formula)
        }
    sorter = TopologicalSorter({name: used & needs.keys() for name, used in needs.items()})
    sorter.prepare()
    while sorter.is_active():
        ready = sorter.get_ready()
        sorter.done(*ready)
        yield tuple(sorted(ready))
