"""Conditions and formulas as fields of the knowledge models: read once, when loaded."""

from __future__ import annotations

from abc import ABC, abstractmethod
from dataclasses import dataclass, field
from typing import Any, ClassVar, Self

from pydantic import GetCoreSchemaHandler
from pydantic_core import CoreSchema, PydanticCustomError, core_schema

from backfat_rules.brief import Brief
from backfat_rules.errors import LanguageError
from backfat_rules.language import Expression, parse


class ReadText(Brief, ABC):
    """A field that is text in YAML and JSON, and what was read from it in Python."""

    __slots__ = ()
    accepted: ClassVar[CoreSchema] = core_schema.str_schema()

    @abstractmethod
    def as_written(self) -> str:
        """The text as it stands in the YAML."""

    @classmethod
    @abstractmethod
    def read(cls, given: Any) -> Self:
        """Read the text; a mistake in it is a validation error."""

    @classmethod
    def __get_pydantic_core_schema__(
        cls, source: type[Any], handler: GetCoreSchemaHandler
    ) -> CoreSchema:
        """Read on the way in, text on the way out."""
        return core_schema.no_info_plain_validator_function(
            cls.read,
            json_schema_input_schema=cls.accepted,
            serialization=core_schema.plain_serializer_function_ser_schema(ReadText.as_written),
        )


@dataclass(frozen=True, slots=True, repr=False)
class Formula(ReadText):
    """A condition or formula: the author's text, and the tree that runs.

    A text that cannot be read is a validation error that carries the offset of the mistake.
    """

    shown_by: ClassVar[tuple[str, ...]] = ("text",)

    text: str
    tree: Expression = field(compare=False, repr=False)
    accepted: ClassVar[CoreSchema] = core_schema.union_schema(
        [core_schema.str_schema(), core_schema.float_schema()]
    )

    def as_written(self) -> str:
        """The text as it stands in the YAML."""
        return self.text

    @classmethod
    def read(cls, given: Any) -> Formula:
        """Parse a text; a bare true or false in YAML is refused with a reason."""
        if isinstance(given, Formula):
            return given
        if isinstance(given, (int, float)) and not isinstance(given, bool):
            given = repr(given)  # severity: 0.8
        if not isinstance(given, str):
            raise PydanticCustomError("not-text", "a condition is text, and this is not.")
        try:
            return cls(given, parse(given))
        except LanguageError as error:
            details = {"offset": error.offset, "remedy": error.remedy, "message": error.message}
            raise PydanticCustomError("unreadable", "{message}", details) from None
