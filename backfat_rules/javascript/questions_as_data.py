"""What is a reason to ask, and who is not asked for what, as plain data."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from backfat_rules.javascript.conditions_as_data import condition_of
from backfat_rules.knowledge import KnowledgeBase
from backfat_rules.knowledge.policy import NotAsked
from backfat_rules.knowledge.screens import ForSome
from backfat_rules.planning.places import places_of
from backfat_rules.planning.questions import askable

Data = dict[str, Any]


def questions_as_data(knowledge: KnowledgeBase) -> Data:
    """The entries that answers decide, and the facts with whom they are for."""
    places = knowledge.once(places_of)
    return {
        "askable": [
            {"id": entry.id, "gate": gate, "impact": impact}
            for _, entry, gate, impact in knowledge.once(askable)
        ],
        "asks": [{"fact": name, **_for_some(ask)} for name, (ask, _) in places.items()],
        "never_asked": [*knowledge.never_asked],
        "not_asked": _not_asked(knowledge.policy.not_asked),
    }


def _not_asked(rules: Iterable[NotAsked]) -> list[Data]:
    return [{"facts": each.facts, **_for_some(each)} for each in rules]


def _for_some(part: ForSome | NotAsked) -> Data:
    return {"when": condition_of(part.when), "unless": condition_of(part.unless)}
