"""What text and HTML share: which messages come first, and lines made of several fields."""

from __future__ import annotations

from collections.abc import Mapping

from backfat_rules.planning import PlanContent
from backfat_rules.planning.plan_content import Message, Recommendation
from backfat_rules.wording import Reader

SAID_FIRST = ("screening", "guidance")
"""The kinds of messages that stand above the recommendations."""

SAID_BELOW = ("keep_going", "expectation", "myth", "faq")
"""The kinds that stand below them, so that nothing buries what to do."""


def messages_of(plan: PlanContent, kind: str) -> list[Message]:
    """The plan's messages of one kind, in the order in which they are said."""
    return [message for message in plan.messages if message.kind == kind]


def evidence_line(recommendation: Recommendation, reader: Reader) -> str:
    """How sure it is, its references, and how many claims of the guides it stands on."""
    references = [each.id for each in recommendation.sources if each.kind == "reference"]
    claims = sum(each.kind == "claim" for each in recommendation.sources)
    told = reader.say("claims-of-the-guides", number=claims) if claims else ""
    listed = reader.chained(references, "list-comma")
    sources = reader.chained(filter(None, (listed, told)), "list-semicolon")
    return reader.chained(
        (reader.word("verdicts", recommendation.evidence), sources), "list-semicolon"
    )


def left_out(plan: PlanContent, reader: Reader) -> Mapping[str, list[str]]:
    """The titles of what is withheld, by the reason that they share and what to do instead."""
    titles: dict[str, dict[str, None]] = {}
    for each in plan.withheld:
        instead = f" {reader.say('instead', instead=each.instead)}" if each.instead else ""
        titles.setdefault(f"{each.reason}{instead}", {})[each.title] = None
    return {reason: [*each] for reason, each in titles.items()}
