"""What was stored and comes back: read whole, or refused in words that say what to do."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

from pydantic import ValidationError

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
