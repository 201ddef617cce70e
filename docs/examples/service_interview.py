"""The interview of the service, screen by screen; its state is handed back and forth as JSON.

The service keeps nothing: what ``/interview`` gives as ``interview`` is sent with the next replies.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Annotated, Any

from fastapi import APIRouter, Response
from pydantic import BaseModel, Field, WithJsonSchema

from backfat_rules import Advisor, Interview, Screen

Stored = Annotated[dict[str, Any], WithJsonSchema(Interview.model_json_schema())]


class Turn(BaseModel):
    """Some replies in an interview.

    Attributes:
        interview: as the last turn gave it; none to begin.
        replies: by fact, or by screen for statements; null for "I don't know".
    """

    interview: Stored | None = None
    replies: dict[str, Any] = Field(default_factory=dict)


class Asked(BaseModel):
    """The interview after these replies.

    Attributes:
        screen: what to ask next; none where nothing is left to ask.
        enough: whether what is left would hardly change what comes first.
    """

    interview: Interview
    screen: Screen | None
    enough: bool


def asked_after(turn: Turn, advisor: Advisor) -> Asked:
    """The interview after a turn."""
    stored = None if turn.interview is None else Interview.model_validate(turn.interview)
    now = advisor.interview(stored)
    told = {id: reply for id, reply in turn.replies.items() if reply is not None}
    now = now.answer_many(told)
    for id in (id for id, reply in turn.replies.items() if reply is None):
        now = now.dont_know(id)
    return Asked(interview=now, screen=now.screen, enough=now.enough)


def interview_routes(advisor: Advisor, served: Callable[[BaseModel], Response]) -> APIRouter:
    """What the service has for an interview."""
    routes = APIRouter()

    @routes.post("/interview", response_model=Asked)
    def interview(turn: Turn) -> Response:
        """What to ask next, after some replies; the plan is that of the interview's answers."""
        return served(asked_after(turn, advisor))

    return routes
