"""An app's profile may declare a fact of the library anew; it stays what the rules take it for."""

from __future__ import annotations

import functools
import math
from collections.abc import Iterator
from typing import Any

from pydantic import BaseModel
from pydantic_core import PydanticUndefined

from backfat_rules.errors import BackfatRulesError
from backfat_rules.plain import shown_value
from backfat_rules.profile.fact import Fact
from backfat_rules.profile.facts import facts_of
from backfat_rules.profile.refusal import refused_number


@functools.cache
def must_fit(model: type[BaseModel], library: type[BaseModel]) -> None:
    """Refuse a profile in which a fact of the library means something else.

    Args:
        model: the profile of an app.
        library: the profile that its facts come from.

    Raises:
        BackfatRulesError: with everything that does not fit.
    """
    own, shipped = facts_of(model), facts_of(library)
    faults = [fault for name in shipped for fault in _faults(own.get(name), shipped[name])]
    faults += [fault for fact in own.values() for fault in _default_faults(fact, model)]
    if faults:
        listed = "\n  ".join(faults)
        raise BackfatRulesError(f"The profile {model.__name__} cannot be used:\n  {listed}")


def _faults(own: Fact | None, shipped: Fact) -> Iterator[str]:
    remedy = "Declare a fact of another name."
    if own is shipped:
        return
    if own is None or (own.type.kind, own.whole) != (shipped.type.kind, shipped.whole):
        yield f"{shipped.name} is a fact of the library, of another type. {remedy}"
    elif own.unit != shipped.unit:
        units = f"{own.unit or 'no unit'}, and {shipped.unit or 'none'} in the library"
        yield f"{shipped.name} has {units}. Declare it as there, or under another name."
    elif _low(own) < _low(shipped) or _high(own) > _high(shipped):
        limits = f"{_low(shipped):g} to {_high(shipped):g}"
        yield f"{shipped.name} goes beyond the limits of the library, {limits}. Keep within them."
    elif shipped.words and not (own.words and set(own.words) <= set(shipped.words)):
        more = sorted({*own.words} - {*shipped.words}) or ["any word"]
        yield f"{shipped.name} takes words that no rule knows: {', '.join(more)}. {remedy}"


def _default_faults(fact: Fact, model: type[BaseModel]) -> Iterator[str]:
    """A default is not validated with each profile; it is an answer like any other."""
    default: Any = model.model_fields[fact.name].default
    if default is None or default is PydanticUndefined:
        return
    match fact.type.kind:
        case "number":
            fits = refused_number(fact, default) is None
        case "truth":
            fits = isinstance(default, bool)
        case "choice":
            fits = isinstance(default, str) and (not fact.words or default in fact.words)
        case _:
            fits = isinstance(default, frozenset) and (
                not fact.words or default <= frozenset(fact.words)
            )
    if not fits:
        yield f"{fact.name} has a default that is no answer: {shown_value(default)}."


def _low(fact: Fact) -> float:
    return -math.inf if fact.low is None else fact.low


def _high(fact: Fact) -> float:
    return math.inf if fact.high is None else fact.high
