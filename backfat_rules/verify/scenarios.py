"""Whole people run through a knowledge base: what differs from the plan that they must get."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from backfat_rules.knowledge.entry import LossName
from backfat_rules.knowledge.scenario import Scenario
from backfat_rules.planning import PlanContent, Reasoner
from backfat_rules.planning.told import checked_facts

_NOT_SHOWN = {"facts", "withheld", "instead_of", "questions", "sources"}
"""What a plan repeats from the person, or names as left out; sources cite, they do not advise."""


@dataclass(frozen=True, slots=True)
class Difference:
    """One thing in which a plan is not what a scenario says.

    Attributes:
        field: the field of the scenario.
        said: what is wrong.
        behind: ids of entries that it can come from, the likeliest first.
    """

    field: LossName
    said: str
    behind: tuple[str, ...]


def differences(scenario: Scenario, reasoner: Reasoner) -> Iterator[Difference]:
    """Everything in which the person's plan is not what the scenario says.

    >>> from backfat_rules.planning import reasoner_of
    >>> reasoner = reasoner_of(engine="direct")
    >>> list(differences(reasoner.knowledge.scenarios["desk-worker"], reasoner))
    []
    """
    plan = reasoner.plan(checked_facts(scenario.facts, reasoner.knowledge), PlanContent)
    if plan.gate != scenario.gate:
        fired = tuple(each.id for each in plan.messages if each.kind == "screening")
        yield Difference("gate", f"the gate is {plan.gate}, not {scenario.gate}", fired)
    given = {each.id for each in _given(plan)}
    because = {each.id: each.because for each in plan.withheld}
    for id in scenario.must_have:
        if id not in given:
            behind = (id, *([because[id]] if id in because else []))
            yield Difference("must_have", f"{id} is missing", behind)
    shown = {*_shown(json.loads(plan.model_dump_json()))}
    for id in scenario.must_not:
        if id in shown:
            yield Difference("must_not", f"{id} is shown", (id,))
    first = plan.recommendations[0].id if plan.recommendations else "nothing"
    if scenario.first not in (None, first):
        yield Difference("first", f"{first} comes first, not {scenario.first}", (first,))


def _given(plan: PlanContent) -> Iterator[Any]:
    yield from plan.messages
    for each in plan.all_ways:
        yield from (each, *each.foods, *each.exercises)


def _shown(data: Any) -> Iterator[str]:
    """Every word and text of a plan's JSON, names of fields included, but for what is left out."""
    if isinstance(data, dict):
        for key, value in data.items():
            if key not in _NOT_SHOWN:
                yield key
                yield from _shown(value)
    elif isinstance(data, list):
        for each in data:
            yield from _shown(each)
    elif isinstance(data, str):
        yield data
