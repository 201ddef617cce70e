"""How the parts of a result show themselves in a console: by a few fields, each cut short."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from typing import Any, ClassVar

from backfat_rules.plain import cut, plain
from backfat_rules.shows_itself import ShowsItself

_LINE = 160


class Brief(ShowsItself):
    """What shows itself on one short line, however much it holds; for models and data classes.

    Attributes:
        shown_by: the fields that are shown, as far as they fit; the last says it in words.
    """

    __slots__ = ()

    shown_by: ClassVar[tuple[str, ...]] = ("id", "title")

    def __repr_args__(self) -> Iterator[tuple[str | None, Any]]:
        """The fields that are shown, for pydantic and whatever else prints its models."""
        for name in self.shown_by:
            yield name, brief(getattr(self, name))

    def __repr__(self) -> str:
        shown = ", ".join(f"{name}={value!r}" for name, value in self.__repr_args__())
        return f"{type(self).__name__}({cut(shown, _LINE)})"

    def __str__(self) -> str:
        said = getattr(self, self.shown_by[-1])
        return plain(said) if isinstance(said, str) else repr(self)


def some(names: Iterable[str], otherwise: str, shown: int = 3) -> str:
    """The first few of some names, and how many more there are.

    Args:
        names: all of them.
        otherwise: what stands for none at all.
        shown: how many are named.

    >>> some(["a", "b", "c", "d", "e"], "nothing"), some([], "nothing")
    ('a, b, c and 2 more', 'nothing')
    """
    every = [plain(cut(each)) for each in names]
    more = f" and {len(every) - shown} more" if len(every) > shown else ""
    return ", ".join(every[:shown]) + more or otherwise


def brief(value: Any) -> Any:
    """A text by its beginning, a collection by how much is in it, anything else as it is."""
    if isinstance(value, str):
        return cut(value)
    return _Items(value) if isinstance(value, Collection) else value


class _Items:
    """Stands for what would be too long to show."""

    def __init__(self, held: Collection[object]) -> None:
        self._count = len(held)

    def __repr__(self) -> str:
        return f"<{self._count} item{'' if self._count == 1 else 's'}>"
