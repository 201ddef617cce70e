"""``backfat-rules check``: whether a folder of rules loads, and its cases come to what they say."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from backfat_rules.cli.calls import load
from backfat_rules.cli.output import write
from backfat_rules.errors import KnowledgeError
from backfat_rules.planning import wrong_cases

EXAMPLES = """\b
Examples:
  backfat-rules check our-rules/
  backfat-rules check our-rules/ && git commit our-rules/
"""


def check(
    folder: Annotated[
        Path,
        typer.Argument(
            metavar="FOLDER", exists=True, file_okay=False, help="A folder of rules of your own."
        ),
    ],
) -> None:
    """Lay a folder over the library's own rules, name every mistake in it, and run its cases.

    Ends with 3 if there is a mistake: a rule that cannot be loaded, or a case that comes to
    something else than it says.
    """
    problems = wrong_cases(load([folder]), within=f"{folder.name}/")
    if problems:
        raise KnowledgeError(problems)
    write(f"{folder}: no mistakes, and every case comes to what it says.")
