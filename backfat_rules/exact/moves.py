"""Changing some facts: the box of what they may become, and what the cheapest change costs."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from backfat_rules.exact import domains
from backfat_rules.exact.axes import Axis, Listed
from backfat_rules.exact.box import Box
from backfat_rules.exact.candidates import candidates, inside, nearest, steps_between
from backfat_rules.exact.completion import value_in
from backfat_rules.exact.problem import Problem
from backfat_rules.exact.spans import EMPTY
from backfat_rules.exact.worth import FALSE, TRUE
from backfat_rules.language import Facts, Range
from backfat_rules.profile import Fact
from backfat_rules.profile.fact import FactValue


@dataclass(frozen=True, slots=True)
class Move:
    """One fact that changes.

    Attributes:
        fact: its name.
        before: what was told; None if it was not.
        after: what it becomes.
        steps: how many realistic steps that takes: the fact's own ``step`` for a number, one for
            a switch of a yes or no or a choice, one for each word that comes or goes; a fact that
            was not told takes one step, or one for each word of a set; from a range the steps are
            counted from its nearest number.
    """

    fact: str
    before: FactValue | Range | None
    after: FactValue
    steps: int


class Moves:
    """What the facts of one problem may become, worked out once for all sets of facts."""

    def __init__(
        self, problem: Problem, facts: Mapping[str, Fact], known: Facts, changeable: frozenset[str]
    ) -> None:
        self.problem = problem
        self.facts = facts
        self.known = known
        self.changeable = changeable
        self.lines: list[Axis] = domains.axes(problem, facts)
        self.present = domains.start(problem, facts, known, ())
        for at, name in enumerate(problem.spans):
            told = self._told_range(name)
            if name is not None and told is not None:
                self.lines[at] = Listed(inside(problem, facts[name], told))
        self.changed = self._changed()

    def box(self, moving: frozenset[str]) -> Box:
        """Every moving fact changed somehow, and all others as they are."""
        slots, spans = self.problem.bits, self.problem.spans
        now, then = self.present, self.changed
        return Box(
            [(then if name in moving else now).bits[at] for at, (name, _) in enumerate(slots)],
            [(then if name in moving else now).spans[at] for at, name in enumerate(spans)],
        )

    def _changed(self) -> Box:
        """Everything that each fact can be changed to; a set may also stay as it is here."""
        free = domains.start(self.problem, self.facts, {}, self.facts)
        for at, (name, word) in enumerate(self.problem.bits):
            if name in self.known:
                present = self.present.bits[at]
                free.bits[at] = free.bits[at] | present if word else free.bits[at] & ~present
        for at, number in enumerate(self.problem.spans):
            if (
                number is not None
                and number in self.changeable
                and not domains.is_set(self.facts[number])
            ):
                told = self._told_range(number) or self._told_number(number)
                values = candidates(self.problem, self.facts[number], told)
                self.lines[at] = Listed(values)
                free.spans[at] = (values[0], values[-1], False) if values else EMPTY
        return free

    def everything(self) -> tuple[Box, list[Axis]]:
        """Every changeable fact changed or, if it was told, as it is; and the numbers for it."""
        box, lines = self.box(self.changeable), self.lines.copy()
        for at, (name, _) in enumerate(self.problem.bits):
            if name in self.changeable and name in self.known:
                box.bits[at] |= self.present.bits[at]
        for at, line in enumerate(lines):
            if self._told_range(self.problem.spans[at]) is not None:
                box.spans[at] = (*box.spans[at][:2], True)  # it may stay as unknown as it is
            told = self._told_number(self.problem.spans[at])
            if told is not None and isinstance(line, Listed):
                values = tuple(sorted((*line.values, told)))
                lines[at], box.spans[at] = Listed(values), (values[0], values[-1], False)
        return box, lines

    def _told_range(self, name: str | None) -> Range | None:
        told = self.known.get(name) if name is not None else None
        return told if isinstance(told, Range) else None

    def _told_number(self, name: str | None) -> float | None:
        told = self.known.get(name) if name is not None else None
        return float(told) if isinstance(told, (int, float)) else None

    def cheapest(self, box: Box, moving: frozenset[str]) -> tuple[Move, ...]:
        """The change with the fewest steps that the box still allows, by fact."""
        return tuple(self._change(box, name) for name in sorted(moving))

    def _change(self, box: Box, name: str) -> Move:
        fact = self.facts[name]
        before = self.known.get(name)
        if domains.is_set(fact):
            return self._set_change(box, fact)
        if fact.type.kind == "number":
            number = self._number(box, name)
            within = self._told_range(name)
            told = within.clamped(number) if within else self._told_number(name)
            steps = 1 if told is None else steps_between(fact, told, number)
            return Move(name, before, int(number) if fact.whole else number, steps)
        after = value_in(self.problem, fact, box, None)
        assert after is not None  # a moving fact always has a value
        return Move(name, before, after, 1)

    def _number(self, box: Box, name: str) -> float:
        """Next to the present value; if there is none, next to what is excluded."""
        at = self.problem.spans.index(name)
        low, high, _ = box.spans[at]
        line, present = self.lines[at], self._told_number(name)
        assert isinstance(line, Listed)
        told = self._told_range(name)
        if told is not None:
            return min(line.between(low, high), key=lambda each: self._way(name, told, each))
        if present is None:
            is_whole_range = (low, high) == (line.values[0], line.values[-1])
            at_limit = high if high < line.values[-1] else low
            return line.middle(box.spans[at]) if is_whole_range else at_limit
        return nearest(self.facts[name], present, line.between(low, high))

    def _way(self, name: str, told: Range, number: float) -> tuple[int, float, float]:
        """How far a number lies from a range, to be compared."""
        nearest_told = told.clamped(number)
        steps = steps_between(self.facts[name], nearest_told, number)
        return steps, abs(number - nearest_told), number

    def _set_change(self, box: Box, fact: Fact) -> Move:
        """As few words coming and going as possible."""
        before = self.known.get(fact.name)
        held = before if isinstance(before, frozenset) else frozenset()
        after = set()
        for at, (name, word) in enumerate(self.problem.bits):
            if name == fact.name:
                bits = box.bits[at]
                if bits == TRUE or (bits & TRUE and (word in held or not bits & FALSE)):
                    after.add(word)
        others = sorted(held - domains.named_words(self.problem, fact.name))
        count = len(others)
        if fact.name in self.problem.spans:
            low, high, _ = box.spans[self.problem.spans.index(fact.name)]
            count = int(min(max(count, low), high))
            spare = domains.other_words(self.problem, fact)
            others += [word for word in spare if word not in others]
        after.update(others[:count])
        steps = max(1, len(after ^ held))
        told = before if isinstance(before, frozenset) else None
        return Move(fact.name, told, frozenset(after), steps)
