"""What the explorer shows for some facts: a function of the facts alone, and of those before."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

from backfat_rules.advisor import Advisor
from backfat_rules.explain.change import PlanChange
from backfat_rules.interview import Interview
from backfat_rules.language import evaluate
from backfat_rules.plan import Plan
from backfat_rules.planning.told import checked_facts
from backfat_rules.profile.ranges import RANGES

Facts = Mapping[str, Any]


def facts_after(facts: Facts, id: str, value: Any, advisor: Advisor) -> dict[str, Any]:
    """The facts after one more answer, as JSON holds them; None takes an answer back.

    Args:
        facts: what was told before.
        id: the name of a fact, or the id of a statement.
        value: the answer.
        advisor: on whose knowledge.

    Raises:
        ProfileError: the answer cannot be right, or contradicts another.
        BackfatRulesError: there is no such fact or statement.
    """
    interview = Interview(answers=facts, listed=tuple(facts.get(RANGES) or ()))
    told = advisor.interview(interview).answer(id, value)
    return as_told(told.plan())


def as_told(plan: Plan) -> dict[str, Any]:
    """The facts of a plan as JSON holds them."""
    told: dict[str, Any] = json.loads(plan.model_dump_json(include={"facts"}))["facts"]
    return told


def state_of(plan: Plan, before: Plan | None, advisor: Advisor) -> dict[str, Any]:
    """All that is shown: the facts, the values of the controls, the plan and what is new in it.

    Args:
        plan: the plan for the facts.
        before: the plan that was shown before; None at first.
        advisor: who made both.
    """
    change = None if before is None else plan.changes_since(before)
    facts = as_told(plan)
    return {
        "facts": facts,
        "values": {**facts, **_statements(plan, advisor)},
        "plan": plan.to_html(),
        "change": change.to_html() if change else "",
        "changed": _changed(change) if change else {},
        "code": python_of(facts, advisor),
        "error": "",
    }


def python_of(facts: Facts, advisor: Advisor) -> str:
    """The line of Python that gives the plan for some facts."""
    told = advisor.knowledge.profile_model.model_validate(facts)
    return f"recommend({told!r})"


def _statements(plan: Plan, advisor: Advisor) -> dict[str, bool]:
    """Which statements are known to be true or false, by id."""
    known = checked_facts(plan.facts, advisor.knowledge)
    means = ((id, each.means.tree) for id, each in advisor.knowledge.statements.items())
    held = ((id, evaluate(tree, known)) for id, tree in means)
    return {id: holds for id, holds in held if isinstance(holds, bool)}


def _changed(change: PlanChange) -> dict[str, str]:
    """What is different about each piece of advice, by its id."""
    found = {each.id: "amount" for each in change.doses}
    found |= {each.id: "less" for each in change.moved_down}
    found |= {each.id: "more" for each in change.moved_up}
    return found | {each.id: "new" for each in change.added}
