"""Numbers of facts and values with their units, in the units that a reader uses."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TypeGuard

from backfat_rules.knowledge import KnowledgeBase
from backfat_rules.language import Value
from backfat_rules.planning.wording import named, number_text, rounded, value_text
from backfat_rules.profile import Fact
from backfat_rules.units import CONVERTED, Amount, UnitSystem


def slot_text(
    value: Value, fact: Fact | None, units: UnitSystem = "metric", step: float | None = None
) -> str:
    """What a name in braces shows: an amount with its unit, all else as it is.

    Which units are shown is documented for authors in ``knowledge/README.md``.

    >>> from backfat_rules.profile import Profile, facts_of
    >>> facts = facts_of(Profile)
    >>> slot_text(90, facts["weight_kg"]), slot_text(7, facts["sleep_hours"])
    ('90 kg', '7')
    >>> slot_text(90, facts["weight_kg"], "uk")
    '14 st 2 lb'
    """
    if fact is None or not (is_number(value) and unit_of(fact) in CONVERTED):
        return value_text(value, step)
    return amount_of(fact, value, step=step).text(units)


def measured(
    fact: Fact, value: Value, units: UnitSystem = "metric", step: float | None = None
) -> str:
    """A value of a fact with all of its unit, as conditions and explanations show it.

    >>> from backfat_rules.profile import Profile, facts_of
    >>> facts = facts_of(Profile)
    >>> measured(facts["weight_kg"], 90, "us"), measured(facts["sleep_hours"], 7, "us")
    ('198 lb', '7 h')
    """
    if is_number(value) and unit_of(fact) in CONVERTED:
        return f"{amount_of(fact, value, step=step).text(units)} {rest_of(fact)}".rstrip()
    return fact.with_unit(value_text(value, step))


def words_for(
    known: Mapping[str, Value], knowledge: KnowledgeBase, units: UnitSystem = "metric"
) -> dict[str, str]:
    """What each known fact and value shows where a text has its name in braces."""
    facts, values = named(knowledge), knowledge.values
    steps = {name: values[name].round for name in known if name in values}
    return {
        name: slot_text(value, facts.get(name), units, steps.get(name))
        for name, value in known.items()
    }


def change_text(fact: Fact, before: Value, after: Value, units: UnitSystem = "metric") -> str:
    """From one value of a fact to another, with all of its unit.

    >>> from backfat_rules.profile import Profile, facts_of
    >>> water = facts_of(Profile)["water_l_per_day"]
    >>> change_text(water, 1.2, 2), change_text(water, 1.2, 2, "us")
    ('1.2 to 2 L', '41 to 68 fl oz')
    """
    if is_number(before) and is_number(after) and unit_of(fact) in CONVERTED:
        return f"{amount_of(fact, before, after).text(units)} {rest_of(fact)}".rstrip()
    return f"{value_text(before)} to {measured(fact, after, units)}"


def amount_of(fact: Fact, *numbers: float, step: float | None = None) -> Amount:
    """Numbers of a fact as an amount, rounded as they are shown in metric units."""
    unit = unit_of(fact)
    shown = tuple(rounded(number, step) for number in numbers)
    said = " to ".join(number_text(number) for number in shown)
    return Amount(shown, unit, f"{said} {unit}", around=fact.around)


def unit_of(fact: Fact) -> str:
    """What the numbers of a fact count: ``L`` for "L a day"."""
    return fact.unit.partition(" ")[0]


def is_number(value: Value) -> TypeGuard[float]:
    """Whether a value is a number; yes and no are none."""
    return isinstance(value, (int, float)) and not isinstance(value, bool)


def rest_of(fact: Fact) -> str:
    """What follows its unit or number: ``a day`` for "L a day", all of what is not converted."""
    first, _, rest = fact.unit.partition(" ")
    return rest if first in CONVERTED else fact.unit
