"""The reader of a plan: their language, units and country, and how data reads to them."""

from __future__ import annotations

from collections.abc import Collection
from functools import cache
from typing import Any, Self

from backfat_rules.errors import BackfatRulesError
from backfat_rules.knowledge import KnowledgeBase, load_knowledge
from backfat_rules.knowledge.catalogue import Prescription
from backfat_rules.knowledge.marked_text import Template
from backfat_rules.knowledge.vocabulary import FALLBACK, Vocabulary
from backfat_rules.language import Expression, Facts, Range
from backfat_rules.plain import shown_value
from backfat_rules.units import UnitSystem, must_be_a_system
from backfat_rules.wording.condition_text import condition_text
from backfat_rules.wording.contacts import contact_for
from backfat_rules.wording.measured import Measured
from backfat_rules.wording.prescription_text import prescription_text


class Reader(Measured):
    """Turns data into words for one kind of reader; safe to share between threads.

    Args:
        knowledge: what is spoken about, and the words for it.
        language: a language that the knowledge has words for.
        units: the units of amounts.
        country: whose emergency numbers messages name; none in particular if None.

    Raises:
        BackfatRulesError: there are no words for the language, or no numbers for the country.

    >>> from backfat_rules import load_knowledge
    >>> Reader(load_knowledge()).fact("sleep_hours", 5.5)
    'sleep 5.5 h'
    """

    def __init__(
        self,
        knowledge: KnowledgeBase,
        language: str = FALLBACK,
        units: UnitSystem = "metric",
        country: str | None = None,
    ) -> None:
        must_be_a_system(units)
        super().__init__(knowledge, _vocabulary(knowledge, language), units)
        self.language = language
        self.country = country
        self._contact = contact_for(country, knowledge)
        self._authored: dict[tuple[Expression, bool], str | None] = {}

    def __deepcopy__(self, memo: dict[int, Any]) -> Self:
        """Itself: nothing in it changes."""
        return self

    def condition(self, leaf: Expression, holds: bool = True) -> str | None:
        """A leaf of a condition, or its opposite, in words; None for what has no plain words."""
        return condition_text(leaf, holds, self)

    def goal(self, leaf: Expression, holds: bool) -> str | None:
        """The same of what is to become so; its limits are rounded to where they are reached."""
        return condition_text(leaf, holds, self, is_goal=True)

    def authored_goal(self, leaf: Expression, holds: bool) -> str | None:
        """The same for a leaf that stands in the knowledge so; said once, and kept."""
        if (leaf, holds) not in self._authored:
            self._authored[leaf, holds] = self.goal(leaf, holds)
        return self._authored[leaf, holds]

    def fill(
        self, template: Template, known: Facts, hidden: Collection[str] = frozenset()
    ) -> str | None:
        """A text with the person's own numbers and words; None where one of them may not be shown.

        A range is said as it is: "about less than 5" would be neither.

        Args:
            template: the text, with names of facts and values in braces.
            known: what they come to.
            hidden: names that are not shown.
        """
        words: dict[str, str] = {}
        ranges: list[str] = []
        for name in template.names:
            value = known.get(name)
            if value is None or name in hidden:
                return None
            words[name] = self.shown(name, value)
            if isinstance(value, Range):
                ranges.append(words[name])
        text = template.fill(words, self.marked)
        if text is not None:
            for each in ranges:
                text = text.replace(self.say("roughly", number=each), each)
        return text

    def prescription(self, dose: Prescription) -> str:
        """How much of an exercise, in one line."""
        return prescription_text(dose, self)

    def whom_to_call(self, screening: str) -> str:
        """The sentence that ends the message of an emergency; empty if there is none."""
        if self._contact is None:
            return ""
        return self.text(self._contact.instead.get(screening, self._contact.says))


def _vocabulary(knowledge: KnowledgeBase, language: str) -> Vocabulary:
    known = knowledge.vocabularies
    if language not in known:
        listed = ", ".join(known)
        raise BackfatRulesError(
            f"There are no words for the language {shown_value(language)}; known: {listed}."
        )
    return known[language]


@cache
def shipped_reader() -> Reader:
    """The reader of the library's own knowledge in its own language, in metric units."""
    return Reader(load_knowledge())
