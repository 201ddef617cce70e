"""How much: computed from the person's own numbers, or a plain default; never invented."""

from __future__ import annotations

from collections.abc import Mapping

from backfat_rules.inference import Derivation
from backfat_rules.knowledge import KnowledgeBase
from backfat_rules.knowledge.rules import DoseRule
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
            for fact in knowledge.links.facts_below(name, known=derivation.known)
        )
        return Dose(text=rule.default, asks=tuple(asks))
    numbers = {
        name: float(value)
        for name in sorted(rule.text.names)
        if isinstance(value := derivation.known[name], (int, float))
    }
    inputs = {
        fact: as_json(derivation.known[fact])
        for name in numbers
        for fact in knowledge.links.facts_below(name)
        if fact in words and fact in derivation.facts
    }
    basis = ", ".join(
        fact_text(knowledge.facts[name], derivation.known[name], words[name]) for name in inputs
    )
    return Dose(text=text, numbers=numbers, inputs=inputs, basis=basis, personal=bool(numbers))
