"""``backfat-rules what-if``: how a plan would change if some answers were different."""

from __future__ import annotations

from typing import Annotated, Any

import typer

from backfat_rules.cli.calls import AsJson, CallError, Overlays, Person, load, must_be_one_of
from backfat_rules.cli.output import write
from backfat_rules.cli.tab_completion import answers
from backfat_rules.cli.typed_replies import UNKNOWN, read_reply
from backfat_rules.cli.why_command import plan_of
from backfat_rules.knowledge import KnowledgeBase

EXAMPLES = """\b
Examples:
  backfat-rules what-if person.json sleep_hours=8
  backfat-rules what-if person.json pregnant=yes posture=none stress_level=?
  backfat-rules what-if person.json 'pain_sites=["lower_back", "neck"]' --json
"""


def what_if(
    person: Person,
    facts: Annotated[
        list[str],
        typer.Argument(
            metavar="FACT=VALUE...",
            help="Words or JSON; '?' takes an answer back.",
            autocompletion=answers,
        ),
    ],
    as_json: AsJson = False,
    knowledge: Overlays = None,
) -> None:
    """What would be new, gone, more or less important, with the reason for each."""
    base = load(knowledge)
    told: dict[str, Any] = {}
    for name, value in (_told(each, base) for each in facts):
        if name in told:
            raise CallError(f"{name} is given more than once. Keep one answer.")
        told[name] = value
    change = plan_of(person, base).what_if(**told)
    write(change.model_dump_json(indent=2) if as_json else str(change))


def _told(text: str, base: KnowledgeBase) -> tuple[str, Any]:
    name, equals, value = text.partition("=")
    if not equals:
        raise CallError(f"{text!r} is not FACT=VALUE, such as sleep_hours=8.")
    must_be_one_of(list(base.facts), name, "fact")
    reply = read_reply(value, base.facts[name])
    if reply == UNKNOWN:
        return name, None
    if reply.kind != "answer":
        raise CallError(f"{text!r} is not FACT=VALUE, such as sleep_hours=8.")
    return name, reply.value
