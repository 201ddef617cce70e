"""What ends a recommendation, in words: the least that its conditions need to turn over."""

from __future__ import annotations

from dataclasses import dataclass
from math import ceil, floor
from operator import is_

from backfat_rules.decision.joined import joined
from backfat_rules.language import Expression, evaluate, names_in
from backfat_rules.language.tree import AllOf, AnyOf, Compare, Name, Not, Number, Word
from backfat_rules.planning.telling import Telling


def done_when(condition: Expression, telling: Telling) -> str | None:
    """When the advice that ends with a condition goes away, in words.

    None where a block keeps the condition from being named.
    """
    numbered = _in_numbers(condition, telling)
    own = numbered is not condition  # a person's own number is in it
    words = _Words(telling, own).text(numbered)
    return telling.reader.say("done-when", condition=words) if words else None


def _in_numbers(condition: Expression, telling: Telling) -> Expression:
    """A condition with what numbers have to reach written out, rounded to reachable steps."""
    match condition:
        case AllOf(operands) | AnyOf(operands):
            written = [_in_numbers(each, telling) for each in operands]
            if all(map(is_, written, operands)):
                return condition
            return joined(type(condition), written)
        case Not(Compare() as leaf):
            written_leaf = _with_number(leaf, False, telling)
            return condition if written_leaf is leaf else Not(written_leaf)
        case Compare():
            return _with_number(condition, True, telling)
    return condition


def _with_number(leaf: Compare, holds: bool, telling: Telling) -> Compare:
    match leaf:
        case Compare(operator, Name(name), other) if not isinstance(other, (Number, Word)):
            limit = evaluate(other, telling.derivation.known)
            if isinstance(limit, (int, float)) and not _is_hidden(leaf, telling):
                fact = telling.knowledge.facts.get(name)
                step = (fact.step if fact is not None else None) or 1
                reach = ceil if (operator in (">", ">=")) is holds else floor
                return Compare(operator, Name(name), Number(step * reach(limit / step)))
    return leaf


def _is_hidden(leaf: Expression, telling: Telling) -> bool:
    return not all(telling.shows(name) for name in names_in(leaf))


def _leaf_of(condition: Expression) -> Expression:
    return condition.operand if isinstance(condition, Not) else condition


@dataclass(frozen=True, slots=True)
class _Words:
    """Says what ends advice; ``own`` is whether a number of the person's own is in it."""

    telling: Telling
    own: bool

    def text(self, condition: Expression, inside: bool = False) -> str | None:
        """A condition in words; ``inside`` asks for brackets around alternatives."""
        match condition:
            case AllOf(operands):
                texts = [self.text(each, inside=True) for each in self._honest(operands)]
                return None if None in texts else self._listed("list-and", texts, inside)
            case AnyOf(operands):  # one way is enough, so one without words is left out
                texts = [self.text(each, inside=True) for each in operands]
                return self._listed("list-or", texts, inside)
            case Not(operand):
                return self._leaf(operand, False)
        return self._leaf(condition, True)

    def _honest(self, operands: tuple[Expression, ...]) -> tuple[Expression, ...]:
        """Without the limits beside a hidden one on the same number: they might not be enough."""
        hidden = {
            leaf.left
            for leaf in map(_leaf_of, operands)
            if isinstance(leaf, Compare) and _is_hidden(leaf, self.telling)
        }
        return tuple(each for each in operands if not self._is_beside(_leaf_of(each), hidden))

    def _is_beside(self, leaf: Expression, hidden: set[Expression]) -> bool:
        return (
            isinstance(leaf, Compare) and leaf.left in hidden and not _is_hidden(leaf, self.telling)
        )

    def _listed(self, by: str, texts: list[str | None], inside: bool) -> str | None:
        shown = list(dict.fromkeys(text for text in texts if text is not None))
        said = self.telling.reader.chained(shown, by)
        if inside and len(shown) > 1:
            return self.telling.reader.say("in-brackets", text=said)
        return said or None

    def _leaf(self, leaf: Expression, holds: bool) -> str | None:
        """A leaf in words; what a block hides is not named, so that nobody aims at it."""
        reader = self.telling.reader
        if _is_hidden(leaf, self.telling):
            return None
        if self.own:
            return reader.goal(leaf, holds)
        return reader.authored_goal(leaf, holds)
