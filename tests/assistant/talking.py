"""A client that talks to the server over its protocol, and a person who fills in its forms."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from typing import Any, TypeVar

import anyio
from mcp import Client
from mcp.client.context import ClientRequestContext
from mcp.types import CallToolResult, ElicitRequestParams, ElicitResult

from backfat_rules import Advisor
from backfat_rules.assistant import make_server
from backfat_rules.planning.question import Question, Screen

Fill = Callable[[ElicitRequestParams], ElicitResult]
Told = TypeVar("Told")

ADVISOR = Advisor(engine="direct")
MODES = ("auto", "legacy")


def run(talk: Callable[[], Awaitable[Told]]) -> Told:
    """What comes out of a conversation."""
    return anyio.run(talk)


def client(fill: Fill | None = None, mode: str = "auto", server: Any = None) -> Client:
    """A client of a server that has just been started."""

    async def shown(context: ClientRequestContext, params: ElicitRequestParams) -> ElicitResult:
        assert fill is not None
        return fill(params)

    callback = None if fill is None else shown
    return Client(server or make_server(ADVISOR), elicitation_callback=callback, mode=mode)


def called(name: str, fill: Fill | None = None, mode: str = "auto", **given: Any) -> CallToolResult:
    """What one tool of a new server gives."""

    async def talk() -> CallToolResult:
        async with client(fill, mode) as talking:
            return await talking.call_tool(name, given)

    return run(talk)


def data_of(result: CallToolResult) -> dict[str, Any]:
    """What a tool gave as data, if all went well."""
    assert not result.is_error, text_of(result)
    assert result.structured_content is not None
    return dict(result.structured_content)


def text_of(result: CallToolResult) -> str:
    """What a tool gave to read."""
    (content,) = result.content
    return str(getattr(content, "text"))  # noqa: B009  # one of several kinds of content


def reply(question: Question, turn: int) -> Any:
    """What an invented person replies; None where they do not know."""
    if question.id == "symptoms":
        return []  # an alarm would end the interview
    if turn % 5 == 4:
        return None
    match question.kind:
        case "yes_no":
            return turn % 2 == 0
        case "number":
            low, high = question.low or 0, question.high or 100
            return round(low + (high - low) * 0.3)
        case "choice":
            return question.choices[turn % len(question.choices)].id
        case _ if not question.choices:
            return None  # to be written, and this person writes nothing
        case _ if turn % 2:
            return []
    return [each.id for each in question.choices[turn % 3 :: 7]]


def filled_in(screen: Screen, replies: dict[str, Any]) -> dict[str, Any]:
    """The same replies as a form takes them; what is not known is left alone."""
    form: dict[str, Any] = {}
    for each in screen.questions:
        value = replies[each.id]
        if each.kind == "yes_no" and value is not None:
            form[each.id] = "yes" if value else "no"
        elif value is not None:
            form[each.id] = value or ["none-of-these"]
    return form
