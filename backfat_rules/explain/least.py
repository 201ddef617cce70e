"""The least that would have to change for advice to go away, or to come."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from backfat_rules.exact import LeastChange, least_changes, problems_of
from backfat_rules.explain.movable import is_movable
from backfat_rules.explain.stopping import stops
from backfat_rules.explain.wrong_id import wrong_id
from backfat_rules.knowledge import KnowledgeBase
from backfat_rules.language import Expression, Facts, evaluate
from backfat_rules.language.tree import AllOf, AnyOf, Compare, Holds, Name, Not, Number
from backfat_rules.planning import PlanContent, Reasoner, make_plan
from backfat_rules.planning.person import Person
from backfat_rules.planning.plan import FactJson, Shown
from backfat_rules.planning.reasons import as_json
from backfat_rules.planning.screening import screen
from backfat_rules.planning.wording import named, truth_text, value_text

ASKED_ABOUT = ("recommendations", "messages", "findings")
HARMLESS = ("proceed", "clarify")
"""Gates that a change may set off: a remark, or the question which of two answers is right."""


class FactStep(Shown):
    """One fact that changes.

    Attributes:
        before: what was told; None if it was not.
        steps: how many realistic steps the change takes, such as half an hour of sleep each.
    """

    fact: str
    before: FactJson | None
    after: FactJson
    steps: int


class Way(Shown):
    """Changes that together do it; none of them can be left out.

    Attributes:
        proven: whether it is certain that the same facts cannot do it in fewer steps.
        text: the changes in words.
    """

    changes: tuple[FactStep, ...]
    steps: int
    proven: bool
    text: str

    @property
    def facts(self) -> dict[str, FactJson]:
        """The facts as they would be told afterwards."""
        return {each.fact: each.after for each in self.changes}

    def __str__(self) -> str:
        return self.text


def least_ways(
    id: str, *, gain: bool, plan: PlanContent, reasoner: Reasoner, limit: int
) -> tuple[Way, ...]:
    """The smallest changes of changeable facts that bring or clear a recommendation or finding.

    Smallest is fewest facts, then fewest steps. Facts that people cannot change are never touched,
    nor numbers that a block hides; no way takes up a blocked exercise or asks for more of what is
    blocked, none meets a target by moving it, and none that clears sets off screening, such as a
    weight that is too low. Every way is tried out: the plan it leads to
    has the recommendation, or has it not.

    Args:
        id: a recommendation, message or finding.
        gain: True to bring it, False to clear it.
        plan: the plan as it is.
        reasoner: what made it.
        limit: at most how many ways.

    Raises:
        BackfatRulesError: nothing has this id.
    """
    knowledge, facts = reasoner.knowledge, reasoner.facts_of(plan)
    person = Person(reasoner.derive(facts), knowledge)
    if not any(id in getattr(knowledge, name) for name in ASKED_ABOUT):
        raise wrong_id(id, knowledge, ASKED_ABOUT)
    works = _works(id, gain, person, reasoner)
    if works(facts):
        return (_way(LeastChange((), 0), knowledge),)
    target = _target(id, gain, person, reasoner)
    fixed = {name for name in knowledge.facts if not is_movable(name, id, gain, person)}
    found = least_changes(
        reasoner.program, knowledge.facts, facts, target, gain, limit, fixed=fixed
    )
    return tuple(_way(each, knowledge) for each in found if works(each.applied(facts)))


def _target(id: str, gain: bool, person: Person, reasoner: Reasoner) -> Expression:
    """What is to become true, or with ``gain`` False no longer be: nothing blocked joins in."""
    target = _given(id, person) if gain else Name(id)
    problem = problems_of(reasoner.program, reasoner.knowledge.facts)[target]
    blocked: tuple[Expression, ...] = tuple(
        Holds(word, Name(fact)) for fact, word in problem.bits if _is_blocked(fact, word, person)
    )
    blocked += tuple(
        Compare(">", Name(fact), Number(told))
        for fact in sorted(person.not_raised & set(problem.facts))
        if isinstance(told := person.derivation.facts.get(fact), (int, float))
    )
    if not blocked:
        return target
    return AllOf((target, Not(AnyOf(blocked)))) if gain else AnyOf((target, *blocked))


def _is_blocked(fact: str, word: str, person: Person) -> bool:
    """Whether a word that the person did not tell is an exercise that screening takes out."""
    exercise = person.knowledge.exercises.get(word)
    told = person.derivation.facts.get(fact)
    if exercise is None or (isinstance(told, frozenset) and word in told):
        return False
    return person.screened.block_of(exercise.id, exercise.tags) is not None


def _given(id: str, person: Person) -> Expression:
    """Called for, and not taken out by any screening rule whose answer is known."""
    recommendation = person.knowledge.recommendations.get(id)
    if recommendation is None:
        return Name(id)
    known = person.derivation.known
    stopping = tuple(
        Name(rule.id)
        for rule in person.knowledge.screening.values()
        if stops(rule, recommendation) and evaluate(rule.when.tree, known) is not None
    )
    return AllOf((Name(id), Not(AnyOf(stopping)))) if stopping else Name(id)


def _works(id: str, gain: bool, person: Person, reasoner: Reasoner) -> Callable[[Facts], bool]:
    """Whether changed facts really lead to a plan with it, or to one without it that is as safe."""
    before = {rule.id for rule in person.screened.fired}

    def tried(facts: Facts) -> bool:
        derivation = reasoner.derive(facts)
        if id in reasoner.knowledge.recommendations:
            plan = make_plan(derivation, reasoner.knowledge, PlanContent)
            has_it = id in plan
        else:
            has_it = id in derivation.fired
        alarmed = any(
            rule.gate not in HARMLESS and rule.id not in before
            for rule in screen(derivation, reasoner.knowledge).fired
        )
        return has_it if gain else not has_it and not alarmed

    return tried


def _way(change: LeastChange, knowledge: KnowledgeBase) -> Way:
    steps = tuple(
        FactStep(
            fact=each.fact,
            before=None if each.before is None else as_json(each.before),
            after=as_json(each.after),
            steps=each.steps,
        )
        for each in change.changes
    )
    text = "; ".join(_texts(change, knowledge)) or "nothing has to change"
    return Way(changes=steps, steps=change.steps, proven=change.proven, text=text)


def _texts(change: LeastChange, knowledge: KnowledgeBase) -> Iterator[str]:
    facts = named(knowledge)
    for each in change.changes:
        fact = facts[each.fact]
        if isinstance(each.after, bool):
            yield truth_text(fact.label, each.after)
            continue
        before = "not told" if each.before is None else value_text(each.before)
        yield f"{fact.label}: {before} to {fact.with_unit(value_text(each.after))}"
