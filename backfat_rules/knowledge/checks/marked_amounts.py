"""Amounts in texts are marked, so that every reader gets them in units of their own."""

from __future__ import annotations

from backfat_rules.errors import Location
from backfat_rules.knowledge.checks.shown_texts import SHOWN, shown_texts
from backfat_rules.knowledge.draft import Draft
from backfat_rules.knowledge.entry import FilePart
from backfat_rules.knowledge.marked_text import Slot, Template
from backfat_rules.units import unmarked_in


def check_amounts(draft: Draft) -> None:
    """Note each text for people that holds an amount without a mark."""
    for section in SHOWN:
        for key, entry in draft.entries[section].items():
            if not draft.is_checked(section, key):
                _check(entry, draft)
    if draft.policy is not None:
        _check(draft.policy, draft)


def _check(part: FilePart, draft: Draft) -> None:
    for where, text in shown_texts(part):
        if isinstance(text, str):
            remedy = "Leave it out: titles and questions read the same in all units."
            _note(unmarked_in(text), where, remedy, draft)
        elif found := unmarked_in(_with_names_as(" ", text)):
            example = found if found[0].isdigit() else f"0.5 L = {found}"
            _note(found, where, f"Write it in braces, as in {{{example}}}.", draft)
        elif found := unmarked_in(_with_names_as("1", text)):
            remedy = "Leave the unit out: a name in braces shows its own, as {weight_kg} does."
            _note(f"{{...}}{found.rpartition('1')[2]}", where, remedy, draft)


def _with_names_as(sign: str, text: Template) -> str:
    """The text without its amounts, with a sign for each name in braces."""
    return "".join(
        piece if isinstance(piece, str) else sign if isinstance(piece, Slot) else " "
        for piece in text.pieces
    )


def _note(found: str | None, where: Location, remedy: str, draft: Draft) -> None:
    if found is not None:
        message = f"{found!r} is an amount without a mark."
        draft.note(where, "unmarked-amount", message, remedy)
