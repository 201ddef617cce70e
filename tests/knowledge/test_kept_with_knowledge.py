"""What is made of a knowledge base is made once, belongs to it, and dies with it."""

from __future__ import annotations

import gc
import pickle
import weakref
from concurrent.futures import ThreadPoolExecutor
from copy import deepcopy
from itertools import count
from pathlib import Path
from typing import Literal

import pytest

from backfat_rules import Advisor, Interview, KnowledgeBase, Plan, load_knowledge, recommend
from backfat_rules.locate import shipped_folder
from backfat_rules.planning import reasoner_of

BASE = Path(__file__).parents[1] / "broken" / "base"


@pytest.mark.parametrize(
    ("engine", "folder"),
    [("experta", BASE), ("experta-rete", BASE), ("direct", shipped_folder())],
)
def test_knowledge_that_was_dropped_is_gone(
    engine: Literal["experta", "experta-rete", "direct"], folder: Path
) -> None:
    """A service that loads its rules again and again does not keep the old ones in memory."""
    knowledge = load_knowledge(base=folder)
    advisor = Advisor(knowledge, engine)
    plan = advisor.recommend({"sleep_hours": 5.5, "stress_level": 8})
    told = [str(plan.outlook), str(plan.why("gate")), str(advisor.interview().question)]
    for each in plan.all_ways:
        told += [str(plan.why(each.id)), str(plan.least_change(clear=each.id))]
    assert "gate" in told[1]
    gone = weakref.ref(knowledge)
    del knowledge, advisor, plan
    gc.collect()
    assert gone() is None


def test_one_knowledge_has_one_reasoner() -> None:
    """Advisors, ``recommend`` and plans out of JSON share what was built for their knowledge."""
    first = Advisor()
    plan = recommend({"sleep_hours": 5.5})
    stored = Plan.model_validate_json(plan.model_dump_json())
    assert first._reasoner is Advisor(load_knowledge())._reasoner is reasoner_of()
    assert plan._reasoned() is stored._reasoned() is Interview()._reasoned() is reasoner_of()


def test_countries_share_an_engine() -> None:
    """Another country means other phone numbers, and not a second engine."""
    assert reasoner_of(country="gb")._engine is reasoner_of()._engine


def test_a_thing_is_made_once() -> None:
    """Many threads that ask at once get the same thing, also where making it asks for another."""
    knowledge = load_knowledge(base=BASE)
    made = count()

    def inner(_: KnowledgeBase, word: str) -> tuple[str, int]:
        return word, next(made)

    def outer(knowledge: KnowledgeBase) -> tuple[tuple[str, int], ...]:
        return knowledge.once(inner, "a"), knowledge.once(inner, "b")

    with ThreadPoolExecutor(20) as threads:
        found = list(threads.map(lambda _: knowledge.once(outer), range(200)))
    assert set(found) == {(("a", 0), ("b", 1))}


def test_what_could_not_be_made_is_tried_again() -> None:
    """An error is not kept."""
    knowledge = load_knowledge(base=BASE)
    tries = count()

    def second_time(_: KnowledgeBase) -> float:
        return 1 / next(tries)

    with pytest.raises(ZeroDivisionError):
        knowledge.once(second_time)
    assert knowledge.once(second_time) == 1


def test_a_copy_makes_its_own() -> None:
    """Copies and pickles of knowledge hold its entries and none of what was made of them."""
    knowledge = load_knowledge(base=BASE)
    reasoner_of(knowledge)
    for copy in (deepcopy(knowledge), pickle.loads(pickle.dumps(knowledge))):
        assert [each.id for each in copy] == [each.id for each in knowledge]
        assert copy.version == knowledge.version
        assert reasoner_of(copy) is not reasoner_of(knowledge)
