"""The tools of the assistant give what the library gives, and change nothing."""

from __future__ import annotations

import json
from typing import Any

import pytest
from mcp.types import Tool

from backfat_rules import Plan, Programme, recommend
from tests.assistant.talking import MODES, called, client, data_of, run, text_of

TIRED = {"sleep_hours": 5.5, "stress_level": 8, "posture": ["rounded_shoulders"]}


def listed() -> list[Tool]:
    """The tools as a client sees them."""

    async def talk() -> list[Tool]:
        async with client() as talking:
            return (await talking.list_tools()).tools

    return run(talk)


def test_every_tool_is_described_and_changes_nothing() -> None:
    """An assistant may call any tool without asking, and knows what comes in and out."""
    tools = listed()
    assert {"recommend", "explain", "what_if", "ask_next"} <= {tool.name for tool in tools}
    for tool in tools:
        assert tool.description
        assert tool.output_schema
        assert tool.annotations is not None
        assert (tool.annotations.read_only_hint, tool.annotations.open_world_hint) == (True, False)
        about = tool.input_schema["properties"].values()
        assert tool.name == "facts" or all(each.get("description") for each in about), tool.name


@pytest.mark.parametrize("mode", MODES)
def test_a_plan_comes_as_a_page_and_whole(mode: str) -> None:
    """The page is the one that Python prints, and the whole plan is read back equal."""
    plan = recommend(TIRED)
    page = called("recommend", mode=mode, facts=TIRED)
    assert text_of(page) == data_of(page)["text"] == plan.text()
    assert [each["id"] for each in data_of(page)["recommendations"]] == [each.id for each in plan]
    whole = data_of(called("plan", mode=mode, facts=TIRED))
    assert Plan.model_validate_json(json.dumps(whole)) == plan


def test_why_why_not_and_what_if_are_those_of_the_plan() -> None:
    """What an assistant passes on about a plan is what the plan itself says."""
    plan = recommend(TIRED)
    why = called("explain", facts=TIRED, id="sleep-longer")
    assert text_of(why) == data_of(why)["text"] == str(plan.why("sleep-longer"))
    against = called("explain", facts=TIRED, id="drink-enough")
    assert data_of(against)["why"] is None
    assert text_of(against) == str(plan.why_not("drink-enough"))
    change = called("what_if", facts=TIRED, changes={"sleep_hours": 8})
    assert text_of(change) == str(plan.what_if(sleep_hours=8))
    assert data_of(change) == json.loads(plan.what_if(sleep_hours=8).model_dump_json())


def test_a_training_week_is_the_one_of_python() -> None:
    """A week comes as a page to read, and as data that is read back equal."""
    given = {"training_days": ["mon", "thu"], "strength_sessions_per_week": 0}
    week = recommend(given).programme("2026-12-07", weeks=2, days=2)
    told = called("week", facts=given, start="2026-12-07", weeks=2, days=2)
    assert text_of(told) == week.text()
    assert Programme.model_validate_json(json.dumps(data_of(told))) == week


def test_facts_are_listed_by_area() -> None:
    """An assistant finds out how to tell what a person said in passing."""
    questions = data_of(called("facts", area="sleep"))["questions"]
    sleep = next(each for each in questions if each["fact"] == "sleep_hours")
    assert (sleep["kind"], sleep["unit"], sleep["high"]) == ("number", "h", 24)


WRONG: dict[str, tuple[str, dict[str, Any], str]] = {
    "out of range": ("recommend", {"facts": {"sleep_hours": 330}}, "Did you mean 5.5 h"),
    "no such fact": ("plan", {"facts": {"sleep_hour": 7}}, "Did you mean sleep_hours?"),
    "no such id": ("explain", {"facts": {}, "id": "sleep-longr"}, "Did you mean sleep-longer?"),
    "no such change": ("what_if", {"facts": {}, "changes": {"sleep": 8}}, "sleep"),
    "no such day": ("week", {"facts": {}, "start": "tomorrow"}, "tomorrow"),
    "no such area": ("facts", {"area": "slep"}, "Did you mean sleep?"),
    "no interview": ("ask_next", {"interview": {"answers": 5}}, "This is no stored interview"),
    "wrong interview": ("ask_next", {"interview": {"answers": {"age": 500}}}, "500 is outside"),
    "no question": ("answer_questions", {"replies": {"ages": 5}}, "Did you mean age?"),
    "no reply": ("answer_questions", {"replies": {"pregnant": "maybe"}}, "pregnant"),
}


@pytest.mark.parametrize(("tool", "given", "said"), WRONG.values(), ids=WRONG)
def test_what_is_wrong_is_said_in_the_words_of_the_library(
    tool: str, given: dict[str, Any], said: str
) -> None:
    """An assistant that got something wrong reads what, and what to do."""
    result = called(tool, **given)
    assert result.is_error
    assert said in text_of(result)
