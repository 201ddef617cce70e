"""The pack decides and tells as Python does."""

from __future__ import annotations

import gzip
import json
from collections.abc import Iterator
from itertools import islice
from pathlib import Path
from typing import Any

import pytest
from hypothesis import Phase, given, settings
from hypothesis import strategies as st

import backfat_rules
from backfat_rules import Advisor, KnowledgeBase, load_knowledge
from backfat_rules.javascript import pack_of
from backfat_rules.javascript.pack import MODULE
from benchmarks.javascript import disagreement, node_with, people
from benchmarks.node import Node, RefusedError
from tests.decision import small_bases
from tests.javascript.without_node import needs_node

pytestmark = needs_node

ADVISOR = Advisor(engine="direct")
PEOPLE = 500


@pytest.fixture(scope="module")
def node(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Node]:
    """Node with the pack of the library's own knowledge."""
    with node_with(load_knowledge(), tmp_path_factory.mktemp("pack")) as running:
        yield running


def test_everybody_of_the_scenarios_is_advised_alike(node: Node) -> None:
    """Each whole person gets the same ids, ranks, priorities, doses and ends, in the same words."""
    for scenario in load_knowledge().scenarios.values():
        told = json.loads(json.dumps({**scenario.facts}))
        assert disagreement(node, ADVISOR, told) == "", scenario.id


def test_anybody_is_advised_alike(node: Node) -> None:
    """So does anybody at all, whatever is told, exactly or as a range, or refused."""
    for told in islice(people(), PEOPLE):
        assert disagreement(node, ADVISOR, told) == "", json.dumps(told)


def test_causes_are_named_in_the_order_of_the_rules(node: Node) -> None:
    """Rules of a finding that rest on other findings are named where their author put them."""
    told = {
        "medications": ["pacemaker", "sulfonylurea"],
        "conditions_controlled": True,
        "medical_clearance": True,
        "weeks_trained_of_last_8": 4,
        "full_body_sessions_per_week": 1,
        "moderate_minutes_per_week": 0,
        "vigorous_minutes_per_week": 0,
    }
    assert "pacemaker and sulfonylurea" in str(ADVISOR.recommend(told))
    assert disagreement(node, ADVISOR, told) == ""


@settings(phases=[Phase.explicit, Phase.generate])  # each try starts Node: shrinking takes minutes
@given(small_bases.bases, st.lists(small_bases.people, min_size=5, max_size=5))
def test_any_knowledge_decides_alike(
    tmp_path_factory: pytest.TempPathFactory, base: KnowledgeBase, told: list[dict[str, Any]]
) -> None:
    """The pack of an app's own knowledge decides as that knowledge does in Python."""
    advisor = Advisor(base, engine="direct")
    with node_with(base, tmp_path_factory.mktemp("base")) as running:
        for each in told:
            assert disagreement(running, advisor, each) == ""


def test_an_emergency_names_whom_to_call_in_the_country(tmp_path: Path) -> None:
    """The number of the country that was chosen for the pack stands in the words of its page."""
    module = pack_of(load_knowledge(), country="gb")[MODULE]
    told = {"symptoms": ["chest_pain"]}
    with Node(module, tmp_path) as running:
        said = json.dumps(running.call("tell", told))
    assert "999" in said
    plan = Advisor(engine="direct", country="gb").recommend(told)
    assert plan.messages[0].in_short in said


REFUSED: list[dict[str, Any]] = [
    {"sleep_hours": "7"},
    {"sleep_hours": 30},
    {"sleep_hours": True},
    {"sleep_hour": 7},
    {"age": 40.5},
    {"sex": "man"},
    {"pregnant": 1},
    {"posture": "slouched"},
    {"posture": ["upright"]},
    {"disliked_exercises": ["no such move"]},
    {"ranges": {"sleep_hours": {}}},
    {"ranges": {"sleep_hours": {"over": 5}}},
    {"ranges": {"sleep_hours": {"at_least": 7, "below": 7}}},
    {"ranges": {"sleep_hours": {"at_least": 5, "above": 5}}},
    {"ranges": {"sleep_hours": {"at_least": 30}}},
    {"ranges": {"age": {"above": 20, "below": 21}}},
    {"ranges": {"pregnant": {"at_least": 0}}},
    {"ranges": {"sleep_hours": {"below": 6}}, "sleep_hours": 7},
]


@pytest.mark.parametrize("told", REFUSED, ids=json.dumps)
def test_what_cannot_be_right_is_refused(node: Node, told: dict[str, Any]) -> None:
    """The same answers are refused, under the same names, with what is wrong."""
    assert disagreement(node, ADVISOR, told) == ""
    with pytest.raises(RefusedError) as refused:
        node.call("decide", told)
    assert [each["message"].endswith(".") for each in refused.value.problems] == [True]


@pytest.mark.parametrize(
    "told",
    [
        {"sleep_hours": None, "age": None},
        {"disliked_exercises": ["Resistance-band  row", "HIIT"]},
        {"sleep_hours": {"at_least": 5, "below": 7}},
        {"sleep_hours": 6, "ranges": {"sleep_hours": {"below": 7}}},
        {"ranges": {"age": {"above": 20, "below": 22}}},
        {"ranges": {"sleep_hours": {"at_least": 24}}},
        {"ranges": {"stress_level": {"above": 6}}},
    ],
    ids=json.dumps,
)
def test_what_is_told_in_another_way_is_taken(node: Node, told: dict[str, Any]) -> None:
    """Null is unknown, an exercise goes by any name, and a range that leaves one number is it."""
    assert disagreement(node, ADVISOR, told) == ""


def test_the_pack_is_the_same_in_every_run() -> None:
    """Equal knowledge gives equal files, so that they can be kept under version control."""
    assert pack_of(load_knowledge()) == pack_of(load_knowledge())


def test_the_pack_needs_nothing_else() -> None:
    """No import and no call to a network stands in it, nor an end of the script it may stand in."""
    module = pack_of(load_knowledge())[MODULE]
    for word in ("import ", "import(", "fetch(", "require(", "http", "</script", "<!--"):
        assert word not in module


def test_the_pack_is_small() -> None:
    """A phone loads it at once: at most 400 kB compressed."""
    module = pack_of(load_knowledge())[MODULE].encode()
    assert len(gzip.compress(module)) < 400_000


OF_THEIR_OWN = {"counter", "decision/rounding", "language/comparing", "order", "profile/numbers"}
"""Modules for what Python itself, or a class of another file, brings along."""


def test_each_module_mirrors_a_file() -> None:
    """Whoever reads how Python decides finds the same under the same name in JavaScript."""
    package = Path(backfat_rules.__file__).parent
    folder = package / "javascript" / "modules"
    modules = {each.relative_to(folder).with_suffix("") for each in folder.rglob("*.mjs")}
    alone = {each for each in modules if not (package / each).with_suffix(".py").exists()}
    assert {each.as_posix() for each in alone} == OF_THEIR_OWN
