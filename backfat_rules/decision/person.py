"""One person: what was derived, what was decided, and what may be shown."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any, Self

from backfat_rules.decision.choices import Choices
from backfat_rules.decision.definition import Outcome, decide, taken_out
from backfat_rules.decision.ends import End, EndSearch
from backfat_rules.decision.rulebook import Rulebook, rulebook_of
from backfat_rules.decision.screening import Screened
from backfat_rules.inference import Derivation
from backfat_rules.knowledge import KnowledgeBase
from backfat_rules.knowledge.links import tags_of
from backfat_rules.language import names_in


@dataclass(frozen=True)
class Person:
    """What a decision, a plan and every explanation of them are made from."""

    derivation: Derivation
    knowledge: KnowledgeBase

    def __deepcopy__(self, memo: dict[int, Any]) -> Self:
        """Itself: nothing in it changes, and the copies of a plan share it."""
        return self

    @cached_property
    def book(self) -> Rulebook:
        """The knowledge as deciding needs it."""
        return rulebook_of(self.knowledge)

    @cached_property
    def outcome(self) -> Outcome:
        """What is given, and what stops the rest."""
        return decide(self.derivation, self.book)

    @property
    def screened(self) -> Screened:
        """The gate and the blocks."""
        return self.outcome.screened

    @cached_property
    def choices(self) -> Choices:
        """The foods and exercises that can be offered."""
        return Choices(self.derivation.known, self.screened)

    @cached_property
    def hidden_numbers(self) -> frozenset[str]:
        """The facts and values that a block hides, whether told or not."""
        return self._closed(self.knowledge.policy.hidden_numbers)

    @cached_property
    def useless_numbers(self) -> frozenset[str]:
        """The facts and values that a rule that fired hides, so that to ask for them is no use."""
        numbers, forbids = self.knowledge.policy.hidden_numbers, self.screened.forbids_tag
        return frozenset(name for tag, names in numbers.items() if forbids(tag) for name in names)

    @cached_property
    def not_raised(self) -> frozenset[str]:
        """The facts of which nothing may ask for more, because a block forbids what that means."""
        return self._closed(self.knowledge.policy.not_raised)

    @cached_property
    def shown(self) -> frozenset[str]:
        """The known names that a text may show: all but the numbers that a block hides."""
        hidden = self.hidden_numbers | self._closed_among(self.derivation.values)
        return frozenset(self.derivation.known.keys() - hidden)

    @cached_property
    def hidden_findings(self) -> frozenset[str]:
        """The findings that a block keeps out of what is shown."""
        return self._closed_among(self.derivation.findings)

    def is_unspoken(self, id: str) -> bool:
        """Whether a block forbids even to name an entry, as one that it takes out."""
        tags = {*tags_of(self.knowledge[id])}
        return any(
            self.screened.closes_tag(tag) and not tags.isdisjoint(carried)
            for tag, carried in self.knowledge.policy.unspoken.items()
        )

    @cached_property
    def _ends(self) -> EndSearch:
        return EndSearch(self.derivation, self.screened, self.not_raised)

    def end_of(self, id: str) -> End | None:
        """What has to become so for a recommendation to go away; None where nothing can end it."""
        condition = self._ends.condition(id)
        if condition is None:
            return None
        links = self.knowledge.links
        below = (fact for name in names_in(condition) for fact in links.facts_below(name))
        return End(condition, tuple(dict.fromkeys(below)))

    @cached_property
    def taken_out(self) -> frozenset[str]:
        """The recommendations that screening keeps from being given, called for or not."""
        return taken_out(self.screened, self.book)

    def _closed_among(self, ids: Iterable[str]) -> frozenset[str]:
        """The values and findings that are closed; mostly there are none."""
        closes = self.screened.closes
        if not self.screened.closed & self.book.concluded:
            return frozenset()
        return frozenset(id for id in ids if closes(id))

    def _closed(self, by_tag: Mapping[str, tuple[str, ...]]) -> frozenset[str]:
        return frozenset(
            name for tag, names in by_tag.items() if self.screened.closes_tag(tag) for name in names
        )
