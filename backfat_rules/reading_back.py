"""What was stored and comes back: read whole, or refused in words that say what to do."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Any, ClassVar, Self, TypeVar

from pydantic import BaseModel, ValidationError

from backfat_rules.errors import BackfatRulesError

Stored = TypeVar("Stored")


def read_stored(read: Callable[[], Stored], what: str, remedy: str) -> Stored:
    """What reading gives.

    Args:
        read: reads it, as pydantic does.
        what: what it should be, such as "plan".
        remedy: what to do where it is not.

    Raises:
        BackfatRulesError: it is not; with the first thing that does not fit, and how many more.
    """
    try:
        return read()
    except ValidationError as error:
        first, *others = error.errors(include_url=False, include_input=False)
        where = ".".join(map(str, first["loc"])) or "the text"
        more = f" (and {len(others)} more)" if others else ""
        raise BackfatRulesError(
            f"This is no stored {what}: {where}: {first['msg']}{more}. {remedy}"
        ) from None


class ReadBack(BaseModel, frozen=True):
    """A model that apps store as JSON: other data is refused in words that say what to do.

    Attributes:
        stored_as: what it is called, and what to do with what is no such thing.
    """

    stored_as: ClassVar[tuple[str, str]]

    @classmethod
    def model_validate_json(cls, json_data: str | bytes | bytearray, **options: Any) -> Self:
        """What was stored.

        Raises:
            BackfatRulesError: the text is something else.
        """
        read = partial(super().model_validate_json, json_data, **options)
        return read_stored(read, *cls.stored_as)

    @classmethod
    def model_validate(cls, obj: Any, **options: Any) -> Self:
        """What stands in plain data, such as JSON that has been read.

        Raises:
            BackfatRulesError: it is something else.
        """
        return read_stored(partial(super().model_validate, obj, **options), *cls.stored_as)
