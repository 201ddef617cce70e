"""``backfat-rules export js``: what decides, for pages that run without Python."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Annotated

import typer

from backfat_rules.cli.calls import CallError, Country, Overlays, load
from backfat_rules.cli.output import write
from backfat_rules.javascript import pack_of
from backfat_rules.knowledge.vocabulary import FALLBACK

EXAMPLES = """\b
Examples:
  backfat-rules export js site/
  backfat-rules export js site/ --knowledge our-rules/
"""

export = typer.Typer(
    help="Write what decides in another language.", no_args_is_help=True, rich_markup_mode=None
)


@export.callback()
def _export() -> None:
    """Write what decides in another language."""


Folder = Annotated[
    Path, typer.Argument(metavar="DIR", file_okay=False, help="Where the files go; it is made.")
]
Language = Annotated[str, typer.Option(metavar="LANGUAGE", help="In whose words a page is told.")]


@export.command(short_help="A module that decides.", epilog=EXAMPLES)
def js(
    folder: Folder,
    knowledge: Overlays = None,
    language: Language = FALLBACK,
    country: Country = None,
) -> None:
    """Write a JavaScript module that decides as Python does, and its types for TypeScript.

    It needs nothing else and asks no network: decide(facts) gives the decision as JSON has it, and
    tell(facts) the words of a page.
    """
    write_files(folder, pack_of(load(knowledge), language=language, country=country))


def write_files(folder: Path, files: Mapping[str, str]) -> None:
    """Write files into a folder, which is made, and say so.

    Raises:
        CallError: one of them cannot be written.
    """
    for name, text in files.items():
        path = folder / name
        try:
            folder.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8", newline="\n")
        except OSError as error:
            raise CallError(f"{path} cannot be written: {error.strerror}.") from None
        write(f"Wrote {path} ({len(text.encode()) // 1000} kB)")
