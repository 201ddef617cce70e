"""One condition made ready for the search: its variables, and what asks them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property

from backfat_rules.exact.box import Box, Condition, Split
from backfat_rules.exact.build import Builder, Slot
from backfat_rules.exact.spans import is_empty, meet, share, within
from backfat_rules.exact.terms import Compound
from backfat_rules.language import Expression
from backfat_rules.language.tree import names_in
from backfat_rules.profile import Fact


@dataclass(frozen=True)
class Problem:
    """A condition over facts, with a variable for everything that it asks of them.

    Attributes:
        condition: the condition over facts alone.
        root: the same, to be asked on boxes.
        facts: the facts that it depends on.
        words: for each choice its words, in the order of its bits; the last bit is "unknown".
        bits: what each of a box's bits stands for.
        spans: the fact of each of a box's spans; None for what a compound term is assumed to be.
        compounds: the compound terms.
        limits: for each span, the numbers that it is compared with.
        mixed: the facts that stand in compound terms.
    """

    condition: Expression
    root: Condition
    facts: tuple[str, ...]
    words: Mapping[str, tuple[str, ...]]
    bits: tuple[Slot, ...]
    spans: tuple[str | None, ...]
    compounds: tuple[Compound, ...]
    limits: Mapping[int, tuple[float, ...]]
    mixed: frozenset[str]

    @classmethod
    def of(cls, condition: Expression, facts: Mapping[str, Fact]) -> Problem:
        """Prepare a condition over facts alone."""
        builder = Builder(condition, facts)
        root = builder.condition(condition)
        return cls(
            condition=condition,
            root=root,
            facts=tuple(dict.fromkeys(builder.facts_used())),
            words=builder.words,
            bits=tuple(builder.bits),
            spans=tuple(builder.spans),
            compounds=tuple(builder.compounds.values()),
            limits={at: tuple(sorted(limits)) for at, limits in builder.limits.items()},
            mixed=frozenset(name for term in builder.compounds for name in names_in(term)),
        )

    @cached_property
    def slots(self) -> Mapping[str, tuple[tuple[int, str], ...]]:
        """For each fact the bits that stand for it, with their words."""
        found: dict[str, tuple[tuple[int, str], ...]] = {}
        for at, (fact, word) in enumerate(self.bits):
            found[fact] = (*found.get(fact, ()), (at, word))
        return found

    def unborne(self, box: Box, among: Iterable[Compound]) -> tuple[tuple[Compound, ...], float]:
        """The compound terms that need not be yet what the box assumes them to be.

        And how much of their spans is so, from 0 to 1 for each, as a guide to where to look first;
        less than 0 where one of them cannot be so.
        """
        found, agreement = [], 0.0
        for compound in among:
            span, assumed = compound.inner.span(box), box.spans[compound.index]
            if not within(span, assumed):
                if is_empty(meet(span, assumed)) and not (span[2] and assumed[2]):
                    return (), -1.0
                found.append(compound)
                agreement += share(span, assumed)
            else:
                agreement += 1.0
        return tuple(found), agreement

    def unresolved(self, box: Box, among: Iterable[Compound] | None = None) -> Split | None:
        """A split of a part of a compound term that need not be yet what it is assumed to be."""
        for compound in self.unborne(box, self.compounds)[0] if among is None else among:
            split = compound.pick(box)
            if split is not None:
                return split
        return None

    @staticmethod
    def bears_out(point: Box, box: Box, among: Iterable[Compound]) -> bool:
        """Whether compound terms are, for certain numbers, what a box assumes them to be."""
        return all(within(each.inner.span(point), box.spans[each.index]) for each in among)
