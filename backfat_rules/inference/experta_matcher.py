"""A matcher and a strategy for experta whose work grows with what changes, not with the rule base.

experta's own Rete network costs more than its rule count (see docs/decisions/0002); here an index
leads from each name to the rules whose conditions mention it, and a change to the working memory
re-evaluates those alone.
"""

from __future__ import annotations

from bisect import insort
from collections.abc import Iterable
from operator import attrgetter
from typing import Any

from backfat_rules.inference.experta_fence import Activation, Matcher, Strategy
from backfat_rules.language import Value

_BY_KEY = attrgetter("key")


class IndexedMatcher(Matcher):  # type: ignore[misc]  # experta carries no types
    """Matches the rules of an engine that offers them as ``engine.entries`` (step, rule).

    Learning more never changes an answer of the language, so a rule whose condition has turned out
    true or false is settled, and looked at again only if something it mentions is taken back.
    """

    def __init__(self, engine: Any) -> None:
        super().__init__(engine)
        self.entries = engine.entries
        self.rules_of: dict[str, list[int]] = {}
        for at, (step, _) in enumerate(self.entries):
            for name in step.names:
                self.rules_of.setdefault(name, []).append(at)
        self.reset()

    def reset(self) -> None:
        """Forget the working memory."""
        self.known: dict[str, Value] = {}
        self.settled: set[int] = set()
        self.active: dict[int, Activation] = {}

    def changes(
        self, adding: Iterable[Any] | None = None, deleting: Iterable[Any] | None = None
    ) -> tuple[list[Activation], list[Activation]]:
        """The activations that a change of the working memory adds and removes."""
        touched: set[int] = set()
        for fact in deleting or ():
            if "name" in fact:
                del self.known[fact["name"]]
                touched.update(self.rules_of.get(fact["name"], ()))
        self.settled -= touched
        for fact in adding or ():
            if "name" in fact:
                self.known[fact["name"]] = fact["value"]
                touched.update(self.rules_of.get(fact["name"], ()))
        return self._update(sorted(touched - self.settled))

    def _update(self, touched: list[int]) -> tuple[list[Activation], list[Activation]]:
        added, removed = [], []
        for at in touched:
            step, rule = self.entries[at]
            truth = step.truth(self.known)
            if truth is not None:
                self.settled.add(at)
            if truth and at not in self.active:
                activation = self.active[at] = Activation(rule, ())
                activation.key = -at
                added.append(activation)
            elif not truth and at in self.active:
                removed.append(self.active.pop(at))
        return added, removed


class LowestFirst(Strategy):  # type: ignore[misc]  # experta carries no types
    """Fires in the order of the rules, lowest layer first, by a key that is set once.

    The order has no influence on what follows; it only makes a trace easy to read.
    """

    def _update_agenda(
        self, agenda: Any, added: list[Activation], removed: list[Activation]
    ) -> None:
        if removed:
            gone = set(map(id, removed))
            agenda.activations = [each for each in agenda.activations if id(each) not in gone]
        for each in added:
            insort(agenda.activations, each, key=_BY_KEY)
