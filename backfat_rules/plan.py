"""The plan as apps and notebooks hold it: the content, and how it shows itself."""

from __future__ import annotations

from dataclasses import replace
from typing import Any, Self

from pydantic import PrivateAttr

from backfat_rules.decision import DecisionContent
from backfat_rules.errors import BackfatRulesError
from backfat_rules.explain.change import PlanChange, compare
from backfat_rules.explain.explanation import Explanation
from backfat_rules.explain.least import Way, least_ways
from backfat_rules.explain.outlook import PlanOutlook, plan_outlook
from backfat_rules.explain.why import why
from backfat_rules.explain.why_not import WhyNot, why_not
from backfat_rules.inference import Derivation
from backfat_rules.language import Facts
from backfat_rules.planning import PlanContent, Reasoner, reasoner_of
from backfat_rules.planning.tell import tell
from backfat_rules.planning.telling import Telling
from backfat_rules.planning.told import checked_facts
from backfat_rules.profile.ranges import retold
from backfat_rules.reading_back import ReadBack
from backfat_rules.units import UnitSystem, must_be_a_system
from backfat_rules.version import __version__
from backfat_rules.views import plan_html, plan_text
from backfat_rules.wording import Reader, shipped_reader

_ANEW_CALL = "Advisor().recommend(plan.facts)"
_ANEW = f"A plan is made anew from its facts: {_ANEW_CALL}."


