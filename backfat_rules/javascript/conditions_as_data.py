"""Conditions as plain data, as ``language/notation`` writes them."""

from __future__ import annotations

from backfat_rules.knowledge.formula import Formula
from backfat_rules.language.notation import Notation, to_json


def condition_of(when: Formula | None) -> Notation | None:
    """A condition as data; None where there is none."""
    return None if when is None else to_json(when.tree)
