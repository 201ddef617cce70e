"""``backfat-rules mcp`` as an assistant starts it: a process of its own, over its pipes."""

from __future__ import annotations

import json
import sys
from typing import Any

import pytest
from mcp import StdioServerParameters
from mcp.types import ElicitResult

from backfat_rules import recommend
from backfat_rules.cli import main
from tests.assistant.talking import client, data_of, run, text_of
from tests.docs.documents import DOCS, ROOT, blocks_of


def as_documented() -> StdioServerParameters:
    """The settings that ``assistant.md`` gives, for the command of this checkout."""
    (shown,) = (
        block for block in blocks_of(DOCS / "how-to" / "assistant.md") if block.language == "json"
    )
    settings = json.loads(shown.text)["mcpServers"]["backfat-rules"]
    assert settings.pop("command") == "backfat-rules"
    module = ["-m", "backfat_rules.cli"]
    return StdioServerParameters(command=sys.executable, args=module + settings["args"], cwd=ROOT)


COMMAND = as_documented()


def test_the_command_asks_and_advises() -> None:
    """A process that is started anew goes on with the interview of the one before."""

    def fill(_: Any) -> ElicitResult:
        return ElicitResult(action="accept", content={"complaint": ["neck"]})

    async def one(state: Any) -> Any:
        async with client(fill, server=COMMAND) as talking:
            asked = await talking.call_tool("ask_next", {"interview": state} if state else {})
            return data_of(asked)["interview"]

    async def last(state: Any) -> str:
        async with client(server=COMMAND) as talking:
            return text_of(await talking.call_tool("recommend", {"facts": state["answers"]}))

    state = run(lambda: one(None))
    assert run(lambda: last(state)) == recommend({"complaint": {"neck"}}, country="gb").text()


def test_without_mcp_the_command_says_what_to_install(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """The extra is named, and nothing else happens."""
    for name in [each for each in sys.modules if each.startswith("backfat_rules.assistant")]:
        monkeypatch.delitem(sys.modules, name)
    for name in [each for each in sys.modules if each.partition(".")[0] == "mcp"]:
        monkeypatch.setitem(sys.modules, name, None)
    assert main(["mcp"]) == 2
    assert 'pip install "backfat-rules[mcp]"' in capsys.readouterr().err
