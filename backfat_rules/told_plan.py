"""A plan that knows what it was told from: knowledge, reader, and what was derived."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Self

from pydantic import PrivateAttr

from backfat_rules.errors import BackfatRulesError
from backfat_rules.inference import Derivation
from backfat_rules.knowledge import load_knowledge
from backfat_rules.language import Facts
from backfat_rules.plain import cut, plain
from backfat_rules.planning import PlanContent, Reasoner, reasoner_of
from backfat_rules.planning.tell import tell
from backfat_rules.planning.telling import Telling
from backfat_rules.reading_back import ReadBack, StoredKind
from backfat_rules.units import UnitSystem
from backfat_rules.wording import Reader, shipped_reader

if TYPE_CHECKING:
    from backfat_rules.decided import Decision

_ANEW = 'Make it anew from its facts: Advisor().recommend(json.loads(text)["facts"]).'


class ToldPlan(ReadBack, PlanContent, frozen=True):
    """The content of a plan, and what can say more about it.

    Out of JSON, a copy or a pickle it is the content alone; what it was told from is then made
    again from the facts, at the first question.
    """

    stored_as = StoredKind(name="plan", format="1", remedy=_ANEW)
    _reasoner: Reasoner | None = PrivateAttr(default=None)
    _telling: Telling | None = PrivateAttr(default=None)
    _units: UnitSystem | None = PrivateAttr(default=None)  # not known of a plan out of JSON

    @classmethod
    def of(cls, facts: Facts, reasoner: Reasoner, units: UnitSystem = "metric") -> Self:
        """The plan for some facts, which have been checked."""
        return cls.told(reasoner.derive(facts), reasoner, units)

    @classmethod
    def told(cls, derivation: Derivation, reasoner: Reasoner, units: UnitSystem = "metric") -> Self:
        """The plan for what was derived."""
        telling = Telling(derivation, reasoner.knowledge, reasoner.reader_in(units))
        return tell(telling, cls).explained_by(reasoner, telling)

    def explained_by(self, reasoner: Reasoner, telling: Telling | None = None) -> Self:
        """The same plan, which explains itself from this reasoner's knowledge.

        Args:
            reasoner: what made the plan, or could have made it.
            telling: what the plan was told from, where the caller knows it.
        """
        plan = self.model_copy()
        plan._reasoner, plan._telling = reasoner, telling
        if telling is not None:
            plan._units = telling.reader.units
        return plan

    @property
    def decision(self) -> Decision:
        """What was decided, without words: everything by id and number.

        A plan out of JSON is decided again, from its facts.

        Raises:
            BackfatRulesError: the plan was made from other knowledge.
            ProfileError: the facts of a plan out of JSON cannot be right.

        >>> from backfat_rules import Profile, recommend
        >>> recommend(Profile(sleep_hours=5.5)).decision.advice[0].id
        'sleep-longer'
        """
        from backfat_rules.decided import Decision  # which stands above plans, as it makes them

        told, reasoner = self._told(), self._reasoned()
        return Decision.held(told.decision, told.derivation, reasoner)

    @property
    def _shown_units(self) -> UnitSystem:
        """The units of everything that is said about the plan."""
        return self._units or "metric"

    def _told(self) -> Telling:
        """What the plan was told from; for a plan out of JSON it is made at the first question."""
        if self._telling is None:
            reasoner = self._reasoned()
            facts = reasoner.facts_of(self)
            self._telling = reasoner.telling(facts, self._shown_units)
        return self._telling

    def _current(self, id: str) -> str:
        """The id of today, in the knowledge that the plan can be explained from."""
        knowledge = self._reasoner.knowledge if self._reasoner else load_knowledge()
        return knowledge.current_id(id)

    def _reader(self) -> Reader:
        """Who reads the plan; a plan out of JSON is read as the library's own."""
        if self._telling is not None:
            return self._telling.reader
        return self._reasoner.reader_in(self._shown_units) if self._reasoner else shipped_reader()

    def _reasoned(self) -> Reasoner:
        """The reasoner that made the plan; for a plan out of JSON the shipped one, if it fits."""
        reasoner = self._reasoner or reasoner_of()
        if reasoner.knowledge.version != self.knowledge_version:
            raise BackfatRulesError(
                "This plan was made from other knowledge "
                f"(version {plain(cut(self.knowledge_version))}, "
                f"and this is {reasoner.knowledge.version}). Make it anew: "
                "Advisor().recommend(plan.facts), or ask the advisor of that knowledge: "
                "Advisor(knowledge).reopen(plan)."
            )
        return reasoner

    def __eq__(self, other: object) -> bool:
        """Plans are equal if they say the same, whatever they are explained by."""
        return isinstance(other, PlanContent) and self.__dict__ == other.__dict__

    __hash__ = None  # type: ignore[assignment]  # it holds mappings

    def __getstate__(self) -> dict[Any, Any]:
        """A pickled plan is its content, like a plan in JSON."""
        private = {"_reasoner": None, "_telling": None, "_units": self._units}
        return {**super().__getstate__(), "__pydantic_private__": private}
