"""A program as plain clauses, which every peer is generated from.

The peers share nothing with the engines that they are compared with but the language's tree. A
clause says: where its condition is surely true, a name is worth something. *Unknown* needs no word:
truth and falsehood of a finding are clauses of their own, and what no clause gives is unknown.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import product

from backfat_rules.inference import Program
from backfat_rules.language import Expression, names_in, normalise, walk
from backfat_rules.language.tree import AllOf, Arithmetic, Call, Holds, IfElse, Name, Not


@dataclass(frozen=True)
class Clause:
    """Where ``condition`` is true, ``name`` is worth ``outcome``.

    Attributes:
        condition: with ``not`` at leaves only; None where being computable is enough.
        name: what becomes known; empty for advice.
        outcome: the truth of a finding, or a formula without ``if ... else``.
        fires: the id of the rule, if the clause is one.
    """

    condition: Expression | None
    name: str = ""
    outcome: bool | Expression = True
    fires: str = ""

    @property
    def inputs(self) -> tuple[str, ...]:
        """The names that must be known to compute the outcome."""
        return () if isinstance(self.outcome, bool) else names_in(self.outcome)

    @property
    def parts(self) -> Iterator[Expression]:
        """Every part of the condition and of the formula."""
        for tree in (self.condition, self.outcome):
            if tree is not None and not isinstance(tree, bool):
                yield from walk(tree)


def clauses_of(program: Program) -> list[Clause]:
    """The clauses from the lowest layer up, without falsehoods that nobody asks for."""
    clauses = [*_conclusions(program)]
    clauses += [Clause(normalise(each.condition), fires=id) for id, each in program.advice.items()]
    kept = {at for at, clause in enumerate(clauses) if clause.outcome is not False}
    while True:
        asked = {name for at in kept for name in _negated(clauses[at])}
        more = {at for at, clause in enumerate(clauses) if at not in kept and clause.name in asked}
        if not more:
            return [clauses[at] for at in sorted(kept)]
        kept |= more


def _conclusions(program: Program) -> Iterator[Clause]:
    for name in (name for layer in program.layers for name in layer):
        if name in program.calculations:
            for conditions, formula in _ways(program.calculations[name].formula):
                yield Clause(AllOf(conditions) if conditions else None, name, formula)
            continue
        rules = program.findings[name]
        for rule in rules:
            yield Clause(normalise(rule.condition), name, outcome=True, fires=rule.id)
        none = AllOf(tuple(normalise(rule.condition, holds=False) for rule in rules))
        yield Clause(none, name, outcome=False)


def _ways(formula: Expression) -> Iterator[tuple[tuple[Expression, ...], Expression]]:
    """Each combination of branches: the conditions that lead to it, and the formula left."""
    match formula:
        case IfElse(condition, then, otherwise):
            for branch, holds in ((then, True), (otherwise, False)):
                for conditions, plain in _ways(branch):
                    yield (normalise(condition, holds), *conditions), plain
        case Arithmetic(operator, left, right):
            for (first, a), (second, b) in product(_ways(left), list(_ways(right))):
                yield (*first, *second), Arithmetic(operator, a, b)
        case Call(function, arguments):
            for ways in product(*(list(_ways(each)) for each in arguments)):
                conditions = tuple(part for way in ways for part in way[0])
                yield conditions, Call(function, tuple(way[1] for way in ways))
        case _:
            yield (), formula


def _negated(clause: Clause) -> Iterator[str]:
    for part in clause.parts:
        if isinstance(part, Not):
            yield from names_in(part)


def names_asked(clauses: list[Clause]) -> set[str]:
    """Every name that some clause needs."""
    return {part.name for clause in clauses for part in clause.parts if isinstance(part, Name)}


def sets_asked(clauses: list[Clause]) -> set[str]:
    """The names among them that hold several words."""
    found = set()
    for part in (part for clause in clauses for part in clause.parts):
        match part:
            case Holds(_, Name(name)) | Call("count", (Name(name),)):
                found.add(name)
    return found
