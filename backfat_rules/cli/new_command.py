"""``backfat-rules new``: begins an entry of a knowledge base, for its author to finish."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, cast, get_args

import typer

from backfat_rules.cli.calls import CallError, must_be_one_of
from backfat_rules.cli.output import write
from backfat_rules.cli.scaffold import Kind, Scaffold, known_ids, scaffold, slug_of
from backfat_rules.cli.topic_file import TopicFile, topic_file
from backfat_rules.knowledge.entry import AreaName
from backfat_rules.locate import shipped_folder

KINDS: tuple[Kind, ...] = get_args(Kind)
AREAS: tuple[AreaName, ...] = get_args(AreaName)

EXAMPLES = """\b
Examples:
  backfat-rules new rule very-late-coffee --topic sleep --kind finding
  backfat-rules new rule coffee-before-noon --topic sleep --kind recommendation
  backfat-rules new rule our-offer --topic campus --kind message --folder our-rules/
"""

new = typer.Typer(
    help="Begin a new entry of a knowledge base.", no_args_is_help=True, rich_markup_mode=None
)


@new.callback()
def _new() -> None:
    """Begin a new entry of a knowledge base."""


@new.command(epilog=EXAMPLES)
def rule(
    id: Annotated[
        str, typer.Argument(metavar="ID", help="A name of its own, such as late-coffee.")
    ],
    topic: Annotated[str, typer.Option(metavar="TOPIC", help="What it is about, such as sleep.")],
    kind: Annotated[str, typer.Option(metavar="|".join(KINDS), help="What it will be.")],
    folder: Annotated[
        Path,
        typer.Option(
            metavar="FOLDER", exists=True, file_okay=False, help="The folder of rules to add it to."
        ),
    ] = Path("knowledge"),
    area: Annotated[
        str | None,
        typer.Option(metavar="|".join(AREAS), help="Needed for the first advice on a new topic."),
    ] = None,
) -> None:
    """Write an entry with TODO wherever a text, condition or source of yours belongs."""
    must_be_one_of(KINDS, kind, "kind")
    if area is not None:
        must_be_one_of(AREAS, area, "area")
    begun = scaffold(id, cast(Kind, kind))
    taken = {**known_ids(shipped_folder()), **known_ids(folder)}
    for name in begun.ids:
        if name in taken:
            raise CallError(f"{name} exists already, at {taken[name]}. Choose another id.")
    found = topic_file(folder, slug_of(topic, "a topic").replace("-", "_"), begun.section)
    line = _add(begun, found, cast(AreaName | None, area))
    write(f"Wrote {begun.ids[0]} to {found.path}:{line}")
    write(f"Replace each TODO in it; 'backfat-rules check {folder}' names those that are left.")


def _add(begun: Scaffold, found: TopicFile, area: AreaName | None) -> int:
    """Write the file with the entry in it; gives the entry's line."""
    if begun.section == "recommendations" and found.area is None and area is None:
        raise CallError(
            f"The topic {found.topic} has no area yet. Say it with --area {'|'.join(AREAS)}."
        )
    text, line = found.with_entry(begun.section, begun.lines, area)
    try:
        found.path.parent.mkdir(parents=True, exist_ok=True)
        found.path.write_bytes(text.encode())
    except OSError as error:
        raise CallError(f"{found.path} cannot be written: {error.strerror}.") from None
    return line
