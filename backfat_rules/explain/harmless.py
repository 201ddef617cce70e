"""What a way must not bring about: a stricter gate, what screening blocks, or a new problem."""

from __future__ import annotations

import math
from collections.abc import Iterator

from backfat_rules.decision import Person
from backfat_rules.decision.end_tree import Ends
from backfat_rules.exact import Problem, Problems, companions
from backfat_rules.inference import Program
from backfat_rules.knowledge import KnowledgeBase
from backfat_rules.knowledge.gates import GATES
from backfat_rules.language import Expression, Range, Value, names_in
from backfat_rules.language.tree import Compare, Holds, Name, Number


def alarms(person: Person, *, gain: bool) -> frozenset[str]:
    """The screening rules that no change may set off."""
    alarming = {g.name for g in GATES.values() if g.is_alarm and not (gain and g.is_mild)}
    rules = person.knowledge.screening.values()
    return frozenset(
        rule.id
        for rule in rules
        if rule.gate in alarming and rule.id not in person.derivation.fired
    )


def new_problems(person: Person) -> frozenset[str]:
    """The findings that are a matter of degree, and that the person does not have."""
    return person.knowledge.once(Ends).problems - person.derivation.severity.keys()


def needed_problems(id: str, knowledge: KnowledgeBase) -> frozenset[str]:
    """The findings that something is about, what they never come without, and what follows.

    Somebody who asks what would bring advice on short sleep has to hear of short sleep, and of what
    it leads to; but never of another problem that would merely help to get there.
    """
    program = knowledge.once(Program.of)
    about = _below(id, program) & program.findings.keys()
    found = set(about)
    for name in about & knowledge.once(Ends).problems:
        found |= knowledge.once(_companions, name)
    for name in (name for layer in program.layers for name in layer):
        if any(not found.isdisjoint(names_in(each)) for each in _conditions(name, program)):
            found.add(name)
    return frozenset(found)


def _companions(knowledge: KnowledgeBase, id: str) -> frozenset[str]:
    """What a finding never comes without, by any of its rules."""
    problems = knowledge.once(Problems.of)
    rules = problems.program.findings[id]
    return frozenset().union(*(companions(problems, each.condition) for each in rules))


def _below(id: str, program: Program) -> set[str]:
    waiting, seen = [id], set[str]()
    while waiting:
        name = waiting.pop()
        if name not in seen:
            seen.add(name)
            waiting += (each for part in _conditions(name, program) for each in names_in(part))
    return seen


def _conditions(name: str, program: Program) -> Iterator[Expression]:
    if name in program.calculations:
        yield program.calculations[name].formula
    yield from (each.condition for each in program.findings.get(name, ()))
    if name in program.advice:
        yield program.advice[name].condition


def blocked_parts(problem: Problem, person: Person) -> tuple[Expression, ...]:
    """Conditions about the facts of a problem of which each is something that screening blocks."""
    told = person.derivation.facts
    questions = problem.circuit.questions
    words = [
        Holds(word, Name(fact))
        for fact in problem.facts
        for at, word in questions[fact]
        if at in problem.cone and _is_blocked(fact, word, person)
    ]
    more = [
        Compare(">", Name(fact), Number(number))
        for fact in sorted(person.not_raised & set(problem.facts))
        if (number := _highest(told.get(fact))) is not None
    ]
    return (*words, *more)


def _is_blocked(fact: str, word: str, person: Person) -> bool:
    """Whether a word that the person did not tell is an exercise that screening takes out."""
    exercise = person.knowledge.exercises.get(word)
    told = person.derivation.facts.get(fact)
    if exercise is None or (isinstance(told, frozenset) and word in told):
        return False
    return person.screened.closes(word)


def _highest(told: Value) -> float | None:
    """The most that a number can be, by what was told of it; None where nothing says."""
    if isinstance(told, Range):
        return told.highest if math.isfinite(told.highest) else None
    return told if isinstance(told, (int, float)) else None
