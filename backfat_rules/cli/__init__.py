"""The command line ``backfat-rules``; it needs the ``cli`` extra, the library does not."""

from __future__ import annotations

import sys
from collections.abc import Sequence

_NEEDED = (
    "typer",
    "rich",
    "snowballstemmer",
    "click",
    "shellingham",
)  # the last two come with typer


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command and give its exit code; errors go to standard error, without a traceback.

    Args:
        arguments: what stands after ``backfat-rules``; the process's own arguments if None.
    """
    try:
        from backfat_rules.cli.app import run
    except ModuleNotFoundError as missing:
        package = (missing.name or "").partition(".")[0]
        if package not in _NEEDED:
            raise
        sys.stderr.write(
            f"backfat-rules: the command line needs {package}, which is not installed. "
            'Run: pip install "backfat-rules[cli]"\n'
        )
        return 2
    return run(arguments)
