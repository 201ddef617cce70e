"""Things that are costly to build and serve one user at a time: borrowed, and given back."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from threading import Semaphore
from typing import Generic, TypeVar

Lent = TypeVar("Lent")


class Pool(Generic[Lent]):
    """Lends things to threads; as many are built as are in use at the same time, within a limit.

    Whoever comes while all are lent waits for one to come back. What was in use when an error
    came is not lent again. A forked process starts with an empty pool.

    Args:
        build: makes one more.
        most: how many there may be; None for one on each processor, as more could not run.

    >>> pool = Pool(list, most=1)
    >>> with pool.lent() as first:
    ...     first.append("used before")
    >>> with pool.lent() as again:
    ...     print(again)
    ['used before']
    """

    def __init__(self, build: Callable[[], Lent], most: int | None = None) -> None:
        self._build = build
        self._most = most or os.cpu_count() or 1
        self._open()

    @contextmanager
    def lent(self) -> Iterator[Lent]:
        """One of them, for as long as the block runs; a block does not borrow a second one."""
        if os.getpid() != self._process:  # lent to threads that a fork does not take along
            self._open()
        idle, free = self._idle, self._free
        with free:
            try:
                each = idle.pop()
            except IndexError:
                each = self._build()
            yield each
            idle.append(each)

    def _open(self) -> None:
        self._idle: list[Lent] = []
        self._free = Semaphore(self._most)
        self._process = os.getpid()
