"""The base of every group of facts: what all facts have in common."""

from __future__ import annotations

from pydantic import BaseModel, ConfigDict


class FactArea(BaseModel):
    """Facts are strict (no silent "7" to 7), frozen, finite and never of an unknown name."""

    model_config = ConfigDict(
        strict=True,
        extra="forbid",
        frozen=True,
        allow_inf_nan=False,
        validate_default=False,
        defer_build=True,
    )
