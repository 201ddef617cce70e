"""Rules written out for CLIPS: answers are slots of one ``person``, what follows is a fact each.

A slot that was not told holds ``nil``, and a conclusion that is not there is not known.
"""

from __future__ import annotations

from collections.abc import Iterator

from backfat_rules.inference import Program
from backfat_rules.language import Expression, names_in
from backfat_rules.language.tree import (
    AllOf,
    AnyOf,
    Compare,
    Holds,
    Name,
    Not,
    OneOf,
    Word,
)
from benchmarks.clauses import Clause, clauses_of, names_asked, sets_asked
from benchmarks.clips_term import divisors, term

RAMP = "(deffunction ramp (?x ?zero ?one) (max 0.0 (min 1.0 (/ (- ?x ?zero) (- ?one ?zero)))))"


class ClipsSource:
    """The constructs of a program, in an order in which CLIPS can build them."""

    def __init__(self, program: Program) -> None:
        self._clauses = clauses_of(program)
        self.answers = tuple(sorted(names_asked(self._clauses) - program.stratum.keys()))
        self._sets = sets_asked(self._clauses)

    def __iter__(self) -> Iterator[str]:
        slots = (
            f"({'multislot' if name in self._sets else 'slot'} {name} (default nil))"
            for name in self.answers
        )
        yield f"(deftemplate person {' '.join(slots)})"
        yield "(defglobal ?*fired* = (create$))"
        yield RAMP
        for at, clause in enumerate(self._clauses):
            yield f"(defrule clause-{at} {' '.join(self._elements(clause))} => {_actions(clause)})"

    def _elements(self, clause: Clause) -> Iterator[str]:
        yield from (self._pattern(name, self._known(name)) for name in clause.inputs)
        if clause.condition is not None:
            yield self._element(clause.condition)
        if not isinstance(clause.outcome, bool):  # a division by zero would stop the whole run
            yield from (f"(test (<> {term(each)} 0))" for each in divisors(clause.outcome))

    def _element(self, condition: Expression) -> str:
        """A condition as one conditional element."""
        match condition:
            case AllOf((only,)) | AnyOf((only,)):
                return self._element(only)
            case AllOf(operands):
                return f"(and {' '.join(map(self._element, operands))})"
            case AnyOf(operands):
                return f"(or {' '.join(map(self._element, operands))})"
        names = names_in(condition)
        if len(names) == 1:
            return self._pattern(names[0], self._constraint(names[0], condition))
        bound = " ".join(self._pattern(name, self._known(name)) for name in names)
        return f"(and {bound} (test {term(condition)}))"

    def _constraint(self, name: str, condition: Expression) -> str:
        """What a condition asks of one slot or fact."""
        match condition:
            case Name():
                return "TRUE"
            case Not(Name()):
                return "FALSE"
            case Compare("==", Name(), Word(word)):
                return word
            case OneOf(_, words):
                return "|".join(word.value for word in words)
            case Not(OneOf(_, words)):
                return "&".join(["~nil", *(f"~{word.value}" for word in words)])
            case Holds(word):
                return f"$? {word} $?"
        return f"{self._known(name)}&:{term(condition)}"

    def _known(self, name: str) -> str:
        """Binds a value that is there."""
        if name in self._sets:
            return f"$?{name}&:(not (member$ nil ?{name}))"
        return f"?{name}&:(neq ?{name} nil)" if name in self.answers else f"?{name}"

    def _pattern(self, name: str, constraint: str) -> str:
        pattern = f"({name} {constraint})"
        return f"(person {pattern})" if name in self.answers else pattern


def _actions(clause: Clause) -> str:
    fire = f"(bind ?*fired* ?*fired* {clause.fires})" if clause.fires else ""
    if not clause.name:
        return fire
    outcome = clause.outcome
    worth = str(outcome).upper() if isinstance(outcome, bool) else term(outcome)
    return f"{fire} (assert ({clause.name} {worth}))"
