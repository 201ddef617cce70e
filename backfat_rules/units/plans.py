"""The texts of a plan in other units; its data stay metric."""

from __future__ import annotations

from typing import Any, TypeVar

from pydantic import BaseModel

from backfat_rules.units.systems import UnitSystem, must_be_a_system
from backfat_rules.units.texts import convert_text

M = TypeVar("M", bound=BaseModel)

KEPT = frozenset(
    {
        *("id", "rule", "fact", "recommendation", "because", "instead_of", "asks"),
        *("kind", "area", "topic", "gate", "verdict", "evidence", "choices"),
        *("schema_version", "library_version", "knowledge_version"),
        *("facts", "numbers", "unit", "doi", "sources"),
    }
)
"""Fields that are no texts of the plan: ids, words of fixed lists, versions, data, citations."""


def in_units(model: M, system: UnitSystem) -> M:
    """The same model, its texts with amounts in the units of a system.

    Raises:
        BackfatRulesError: there is no such system; or pint, which is needed, is not installed.
    """
    must_be_a_system(system)
    return model if system == "metric" else _model(model, system)


def _model(model: M, system: UnitSystem) -> M:
    changed: dict[str, Any] = {}
    for name in type(model).model_fields:
        if name not in KEPT:
            value = getattr(model, name)
            shown = _value(value, system)
            if shown is not value:
                changed[name] = shown
    return model.model_copy(update=changed) if changed else model


def _value(value: Any, system: UnitSystem) -> Any:
    match value:
        case str():
            shown = convert_text(value, system)
            return value if shown == value else shown
        case tuple():
            several = tuple(_value(each, system) for each in value)
            same = all(new is old for new, old in zip(several, value, strict=True))
            return value if same else several
        case BaseModel():
            return _model(value, system)
    return value
