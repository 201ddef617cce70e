"""Facts as JSON has them, and back: sets are sorted lists, ranges their ends under one key."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated, Any, TypeAlias

from pydantic import AfterValidator

from backfat_rules.frozen import FrozenDict
from backfat_rules.language import Facts, Range, Value
from backfat_rules.profile.ranges import RANGES

RangeJson = Annotated[Mapping[str, float], AfterValidator(FrozenDict)]
"""The ends of a number that is known only as a range, such as ``{"at_least": 5, "below": 7}``."""

FactJson: TypeAlias = bool | int | float | str | tuple[str, ...] | RangeJson
RangesJson = Annotated[Mapping[str, RangeJson], AfterValidator(FrozenDict)]
ToldFacts = Annotated[Mapping[str, FactJson | RangesJson], AfterValidator(FrozenDict)]
"""Facts as a profile takes them, read-only: ranges stand together, under ``ranges``."""


def as_json(value: Value) -> FactJson:
    """A value as JSON shows it: sets as sorted lists, ranges as their ends."""
    if isinstance(value, frozenset):
        return tuple(sorted(value))
    if isinstance(value, Range):
        return FrozenDict(value.ends)
    assert value is not None
    return value


def answers_of(facts: Facts) -> Mapping[str, Any]:
    """Facts as plans and decisions hold them and a profile takes them, in the order of names."""
    ranges = {name: value for name, value in facts.items() if isinstance(value, Range)}
    shown: dict[str, Any] = {n: as_json(facts[n]) for n in facts.keys() - ranges.keys()}
    if ranges:
        shown[RANGES] = FrozenDict({name: as_json(ranges[name]) for name in sorted(ranges)})
    return FrozenDict({name: shown[name] for name in sorted(shown)})


def by_name(answers: Mapping[str, Any]) -> dict[str, FactJson]:
    """The facts of a plan by name, ranges among them."""
    told = dict(answers)
    told.update(told.pop(RANGES, {}))
    return told


def value_of(shown: Any) -> Value:
    """A value out of JSON as conditions take it."""
    if isinstance(shown, Mapping):
        return Range(**shown)
    return frozenset(shown) if isinstance(shown, (tuple, list)) else shown
