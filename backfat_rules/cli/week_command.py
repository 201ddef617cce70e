"""``backfat-rules week``: a person's file in, a training week or several out."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from backfat_rules.advisor import Advisor
from backfat_rules.cli.calls import (
    AsJson,
    CallError,
    Overlays,
    Person,
    load,
    number_from,
    profile_of,
)
from backfat_rules.cli.output import show, width, write
from backfat_rules.cli.person_file import read_person
from backfat_rules.whole_file import is_there, write_whole

EXAMPLES = """\b
Examples:
  backfat-rules week person.json
  backfat-rules week person.yaml --weeks 8 --start 2026-12-07
  backfat-rules week person.yaml --days 2
  backfat-rules week person.json --json > week.json
  backfat-rules week person.json --start 2026-12-07 --ics week.ics
  backfat-rules week person.json --start 2026-12-07 --ics week.ics --at 18:00 --zone Europe/Berlin
"""


def week(
    person: Person,
    weeks: Annotated[
        int,
        typer.Option(parser=number_from(1, "--weeks"), metavar="N", help="How many weeks."),
    ] = 1,
    days: Annotated[
        int | None,
        typer.Option(
            parser=number_from(1, "--days"), metavar="N", help="Train on so many days at most."
        ),
    ] = None,
    start: Annotated[
        str | None,
        typer.Option(metavar="DAY", help="Begin on the first Monday from this day on."),
    ] = None,
    ics: Annotated[
        Path | None,
        typer.Option(metavar="FILE", help="Write the sessions as a calendar; needs --start."),
    ] = None,
    at: Annotated[
        str | None,
        typer.Option(metavar="HH:MM", help="In the calendar: when the first session begins."),
    ] = None,
    zone: Annotated[
        str | None,
        typer.Option(metavar="ZONE", help="The time zone of --at, such as Europe/Berlin."),
    ] = None,
    overwrite: Annotated[
        bool, typer.Option("--overwrite", help="Replace the calendar if there is one.")
    ] = False,
    improve: Annotated[
        bool, typer.Option("--improve", help="Let a solver look for a better week (extra: week).")
    ] = False,
    as_json: AsJson = False,
    knowledge: Overlays = None,
) -> None:
    """A training week for the person in a file: what on which day, how much, and why."""
    if ics is not None and start is None:
        raise CallError("A calendar needs days. Give --start, such as 2026-12-07.")
    if ics is not None and is_there(ics) and not overwrite:
        raise CallError(f"{ics} is there already. Give --overwrite to replace it.")
    base = load(knowledge)
    profile = read_person(person, "metric", profile_of(base), base)
    programme = Advisor(base).recommend(profile).programme(start, weeks, days=days, improve=improve)
    if ics is not None:
        write_whole(ics, programme.to_ics(at=at, zone=zone))
        write(f"{ics} is written.")
    elif as_json:
        write(programme.model_dump_json(indent=2))
    else:
        show(programme.text(width=width()), first="bold", last="dim")
