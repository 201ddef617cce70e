"""``backfat-rules schema``: the JSON Schema of what goes in and what comes out."""

from __future__ import annotations

import json
from typing import Annotated

import typer

from backfat_rules.cli.calls import Overlays, load, must_be_one_of, profile_of
from backfat_rules.cli.output import write
from backfat_rules.cli.tab_completion import one_of
from backfat_rules.knowledge.schema import knowledge_schema
from backfat_rules.plan import Plan

SCHEMAS = ("profile", "plan", "knowledge")

EXAMPLES = """\b
Examples:
  backfat-rules schema profile > profile.schema.json
  backfat-rules schema plan | jq .properties
  backfat-rules schema knowledge > knowledge/schema.json
"""


def schema(
    what: Annotated[
        str,
        typer.Argument(
            metavar="|".join(SCHEMAS), help="Which of the three.", autocompletion=one_of(SCHEMAS)
        ),
    ],
    knowledge: Overlays = None,
) -> None:
    """The JSON Schema of a profile (in), of a plan (out), or of a knowledge file (for editors).

    With --knowledge, a profile holds the facts that the folder declares too.
    """
    must_be_one_of(SCHEMAS, what, "schema")
    if what == "profile":
        described = profile_of(load(knowledge)).model_json_schema()
    elif what == "knowledge":
        described = knowledge_schema()
    else:
        described = Plan.model_json_schema(mode="serialization")
    write(json.dumps(described, indent=2, ensure_ascii=False))
