"""How much: computed from the person's own numbers, or a plain default; never invented."""

from __future__ import annotations

from backfat_rules.inference import Derivation
from backfat_rules.knowledge import KnowledgeBase
from backfat_rules.knowledge.rules import Dose as DoseRule
from backfat_rules.language import names_in
from backfat_rules.planning.measured import measured
from backfat_rules.planning.person import Person
from backfat_rules.planning.plan import Dose
from backfat_rules.planning.reasons import as_json
from backfat_rules.planning.wording import truth_text
from backfat_rules.profile import Fact


def dose_of(rule: DoseRule | None, person: Person) -> Dose | None:
    """The dose of a recommendation for this person."""
    if rule is None:
        return None
    derivation, knowledge, words = person.derivation, person.knowledge, person.words
    text = rule.text.fill(words, person.units)
    if text is None:
        asks = dict.fromkeys(
            fact
            for name in rule.text.names
            if name not in words
            for fact in _missing_facts(name, derivation, knowledge)
        )
        return Dose(text=rule.default.render(person.units), asks=tuple(asks))
    numbers = {
        name: float(value)
        for name in sorted(rule.text.names)
        if isinstance(value := derivation.known[name], (int, float))
    }
    inputs = {
        fact: as_json(derivation.known[fact])
        for name in numbers
        for fact in _facts_below(name, derivation, knowledge)
        if fact in words
    }
    basis = ", ".join(_told(knowledge.facts[name], person) for name in inputs)
    return Dose(text=text, numbers=numbers, inputs=inputs, basis=basis, personal=bool(numbers))


def _told(fact: Fact, person: Person) -> str:
    """A told fact in words, such as "weight 90 kg"."""
    value = person.derivation.known[fact.name]
    if isinstance(value, bool):
        return truth_text(fact.label, value)
    return f"{fact.label} {measured(fact, value, person.units)}"


def _missing_facts(name: str, derivation: Derivation, knowledge: KnowledgeBase) -> list[str]:
    """The unanswered facts below a name."""
    if name in derivation.known:
        return []
    if name in knowledge.values:
        names = names_in(knowledge.values[name].formula)
        return [fact for each in names for fact in _missing_facts(each, derivation, knowledge)]
    return [name] if name in knowledge.facts else []


def _facts_below(name: str, derivation: Derivation, knowledge: KnowledgeBase) -> list[str]:
    """The facts that a known number was computed from, each once."""
    if name not in knowledge.values:
        return [name] if name in derivation.facts else []
    names = names_in(knowledge.values[name].formula)
    below = [fact for each in names for fact in _facts_below(each, derivation, knowledge)]
    return list(dict.fromkeys(below))
