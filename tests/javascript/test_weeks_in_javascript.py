"""The pack puts training weeks together, and tells them, as Python does."""

from __future__ import annotations

import json
from collections.abc import Iterator
from itertools import chain, islice
from typing import Any

import pytest

from backfat_rules import Advisor, BackfatRulesError, load_knowledge
from benchmarks.javascript import (
    differences,
    disagreement_on_weeks,
    node_with,
    people,
    wishes,
)
from benchmarks.node import Node, RefusedError
from tests.javascript.without_node import needs_node
from tests.training.invented_people import person

pytestmark = needs_node

ADVISOR = Advisor(engine="direct")
OF_EACH_KIND = 150
SOMEBODY: dict[str, Any] = {"experience": "novice", "training_days": ["mon", "thu"]}


@pytest.fixture(scope="module")
def node(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Node]:
    """Node with the pack of the library's own knowledge."""
    with node_with(load_knowledge(), tmp_path_factory.mktemp("pack")) as running:
        yield running


def test_everybody_of_the_scenarios_gets_the_same_weeks(node: Node) -> None:
    """Days, moves, numbers, conflicts and words of each whole person are the same."""
    for scenario, wished in zip(load_knowledge().scenarios.values(), wishes(), strict=False):
        told = json.loads(json.dumps({**scenario.facts}))
        assert disagreement_on_weeks(node, ADVISOR, told, wished) == "", scenario.id


def test_anybody_gets_the_same_weeks(node: Node) -> None:
    """So are those of anybody at all, whatever is told and wished."""
    crowd = chain(map(person, range(OF_EACH_KIND)), islice(people(), OF_EACH_KIND))
    for told, wished in zip(crowd, wishes(), strict=False):
        apart = disagreement_on_weeks(node, ADVISOR, told, wished)
        assert apart == "", json.dumps([told, wished])


def test_what_stood_in_the_week_before_stays(node: Node) -> None:
    """A week after another one keeps its moves in the pack as in Python."""
    before = ADVISOR.recommend(SOMEBODY).programme()
    told = {**SOMEBODY, "equipment": ["band", "dumbbell", "bench"]}
    ours = ADVISOR.recommend(told).programme(after=before)
    assert [*ours.moves] != [*ADVISOR.recommend(told).programme().moves]
    theirs = node.call("programme", told, {"after": json.loads(before.model_dump_json())})
    assert [*differences(json.loads(ours.model_dump_json()), theirs)] == []


@pytest.mark.parametrize(
    "wished",
    [
        {"weeks": 0},
        {"weeks": 53},
        {"weeks": 1.5},
        {"days": 0},
        {"days": 8},
        {"start": "soon"},
        {"start": "2026-02-30"},
    ],
    ids=json.dumps,
)
def test_what_no_week_can_be_is_refused(node: Node, wished: dict[str, Any]) -> None:
    """A wish that makes no sense is refused by its name, with what would be right."""
    with pytest.raises(BackfatRulesError):
        ADVISOR.recommend(SOMEBODY).programme(**wished)
    with pytest.raises(RefusedError) as refused:
        node.call("programme", SOMEBODY, wished)
    (problem,) = refused.value.problems
    assert {problem["field"]} == {*wished}
    assert problem["remedy"].endswith(".")
