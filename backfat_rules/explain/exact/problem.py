"""One condition made ready for the search: its variables, and what asks them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from backfat_rules.explain.exact.box import Box, Condition, Split
from backfat_rules.explain.exact.build import Builder, Slot
from backfat_rules.explain.exact.spans import share, within
from backfat_rules.explain.exact.terms import Compound
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
            facts=names_in(condition),
            words=builder.words,
            bits=tuple(builder.bits),
            spans=tuple(builder.spans),
            compounds=tuple(builder.compounds.values()),
            limits={at: tuple(sorted(limits)) for at, limits in builder.limits.items()},
            mixed=frozenset(name for term in builder.compounds for name in names_in(term)),
        )

    def unresolved(self, box: Box) -> Split | None:
        """A split of a part of a compound term that need not be yet what it is assumed to be."""
        for compound in self.compounds:
            if not within(compound.inner.span(box), box.spans[compound.index]):
                split = compound.pick(box)
                if split is not None:
                    return split
        return None

    def agreement(self, box: Box) -> float:
        """How much of the compound terms' spans is what they are assumed to be; only a guide."""
        return sum(share(each.inner.span(box), box.spans[each.index]) for each in self.compounds)
