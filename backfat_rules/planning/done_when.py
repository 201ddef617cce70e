"""What ends a recommendation: the conditions that made it fire, turned round, in words."""

from __future__ import annotations

from backfat_rules.inference import Derivation, Firing
from backfat_rules.knowledge import KnowledgeBase
from backfat_rules.language.tree import Name
from backfat_rules.planning.wording import condition_text, named


def done_when(id: str, derivation: Derivation, knowledge: KnowledgeBase) -> str | None:
    """When the recommendation goes away; None where that has no plain words."""
    ends = [
        text
        for firing in derivation.firings_of(id)
        if (text := _end_of(firing, derivation, knowledge)) is not None
    ]
    return f"When {' and '.join(dict.fromkeys(ends))}." if ends else None


def _end_of(firing: Firing, derivation: Derivation, knowledge: KnowledgeBase) -> str | None:
    """What makes the parts that decided a firing turn over; findings by their own rules."""
    ends: list[str] = []
    for part in firing.because:
        if isinstance(part.leaf, Name) and part.leaf.name in knowledge.findings:
            below = [
                text
                for each in derivation.firings_of(part.leaf.name)
                if (text := _end_of(each, derivation, knowledge)) is not None
            ]
            ends += [" and ".join(dict.fromkeys(below))] if below else []
        else:
            text = condition_text(part.leaf, part.value is not True, named(knowledge))
            ends += [text] if text is not None else []
    return " or ".join(dict.fromkeys(ends)) or None
