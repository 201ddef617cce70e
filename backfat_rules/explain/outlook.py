"""What is certain, possible and ruled out for a plan while facts are still missing."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from backfat_rules.exact import outlook_of, outlook_of_one
from backfat_rules.inference import Program
from backfat_rules.knowledge import KnowledgeBase
from backfat_rules.knowledge.gates import GATES
from backfat_rules.knowledge.rules import RecommendationRule, Screening
from backfat_rules.language import Expression
from backfat_rules.language.tree import AllOf, AnyOf, Name, Not
from backfat_rules.planning.telling import Telling
from backfat_rules.views.blocks import Blocks, filled
from backfat_rules.views.readable import ReadableBlocks
from backfat_rules.wording import Reader


class PlanOutlook(ReadableBlocks):
    """Every recommendation by what is known of it, whatever the missing answers will be.

    A recommendation is given where its condition is true and no screening rule takes it out.

    Attributes:
        certain: given in every completion of the missing facts.
        possible: given in some and not in others.
        ruled_out: given in none.
        open: those that an answer could still bring or take away. Besides what is possible, that is
            what is certain and not given yet, or ruled out and still given: the plan goes by what
            is told, and told is less than what follows from every completion.
    """

    certain: tuple[str, ...]
    possible: tuple[str, ...]
    ruled_out: tuple[str, ...]
    open: tuple[str, ...]

    @property
    def settled(self) -> bool:
        """Whether no answer can change which recommendations are given."""
        return not self.open

    def blocks(self, reader: Reader) -> Blocks:
        """The ids by what is known of them."""
        yield from filled(
            (reader.say("certain"), self.certain),
            (reader.say("possible"), self.possible),
            (reader.say("ruled-out"), self.ruled_out),
        )


def plan_outlook(person: Telling, program: Program) -> PlanOutlook:
    """The outlook of every recommendation, exact over all completions of the missing facts."""
    knowledge, facts = person.knowledge, person.derivation.facts
    found: dict[str, list[str]] = {"certain": [], "possible": [], "ruled_out": [], "open": []}
    for id in knowledge.recommendations:
        known = outlook_of_one(program, knowledge.facts, facts, given_condition(id, knowledge))
        found[known].append(id)
        if known != ("certain" if is_given(id, person) else "ruled_out"):
            found["open"].append(id)
    outlook = PlanOutlook.model_validate({name: tuple(ids) for name, ids in found.items()})
    return outlook.read_by(person.reader)


def is_given(id: str, person: Telling) -> bool:
    """Whether a recommendation is called for and not taken out, by what is told now."""
    return (
        id in person.derivation.fired and not person.screened.no_plan and id not in person.taken_out
    )


def settled_entries(
    person: Telling, program: Program, never_told: Collection[str]
) -> frozenset[str]:
    """The ids of screening rules and recommendations that no further answer can change.

    With facts that will never be told, a recommendation counts as settled once it and everything
    that could take it out are: safe, and at worst a question more than needed.

    Args:
        person: what is known, and what is recommended now.
        program: the rules.
        never_told: facts that will stay unknown, because the person does not know them.
    """
    knowledge, told = person.knowledge, person.derivation.facts
    facts = {name: fact for name, fact in knowledge.facts.items() if name not in never_told}
    ids = [*knowledge.screening, *knowledge.recommendations]
    settled = {
        id
        for id, outlook in outlook_of(program, facts, told, ids).items()
        if outlook == ("certain" if id in person.derivation.fired else "ruled_out")
    }
    screening = settled & knowledge.screening.keys()
    if not never_told:
        return frozenset(screening | (set(knowledge.recommendations) - _open(person, program)))
    return frozenset(
        screening
        | {
            id
            for id, each in knowledge.recommendations.items()
            if id in settled and all(rule.id in screening for rule in _stopping(each, knowledge))
        }
    )


def _open(person: Telling, program: Program) -> set[str]:
    return set(plan_outlook(person, program).open)


def _stopping(recommendation: RecommendationRule, knowledge: KnowledgeBase) -> Iterator[Screening]:
    return (rule for rule in knowledge.screening.values() if stops(rule, recommendation))


def given_condition(id: str, knowledge: KnowledgeBase) -> Expression:
    """The condition under which a recommendation is given: called for, and not taken out.

    Which of two that do not go together stays depends on their priorities and is left aside.
    """
    return knowledge.once(_given_condition, id)


def _given_condition(knowledge: KnowledgeBase, id: str) -> Expression:
    recommendation = knowledge.recommendations[id]
    stopping = tuple(Name(rule.id) for rule in _stopping(recommendation, knowledge))
    called_for = Name(id)
    return AllOf((called_for, Not(AnyOf(stopping)))) if stopping else called_for


def stops(rule: Screening, recommendation: RecommendationRule) -> bool:
    """Whether a screening rule takes a recommendation out when it fires."""
    gate = GATES[rule.gate]
    if not gate.has_plan or (gate.waits_for_ok and recommendation.needs_ok):
        return True
    return rule.blocks.hold(recommendation.id, recommendation.tags, recommendation.topic)
