"""What an app calls for one person: decide, recommend, store, explain."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from random import Random
from typing import Any

from backfat_rules import Advisor, Plan, recommend
from benchmarks.inference import ANSWERS
from benchmarks.measure import Contestant, Effort, medians
from benchmarks.people import people
from benchmarks.report import Line

Asked = tuple[Plan, str]


def lines(effort: Effort) -> Iterator[Line]:
    """The goals of the verbs."""
    found = [medians(_contestants(answered), effort) for answered in ANSWERS]

    def measured(name: str) -> tuple[float, ...] | None:
        return tuple(each[name] for each in found) if name in found[0] else None

    yield Line("decide, direct", (0.15, 0.5), measured("decide, direct"))
    yield Line("decide, experta", (0.6, 2), measured("decide, experta"))
    yield Line("recommend, direct", (1.2, 3), measured("recommend, direct"))
    yield Line("recommend, experta", (1.6, 4.5), measured("recommend, experta"))
    yield Line("plan to JSON and back", (0.5, 2.5), measured("json"))
    yield Line("why", (2, 2), measured("why"))
    yield Line("why_not", (5, 5), measured("why_not"))
    plain, whole = measured("recommend, experta"), measured("what_if")
    if plain and whole:
        ratio = tuple(a / b for a, b in zip(whole, plain, strict=True))
        yield Line("what_if, of recommend", (2, 2), ratio, "x")


def _contestants(answered: int) -> dict[str, Contestant]:
    found: dict[str, Contestant] = {}

    def add(name: str, call: Callable[[Any], object], told: Callable[[Any], Any]) -> None:
        found[name] = Contestant(call, map(told, people(answered, seed=len(found))))

    for engine in ("direct", "experta"):
        advisor: Any = Advisor(engine=engine)
        add(f"recommend, {engine}", advisor.recommend, lambda profile: profile)
        if hasattr(advisor, "decide"):
            add(f"decide, {engine}", advisor.decide, lambda profile: profile)
    draw = Random(answered)
    add("json", _stored, recommend)
    add("why", lambda asked: asked[0].why(asked[1]), lambda each: _inside(recommend(each), draw))
    add(
        "why_not",
        lambda asked: asked[0].why_not(asked[1]),
        lambda each: _outside(recommend(each), draw),
    )
    add("what_if", lambda plan: plan.what_if(sleep_hours=8), recommend)
    return found


def _stored(plan: Plan) -> Plan:
    return Plan.model_validate_json(plan.model_dump_json())


def _inside(plan: Plan, draw: Random) -> Asked:
    """A plan, and something that it recommends."""
    return plan, draw.choice([each.id for each in plan.recommendations] or ["gate"])


def _outside(plan: Plan, draw: Random) -> Asked:
    """A plan, and something that it does not recommend."""
    others = [id for id in Advisor().knowledge.recommendations if id not in plan]
    return plan, draw.choice(others)
