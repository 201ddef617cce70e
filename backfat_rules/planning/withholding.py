"""What was held back, in words."""

from __future__ import annotations

from backfat_rules.decision import Block
from backfat_rules.decision.content import Held
from backfat_rules.planning.plan_content import Withheld
from backfat_rules.planning.telling import Telling


def withheld_of(held: Held, telling: Telling) -> Withheld:
    """A recommendation or exercise that would have been given, and what stopped it."""
    knowledge, reader = telling.knowledge, telling.reader
    if telling.is_unspoken(held.id):
        title, reason = reader.say("left-unspoken"), reader.say("left-unspoken-because")
        return _withheld(held, title, reason)
    exercise = knowledge.exercises.get(held.id)
    title = exercise.title if exercise else knowledge.recommendations[held.id].title
    if held.kind == "rival":
        reason = reader.say("not-together", title=knowledge.recommendations[held.by].title)
        return _withheld(held, title, reason)
    block = Block(knowledge.screening[held.by], held.unanswered)
    if exercise is None:
        return _withheld(held, title, _reason(block, telling), _instead(block, telling))
    others = reader.listed((knowledge.exercises[id].title for id in held.instead), "list-or")
    instead = reader.say("full-stop", text=others) if others else None
    return _withheld(held, title, _reason(block, telling), instead)


def _withheld(held: Held, title: str, reason: str, instead: str | None = None) -> Withheld:
    return Withheld.made(
        id=held.id,
        title=title,
        because=held.by,
        reason=reason,
        instead=instead,
        kind=held.kind,
        unanswered=held.unanswered,
        under=held.under,
    )


def withheld_by(block: Block, id: str, title: str, telling: Telling) -> Withheld:
    """What screening takes out of a plan; what was merely not ruled out is no reason."""
    held = Held(id, "block", block.screening.id, block.unanswered)
    return _withheld(held, title, _reason(block, telling), _instead(block, telling))


def _instead(block: Block, telling: Telling) -> str | None:
    by = block.screening
    return None if block.unanswered or by.instead is None else telling.reader.text(by.instead)


def _reason(block: Block, telling: Telling) -> str:
    if block.unanswered:
        return telling.reader.say("not-yet-answered", title=block.screening.title)
    return telling.reader.text(block.screening.reason)
