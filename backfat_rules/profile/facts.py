"""The facts of a profile, read off the fields of its model."""

from __future__ import annotations

import functools
from collections.abc import Iterator, Mapping
from types import NoneType, UnionType
from typing import Annotated, Any, Literal, Union, get_args, get_origin

from pydantic import BaseModel
from pydantic.fields import FieldInfo

from backfat_rules.frozen import FrozenDict
from backfat_rules.language.types import NUMBER, TRUTH, Type, choice_of, set_of
from backfat_rules.profile.fact import Fact
from backfat_rules.profile.fields import FACT


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
    return Fact(
        name=name,
        type=fact_type,
        own_label=field.title or "",
        unit=about.get("unit", ""),
        low=about.get("low", _limit(limits, "ge")),
        high=about.get("high", _limit(limits, "le")),
        own_question=field.description or "",
        area=about.get("area") or _area(model, name),
        slips=tuple(about.get("slips", {}).items()),
        whole=plain is int,
        words=_words(plain),
        changeable=about.get("changeable", True),
        step=about.get("step"),
        ids_of=about.get("ids_of", ""),
        around=about.get("around", False),
        own_asked_in=tuple(about.get("asked_in", {}).items()),
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
