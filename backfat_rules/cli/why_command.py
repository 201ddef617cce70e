"""``backfat-rules why`` and ``why-not``: what is behind an entry of a person's plan."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from backfat_rules.advisor import Advisor
from backfat_rules.cli.calls import AsJson, CallError, Overlays, Person, load, profile_of
from backfat_rules.cli.output import write
from backfat_rules.cli.person_file import read_person
from backfat_rules.cli.tab_completion import ids
from backfat_rules.errors import BackfatRulesError
from backfat_rules.knowledge import KnowledgeBase
from backfat_rules.plan import Plan

WHY_EXAMPLES = """\b
Examples:
  backfat-rules why person.json sleep-longer
  backfat-rules why person.json gate
  backfat-rules why person.json sleep-longer --mermaid > why.mmd
"""

WHY_NOT_EXAMPLES = """\b
Examples:
  backfat-rules why-not person.json drink-enough
  backfat-rules why-not person.json burpee --json
"""


def why(
    person: Person,
    id: Annotated[
        str,
        typer.Argument(
            help="Something in the plan, a finding, a value, a fact, or 'gate'.",
            autocompletion=ids,
        ),
    ],
    as_json: AsJson = False,
    mermaid: Annotated[
        bool, typer.Option("--mermaid", help="Print a mermaid chart and nothing else.")
    ] = False,
    knowledge: Overlays = None,
) -> None:
    """Why something is so: a tree down to the answers; + is so, - is not, ? is not known."""
    if as_json and mermaid:
        raise CallError("Choose one of --json and --mermaid.")
    plan = plan_of(person, load(knowledge))
    try:
        tree = plan.why(id)
    except BackfatRulesError as error:
        raise CallError(str(error).replace(f"plan.why_not({id!r})", "why-not")) from None
    if as_json:
        write(tree.model_dump_json(indent=2))
    else:
        write(tree.mermaid() if mermaid else str(tree))


def why_not(
    person: Person,
    id: Annotated[
        str,
        typer.Argument(
            help="Anything of the knowledge base that could be in it.", autocompletion=ids
        ),
    ],
    as_json: AsJson = False,
    knowledge: Overlays = None,
) -> None:
    """Why something is not in the plan: what is not so, what is not known, what withholds it."""
    found = plan_of(person, load(knowledge)).why_not(id)
    write(found.model_dump_json(indent=2) if as_json else str(found))


def plan_of(person: Path, knowledge: KnowledgeBase) -> Plan:
    """The plan of the person in a file."""
    profile = read_person(person, model=profile_of(knowledge), knowledge=knowledge)
    return Advisor(knowledge).recommend(profile)
