"""How much, as numbers: from the person's own facts, or none; never invented."""

from __future__ import annotations

from collections.abc import Container, Mapping
from dataclasses import dataclass, field
from typing import Annotated, ClassVar

from pydantic import AfterValidator

from backfat_rules.brief import Brief
from backfat_rules.frozen import FrozenDict
from backfat_rules.inference import Derivation
from backfat_rules.knowledge import KnowledgeBase
from backfat_rules.knowledge.rules import DoseRule
from backfat_rules.language import Facts
from backfat_rules.language.range import is_exact, is_number
from backfat_rules.reading_back import OnlyItsFields


@dataclass(frozen=True, slots=True, repr=False)
class DoseNumbers(Brief, OnlyItsFields):
    """The numbers of a dose; without any, the plain default of the knowledge base holds.

    Attributes:
        numbers: the computed numbers in it, exact, by name.
        inputs: the names of the facts that they were computed from.
        asks: facts that would make the dose personal.
    """

    numbers: Annotated[Mapping[str, float], AfterValidator(FrozenDict)] = field(
        default_factory=FrozenDict
    )
    inputs: tuple[str, ...] = ()
    asks: tuple[str, ...] = ()
    personal: bool = False

    shown_by: ClassVar[tuple[str, ...]] = ("personal", "numbers", "inputs", "asks")


_WITHOUT_NUMBERS = DoseNumbers()


def dose_numbers(
    rule: DoseRule | None, derivation: Derivation, knowledge: KnowledgeBase, shown: Container[str]
) -> DoseNumbers | None:
    """The dose of a recommendation for this person; ``shown`` are the names that are not hidden."""
    if rule is None:
        return None
    if not rule.text.names:
        return _WITHOUT_NUMBERS
    known, links = derivation.known, knowledge.links
    if asks_for_nothing(rule, known, knowledge):
        return _WITHOUT_NUMBERS
    missing = [name for name in rule.text.names if name not in shown]
    if missing:
        ranges = {name for name, value in derivation.facts.items() if not is_exact(value)}
        exact = known.keys() - ranges if ranges else known.keys()
        asks = (fact for name in missing for fact in links.facts_below(name, exact))
        return DoseNumbers(asks=tuple(dict.fromkeys(asks)))
    amounts = {name: known[name] for name in sorted(rule.text.names) if is_number(known[name])}
    numbers = {n: float(v) for n, v in amounts.items() if isinstance(v, (int, float))}
    below = (fact for name in amounts for fact in links.facts_below(name))
    inputs = tuple(dict.fromkeys(fact for fact in below if fact in shown))
    return DoseNumbers(FrozenDict(numbers), inputs, personal=bool(amounts))


def asks_for_nothing(rule: DoseRule, known: Facts, knowledge: KnowledgeBase) -> bool:
    """Whether a computed number of a dose would be shown as 0, so that its default is said."""
    numbers = ((knowledge.values.get(name), known.get(name)) for name in rule.text.names)
    return any(
        value is not None and isinstance(number, (int, float)) and value.is_shown_as_nothing(number)
        for value, number in numbers
    )
