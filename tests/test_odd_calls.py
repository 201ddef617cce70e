"""Calls that cannot be right: refused in the library's own words, short and without answers."""

# mypy: disable-error-code="arg-type, type-var, no-untyped-call, call-arg, call-overload"
# Calls that type checkers refuse as well.

from __future__ import annotations

import dataclasses
from collections.abc import Callable
from typing import Any

import pytest

from backfat_rules import (
    Advisor,
    BackfatRulesError,
    Decision,
    Interview,
    Plan,
    Profile,
    load_knowledge,
)

A = Advisor(engine="direct")
PLAN = A.recommend({"sleep_hours": 5.5})
DECISION = A.decide({"sleep_hours": 5.5})
LONG = "\x1b[31m" + "x" * 100_000
WRONG: list[Any] = [
    lambda: DECISION.plan(country=LONG),
    lambda: DECISION.plan(language=LONG),
    lambda: DECISION.plan(language=5),
    lambda: DECISION.plan(country=5),
    lambda: DECISION.plan(units=[1]),
    lambda: PLAN.in_units(LONG),
    lambda: PLAN.in_units([1]),
    lambda: PLAN.area(LONG),
    lambda: PLAN.changes_since(None),
    lambda: PLAN.top("2"),
    lambda: PLAN.top(1.5),
    lambda: PLAN.top(-1),
    lambda: PLAN.top(True),
    lambda: DECISION.top(-1),
    lambda: PLAN.narrowed(top="x"),
    lambda: PLAN.narrowed(top=-3),
    lambda: PLAN.least_change(clear="sleep-longer", limit="x"),
    lambda: PLAN.least_change(clear="sleep-longer", limit=-1),
    lambda: Profile.from_units({"age": 30}, system=LONG),
    lambda: Advisor(engine=LONG),
    lambda: Advisor(engine=None),
    lambda: Advisor(engine=[1]),
    lambda: Advisor(country=5),
    lambda: Advisor(country=LONG),
    lambda: Advisor(LONG),
    lambda: Advisor(Profile(sleep_hours=5.5)),
    lambda: A.interview(Profile()),
    lambda: A.interview("{}"),
    lambda: A.reopen({}),
    lambda: A.reopen(None),
    lambda: A.reopen(PLAN.model_dump_json()),
    lambda: Interview().answer(5, 5),
    lambda: Interview().answer(None, 5),
    lambda: Interview().answer([1], 5),
    lambda: Interview().answer(LONG, 5),
    lambda: Interview().dont_know(5),
    lambda: load_knowledge(None),
    lambda: load_knowledge(5),
    lambda: load_knowledge(base=5),
    lambda: load_knowledge(profile=5),
    lambda: load_knowledge("x" * 5000),
    lambda: load_knowledge(LONG),
    lambda: load_knowledge("no/such/folder"),
    lambda: Plan(**{**PLAN.model_dump(), "gate": "x", "notice": 5}),
    lambda: Interview(answers=["sleep_hours", 5.5]),
    lambda: Interview(schema_version=LONG),
    lambda: Interview.model_validate({"schema_version": LONG}),
    lambda: PLAN.model_copy(update={"knowledge_version": LONG}).explained_by(A._reasoner).outlook,
    lambda: dataclasses.replace(DECISION, knowledge_version=LONG).plan(),
]


@pytest.mark.parametrize("call", WRONG)
def test_a_wrong_call_is_refused_in_short_and_plain_words(call: Callable[[], Any]) -> None:
    """The refusal is the library's own, moves no cursor, fills no log and tells no answers."""
    with pytest.raises(BackfatRulesError) as refused:
        call()
    said = str(refused.value)
    assert len(said) < 600
    assert said.replace("\n", "").isprintable()
    assert "5.5" not in said
    assert "pydantic" not in said


@pytest.mark.parametrize("held", [PLAN, PLAN[0], Profile(sleep_hours=5.5), Interview()])
def test_nothing_can_be_set(held: Any) -> None:
    """The refusal says what to do, and not which value was to be set."""
    name = next(iter(type(held).model_fields))
    for change in (lambda: setattr(held, name, "secret"), lambda: delattr(held, name)):
        with pytest.raises(BackfatRulesError, match=r"read-only.*model_copy") as refused:
            change()
        assert "secret" not in str(refused.value)
        assert "http" not in str(refused.value)


def test_a_missing_folder_is_said_before_anything_else() -> None:
    """Whoever mistypes a path reads about the path alone."""
    with pytest.raises(BackfatRulesError, match="there is no folder 'no/such/folder'"):
        load_knowledge("no/such/folder")


def test_the_decision_of_a_plan_is_the_decision() -> None:
    """It equals what the advisor decides, and tells the same plan."""
    assert PLAN.decision == DECISION
    assert isinstance(PLAN.decision, Decision)
    assert PLAN.decision.plan() == PLAN
    stored = Plan.model_validate_json(PLAN.model_dump_json())
    assert A.reopen(stored).decision == DECISION


@pytest.mark.parametrize("number", ["1e999", "-Infinity", "NaN"])
def test_a_number_that_is_none_is_no_profile(number: str) -> None:
    """Infinity in the place of a whole person is refused as any other number is."""
    with pytest.raises(BackfatRulesError, match="needs names of facts"):
        Profile.model_validate_json(number)
