"""What the library refuses, as an error that an assistant reads and mends."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import ParamSpec, TypeVar

from mcp.server.mcpserver.exceptions import ToolError

from backfat_rules.errors import BackfatRulesError

Arguments = ParamSpec("Arguments")
Result = TypeVar("Result")


def refusing(tool: Callable[Arguments, Result]) -> Callable[Arguments, Result]:
    """The tool, with the errors of the library as errors of a tool, in the same words."""

    @wraps(tool)
    def refused(*args: Arguments.args, **named: Arguments.kwargs) -> Result:
        try:
            return tool(*args, **named)
        except BackfatRulesError as error:
            raise ToolError(str(error)) from error

    return refused
