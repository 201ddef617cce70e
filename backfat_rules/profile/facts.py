"""The facts of a profile as plain data: what rules, questions and tables need to know of them."""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from types import NoneType, UnionType
from typing import Annotated, Any, Literal, TypeAlias, Union, get_args, get_origin

from pydantic import BaseModel
from pydantic.fields import FieldInfo

from backfat_rules.frozen import FrozenDict
from backfat_rules.language.types import NUMBER, TRUTH, Type, choice_of, set_of
from backfat_rules.profile.fields import FACT
from backfat_rules.units import UnitSystem

FactValue: TypeAlias = bool | int | float | str | frozenset[str]


@dataclass(frozen=True, slots=True)
class Fact:
    """One thing that a person can tell.

    Attributes:
        name: the field's name in the profile.
        type: its type in the condition language.
        label: a short noun phrase; for yes or no, what completes "you ...".
        unit: the unit of a number, or its scale such as ``0-10``; empty for other types.
        low: the smallest allowed number; None where there is no limit.
        high: the largest allowed number; None where there is no limit.
        question: how a person is asked for it.
        area: the group it belongs to (body, sleep, stress ...), or ``app`` if an app added it.
        slips: units often typed by mistake, each with the factor that turns it into ``unit``.
        whole: whether only whole numbers are allowed.
        words: the allowed words in the order in which they are declared; empty if any are.
        changeable: whether a person can set out to change it; age, history and circumstances such
            as the hours of work are not.
        step: a change of a number that is realistic to make at once, in ``unit``; None: any.
        ids_of: the collection of a knowledge base whose ids are the words; empty for other words.
        around: whether a length goes around something, and so is never said in feet.
        asked_in: the question in other systems of units, where it names a unit.
    """

    name: str
    type: Type
    label: str
    unit: str = ""
    low: float | None = None
    high: float | None = None
    question: str = ""
    area: str = "app"
    slips: tuple[tuple[str, float], ...] = ()
    whole: bool = False
    words: tuple[str, ...] = ()
    changeable: bool = True
    step: float | None = None
    ids_of: str = ""
    around: bool = False
    asked_in: tuple[tuple[UnitSystem, str], ...] = ()

    def question_in(self, units: UnitSystem) -> str:
        """How somebody is asked who uses these units."""
        return dict(self.asked_in).get(units, self.question)

    @property
    def is_scale(self) -> bool:
        """Whether the unit is only the scale that the number is on, such as ``0-10``."""
        return re.fullmatch(r"\d+-\d+", self.unit) is not None

    def with_unit(self, shown: str) -> str:
        """A number with the unit, for errors; a scale has no unit, nor has a word.

        >>> Fact(name="pain", type=NUMBER, label="pain", unit="0-10").with_unit("4")
        '4'
        >>> Fact(name="sleep", type=NUMBER, label="sleep", unit="h").with_unit("7")
        '7 h'
        """
        return shown if self.is_scale else f"{shown} {self.unit}".rstrip()


def spaced(id: str, sign: str = "_") -> str:
    """An id as words: what has no label, such as a fact or a word that an app added.

    >>> spaced("late_heavy_meals"), spaced("sleep-longer", "-")
    ('late heavy meals', 'sleep longer')
    """
    return id.replace(sign, " ")


@functools.cache
def facts_of(model: type[BaseModel]) -> Mapping[str, Fact]:
    """Every fact of a profile model by name, in the order of the model's fields.

    Fields of a type that conditions cannot use (a date, a nested model) are not facts.
    """
    found = (_fact(model, name, field) for name, field in model.model_fields.items())
    return FrozenDict({fact.name: fact for fact in found if fact is not None})


def _fact(model: type[BaseModel], name: str, field: FieldInfo) -> Fact | None:
    plain, limits = _unwrapped(field.annotation)
    fact_type = _type_of(plain)
    if fact_type is None:
        return None
    extra = field.json_schema_extra
    about: Any = extra.get(FACT, {}) if isinstance(extra, dict) else {}
    limits = [*field.metadata, *limits]
    label = field.title or spaced(name)
    return Fact(
        name=name,
        type=fact_type,
        label=label,
        unit=about.get("unit", ""),
        low=about.get("low", _limit(limits, "ge")),
        high=about.get("high", _limit(limits, "le")),
        question=field.description or f"{label.capitalize()}?",
        area=_area(model, name),
        slips=tuple(about.get("slips", {}).items()),
        whole=plain is int,
        words=_words(plain),
        changeable=about.get("changeable", True),
        step=about.get("step"),
        ids_of=about.get("ids_of", ""),
        around=about.get("around", False),
        asked_in=tuple(about.get("asked_in", {}).items()),
    )


def _unwrapped(annotation: Any) -> tuple[Any, list[Any]]:
    """The type inside ``Annotated`` and ``| None``, and the limits met on the way to it."""
    origin, inside = get_origin(annotation), get_args(annotation)
    if origin is Annotated:
        plain, limits = _unwrapped(inside[0])
        return plain, [*_flat(inside[1:]), *limits]
    if origin in (Union, UnionType):
        real = [part for part in inside if part is not NoneType]
        if len(real) == 1:
            return _unwrapped(real[0])
        if set(real) == {int, float}:
            return float, []
    return annotation, []


def _flat(metadata: tuple[Any, ...]) -> Iterator[Any]:
    for item in metadata:
        yield from item.metadata if isinstance(item, FieldInfo) else (item,)


def _limit(limits: list[Any], kind: Literal["ge", "le"]) -> float | None:
    return next((getattr(limit, kind) for limit in limits if hasattr(limit, kind)), None)


def _type_of(plain: Any) -> Type | None:
    if plain is bool:
        return TRUTH
    if plain in (int, float):
        return NUMBER
    if _is_word(plain):
        return choice_of(_words(plain) or None)
    if get_origin(plain) is frozenset and _is_word(_unwrapped(get_args(plain)[0])[0]):
        return set_of(_words(plain) or None)
    return None


def _is_word(plain: Any) -> bool:
    if get_origin(plain) is Literal:
        return all(isinstance(word, str) for word in get_args(plain))
    return plain is str


def _words(plain: Any) -> tuple[str, ...]:
    if get_origin(plain) is frozenset:
        plain, _ = _unwrapped(get_args(plain)[0])
    return get_args(plain) if get_origin(plain) is Literal else ()


def _area(model: type[BaseModel], name: str) -> str:
    """The module of this package that first declares the field, or ``app``."""
    for owner in reversed(model.__mro__):
        if issubclass(owner, BaseModel) and name in owner.model_fields:
            package, _, module = owner.__module__.rpartition(".")
            return module if package == __package__ else "app"
    return "app"
