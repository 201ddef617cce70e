"""How much this fresh process grows, in MB: ``python -m benchmarks.memory bases 30``."""

from __future__ import annotations

import gc
import resource
import sys
from threading import Barrier, Thread

from backfat_rules import load_knowledge, recommend
from backfat_rules.locate import shipped_folder

SETTLED = 5
"""Loads after which a process that keeps nothing should not grow any more."""


def peak() -> float:
    """The most memory this process has held, in MB (Linux counts in KB, macOS in bytes)."""
    most = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return most / (1e6 if sys.platform == "darwin" else 1e3)


def bases(count: int) -> float:
    """Growth while knowledge bases are loaded, advised from and dropped."""
    before = 0.0
    for at in range(count):
        recommend({"sleep_hours": 5.5}, knowledge=load_knowledge(base=shipped_folder()))
        gc.collect()
        if at < SETTLED:
            before = peak()
    return peak() - before


def threads(count: int) -> float:
    """Growth from one thread that advises to many at once."""
    recommend({"sleep_hours": 5.5})
    before, all_here = peak(), Barrier(count)

    def advise() -> None:
        all_here.wait()
        recommend({"sleep_hours": 5.5})
        all_here.wait()  # nobody ends, and frees its memory, before all have advised

    running = [Thread(target=advise) for _ in range(count)]
    for each in running:
        each.start()
    for each in running:
        each.join()
    return peak() - before


if __name__ == "__main__":
    print({"bases": bases, "threads": threads}[sys.argv[1]](int(sys.argv[2])))
