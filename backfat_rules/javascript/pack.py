"""The pack of a knowledge base: everything that decides, as one JavaScript module."""

from __future__ import annotations

import json
from collections.abc import Mapping

from backfat_rules.inference import Program
from backfat_rules.javascript.joining import joined
from backfat_rules.javascript.knowledge_as_data import knowledge_as_data
from backfat_rules.javascript.rules_as_script import (
    deciding_severities,
    inference,
    refuted,
    severities,
    unsuited,
)
from backfat_rules.javascript.type_declarations import type_declarations
from backfat_rules.knowledge import KnowledgeBase

MODULE, TYPES = "backfat_rules.mjs", "backfat_rules.d.mts"

_CALLED = ("language/arithmetic.mjs", "language/comparing.mjs", "advisor.mjs", "refused.mjs")
"""The modules that generated source calls."""

_RULES = ("infer", "severities", "refuted", "unsuited", "decidingSeverities")


def pack_of(knowledge: KnowledgeBase) -> Mapping[str, str]:
    """The files of the pack by their names: a module, and its types.

    ``decide(facts)`` of the module gives what ``Decision.model_dump_json()`` gives. Equal knowledge
    gives equal files, byte for byte.

    >>> from backfat_rules.knowledge import load_knowledge
    >>> sorted(pack_of(load_knowledge()))
    ['backfat_rules.d.mts', 'backfat_rules.mjs']
    """
    return {MODULE: _module(knowledge), TYPES: type_declarations(knowledge)}


def _module(knowledge: KnowledgeBase) -> str:
    program = knowledge.once(Program.of)
    data = json.dumps(knowledge_as_data(knowledge), separators=(",", ":"))
    parts = [
        joined(_CALLED),
        inference(program),
        severities(program),
        refuted(program),
        unsuited(knowledge),
        deciding_severities(knowledge),
        f"const rules = {{ {', '.join(_RULES)} }};",
        f"const packed = new Advisor(JSON.parse({_quoted(data)}), rules);",
        "export const decide = (facts) => packed.decide(facts);\nexport { FactsError };",
    ]
    return "\n\n".join(part.strip("\n") for part in parts) + "\n"


def _quoted(text: str) -> str:
    """A text between single quotes, which JSON has few of; also safe in the script of a page."""
    inside = text.replace("\\", "\\\\").replace("'", "\\'").replace("<", "\\u003c")
    return f"'{inside}'"
