"""A plan and a decision are sequences of their advice, and are picked from by id."""

from __future__ import annotations

import copy
from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import given

from backfat_rules import BackfatRulesError, Decision, Plan
from tests.planning.people import BUSY, DIRECT, people

PLAN, DECISION = DIRECT.recommend(BUSY), DIRECT.decide(BUSY)
both = pytest.mark.parametrize("made", [PLAN, DECISION], ids=["plan", "decision"])


@given(people())
def test_a_plan_is_a_sequence_throughout(told: dict[str, Any]) -> None:
    """Loops, lengths, places, slices and ids of a plan and of its decision always agree."""
    plan, decision = DIRECT.recommend(told), DIRECT.decide(told)
    for made, inside in ((plan, plan.recommendations), (decision, decision.advice)):
        assert tuple(made) == inside
        assert tuple(reversed(made)) == inside[::-1]
        assert len(made) == len(inside)
        assert made[:2] == made.top(2) == inside[:2]
        assert all(made[at] is each for at, each in enumerate(inside))
        assert all(made[each.id] is each for each in inside)
        assert all(each in made and each.id in made for each in inside)
    assert [each.id for each in plan] == [each.id for each in decision]


def test_a_plan_without_advice_is_true() -> None:
    """``if plan:`` asks whether there is a plan, and not whether there is something to do."""
    for told in ({}, {"symptoms": ["chest_pain"]}):
        assert len(DIRECT.recommend(told)) == 0
        assert DIRECT.recommend(told)
        assert DIRECT.decide(told)


@both
def test_a_misspelt_id_is_suggested(made: Plan | Decision) -> None:
    """Who writes an id like a Python name is told the id; no bare KeyError is raised."""
    with pytest.raises(BackfatRulesError, match=r"Did you mean sleep-longer\?") as caught:
        made["sleep_longer"]
    assert isinstance(caught.value, KeyError)
    assert "sleep_longer" not in made


@both
def test_an_id_of_nothing_is_answered_by_what_there_is(made: Plan | Decision) -> None:
    """The refusal of a wrong id shows a few right ones, and stays short whatever was asked."""
    with pytest.raises(BackfatRulesError, match=r"It holds .* and \d+ more") as caught:
        made["\x1b[2J" + "x" * 1_000_000]
    assert len(str(caught.value)) < 300
    assert str(caught.value).isprintable()


@both
def test_a_place_beyond_the_end_ends_a_loop(made: Plan | Decision) -> None:
    """A place that there is not is an IndexError, as of every sequence."""
    with pytest.raises(IndexError):
        made[len(made)]


@pytest.mark.parametrize(
    "pick", [lambda area: PLAN.area(area), lambda area: PLAN.narrowed(area=area)]
)
def test_an_area_that_there_is_not_is_refused(pick: Callable[[str], object]) -> None:
    """Who asks for a topic as if it were an area learns the areas, and gets no empty answer."""
    with pytest.raises(BackfatRulesError, match="lifestyle, nutrition, exercise"):
        pick("sleep")


@given(people())
def test_what_a_plan_shows_it_explains(told: dict[str, Any]) -> None:
    """Whatever stands in a plan can be handed back to it, and has the answer of its id."""
    plan = DIRECT.recommend(told)
    shown = [
        *plan,
        *plan.first_steps,
        *plan.messages,
        *plan.withheld,
        *plan.findings,
        *plan.values,
        *plan.questions,
    ]
    for part in shown:
        assert plan.why(part).id == part.id
    for held in plan.withheld:
        assert plan.why_not(held) == plan.why_not(held.id)


def test_the_other_questions_take_what_has_an_id() -> None:
    """Advice of a plan or of a decision goes straight into every question about it."""
    sleep = PLAN["sleep-longer"]
    assert PLAN.least_change(clear=sleep) == PLAN.least_change(clear="sleep-longer")
    assert PLAN.why_not(sleep) == PLAN.why_not("sleep-longer")
    assert PLAN.why(DECISION["sleep-longer"]) == PLAN.why(sleep)
    assert DECISION["sleep-longer"] in PLAN
    assert sleep in DECISION


@pytest.mark.parametrize("asked", [3, None, ["sleep-longer"], PLAN])
def test_what_has_no_id_is_refused(asked: Any) -> None:
    """A question about something without an id says what it takes."""
    with pytest.raises(BackfatRulesError, match=r"Give an id"):
        PLAN.why(asked)


@pytest.mark.parametrize("both_or_none", [{}, {"clear": "sleep-longer", "gain": "drink-enough"}])
def test_one_of_clear_and_gain_is_given(both_or_none: dict[str, str]) -> None:
    """The least change is asked for one thing: that it goes, or that it comes."""
    with pytest.raises(BackfatRulesError, match="either clear"):
        PLAN.least_change(**both_or_none)  # type: ignore[arg-type]


def test_copies_stay_sequences() -> None:
    """A copy, a narrowed plan and one out of JSON are picked from alike."""
    narrowed = PLAN.narrowed(top=2)
    again = Plan.model_validate_json(narrowed.model_dump_json())
    for made in (narrowed, again, copy.deepcopy(narrowed), narrowed.in_units("metric")):
        assert [each.id for each in made] == [each.id for each in PLAN[:2]]
