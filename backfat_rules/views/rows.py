"""Advice as rows of plain values, which every library of data frames takes."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TypeAlias

from backfat_rules.decision import DecisionContent
from backfat_rules.decision.priority import PriorityParts
from backfat_rules.planning import PlanContent

Cell: TypeAlias = str | float | bool | None


def plan_rows(plan: PlanContent) -> list[dict[str, Cell]]:
    """A row for each recommendation, in order; all rows have the same columns.

    ``impact``, ``severity``, ``evidence``, ``goals`` and ``complaint`` are the parts of the
    priority, 0 to 1.
    """
    begin_with = {step.recommendation for step in plan.first_steps}
    return [
        {
            **_row(rank, each.id, each.priority, each.priority_parts, each.id in begin_with),
            "area": each.area,
            "topic": each.topic,
            "title": each.title,
            "action": each.action,
            "dose": each.dose.text if each.dose else None,
            "verdict": each.evidence,
            "reason": each.reasons[0].text if each.reasons else None,
            "expect": each.expect,
            "done_when": each.done_when,
        }
        for rank, each in enumerate(plan, start=1)
    ]


def decision_rows(decision: DecisionContent) -> list[dict[str, Cell]]:
    """A row for each advice, in order: the columns of a plan that are no words."""
    begin_with = {*decision.first_steps}
    return [
        _row(each.rank, each.id, each.priority, each.priority_parts, each.id in begin_with)
        for each in decision
    ]


def _row(
    rank: int, id: str, priority: float, parts: PriorityParts, first_step: bool
) -> dict[str, Cell]:
    numbers: Mapping[str, float | None] = dict(parts)
    return {"rank": rank, "id": id, "priority": priority, **numbers, "first_step": first_step}
