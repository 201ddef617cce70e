"""Texts as plain data: lists of words, and of names where something of the person stands."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from backfat_rules.javascript.conditions_as_data import condition_of
from backfat_rules.knowledge.lines import Line
from backfat_rules.knowledge.marked_text import Slot, Template, as_metric

Pieces = list[str | dict[str, str]]


def pieces_of(text: Template) -> Pieces:
    """A text with its amounts in metric units.

    >>> pieces_of(Template.read("You drink {water}; {1.6 to 2 L} is enough."))
    ['You drink ', {'name': 'water'}, '; 1.6 to 2 L is enough.']
    """
    pieces: Pieces = []
    for piece in text.pieces:
        if isinstance(piece, Slot):
            pieces.append({"name": piece.name})
            continue
        words = piece if isinstance(piece, str) else as_metric(piece)
        before = pieces.pop() if pieces and isinstance(pieces[-1], str) else ""
        pieces.append(f"{before}{words}")
    return pieces


def lines_as_data(lines: Iterable[Line]) -> list[dict[str, Any]]:
    """Lines, each with whom it is for; what says nothing about that is left out."""
    return [_line(each) for each in lines]


def _line(line: Line) -> dict[str, Any]:
    about = {
        "when": condition_of(line.when),
        "tags": line.tags,
        "foods": line.foods,
        "alarm": line.alarm,
    }
    return {"text": pieces_of(line.text), **{name: told for name, told in about.items() if told}}
