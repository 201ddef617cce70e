"""``backfat-rules recommend``: a person's file in, the plan out."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated, cast, get_args

import typer

from backfat_rules.advisor import Advisor
from backfat_rules.cli.calls import (
    SYSTEMS,
    Country,
    Overlays,
    Person,
    Units,
    load,
    must_be_one_of,
    number_from,
    profile_of,
)
from backfat_rules.cli.output import show, width, write
from backfat_rules.cli.person_file import read_person
from backfat_rules.cli.tab_completion import one_of
from backfat_rules.inference import EngineName
from backfat_rules.knowledge.entry import AreaName
from backfat_rules.knowledge.gates import GATES, Tone
from backfat_rules.units import UnitSystem
from backfat_rules.views import plan_text
from backfat_rules.views.text import Extent
from backfat_rules.wording import Reader

AREAS: tuple[AreaName, ...] = get_args(AreaName)
ENGINES: tuple[EngineName, ...] = get_args(EngineName)

EXAMPLES = """\b
Examples:
  backfat-rules recommend person.json
  backfat-rules recommend person.yaml --top 3 --area lifestyle
  backfat-rules recommend person.json --full
  backfat-rules recommend person.json --json > plan.json
  backfat-rules recommend person.yaml --units uk
  echo '{"sleep_hours": 5.5, "stress_level": 8}' | backfat-rules recommend -
"""

STYLES: Mapping[Tone, str] = {
    "go": "bold green",
    "care": "bold yellow",
    "stop": "bold red",
    "alarm": "bold white on red",
}


def recommend(
    person: Person,
    as_json: Annotated[
        bool, typer.Option("--json", help="Print the whole plan as JSON and nothing else.")
    ] = False,
    top: Annotated[
        int | None,
        typer.Option(
            parser=number_from(1, "--top"), metavar="N", help="Only the N most important."
        ),
    ] = None,
    area: Annotated[
        str | None,
        typer.Option(
            metavar="|".join(AREAS),
            help="Only advice of this area.",
            autocompletion=one_of(AREAS),
        ),
    ] = None,
    full: Annotated[
        bool,
        typer.Option("--full", help="Everything: how, until when, on what evidence; no page."),
    ] = False,
    engine: Annotated[
        str,
        typer.Option(
            metavar="|".join(ENGINES),
            help="What infers; the plan is the same.",
            autocompletion=one_of(ENGINES),
        ),
    ] = "experta",
    units: Units = "metric",
    country: Country = None,
    knowledge: Overlays = None,
    fail_on_urgent: Annotated[
        bool, typer.Option("--fail-on-urgent", help="End with 4 if the gate is urgent or worse.")
    ] = False,
) -> None:
    """What to do, how much, in which order and why, for the person in a file."""
    if area is not None:
        must_be_one_of(AREAS, area, "area")
    must_be_one_of(ENGINES, engine, "engine")
    must_be_one_of(SYSTEMS, units, "system of units")
    system = cast(UnitSystem, units)
    base = load(knowledge)
    profile = read_person(person, system, profile_of(base), base)
    plan = Advisor(base, cast(EngineName, engine), country=country).recommend(profile)
    plan = plan.narrowed(area=cast(AreaName | None, area), top=top).in_units(system)
    gate = GATES[plan.gate]
    if as_json:
        write(plan.model_dump_json(indent=2))
    else:
        extent: Extent = "full" if full else "page"
        show(plan_text(plan, width(), Reader(base), extent), first=STYLES[gate.tone], last="dim")
    if fail_on_urgent and not gate.has_plan:
        raise typer.Exit(4)
