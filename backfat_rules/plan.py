"""The plan as apps and notebooks hold it: the content, and how it shows itself."""

from __future__ import annotations

from typing import Any, Self

from pydantic import PrivateAttr

from backfat_rules.planning import PlanContent, Reasoner
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
