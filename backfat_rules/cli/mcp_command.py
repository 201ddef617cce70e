"""``backfat-rules mcp``: the advice as tools of an assistant."""

from __future__ import annotations

from backfat_rules.advisor import Advisor
from backfat_rules.cli.calls import CallError, Country, Overlays, load

EXAMPLES = """\b
Examples:
  backfat-rules mcp
  backfat-rules mcp --country gb --knowledge our-rules/
"""


def mcp(
    country: Country = None,
    knowledge: Overlays = None,
) -> None:
    """Serve the Model Context Protocol on standard input and output, until the input ends.

    An assistant starts this command itself; its settings name it. It keeps nothing: no answer is
    written anywhere, and the interview is in the hands of the assistant.
    """
    try:
        from backfat_rules.assistant import make_server
    except ModuleNotFoundError as missing:
        remedy = 'Run: pip install "backfat-rules[mcp]"'
        said = f"Serving assistants needs {missing.name}, which is not installed. {remedy}"
        raise CallError(said) from None
    make_server(Advisor(load(knowledge), "direct", country)).run()
