"""The pack puts training weeks together, and tells them, as Python does."""

from __future__ import annotations

import html
import json
import re
from collections.abc import Iterator
from itertools import chain, islice
from random import Random
from typing import Any

import pytest

from backfat_rules import Advisor, BackfatRulesError, load_knowledge
from backfat_rules.planning.programme_content import Item
from backfat_rules.programme import Programme
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
SOME = 30
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


def test_another_move_and_the_next_week_are_the_same(node: Node) -> None:
    """What fits in the place of a move, the weeks with it, and the week after any log."""
    draw = Random(14)
    for told in map(person, range(SOME)):
        ours = ADVISOR.recommend(told).programme(weeks=2)
        theirs = _as_json(ours)
        for move in draw.sample([*ours.moves], min(2, len(ours.moves))):
            fitting = ours.swap(move)
            assert node.call("swap", theirs, move) == [_as_json(each) for each in fitting]
            for other in draw.sample([each.exercise for each in fitting], min(1, len(fitting))):
                swapped = _as_json(ours.swapped(move, other))
                assert [*differences(swapped, node.call("swapped", theirs, move, other))] == []
        if ours.weeks:
            done = _log(ours, draw)
            after = _as_json(ours.log(done))
            assert [*differences(after, node.call("log", theirs, done))] == [], json.dumps(told)


def _as_json(shown: Programme | Item) -> Any:
    return json.loads(shown.model_dump_json())


def _log(programme: Programme, draw: Random) -> dict[str, dict[str, Any]]:
    """All of a move, none of it, or anything between for each set."""
    return {
        day.weekday: {
            item.exercise: draw.choice(
                [True, False, item.reps_most or 30, [draw.randint(0, 70) for _ in range(item.sets)]]
            )
            for session in day.sessions
            for item in session.items
            if draw.random() < 0.9
        }
        for day in programme.days
    }


@pytest.mark.parametrize(
    ("name", "given"),
    [
        ("swap", ["bicycle"]),
        ("swapped", ["bicycle", "plank"]),
        ("swapped", ["glute_bridge", "bench_press"]),
        ("log", [{"someday": {}}]),
        ("log", [{"mon": {"bicycle": True}}]),
        ("log", [{"mon": {"glute_bridge": "all"}}]),
        ("log", [{"mon": {"glute_bridge": [1, -1]}}]),
    ],
    ids=json.dumps,
)
def test_a_change_that_makes_no_sense_is_refused(node: Node, name: str, given: list[Any]) -> None:
    """A move or a day that the week has not, or no sets, is refused in both languages."""
    week = ADVISOR.recommend({"experience": "none", "training_days": ["mon"]}).programme()
    assert "glute_bridge" in week.moves
    with pytest.raises(BackfatRulesError):
        getattr(week, name)(*given)
    with pytest.raises(RefusedError) as refused:
        node.call(name, _as_json(week), *given)
    assert refused.value.problems


def test_the_page_of_a_week_says_what_the_page_in_python_says(node: Node) -> None:
    """Every word of the HTML stands in the page of the pack, in the same order, but the picture."""
    for told, wished in zip(map(person, range(SOME)), wishes(), strict=False):
        page = ADVISOR.recommend(told).programme(**wished).to_html()
        theirs = node.call("week", told, wished)
        assert _letters(_said_in(theirs)) == _letters(_texts_of(page)), json.dumps([told, wished])


def _texts_of(page: str) -> Iterator[str]:
    """What stands in a piece of HTML, without pictures and without what opens something."""
    page = re.sub(r"<style>.*?</style>|<summary>More</summary>", "", page, flags=re.DOTALL)
    page = re.sub(
        r"<svg.*?</svg>|<p[^>]*>Without sets of their own.*?</p>", "", page, flags=re.DOTALL
    )
    yield from map(html.unescape, re.split(r"<[^>]*>", page))


def _said_in(page: dict[str, Any]) -> Iterator[str]:
    """What stands in the page of the pack, from top to bottom."""
    first, *later = page["weeks"] or [None]
    yield from (page["gate_line"], page["heading"])
    yield from _said_of_a_week(first) if first else ()
    for week in later:
        yield from (week["title"], *week["changes"], *_said_of_a_week(week))
    yield page["conflicts"]["heading"]
    for each in page["conflicts"]["entries"]:
        yield from (each["text"], *each["without"])
    yield page["notes"]["heading"]
    for each in page["notes"]["entries"]:
        yield from (each["title"], each["text"])
    yield page["notice"]


def _said_of_a_week(week: dict[str, Any]) -> Iterator[str]:
    yield from chain(week["table"]["columns"], *week["table"]["rows"])
    yield from (week["cautions"]["heading"], *week["cautions"]["lines"])
    for session in week["sessions"]:
        yield from (session["heading"], *session["about"])
        for item in session["items"]:
            yield from chain([item["title"], item["text"]], *item["notes"])
            for part in item["more"]:
                yield from (part["label"], part["text"], *part["items"])
        yield from session["muscles"]
    muscles = week["muscles"]
    if muscles["rows"]:
        yield from (muscles["heading"], *muscles["columns"])
        for row in muscles["rows"]:
            yield from (row["title"], row["said"])
    yield from week["lines"]


def _letters(texts: Iterator[str]) -> str:
    """Texts without what only sets them apart."""
    return re.sub(r"[\s:]", "", "".join(texts))


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
