"""The pack interviews as Python does, but for what Python proves to be settled."""

from __future__ import annotations

import json
from collections.abc import Iterator
from random import Random
from typing import Any

import pytest

from backfat_rules import Interview, ProfileError, load_knowledge
from backfat_rules.planning import reasoner_of
from backfat_rules.planning.next_screen import Screens
from benchmarks.javascript import differences, node_with
from benchmarks.node import Node, RefusedError
from tests.javascript.without_node import needs_node

pytestmark = needs_node

KNOWLEDGE = load_knowledge()
REASONER = reasoner_of(KNOWLEDGE, "direct")
SCREENS = 8


@pytest.fixture(scope="module")
def node(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Node]:
    """Node with the pack of the library's own knowledge."""
    with node_with(KNOWLEDGE, tmp_path_factory.mktemp("pack")) as running:
        yield running


@pytest.mark.parametrize("seed", range(3))
def test_screen_after_screen_is_the_same(node: Node, seed: int) -> None:
    """Each asks the same in the same words, takes the same replies, and refuses the same."""
    draw = Random(seed)
    ours = Interview().with_reasoner(REASONER)
    theirs = node.call("answer", json.loads(ours.model_dump_json()), "age", 40)
    ours = ours.answer("age", 40)
    for _ in range(SCREENS):
        screen = _screen(ours)
        assert [*differences(screen, node.call("questions", theirs))] == []
        for question in screen["questions"] if screen else ():
            ours, theirs = _replied(ours, theirs, question, draw, node)
            assert [*differences(json.loads(ours.model_dump_json()), theirs)] == []


def _screen(interview: Interview) -> dict[str, Any] | None:
    """What comes next where nothing is proved to be settled, which only Python does."""
    telling = REASONER.telling(interview._facts())
    screen = Screens(telling, interview.not_known, frozenset()).next()
    return None if screen is None else json.loads(screen.model_dump_json())


def _replied(
    ours: Interview, theirs: dict[str, Any], question: dict[str, Any], draw: Random, node: Node
) -> tuple[Interview, dict[str, Any]]:
    id, value = question["fact"] or question["screen"], _reply(question, draw)
    if value is None:
        return ours.dont_know(id), node.call("dontKnow", theirs, id)
    try:
        answered = ours.answer(id, value)
    except ProfileError:
        with pytest.raises(RefusedError):
            node.call("answer", theirs, id, value)
        return ours.dont_know(id), node.call("dontKnow", theirs, id)
    return answered, node.call("answer", theirs, id, value)


def _reply(question: dict[str, Any], draw: Random) -> Any:
    """Anything that can be replied; None for "I don't know"."""
    ids = [each["id"] for each in question["choices"]]
    if draw.random() < 0.15:
        return None
    match question["kind"]:
        case "yes_no":
            return draw.random() < 0.3
        case "choice":
            return draw.choice(ids)
        case "ticks" | "statements":
            return draw.sample(ids, min(len(ids), draw.choice([0, 0, 1, 2])))
    if ids and draw.random() < 0.5:
        return draw.choice(ids)
    low, high = question["low"] or 0, question["high"] or 100
    number = draw.uniform(low, (low + high) / 2)
    return round(number) if question["whole"] else round(number, 1)


def test_an_answer_can_be_taken_back_and_statements_anew(node: Node) -> None:
    """Null takes back what was told, of a fact and of a list; a list that is told again is anew."""
    screen = next(each for each in KNOWLEDGE.screens if _ticked(each))
    first, second = _ticked(screen)[:2]
    ours = Interview().with_reasoner(REASONER)
    theirs = json.loads(ours.model_dump_json())
    for id, value in (
        ("sleep_hours", 6),
        (screen, [first]),
        (screen, [second]),
        ("sleep_hours", None),
        (screen, None),
    ):
        ours, theirs = ours.answer(id, value), node.call("answer", theirs, id, value)
        assert [*differences(json.loads(ours.model_dump_json()), theirs)] == []
    assert theirs["answers"] == {}


def _ticked(screen: str) -> list[str]:
    return [each.id for each in KNOWLEDGE.statements.values() if each.screen == screen]
