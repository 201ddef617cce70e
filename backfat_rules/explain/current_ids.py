"""A plan of an earlier version by the ids of today, so that it can be compared."""

from __future__ import annotations

from typing import TypeVar

from backfat_rules.knowledge import KnowledgeBase
from backfat_rules.planning.plan_content import (
    FindingResult,
    OtherWay,
    PlanContent,
    Reason,
    Recommendation,
    Withheld,
)

Part = TypeVar("Part", Recommendation, OtherWay, Reason, Withheld, FindingResult)


def by_current_ids(plan: PlanContent, knowledge: KnowledgeBase) -> PlanContent:
    """The same plan; of parts that have become one, the first stays."""

    def current(parts: tuple[Part, ...]) -> tuple[Part, ...]:
        found: dict[str, Part] = {}
        for each in parts:
            id = knowledge.current_id(each.id)
            found.setdefault(id, each if id == each.id else each.model_copy(update={"id": id}))
        return tuple(found.values())

    advice = current(plan.recommendations)
    return plan.model_copy(
        update={
            "recommendations": tuple(
                each.model_copy(
                    update={"reasons": current(each.reasons), "ways": current(each.ways)}
                )
                for each in advice
            ),
            "withheld": current(plan.withheld),
            "findings": current(plan.findings),
        }
    )
