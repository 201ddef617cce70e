"""A server of the Model Context Protocol that gives advice."""

from __future__ import annotations

import hashlib
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from mcp.server.mcpserver import MCPServer, RequestStateSecurity
from mcp.types import ToolAnnotations

from backfat_rules.advisor import Advisor
from backfat_rules.assistant.interview_tools import answer_questions, ask_next
from backfat_rules.assistant.plan_tools import explain, facts, plan, recommend, week, what_if
from backfat_rules.version import __version__

NAME = "backfat-rules"
TOOLS = (recommend, explain, what_if, week, plan, facts, ask_next, answer_questions)

INSTRUCTIONS = """Advice about back fat, worked out by fixed rules from what a person tells.
Never invent an answer for the person: what they did not tell is left out. Begin with ask_next, and
call it again with the interview that it gave, until it says enough; then call recommend with the
answers of the interview. Show the text of recommend whole: its warnings, cautions and last lines
are part of the advice. Where the gate is urgent or emergency, show that and give no other advice.
"""

_A_WEEK = 7 * 24 * 3600.0  # seconds in which somebody may fill in a form

_READ_ONLY = ToolAnnotations(
    read_only_hint=True, destructive_hint=False, idempotent_hint=True, open_world_hint=False
)


def make_server(advisor: Advisor) -> MCPServer[Advisor]:
    """A server whose tools advise as this advisor does; ``run()`` serves standard input and output.

    It holds no state of a person, so it may be started anew at any time, also while a form is open.

    >>> from backfat_rules import Advisor
    >>> make_server(Advisor(engine="direct")).name
    'backfat-rules'
    """

    @asynccontextmanager
    async def advising(_: MCPServer[Advisor]) -> AsyncIterator[Advisor]:
        yield advisor

    server = MCPServer(
        NAME,
        instructions=INSTRUCTIONS,
        version=__version__,
        lifespan=advising,
        log_level="WARNING",
        request_state_security=_same_after_a_restart(advisor),
    )
    for tool in TOOLS:
        server.add_tool(tool, annotations=_READ_ONLY)
    return server


def _same_after_a_restart(advisor: Advisor) -> RequestStateSecurity:
    """What tells a form of this library and this knowledge from others; it guards no secret.

    All that it seals is which form was shown, and whoever fills in a form may tell anything.
    """
    made_by = f"{NAME} {__version__} {advisor.knowledge.version}"
    return RequestStateSecurity(keys=[hashlib.sha256(made_by.encode()).digest()], ttl=_A_WEEK)
