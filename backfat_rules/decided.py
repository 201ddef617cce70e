"""The decision as apps hold it: the content, as JSON and as a plan."""

from __future__ import annotations

from typing import Any, Self

from backfat_rules.arguments import must_be_a_count
from backfat_rules.decision import DecisionContent, Person
from backfat_rules.decision.assemble import decision_of
from backfat_rules.decision.stored import from_json, to_json
from backfat_rules.errors import BackfatRulesError
from backfat_rules.inference import Derivation
from backfat_rules.knowledge import load_knowledge
from backfat_rules.knowledge.vocabulary import FALLBACK
from backfat_rules.language import Facts
from backfat_rules.plain import cut, plain
from backfat_rules.plan import Plan
from backfat_rules.planning import Reasoner, reasoner_of
from backfat_rules.units import UnitSystem
from backfat_rules.views.rows import Cell, decision_rows


class Decision(DecisionContent):
    """What is advised, without a word: everything by id and number, frozen, ready for JSON.

    ``decision["sleep-longer"]`` picks from it; ``decision.plan()`` tells it.

    >>> from backfat_rules import Advisor, Profile
    >>> decision = Advisor().decide(Profile(sleep_hours=5.5))
    >>> decision.advice[0].id, decision.advice[0].end.facts
    ('sleep-longer', ('sleep_hours',))
    >>> Decision.model_validate_json(decision.model_dump_json()) == decision
    True
    """

    _reasoner: Reasoner | None = None
    _derivation: Derivation | None = None

    @classmethod
    def of(cls, facts: Facts, reasoner: Reasoner) -> Self:
        """The decision on some facts, which have been checked."""
        person = Person(reasoner.derive(facts), reasoner.knowledge)
        decision = decision_of(person, cls)
        object.__setattr__(decision, "_reasoner", reasoner)
        object.__setattr__(decision, "_derivation", person.derivation)
        return decision

    @classmethod
    def held(cls, content: DecisionContent, derivation: Derivation, reasoner: Reasoner) -> Self:
        """What was decided already, as apps hold it."""
        decision = object.__new__(cls)
        decision.__dict__.update(content.__dict__, _reasoner=reasoner, _derivation=derivation)
        return decision

    def told_by(self, reasoner: Reasoner) -> Self:
        """The same decision, to be told from the knowledge of this reasoner."""
        decision = object.__new__(type(self))
        decision.__dict__.update(self.__dict__, _reasoner=reasoner, _derivation=None)
        return decision

    def plan(
        self,
        language: str = FALLBACK,
        units: UnitSystem = "metric",
        country: str | None = None,
    ) -> Plan:
        """The plan for a reader.

        Args:
            language: a language that the knowledge has words for.
            units: the units of amounts.
            country: whose emergency numbers messages name; None for those of the advisor.

        Raises:
            BackfatRulesError: the decision was made from other knowledge, or there are no words for
                the language, no such units, or no numbers for the country.
            ProfileError: the facts of a decision out of JSON cannot be right.
        """
        reasoner = self._reasoned().speaking(language, country)
        derivation = self._derivation
        if derivation is None:
            derivation = reasoner.derive(reasoner.facts_of(self))
        return Plan.told(derivation, reasoner, units)

    def to_rows(self) -> list[dict[str, Cell]]:
        """A row for each advice, for ``DataFrame(decision.to_rows())`` of any library."""
        return decision_rows(self)

    def _current(self, id: str) -> str:
        """The id of today, in the knowledge that the decision can be told from."""
        knowledge = self._reasoner.knowledge if self._reasoner else load_knowledge()
        return knowledge.current_id(id)

    def model_dump_json(self, *, indent: int | None = None) -> str:
        """The decision as JSON; equal decisions give equal text, byte for byte.

        Raises:
            BackfatRulesError: the blanks of an indent are no whole number.
        """
        if indent is not None:
            must_be_a_count(indent, "indent")
        return to_json(self, indent)

    @classmethod
    def model_validate_json(cls, json_data: str | bytes | bytearray) -> Self:
        """The decision that was stored.

        Raises:
            BackfatRulesError: the text is no stored decision, or of a format of another version.
        """
        return from_json(cls, json_data)

    def _reasoned(self) -> Reasoner:
        reasoner = self._reasoner or reasoner_of()
        if reasoner.knowledge.version != self.knowledge_version:
            raise BackfatRulesError(
                "This decision was made from other knowledge "
                f"(version {plain(cut(self.knowledge_version))}, "
                f"and this is {reasoner.knowledge.version}). Decide again: "
                "Advisor().decide(decision.facts), or tell it with the advisor of that knowledge: "
                "Advisor(knowledge).reopen(decision).plan()."
            )
        return reasoner

    def __reduce__(self) -> tuple[Any, ...]:
        """A pickled decision is its content, like one in JSON."""
        return type(self).model_validate_json, (self.model_dump_json(),)
