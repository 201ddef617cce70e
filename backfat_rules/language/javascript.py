"""Expressions as JavaScript source, for pages that decide without Python: the mirror of ``python``.

A condition has two forms here too: one that is true where it is certainly true, and one that is
true where it is certainly false. What is not known is ``undefined`` and a number without a value
``NaN``. What generated source calls stands in ``javascript/modules/language``. ``evaluate`` stays
the definition; tests hold them equal.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

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

_COMPARED = {"<": "isBelow", "<=": "isAtMost", ">": "isAbove", ">=": "isAtLeast"}
_OPPOSITE = {"<": ">=", "<=": ">", ">": "<=", ">=": "<"}
_OPERATORS = {"+": "plus", "-": "minus", "*": "times", "/": "divided", "**": "power"}
_FUNCTIONS: Mapping[str, str] = {
    "min": "least",
    "max": "greatest",
    "abs": "absolute",
    "ramp": "ramp",
    "count": "count",
}


def literal(value: Any) -> str:
    r"""Plain data as JavaScript has it, in ASCII; also safe inside the script of a page.

    >>> print(literal({"is": ["</script>", True, None]}))
    {"is":["\u003c/script>",true,null]}
    """
    text = json.dumps(value, separators=(",", ":"), allow_nan=False)
    return text.replace("<", "\\u003c")


class Script:
    """The source of one JavaScript function over ``known``, a Map of what is known.

    Args:
        name: the name of the function.
        parameters: what it takes, ``known`` first.
        read_first: whether it reads every name once at its start; else where it needs it.

    >>> from backfat_rules.language import parse
    >>> script = Script("short")
    >>> script.add(f"return {script.condition(parse('sleep_hours < 7'))};")
    >>> print(script.source)
    function short(known) {
      const $sleep_hours = known.get("sleep_hours");
      return isBelow($sleep_hours, 7);
    }
    """

    def __init__(self, name: str, parameters: str = "known", *, read_first: bool = True) -> None:
        self.name = name
        self._head = f"function {name}({parameters}) {{"
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
        reads = [f"const {local} = {read};" for local, read in (self._reads or {}).items()]
        return "\n  ".join([self._head, *reads, *self._lines]) + "\n}"

    def condition(self, condition: Expression, holds: bool = True) -> str:
        """JavaScript that is true where the condition certainly holds, or certainly does not."""
        match condition:
            case Name(name):
                return f"{self._read(name)} === {'true' if holds else 'false'}"
            case Not(operand):
                return self.condition(operand, not holds)
            case AllOf(operands) | AnyOf(operands):
                link = " && " if isinstance(condition, AllOf) == holds else " || "
                return f"({link.join(self.condition(each, holds) for each in operands)})"
            case Compare("==", left, Word(word)):
                return self._word(left, f"{'=' if holds else '!'}== {literal(word)}", holds)
            case Compare(operator, left, right):
                return _comparison(operator, self._side(left), self._side(right), holds)
            case Holds(word, collection):
                local = self._read(collection.name)
                sign = "" if holds else "!"
                return f"({local} !== undefined && {sign}{local}.has({literal(word)}))"
            case OneOf(choice, words):
                link, sign = (" || ", "=") if holds else (" && ", "!")
                tests = [f"{sign}== {literal(each.value)}" for each in words]
                return f"({link.join(self._word(choice, test, holds) for test in tests)})"
        return "false"  # no condition at all, which the check at load refuses

    def number(self, formula: Expression) -> str:
        """JavaScript for what a formula is worth; NaN where it is unknown."""
        match formula:
            case Name(name):
                local = self._read(name)
                return local if name in self._computed else f"exact({local})"
            case IfElse(condition, then, otherwise):
                branch = f"{self.condition(condition)} ? {self.number(then)}"
                other = f"{self.condition(condition, holds=False)} ? {self.number(otherwise)}"
                return f"({branch} : {other} : NaN)"
        return self._operand(formula)

    def _operand(self, formula: Expression) -> str:
        """A number that goes into another one, where the arithmetic sees to ranges."""
        match formula:
            case Number(value):
                return f"({value!r})" if value < 0 else repr(value)
            case Name(name):
                return self._read(name)
            case Arithmetic(operator, left, right):
                return f"{_OPERATORS[operator]}({self._operand(left)}, {self._operand(right)})"
            case Call(function, arguments):
                return f"{_FUNCTIONS[function]}({', '.join(map(self._operand, arguments))})"
            case IfElse():
                return self.number(formula)
        return "NaN"

    def _side(self, part: Expression) -> str:
        """One side of a comparison; what must be computed is computed once, before it."""
        match part:
            case Name() | Number():
                return self._operand(part)
        if part not in self._steps:
            source = self.number(part)
            self._steps[part] = f"step{len(self._steps) + 1}"
            self.add(f"const {self._steps[part]} = {source};")
        return self._steps[part]

    def _word(self, choice: Expression, test: str, holds: bool) -> str:
        if isinstance(choice, Word):
            return f"({literal(choice.value)} {test})"
        assert isinstance(choice, Name)
        local = self._read(choice.name)
        return f"{local} {test}" if holds else f"({local} !== undefined && {local} {test})"

    def _read(self, name: str) -> str:
        """The variable of a name, read from ``known`` unless the function has put it there."""
        local, read = _local(name), f"known.get({literal(name)})"
        if name in self._computed:
            return local
        if self._reads is None:
            return read
        self._reads.setdefault(local, read)
        return local


def _comparison(operator: str, left: str, right: str, holds: bool) -> str:
    if operator != "==":
        return f"{_COMPARED[operator if holds else _OPPOSITE[operator]]}({left}, {right})"
    if holds:  # so that a range equals a number only where it is one point
        return f"(isAtMost({left}, {right}) && isAtLeast({left}, {right}))"
    return f"(isBelow({left}, {right}) || isAbove({left}, {right}))"


def _local(name: str) -> str:
    """A name as a variable; a sign that no name can hold keeps it apart from all others."""
    return f"${name}"
