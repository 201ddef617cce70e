"""Frozen models that say in plain words that nothing in them can be set."""

from __future__ import annotations

from typing import Any

from pydantic import ValidationError

from backfat_rules.errors import BackfatRulesError
from backfat_rules.plain import cut, plain


class ReadOnlyError(BackfatRulesError, AttributeError, ValueError):
    """Something was to be set or taken out of what cannot be changed."""


class ReadOnly:
    """Stands before pydantic's model, whose own refusal shows the value that was to be set."""

    __slots__ = ()

    def __setattr__(self, name: str, value: Any) -> None:
        """Refuse, but for what the library keeps beside the fields."""
        try:
            super().__setattr__(name, value)
        except ValidationError:
            raise _refusal(self, name) from None

    def __delattr__(self, name: str) -> None:
        """Refuse likewise."""
        try:
            super().__delattr__(name)
        except ValidationError:
            raise _refusal(self, name) from None


def _refusal(held: object, name: str) -> ReadOnlyError:
    what = f"{type(held).__name__}.{plain(cut(name))}"
    return ReadOnlyError(f"{what} is read-only. Change a copy: model_copy(update=...).")
