"""Whom to call: emergency messages end with a sentence for the person's country."""

from __future__ import annotations

from typing import TypeVar

from backfat_rules.errors import BackfatRulesError
from backfat_rules.knowledge import KnowledgeBase
from backfat_rules.knowledge.wording import Contact
from backfat_rules.planning.plan import Message, PlanContent
from backfat_rules.units import UnitSystem

PlanType = TypeVar("PlanType", bound=PlanContent)

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
        raise BackfatRulesError(f"There are no emergency numbers for {country!r}; known: {listed}.")
    return known[country.lower()]


def with_contact(
    plan: PlanType, contact: Contact | None, knowledge: KnowledgeBase, units: UnitSystem
) -> PlanType:
    """The same plan; each message of an emergency ends with whom to call."""
    if contact is None or plan.gate != "emergency":
        return plan
    messages = tuple(_ended(message, contact, knowledge, units) for message in plan.messages)
    return plan.model_copy(update={"messages": messages})


def _ended(
    message: Message, contact: Contact, knowledge: KnowledgeBase, units: UnitSystem
) -> Message:
    rule = knowledge.screening.get(message.id)
    if rule is None or rule.gate != "emergency":
        return message
    sentence = contact.instead.get(message.id, contact.says).render(units)
    return message.model_copy(update={"text": f"{message.text} {sentence}"})
