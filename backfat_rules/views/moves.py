"""How to do a move of a plan: what is said of it, in which order."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from backfat_rules.planning.plan_content import Move
from backfat_rules.views.blocks import Blocks, filled
from backfat_rules.views.sections import Entry
from backfat_rules.wording import Reader


def move_blocks(move: Move, reader: Reader) -> Blocks:
    """One move: its steps under its title, then what helps, what goes wrong, what to mind."""
    yield move.title, move.steps
    yield from filled(*_about(move, reader))


def move_entry(move: Move, reader: Reader, *, behind: bool = False) -> Entry:
    """One move with all that is said of it below its title.

    Args:
        move: how it is done.
        reader: who reads it.
        behind: whether others come first.
    """
    told = tuple(Entry("", step) for step in move.steps)
    steps = Entry(reader.say("how"), more=told, numbered=True)
    rest = (_labelled(label, items) for label, items in _about(move, reader) if items)
    return Entry(move.title, more=(steps, *rest), behind=behind)


def _labelled(label: str, items: tuple[str, ...]) -> Entry:
    """One thing behind its label, several as a list below it."""
    if len(items) == 1:
        return Entry(label, items[0])
    return Entry(label, more=tuple(Entry("", item) for item in items))


def _about(move: Move, reader: Reader) -> Iterator[tuple[str, tuple[str, ...]]]:
    """What is said of a move besides its steps, each under its label."""
    say = reader.say

    def listed(texts: Iterable[str]) -> tuple[str, ...]:
        text = reader.chained(texts, "list-comma")
        return (text,) if text else ()

    yield say("mind"), move.cautions
    yield say("how-much"), listed([move.dose] if move.dose else ())
    yield say("keep-in-mind"), listed([move.cue] if move.cue else ())
    yield say("common-faults"), move.faults
    yield say("muscles"), listed(move.muscles)
    yield say("with-equipment"), listed([reader.listed(move.equipment, "list-or")])
    yield say("easier"), listed(move.easier.values())
    yield say("harder"), listed(move.harder.values())
