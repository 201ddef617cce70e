"""A mapping that nobody can change."""

from __future__ import annotations

from typing import Any, NoReturn, TypeVar

Key = TypeVar("Key")
Kept = TypeVar("Kept")


class FrozenDict(dict[Key, Kept]):
    """A mapping that cannot be changed; JSON, pickle, copies and ``==`` take it as a dict.

    >>> told = FrozenDict(age=38)
    >>> told["age"], told == {"age": 38}, dict(told, age=39)
    (38, True, {'age': 39})
    >>> told["age"] = 39
    Traceback (most recent call last):
        ...
    TypeError: This mapping is read-only. Change a copy of it: dict(...).
    """

    __slots__ = ()

    def __hash__(self) -> int:  # type: ignore[override]  # of what cannot change
        return hash(frozenset(self.items()))

    def _refuse(self, *_: Any, **__: Any) -> NoReturn:
        raise TypeError("This mapping is read-only. Change a copy of it: dict(...).")

    __setitem__ = __delitem__ = __ior__ = _refuse
    clear = pop = popitem = setdefault = update = _refuse

    def __reduce__(self) -> tuple[Any, ...]:
        return type(self), (dict(self),)
