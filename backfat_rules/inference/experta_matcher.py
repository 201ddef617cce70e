"""A matcher and a strategy for experta whose work grows with what changes, not with the rule base.

experta's own Rete network costs more than its rule count (see docs/decisions/0002); here an index
leads from each name to the rules whose conditions mention it, and a change to the working memory
runs the compiled conditions of those alone.
"""

from __future__ import annotations

from bisect import insort
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from operator import attrgetter
from typing import Any

from backfat_rules.inference.experta_fence import Activation, Matcher, Strategy
from backfat_rules.language import Facts, Value

_BY_KEY = attrgetter("key")
_START = ""  # in the place of a name: what rests on nothing is matched as soon as anything is


@dataclass(frozen=True, slots=True)
class RuleIndex:
    """Rules with what they wait for; never changed, so all threads share one.

    Attributes:
        activations: of each rule, lowest layer first; an activation of ours rests on no facts.
        tests: for each rule, whether it can fire with what is known.
        waiting: for each name the places of the rules that mention it, in order.
    """

    activations: Sequence[Activation]
    tests: Sequence[Callable[[Facts], bool]]
    waiting: dict[str, tuple[int, ...]]

    @classmethod
    def of(
        cls,
        rules: Sequence[Any],
        tests: Sequence[Callable[[Facts], bool]],
        names: Iterable[Sequence[str]],
    ) -> RuleIndex:
        """Index rules by the names that they mention."""
        waiting: dict[str, list[int]] = {}
        for at, mentioned in enumerate(names):
            for name in mentioned or (_START,):
                waiting.setdefault(name, []).append(at)
        activations = [Activation(rule, ()) for rule in rules]
        for at, activation in enumerate(activations):
            activation.key = -at
        return cls(activations, tests, {name: tuple(at) for name, at in waiting.items()})


class IndexedMatcher(Matcher):  # type: ignore[misc]  # experta carries no types
    """Matches the rules of an engine that offers them as ``engine.index``.

    Learning more never changes an answer of the language, so a rule that has matched is looked at
    again only if something is taken back.
    """

    def __init__(self, engine: Any) -> None:
        super().__init__(engine)
        self.index: RuleIndex = engine.index
        self.reset()

    def reset(self) -> None:
        """Forget the working memory."""
        self.known: dict[str, Value] = {}
        self.active: set[int] = set()

    def changes(
        self, adding: Iterable[Any] = (), deleting: Iterable[Any] = ()
    ) -> tuple[list[Activation], list[Activation]]:
        """The activations that a change of the working memory adds and removes."""
        removed = self._forget(deleting) if deleting else []
        if not adding:
            return [], removed
        known, waiting = self.known, self.index.waiting
        touched: list[int] = []
        for fact in adding:
            name = fact.get("name", _START)
            known[name] = fact.get("value")
            touched += waiting.get(name, ())
        return self._matched(sorted(set(touched))), removed

    def _matched(self, touched: Iterable[int]) -> list[Activation]:
        """New activations of those rules that can fire now."""
        known, active, tests = self.known, self.active, self.index.tests
        matched = [at for at in touched if at not in active and tests[at](known)]
        active.update(matched)
        return [self.index.activations[at] for at in matched]

    def _forget(self, deleting: Iterable[Any]) -> list[Activation]:
        """Take facts back; the activations that rested on them."""
        for fact in deleting:
            del self.known[fact.get("name", _START)]
        tests = self.index.tests
        gone = [at for at in self.active if not tests[at](self.known)]
        self.active.difference_update(gone)
        return [self.index.activations[at] for at in gone]


class LowestFirst(Strategy):  # type: ignore[misc]  # experta carries no types
    """Fires in the order of the rules, lowest layer first, by a key that is set once.

    The order has no influence on what follows; it only makes a trace easy to read.
    """

    def update_agenda(
        self, agenda: Any, added: list[Activation], removed: list[Activation]
    ) -> None:
        """Put activations on the agenda in their order, and take the removed ones off."""
        if removed:
            gone = set(map(id, removed))
            agenda.activations = [each for each in agenda.activations if id(each) not in gone]
        for each in added:
            insort(agenda.activations, each, key=_BY_KEY)

    _update_agenda = update_agenda  # experta's own would log each change first
