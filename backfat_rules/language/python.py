"""Expressions as Python source, for engines that evaluate many of them many times.

A condition has two forms, each an ordinary Python expression: one that is true where the condition
is certainly true, and one that is true where it is certainly false; where it is unknown neither is.
A missing number is NaN, which makes every comparison false, and a number known as a range compares
as true only where the whole range agrees. ``evaluate`` stays the definition; tests hold them equal.
"""

from __future__ import annotations

import linecache
import weakref
from collections.abc import Callable, Iterable, Mapping
from itertools import count
from typing import Any, Literal

from backfat_rules.language import arithmetic
from backfat_rules.language.tree import (
    AllOf,
    AnyOf,
    Arithmetic,
    Call,
    Compare,
    Expression,
    Holds,
    IfElse,
    Name,
    Not,
    Number,
    OneOf,
    Word,
)

Kind = Literal["truth", "choice", "number", "set"]
"""What a name is in a place of an expression, and so what stands for it where it is unknown."""

NAMES: Mapping[str, Any] = {
    "_UNKNOWN": arithmetic.UNKNOWN,
    "_UNTOLD": arithmetic.UNTOLD,
    "_exact": arithmetic.exact,
    **{f"_{each.__name__}": each for each in arithmetic.OPERATORS.values()},
    **{f"_{each.__name__}": each for each in arithmetic.FUNCTIONS.values()},
}
"""What generated source calls; no name of a fact starts with just one underscore in it."""

_READ: Mapping[Kind, str] = {
    "truth": "_get({!r})",
    "choice": "_get({!r})",
    "number": "_get({!r}, _UNKNOWN)",
    "set": "_get({!r}, _UNTOLD)",
}
_OPPOSITE = {"<": ">=", "<=": ">", ">": "<=", ">=": "<"}
_numbered = count()


