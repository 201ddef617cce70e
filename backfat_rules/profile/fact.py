"""One thing that a person can tell: what rules, questions and tables need to know of it."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import ClassVar, TypeAlias

from backfat_rules.brief import Brief
from backfat_rules.language.types import Type
from backfat_rules.profile.shipped_words import FactWords, shipped_words
from backfat_rules.units import UnitSystem

FactValue: TypeAlias = bool | int | float | str | frozenset[str]


@dataclass(frozen=True, slots=True, repr=False)
class Fact(Brief):
    """One thing that a person can tell.

    A fact of the library is called and asked for in the words of the shipped knowledge, which are
    read when the first of them is needed; an app declares those of its own facts.

    Attributes:
        name: the field's name in the profile.
        type: its type in the condition language.
        own_label: the label, where the profile itself declares it.
        unit: the unit of a number, or its scale such as ``0-10``; empty for other types.
        low: the smallest allowed number; None where there is no limit.
        high: the largest allowed number; None where there is no limit.
        own_question: how a person is asked for it, where the profile itself says so.
        area: the group it belongs to (body, sleep, stress ...), or ``app`` if an app added it.
        slips: units often typed by mistake, each with the factor that turns it into ``unit``.
        whole: whether only whole numbers are allowed.
        words: the allowed words in the order in which they are declared; empty if any are.
        changeable: whether a person can set out to change it; age, history and circumstances such
            as the hours of work are not.
        step: a change of a number that is realistic to make at once, in ``unit``; None: any.
        ids_of: the collection of a knowledge base whose ids are the words; empty for other words.
        around: whether a length goes around something, and so is never said in feet.
        own_asked_in: that question in other systems of units, where it names a unit.
    """

    shown_by: ClassVar[tuple[str, ...]] = ("area", "unit", "name")

    name: str
    type: Type
    own_label: str = ""
    unit: str = ""
    low: float | None = None
    high: float | None = None
    own_question: str = ""
    area: str = "app"
    slips: tuple[tuple[str, float], ...] = ()
    whole: bool = False
    words: tuple[str, ...] = ()
    changeable: bool = True
    step: float | None = None
    ids_of: str = ""
    around: bool = False
    own_asked_in: tuple[tuple[UnitSystem, str], ...] = ()

    @property
    def label(self) -> str:
        """A short noun phrase; for yes or no, what completes "you ...".

        >>> from backfat_rules.language import NUMBER
        >>> Fact(name="sleep_hours", type=NUMBER).label, Fact(name="dog_walks", type=NUMBER).label
        ('sleep', 'dog walks')
        """
        return self.own_label or self._shipped.label or spaced(self.name)

    @property
    def question(self) -> str:
        """How a person is asked for it, in metric units."""
        return self.question_in("metric")

    def question_in(self, units: UnitSystem) -> str:
        """How somebody is asked who uses these units."""
        question = self.own_question or self._shipped.question or f"{self.label.capitalize()}?"
        return self.asked_in.get(units, question)

    @property
    def asked_in(self) -> Mapping[UnitSystem, str]:
        """The question in other systems of units, where it names a unit."""
        return dict(self.own_asked_in) if self.own_question else self._shipped.asked_in

    @property
    def _shipped(self) -> FactWords:
        return shipped_words().get(self.name, FactWords())

    @property
    def is_scale(self) -> bool:
        """Whether the unit is only the scale that the number is on, such as ``0-10``."""
        return re.fullmatch(r"\d+-\d+", self.unit) is not None

    def with_unit(self, shown: str) -> str:
        """A number with the unit, for errors; a scale has no unit, nor has a word.

        >>> from backfat_rules.language import NUMBER
        >>> Fact(name="pain", type=NUMBER, unit="0-10").with_unit("4")
        '4'
        >>> Fact(name="sleep", type=NUMBER, unit="h").with_unit("7")
        '7 h'
        """
        return shown if self.is_scale else f"{shown} {self.unit}".rstrip()


def spaced(id: str, sign: str = "_") -> str:
    """An id as words: what has no label, such as a fact or a word that an app added.

    >>> spaced("late_heavy_meals"), spaced("sleep-longer", "-")
    ('late heavy meals', 'sleep longer')
    """
    return id.replace(sign, " ")
