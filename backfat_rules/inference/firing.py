"""Rules that fired, and what decided each of them: the ground of every explanation."""

from __future__ import annotations

from collections.abc import Collection, Iterator
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
        self._same: dict[str, Firing | None] = {}

    def of(self, id: str, fired_rules: Collection[str], known: Facts) -> Iterator[Firing]:
        """The firings that concluded a finding or advice."""
        for each in self._program.concluding(id):
            if each.id in fired_rules:
                firing = self._same_for_everybody(each)
                yield firing or self._firing(each, deciding_parts(each.condition, known))

    def _same_for_everybody(self, production: Production) -> Firing | None:
        id = production.id
        if id not in self._same:
            parts = only_parts(production.condition)
            self._same[id] = None if parts is None else self._firing(production, parts)
        return self._same[id]

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
