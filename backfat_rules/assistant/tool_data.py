"""What goes into the tools and comes out of them."""

from __future__ import annotations

import json
from typing import Annotated, Any, TypeAlias

from mcp.server.mcpserver import Context
from mcp.types import CallToolResult, TextContent
from pydantic import BaseModel, Field, WithJsonSchema

from backfat_rules.advisor import Advisor
from backfat_rules.explain.explanation import Explanation
from backfat_rules.explain.why_not import WhyNot
from backfat_rules.interview import Interview
from backfat_rules.knowledge.gates import GateName
from backfat_rules.planning.question import Question, Screen

Call: TypeAlias = Context[Advisor, Any]

Facts: TypeAlias = Annotated[
    dict[str, Any],
    Field(
        description='What the person told, by fact, such as {"sleep_hours": 5.5, "posture": []}; '
        "the tool facts lists all. Leave out what is not known. Of an interview: its answers."
    ),
]
Changes: TypeAlias = Annotated[
    dict[str, Any],
    Field(description="What would be different, by fact; null takes an answer back."),
]
Start: TypeAlias = Annotated[
    str | None,
    Field(description="Begin on the first Monday from this day on, such as 2026-12-07."),
]
Weeks: TypeAlias = Annotated[int, Field(description="How many weeks.")]
Days: TypeAlias = Annotated[int | None, Field(description="Train on so many days a week at most.")]
AnyId: TypeAlias = Annotated[
    str,
    Field(
        description="A recommendation, message, finding, value, exercise, food or fact, or 'gate'."
    ),
]
StoredInterview: TypeAlias = Annotated[
    dict[str, Any] | None,
    WithJsonSchema({"anyOf": [Interview.model_json_schema(), {"type": "null"}]}),
    Field(description="The interview that the last call gave, unchanged; none to begin."),
]
Replies: TypeAlias = Annotated[
    dict[str, Any],
    Field(
        description="Replies as the person gave them, by the fact of the question, or by its "
        "screen for statements: true or false, a number, the id of a choice, or a list of ids "
        "([] only where they said that none is true). null where they do not know."
    ),
]


class Advised(BaseModel):
    """One piece of advice, in short."""

    id: str
    area: str
    title: str
    priority: float


class Page(BaseModel):
    """A plan as one page."""

    gate: GateName
    text: str
    recommendations: tuple[Advised, ...]
    withheld: tuple[str, ...]
    knowledge_version: str


class Explained(BaseModel):
    """Why something is so, or why it is not in the plan."""

    id: str
    text: str
    why: Explanation | None = None
    why_not: WhyNot | None = None


class Askable(BaseModel):
    """Questions that can be answered."""

    questions: tuple[Question, ...]


class Round(BaseModel):
    """An interview after some answers.

    Attributes:
        interview: to be handed back unchanged.
        screen: what to ask next; none where nothing is left to ask.
        enough: whether what is left would hardly change what comes first.
    """

    interview: Interview
    screen: Screen | None
    enough: bool


def result(text: str, data: BaseModel) -> CallToolResult:
    """What a tool gives: a text to read, and the same as data."""
    return CallToolResult(
        content=[TextContent(type="text", text=text)],
        structured_content=json.loads(data.model_dump_json()),
    )


def advisor_of(call: Call) -> Advisor:
    """The advisor of the server that was called."""
    return call.request_context.lifespan_context
