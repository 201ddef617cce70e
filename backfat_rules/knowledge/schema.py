"""One JSON Schema for every knowledge file, so that editors complete and check while typing."""

from __future__ import annotations

from typing import Any

from pydantic import create_model

from backfat_rules.knowledge.file_sections import HEADER, INHERITED, POLICY, SECTIONS


def knowledge_schema() -> dict[str, Any]:
    """The JSON Schema of a knowledge file; ``knowledge/schema.json`` is a copy of it.

    >>> sorted(knowledge_schema()["properties"])[:3]
    ['area', 'assumed_gear', 'axes']
    """
    fields: dict[str, Any] = dict.fromkeys(HEADER, (str, None))
    fields |= {name: (list[model], None) for name, model in SECTIONS.items()}  # type: ignore[valid-type]  # a model is a type
    fields[POLICY[0]] = (POLICY[1], None)
    file = create_model("KnowledgeFile", **fields)
    schema = file.model_json_schema()
    schema["additionalProperties"] = False
    for name, inherited in INHERITED.items():
        entry = schema["$defs"][SECTIONS[name].__name__]
        entry["required"] = [each for each in entry.get("required", []) if each not in inherited]
    return schema
