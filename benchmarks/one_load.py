"""Loads the knowledge base once or twice in this fresh process and prints what it cost, as JSON.

``start.py`` runs it; ``--memory`` traces allocations instead of time, because tracing slows, and
``--cpu`` reads processor time.
"""

from __future__ import annotations

import gc
import json
import resource
import sys
import tracemalloc
from collections.abc import Callable
from contextlib import ExitStack
from time import perf_counter_ns, process_time_ns
from typing import Any
from unittest.mock import patch

from backfat_rules.knowledge import filling, load_knowledge, loading
from backfat_rules.knowledge.locate import shipped_folder

CLOCK = process_time_ns if "--cpu" in sys.argv else perf_counter_ns
PHASES = {
    "read YAML": (filling, "read_yaml"),
    "validate": (filling, "_validated"),
    "check": (loading, "check_draft"),
}
"""The parts of a load without the cache, and the function that does each."""


def timed_load() -> dict[str, float]:
    """The milliseconds of one load that bypasses the cache, by phase."""
    spent = dict.fromkeys(PHASES, 0.0)

    def clocked(phase: str, function: Callable[..., Any]) -> Callable[..., Any]:
        def call(*arguments: Any) -> Any:
            start = CLOCK()
            try:
                return function(*arguments)
            finally:
                spent[phase] += (CLOCK() - start) / 1e6

        return call

    with ExitStack() as stack:
        for phase, (module, name) in PHASES.items():
            wrapped = clocked(phase, getattr(module, name))
            stack.enter_context(patch.object(module, name, wrapped))
        start = CLOCK()
        load_knowledge(base=shipped_folder())
        total = (CLOCK() - start) / 1e6
    return {**spent, "find, hash, merge": total - sum(spent.values()), "whole load": total}


def cached_load() -> dict[str, float]:
    """The milliseconds of the load that users have: from the checked cache, if it fits."""
    start = CLOCK()
    load_knowledge()
    return {"from the cache": (CLOCK() - start) / 1e6}


def peak_rss() -> float:
    """The most memory this process has held, in MB (Linux counts in KB, macOS in bytes)."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / (
        1e6 if sys.platform == "darwin" else 1e3
    )


def memory() -> dict[str, float]:
    """Megabytes: what the loaded base keeps, and the peak while it loads."""
    tracemalloc.start()
    load_knowledge()  # kept by its own cache
    gc.collect()
    held, peak = tracemalloc.get_traced_memory()
    return {"kept by the base": held / 1e6, "peak of the load": peak / 1e6}


if __name__ == "__main__":
    if "--memory" in sys.argv:
        print(json.dumps(memory()))
    else:
        before = peak_rss()
        cold = {**cached_load(), **timed_load()}
        after = peak_rss()
        rss = {"RSS before the load": before, "peak RSS after it": after}
        print(json.dumps({"cold": cold, "warm": {**cached_load(), **timed_load()}, "memory": rss}))
