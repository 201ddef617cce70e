"""Rules that fired, and what decided each of them: the ground of every explanation."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

from backfat_rules.inference.program import Production, Program
from backfat_rules.language import Facts, Part, deciding_parts, names_in, only_parts
from backfat_rules.language.tree import Name


@dataclass(frozen=True, slots=True)
class Firing:
    """A rule that fired.

    Attributes:
        rule: the rule's id.
        concludes: the finding or advice that follows from it.
        stratum: its layer; 1 rests on facts alone.
        because: the parts of its condition that decided it, with their values.
        names: what these parts speak of, sorted.
        findings: the true findings among these parts.
    """

    rule: str
    concludes: str
    stratum: int
    because: tuple[Part, ...]
    names: tuple[str, ...]
    findings: tuple[str, ...]


class Firings:
    """Says what decided the rules of a program that fired.

    Most conditions can come true in one way alone; what decided them is the same for everybody.
    """

    def __init__(self, program: Program) -> None:
        self._program = program
        self._same: dict[str, Firing] = {}

    def of(self, id: str, fired_rules: Collection[str], known: Facts) -> tuple[Firing, ...]:
        """The firings that concluded a finding or advice."""
        return tuple(
            [
                self._same.get(each.id) or self._worked_out(each, known)
                for each in self._program.concluding(id)
                if each.id in fired_rules
            ]
        )

    def _worked_out(self, production: Production, known: Facts) -> Firing:
        parts = only_parts(production.condition)
        if parts is None:
            return self._firing(production, deciding_parts(production.condition, known))
        return self._same.setdefault(production.id, self._firing(production, parts))

    def _firing(self, production: Production, because: tuple[Part, ...]) -> Firing:
        program, concludes = self._program, production.concludes
        return Firing(
            rule=production.id,
            concludes=concludes,
            stratum=program.stratum.get(concludes, len(program.layers) + 1),
            because=because,
            names=tuple(sorted({name for part in because for name in names_in(part.leaf)})),
            findings=tuple(
                part.leaf.name
                for part in because
                if isinstance(part.leaf, Name)
                and part.value is True
                and part.leaf.name in program.findings
            ),
        )
