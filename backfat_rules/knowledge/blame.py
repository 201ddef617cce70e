"""Whose mistake it is: what goes wrong in a folder because of the one that was laid over it.

A mistake is told where its author can mend it. What was right before an overlay came, and is wrong
with it, is told at the entry of the overlay that it comes from.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterable, Sequence
from dataclasses import replace

from backfat_rules.errors import KnowledgeProblem, Location
from backfat_rules.knowledge.draft import Draft
from backfat_rules.knowledge.entry import Entry, Layered
from backfat_rules.knowledge.links import ALL_BUT_WORDS, mentions

LEDGER = frozenset({"unused-reference", "unused-claim", "used-claim-left-out", "unused-exception"})
"""Mistakes in the books of a folder, which an overlay cannot make: it may well leave unused what
lies below it."""


class Blame:
    """Finds the entry of an overlay that something comes from.

    Args:
        entries: everything there is, and the policy.
        overlays: what the places of the overlays' entries begin with.
    """

    def __init__(self, entries: Iterable[Layered], overlays: Sequence[str]) -> None:
        self._beginnings = tuple(f"{label}/" for label in overlays)
        everything = sorted(entries, key=lambda each: each.place.at)
        self._entries = {each.id: each for each in everything if isinstance(each, Entry)}
        self.own = [each for each in everything if self.is_own(each.place.at)]

    def is_own(self, place: Location) -> bool:
        """Whether a place lies in an overlay."""
        return place.path.startswith(self._beginnings)

    def behind(
        self,
        ids: Iterable[str],
        near: Location | None = None,
        giving: Collection[str] = (),
    ) -> Layered | None:
        """The entry of an overlay among some ids, or else the next one that they rest on.

        Args:
            ids: from where to look.
            near: an entry that stands here is looked at too, after the others.
            giving: only entries in which the overlay gives one of these fields; or any.

        Returns:
            The first entry of the overlays where nothing better is found; None without any.
        """
        waiting = [*ids, *self._standing_at(near)]
        own = {str(getattr(each, "id", "")): each for each in self._giving(giving)}
        seen: set[str] = set()
        while waiting:
            id, *waiting = waiting
            if id in own:
                return own[id]
            entry = self._entries.get(id)
            if entry is not None and id not in seen:
                seen.add(id)
                found = mentions(entry)
                waiting += [each for way in ALL_BUT_WORDS for each in found[way]]
        return next(iter((*own.values(), *self.own)), None)

    def _giving(self, fields: Collection[str]) -> list[Layered]:
        return [
            each
            for each in self.own
            if not fields
            or any(self.is_own(each.origin[name]) for name in {*fields} & {*each.origin})
        ]

    def _standing_at(self, place: Location | None) -> list[str]:
        above = [
            each.place.at
            for each in self._entries.values()
            if place and each.place.at.path == place.path and each.place.at <= place
        ]
        last = max(above, default=None)
        return [each.id for each in self._entries.values() if each.place.at == last]

    def moved(self, problem: KnowledgeProblem) -> KnowledgeProblem:
        """A problem of the folder below, at the entry of an overlay that it comes from."""
        named = re.findall(r"[\w-]+", f"{problem.message} {problem.remedy}")
        own = {str(getattr(each, "id", "")) for each in self.own}
        behind = self.behind([id for id in named if id in own], problem.location)
        if behind is None:
            return problem
        message = f"because of this, at {problem.location}: {problem.message}"
        return replace(problem, location=behind.place.at, message=message)


def in_own_files(
    draft: Draft,
    overlays: Sequence[str],
    below: Collection[str],
    alone: Callable[[], Collection[KnowledgeProblem]],
) -> list[KnowledgeProblem]:
    """The problems of a draft, each where its author can mend it.

    Args:
        draft: what was checked.
        overlays: what the places of the overlays' entries begin with.
        below: the same of what lies below them.
        alone: gives the problems that what lies below has without the overlays.
    """
    if not overlays:
        return draft.problems
    beginnings = tuple(f"{label}/" for label in below)
    found = [each for each in draft.problems if each.location.path.startswith(beginnings)]
    elsewhere = [each for each in draft.problems if each not in found]
    found = [each for each in found if each.code not in LEDGER]
    if not found:
        return elsewhere
    before = alone()
    policy = [draft.policy] if draft.policy else []
    blame = Blame([*draft.every(Layered), *policy], overlays)
    return elsewhere + [each if each in before else blame.moved(each) for each in found]
