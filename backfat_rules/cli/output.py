"""Text to standard output: as wide as the terminal, styled only there, quiet about closed pipes."""

from __future__ import annotations

import os
import shutil
import sys
from io import TextIOWrapper

from rich.console import Console
from rich.text import Text

from backfat_rules.cli.calls import CallError
from backfat_rules.plain import harmless

NARROWEST, WIDEST, PIPED = 40, 100, 80


def on_terminal() -> bool:
    """Whether somebody is looking; only then there is any styling."""
    return sys.stdout.isatty()


def width() -> int:
    """How long a line may be."""
    if not on_terminal():
        return PIPED
    return max(NARROWEST, min(WIDEST, shutil.get_terminal_size().columns))


def console() -> Console:
    """A terminal for rich; it respects NO_COLOR and terminals that know no colours."""
    return Console(highlight=False)


def write(text: str) -> None:
    """Write text and a newline, unstyled and without control characters.

    A reader who has had enough is no error.

    Raises:
        CallError: standard output cannot be written, such as a full disk.
    """
    if isinstance(sys.stdout, TextIOWrapper):
        sys.stdout.reconfigure(errors="backslashreplace")  # old code pages lack some characters
    try:
        sys.stdout.write(f"{harmless(text)}\n")
        sys.stdout.flush()
    except BrokenPipeError:
        _write_no_more()
    except OSError as error:
        _write_no_more()
        raise CallError(f"standard output cannot be written: {error.strerror}.") from None


def _write_no_more() -> None:
    """Drop what is still to be written, which Python would try again when it ends."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def show(text: str, first: str = "bold", last: str = "") -> None:
    """Write blocks of text with blank lines between; a terminal shows their first lines in bold.

    Args:
        text: the blocks.
        first: the style of the very first line.
        last: the style of the whole last block, if it has no heading.
    """
    if not on_terminal():
        write(text)
        return
    shown = Text()
    blocks = harmless(text).split("\n\n")
    for at, block in enumerate(blocks):
        heading, newline, rest = block.partition("\n")
        if last and at == len(blocks) - 1:
            shown.append(block, last)
        else:
            shown.append(heading, "bold" if at else first).append(newline + rest)
        shown.append("\n\n" if at < len(blocks) - 1 else "")
    console().print(shown, soft_wrap=True)
