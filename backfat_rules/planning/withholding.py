"""What was held back, in words."""

from __future__ import annotations

from backfat_rules.decision import Block
from backfat_rules.decision.content import Held
from backfat_rules.planning.causes import causes_of
from backfat_rules.planning.plan_content import Withheld, WithheldKind
from backfat_rules.planning.telling import Telling


def withheld_of(held: Held, telling: Telling) -> Withheld:
    """A recommendation or exercise that would have been given, and what stopped it."""
    knowledge, reader = telling.knowledge, telling.reader
    kind: WithheldKind = "unanswered" if held.unanswered else held.kind
    exercise = knowledge.exercises.get(held.id)
    if telling.is_unspoken(held.id):
        return Withheld.made(
            id=held.id,
            title=reader.say("left-unspoken"),
            because=held.by,
            reason=reader.say("left-unspoken-because"),
            instead=None,
            kind=kind,
            is_exercise=exercise is not None,
            cause="",
        )
    title = exercise.title if exercise else knowledge.recommendations[held.id].title
    if held.kind == "rival":
        return Withheld.made(
            id=held.id,
            title=title,
            because=held.by,
            reason=reader.say("not-together", title=knowledge.recommendations[held.by].title),
            instead=None,
            kind=kind,
            is_exercise=False,
            cause="",
        )
    block = Block(knowledge.screening[held.by], held.unanswered)
    if exercise is None:
        return withheld_by(block, held.id, title, telling, kind)
    others = reader.listed((knowledge.exercises[id].title for id in held.instead), "list-or")
    return Withheld.made(
        id=held.id,
        title=title,
        because=held.by,
        reason=_reason(block, telling),
        instead=reader.say("full-stop", text=others) if others else None,
        kind=kind,
        is_exercise=True,
        cause=_cause(block, telling),
    )


def withheld_by(
    block: Block, id: str, title: str, telling: Telling, kind: WithheldKind | None = None
) -> Withheld:
    """What screening takes out of a plan; what was merely not ruled out is no reason."""
    by = block.screening
    instead = None if block.unanswered or by.instead is None else telling.reader.text(by.instead)
    return Withheld.made(
        id=id,
        title=title,
        because=by.id,
        reason=_reason(block, telling),
        instead=instead,
        kind=kind or ("unanswered" if block.unanswered else "block"),
        is_exercise=id in telling.knowledge.exercises,
        cause=_cause(block, telling),
    )


def _cause(block: Block, telling: Telling) -> str:
    """What was told that stops it; what would have to be told, where that is missing."""
    if block.unanswered:
        return block.screening.title
    return telling.reader.listed(causes_of(block.screening, telling))


def _reason(block: Block, telling: Telling) -> str:
    if block.unanswered:
        return telling.reader.say("not-yet-answered", title=block.screening.title)
    return telling.reader.text(block.screening.reason)
