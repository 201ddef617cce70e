"""The least that would have to change for advice to go away, or to come."""

from __future__ import annotations

from collections.abc import Iterator

from backfat_rules.exact import LeastChange, least_changes, problems_of
from backfat_rules.explain.given import given_now
from backfat_rules.explain.harmless import alarms, blocked_parts, needed_problems, new_problems
from backfat_rules.explain.movable import is_movable
from backfat_rules.explain.stopping import stopping_rules
from backfat_rules.explain.wrong_id import wrong_id
from backfat_rules.knowledge import KnowledgeBase
from backfat_rules.language import Expression, Facts, evaluate
from backfat_rules.language.tree import AllOf, AnyOf, Name, Not
from backfat_rules.planning import PlanContent, Reasoner
from backfat_rules.planning.person import Person
from backfat_rules.planning.plan import FactJson, Shown
from backfat_rules.planning.reasons import as_json
from backfat_rules.planning.wording import named, truth_text, value_text

ASKED_ABOUT = ("recommendations", "messages", "findings")


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
    blocked, none meets a target by moving it, and none sets off screening, such as a weight that is
    too low. No way brings a problem that was not there, but for what is asked to be gained: where
    nothing else does it, the problems that it is about, and what follows from those. Every way is
    tried out: it is given afterwards, or it is not.

    Args:
        id: a recommendation, message or finding.
        gain: True to bring it, False to clear it.
        plan: the plan as it is.
        reasoner: what made it.
        limit: at most how many ways.

    Raises:
        BackfatRulesError: nothing has this id.
    """
    knowledge, program, facts = reasoner.knowledge, reasoner.program, reasoner.facts_of(plan)
    person = Person(reasoner.derive(facts), knowledge)
    if not any(id in getattr(knowledge, name) for name in ASKED_ABOUT):
        raise wrong_id(id, knowledge, ASKED_ABOUT)
    if _has(id, person) is gain:
        return (_way(LeastChange((), 0), knowledge),)
    target = _target(id, gain, person, reasoner)
    fixed = {name for name in knowledge.facts if not is_movable(name, id, gain, person)}
    problems = new_problems(person)
    without = [problems, problems - needed_problems(id, program, knowledge)] if gain else [problems]
    for avoided in without:
        alarmed = sorted(avoided | alarms(person, gain=gain))
        found = least_changes(
            program, knowledge.facts, facts, target, gain, limit, fixed=fixed, avoided=alarmed
        )
        works = [each for each in found if _works(id, gain, each.applied(facts), person, reasoner)]
        if works:
            return tuple(_way(each, knowledge) for each in works)
    return ()


def _works(id: str, gain: bool, facts: Facts, before: Person, reasoner: Reasoner) -> bool:
    """Whether changed facts really bring or clear it, with no alarm that was not there before."""
    after = Person(reasoner.derive(facts), reasoner.knowledge)
    is_safe = alarms(before, gain=gain).isdisjoint(after.derivation.fired)
    return is_safe and _has(id, after) is gain


def _has(id: str, person: Person) -> bool:
    """Whether a recommendation is given, or anything else holds."""
    if id in person.knowledge.recommendations:
        return id in given_now(person)
    return id in person.derivation.fired


def _target(id: str, gain: bool, person: Person, reasoner: Reasoner) -> Expression:
    """What is to become true, or with ``gain`` False no longer be: nothing blocked joins in."""
    target = _given(id, person) if gain else Name(id)
    problem = problems_of(reasoner.program, reasoner.knowledge.facts)[target]
    blocked = blocked_parts(problem, person)
    if not blocked:
        return target
    return AllOf((target, Not(AnyOf(blocked)))) if gain else AnyOf((target, *blocked))


def _given(id: str, person: Person) -> Expression:
    """Called for, and not taken out by any screening rule whose answer is known."""
    if id not in person.knowledge.recommendations:
        return Name(id)
    known, screening = person.derivation.known, person.knowledge.screening
    stopping = tuple(
        Name(rule)
        for rule in stopping_rules(id, person.knowledge)
        if evaluate(screening[rule].when.tree, known) is not None
    )
    return AllOf((Name(id), Not(AnyOf(stopping)))) if stopping else Name(id)


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
