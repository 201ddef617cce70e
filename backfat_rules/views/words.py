"""The fixed words around a plan's own texts."""

from __future__ import annotations

from collections.abc import Mapping

from backfat_rules.knowledge.gates import GateName
from backfat_rules.planning import PlanContent
from backfat_rules.planning.plan import Message, Recommendation

GATE_LINES: Mapping[GateName, str] = {
    "proceed": "You can start.",
    "insufficient_data": "A few more answers are needed for a plan of your own.",
    "modify": "You can start; some things are left out or changed for your safety.",
    "clarify": "Some answers do not fit together; please check them.",
    "refer_first": "See a professional first; until then, only gentle habits.",
    "urgent": "See a doctor soon; no plan until then.",
    "emergency": "Get help now.",
}

MESSAGE_TITLES: Mapping[str, str] = {
    "screening": "First of all",
    "guidance": "What holds for most adults",
    "keep_going": "Keep going",
    "expectation": "What to expect",
    "myth": "Myths",
    "faq": "Questions people ask",
}

SAID_FIRST = ("screening", "guidance")
"""The kinds of messages that stand above the recommendations."""

SAID_BELOW = ("keep_going", "expectation", "myth", "faq")
"""The kinds that stand below them, so that nothing buries what to do."""

EVIDENCE: Mapping[str, str] = {
    "supported": "well supported",
    "plausible": "plausible",
    "contested": "contested",
    "unsupported": "not supported",
}


def messages_of(plan: PlanContent, kind: str) -> list[Message]:
    """The plan's messages of one kind, in the order in which they are said."""
    return [message for message in plan.messages if message.kind == kind]


def source_ids(recommendation: Recommendation) -> str:
    """The references of a recommendation in one line, then how many claims of the guides."""
    references = [each.id for each in recommendation.sources if each.kind == "reference"]
    claims = sum(each.kind == "claim" for each in recommendation.sources)
    told = f"{claims} claim{'s' if claims != 1 else ''} of the guides" if claims else ""
    return "; ".join(part for part in (", ".join(references), told) if part)


def left_out(plan: PlanContent) -> Mapping[str, list[str]]:
    """The titles of what is withheld, by the reason that they share and what to do instead."""
    titles: dict[str, list[str]] = {}
    for each in plan.withheld:
        instead = f" Instead: {each.instead}" if each.instead else ""
        titles.setdefault(f"{each.reason}{instead}", []).append(each.title)
    return titles
