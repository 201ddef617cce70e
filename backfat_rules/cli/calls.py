"""What the commands share: their common options, and refusing a wrong call."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Annotated, Any, TypeAlias, get_args

import typer

from backfat_rules.cli.tab_completion import one_of
from backfat_rules.errors import BackfatRulesError, did_you_mean
from backfat_rules.knowledge import KnowledgeBase, load_knowledge
from backfat_rules.plain import shown_value
from backfat_rules.profile import Profile
from backfat_rules.units import UnitSystem

SYSTEMS: tuple[UnitSystem, ...] = get_args(UnitSystem)


class CallError(BackfatRulesError):
    """The command cannot be carried out as it was given."""


Overlays: TypeAlias = Annotated[
    list[Path] | None,
    typer.Option(
        "--knowledge",
        metavar="FOLDER",
        exists=True,
        file_okay=False,
        help="A folder of rules to put over the library's own; may be repeated, the last wins.",
    ),
]
Person: TypeAlias = Annotated[
    Path,
    typer.Argument(help="A file of answers, .json or .yaml; '-' reads either from standard input."),
]
Units: TypeAlias = Annotated[
    str,
    typer.Option(
        metavar="|".join(SYSTEMS),
        help="The units of amounts in the texts.",
        autocompletion=one_of(SYSTEMS),
    ),
]
Country: TypeAlias = Annotated[
    str | None, typer.Option(metavar="CODE", help="Whom to call in an emergency, as in gb.")
]
AsJson: TypeAlias = Annotated[bool, typer.Option("--json", help="Print JSON and nothing else.")]


def load(overlays: list[Path] | None) -> KnowledgeBase:
    """The library's knowledge with the given folders over it."""
    if not overlays:
        return load_knowledge()
    try:
        return load_knowledge(*overlays)
    except (OSError, UnicodeDecodeError) as error:
        raise CallError(f"A knowledge file cannot be read: {error}") from None


def profile_of(knowledge: KnowledgeBase) -> type[Profile]:
    """The profile whose fields are the facts of some knowledge, those of its overlays too."""
    assert issubclass(knowledge.profile_model, Profile)
    return knowledge.profile_model


def must_be_one_of(known: Sequence[str], word: Any, what: str) -> None:
    """Refuse a word that is not on the list.

    Raises:
        CallError: with the nearest word, or else with all of them.
    """
    if word not in known:
        remedy = did_you_mean(str(word), known) or f"Choose one of {', '.join(known)}."
        raise CallError(f"There is no {what} {word!r}. {remedy}")


def number_from(least: int, option: str) -> Callable[[Any], int]:
    """What reads the number after an option that says how many.

    The reader raises a ``CallError`` for anything but a whole number from the least one on.
    """

    def read(given: Any) -> int:
        text = str(given)  # typer hands a default on as it is
        is_number = text.isascii() and text.isdigit() and len(text) < 10
        if not is_number or int(text) < least:
            said = f"{option} needs a whole number from {least} on, not {shown_value(text)}."
            raise CallError(said)
        return int(text)

    return read
