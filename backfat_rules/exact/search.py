"""Whether some completion of the facts makes a condition true, or not true: found or ruled out.

Branch and prune. A box is asked what the condition can be worth on all of it: an answer that
excludes what is wanted drops the box; otherwise the fact that is still in the way is split, at the
limit that it is compared with. A term of several numbers, such as a body mass index, is first
assumed to lie on one side of its limit, and then its parts are cut until they bear it out.

Exact for yes or no, choices, sets, whole numbers and limits of single numbers; also for arithmetic
on one number, which is cut down to neighbouring floats. Around limits of several numbers that are
not whole, a box is given up once it is narrower than ``FINE`` (relative), and any search after
``MOST_BOXES`` boxes; the answer then says that nothing was *proven*. A completion that was
found always is one: the definition, ``language.evaluate``, has the last word.
"""

from __future__ import annotations

from collections.abc import Container, Mapping
from dataclasses import dataclass, replace

from backfat_rules.exact import domains
from backfat_rules.exact.axes import Axis
from backfat_rules.exact.box import Box, Split
from backfat_rules.exact.completion import completed
from backfat_rules.exact.problem import Problem
from backfat_rules.exact.spans import EMPTY, is_empty, meet
from backfat_rules.exact.terms import Compound
from backfat_rules.exact.worth import TRUE, bit_of
from backfat_rules.language import Facts, evaluate
from backfat_rules.profile import Fact

MOST_BOXES = 6000
FINE, COARSE = 1e-9, 0.01
"""The widths at which a box is given up, and at which it is left for a second, finer search."""

FEW_BOXES = 40
"""How many boxes are spent on a first guess, before the search that misses nothing."""


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
    search = _Search(problem, facts, known, lines, goal)
    guess = box.copy()
    if problem.root.narrow(guess, goal, lines, bold=True):
        answer = search.run(guess, FEW_BOXES)
        if answer.completion is not None:
            return answer
    coarse = replace(search, width=COARSE).run(box, MOST_BOXES)
    is_final = coarse.proven or coarse.completion is not None
    return coarse if is_final else search.run(box, MOST_BOXES)


@dataclass(frozen=True, slots=True)
class _Search:
    """One question to one problem."""

    problem: Problem
    facts: Mapping[str, Fact]
    known: Facts
    lines: list[Axis]
    goal: int
    width: float = FINE

    def run(self, start: Box, most: int) -> Answer:
        """Look into a box, depth first, and into no more boxes than that.

        With a box goes whether the assumptions about compound terms already settle the condition;
        then these terms are all that is left to be borne out.
        """
        root, goal = self.problem.root, self.goal
        stack: list[tuple[Box, tuple[Compound, ...] | None]] = [(start, None)]
        proven = True
        for _ in range(most):
            if not stack:
                return Answer(None, proven)
            box, left = stack.pop()
            if left is None:
                box = box.copy()
                if not root.narrow(box, goal, self.lines, bold=False):
                    continue
                worth = root.worth(box)
                if not worth & goal:
                    continue
                if worth & ~goal:
                    split = root.pick(box, bool(goal & TRUE))
                    proven = proven and split is not None
                    children = [] if split is None else parts(split, self.lines, box)
                    stack += [(each, None) for each in reversed(children)]
                    continue
                left, agreement = self.problem.unborne(box, self.problem.compounds)
                if agreement < 0:
                    continue
            completion = self.completion(box, left)
            if completion is not None:
                return Answer(completion)
            split = self.problem.unresolved(box, left)
            if split is None or self.gives_up(split, box):
                proven = False
            else:
                # What the terms are assumed to be changes where the split is a new assumption.
                is_new = bool(split.spans) and self.problem.spans[split.index] is None
                among = self.problem.compounds if is_new else left
                stack += self.nearer(parts(split, self.lines, box), among)
        return Answer(None, proven=False)

    def nearer(
        self, boxes: list[Box], left: tuple[Compound, ...]
    ) -> list[tuple[Box, tuple[Compound, ...] | None]]:
        """Boxes that the assumptions leave, the one that agrees most with them last."""
        found = [(self.problem.unborne(box, left), box) for box in boxes]
        found.sort(key=lambda each: each[0][1])
        return [(box, rest) for (rest, agreement), box in found if agreement >= 0]

    def completion(self, box: Box, left: tuple[Compound, ...]) -> Facts | None:
        """The completion in the middle of a box, if it is worth what is wanted."""
        middles = [
            (middle := line.middle(span), middle, False) if name and not is_empty(span) else span
            for name, line, span in zip(self.problem.spans, self.lines, box.spans, strict=True)
        ]
        if not self.problem.bears_out(Box(box.bits, middles), box, left):
            return None
        numbers = {
            name: middle[0]
            for name, middle in zip(self.problem.spans, middles, strict=True)
            if name and not is_empty(middle)
        }
        found = completed(self.problem, self.facts, self.known, box, numbers)
        is_wanted = bit_of(evaluate(self.problem.condition, found)) & self.goal
        return found if is_wanted else None

    def gives_up(self, split: Split, box: Box) -> bool:
        """Whether even the widest number is narrow; one open number alone is cut to the end."""
        if split.bits or split.spans != (EMPTY,):
            return False
        is_narrow = self.lines[split.index].is_narrow(box.spans[split.index], self.width)
        named = zip(self.problem.spans, box.spans, strict=True)
        still_open = sum(low < high for name, (low, high, _) in named if name)
        return is_narrow and (self.width > FINE or still_open > 1)


def parts(split: Split, lines: list[Axis], box: Box) -> list[Box]:
    """The boxes that a split leaves, the most promising first."""
    if split.bits:
        return [box.with_bits(split.index, bits) for bits in split.bits]
    line, span = lines[split.index], box.spans[split.index]
    spans = split.spans if split.spans != (EMPTY,) else line.halves(span)
    snapped = [line.snapped(meet(each, span)) for each in spans]
    return [box.with_span(split.index, each) for each in snapped if not is_empty(each) or each[2]]