class Plan(ReadBack, PlanContent):
    """What to do, how much, in which order and why; frozen, and ready for JSON.

    ``print(plan)`` shows it as text; as the last line of a notebook cell it shows itself as HTML.
    ``plan["sleep-longer"]``, ``plan.top(3)`` and ``plan.area("nutrition")`` pick from it.

    >>> from backfat_rules import Plan, Profile, recommend
    >>> plan = recommend(Profile(sleep_hours=5.5))
    >>> Plan.model_validate_json(plan.model_dump_json()) == plan
    True
    """

    stored_as = ("plan", _ANEW)
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

    def why(self, id: str) -> Explanation:
        """Why something is in the plan, or withheld, or found: a tree down to the person's facts.

        A narrowed plan, too, explains everything that follows for the person.

        Args:
            id: a recommendation, message or withheld item of this plan; any finding, value or
                fact; or ``"gate"``.

        Raises:
            BackfatRulesError: nothing has this id, or it is not in the plan.

        >>> from backfat_rules import Profile, recommend
        >>> print(recommend(Profile(sleep_hours=5.5)).why("short_sleep"))
        + You sleep 5.5 h; adults do best with at least 7 h.
          + sleep is below 7 h
            + sleep: 5.5 h
        """
        return why(id, self._told())

    def why_not(self, id: str) -> WhyNot:
        """Why something of the knowledge base is not in the plan.

        Raises:
            BackfatRulesError: nothing has this id.

        >>> from backfat_rules import Profile, recommend
        >>> recommend(Profile(sleep_hours=8, age=30)).why_not("sleep-longer").false[0].text
        'sleep is below 7 h'
        """
        return why_not(id, self._told())

    def what_if(self, **facts: Any) -> PlanChange:
        """How the plan would change if some facts were different; None takes an answer back.

        What is told of a fact, a number or one of ``ranges``, replaces what was told of it before.

        Raises:
            ProfileError: some answers cannot be right.

        >>> from backfat_rules import Profile, recommend
        >>> change = recommend(Profile(sleep_hours=5.5, age=30)).what_if(sleep_hours=8)
        >>> change.removed[0].reason
        'No longer so: short sleep.'
        """
        reasoner, told = self._reasoned(), self._told()
        changed = checked_facts(retold(told.derivation.facts, facts), reasoner.knowledge)
        after = reasoner.plan(changed, PlanContent, self._shown_units)
        return compare(self._whole(), after, told.reader)

    @property
    def outlook(self) -> PlanOutlook:
        """What is certain, possible and ruled out, whatever the missing answers will be.

        >>> from backfat_rules import Profile, recommend
        >>> "sleep-longer" in recommend(Profile(sleep_hours=8, age=30)).outlook.ruled_out
        True
        """
        return plan_outlook(self._told())

    def least_change(
        self, *, clear: str | None = None, gain: str | None = None, limit: int = 3
    ) -> tuple[Way, ...]:
        """The smallest changes of changeable facts that clear or bring a recommendation.

        Args:
            clear: the id of what should go away.
            gain: the id of what should come; give one of the two.
            limit: at most how many ways; each is about other facts, the smallest first.

        Returns:
            The ways; none where no change that people can make does it.

        Raises:
            BackfatRulesError: nothing has this id, or not exactly one of the two was given.

        >>> from backfat_rules import Profile, recommend
        >>> plan = recommend(Profile(sleep_hours=5.5))
        >>> [way.text for way in plan.least_change(clear="sleep-longer")]
        ['sleep: 5.5 to 7 h']
        """
        id = clear or gain
        if id is None or (clear and gain):
            raise BackfatRulesError("Give either clear=... or gain=..., the id of one entry.")
        return least_ways(
            id,
            gain=gain is not None,
            person=self._told(),
            reasoner=self._reasoned(),
            limit=limit,
        )

    def changes_since(self, earlier: PlanContent) -> PlanChange:
        """What is different from an earlier plan of the same person, and why.

        Two plans of this library and knowledge are compared whole and in the units of this one.
        A plan of another version is taken as it stands: store whole plans, in metric units.

        Raises:
            BackfatRulesError: the texts are in different units, and the versions differ.
        """
        reasoner = self._reasoner or reasoner_of()
        here = (__version__, reasoner.knowledge.version)
        if all((each.library_version, each.knowledge_version) == here for each in (earlier, self)):
            facts = reasoner.facts_of(earlier)
            before = reasoner.plan(facts, PlanContent, self._shown_units)
            return compare(before, self._whole(), self._told().reader)
        units = self._shown_units
        earlier_units = earlier._shown_units if isinstance(earlier, Plan) else units
        if earlier_units != units:
            raise BackfatRulesError(
                f"One plan is in {earlier_units} units, the other in {units} ones, and they are of "
                "different versions. Compare them before in_units."
            )
        return compare(earlier, self, reasoner.reader_in(units))

    def in_units(self, system: UnitSystem) -> Self:
        """The same plan, told again with amounts as in the US or the UK; its data stay metric.

        A narrowed plan stays narrowed. A plan out of JSON, too, is told again from its facts, by
        this version of the library: open it
        with ``Advisor.reopen`` first if it came from another knowledge base, or with a country.

        Raises:
            BackfatRulesError: there is no such system, pint is not installed, or the plan was made
                from other knowledge.
            ProfileError: the facts of a plan out of JSON cannot be right.

        >>> from backfat_rules import Profile, recommend
        >>> plan = recommend(Profile(age=30, water_l_per_day=1.2)).in_units("us")
        >>> plan["drink-enough"].reasons[0].text
        'You drink about 41 fl oz of water a day; 55 to 68 fl oz is a rough guide.'
        """
        must_be_a_system(system)
        if system == self._units:
            return self
        reasoner, told = self._reasoned(), self._told()
        again = replace(told, reader=reasoner.reader_in(system), reasons={})
        whole = tell(again, type(self))
        kept = tuple(each for each in whole.recommendations if each.id in self)
        first = {each.recommendation for each in self.first_steps}
        steps = tuple(each for each in whole.first_steps if each.recommendation in first)
        plan = whole.model_copy(update={"recommendations": kept, "first_steps": steps})
        return plan.explained_by(reasoner, again)

    @property
    def _shown_units(self) -> UnitSystem:
        """The units of everything that is said about the plan."""
        return self._units or "metric"

    @property
    def decision(self) -> DecisionContent:
        """What was decided, without words: everything by id and number.

        A plan out of JSON is decided again, from its facts.

        Raises:
            BackfatRulesError: the plan was made from other knowledge.
            ProfileError: the facts of a plan out of JSON cannot be right.

        >>> from backfat_rules import Profile, recommend
        >>> recommend(Profile(sleep_hours=5.5)).decision.advice[0].id
        'sleep-longer'
        """
        return self._told().decision

    def _whole(self) -> PlanContent:
        """Everything that was told to the person, in the units that the plan says it is in.

        It may have been narrowed since, and out of JSON it may be in others: then it is told again.
        """
        told = self._told()
        shown = (len(self.recommendations), len(self.first_steps))
        decided = (len(told.decision.advice), len(told.decision.first_steps))
        is_whole = self._units is not None and shown == decided  # a stored one may be in any units
        return self if is_whole else tell(told, PlanContent)

    def _told(self) -> Telling:
        """What the plan was told from; for a plan out of JSON it is made at the first question."""
        if self._telling is None:
            reasoner = self._reasoned()
            facts = reasoner.facts_of(self)
            self._telling = reasoner.telling(facts, self._shown_units)
        return self._telling

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
                f"This plan was made from other knowledge (version {self.knowledge_version}, and "
                f"this is {reasoner.knowledge.version}). Make it anew: {_ANEW_CALL}, or ask the "
                "advisor of that knowledge: Advisor(knowledge).reopen(plan)."
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

    def __str__(self) -> str:
        return plan_text(self, reader=self._reader())

    def __repr__(self) -> str:
        ids = ", ".join(each.id for each in self.recommendations)
        return f"<Plan {self.gate}: {ids or 'no recommendations'}>"

    def _repr_mimebundle_(self, **_: Any) -> dict[str, str]:
        reader = self._reader()
        return {"text/plain": plan_text(self, reader=reader), "text/html": plan_html(self, reader)}
