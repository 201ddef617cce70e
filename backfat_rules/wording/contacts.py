"""Whom to call: emergency messages end with a sentence for the person's country."""

from __future__ import annotations

from backfat_rules.errors import BackfatRulesError
from backfat_rules.knowledge import KnowledgeBase
from backfat_rules.knowledge.whom_to_call import Contact
from backfat_rules.plain import shown_value

NEUTRAL = "neutral"
"""The entry of the knowledge base that holds where no country is given."""


def contact_for(country: str | None, knowledge: KnowledgeBase) -> Contact | None:
    """Whom to call in a country; without one the neutral entry, if the knowledge base has it.

    Raises:
        BackfatRulesError: the knowledge base has no numbers for the country.
    """
    known = knowledge.contacts
    if country is None:
        return known.get(NEUTRAL)
    if country.lower() not in known:
        listed = ", ".join(known) or "none"
        raise BackfatRulesError(
            f"There are no emergency numbers for {shown_value(country)}; known: {listed}."
        )
    return known[country.lower()]
