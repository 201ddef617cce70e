"""How much: computed from the person's own numbers, or a plain default; never invented."""

from __future__ import annotations

from backfat_rules.knowledge.rules import DoseRule
from backfat_rules.language import Range, is_exact
from backfat_rules.language.range import is_number
from backfat_rules.planning.person import Person
from backfat_rules.planning.plan import Dose
from backfat_rules.planning.reasons import as_json


def dose_of(rule: DoseRule | None, person: Person) -> Dose | None:
    """The dose of a recommendation for this person."""
    if rule is None:
        return None
    derivation, knowledge = person.derivation, person.knowledge
    text = person.fill(rule.text)
    if text is None:
        exact = {name for name, value in derivation.known.items() if is_exact(value)}
        asks = dict.fromkeys(
            fact
            for name in rule.text.names
            if not person.shows(name)
            for fact in knowledge.links.facts_below(name, known=exact)
        )
        return Dose(text=rule.default, asks=tuple(asks))
    told = {name: derivation.known[name] for name in sorted(rule.text.names)}
    amounts = {name: value for name, value in told.items() if is_number(value)}
    numbers = {n: float(value) for n, value in amounts.items() if not isinstance(value, Range)}
    inputs = {
        fact: as_json(derivation.known[fact])
        for name in amounts
        for fact in knowledge.links.facts_below(name)
        if person.shows(fact) and fact in derivation.facts
    }
    said = (person.reader.fact(name, derivation.known[name]) for name in inputs)
    basis = person.reader.chained(said, "list-comma")
    return Dose(text=text, numbers=numbers, inputs=inputs, basis=basis, personal=bool(amounts))
