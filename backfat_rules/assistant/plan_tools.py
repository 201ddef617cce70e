"""The tools that look at a plan: the plan itself, why, what if, and what can be told."""

from __future__ import annotations

from typing import Annotated

from mcp.types import CallToolResult

from backfat_rules.assistant.refusals import refusing
from backfat_rules.assistant.tool_data import (
    Advised,
    AnyId,
    Askable,
    Call,
    Changes,
    Days,
    Explained,
    Facts,
    Page,
    Start,
    Weeks,
    advisor_of,
    result,
)
from backfat_rules.errors import BackfatRulesError, did_you_mean
from backfat_rules.explain.change import PlanChange
from backfat_rules.plain import cut, shown_value
from backfat_rules.plan import Plan
from backfat_rules.programme import Programme


@refusing
def recommend(facts: Facts, call: Call) -> Annotated[CallToolResult, Page]:
    """The plan of a person on one page: what to mind, where to begin and why, what comes next."""
    made = advisor_of(call).recommend(facts)
    text = made.text()
    page = Page(
        gate=made.gate,
        text=text,
        recommendations=tuple(
            Advised(id=each.id, area=each.area, title=each.title, priority=each.priority)
            for each in made.recommendations
        ),
        withheld=tuple(each.id for each in made.withheld),
        knowledge_version=made.knowledge_version,
    )
    return result(text, page)


@refusing
def plan(facts: Facts, call: Call) -> Annotated[CallToolResult, Plan]:
    """The whole plan as data for an app, with every step, reason and source; it is long."""
    made = advisor_of(call).recommend(facts)
    return result(made.text("full"), made)


@refusing
def explain(facts: Facts, id: AnyId, call: Call) -> Annotated[CallToolResult, Explained]:
    """Why something is in the plan of a person, down to what they told; or why it is not in it."""
    made = advisor_of(call).recommend(facts)
    try:
        why = made.why(id)
    except BackfatRulesError:
        against = made.why_not(id)
        text = str(against)
        return result(text, Explained(id=id, text=text, why_not=against))
    text = str(why)
    return result(text, Explained(id=id, text=text, why=why))


@refusing
def what_if(facts: Facts, changes: Changes, call: Call) -> Annotated[CallToolResult, PlanChange]:
    """How the plan of a person would change if some of what they told were different."""
    change = advisor_of(call).recommend(facts).what_if(**changes)
    return result(str(change), change)


@refusing
def week(
    facts: Facts, call: Call, start: Start = None, weeks: Weeks = 1, days: Days = None
) -> Annotated[CallToolResult, Programme]:
    """The training week of a person, or several: what on which day, how much, and why."""
    made = advisor_of(call).recommend(facts).programme(start, weeks, days=days)
    return result(made.text(), made)


@refusing
def facts(area: str, call: Call) -> Annotated[CallToolResult, Askable]:
    """Everything that a person can tell in one area, each with its question, unit and choices.

    Areas are body, health, sleep, stress, movement, food and training.
    """
    advisor = advisor_of(call)
    known = advisor.knowledge.facts.values()
    areas = dict.fromkeys(fact.area for fact in known)
    if area not in areas:
        remedy = did_you_mean(cut(area), [*areas]) or f"Choose one of {', '.join(areas)}."
        raise BackfatRulesError(f"There is no area of facts {shown_value(area)}. {remedy}")
    interview = advisor.interview()
    questions = [interview.question_on(fact.name) for fact in known if fact.area == area]
    text = "\n".join(f"{each.id}: {each.text}" for each in questions)
    return result(text, Askable(questions=tuple(questions)))
