"""How to do the moves of a plan, as text and as folded HTML."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from markupsafe import Markup

from backfat_rules.planning.plan_content import Move
from backfat_rules.views.blocks import Blocks, blocks_text, filled, list_html
from backfat_rules.wording import Reader

_MOVE = Markup('<details class="more"><summary><b>%s</b>%s</summary>%s</details>')
_LABELLED = Markup("<p><b>%s:</b> %s</p>")
_LABELLED_LIST = Markup("<p><b>%s:</b></p>%s")


def move_blocks(move: Move, reader: Reader) -> Blocks:
    """One move: its steps under its title, then what helps, what goes wrong, what to mind."""
    yield move.title, move.steps
    yield from filled(*_about(move, reader))


def moves_text(moves: Mapping[str, Move], reader: Reader) -> str:
    """All moves of a plan, with empty lines between."""
    return "\n\n".join(blocks_text(move_blocks(each, reader)) for each in moves.values())


def moves_html(moves: Mapping[str, Move], reader: Reader) -> Markup:
    """All moves of a plan, each folded under its title; nothing where there are none."""
    return Markup("\n").join(_folded(each, reader) for each in moves.values())


def _folded(move: Move, reader: Reader) -> Markup:
    dose = Markup(' <span class="soft">%s</span>') % (move.dose,) if move.dose else ""
    rows = (_labelled(label, items) for label, items in _about(move, reader) if items)
    parts = [list_html(move.steps, "ol"), *rows]
    return _MOVE % (move.title, dose, Markup().join(parts))


def _labelled(label: str, items: tuple[str, ...]) -> Markup:
    """One thing behind its label, several as a list below it."""
    if len(items) == 1:
        return _LABELLED % (label, items[0])
    return _LABELLED_LIST % (label, list_html(items))


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
