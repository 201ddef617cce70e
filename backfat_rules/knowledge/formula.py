"""Conditions, formulas and texts as fields of the knowledge models: read once, when loaded."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Mapping
from dataclasses import dataclass, field
from string import Formatter
from typing import Any, ClassVar, Self

from pydantic import GetCoreSchemaHandler
from pydantic_core import CoreSchema, PydanticCustomError, core_schema

from backfat_rules.errors import LanguageError
from backfat_rules.language import Expression, parse


class _ReadText(ABC):
    """A field that is text in YAML and JSON, and what was read from it in Python."""

    __slots__ = ()
    text: str
    written: ClassVar[CoreSchema] = core_schema.str_schema()

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
            json_schema_input_schema=cls.written,
            serialization=core_schema.plain_serializer_function_ser_schema(lambda each: each.text),
        )


@dataclass(frozen=True, slots=True)
class Formula(_ReadText):
    """A condition or formula: the author's text, and the tree that runs.

    A text that cannot be read is a validation error that carries the offset of the mistake.
    """

    text: str
    tree: Expression = field(compare=False, repr=False)
    written: ClassVar[CoreSchema] = core_schema.union_schema(
        [core_schema.str_schema(), core_schema.float_schema()]
    )

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


@dataclass(frozen=True, slots=True)
class Template(_ReadText):
    """A text with the names of facts and values in braces."""

    text: str
    names: tuple[str, ...] = field(compare=False, repr=False)

    def fill(self, words: Mapping[str, str]) -> str | None:
        """The text with each name replaced; None where one of them is missing."""
        if any(name not in words for name in self.names):
            return None
        return self.text.format_map(words)

    @classmethod
    def read(cls, given: Any) -> Template:
        """Find the names in braces; anything but a plain name is refused."""
        if isinstance(given, Template):
            return given
        if not isinstance(given, str) or not given.strip():
            raise PydanticCustomError("not-text", "a text is needed here.")
        try:
            parts = list(Formatter().parse(given))
        except ValueError:
            raise PydanticCustomError("bad-braces", "a brace is not closed.") from None
        names = [name for _, name, _, _ in parts if name is not None]
        if any(
            not name.isidentifier() or spec or how
            for _, name, spec, how in parts
            if name is not None
        ):
            raise PydanticCustomError("bad-braces", "only a plain name can stand in braces.")
        return cls(given, tuple(dict.fromkeys(names)))
