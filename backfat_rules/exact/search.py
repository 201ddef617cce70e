"""Whether some completion of the facts makes a condition true, or not true: found or ruled out.

Branch and prune. The condition is taken to be worth what is wanted, and all that follows is taken
out of the box, upwards and downwards through the circuit; where nothing is left of some part there
is no such completion. Else the part that still has to be borne out is cut: a condition by what it
is worth, a number at a limit or in two, until a completion is found or no box is left.

Exact for yes or no, choices, sets, whole numbers and limits of single numbers; also for arithmetic
on one number, which is cut down to neighbouring floats. Around limits of several numbers that are
not whole, a box is given up once it is narrower than ``FINE`` (relative), and any search after
``MOST_BOXES`` boxes; the answer then says that nothing was *proven*. A completion that was
found always is one: the definition, ``language.evaluate``, has the last word.
"""

from __future__ import annotations

from collections.abc import Container, Iterator, Mapping
from dataclasses import dataclass

from backfat_rules.exact.box import Box
from backfat_rules.exact.completion import completed
from backfat_rules.exact.domains import at_point, start, whole_lines
from backfat_rules.exact.grids import Grid, Reals
from backfat_rules.exact.narrowing import Narrowing
from backfat_rules.exact.problem import Problem
from backfat_rules.exact.propagate import settle
from backfat_rules.exact.split import Split, next_split, pieces
from backfat_rules.exact.worth import TRUE, bit_of, is_open
from backfat_rules.language import Facts, Value

MOST_BOXES = 600
FINE, COARSE = 1e-9, 0.01
"""The widths at which a box is given up, and at which it is left for a second, finer search."""

_ANY_NUMBER = Reals()


@dataclass(frozen=True, slots=True)
class Answer:
    """What a search found.

    Attributes:
        completion: the told facts, with values for the open ones that the condition depends on,
            on which it is worth what was wanted; None if there is none, or none was found.
        proven: whether the answer is certain; an unproven one has no completion.
        boxes: how many boxes were looked into.
    """

    completion: Facts | None
    proven: bool = True
    boxes: int = 0


def find(problem: Problem, known: Facts, goal: int, free: Container[str] | None = None) -> Answer:
    """A completion on which the condition is worth one of ``goal``, bits of ``worth``.

    Args:
        problem: the condition.
        known: what was told.
        goal: such as ``TRUE``, or ``NOT_TRUE`` for false or undefined.
        free: the facts that can be anything, or anything in a range, if they were not told exactly;
            by default all.
    """
    circuit = problem.circuit
    box = start(circuit, known, circuit.facts if free is None else free)
    return find_in(problem, known, box, whole_lines(circuit), goal)


def find_in(
    problem: Problem, known: Facts, box: Box, lines: Mapping[int, Grid], goal: int
) -> Answer:
    """The same within a box, whose numbers lie on the given grids."""
    search = _Search(problem, known, lines, goal, is_made=True, like={})
    coarse = search.run(box, COARSE)
    if coarse.proven or coarse.boxes >= MOST_BOXES:
        return coarse
    return search.run(box, FINE)


def is_there(
    problem: Problem,
    known: Facts,
    box: Box,
    lines: Mapping[int, Grid],
    goal: int,
    like: dict[str, Value],
) -> bool | None:
    """Whether there is such a completion; None where that is not proven.

    A box in which everything is borne out holds nothing else, so none of them is made. What is
    asked of many conditions is often found close to what was found last: ``like`` is tried first,
    and is what was found afterwards. It never changes what can be proven.
    """
    search = _Search(problem, known, lines, goal, is_made=False, like=like)
    answer = search.run(box, COARSE)
    if not answer.proven and answer.boxes < MOST_BOXES:
        answer = search.run(box, FINE)
    if answer.completion is None:
        return False if answer.proven else None
    like.update(answer.completion)
    return True


@dataclass(frozen=True, slots=True)
class _Search:
    """One question to one problem.

    Attributes:
        is_made: whether the completion itself is asked for.
        like: another completion, which is tried first.
    """

    problem: Problem
    known: Facts
    lines: Mapping[int, Grid]
    goal: int
    is_made: bool
    like: Facts

    def run(self, start: Box, width: float) -> Answer:
        """Depth first; a box is cut into its pieces one by one, as they are asked for."""
        problem, circuit = self.problem, self.problem.circuit
        first = wanting(problem, start, self.lines, self.goal)
        if first is None:
            return Answer(None, boxes=1)
        stack: list[Iterator[Narrowing]] = [iter([first])]
        proven, boxes = True, 0
        while stack and boxes < MOST_BOXES:
            box = next(stack[-1], None)
            if box is None:
                stack.pop()
                continue
            boxes += 1
            split, is_settled = next_split(circuit, box)
            if is_settled and not self.is_made:
                return Answer(self.known, boxes=boxes)
            found = self.completion(box, split, is_first=boxes == 1)
            if found is not None:
                return Answer(found, boxes=boxes)
            if split is None or (split.halves and _gives_up(problem, split, box, width)):
                proven = False
            else:
                stack.append(pieces(circuit, box, split, problem.cone))
        return Answer(None, proven and not stack, boxes)

    def completion(self, box: Narrowing, split: Split | None, *, is_first: bool) -> Facts | None:
        """One like another, or in the middle of the box, if it is worth what is wanted.

        Where a condition is still to be cut, the middle is not worth a try.
        """
        is_cut = split is None or split.halves
        tried = [self.like] if self.like and (is_cut or is_first) else []
        for like in (*tried, *([{}] if is_cut else [])):
            found = completed(self.problem, self.known, box, self.lines, like)
            if is_worth(self.problem, found, self.goal):
                return found
        return None


def wanting(problem: Problem, start: Box, lines: Mapping[int, Grid], goal: int) -> Narrowing | None:
    """What is left of a box where the condition is worth ``goal``; None if nothing is."""
    box = Narrowing(start.copy(), lines)
    wanted = problem.wanted(goal).items()
    holds = all(box.keep_bits(at, bits) for at, bits in wanted)
    return box if holds and settle(problem.circuit, box, problem.cone) else None


def is_worth(problem: Problem, facts: Facts, goal: int) -> bool:
    """Whether a condition is worth one of ``goal``, and nothing true that is avoided."""
    box = at_point(problem.circuit, facts, problem.all_facts, problem.places)
    return gives(problem, box, facts, goal)


def gives(problem: Problem, point: Box, facts: Facts, goal: int) -> bool:
    """The same, given what all parts are; where that leaves it open, the definition says."""
    perhaps = [at for at in problem.avoided if point.bits[at] & TRUE]
    certainly = any(point.bits[at] == TRUE for at in perhaps)
    if certainly or (perhaps and problem.is_avoided(facts, perhaps)):
        return False
    bits = point.bits[problem.root]
    return bool((bit_of(problem.value(facts)) if is_open(bits) else bits) & goal)


def _gives_up(problem: Problem, split: Split, box: Narrowing, width: float) -> bool:
    """Whether even the widest number is narrow; one open number alone is cut to the end."""
    line = box.lines.get(split.at, _ANY_NUMBER)
    if not line.is_narrow(box.spans[split.at], width):
        return False
    leaves = (box.spans[at] for at in problem.cone if not problem.circuit.operands[at])
    still_open = sum(low < high for low, high, _ in leaves)
    return width > FINE or still_open > 1
