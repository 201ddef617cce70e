"""What it costs to begin, in fresh processes: time and memory."""

from __future__ import annotations

import os
import resource
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from statistics import median

from benchmarks.measure import Contestant, Effort, times
from benchmarks.report import Line

ROOT = Path(__file__).parent.parent
IMPORT = "from backfat_rules import Advisor, Plan, Profile, recommend"
FIRST = "from backfat_rules import recommend; recommend({'sleep_hours': 5.5})"


def lines(effort: Effort) -> Iterator[Line]:
    """The goals of a process that has just begun."""
    empty, imported, first = (_spent(code, effort) for code in ("pass", IMPORT, FIRST))
    yield Line("import beyond python", (110,), (imported - empty,))
    yield Line("first recommendation in a fresh process", (450,), (first,))
    loads = 10 if effort.quick else 30
    grown = float(fresh("-m", "benchmarks.memory", "bases", str(loads)))
    yield Line(f"{loads} knowledge bases loaded and dropped", (15,), (grown,), "MB")
    grown = float(fresh("-m", "benchmarks.memory", "threads", "40"))
    yield Line("40 threads with the default engine", (40,), (grown,), "MB")


def _spent(code: str, effort: Effort) -> float:
    """The median milliseconds of a process; its processor time is not ours and is added up."""
    clocked = Effort(effort.quick)
    if not effort.cpu:
        runs = Contestant(lambda code: fresh("-c", code), iter([code] * 100))
        return median(times(runs, effort.of(30), clocked)[1:])
    spent = []
    for _ in range(effort.of(30)):
        before = _children()
        fresh("-c", code)
        spent.append(_children() - before)
    return median(spent[1:])


def _children() -> float:
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return (used.ru_utime + used.ru_stime) * 1e3


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
