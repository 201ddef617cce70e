"""The limits that conditions set: no number is shown as one on the other side of them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from fractions import Fraction

from backfat_rules.frozen import FrozenDict
from backfat_rules.knowledge import KnowledgeBase
from backfat_rules.knowledge.links import formulas_in
from backfat_rules.knowledge.rules import ComputedValue
from backfat_rules.language import Expression
from backfat_rules.language.tree import Compare, Name, Number, walk
from backfat_rules.units import Side

_SIDES: Mapping[str, Side] = FrozenDict({"<": "up", ">=": "up", "<=": "down", ">": "down"})
_MIRRORED = FrozenDict({"<": ">", "<=": ">=", ">": "<", ">=": "<="})


@dataclass(frozen=True, slots=True)
class Limit:
    """A number with which conditions compare a fact or value.

    Attributes:
        number: the limit.
        side: where it goes if it cannot be shown exactly: ``up`` if it lies itself on the upper
            side (``<`` and ``>=``), else ``down``. So whatever lies below it is shown below.
    """

    number: Fraction
    side: Side

    def is_passed(self, number: float | Fraction, at: Fraction | None = None) -> bool:
        """Whether a number lies on the upper side of the limit, or of what is shown for it."""
        exact = Fraction(str(number))  # a float as it is written, which is how the limit is read
        limit = self.number if at is None else at
        return exact >= limit if self.side == "up" else exact > limit


class Limits:
    """The limits that a knowledge base sets; made once for it.

    >>> from backfat_rules.knowledge import load_knowledge
    >>> limits = load_knowledge().once(Limits)
    >>> [float(each.number) for each in limits.of("water_l_per_day")][:2]
    [1.2, 1.5]
    >>> limits.side_of("energy_floor")
    'up'
    """

    def __init__(self, knowledge: KnowledgeBase) -> None:
        of: dict[str, set[Limit]] = {}
        sides: dict[str, set[Side]] = {}
        for left, side, right in _comparisons(knowledge):
            match left, right:
                case Name(name), Number(number):
                    of.setdefault(name, set()).add(Limit(Fraction(str(number)), side))
                case Name(_), Name(value) if value in knowledge.values:
                    sides.setdefault(value, set()).add(side)
        self._of = {name: _sorted(limits) for name, limits in of.items()}
        self._sides = {name: found.pop() for name, found in sides.items() if len(found) == 1}

    def of(self, name: str) -> tuple[Limit, ...]:
        """With what a fact or value is compared, the lowest first."""
        return self._of.get(name, ())

    def side_of(self, value: str) -> Side:
        """The safe side of a value that is itself a limit of facts: telling it reaches it."""
        return self._sides.get(value, "nearest")

    def side_of_number(self, number: float, names: Iterable[str]) -> Side:
        """The safe side of a number that is a limit of one of some facts."""
        exact = Fraction(str(number))
        sides = {limit.side for name in names for limit in self.of(name) if limit.number == exact}
        return sides.pop() if len(sides) == 1 else "nearest"


def kept_apart(
    number: float, limits: Iterable[Limit], shown: Callable[[float | Fraction, Side], Fraction]
) -> Side:
    """Where a number is rounded to, so that it stays on its side of all limits.

    Args:
        number: the number as it is.
        limits: what it is compared with.
        shown: how a number is shown that is rounded to a side.
    """
    near = shown(number, "nearest")
    for limit in limits:
        passed = limit.is_passed(number)
        if limit.is_passed(near, shown(limit.number, limit.side)) is not passed:
            return "up" if passed else "down"
    return "nearest"


def goal_side(operator: str, holds: bool) -> Side:
    """Where a limit is rounded to that a person is to reach, so that whoever reaches it is there.

    >>> goal_side(">=", True), goal_side("<", False), goal_side(">", False)
    ('up', 'up', 'down')
    """
    return "up" if (operator in (">", ">=")) is holds else "down"


def stated_side(operator: str) -> Side:
    """The same of a limit on whose one side a person is."""
    return _SIDES.get(operator, "nearest")


def _comparisons(knowledge: KnowledgeBase) -> Iterator[tuple[Expression, Side, Expression]]:
    """Every comparison of numbers in a condition, the name on the left."""
    for entry in knowledge:
        if isinstance(entry, ComputedValue):
            continue
        for formula in formulas_in(entry):
            for part in walk(formula.tree):
                match part:
                    case Compare(operator, Number() as left, right) if operator in _MIRRORED:
                        yield right, _SIDES[_MIRRORED[operator]], left
                    case Compare(operator, left, right) if operator in _SIDES:
                        yield left, _SIDES[operator], right


def _sorted(limits: set[Limit]) -> tuple[Limit, ...]:
    return tuple(sorted(limits, key=lambda limit: (limit.number, limit.side)))
