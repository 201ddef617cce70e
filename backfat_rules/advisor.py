"""From a profile to a plan: the two verbs that apps call."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from backfat_rules.arguments import must_be
from backfat_rules.decided import Decision
from backfat_rules.inference import EngineName
from backfat_rules.interview import Interview
from backfat_rules.knowledge import KnowledgeBase, load_knowledge
from backfat_rules.plan import Plan
from backfat_rules.planning import reasoner_of
from backfat_rules.planning.told import checked_facts
from backfat_rules.profile import Profile
from backfat_rules.profile.entry_names import no_knowledge

Stored = TypeVar("Stored", Plan, Decision)


_WHAT_IS_REOPENED = "Give the plan or decision that was read, as by Plan.model_validate_json"
_WHAT_GOES_ON = "Give the interview that was read, as by Interview.model_validate_json"


class Advisor:
    """Gives plans; built once, used for any number of people, from any number of threads.

    Args:
        knowledge: what to advise from; the library's own if None.
        engine: ``experta`` (the default), ``experta-rete`` or ``direct``; all give equal plans.
        country: whose emergency numbers messages name, such as ``gb``; see ``docs/safety.md``.

    Raises:
        BackfatRulesError: there is no engine of this name, or no numbers for the country, or the
            knowledge was not loaded with ``load_knowledge``.

    >>> advisor = Advisor()
    >>> advisor.recommend(Profile(sleep_hours=5.5)).top(1)[0].id
    'sleep-longer'
    """

    def __init__(
        self,
        knowledge: KnowledgeBase | None = None,
        engine: EngineName = "experta",
        country: str | None = None,
    ) -> None:
        self._reasoner = reasoner_of(_loaded(knowledge), engine, country)

    @property
    def knowledge(self) -> KnowledgeBase:
        """What this advisor advises from."""
        return self._reasoner.knowledge

    def recommend(self, profile: Profile | Mapping[str, Any]) -> Plan:
        """The plan for one person.

        Args:
            profile: what the person told; a mapping is checked as ``Profile`` would check it.

        Raises:
            ProfileError: some answers cannot be right.
        """
        facts = checked_facts(profile, self.knowledge)
        return Plan.of(facts, self._reasoner)

    def decide(self, profile: Profile | Mapping[str, Any]) -> Decision:
        """What is advised to one person, without words: for apps, tables and proofs.

        Args:
            profile: what the person told; a mapping is checked as ``Profile`` would check it.

        Raises:
            ProfileError: some answers cannot be right.

        >>> decision = Advisor().decide(Profile(sleep_hours=5.5))
        >>> decision.gate, [(each.id, each.priority) for each in decision.advice][:1]
        ('insufficient_data', [('sleep-longer', 85.5)])
        """
        facts = checked_facts(profile, self.knowledge)
        return Decision.of(facts, self._reasoner)

    def reopen(self, stored: Stored) -> Stored:
        """A plan or decision that was stored, ready to speak from this advisor's knowledge.

        It says what it said. Asked for more, it refuses if it was made from other knowledge than
        this; then ``recommend(plan.facts)`` makes it anew.

        Raises:
            BackfatRulesError: it is neither, such as the text that was stored.
        """
        must_be(Plan | Decision, stored, _WHAT_IS_REOPENED)
        if isinstance(stored, Decision):
            return stored.told_by(self._reasoner)
        return stored.explained_by(self._reasoner)

    def interview(self, stored: Interview | None = None) -> Interview:
        """An interview on this advisor's knowledge: a new one, or a stored one that goes on.

        Raises:
            ProfileError: some answers of the stored one cannot be right.
            BackfatRulesError: it names a fact that the knowledge does not know.

        >>> stored = Advisor().interview().answer("sleep_hours", 5.5).model_dump_json()
        >>> "sleep-longer" in Advisor().interview(Interview.model_validate_json(stored)).plan()
        True
        """
        must_be(Interview | None, stored, _WHAT_GOES_ON)
        return (Interview() if stored is None else stored).with_reasoner(self._reasoner)

    def __repr__(self) -> str:
        return f"<Advisor engine={self._reasoner.engine_name!r} on {self.knowledge!r}>"


def recommend(
    profile: Profile | Mapping[str, Any],
    *,
    knowledge: KnowledgeBase | None = None,
    engine: EngineName = "experta",
    country: str | None = None,
) -> Plan:
    """The plan for one person: what to do, how much, in which order, and why.

    Args:
        profile: what the person told; every fact may be missing.
        knowledge: what to advise from; the library's own if None.
        engine: which engine infers; the plan is the same with each.
        country: whose emergency numbers messages name, such as ``gb``; none in particular if None.

    Raises:
        ProfileError: some answers cannot be right.
        BackfatRulesError: there is no engine of this name, or no numbers for the country, or the
            knowledge was not loaded with ``load_knowledge``.

    >>> plan = recommend(Profile(sleep_hours=5.5, stress_level=8))
    >>> "sleep-longer" in plan
    True
    """
    return Advisor(knowledge, engine, country).recommend(profile)


def _loaded(knowledge: object) -> KnowledgeBase:
    """The knowledge, if it is some; the library's own for None."""
    if knowledge is None:
        return load_knowledge()
    if not isinstance(knowledge, KnowledgeBase):  # such as the path of a folder
        raise no_knowledge(knowledge)
    return knowledge
