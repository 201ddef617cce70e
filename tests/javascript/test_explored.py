"""The pack shows what the explorer shows: the facts after an answer, and what it changes."""

from __future__ import annotations

import html
import json
import re
from collections.abc import Iterator
from itertools import islice
from random import Random
from typing import Any

import pytest

from backfat_rules import Advisor, Interview, Plan, ProfileError, load_knowledge, recommend
from backfat_rules.explorer.state import facts_after, state_of
from benchmarks.javascript import differences, node_with, people
from benchmarks.node import Node, RefusedError
from tests.javascript.without_node import needs_node

pytestmark = needs_node

ADVISOR = Advisor(engine="direct")
PEOPLE = 40


@pytest.fixture(scope="module")
def node(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Node]:
    """Node with the pack of the library's own knowledge."""
    with node_with(load_knowledge(), tmp_path_factory.mktemp("pack")) as running:
        yield running


def _pairs() -> Iterator[tuple[Plan, Plan]]:
    """Plans of somebody, and of the same person with some answers of another."""
    draw = Random("explored")
    found: list[Plan] = []
    for told in people(7):
        try:
            found.append(ADVISOR.recommend(told))
        except ProfileError:
            continue
        if len(found) == 2:
            before, other = found
            names = sorted({*before.facts} - {"ranges"})
            changed = draw.sample(names, min(len(names), 3))
            facts = {name: value for name, value in before.facts.items() if name not in changed}
            yield before, ADVISOR.recommend(facts)
            yield before, other
            found = []


def test_what_changed_is_the_same(node: Node) -> None:
    """What is marked as new, as weightier or as another amount is what Python marks."""
    for before, after in islice(_pairs(), PEOPLE):
        ours = state_of(after, before, ADVISOR)
        theirs = node.call("explored", ours["facts"], _facts(before))
        for part in ("facts", "values", "changed"):
            assert [*differences(ours[part], theirs[part])] == [], json.dumps(ours["facts"])
        assert bool(ours["change"]) == bool(theirs["change"])


def _facts(plan: Plan) -> Any:
    return json.loads(plan.model_dump_json(include={"facts"}))["facts"]


def test_what_came_and_went_is_named(node: Node) -> None:
    """Whoever changes an answer reads which advice is new, and which is gone."""
    before, after = ADVISOR.recommend({"sleep_hours": 5.5}), ADVISOR.recommend({"stress_level": 8})
    change = after.changes_since(before)
    said = html.unescape(node.call("explored", _facts(after), _facts(before))["change"])
    assert change.added
    assert change.removed
    assert [each.title for each in (*change.added, *change.removed) if each.title not in said] == []


def test_the_page_is_told_in_full_and_escaped(node: Node) -> None:
    """Each word of the page stands in the HTML, advice with its id, and no text becomes a tag."""
    told = {"sleep_hours": 5.5, "sitting_hours_per_day": 10, "stress_level": 8}
    shown = node.call("explored", told)["plan"]
    page = node.call("tell", told)
    text = html.unescape(re.sub(r"<[^>]*>", "", shown))
    said = [page["gate_line"], page["notice"]]
    for section in page["sections"]:
        said += [section["heading"], section["further"]]
        for entry in section["entries"]:
            said += [entry["title"], entry["text"], *(text for _, text in entry["notes"])]
    assert [each for each in said if each not in text] == []
    ids = re.findall(r'data-id="([^"]*)"', shown)
    assert ids == [each.id for each in recommend(told)][: len(ids)]
    assert not re.search(r"<(?!/?(?:div|p|b|h3|ul|ol|li|br|span)\b)", shown)


@pytest.mark.parametrize(
    ("told", "id", "value"),
    [
        ({"sleep_hours": 5.5}, "stress_level", 8),
        ({"sleep_hours": 5.5, "age": 30}, "sleep_hours", None),
        ({}, "sleeps-under-seven", True),
        ({"ranges": {"sleep_hours": {"below": 9}}}, "sleeps-under-seven", True),
        ({"ranges": {"sleep_hours": {"below": 7}}}, "sleeps-under-seven", False),
        ({"ranges": {"sleep_hours": {"below": 7}}}, "sleep_hours", 6),
        ({"ranges": {"sleep_hours": {"below": 7}}}, "sleeps-under-seven", None),
        ({}, "posture", ["rounded_shoulders"]),
        ({"posture": ["rounded_shoulders"]}, "posture", []),
    ],
)
def test_an_answer_is_taken_as_in_python(
    node: Node, told: dict[str, Any], id: str, value: Any
) -> None:
    """A slider, a tick or an answer taken back tells the same in both."""
    ours = json.loads(json.dumps(facts_after(told, id, value, ADVISOR), default=list))
    assert [*differences(ours, node.call("factsAfter", told, id, value))] == []


def test_what_cannot_be_right_is_refused(node: Node) -> None:
    """A refused answer is told, and names its fact."""
    for told, id, value in (
        ({}, "sleep_hours", 99),
        ({"sleep_hours": 9}, "sleeps-under-seven", True),
        ({}, "sleeps-under-seven", 1),
        ({}, "sleep_hour", 7),
    ):
        with pytest.raises(RefusedError, match=r"sleep"):
            node.call("factsAfter", told, id, value)


def test_why_is_told_in_the_reasons_of_the_plan(node: Node) -> None:
    """A click on why shows every reason that Python's plan has for it."""
    told = {"sleep_hours": 5.5, "stress_level": 8}
    for each in ADVISOR.recommend(told):
        said = html.unescape(node.call("why", told, each.id))
        assert [reason.text for reason in each.reasons if reason.text not in said] == []
    with pytest.raises(RefusedError, match="not in the plan"):
        node.call("why", told, "no-such-advice")


def test_the_code_gives_the_same_plan(node: Node) -> None:
    """What is copied as Python is the plan that was looked at, ranges and lists too."""
    told = {"posture": ["rounded_shoulders"], "pregnant": False, "ranges": {"age": {"above": 20}}}
    code = node.call("explored", told)["code"]
    plan = eval(code, {"recommend": recommend})
    assert plan == recommend(told)
    assert Interview(answers=plan.facts).plan() == plan
