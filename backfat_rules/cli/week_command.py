"""``backfat-rules week``: a person's file in, a training week or several out."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from backfat_rules.advisor import Advisor
from backfat_rules.cli.calls import AsJson, Overlays, load, number_from, profile_of
from backfat_rules.cli.output import show, width, write
from backfat_rules.cli.person_file import read_person

EXAMPLES = """\b
Examples:
  backfat-rules week person.json
  backfat-rules week person.yaml --weeks 8 --start 2026-12-07
  backfat-rules week person.yaml --days 2
  backfat-rules week person.json --json > week.json
"""


def week(
    person: Annotated[
        Path,
        typer.Argument(
            help="A file of answers, .json or .yaml; '-' reads either from standard input.",
        ),
    ],
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
    as_json: AsJson = False,
    knowledge: Overlays = None,
) -> None:
    """A training week for the person in a file: what on which day, how much, and why."""
    base = load(knowledge)
    profile = read_person(person, "metric", profile_of(base), base)
    programme = Advisor(base).recommend(profile).programme(start, weeks, days=days)
    if as_json:
        write(programme.model_dump_json(indent=2))
    else:
        show(programme.text(width=width()), first="bold", last="dim")
