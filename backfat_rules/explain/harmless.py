"""What a way must not bring about: a stricter gate, what screening blocks, or a new problem."""

from __future__ import annotations

from collections.abc import Iterator

from backfat_rules.exact import Problem, companions
from backfat_rules.inference import Program
from backfat_rules.knowledge import KnowledgeBase
from backfat_rules.knowledge.rules import GateName
from backfat_rules.language import Expression, names_in
from backfat_rules.language.tree import Compare, Holds, Name, Number
from backfat_rules.planning.ends import ends_of
from backfat_rules.planning.person import Person
from backfat_rules.planning.screening import GATES

MILDEST_ALARM: dict[bool, GateName] = {True: "clarify", False: "insufficient_data"}
"""From which gate on a new screening rule is an alarm, by whether advice is to be gained."""


def alarms(person: Person, *, gain: bool) -> frozenset[str]:
    """The screening rules that no change may set off."""
    mildest = GATES.index(MILDEST_ALARM[gain])
    rules = person.knowledge.screening.values()
    return frozenset(
        rule.id
        for rule in rules
        if GATES.index(rule.gate) >= mildest and rule.id not in person.derivation.fired
    )


def new_problems(person: Person) -> frozenset[str]:
    """The findings that are a matter of degree, and that the person does not have."""
    return ends_of(person.knowledge).problems - person.derivation.severity.keys()


def needed_problems(id: str, program: Program, knowledge: KnowledgeBase) -> frozenset[str]:
    """The findings that something is about, what they never come without, and what follows.

    Somebody who asks what would bring advice on short sleep has to hear of short sleep, and of what
    it leads to; but never of another problem that would merely help to get there.
    """
    about = _below(id, program) & program.findings.keys()
    found = set(about)
    for name in about & ends_of(knowledge).problems:
        found |= _companions(name, program, knowledge)
    for name in (name for layer in program.layers for name in layer):
        if any(not found.isdisjoint(names_in(each)) for each in _conditions(name, program)):
            found.add(name)
    return frozenset(found)


def _companions(id: str, program: Program, knowledge: KnowledgeBase) -> frozenset[str]:
    """What a finding never comes without, by any of its rules."""
    kept: dict[str, frozenset[str]] = program.prepared("companions", dict)
    if id not in kept:
        rules = program.findings[id]
        kept[id] = frozenset().union(
            *(companions(program, knowledge.facts, each.condition) for each in rules)
        )
    return kept[id]


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
        if isinstance(number := told.get(fact), (int, float))
    ]
    return (*words, *more)


def _is_blocked(fact: str, word: str, person: Person) -> bool:
    """Whether a word that the person did not tell is an exercise that screening takes out."""
    exercise = person.knowledge.exercises.get(word)
    told = person.derivation.facts.get(fact)
    if exercise is None or (isinstance(told, frozenset) and word in told):
        return False
    return person.screened.block_of(exercise.id, exercise.tags) is not None
