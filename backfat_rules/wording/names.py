"""Facts and values in words: what they are called, and what they come to."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any, TypeGuard

from backfat_rules.frozen import FrozenDict
from backfat_rules.knowledge import KnowledgeBase
from backfat_rules.knowledge.sentences import Naming, PluralName
from backfat_rules.knowledge.vocabulary import Vocabulary
from backfat_rules.language import Range, Value
from backfat_rules.language.range import is_number
from backfat_rules.profile import Fact, spaced
from backfat_rules.units import CONVERTED, Amount, UnitSystem
from backfat_rules.wording.numbers import plural_of, rounded
from backfat_rules.wording.speech import Speech

_OPEN_RANGE = {
    "at_least": "range-at-least",
    "above": "range-above",
    "at_most": "range-at-most",
    "below": "range-below",
}
"""The sentence for a range that is open at one side, by the end that it has."""


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

    def value(self, name: str, value: Value | Collection[str] | Mapping[str, float]) -> str:
        """What a fact or value comes to, exactly and without its unit.

        >>> from backfat_rules.wording import shipped_reader
        >>> shipped_reader().value("pain_sites", {"lower_back", "neck"})
        'lower back and neck'
        """
        match value:
            case bool():
                return self.say("yes") if value else self.say("no")
            case int() | float():
                return self.number(value)
            case str():
                return self.choice(name, value)
            case None:
                return self.say("not-told")
            case Range():
                return self.range(value)
            case Mapping():
                return self.range(Range(**value))
        words = self.listed(self.choice(name, word) for word in sorted(value))
        return words or self.say("none-of-a-list")

    def range(self, told: Range) -> str:
        """A number that is known only to lie between two ends.

        >>> from backfat_rules.language import Range
        >>> from backfat_rules.wording import shipped_reader
        >>> reader = shipped_reader()
        >>> reader.range(Range(at_least=5, below=7)), reader.range(Range(below=7))
        ('5 to 7', 'less than 7')
        """
        ends = {name: self.number(end) for name, end in told.ends.items()}
        if len(ends) == 1:
            name, number = next(iter(ends.items()))
            return self.say(_OPEN_RANGE[name], number=number)
        low, high = ends.values()
        return low if low == high else self.say("from-to", low=low, high=high)

    def changed(self, name: str, before: Any, after: Any) -> str:
        """From one value of a fact to another, with its label and unit.

        >>> from backfat_rules.wording import shipped_reader
        >>> shipped_reader().changed("water_l_per_day", 1.2, 2)
        'daily water: 1.2 to 2 L'
        """
        label, unit = self.label(name), self.named[name].measured_in
        if unit and self.units != "metric" and is_exact_number(before) and is_exact_number(after):
            both = Amount((before, after), unit, "", around=self.named[name].around)
            text = self._with_rest(name, both.text(self.units))
            return self.say("label-and-text", label=label, text=text)
        ranges = isinstance(before, Range)
        old = self.amount(name, before) if ranges and unit else self.value(name, before)
        id = "from-range-to-after" if ranges else "from-before-to-after"
        return self.say(id, label=label, before=old, after=self.amount(name, after))

    def shown(self, name: str, value: Value) -> str:
        """The same as texts show it, computed numbers in steps that can be used.

        An amount that other systems of units say otherwise stands with its unit.
        """
        usable = self._usable(name, value)
        if is_number(usable) and not isinstance(usable, bool) and name in self.named:
            unit = self.named[name].measured_in
            if unit:
                return self._measured(name, usable, unit)
        return self.value(name, usable)

    def _measured(self, name: str, number: float | Range, unit: str) -> str:
        """A number with a unit of the metric system, in the units of the reader."""
        numbers = tuple(number.ends.values()) if isinstance(number, Range) else (number,)
        said = self.range(number) if isinstance(number, Range) else self.number(number)
        metric = self.say("amount", number=said, unit=unit)
        if self.units == "metric":
            return metric
        around = self.named[name].around
        if isinstance(number, Range) and len(numbers) == 1:
            end = Amount(numbers, unit, metric, around=around).text(self.units)
            return self.say(_OPEN_RANGE[next(iter(number.ends))], number=end)
        return Amount(numbers, unit, metric, around=around).text(self.units)

    def _with_rest(self, name: str, measured: str) -> str:
        """An amount with what follows its unit: ``a day`` of "L a day"."""
        rest = self.named[name].unit.partition(" ")[2]
        return self.say("amount", number=measured, unit=rest) if rest else measured

    def amount(self, name: str, value: Value | Collection[str]) -> str:
        """What a fact or value comes to, a number in usable steps and with its unit."""
        usable = self._usable(name, value)
        if isinstance(usable, Range):
            measured_in = self.named[name].measured_in if name in self.named else ""
            if measured_in and self.units != "metric":
                return self._with_rest(name, self._measured(name, usable, measured_in))
            unit = self.unit(name, usable.highest)
            shown = self.range(usable)
            return self.say("amount", number=shown, unit=unit) if unit else shown
        if isinstance(usable, bool) or not isinstance(usable, (int, float)):
            return self.value(name, usable)
        return self.with_unit(name, usable)

    def _usable(self, name: str, value: Any) -> Any:
        if isinstance(value, bool) or not isinstance(value, (int, float)):
            return value
        return rounded(value, self.named[name].step if name in self.named else None)

    def with_unit(self, name: str, number: float) -> str:
        """A number with the unit of a fact or value; a scale has none.

        >>> from backfat_rules.wording import shipped_reader
        >>> reader = shipped_reader()
        >>> reader.with_unit("steps_per_day", 4000), reader.with_unit("pain_weeks", 1)
        ('4,000 a day', '1 week')
        """
        measured_in = self.named[name].measured_in
        if measured_in and self.units != "metric":
            return self._with_rest(name, self._measured(name, number, measured_in))
        unit = self.unit(name, number)
        shown = self.number(number)
        return self.say("amount", number=shown, unit=unit) if unit else shown

    def unit(self, name: str, number: float) -> str:
        """The unit of a fact or value in the form that a number takes."""
        known = self.named[name]
        forms: Mapping[PluralName, str] = known.naming.unit
        if not forms:
            return known.unit
        form = plural_of(rounded(number), self._vocabulary.language)
        return forms.get(form, forms["other"])

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

    def fact(self, name: str, value: Value) -> str:
        """A fact or value with what it comes to, in words.

        >>> from backfat_rules.wording import shipped_reader
        >>> shipped_reader().fact("weight_kg", 90)
        'weight 90 kg'
        """
        if isinstance(value, bool):
            return self.truth(name, value)
        return self.say("label-and-amount", label=self.label(name), amount=self.amount(name, value))


def _spoken(fact: Fact, naming: Naming, units: UnitSystem) -> Spoken:
    return Spoken(
        label=naming.label or fact.label,
        naming=naming,
        unit="" if fact.is_scale else fact.unit,
        question=naming.asked_in.get(units) or naming.question or fact.question_in(units),
        ids_of=fact.ids_of,
        around=fact.around,
    )


def is_exact_number(value: object) -> TypeGuard[float]:
    """Whether a value is one number; yes and no are none."""
    return isinstance(value, (int, float)) and not isinstance(value, bool)
