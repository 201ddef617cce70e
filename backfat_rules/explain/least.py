"""The least that would have to change for advice to go away, or to come."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from backfat_rules.explain.exact import LeastChange, least_changes
from backfat_rules.explain.outlook import stops
from backfat_rules.explain.why import unknown_id
from backfat_rules.knowledge import KnowledgeBase
from backfat_rules.language import Expression, Facts, evaluate
from backfat_rules.language.tree import AllOf, AnyOf, Name, Not
from backfat_rules.planning import PlanContent, Reasoner
from backfat_rules.planning.person import Person
from backfat_rules.planning.plan import FactJson, Shown
from backfat_rules.planning.reasons import as_json
from backfat_rules.planning.wording import named, value_text


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


def least_ways(
    id: str, *, gain: bool, plan: PlanContent, reasoner: Reasoner, limit: int
) -> tuple[Way, ...]:
    """The smallest changes of changeable facts that bring or clear a recommendation or finding.

    Smallest is fewest facts, then fewest steps. Facts that people cannot change are never touched.
    Every way is tried out: the plan it leads to has the recommendation, or has it not.

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
    if id not in (*knowledge.recommendations, *knowledge.messages, *knowledge.findings):
        raise unknown_id(id, person)
    known = person.derivation.known
    target = _given(id, knowledge, known) if gain else Name(id)
    found = least_changes(
        reasoner.program, knowledge.facts, facts, target, gain, limit, surely=False
    )
    works = _works(id, gain, reasoner)
    return tuple(_way(each, knowledge) for each in found if works(each.applied(facts)))


def _given(id: str, knowledge: KnowledgeBase, known: Facts) -> Expression:
    """Called for, and not taken out by any screening rule whose answer is known."""
    recommendation = knowledge.recommendations.get(id)
    if recommendation is None:
        return Name(id)
    stopping = tuple(
        Name(rule.id)
        for rule in knowledge.screening.values()
        if stops(rule, recommendation) and evaluate(rule.when.tree, known) is not None
    )
    return AllOf((Name(id), Not(AnyOf(stopping)))) if stopping else Name(id)


def _works(id: str, gain: bool, reasoner: Reasoner) -> Callable[[Facts], bool]:
    """Whether changed facts really lead to a plan with it, or without it."""

    def tried(facts: Facts) -> bool:
        if id in reasoner.knowledge.recommendations:
            return (id in reasoner.plan(facts, PlanContent)) is gain
        return (id in reasoner.derive(facts).fired) is gain

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
        unit = "" if "-" in fact.unit else f" {fact.unit.removeprefix(fact.label).strip()}".rstrip()
        before = "not told" if each.before is None else value_text(each.before)
        yield f"{fact.label}: {before} to {value_text(each.after)}{unit}"
