"""An interview over the protocol, whose state is in the hands of the assistant."""

from __future__ import annotations

import json
from typing import Any

import pytest
from mcp import Client
from mcp.server.elicitation import render_elicitation_schema
from mcp.types import CallToolResult, ElicitRequestParams, ElicitResult, InputRequiredResult

from backfat_rules import Interview, Plan
from backfat_rules.assistant.screen_form import form_for
from backfat_rules.planning.question import Screen
from backfat_rules.wording import Reader
from tests.assistant.talking import (
    ADVISOR,
    MODES,
    called,
    client,
    data_of,
    filled_in,
    reply,
    run,
    text_of,
)


async def shown(state: Any, talking: Client) -> InputRequiredResult:
    """The form of the next screen."""
    given = {"interview": state} if state else {}
    form = await talking.session.call_tool("ask_next", given, allow_input_required=True)
    assert isinstance(form, InputRequiredResult)
    return form


async def sent(state: Any, form: InputRequiredResult, content: Any, talking: Client) -> Any:
    """The interview after the form was sent."""
    (key,) = form.input_requests or {}
    done = await talking.session.call_tool(
        "ask_next",
        {"interview": state} if state else {},
        input_responses={key: ElicitResult(action="accept", content=content)},
        request_state=form.request_state,
        allow_input_required=True,
    )
    assert isinstance(done, CallToolResult)
    return data_of(done)["interview"]


def test_a_whole_interview_gives_the_plan_of_python_though_the_server_is_restarted() -> None:
    """Each form is sent to a server that has just been started and has never shown it."""

    async def talk() -> tuple[Interview, Any]:
        ours, state, turn = ADVISOR.interview(), None, 0
        async with client(cancelled) as talking:
            form = await shown(None, talking)
        while (screen := ours.screen) is not None:
            replies = {each.id: reply(each, turn + at) for at, each in enumerate(screen.questions)}
            ours = ours.answer_many({id: told for id, told in replies.items() if told is not None})
            for id in (id for id, told in replies.items() if told is None):
                ours = ours.dont_know(id)
            async with client(cancelled) as talking:
                state = await sent(state, form, filled_in(screen, replies), talking)
                form = await shown(state, talking) if ours.screen is not None else form
            turn += 1
        return ours, state

    ours, state = run(talk)
    assert len(ours.answers) > 30
    assert Interview.model_validate_json(json.dumps(state)) == ours
    plan = data_of(called("plan", facts=state["answers"]))
    assert Plan.model_validate_json(json.dumps(plan)).model_dump_json() == (
        ours.plan().model_dump_json()
    )


def cancelled(_: ElicitRequestParams) -> ElicitResult:
    """Closes every form."""
    return ElicitResult(action="cancel")


def declined(_: ElicitRequestParams) -> ElicitResult:
    """Declines every form."""
    return ElicitResult(action="decline")


def left_alone(form: ElicitRequestParams) -> ElicitResult:
    """Sends every form as it came, with its lists empty, as some clients do."""
    fields: dict[str, dict[str, Any]] = getattr(form, "requested_schema")["properties"]  # noqa: B009
    empty: dict[str, Any] = {id: [] for id, each in fields.items() if each["type"] == "array"}
    return ElicitResult(action="accept", content=empty)


@pytest.mark.parametrize("mode", MODES)
@pytest.mark.parametrize("fill", [declined, left_alone])
def test_who_declines_or_leaves_a_form_alone_does_not_know(mode: str, fill: Any) -> None:
    """Silence is never taken for "none of these"."""
    first = ADVISOR.interview().screen
    assert first is not None
    state = data_of(called("ask_next", fill, mode))["interview"]
    assert state["answers"] == {}
    assert state["not_known"] == [each.id for each in first.questions]


@pytest.mark.parametrize("mode", MODES)
def test_who_closes_a_form_changes_nothing(mode: str) -> None:
    """The same screen can be asked again."""
    now = data_of(called("ask_next", cancelled, mode))
    first = ADVISOR.interview().screen
    assert first is not None
    assert (now["interview"]["not_known"], now["screen"]["id"]) == ([], first.id)


def test_none_of_these_is_ticked_and_goes_with_nothing_else() -> None:
    """A red flag and "none of these" together are asked again, and never taken for none."""

    def fill(form: ElicitRequestParams) -> ElicitResult:
        return ElicitResult(action="accept", content={"goals": ["fat_loss", "none-of-these"]})

    result = called("ask_next", fill)
    assert result.is_error
    assert '"None of these" goes with nothing else' in text_of(result)


def test_an_assistant_without_forms_asks_in_its_own_way() -> None:
    """It gets the questions as data and hands over the replies."""
    now = data_of(called("ask_next"))
    assert now["screen"]["questions"][0]["fact"] == "complaint"
    told = {"complaint": ["neck"], "goals": None, "target_regions": []}
    after = data_of(called("answer_questions", interview=now["interview"], replies=told))
    assert after["interview"]["answers"] == {"complaint": ["neck"], "target_regions": []}
    assert after["interview"]["not_known"] == ["goals"]
    assert after["screen"]["id"] == "about-you"


def test_every_question_can_stand_on_a_form() -> None:
    """Each fact that can be told, ever, is a field that the protocol knows."""
    facts = ADVISOR.knowledge.facts
    questions = tuple(map(ADVISOR.interview().question_on, facts))
    form = form_for(Screen(id="all", title="All", questions=questions), Reader(ADVISOR.knowledge))
    assert {*facts} <= {*render_elicitation_schema(form)["properties"]}
