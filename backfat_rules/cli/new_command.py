"""``backfat-rules new``: begins an entry of a knowledge base, for its author to finish."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Annotated, cast, get_args

import typer

from backfat_rules.cli.calls import AsJson, CallError, must_be_one_of
from backfat_rules.cli.output import write
from backfat_rules.cli.scaffold import (
    FactKind,
    Kind,
    Scaffold,
    fact_scaffold,
    places_of,
    scaffold,
    slug_of,
)
from backfat_rules.cli.topic_file import TopicFile, topic_file
from backfat_rules.knowledge.entry import AreaName
from backfat_rules.locate import shipped_folder
from backfat_rules.profile import Profile, facts_of

KINDS: tuple[Kind, ...] = get_args(Kind)
AREAS: tuple[AreaName, ...] = get_args(AreaName)
TYPES: tuple[FactKind, ...] = get_args(FactKind)

EXAMPLES = """\b
Examples:
  backfat-rules new rule very-late-coffee --topic sleep --kind finding
  backfat-rules new rule coffee-before-noon --topic sleep --kind recommendation
  backfat-rules new rule our-offer --topic campus --kind message --folder our-rules/
  backfat-rules new fact last-coffee-to-bed --topic sleep --type number --folder our-rules/
"""

new = typer.Typer(
    help="Begin a new entry of a knowledge base.", no_args_is_help=True, rich_markup_mode=None
)


@new.callback()
def _new() -> None:
    """Begin a new entry of a knowledge base."""


_Id = Annotated[str, typer.Argument(metavar="ID", help="A name of its own, such as late-coffee.")]
_Topic = Annotated[
    str, typer.Option(metavar="TOPIC", help="What it is about, such as sleep: its file.")
]
_Folder = Annotated[
    Path,
    typer.Option(
        metavar="FOLDER", exists=True, file_okay=False, help="The folder of rules to add it to."
    ),
]
_OURS = Path("knowledge")


@new.command(short_help="An entry to fill in.", epilog=EXAMPLES)
def rule(
    id: _Id,
    topic: _Topic,
    kind: Annotated[str, typer.Option(metavar="|".join(KINDS), help="What it will be.")],
    folder: _Folder = _OURS,
    area: Annotated[
        str | None,
        typer.Option(metavar="|".join(AREAS), help="Needed for the first advice on a new topic."),
    ] = None,
    as_json: AsJson = False,
) -> None:
    """Write an entry with TODO wherever a text, condition or source of yours belongs."""
    must_be_one_of(KINDS, kind, "kind")
    if area is not None:
        must_be_one_of(AREAS, area, "area")
    _write(scaffold(id, cast(Kind, kind)), topic, folder, cast(AreaName | None, area), as_json)


@new.command(short_help="A fact of your own.", epilog=EXAMPLES)
def fact(
    id: _Id,
    topic: _Topic,
    kind: Annotated[
        str, typer.Option("--type", metavar="|".join(TYPES), help="How it is answered.")
    ],
    folder: _Folder = _OURS,
    as_json: AsJson = False,
) -> None:
    """Write a fact of your own, for conditions to name and people to be asked for."""
    must_be_one_of(TYPES, kind, "type of facts")
    _write(fact_scaffold(id, cast(FactKind, kind)), topic, folder, None, as_json)


def _write(begun: Scaffold, topic: str, folder: Path, area: AreaName | None, as_json: bool) -> None:
    taken = places_of(begun.ids, shipped_folder()) | places_of(begun.ids, folder)
    for name in begun.ids:
        if name in facts_of(Profile):
            raise CallError(f"{name} is a fact already. Use it as it is, or choose another id.")
        if name in taken:
            raise CallError(f"{name} exists already, at {taken[name]}. Choose another id.")
    found = topic_file(folder, slug_of(topic, "a topic").replace("-", "_"), begun.section)
    line = _add(begun, found, area)
    if as_json:
        place = {"path": str(found.path), "line": line}
        told = {"section": begun.section, "ids": [*begun.ids], "location": place}
        write(json.dumps(told, indent=2, ensure_ascii=False))
        return
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
