"""A text in a file: written whole, or not at all."""

from __future__ import annotations

import os
from contextlib import suppress
from pathlib import Path
from secrets import token_hex

from backfat_rules.arguments import must_be
from backfat_rules.errors import BackfatRulesError
from backfat_rules.plain import cut, plain


def write_whole(path: str | os.PathLike[str], text: str) -> None:
    """Write a text, in UTF-8, in the place of a file that may stand there already.

    That file stays as it was until the new one is complete, whatever goes wrong.

    Args:
        path: where to; its folder has to be there.
        text: what is written.

    Raises:
        BackfatRulesError: the file cannot be written there.
    """
    must_be(str | os.PathLike, path, "A file has a path")
    target = Path(os.fspath(path))
    name = plain(cut(str(target)))
    try:
        _must_be_a_place(target, name)
        _write(target.resolve(), text)
    except (OSError, ValueError) as error:
        why = error.strerror if isinstance(error, OSError) and error.strerror else str(error)
        raise BackfatRulesError(f"{name} cannot be written: {plain(why)}.") from None


def is_there(path: Path) -> bool:
    """Whether there is a file already; where there can be none, there is none."""
    with suppress(OSError, ValueError):
        return path.is_file()
    return False


def _must_be_a_place(target: Path, name: str) -> None:
    if target.is_dir():
        raise BackfatRulesError(f"{name} is a folder. Name a file in it.")
    if target.exists() and not target.is_file():
        raise BackfatRulesError(f"{name} is no file that can be replaced. Name another.")
    if not target.parent.is_dir():
        folder = plain(cut(str(target.parent)))
        raise BackfatRulesError(f"There is no folder {folder}. Make it first, or name another.")


def _write(target: Path, text: str) -> None:
    """Write beside the target first, and then put it in its place."""
    if target.exists() and not os.access(target, os.W_OK):
        raise PermissionError(0, "it is read-only")
    beside = target.with_name(f".{token_hex(8)}.part")
    try:
        with beside.open("x", encoding="utf-8", newline="\n") as file:
            file.write(text)
        beside.replace(target)
    finally:
        beside.unlink(missing_ok=True)
