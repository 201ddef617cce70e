"""Knowledge and an engine together: what turns facts into derivations and plans."""

from __future__ import annotations

from functools import cache
from typing import Any, Self, TypeVar

from backfat_rules.inference import Derivation, EngineName, Program, make_engine
from backfat_rules.knowledge import KnowledgeBase, load_knowledge
from backfat_rules.language import Facts, Value
from backfat_rules.planning.contacts import contact_for, with_contact
from backfat_rules.planning.plan import PlanContent
from backfat_rules.planning.planner import make_plan
from backfat_rules.units import UnitSystem

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
        self.program = Program.of(knowledge)
        self.engine_name = engine
        self._engine = make_engine(engine, self.program)

    def __reduce__(self) -> tuple[Any, ...]:
        """A pickle holds what it was built from; an engine is built again."""
        return type(self), (self.knowledge, self.engine_name, self._country)

    def __deepcopy__(self, memo: dict[int, Any]) -> Self:
        """Itself: nothing in it changes, and plans share it."""
        return self

    def derive(self, facts: Facts) -> Derivation:
        """Everything that follows from the facts."""
        return self._engine.derive(facts)

    def plan(
        self, facts: Facts, plan_type: type[PlanType], units: UnitSystem = "metric"
    ) -> PlanType:
        """The plan for the facts, as a plan of the given type, told in the units of a system."""
        plan = make_plan(self.derive(facts), self.knowledge, plan_type, units)
        return with_contact(plan, self._contact, self.knowledge, units)

    def facts_of(self, plan: PlanContent) -> dict[str, Value]:
        """The facts a plan was made from; sets are sets again, as they were before JSON."""
        return {name: _from_json(value) for name, value in plan.facts.items()}


def _from_json(value: Any) -> Value:
    return frozenset(value) if isinstance(value, (tuple, list)) else value


@cache
def shipped_reasoner() -> Reasoner:
    """The reasoner on the library's own knowledge; plans read from JSON are explained with it."""
    return Reasoner(load_knowledge())
