"""For each claim of the ledger, an invented person in whose plan it comes up."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice

from backfat_rules import Advisor, Plan
from backfat_rules.exact.problems import Problems
from backfat_rules.knowledge import KnowledgeBase
from backfat_rules.knowledge.catalogue import Exercise, Food, Muscle
from backfat_rules.knowledge.entry import Entry
from backfat_rules.knowledge.links import names_under
from backfat_rules.knowledge.rules import Finding, MessageRule, RecommendationRule, Screening
from backfat_rules.knowledge.sources import Claim
from backfat_rules.language import Facts
from backfat_rules.language.tree import AllOf, AnyOf, Expression
from backfat_rules.verify.invented import Invented, ways_in

NOT_NEEDED = {"promotion", "motivation"}
"""Kinds of claims that nobody needs to read."""

TRIES = 40
"""How many people of one condition are asked before the next condition has its turn."""

HARMLESS: Facts = {
    "conditions": frozenset(),
    "medications": frozenset(),
    "symptoms": frozenset(),
    "pain_sites": frozenset(),
    "age": 32,
    "sex": "male",
    "weight_kg": 78,
    "height_cm": 180,
}
"""What an invented person tells about health who was not made to tell something else."""


def needed(claim: Claim) -> bool:
    """Whether a person could need what a claim says."""
    return claim.left_out is None and claim.kind not in NOT_NEEDED


def shown_in(plan: Plan) -> frozenset[str]:
    """The ids of the entries whose texts stand in a plan."""
    advice, moves = plan.recommendations, plan.moves.values()
    others = [way for each in advice for way in each.ways]
    foods = [each.foods for each in advice] + [way.foods for way in others]
    return frozenset(
        [
            *(each.id for each in advice),
            *(way.id for way in others),
            *(reason.rule for each in advice for reason in each.reasons),
            *(food.id for some in foods for food in some),
            *(message.id for message in plan.messages),
            *(value.id for value in plan.values),
            *(move.id for move in moves),
            *(part for move in moves for part in move.made_of),
        ]
    )


class Ledger:
    """Plans of people who are made so that a claim comes up, and what all of them show."""

    def __init__(self, knowledge: KnowledgeBase) -> None:
        self.knowledge = knowledge
        self.shown: set[str] = set()
        self._advisor = Advisor(knowledge, engine="direct")
        self._problems = knowledge.once(Problems.of)

    def comes_up(self, claim: Claim) -> bool:
        """Whether one of the entries that stand on a claim is shown to somebody."""
        entries = self.knowledge.links.users(claim.id, "claims")
        return any(self._is_shown(each) for each in entries) or any(
            self._is_shown(each) for entry in entries for each in self._plans_for(entry)
        )

    def _is_shown(self, entry: Entry) -> bool:
        if isinstance(entry, Muscle):
            return any(
                entry.id in (*each.primary, *each.secondary)
                for each in self.knowledge.exercises.values()
                if each.id in self.shown
            )
        return not self.shown.isdisjoint(_texts_of(entry))

    def _plans_for(self, entry: Entry) -> Iterator[Entry]:
        """The entry, after each plan of somebody who is made for it."""
        for condition in self._conditions_of(entry):
            ways = tuple(self.knowledge.once(ways_in).of(condition))
            if not ways:  # the two halves of the condition exclude each other
                continue
            invented = Invented(self.knowledge, ways, self._problems[condition], frozenset())
            for facts in islice(invented.made(entry.id), TRIES):
                self.shown |= shown_in(self._plan({**HARMLESS, **facts, **_suited_to(entry)}))
                yield entry

    def _plan(self, facts: Facts) -> Plan:
        return self._advisor.recommend(dict(facts))

    def _conditions_of(self, entry: Entry) -> Iterator[Expression]:
        """What has to be so that an entry is shown."""
        advice = self.knowledge.recommendations.values()
        match entry:
            case RecommendationRule() | MessageRule() | Screening():
                yield entry.when.tree
            case Finding():
                holds = AnyOf(tuple(rule.when.tree for rule in entry.rules))
                near = self._near(entry)
                for each in advice:
                    if near & {*names_under(each)}:
                        yield AllOf((holds, each.when.tree))
            case Exercise():
                yield from (each.when.tree for each in advice if entry.id in each.exercises)
            case Food():
                yield from (each.when.tree for each in advice if entry.id in each.foods)

    def _near(self, finding: Finding) -> frozenset[str]:
        """The finding and those under it: advice that rests on one of them may tell it."""
        found = {finding.id}
        for name in names_under(finding):
            under = self.knowledge.findings.get(name)
            if under is not None:
                found |= self._near(under)
        return frozenset(found)


def _suited_to(entry: Entry) -> Facts:
    """What somebody tells to whom an exercise can be offered: its gear, and some practice."""
    if not isinstance(entry, Exercise):
        return {}
    return {
        **HARMLESS,
        "experience": "advanced",
        "weeks_trained_of_last_8": 8,
        "strength_sessions_per_week": 3,
        "form_confidence": 4,
        "equipment": frozenset(entry.equipment[-1]),
    }


def _texts_of(entry: Entry) -> frozenset[str]:
    """The ids under which a plan shows the texts of an entry."""
    if isinstance(entry, Finding):
        return frozenset(rule.id for rule in entry.rules)
    return frozenset([entry.id])
