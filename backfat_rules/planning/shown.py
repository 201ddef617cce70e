"""The base of everything that a plan holds or answers: frozen, ready for JSON, short when shown."""

from __future__ import annotations

from typing import Any, ClassVar, Self

from pydantic import BaseModel

from backfat_rules.brief import Brief
from backfat_rules.read_only import ReadOnly


class Shown(Brief, ReadOnly, BaseModel, frozen=True, extra="forbid", defer_build=True):
    """A frozen part of a plan; ``frozen`` stands at each class, where type checkers look for it."""

    shown_by: ClassVar[tuple[str, ...]] = ("id", "title")

    @classmethod
    def made(cls, **fields: Any) -> Self:
        """What the library itself has put together, all fields in their order: nothing to check."""
        part = cls.__new__(cls)
        put = object.__setattr__
        put(part, "__dict__", fields)
        put(part, "__pydantic_fields_set__", set(fields))
        put(part, "__pydantic_extra__", None)
        put(part, "__pydantic_private__", None)
        return part
