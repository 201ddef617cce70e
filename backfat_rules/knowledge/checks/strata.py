"""Rules form layers: a finding or value rests only on what lies below it."""

from __future__ import annotations

from collections.abc import Mapping
from graphlib import CycleError, TopologicalSorter
from typing import Final

from backfat_rules.knowledge.draft import Draft
from backfat_rules.knowledge.entry import FilePart
from backfat_rules.knowledge.links import names_under
from backfat_rules.knowledge.rules import ComputedValue, Finding

MOST_LAYERS: Final = 60
"""A reason is told from layer to layer, so a person could not follow more; the library has 7."""


def check_strata(draft: Draft) -> bool:
    """A cycle is a mistake, the path of each is shown, and so is a chain that is too long.

    Returns:
        Whether the layers are few enough to walk through.
    """
    entries: dict[str, FilePart] = draft.entries["values"] | draft.entries["findings"]
    entries |= draft.entries["mechanisms"]
    rests_on = _rests_on(draft)
    while circle := _circle(rests_on):
        message = f"these rest on each other in a circle: {' -> '.join([*circle, circle[0]])}."
        remedy = "Let one of them follow from facts alone."
        draft.note(entries[circle[0]].place.at, "cycle", message, remedy)
        rests_on |= {name: [] for name in circle}
    too_high = [name for name, at in _strata(rests_on).items() if at == MOST_LAYERS + 1]
    for name in too_high:
        message = f"{name} rests on {MOST_LAYERS} layers of findings and values, one on another."
        remedy = f"Let some follow from facts alone; {MOST_LAYERS} layers are the most."
        draft.note(entries[name].place.at, "too-many-layers", message, remedy)
    return not too_high


def _circle(rests_on: Mapping[str, list[str]]) -> list[str]:
    """Names that rest on each other, each on the next, from the first in the alphabet; or none."""
    try:
        TopologicalSorter(rests_on).prepare()
    except CycleError as error:
        circle: list[str] = error.args[1][:0:-1]
        turn = circle.index(min(circle))
        return [*circle[turn:], *circle[:turn]]
    return []


def strata_of(draft: Draft) -> Mapping[str, int]:
    """For each value and finding the number of its layer; those that rest on facts alone have 1."""
    return _strata(_rests_on(draft))


def _strata(rests_on: Mapping[str, list[str]]) -> Mapping[str, int]:
    strata: dict[str, int] = {}
    for name in TopologicalSorter(rests_on).static_order():
        strata[name] = 1 + max((strata[below] for below in rests_on[name]), default=0)
    return strata


def _rests_on(draft: Draft) -> dict[str, list[str]]:
    """The values and findings that each value and finding names, without the facts."""
    concluded = [*draft.every(ComputedValue), *draft.every(Finding)]
    named = {entry.id: names_under(entry) for entry in concluded}
    return {name: sorted(named.keys() & names) for name, names in named.items()}
