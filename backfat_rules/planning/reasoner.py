"""Knowledge and an engine together: what turns facts into derivations and plans."""

from __future__ import annotations

from typing import Any, Self, TypeVar

from backfat_rules.inference import Derivation, Engine, EngineName, Program, make_engine
from backfat_rules.knowledge import KnowledgeBase, load_knowledge
from backfat_rules.language import Facts, Value
from backfat_rules.planning.contacts import contact_for, with_contact
from backfat_rules.planning.plan import PlanContent
from backfat_rules.planning.planner import make_plan

PlanType = TypeVar("PlanType", bound=PlanContent)


class Reasoner:
    """Derives and plans; built once, safe to share between threads.

    Args:
        knowledge: what to reason from.
        engine: which engine infers; the outcome is the same with each.
        country: whose emergency numbers messages name; none in particular if None.

    Raises:
        BackfatRulesError: there is no engine of this name, or no numbers for the country.
    """

    def __init__(
        self,
        knowledge: KnowledgeBase,
        engine: EngineName = "experta",
        country: str | None = None,
    ) -> None:
        self.knowledge = knowledge
        self._country = country
        self._contact = contact_for(country, knowledge)
        self.program = knowledge.once(Program.of)
        self.engine_name = engine
        self._engine = knowledge.once(_engine_of, engine)

    def __reduce__(self) -> tuple[Any, ...]:
        """A pickle holds what it was built from; an engine is built again."""
        return type(self), (self.knowledge, self.engine_name, self._country)

    def __deepcopy__(self, memo: dict[int, Any]) -> Self:
        """Itself: nothing in it changes, and plans share it."""
        return self

    def derive(self, facts: Facts) -> Derivation:
        """Everything that follows from the facts."""
        return self._engine.derive(facts)

    def plan(self, facts: Facts, plan_type: type[PlanType]) -> PlanType:
        """The plan for the facts, as a plan of the given type."""
        plan = make_plan(self.derive(facts), self.knowledge, plan_type)
        return with_contact(plan, self._contact, self.knowledge)

    def facts_of(self, plan: PlanContent) -> dict[str, Value]:
        """The facts a plan was made from; sets are sets again, as they were before JSON."""
        return {name: _from_json(value) for name, value in plan.facts.items()}


def _from_json(value: Any) -> Value:
    return frozenset(value) if isinstance(value, (tuple, list)) else value


def _engine_of(knowledge: KnowledgeBase, name: EngineName) -> Engine:
    return make_engine(name, knowledge.once(Program.of))


def reasoner_of(
    knowledge: KnowledgeBase | None = None,
    engine: EngineName = "experta",
    country: str | None = None,
) -> Reasoner:
    """The one reasoner on some knowledge, with an engine and for a country; kept with it.

    Plans read from JSON are explained with the one on the library's own knowledge.

    Raises:
        BackfatRulesError: there is no engine of this name, or no numbers for the country.
    """
    known = load_knowledge() if knowledge is None else knowledge
    return known.once(Reasoner, engine, country)
