"""``backfat-rules exercise``: how to do one exercise, as the catalogue has it."""

from __future__ import annotations

from typing import Annotated

import typer

from backfat_rules.cli.calls import AsJson, Overlays, load
from backfat_rules.cli.output import write
from backfat_rules.cli.tab_completion import exercises
from backfat_rules.explain.wrong_id import wrong_id
from backfat_rules.knowledge import KnowledgeBase
from backfat_rules.planning.move_telling import doses_told, move_for_all
from backfat_rules.views.blocks import blocks_text, filled
from backfat_rules.views.moves import move_blocks
from backfat_rules.wording import Reader

EXAMPLES = """\b
Examples:
  backfat-rules exercise band_row
  backfat-rules exercise band_row --json
"""


def exercise(
    id: Annotated[str, typer.Argument(help="An exercise.", autocompletion=exercises)],
    as_json: AsJson = False,
    knowledge: Overlays = None,
) -> None:
    """How to do an exercise: steps, faults, what to mind, how much in which context."""
    base = load(knowledge)
    id = base.current_id(id)
    if id not in base.exercises:
        raise wrong_id(id, base, ("exercises",))
    reader = Reader(base)
    move = move_for_all(id, reader)
    if as_json:
        write(move.model_dump_json(indent=2))
        return
    doses = (_dose(base, *each) for each in doses_told(id, reader))
    blocks = (*move_blocks(move, reader), *filled((reader.say("how-much"), doses)))
    write(blocks_text(blocks))


def _dose(base: KnowledgeBase, context: str, level: str, text: str) -> str:
    return f"{base.contexts[context].means}, from {level} on: {text}"
