"""What speaks for advice is silent where all of that advice is closed, or waits for an OK."""

from __future__ import annotations

from typing import Any

from hypothesis import given, settings

from backfat_rules.planning import Reasoner
from backfat_rules.planning.told import checked_facts
from tests.planning.people import FULL, KNOWLEDGE, people, plan_of

REASONER = Reasoner(KNOWLEDGE, "direct")
SPEAKING = [tag for tag in KNOWLEDGE.tags.values() if tag.speaks_for]


def said_without_advice(told: dict[str, Any]) -> list[str]:
    """The messages, values and sentences that speak for advice which is wholly withheld."""
    person = REASONER.telling(checked_facts(told, KNOWLEDGE))
    plan = plan_of(told)
    text = " ".join(each.text for each in plan.messages)
    shown = [*(each.id for each in plan.messages), *(each.id for each in plan.values)]
    found = []
    for tag in SPEAKING:
        if not person.taken_out.issuperset(tag.speaks_for):
            continue
        for id in shown:
            entry = KNOWLEDGE.messages.get(id) or KNOWLEDGE.values.get(id)
            if entry is not None and tag.id in entry.tags:
                found.append(id)
        for message in KNOWLEDGE.messages.values():
            lines = [line for line in message.text if tag.id in line.tags and not line.text.names]
            found += [line.text.text for line in lines if line.text.text in text]
    return found


@settings(max_examples=FULL)
@given(people("conditions", "goals", "weight_kg", "height_cm", "medical_clearance"))
def test_nothing_speaks_for_advice_that_is_withheld(told: dict[str, Any]) -> None:
    """Nobody reads how fast to lose weight in a plan that keeps eating less back."""
    assert SPEAKING
    assert said_without_advice({**told, "goals": ["fat_loss"]}) == []
