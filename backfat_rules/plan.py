"""The plan as apps and notebooks hold it: the content, and how it shows itself."""

from __future__ import annotations

from typing import Any, Self

from pydantic import PrivateAttr

from backfat_rules.errors import BackfatRulesError
from backfat_rules.explain.change import PlanChange, compare
from backfat_rules.explain.explanation import Explanation
from backfat_rules.explain.why import why
from backfat_rules.explain.why_not import WhyNot, why_not
from backfat_rules.planning import PlanContent, Reasoner, shipped_reasoner
from backfat_rules.planning.person import Person
from backfat_rules.views import plan_html, plan_text


class Plan(PlanContent):
    """What to do, how much, in which order and why; frozen, and ready for JSON.

    ``print(plan)`` shows it as text; as the last line of a notebook cell it shows itself as HTML.
    ``plan["sleep-longer"]``, ``plan.top(3)`` and ``plan.area("nutrition")`` pick from it.

    >>> from backfat_rules import Plan, Profile, recommend
    >>> plan = recommend(Profile(sleep_hours=5.5))
    >>> Plan.model_validate_json(plan.model_dump_json()) == plan
    True
    """

    _reasoner: Reasoner | None = PrivateAttr(default=None)

    def explained_by(self, reasoner: Reasoner) -> Self:
        """The same plan, which explains itself from this reasoner's knowledge."""
        plan = self.model_copy()
        plan._reasoner = reasoner
        return plan

    def why(self, id: str) -> Explanation:
        """Why something is in the plan, or withheld, or found: a tree down to the person's facts.

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
        return why(id, self, self._person())

    def why_not(self, id: str) -> WhyNot:
        """Why something of the knowledge base is not in the plan.

        Raises:
            BackfatRulesError: nothing has this id.

        >>> from backfat_rules import Profile, recommend
        >>> recommend(Profile(sleep_hours=8, age=30)).why_not("sleep-longer").false[0].text
        'sleep is below 7 h'
        """
        return why_not(id, self, self._person())

    def what_if(self, **facts: Any) -> PlanChange:
        """How the plan would change if some facts were different; None takes an answer back.

        Raises:
            ProfileError: some answers cannot be right.

        >>> from backfat_rules import Profile, recommend
        >>> change = recommend(Profile(sleep_hours=5.5, age=30)).what_if(sleep_hours=8)
        >>> change.removed[0].reason
        'No longer so: short sleep.'
        """
        reasoner = self._reasoned()
        told = {**reasoner.facts_of(self), **facts}
        model = reasoner.knowledge.profile
        answers = {name: value for name, value in told.items() if value is not None}
        checked = model.model_validate(answers)
        changed = {name: getattr(checked, name) for name in answers}
        return compare(self, reasoner.plan(changed, PlanContent))

    def changes_since(self, earlier: PlanContent) -> PlanChange:
        """What is different from an earlier plan of the same person, and why."""
        return compare(earlier, self)

    def _person(self) -> Person:
        reasoner = self._reasoned()
        return Person(reasoner.derive(reasoner.facts_of(self)), reasoner.knowledge)

    def _reasoned(self) -> Reasoner:
        """The reasoner that made the plan; for a plan out of JSON the shipped one, if it fits."""
        reasoner = self._reasoner or shipped_reasoner()
        if reasoner.knowledge.version != self.knowledge_version:
            raise BackfatRulesError(
                f"This plan was made from other knowledge (version {self.knowledge_version}). "
                "Open it with Advisor(knowledge).reopen(plan)."
            )
        return reasoner

    def __eq__(self, other: object) -> bool:
        """Plans are equal if they say the same, whatever they are explained by."""
        return isinstance(other, PlanContent) and self.__dict__ == other.__dict__

    __hash__ = None  # type: ignore[assignment]  # it holds mappings

    def __getstate__(self) -> dict[Any, Any]:
        """A pickled plan is its content, like a plan in JSON."""
        return {**super().__getstate__(), "__pydantic_private__": {"_reasoner": None}}

    def __str__(self) -> str:
        return plan_text(self)

    def __repr__(self) -> str:
        ids = ", ".join(each.id for each in self.recommendations)
        return f"<Plan {self.gate}: {ids or 'no recommendations'}>"

    def _repr_mimebundle_(self, **_: Any) -> dict[str, str]:
        return {"text/plain": plan_text(self), "text/html": plan_html(self)}
