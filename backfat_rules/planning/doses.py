"""How much: computed from the person's own numbers, or a plain default; never invented."""

from __future__ import annotations

from collections.abc import Mapping

from backfat_rules.inference import Derivation
from backfat_rules.knowledge import KnowledgeBase
from backfat_rules.knowledge.rules import DoseRule
from backfat_rules.language import Range, is_exact
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
        exact = {name for name, value in derivation.known.items() if is_exact(value)}
        asks = dict.fromkeys(
            fact
            for name in rule.text.names
            if name not in words
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
        if fact in words and fact in derivation.facts
    }
    basis = ", ".join(
        fact_text(knowledge.facts[name], derivation.known[name], words[name]) for name in inputs
    )
    return Dose(text=text, numbers=numbers, inputs=inputs, basis=basis, personal=bool(amounts))
