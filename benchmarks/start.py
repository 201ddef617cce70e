"""What it costs to begin: imports, a first recommendation, loading, memory.

Run ``python benchmarks/start.py``; with ``--quick`` for fewer rounds, with ``--cpu``
for processor time. Every number comes from fresh
processes with compiled bytecode and files in the cache of the operating system. This module itself
imports nothing heavy, because a child's peak memory starts from its parent's.
"""

from __future__ import annotations

import argparse
import json
import os
import resource
import subprocess
import sys
from collections.abc import Mapping
from functools import partial
from pathlib import Path
from statistics import median
from time import perf_counter_ns

from benchmarks.measure import Clock, describe, interleaved, number, table

ROOT = Path(__file__).parent.parent
LOAD = str(Path(__file__).parent / "one_load.py")
RECOMMEND = "from backfat_rules import recommend; recommend({{'sleep_hours': 5.5}}{})"
STARTS = {
    "python -c pass": "pass",
    "import experta alone": "import backfat_rules.inference.experta_fence",
    "import pydantic alone": "import pydantic",
    "import backfat_rules": "import backfat_rules",
    "from backfat_rules import recommend": "from backfat_rules import recommend",
    "load_knowledge()": "from backfat_rules import load_knowledge; load_knowledge()",
    "one recommendation, direct": RECOMMEND.format(", engine='direct'"),
    "one recommendation, experta": RECOMMEND.format(""),
}


def fresh(*arguments: str) -> str:
    """What a fresh interpreter prints."""
    path = os.pathsep.join(filter(None, [str(ROOT), os.environ.get("PYTHONPATH")]))
    ran = subprocess.run(
        [sys.executable, *arguments],
        env={**os.environ, "PYTHONPATH": path},
        capture_output=True,
        check=True,
        text=True,
    )
    return ran.stdout


def children_ns() -> int:
    """The processor time of all finished child processes."""
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return round((used.ru_utime + used.ru_stime) * 1e9)


def starts(rounds: int, clock: Clock) -> None:
    """Whole processes, and what they take beyond the interpreter's own start."""
    calls = {name: [partial(fresh, "-c", code)] for name, code in STARTS.items()}
    timings = interleaved(calls, rounds, clock, warm_up=1)
    empty = timings["python -c pass"].median
    rows = [
        [name, *map(number, (timing.median, timing.median - empty))]
        for name, timing in timings.items()
    ]
    print(table(["fresh process", "median ms", "beyond python ms"], rows), end="\n\n")


def loads(rounds: int, *options: str) -> None:
    """The parts of a load, in a fresh process and a second time in the same; and memory."""
    found = [json.loads(fresh(LOAD, *options)) for _ in range(rounds)]
    cold, warm = (_medians([each[kind] for each in found]) for kind in ("cold", "warm"))
    rows = [[phase, number(cold[phase]), number(warm[phase])] for phase in cold]
    print(table(["load the knowledge base", "cold ms", "warm ms"], rows), end="\n\n")
    traced = [json.loads(fresh(LOAD, "--memory")) for _ in range(2)]
    memory = {**_medians(traced), **_medians([each["memory"] for each in found])}
    rows = [[name, number(size)] for name, size in memory.items()]
    print(table(["memory", "MB"], rows))


def _medians(found: list[Mapping[str, float]]) -> dict[str, float]:
    return {name: median(each[name] for each in found) for name in found[0]}


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--quick", action="store_true", help="fewer rounds")
    parser.add_argument("--cpu", action="store_true", help="processor time, not wall time")
    asked = parser.parse_args()
    describe(asked.cpu)
    often = 3 if asked.quick else 15
    starts(often, children_ns if asked.cpu else perf_counter_ns)
    loads(often, *(["--cpu"] if asked.cpu else []))
