"""The base of every group of facts: what all facts have in common."""

from __future__ import annotations

from typing import Any

from pydantic import BaseModel, GetJsonSchemaHandler
from pydantic_core import CoreSchema

from backfat_rules.profile.facts import facts_of
from backfat_rules.profile.fields import FACT
from backfat_rules.profile.schema_words import in_words
from backfat_rules.read_only import ReadOnly


class FactArea(
    ReadOnly,
    BaseModel,
    strict=True,
    extra="forbid",
    frozen=True,
    allow_inf_nan=False,
    validate_default=False,
    defer_build=True,
):
    """Facts are strict (no silent "7" to 7), frozen, finite and never of an unknown name."""

    @classmethod
    def __get_pydantic_json_schema__(
        cls, core_schema: CoreSchema, handler: GetJsonSchemaHandler
    ) -> dict[str, Any]:
        """The schema with the words of each fact, which nothing else that checks answers needs."""
        schema = handler(core_schema)
        described = handler.resolve_ref_schema(schema).get("properties", {})
        for name, fact in facts_of(cls).items():
            if name in described:
                about = {**described[name].get(FACT, {}), **in_words(fact)}
                said = {"title": fact.label, "description": fact.question, FACT: about}
                described[name] |= said
        return schema
