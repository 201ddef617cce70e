"""How much: computed from the person's own numbers, or a plain default; never invented."""

from __future__ import annotations

from collections.abc import Mapping

from backfat_rules.inference import Derivation
from backfat_rules.knowledge import KnowledgeBase
from backfat_rules.knowledge.rules import Dose as DoseRule
from backfat_rules.language import Range, is_exact, names_in
from backfat_rules.language.range import is_number
from backfat_rules.planning.plan import Dose
from backfat_rules.planning.reasons import as_json
from backfat_rules.planning.wording import fact_text


def dose_of(
    rule: DoseRule | None,
    derivation: Derivation,
    knowledge: KnowledgeBase,
    words: Mapping[str, str],
) -> Dose | None:
    """The dose of a recommendation for this person."""
    if rule is None:
        return None
    text = rule.text.fill(words)
    if text is None:
        asks = dict.fromkeys(
            fact
            for name in rule.text.names
            if name not in words
            for fact in _missing_facts(name, derivation, knowledge)
        )
        return Dose(text=rule.default, asks=tuple(asks))
    told = {name: derivation.known[name] for name in sorted(rule.text.names)}
    amounts = {name: value for name, value in told.items() if is_number(value)}
    numbers = {n: float(value) for n, value in amounts.items() if not isinstance(value, Range)}
    inputs = {
        fact: as_json(derivation.known[fact])
        for name in amounts
        for fact in _facts_below(name, derivation, knowledge)
        if fact in words
    }
    basis = ", ".join(
        fact_text(knowledge.facts[name], derivation.known[name], words[name]) for name in inputs
    )
    return Dose(text=text, numbers=numbers, inputs=inputs, basis=basis, personal=bool(amounts))


def _missing_facts(name: str, derivation: Derivation, knowledge: KnowledgeBase) -> list[str]:
    """The facts below a name that are not told exactly."""
    if is_exact(derivation.known.get(name)):
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
