"""What is worked out from something once, kept with it, and gone with it."""

from __future__ import annotations

from collections.abc import Callable
from functools import cached_property
from typing import Any, TypeVar

Made = TypeVar("Made")


class Prepares:
    """Keeps what others work out from an object that never changes.

    >>> class Rules(Prepares):
    ...     pass
    >>> rules = Rules()
    >>> rules.prepared("names", lambda: ["sleep"]) is rules.prepared("names", list)
    True
    """

    @cached_property
    def _prepared(self) -> dict[str, Any]:
        return {}

    def prepared(self, name: str, make: Callable[[], Made]) -> Made:
        """What goes by this name, made when it is first asked for.

        Threads that ask at once may each make it; one is kept, and all get that one.
        """
        found: Made | None = self._prepared.get(name)
        return self._prepared.setdefault(name, make()) if found is None else found
