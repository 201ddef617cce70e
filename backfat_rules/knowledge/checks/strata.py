"""Rules form layers: a finding or value rests only on what lies below it."""

from __future__ import annotations

from collections.abc import Mapping
from graphlib import CycleError, TopologicalSorter

from backfat_rules.knowledge.draft import Draft
from backfat_rules.knowledge.entry import Part
from backfat_rules.knowledge.rules import ComputedValue, Finding
from backfat_rules.language import names_in


def check_strata(draft: Draft) -> None:
    """A cycle is a mistake; its path is shown."""
    try:
        TopologicalSorter(_rests_on(draft)).prepare()
    except CycleError as error:
        path: list[str] = error.args[1]
        entries: dict[str, Part] = draft.entries["values"] | draft.entries["findings"]
        entries |= draft.entries["mechanisms"]
        start = min(path[:-1])
        turn = path[:-1].index(start)
        circle = [*path[:-1][turn:], *path[:-1][:turn], start]
        message = f"these rest on each other in a circle: {' -> '.join(circle[::-1])}."
        remedy = "Let one of them follow from facts alone."
        draft.note(entries[start].place.at, "cycle", message, remedy)


def strata_of(draft: Draft) -> Mapping[str, int]:
    """For each value and finding the number of its layer; those that rest on facts alone have 1."""
    rests_on = _rests_on(draft)
    strata: dict[str, int] = {}
    for name in TopologicalSorter(rests_on).static_order():
        strata[name] = 1 + max((strata[below] for below in rests_on[name]), default=0)
    return strata


def _rests_on(draft: Draft) -> dict[str, set[str]]:
    """The values and findings that each value and finding names, without the facts."""
    named = {value.id: set(names_in(value.value.tree)) for value in draft.every(ComputedValue)}
    for finding in draft.every(Finding):
        named[finding.id] = {
            name
            for rule in finding.rules
            for formula in (rule.when, rule.severity)
            if formula is not None
            for name in names_in(formula.tree)
        }
    return {name: names & named.keys() for name, names in named.items()}
