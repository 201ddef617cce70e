"""Whether some completion of the facts makes a condition true, or not true: found or ruled out.

Branch and prune. A box is asked what the condition can be worth on all of it: an answer that
excludes what is wanted drops the box; otherwise the fact that is still in the way is split, at the
limit that it is compared with. A term of several numbers, such as a body mass index, is first
assumed to lie on one side of its limit, and then its parts are cut until they bear it out.

Exact for yes or no, choices, sets, whole numbers and limits of single numbers; also for arithmetic
on one number, which is cut down to neighbouring floats. Around limits of several numbers that are
not whole, a box is given up once it is narrower than ``axes.NARROW`` (relative), and any search
after ``MOST_BOXES`` boxes; the answer then says that nothing was *proven*. A completion that was
found always is one: the definition, ``language.evaluate``, has the last word.
"""

from __future__ import annotations

from collections.abc import Container, Mapping
from dataclasses import dataclass

from backfat_rules.explain.exact import domains
from backfat_rules.explain.exact.axes import Axis
from backfat_rules.explain.exact.box import Box, Split
from backfat_rules.explain.exact.completion import completed
from backfat_rules.explain.exact.problem import Problem
from backfat_rules.explain.exact.spans import EMPTY, is_empty, meet
from backfat_rules.explain.exact.worth import TRUE, bit_of
from backfat_rules.language import Facts, evaluate
from backfat_rules.profile import Fact

MOST_BOXES = 20_000


@dataclass(frozen=True, slots=True)
class Answer:
    """What a search found.

    Attributes:
        completion: the told facts, with values for the open ones that the condition depends on,
            on which it is worth what was wanted; None if there is none, or none was found.
        proven: whether the answer is certain; an unproven one has no completion.
    """

    completion: Facts | None
    proven: bool = True


def find(
    problem: Problem,
    facts: Mapping[str, Fact],
    known: Facts,
    goal: int,
    free: Container[str] | None = None,
) -> Answer:
    """A completion on which the condition is worth one of ``goal``, bits of ``worth``.

    Args:
        problem: the condition.
        facts: what is known of every fact that can be completed.
        known: what was told.
        goal: such as ``TRUE``, or ``NOT_TRUE`` for false or undefined.
        free: the facts that can be anything if they were not told; by default all of ``facts``.
    """
    box = domains.start(problem, facts, known, facts if free is None else free)
    return find_in(problem, facts, known, box, domains.axes(problem, facts), goal)


def find_in(
    problem: Problem,
    facts: Mapping[str, Fact],
    known: Facts,
    box: Box,
    lines: list[Axis],
    goal: int,
) -> Answer:
    """The same within a box, whose numbers lie on the given axes."""
    stack = [box]
    proven = True
    for _ in range(MOST_BOXES):
        if not stack:
            return Answer(None, proven)
        box = stack.pop().copy()
        if not problem.root.narrow(box, goal, lines):
            continue
        worth = problem.root.worth(box)
        if not worth & goal:
            continue
        if worth & ~goal:
            split = problem.root.pick(box, bool(goal & TRUE))
        else:
            completion = completed(problem, facts, known, box, _middles(problem, lines, box))
            if bit_of(evaluate(problem.condition, completion)) & goal:
                return Answer(completion)
            split = problem.unresolved(box)
            if split is not None and _is_narrow(split, lines, box):
                proven = False
                continue
        if split is None:
            proven = False  # rounding of a power: neither borne out nor excluded
        else:
            children = parts(split, lines, box)
            if not worth & ~goal:  # first where the terms are most of what they are assumed to be
                children.sort(key=lambda each: -problem.agreement(each))
            stack += reversed(children)
    return Answer(None, proven=False)


def parts(split: Split, lines: list[Axis], box: Box) -> list[Box]:
    """The boxes that a split leaves, the most promising first."""
    if split.bits:
        return [box.with_bits(split.index, bits) for bits in split.bits]
    line, span = lines[split.index], box.spans[split.index]
    spans = split.spans if split.spans != (EMPTY,) else line.halves(span)
    snapped = [line.snapped(meet(each, span)) for each in spans]
    return [box.with_span(split.index, each) for each in snapped if not is_empty(each) or each[2]]


def _middles(problem: Problem, lines: list[Axis], box: Box) -> dict[str, float]:
    """A number for each fact, from the middle of what is left of it."""
    return {
        name: lines[at].middle(span)
        for at, (name, span) in enumerate(zip(problem.spans, box.spans, strict=True))
        if name is not None and not is_empty(span)
    }


def _is_narrow(split: Split, lines: list[Axis], box: Box) -> bool:
    """Whether several numbers are still open, and even the widest has become narrow."""
    if (
        split.bits
        or split.spans != (EMPTY,)
        or not lines[split.index].is_narrow(box.spans[split.index])
    ):
        return False
    return sum(low < high for low, high, _ in box.spans) > 1