class Function:
    """The source of one Python function over ``_known``, a mapping without None; grows by lines.

    Args:
        name: the name of the function.
        parameters: what it takes, ``_known`` first.
        read_first: whether it reads every name once at its start; else where it needs it.

    >>> from backfat_rules.language import parse
    >>> function = Function("short")
    >>> function.add(f"return {function.condition(parse('sleep_hours < 7'))}")
    >>> print(function.source)
    def short(_known):
        _get = _known.get
        sleep_hours = _get('sleep_hours', _UNKNOWN)
        return sleep_hours < 7
    """

    def __init__(self, name: str, parameters: str = "_known", *, read_first: bool = True) -> None:
        self.name = name
        self._head = f"def {name}({parameters}):"
        self._lines: list[str] = []
        self._reads: dict[str, str] | None = {} if read_first else None
        self._computed: set[str] = set()
        self._steps: dict[Expression, str] = {}

    def add(self, *lines: str) -> None:
        """Put lines below those that are there."""
        self._lines += lines

    def let(self, name: str) -> str:
        """The variable in which the function itself puts what a name is worth."""
        self._computed.add(name)
        return _local(name)

    @property
    def source(self) -> str:
        """The whole function."""
        reads = [f"{local} = {read}" for local, read in (self._reads or {}).items()]
        return "\n    ".join([self._head, "_get = _known.get", *reads, *self._lines])

    def condition(self, condition: Expression, holds: bool = True) -> str:
        """Python that is true where the condition certainly holds, or certainly does not."""
        match condition:
            case Name(name):
                local = self._read(name, "truth")
                return local if holds else f"{local} is False"
            case Not(operand):
                return self.condition(operand, not holds)
            case AllOf(operands) | AnyOf(operands):
                link = " and " if isinstance(condition, AllOf) == holds else " or "
                return f"({link.join(self.condition(each, holds) for each in operands)})"
            case Compare("==", left, Word(word)):
                return self._word(left, f"== {word!r}" if holds else f"!= {word!r}", holds)
            case Compare(operator, left, right):
                return _comparison(operator, self._side(left), self._side(right), holds)
            case Holds(word, collection):
                local = self._read(collection.name, "set")
                # what was not told holds no word, and lacks none
                told = "" if holds else f"{local} is not _UNTOLD and "
                return f"({told}{word!r} {'in' if holds else 'not in'} {local})"
            case OneOf(choice, words):
                listed = repr(tuple(word.value for word in words))
                return self._word(choice, f"{'in' if holds else 'not in'} {listed}", holds)
        return "False"  # no condition at all, which the check at load refuses

    def number(self, formula: Expression) -> str:
        """Python for what a formula is worth; NaN where it is unknown."""
        match formula:
            case Name(name):
                local = self._read(name, "number")
                return local if name in self._computed else f"_exact({local})"
            case IfElse(condition, then, otherwise):
                branch = f"{self.number(then)} if {self.condition(condition)}"
                other = f"{self.number(otherwise)} if {self.condition(condition, holds=False)}"
                return f"({branch} else {other} else _UNKNOWN)"
        return self._operand(formula)

    def _operand(self, formula: Expression) -> str:
        """A number that goes into another one, where the arithmetic sees to ranges."""
        match formula:
            case Number(value):
                return f"({value!r})" if value < 0 else repr(value)
            case Name(name):
                return self._read(name, "number")
            case Arithmetic(operator, left, right):
                name = arithmetic.OPERATORS[operator].__name__
                return f"_{name}({self._operand(left)}, {self._operand(right)})"
            case Call("count", (Name(name),)):
                return f"_count({self._read(name, 'set')})"
            case Call(function, arguments):
                name = arithmetic.FUNCTIONS[function].__name__
                return f"_{name}({', '.join(map(self._operand, arguments))})"
            case IfElse():
                return self.number(formula)
        return "_UNKNOWN"

    def _side(self, part: Expression) -> str:
        """One side of a comparison; what must be computed is computed once, before it."""
        match part:
            case Name() | Number():
                return self._operand(part)
        if part not in self._steps:
            source = self.number(part)
            self._steps[part] = f"_step_{len(self._steps) + 1}"
            self.add(f"{self._steps[part]} = {source}")
        return self._steps[part]

    def _word(self, choice: Expression, test: str, holds: bool) -> str:
        if isinstance(choice, Word):
            return f"({choice.value!r} {test})"
        assert isinstance(choice, Name)
        local = self._read(choice.name, "choice")
        return f"{local} {test}" if holds else f"({local} is not None and {local} {test})"

    def _read(self, name: str, kind: Kind) -> str:
        """The variable of a name, read from ``_known`` unless the function has put it there."""
        local, read = _local(name), _READ[kind].format(name)
        if name in self._computed:
            return local
        if self._reads is None:
            return read
        self._reads.setdefault(local, read)
        return local


def _comparison(operator: str, left: str, right: str, holds: bool) -> str:
    if operator != "==":
        return f"{left} {operator if holds else _OPPOSITE[operator]} {right}"
    if holds:  # so that a range equals a number only where it is one point
        return f"({left} <= {right} and {left} >= {right})"
    return f"({left} < {right} or {left} > {right})"


def _local(name: str) -> str:
    """A name as a variable; one underscore alone in front is kept for what is not a name."""
    return f"_{name}" if name.startswith("_") else name


def compile_source(
    title: str, functions: Iterable[Function], names: Mapping[str, Any]
) -> dict[str, Callable[..., Any]]:
    """Compile functions; ``inspect`` and tracebacks show their source as long as one of them lives.

    Args:
        title: what the source is, for its invented file name.
        functions: what to compile.
        names: what the source calls besides the arithmetic.
    """
    written = list(functions)
    source = "\n\n\n".join(each.source for each in written) + "\n"
    file = f"<{title} {next(_numbered)}>"
    shown = _Source()
    space: dict[str, Any] = {**NAMES, **names, "__name__": __name__, "_shown": shown}
    exec(compile(source, file, "exec"), space)
    linecache.cache[file] = len(source), None, source.splitlines(keepends=True), file
    weakref.finalize(shown, linecache.cache.pop, file, None).atexit = False
    return {each.name: space[each.name] for each in written}


class _Source:
    """Lives as long as the functions that share it, and their source in ``linecache`` with it."""
