"""What was stored and comes back: read whole, or refused in words that say what to do."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from itertools import takewhile
from typing import TYPE_CHECKING, Any, ClassVar, Self, TypeVar

from pydantic import BaseModel, ConfigDict, ValidationError
from pydantic_core import ErrorDetails

from backfat_rules.errors import BackfatRulesError
from backfat_rules.plain import cut, plain
from backfat_rules.read_only import ReadOnly
from backfat_rules.repeated_names import repeated_names
from backfat_rules.version import __version__

Read = TypeVar("Read")

_TYPES = {"bool", "int", "float", "str"}


@dataclass(frozen=True, slots=True)
class StoredKind:
    """A kind of thing that apps store.

    Attributes:
        name: what it is called, such as "plan".
        format: the format that this version writes and reads.
        remedy: what to do with one that cannot be read.
    """

    name: str
    format: str
    remedy: str

    def read(self, read: Callable[[], Read], given: Any) -> Read:
        """What reading gives.

        Args:
            read: reads it, as pydantic does.
            given: what is read: a text of JSON, or data that came from one.

        Raises:
            BackfatRulesError: it is something else, or of a format that this version does not know.
        """
        if twice := repeated_names(given):
            said = f"{plain(cut(twice[0]))} stands in it more than once"
            raise BackfatRulesError(f"This is no stored {self.name}: {said}. {self.remedy}")
        try:
            return read()
        except ValidationError as error:
            raise BackfatRulesError(self._refusal(error, _fields(given))) from None

    def _refusal(self, error: ValidationError, fields: dict[str, Any]) -> str:
        """What is wrong first of all, which version stored it, and what to do."""
        written, version = (fields.get(name) for name in ("schema_version", "library_version"))
        by = f"version {plain(cut(version))} of backfat_rules" if isinstance(version, str) else ""
        if isinstance(written, str) and written != self.format:
            stored = f" by {by}" if by else ""
            return (
                f"This {self.name} was stored in format {plain(cut(written))}{stored}; version "
                f"{__version__} reads format {self.format}. {self.remedy}"
            )
        first, *others = error.errors(include_url=False, include_input=False, include_context=False)
        more = f" (and {len(others)} more)" if others else ""
        differs = by and version != __version__
        since = f" It was stored by {by}; this is {__version__}." if differs else ""
        return f"This is no stored {self.name}: {_said(first)}{more}.{since} {self.remedy}"


def _fields(given: Any) -> dict[str, Any]:
    """The fields of what was given; none where it has none."""
    if isinstance(given, str | bytes | bytearray):
        try:
            given = json.loads(given)
        except (ValueError, RecursionError):
            return {}
    return given if isinstance(given, dict) else {}


def _said(detail: ErrorDetails) -> str:
    """One thing that is wrong, without the answer that stands there."""
    place = _place(detail["loc"])
    match detail["type"]:
        case "json_invalid" | "json_type":
            return "it is no JSON"
        case "missing":
            return f"{place} is missing"
        case "extra_forbidden" | "unexpected_keyword_argument":
            return f"{place} is no part of one"
    return f"{place} cannot be so" if place else "it is something else"


def _place(location: tuple[int | str, ...]) -> str:
    """Where it is, as far as names and numbers lead; pydantic goes on with names of types."""
    named = takewhile(lambda part: part not in _TYPES and "[" not in str(part), location)
    return ".".join(plain(cut(str(part))) for part in named)


class ReadBack(ReadOnly, BaseModel, frozen=True):
    """A model that apps store as JSON: other data is refused in words that say what to do."""

    stored_as: ClassVar[StoredKind]

    if not TYPE_CHECKING:  # type checkers derive a better signature from the fields

        def __init__(self, /, **fields: Any) -> None:
            self.stored_as.read(partial(super().__init__, **fields), fields)

        # Without this mark pydantic would come through here for models inside other models.
        __init__.__pydantic_base_init__ = True

    @classmethod
    def model_validate_json(cls, json_data: str | bytes | bytearray, **options: Any) -> Self:
        """What was stored.

        Raises:
            BackfatRulesError: the text is something else, or of a format of another version.
        """
        read = partial(super().model_validate_json, json_data, **options)
        return cls.stored_as.read(read, json_data)

    @classmethod
    def model_validate(cls, obj: Any, **options: Any) -> Self:
        """What stands in plain data, such as JSON that has been read.

        Raises:
            BackfatRulesError: it is something else, or of a format of another version.
        """
        return cls.stored_as.read(partial(super().model_validate, obj, **options), obj)


class OnlyItsFields:
    """A data class that takes no other fields out of JSON than its own."""

    __slots__ = ()
    __pydantic_config__: ClassVar[ConfigDict] = ConfigDict(extra="forbid")
