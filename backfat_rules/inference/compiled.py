"""A program as straight-line Python: what follows, how severe it is, and what is false.

The functions work on one dictionary of what is known, without None in it. Each value, finding and
rule is a few lines of its own, in the order of the layers.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import cached_property
from typing import TypeVar

from backfat_rules.inference.firing import Firings
from backfat_rules.inference.program import Production, Program
from backfat_rules.inference.severity import write_severity
from backfat_rules.language import Facts, Value
from backfat_rules.language.arithmetic import clamp
from backfat_rules.language.python import Function, compile_source

_Entry = TypeVar("_Entry")
_PIECE = 1000  # entries of one function: more would be hard to read, fewer would read names again


class CompiledProgram:
    """The rules of a program as functions, each kind compiled when it is first needed.

    Args:
        program: what to compile; it is never changed.
    """

    def __init__(self, program: Program) -> None:
        self.program = program
        self._default = program.default_severity

    def infer(self, known: dict[str, Value]) -> list[str]:
        """Put every value and finding that follows into ``known``; the ids of what fired."""
        fired: list[str] = []
        for function in self._inference:
            function(known, fired.append)
        return fired

    def severities(self, known: Facts, fired: frozenset[str]) -> dict[str, float]:
        """For each true finding the greatest severity among its rules that fired."""
        severity: dict[str, float] = {}
        for function in self._severity:
            function(known, fired, severity)
        return {name: severity[name] for name in sorted(severity)}

    def unanswered(self, known: Facts, fired: frozenset[str]) -> frozenset[str]:
        """Those of the productions that something hangs on while they are unknown, which are."""
        return self._waiting - fired - _found(self._waiting_refuted, known)

    def refuted(self, known: Facts) -> frozenset[str]:
        """The ids of all productions whose conditions are false."""
        return _found(self._refuted, known)

    @cached_property
    def firings(self) -> Firings:
        """What decided rules that fired."""
        return Firings(self.program)

    @cached_property
    def ids(self) -> frozenset[str]:
        """The ids of all productions."""
        return frozenset(each.id for each in self.program.productions)

    @cached_property
    def _inference(self) -> Sequence[Callable[..., None]]:
        program = self.program
        named = [name for layer in program.layers for name in layer]

        def write(function: Function, entry: str | Production) -> None:
            if isinstance(entry, Production):
                function.add(
                    f"if {function.condition(entry.condition)}:", f"    _fire({entry.id!r})"
                )
            elif entry in program.calculations:
                _write_value(function, entry, program)
            else:
                _write_finding(function, entry, program.findings[entry])

        entries: list[str | Production] = [*named, *program.advice.values()]
        return self._compiled("infer", "_known, _fire", entries, write)

    @cached_property
    def _severity(self) -> Sequence[Callable[..., None]]:
        program = self.program
        named = [name for layer in program.layers for name in layer if name in program.findings]

        def write(function: Function, name: str) -> None:
            write_severity(function, name, program)

        return self._compiled(
            "severity", "_known, _fired, _severity", named, write, read_first=False
        )

    @cached_property
    def _waiting(self) -> frozenset[str]:
        return frozenset(each.id for each in self.program.productions if each.unanswered)

    @cached_property
    def _waiting_refuted(self) -> Sequence[Callable[..., None]]:
        waiting = [each for each in self.program.productions if each.unanswered]
        return self._compiled("refuted_waiting", "_known, _note", waiting, _write_refuted)

    @cached_property
    def _refuted(self) -> Sequence[Callable[..., None]]:
        everything = list(self.program.productions)
        return self._compiled("refuted", "_known, _note", everything, _write_refuted)

    def _compiled(
        self,
        name: str,
        parameters: str,
        entries: Sequence[_Entry],
        write: Callable[[Function, _Entry], None],
        *,
        read_first: bool = True,
    ) -> Sequence[Callable[..., None]]:
        """Functions that hold the lines of all entries."""
        functions = []
        for start in range(0, len(entries), _PIECE):
            title = f"{name}_{start // _PIECE + 1}"
            function = Function(title, parameters, read_first=read_first)
            for entry in entries[start : start + _PIECE]:
                write(function, entry)
            functions.append(function)
        names = {"_DEFAULT": self._default, "_clamp": clamp}
        return tuple(compile_source(f"rules: {name}", functions, names).values())


def _found(functions: Sequence[Callable[..., None]], known: Facts) -> frozenset[str]:
    found: list[str] = []
    for function in functions:
        function(known, found.append)
    return frozenset(found)


def _write_value(function: Function, name: str, program: Program) -> None:
    source = function.number(program.calculations[name].formula)
    local = function.let(name)
    # NaN is not equal to itself, and an unknown value is not put down
    function.add(
        f"{local} = {source}", f"if {local} == {local}:", f"    _known[{name!r}] = {local}"
    )


def _write_finding(function: Function, name: str, productions: Sequence[Production]) -> None:
    """True if some rule concluding it is true; false if all of them are false; else unknown."""
    tests = [function.condition(each.condition) for each in productions]
    none_holds = [function.condition(each.condition, holds=False) for each in productions]
    local = function.let(name)
    function.add(f"{local} = None")
    for each, test in zip(productions, tests, strict=True):
        put = f"    {local} = _known[{name!r}] = True"
        function.add(f"if {test}:", put, f"    _fire({each.id!r})")
    other = "elif" if len(productions) == 1 else f"if {local} is None and"
    function.add(f"{other} {' and '.join(none_holds)}:")
    function.add(f"    {local} = _known[{name!r}] = False")


def _write_refuted(function: Function, production: Production) -> None:
    test = function.condition(production.condition, holds=False)
    function.add(f"if {test}:", f"    _note({production.id!r})")
