"""Knowledge and an engine together: what turns facts into decisions and plans."""

from __future__ import annotations

from typing import Any, Self, TypeVar

from backfat_rules.arguments import must_be
from backfat_rules.decision import DecisionContent
from backfat_rules.inference import Derivation, Engine, EngineName, Program, make_engine
from backfat_rules.knowledge import KnowledgeBase, load_knowledge
from backfat_rules.knowledge.vocabulary import FALLBACK
from backfat_rules.language import Facts, Value
from backfat_rules.planning.plan_content import PlanContent
from backfat_rules.planning.tell import tell
from backfat_rules.planning.telling import Telling
from backfat_rules.planning.told import checked_facts
from backfat_rules.units import UnitSystem, must_be_a_system
from backfat_rules.wording import Reader

PlanType = TypeVar("PlanType", bound=PlanContent)


class Reasoner:
    """Derives, decides and tells; built once, safe to share between threads.

    Args:
        knowledge: what to reason from.
        engine: which engine infers; the outcome is the same with each.
        country: whose emergency numbers messages name; none in particular if None.
        language: the language of what is said.

    Raises:
        BackfatRulesError: there is no engine of this name, or no numbers for the country, or no
            words for the language.
    """

    def __init__(
        self,
        knowledge: KnowledgeBase,
        engine: EngineName = "experta",
        country: str | None = None,
        language: str = FALLBACK,
    ) -> None:
        self.knowledge = knowledge
        self.reader = knowledge.once(Reader, language, "metric", country)
        self.program = knowledge.once(Program.of)
        self.engine_name = engine
        self._engine = knowledge.once(_engine_of, engine)

    def __reduce__(self) -> tuple[Any, ...]:
        """A pickle holds what it was built from; an engine is built again."""
        reader = self.reader
        return type(self), (self.knowledge, self.engine_name, reader.country, reader.language)

    def __deepcopy__(self, memo: dict[int, Any]) -> Self:
        """Itself: nothing in it changes, and plans share it."""
        return self

    def reader_in(self, units: UnitSystem) -> Reader:
        """The same reader, with amounts in other units."""
        must_be_a_system(units)
        reader = self.reader
        return self.knowledge.once(Reader, reader.language, units, reader.country)

    def speaking(self, language: str, country: str | None) -> Reasoner:
        """The same in another language or for another country; None keeps the country."""
        must_be(str, language, "A language has a name")
        must_be(str | None, country, "A country has a code")
        wanted = country or self.reader.country
        if (language, wanted) == (self.reader.language, self.reader.country):
            return self
        return self.knowledge.once(Reasoner, self.engine_name, wanted, language)

    def derive(self, facts: Facts) -> Derivation:
        """Everything that follows from the facts."""
        return self._engine.derive(facts)

    def telling(self, facts: Facts, units: UnitSystem = "metric") -> Telling:
        """The person who told the facts, and the reader to whom a plan is told."""
        return Telling(self.derive(facts), self.knowledge, self.reader_in(units))

    def plan(
        self, facts: Facts, plan_type: type[PlanType], units: UnitSystem = "metric"
    ) -> PlanType:
        """The plan for the facts, as a plan of the given type."""
        return tell(self.telling(facts, units), plan_type)

    def facts_of(self, stored: PlanContent | DecisionContent) -> dict[str, Value]:
        """The facts that a plan or decision was made from, checked like any answers.

        Raises:
            ProfileError: some of them cannot be right: what was stored may have been edited.
        """
        return checked_facts(stored.facts, self.knowledge)


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
    must_be(str, engine, "An engine has a name")
    must_be(str | None, country, "A country has a code")
    known = load_knowledge() if knowledge is None else knowledge
    return known.once(Reasoner, engine, country)
