"""``backfat-rules report``: a person's file in, a page to hand over out."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, cast

import typer

from backfat_rules.advisor import Advisor
from backfat_rules.cli.calls import (
    SYSTEMS,
    CallError,
    Country,
    Overlays,
    Person,
    Units,
    load,
    must_be_one_of,
    profile_of,
)
from backfat_rules.cli.output import write
from backfat_rules.cli.person_file import read_person
from backfat_rules.units import UnitSystem
from backfat_rules.whole_file import is_there, write_whole

EXAMPLES = """\b
Examples:
  backfat-rules report person.yaml plan.html
  backfat-rules report person.json plan.html --overwrite --units us
  backfat-rules report person.yaml plan.html --interactive
  backfat-rules report person.yaml plan.md
"""


def report(
    person: Person,
    file: Annotated[
        Path,
        typer.Argument(help="Where to write: .html for a page to hand over, .md for Markdown."),
    ],
    overwrite: Annotated[
        bool, typer.Option("--overwrite", help="Replace the file if there is one.")
    ] = False,
    interactive: Annotated[
        bool, typer.Option("--interactive", help="Answers can be changed on the page, too.")
    ] = False,
    units: Units = "metric",
    country: Country = None,
    knowledge: Overlays = None,
) -> None:
    """The plan for the person in a file, as one page that needs nothing else."""
    must_be_one_of(SYSTEMS, units, "system of units")
    kind = file.suffix.lower()
    if kind not in (".html", ".htm", ".md"):
        raise CallError(f"{file} has to end in .html, for a page to hand over, or in .md.")
    if interactive and kind == ".md":
        raise CallError("Only a page can be interactive: give a file that ends in .html.")
    if is_there(file) and not overwrite:
        raise CallError(f"{file} is there already. Give --overwrite to replace it.")
    system = cast(UnitSystem, units)
    base = load(knowledge)
    profile = read_person(person, system, profile_of(base), base)
    plan = Advisor(base, country=country).recommend(profile).in_units(system)
    page = plan.to_markdown() if kind == ".md" else plan.handout(interactive=interactive)
    write_whole(file, page)
    write(f"{file} is written.")
