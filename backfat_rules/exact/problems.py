"""The conditions of one program, each prepared once and kept."""

from __future__ import annotations

from collections.abc import Mapping
from threading import Lock
from typing import Literal

from backfat_rules.exact.inline import Inliner
from backfat_rules.exact.problem import Problem
from backfat_rules.inference import Program
from backfat_rules.language import Expression
from backfat_rules.profile import Fact

Target = str | Expression
"""The id of a finding or advice, or any condition over facts, values, findings and advice.

A condition names advice by its id, as in ``AllOf((Name("sleep-longer"), Not(Name("pregnancy"))))``.
"""

Outlook = Literal["certain", "possible", "ruled_out"]
"""What is known of a target while facts are missing."""

MOST_KEPT = 8


class Problems:
    """What the exact questions share: a program over facts, with its problems by target.

    Built by ``problems_of``; problems are made when they are first asked for.
    """

    def __init__(self, program: Program, facts: Mapping[str, Fact]) -> None:
        self.program = program
        self.facts = dict(facts)
        self.memory: dict[object, Outlook] = {}
        self._inliner = Inliner(program)
        self._problems: dict[Target, Problem] = {}

    def __getitem__(self, target: Target) -> Problem:
        """The condition of a target, ready for the search.

        Raises:
            KeyError: the program has no finding or advice of this id.
        """
        if target not in self._problems:
            inliner = self._inliner
            condition = inliner[target] if isinstance(target, str) else inliner.of(target)
            self._problems[target] = Problem.of(condition, self.facts)
        return self._problems[target]

    @property
    def ids(self) -> tuple[str, ...]:
        """The ids of all findings and advice."""
        return (*self.program.findings, *self.program.advice)


_kept: list[Problems] = []
_keeping = Lock()


def problems_of(program: Program, facts: Mapping[str, Fact]) -> Problems:
    """The problems of a program, built once for each of the programs that were used last."""
    with _keeping:
        for each in _kept:
            if each.program is program and each.facts == facts:
                return each
        _kept.append(Problems(program, facts))
        del _kept[:-MOST_KEPT]
        return _kept[-1]
