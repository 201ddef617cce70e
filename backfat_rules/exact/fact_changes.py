"""Changing some facts: the box of what they may become, and what the cheapest change costs."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from backfat_rules.exact.box import Box
from backfat_rules.exact.candidates import candidates, inside, nearest, steps_between
from backfat_rules.exact.completion import value_in
from backfat_rules.exact.domains import is_set, other_words, put, start, whole_lines
from backfat_rules.exact.grids import Grid, Listed
from backfat_rules.exact.problem import Problem
from backfat_rules.exact.propagate import refresh
from backfat_rules.exact.search import gives
from backfat_rules.exact.spans import EMPTY
from backfat_rules.exact.worth import FALSE, TRUE
from backfat_rules.language import Facts, Range
from backfat_rules.profile import Fact
from backfat_rules.profile.fact import FactValue


@dataclass(frozen=True, slots=True)
class FactChange:
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


class FactChanges:
    """What the facts of one problem may become, worked out once for all sets of facts."""

    def __init__(self, problem: Problem, known: Facts, changeable: frozenset[str]) -> None:
        self.problem, self.circuit, self.facts = problem, problem.circuit, problem.circuit.facts
        self.known = known
        self.changeable = changeable
        self.lines = whole_lines(self.circuit)
        self.present = start(self.circuit, known, ())
        for name in problem.all_facts:
            told = self._told_range(name)
            if told is not None:
                self.lines[self._place(name)] = Listed(inside(problem, self.facts[name], told))
        self._free = Box(self.present.bits.copy(), self.present.spans.copy())
        put(self.circuit, self._free, changeable, {}, changeable)
        for name in changeable:
            self._leave_out_the_present(name)

    def _leave_out_the_present(self, name: str) -> None:
        """Only what a fact can be changed to; a set may also stay as it is here."""
        for at, word in self.circuit.questions[name]:
            if name in self.known:
                present, free = self.present.bits[at], self._free.bits[at]
                self._free.bits[at] = free | present if word else free & ~present
            if not word and self.facts[name].type.kind == "number":
                told = self._told_range(name) or self._told_number(name)
                values = candidates(self.problem, self.facts[name], told)
                self.lines[at] = Listed(values)
                self._free.spans[at] = (values[0], values[-1], False) if values else EMPTY

    def box(self, moving: frozenset[str]) -> Box:
        """Every moving fact changed somehow, all others as they are, and what follows."""
        box = self.present.copy()
        for name in moving:
            for at, _ in self.circuit.questions[name]:
                box.bits[at], box.spans[at] = self._free.bits[at], self._free.spans[at]
        self._refresh(box, moving)
        return box

    def everything(self) -> tuple[Box, dict[int, Grid]]:
        """Every changeable fact changed or as it is, told or not; and the numbers for it."""
        box, lines = self.box(self.changeable), dict(self.lines)
        for name in self.changeable:
            told = self._told_number(name)
            for at, _ in self.circuit.questions[name]:
                box.bits[at] |= self.present.bits[at]
                low, high, undefined = box.spans[at]
                box.spans[at] = (low, high, undefined or self.present.spans[at][2])
                line = lines.get(at)
                if told is not None and isinstance(line, Listed):
                    values = tuple(sorted((*line.values, told)))
                    lines[at], box.spans[at] = Listed(values), (values[0], values[-1], False)
        self._refresh(box, self.changeable)
        return box, lines

    def does(self, changes: Sequence[FactChange], goal: int) -> bool:
        """Whether changes make the condition worth one of ``goal``."""
        after = {each.fact: each.after for each in changes}
        box = self.present.copy()
        put(self.circuit, box, after, after, ())
        self._refresh(box, frozenset(after))
        return gives(self.problem, box, {**self.known, **after}, goal)

    def _refresh(self, box: Box, moving: frozenset[str]) -> None:
        """What follows from changed facts, as far as it matters."""
        asked = [at for name in moving for at, _ in self.circuit.questions[name]]
        refresh(self.circuit, box, sorted(self.circuit.above(asked) & self.problem.cone))

    def _told_range(self, name: str) -> Range | None:
        told = self.known.get(name)
        return told if isinstance(told, Range) else None

    def _told_number(self, name: str) -> float | None:
        told = self.known.get(name)
        return float(told) if isinstance(told, (int, float)) else None

    def cheapest(self, box: Box, moving: frozenset[str]) -> tuple[FactChange, ...]:
        """The change with the fewest steps that the box still allows, by fact."""
        return tuple(self._change(box, name) for name in sorted(moving))

    def _change(self, box: Box, name: str) -> FactChange:
        fact = self.facts[name]
        before = self.known.get(name)
        if is_set(fact):
            return self._set_change(box, fact)
        if fact.type.kind == "number":
            number = self._number(box, name)
            within = self._told_range(name)
            told = within.clamped(number) if within else self._told_number(name)
            steps = 1 if told is None else steps_between(fact, told, number)
            return FactChange(name, before, int(number) if fact.whole else number, steps)
        after = value_in(self.problem, fact, box, None)
        assert after is not None  # a moving fact always has a value
        return FactChange(name, before, after, 1)

    def _number(self, box: Box, name: str) -> float:
        """Next to the present value; if there is none, next to what is excluded."""
        at = self._place(name)
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

    def _place(self, name: str) -> int:
        return next(at for at, word in self.circuit.questions[name] if not word)

    def _set_change(self, box: Box, fact: Fact) -> FactChange:
        """As few words coming and going as possible."""
        before = self.known.get(fact.name)
        held = before if isinstance(before, frozenset) else frozenset()
        after = set()
        others = set(held)
        count: int | None = None
        for at, word in self.circuit.questions[fact.name]:
            if word:
                others.discard(word)
                bits = box.bits[at]
                if bits == TRUE or (bits & TRUE and (word in held or not bits & FALSE)):
                    after.add(word)
            elif at in self.problem.cone:
                low, high, _ = box.spans[at]
                count = int(min(max(len(held - set(self.circuit.words[fact.name])), low), high))
        after.update(self._further(fact, sorted(others), count))
        steps = max(1, len(after ^ held))
        told = before if isinstance(before, frozenset) else None
        return FactChange(fact.name, told, frozenset(after), steps)

    def _further(self, fact: Fact, held: list[str], count: int | None) -> list[str]:
        """Words that no condition names: those held, or as many as have to be."""
        if count is None:
            return held
        spare = [word for word in other_words(self.circuit, fact) if word not in held]
        return [*held, *spare][:count]
