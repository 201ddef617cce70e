"""What an advice still needs in order to go away."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Annotated, Any, NamedTuple

from pydantic import PlainSerializer, PlainValidator

from backfat_rules.brief import Brief
from backfat_rules.decision.end_tree import Concluded, Ends, EndTree, Every, Leaf
from backfat_rules.decision.joined import gives_up, joined
from backfat_rules.decision.screening import Screened
from backfat_rules.inference import Derivation
from backfat_rules.language import Expression, evaluate, names_in
from backfat_rules.language.notation import from_json, to_json
from backfat_rules.language.tree import AllOf, AnyOf, Node
from backfat_rules.reading_back import OnlyItsFields


def from_notation(data: Any) -> Expression:
    """A condition out of JSON, or one that is a tree already."""
    return data if isinstance(data, Node) else from_json(data)  # type: ignore[return-value]  # each node is one


@dataclass(frozen=True, slots=True, repr=False)
class End(Brief, OnlyItsFields):
    """What has to become so for an advice to go away.

    Attributes:
        condition: true once it is so.
        facts: what it speaks of, values by the facts below them.
    """

    shown_by = ("facts",)

    condition: Annotated[Expression, PlainValidator(from_notation), PlainSerializer(to_json)]
    facts: tuple[str, ...]


class _Needed(NamedTuple):
    """What a condition still needs to be true, and what it relies on that is so already."""

    open: Expression | None
    kept: tuple[Leaf, ...] = ()


_UNKNOWN = _Needed(None)  # unknown is enough, and stays so: only what is true fires


class EndSearch:
    """What advice still needs to go away, for one person; each finding is looked at once.

    Args:
        derivation: what is so.
        screened: what is closed, and so must not be taken up.
        not_raised: the facts of which nothing may ask for more.
    """

    def __init__(
        self, derivation: Derivation, screened: Screened, not_raised: frozenset[str]
    ) -> None:
        self._ends = screened.book.knowledge.once(Ends)
        self._screened, self._not_raised = screened, not_raised
        self._known, self._findings = derivation.known, derivation.findings
        self._found: dict[tuple[str, bool], _Needed | None] = {}

    def condition(self, id: str) -> Expression | None:
        """The condition at which a recommendation goes away if nothing else changes.

        It is the negation of what made the recommendation fire, with findings replaced by their
        rules, without what is so already, and without what cannot change (age, height, a diagnosis)
        or must not (to take up an exercise that is blocked). None where nothing is left.
        """
        needed = self._needed(self._ends.over[id])
        return None if needed is None else needed.open

    def _needed(self, tree: EndTree) -> _Needed | None:
        """What must become true; None if it cannot."""
        if isinstance(tree, Leaf):
            truth = evaluate(tree.condition, self._known)
            if truth is None:
                return _UNKNOWN
            if truth:
                return _Needed(None, (tree,))
            return _Needed(tree.condition) if self._can_change(tree) else None
        if isinstance(tree, Concluded):
            return self._finding(tree.name, tree.holds)
        if isinstance(tree, Every):
            return _all([self._needed(each) for each in tree.parts])
        mending = [self._needed(each) for each in tree.mending]
        return _any([self._needed(each) for each in tree.others], mending)

    def _finding(self, name: str, holds: bool) -> _Needed | None:
        """What a finding still needs to hold, or to hold no more."""
        if (name, holds) not in self._found:
            self._found[name, holds] = self._gained(name) if holds else self._ended(name)
        return self._found[name, holds]

    def _gained(self, name: str) -> _Needed | None:
        if self._findings.get(name) is not True and name in self._ends.problems:
            return None  # to get a problem is no end of advice
        return _any([self._needed(rule) for rule in self._ends.gained[name]])

    def _ended(self, name: str) -> _Needed | None:
        if self._findings.get(name) is True and name in self._ends.welcome:
            return None  # nobody loses what is good in order to be spared advice
        return _all([self._needed(rule) for rule in self._ends.ended[name]])

    def _can_change(self, leaf: Leaf) -> bool:
        """Whether some fact below a leaf is one that people can and may change in this way."""
        if not leaf.can_change or leaf.raised in self._not_raised:
            return False
        return leaf.exercise is None or not self._screened.closes(leaf.exercise)


def _all(parts: list[_Needed | None]) -> _Needed | None:
    """Everything that is open; what holds already is said too if a change could undo it."""
    needed = [part for part in parts if part is not None]
    if len(needed) < len(parts):
        return None
    still = [part.open for part in needed if part.open is not None]
    kept = tuple({leaf.place: leaf for part in needed for leaf in part.kept}.values())
    if not still:
        return _Needed(None, kept)
    return _Needed(joined(AllOf, [*still, *_at_risk(kept, still)]), kept)


def _at_risk(kept: tuple[Leaf, ...], still: list[Expression]) -> list[Expression]:
    """What is so already, and what is still to change could undo."""
    fragile = [leaf for leaf in kept if not leaf.one_word]
    if not fragile:
        return []
    touched = {name for each in still for name in names_in(each)}
    return [leaf.condition for leaf in fragile if not touched.isdisjoint(leaf.names)]


def _any(parts: Sequence[_Needed | None], better: Sequence[_Needed | None] = ()) -> _Needed | None:
    """One open way is enough, a better one first; if one needs nothing, the whole needs nothing."""
    ways = [part for part in (*better, *parts) if part is not None]
    if not ways:
        return None
    for way in ways:
        if way.open is None:
            return way
    for choice in (better, ways):
        conditions = [way.open for way in choice if way is not None and way.open is not None]
        kept = [each for each in conditions if not gives_up(each)]
        if kept:
            return _Needed(joined(AnyOf, kept))
    return _Needed(joined(AnyOf, [way.open for way in ways if way.open is not None]))
