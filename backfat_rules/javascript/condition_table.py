"""Conditions that data refers to: a number in the data, a function in the script."""

from __future__ import annotations

from backfat_rules.language import Expression
from backfat_rules.language.javascript import Script


class ConditionTable:
    """Conditions, each with a number; equal ones have the same.

    >>> from backfat_rules.language import parse
    >>> table = ConditionTable()
    >>> table.number_of(parse("a < 3")), table.number_of(parse("b")), table.number_of(parse("a<3"))
    (0, 1, 0)
    """

    def __init__(self) -> None:
        self._numbers: dict[Expression, int] = {}

    def number_of(self, condition: Expression) -> int:
        """The number by which data names a condition."""
        return self._numbers.setdefault(condition, len(self._numbers))

    @property
    def source(self) -> str:
        """All of them as a list of functions of ``known``: true, false, or undefined."""
        functions = ",\n".join(map(_truth, self._numbers))
        return f"const conditions = [\n{functions}\n];"


def _truth(condition: Expression) -> str:
    script = Script("", read_first=False)
    holds, fails = script.condition(condition), script.condition(condition, holds=False)
    script.add(f"return {holds} ? true : {fails} ? false : undefined;")
    return script.source
