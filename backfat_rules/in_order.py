"""A sequence of what has ids, from which one picks by place as well as by id."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import ClassVar, Generic, Protocol, TypeVar, overload

from backfat_rules.arguments import must_be_a_count
from backfat_rules.brief import some
from backfat_rules.errors import BackfatRulesError, UnknownIdError, did_you_mean
from backfat_rules.plain import cut


class HasId(Protocol):
    """What can be asked for by its id."""

    @property
    def id(self) -> str:
        """The id, which is stable: apps store it."""
        ...


Item = TypeVar("Item", bound=HasId)


def all_ids(id: str, need: str | None, ways: Iterable[HasId]) -> tuple[str, ...]:
    """The ids that find advice: its own, those of its other ways, and that of its need."""
    return (id, *(each.id for each in ways), *(() if need is None else (need,)))


def id_of(asked: str | HasId) -> str:
    """The id of what was asked for; a text is one itself.

    Raises:
        BackfatRulesError: it has none.
    """
    id = asked if isinstance(asked, str) else getattr(asked, "id", None)
    if not isinstance(id, str):
        raise BackfatRulesError(
            f"A {type(asked).__name__} is no id. Give an id, or what has one, such as plan[0]."
        )
    return id


class InOrder(Generic[Item]):
    """Items in their order, each with an id: ``for``, ``len``, ``in``, an index, a slice, an id.

    An item that has several ids, in ``ids``, is found by each of them.

    Attributes:
        called: what the whole is called in an error.
    """

    called: ClassVar[str]

    @property
    def _items(self) -> tuple[Item, ...]:
        raise NotImplementedError

    def __iter__(self) -> Iterator[Item]:
        return iter(self._items)

    def __len__(self) -> int:
        return len(self._items)

    def __bool__(self) -> bool:
        """Always true: that nothing has to be done is an answer as well."""
        return True

    def __contains__(self, asked: object) -> bool:
        """Whether it holds this id, or an item with the id of this one."""
        return self._find(getattr(asked, "id", asked)) is not None

    @overload
    def __getitem__(self, key: int | str) -> Item: ...
    @overload
    def __getitem__(self, key: slice) -> tuple[Item, ...]: ...
    def __getitem__(self, key: int | slice | str) -> Item | tuple[Item, ...]:
        """The item with this id or at this place, or those of a slice.

        Raises:
            UnknownIdError: nothing here has this id; it is a ``KeyError``, too.
            IndexError: there is no such place.
        """
        if not isinstance(key, str):
            return self._items[key]
        found = self._find(key)
        if found is None:
            raise self._has_no(key)
        return found

    def top(self, count: int) -> tuple[Item, ...]:
        """The first of them; all if there are fewer.

        Raises:
            BackfatRulesError: the count is no whole number, or a negative one.
        """
        must_be_a_count(count, "top")
        return self._items[:count]

    def _find(self, id: object) -> Item | None:
        """The item with an id; whichever of the two, it may be a former one."""
        found = next((each for each in self._items if each.id == id), None)
        if found is not None or not isinstance(id, str):
            return found
        now = self._current(id)
        return next((each for each in self._items if now in map(self._current, _ids(each))), None)

    def _current(self, id: str) -> str:
        """The id of today for one that may be a former one."""
        return id

    def _has_no(self, id: str) -> UnknownIdError:
        """The error for an id that nothing here has."""
        ids = [each.id for each in self._items]
        remedy = did_you_mean(cut(id), ids) or f"It holds {some(ids, 'nothing')}."
        return UnknownIdError(f"{cut(id)!r} is not in {self.called}. {remedy}")


def _ids(item: HasId) -> tuple[str, ...]:
    """All ids of an item."""
    ids: tuple[str, ...] = getattr(item, "ids", (item.id,))
    return ids
