"""A pool lends what is costly to build, and builds no more than is needed."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from itertools import count
from threading import Barrier

import pytest

from backfat_rules.inference.pool import Pool


def test_one_after_the_other_share_one() -> None:
    """Whoever comes after another gets the same thing, and nothing is built again."""
    built = count()
    pool = Pool(lambda: next(built), most=5)
    for _ in range(10):
        with pool.lent() as number:
            assert number == 0


def test_two_at_once_have_one_each() -> None:
    """What is in use is not lent to another."""
    pool = Pool(object, most=2)
    with pool.lent() as first, pool.lent() as second:
        assert first is not second


def test_many_threads_build_no_more_than_the_limit() -> None:
    """Forty threads that start together get by with as many as the limit allows."""
    built: list[object] = []
    in_use: set[int] = set()
    start = Barrier(40)

    def build() -> object:
        built.append(object())
        return built[-1]

    pool = Pool(build, most=3)

    def use(_: int) -> bool:
        start.wait()
        alone = True
        for _ in range(20):
            with pool.lent() as each:
                alone &= id(each) not in in_use
                in_use.add(id(each))
                in_use.discard(id(each))
        return alone

    with ThreadPoolExecutor(40) as threads:
        assert all(threads.map(use, range(40)))
    assert 1 <= len(built) <= 3


def test_what_failed_is_not_lent_again() -> None:
    """After an error the next one gets a fresh thing, and the place of the old one is free."""
    pool = Pool(object, most=1)
    with pytest.raises(ZeroDivisionError), pool.lent() as broken:
        raise ZeroDivisionError
    with pool.lent() as fresh:
        assert fresh is not broken
