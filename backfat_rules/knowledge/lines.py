"""Lines: the sentences of advice, each with whom it is for and what it asks for."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Annotated, Any

from pydantic import AfterValidator, BeforeValidator, Field, GetJsonSchemaHandler, model_validator
from pydantic.json_schema import JsonSchemaValue
from pydantic_core import CoreSchema, PydanticCustomError

from backfat_rules.errors import Location
from backfat_rules.knowledge.entry import FilePart, Identifier
from backfat_rules.knowledge.formula import Formula
from backfat_rules.knowledge.marked_text import Template
from backfat_rules.knowledge.yaml_text import NOWHERE


class Line(FilePart):
    """A sentence or a few; in YAML a plain text, or a mapping where it is not for everybody.

    Attributes:
        text: what it says.
        when: for whom it is: it is shown where this is true or not known.
        tags: what it asks for; it is left out where one of them is blocked.
        foods: the foods that it names; it is left out where one of them does not suit.
        alarm: whether it says when to get help, or what never to do: a page never leaves it out.
    """

    text: Template
    when: Formula | None = None
    tags: tuple[Identifier, ...] = ()
    foods: tuple[Identifier, ...] = ()
    alarm: bool = False

    @property
    def for_everybody(self) -> bool:
        """Whether nothing about a person can leave it out."""
        return self.when is None and not self.tags and not self.foods

    @model_validator(mode="before")
    @classmethod
    def _plain_text(cls, data: Any) -> Any:
        return data if isinstance(data, dict | Line) else {"text": data}

    @classmethod
    def __get_pydantic_json_schema__(
        cls, schema: CoreSchema, handler: GetJsonSchemaHandler
    ) -> JsonSchemaValue:
        """A text, or a mapping."""
        return {"anyOf": [{"type": "string", "minLength": 1}, handler(schema)]}


class _TextOrLines:
    """The JSON schema of a passage: one text, or a list of lines."""

    def __get_pydantic_json_schema__(
        self, schema: CoreSchema, handler: GetJsonSchemaHandler
    ) -> JsonSchemaValue:
        return {"anyOf": [{"type": "string", "minLength": 1}, handler(schema)]}


def _as_list(given: Any) -> Any:
    return given if isinstance(given, list | tuple) else [given]


def _begun(lines: tuple[Line, ...]) -> tuple[Line, ...]:
    """The lines, if the first is for everybody: else some person would be told nothing."""
    if lines and not lines[0].for_everybody:
        raise PydanticCustomError("first-line", "its first sentence is not for everybody")
    return lines


Lines = tuple[Line, ...]
"""A list of which each person sees what is for them."""

Passage = Annotated[
    Lines, Field(min_length=1), BeforeValidator(_as_list), AfterValidator(_begun), _TextOrLines()
]
"""Lines that make one text; the first is for everybody."""


def as_one(lines: Iterable[Line]) -> str:
    """All of it as it is written, whomever each line is for."""
    return " ".join(line.text.text for line in lines)


def names_in_lines(lines: Iterable[Line]) -> tuple[str, ...]:
    """The facts and values that the texts show, each once."""
    return tuple(dict.fromkeys(name for line in lines for name in line.text.names))


def lines_of(part: FilePart) -> Iterator[tuple[Location, Line]]:
    """Every line of an entry, with its place."""
    for name in type(part).model_fields:
        value = getattr(part, name)
        for line in value if isinstance(value, tuple) else ():
            if isinstance(line, Line):
                yield part.place.of(name) if line.place is NOWHERE else line.place.at, line
