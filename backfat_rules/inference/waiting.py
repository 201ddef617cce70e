"""What unknown rules wait for: the facts on which an unknown condition hangs, as generated Python.

A set of facts is one whole number, a bit for each. A part of a condition that is settled waits for
nothing; an unknown ``and`` waits for what its unknown parts wait for, and so does an unknown
``or``; an unknown finding or value waits for what its rules or its formula wait for.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import cached_property

from backfat_rules.inference.derivation import Derivation
from backfat_rules.inference.program import Program
from backfat_rules.language import Expression, Range, is_exact, names_in
from backfat_rules.language.python import Function, compile_source
from backfat_rules.language.tree import AllOf, AnyOf, Not


class Waiting:
    """Asks a program what its advice waits for.

    Args:
        program: whose advice it is.
        facts: the names that can be told, in the order of their bits.
    """

    def __init__(self, program: Program, facts: Iterable[str]) -> None:
        self._program = program
        self.bits: Mapping[str, int] = {name: 1 << at for at, name in enumerate(facts)}

    def parts_of(self, derivation: Derivation) -> Sequence[tuple[int, ...]]:
        """For each piece of advice, in order of ids, what the parts of its condition wait for.

        The parts are those that must all hold; where one of them is false nothing is waited for.
        """
        facts = derivation.facts
        missing = dict(self.bits)
        for name, value in facts.items():
            if is_exact(value):
                missing[name] = 0
        has_ranges = any(isinstance(value, Range) for value in facts.values())
        function = self._with_ranges if has_ranges else self._exact
        return function(derivation.known, missing)

    @cached_property
    def _exact(self) -> Callable[..., Sequence[tuple[int, ...]]]:
        return self._compiled(ranges=False)

    @cached_property
    def _with_ranges(self) -> Callable[..., Sequence[tuple[int, ...]]]:
        return self._compiled(ranges=True)

    def _compiled(self, *, ranges: bool) -> Callable[..., Sequence[tuple[int, ...]]]:
        program, writer = self._program, _Writer(Function("waiting", "_known, _missing"), ranges)
        for name in self.bits:
            writer.function.add(f"{_wait(name)} = _missing[{name!r}]")
        for layer in program.layers:
            for name in layer:
                writer.name(name, program)
        advice = [writer.advice(each.condition) for each in program.advice.values()]
        writer.function.add("return [", *(f"    {each}," for each in advice), "]")
        return compile_source("rules: waiting", [writer.function], {})["waiting"]


class _Writer:
    """Writes what each name and each piece of advice waits for."""

    def __init__(self, function: Function, ranges: bool) -> None:
        self.function, self.ranges = function, ranges

    def name(self, name: str, program: Program) -> None:
        """A value or a finding waits for nothing once it is known."""
        if name in program.calculations:
            below = _union(map(_wait, names_in(program.calculations[name].formula)))
        else:
            below = _union(self.part(each.condition) for each in program.findings[name])
        self.function.add(f"{_wait(name)} = 0 if {name!r} in _known else {below}")

    def advice(self, condition: Expression) -> str:
        """The parts that must all hold, unless one of them is false."""
        if not isinstance(condition, AllOf):
            return f"({self.part(condition)},)"
        parts = ", ".join(map(self.part, condition.operands))
        refuted = self.function.condition(condition, holds=False)
        return f"(0,) if {refuted} else ({parts},)"

    def part(self, part: Expression) -> str:
        """What a part of a condition waits for."""
        match part:
            case Not(operand):
                return self.part(operand)
            case AllOf(operands) | AnyOf(operands):
                settled = self.function.condition(part, holds=isinstance(part, AnyOf))
                return f"(0 if {settled} else {_union(map(self.part, operands))})"
        waited = _union(map(_wait, names_in(part)))
        if not self.ranges:
            return waited
        holds, fails = (self.function.condition(part, holds=each) for each in (True, False))
        return f"({waited} and (0 if {holds} or {fails} else {waited}))"


def _wait(name: str) -> str:
    return f"_wait_{name}"


def _union(parts: Iterable[str]) -> str:
    """Several sets as one."""
    listed = list(dict.fromkeys(parts))
    return f"({' | '.join(listed)})" if len(listed) > 1 else listed[0] if listed else "0"
