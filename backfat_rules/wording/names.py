"""Facts and values in words: what they are called, and how a person is asked for them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

from backfat_rules.frozen import FrozenDict
from backfat_rules.knowledge import KnowledgeBase
from backfat_rules.knowledge.sentences import Naming, Together
from backfat_rules.knowledge.vocabulary import Vocabulary
from backfat_rules.profile import Fact, spaced
from backfat_rules.units import CONVERTED, UnitSystem
from backfat_rules.wording.speech import Speech


@dataclass(frozen=True, slots=True)
class Spoken:
    """How one fact or value is spoken of.

    Attributes:
        step: what its numbers are rounded to when they are shown; None: two decimals.
        ids_of: the collection whose ids its words are; empty for other words.
        around: whether it is a length that goes around something.
    """

    label: str
    naming: Naming
    unit: str = ""
    step: float | None = None
    question: str = ""
    ids_of: str = ""
    around: bool = False

    @property
    def measured_in(self) -> str:
        """The unit of an amount that other systems say otherwise: ``L`` of "L a day"; or none."""
        first = self.unit.partition(" ")[0]
        return first if first in CONVERTED else ""


class Names(Speech):
    """Speaks of the facts and values of a knowledge base."""

    def __init__(
        self, knowledge: KnowledgeBase, vocabulary: Vocabulary, units: UnitSystem = "metric"
    ) -> None:
        super().__init__(vocabulary, units)
        self.knowledge = knowledge

    @cached_property
    def named(self) -> Mapping[str, Spoken]:
        """Every fact and value by its name."""
        return FrozenDict(self._named())

    def _named(self) -> Iterator[tuple[str, Spoken]]:
        namings = self._vocabulary.names
        language = self._vocabulary.language.id
        for id, value in self.knowledge.values.items():
            naming = namings.get(id) or Naming(id=id, language=language)
            yield id, Spoken(naming.label or value.title, naming, value.unit, step=value.round)
        for id, fact in self.knowledge.facts.items():
            naming = namings.get(id) or Naming(id=id, language=language)
            yield id, _spoken(fact, naming, self.units)

    def label(self, name: str) -> str:
        """What a fact or value is called, as in "sleep is below 7 h"."""
        return self.named[name].label if name in self.named else spaced(name)

    def labels(self, name: str) -> int:
        """1 for a label in the singular, 2 for one in the plural: the count of its sentences."""
        return 2 if self.named[name].naming.plural else 1

    def question(self, fact: str) -> str:
        """How a person is asked for a fact, in the reader's units.

        >>> from backfat_rules import load_knowledge
        >>> from backfat_rules.wording import Reader
        >>> Reader(load_knowledge(), units="us").question("height_cm")
        'How tall are you, in feet and inches, such as "5 ft 8 in"?'
        """
        return self.named[fact].question

    def together(self, fact: str) -> Together | None:
        """Which fact is asked for in one question with this one, and how.

        >>> from backfat_rules.wording import shipped_reader
        >>> shipped_reader().together("systolic_bp").fact
        'diastolic_bp'
        """
        return self.named[fact].naming.together if fact in self.named else None

    def choice(self, name: str, word: str) -> str:
        """What a word of a choice or set is called.

        The id of an entry, such as an exercise, is called by its title. A word without a label, of
        a fact that an app added, stands for itself.
        """
        known = self.named.get(name)
        if known is None:
            return spaced(word)
        entry = getattr(self.knowledge, known.ids_of).get(word) if known.ids_of else None
        return self.inside(entry.title) if entry else known.naming.words.get(word, spaced(word))

    def ticked(self, name: str, word: str) -> str:
        """A word of a set that somebody has ticked, as it stands alone.

        >>> from backfat_rules.wording import shipped_reader
        >>> shipped_reader().ticked("pain_sites", "neck")
        'neck pain'
        """
        said, naming = self.choice(name, word), self.named[name].naming
        return (naming.ticked and naming.ticked.fill({"word": said})) or said

    def truth(self, name: str, holds: bool) -> str:
        """A yes-or-no fact as a statement.

        >>> from backfat_rules.wording import shipped_reader
        >>> shipped_reader().truth("skips_meals", False)
        'you do not often skip meals'
        """
        naming = self.named[name].naming
        said = naming.if_yes if holds else naming.if_no
        if said is not None:
            return said
        label = self.named[name].label
        return self.say("own-yes", label=label) if holds else self.say("own-no", label=label)


def _spoken(fact: Fact, naming: Naming, units: UnitSystem) -> Spoken:
    return Spoken(
        label=naming.label or fact.label,
        naming=naming,
        unit="" if fact.is_scale else fact.unit,
        question=naming.asked_in.get(units) or naming.question or fact.question_in(units),
        ids_of=fact.ids_of,
        around=fact.around,
    )
