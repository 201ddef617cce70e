"""The tools that hold an interview, one screen a call; its state is handed back and forth."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated, Any

from mcp.server.mcpserver import Elicit, Resolve
from mcp.server.mcpserver.resolve import AcceptedElicitation, ElicitationResult
from mcp.types import CallToolResult
from pydantic import BaseModel

from backfat_rules.assistant.refusals import refusing
from backfat_rules.assistant.screen_form import form_for, replies_in
from backfat_rules.assistant.tool_data import (
    Call,
    Replies,
    Round,
    StoredInterview,
    advisor_of,
    result,
)
from backfat_rules.interview import Interview
from backfat_rules.wording import Reader


@refusing
def _shown(interview: StoredInterview, call: Call) -> Elicit[BaseModel] | None:
    """The next screen as a form, where the assistant can show one and something is left to ask."""
    screen = _opened(interview, call).screen
    if screen is None or not _shows_forms(call):
        return None
    return Elicit(screen.title, form_for(screen, Reader(advisor_of(call).knowledge)))


@refusing
def ask_next(
    filled: Annotated[ElicitationResult[BaseModel], Resolve(_shown)],
    call: Call,
    interview: StoredInterview = None,
) -> Annotated[CallToolResult, Round]:
    """Ask the person the next questions of the interview on a form, and take down the answers.

    Whoever declines the form does not know the answers; whoever closes it changes nothing. Where
    no form can be shown, ask the questions of the screen that is given, and call answer_questions.
    """
    now = _opened(interview, call)
    screen = now.screen
    if screen is None or getattr(filled, "data", True) is None:
        return _round(now)
    match filled:
        case AcceptedElicitation():
            return _round(_answered(now, replies_in(filled.data, screen)))
        case _ if filled.action == "decline":
            return _round(_answered(now, {each.id: None for each in screen.questions}))
    return _round(now)


@refusing
def answer_questions(
    replies: Replies, call: Call, interview: StoredInterview = None
) -> Annotated[CallToolResult, Round]:
    """Take down what the person replied to some questions of the interview, in any words of it."""
    return _round(_answered(_opened(interview, call), replies))


def _opened(stored: Mapping[str, Any] | None, call: Call) -> Interview:
    advisor = advisor_of(call)
    if stored is None:
        return advisor.interview()
    return advisor.interview(Interview.model_validate(stored))


def _answered(interview: Interview, replies: Mapping[str, Any]) -> Interview:
    """The interview after these replies; None means "I don't know"."""
    told = {id: value for id, value in replies.items() if value is not None}
    after = interview.answer_many(told) if told else interview
    for id in replies:
        if id not in told:
            after = after.dont_know(id)
    return after


def _round(interview: Interview) -> CallToolResult:
    screen = interview.screen
    lines: list[str] = []
    if screen is not None:
        lines = [screen.warning] if screen.warning else []
        lines += [f"{each.id}: {each.text}" for each in screen.questions]
    text = "\n".join(lines)
    return result(text, Round(interview=interview, screen=screen, enough=interview.enough))


def _shows_forms(call: Call) -> bool:
    """Whether the assistant can put a form before the person; a bare mark means that it can."""
    able = call.client_capabilities
    shows = able.elicitation if able is not None else None
    return shows is not None and (shows.form is not None or shows.url is None)
