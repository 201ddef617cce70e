"""The types of the pack for TypeScript: those of the modules, and the facts of the knowledge."""

from __future__ import annotations

from collections.abc import Iterator

from backfat_rules.javascript.joining import text_of
from backfat_rules.knowledge import KnowledgeBase
from backfat_rules.language.javascript import literal
from backfat_rules.profile import Fact

_KINDS = {"number": "number | Range", "truth": "boolean"}


def type_declarations(knowledge: KnowledgeBase) -> str:
    """What stands in ``backfat_rules.d.mts``."""
    fixed = text_of("modules/backfat_rules.d.mts")
    return "\n".join([fixed, *_facts(knowledge)]) + "\n"


def _facts(knowledge: KnowledgeBase) -> Iterator[str]:
    yield "/** What a person told; what is missing or null is not known. */"
    yield "export interface Facts {"
    for name, fact in knowledge.facts.items():
        yield f"  {name}?: {_type_of(fact)} | null;"
    yield "  ranges?: Record<string, Range>;"
    yield "}"


def _type_of(fact: Fact) -> str:
    if fact.type.kind in _KINDS:
        return _KINDS[fact.type.kind]
    word = " | ".join(map(literal, fact.words)) or "string"
    return word if fact.type.kind == "choice" else f"({word})[]"
