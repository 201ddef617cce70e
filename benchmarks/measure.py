"""Timing: interleaved rounds, so that noise hits all alike; medians, tails and tables."""

from __future__ import annotations

import gc
import os
import random
import statistics
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from time import perf_counter_ns

Call = Callable[[], object]
Clock = Callable[[], int]
"""Nanoseconds: of the wall, or of the processor, which leaves out waiting for other programs."""


@dataclass
class Timing:
    """The samples of one contestant, in nanoseconds."""

    samples: list[int] = field(default_factory=list)

    @property
    def median(self) -> float:
        """The median, in milliseconds."""
        return statistics.median(self.samples) / 1e6

    @property
    def p99(self) -> float:
        """The value that one sample in a hundred exceeds, in milliseconds."""
        ordered = sorted(self.samples)
        return ordered[min(len(ordered) - 1, len(ordered) * 99 // 100)] / 1e6


def interleaved(
    contestants: Mapping[str, Sequence[Call]],
    rounds: int,
    clock: Clock = perf_counter_ns,
    warm_up: int = 2,
) -> dict[str, Timing]:
    """Time every call of every contestant, all of them in every round, in an order that varies.

    The garbage collector is off while a sample runs and works between the rounds.
    """
    order = random.Random(1)
    names = list(contestants)
    for calls in contestants.values():
        for _ in range(warm_up):
            for call in calls:
                call()
    timings = {name: Timing() for name in names}
    was_on = gc.isenabled()
    try:
        for _ in range(rounds):
            order.shuffle(names)
            for name in names:
                gc.collect()
                gc.disable()
                _sample(contestants[name], timings[name].samples, clock)
                gc.enable()
    finally:
        (gc.enable if was_on else gc.disable)()
    return timings


def _sample(calls: Sequence[Call], samples: list[int], clock: Clock) -> None:
    for call in calls:
        start = clock()
        call()
        samples.append(clock() - start)


def describe(cpu: bool) -> None:
    """Say which clock is read, and whether the machine is quiet enough for it."""
    print(f"Clock: {'processor time (--cpu)' if cpu else 'wall time'}.")
    load = os.getloadavg()[0] if hasattr(os, "getloadavg") else 0.0
    cores = os.cpu_count() or 1
    if load > cores / 2:
        print(f"Other programs are at work: load {load:.1f} on {cores} cores.")
        if cpu:
            print("They slow caches and memory, so all times are upper bounds.")
        else:
            print("Long calls wait for them and short ones do not, so not even ratios hold.")
            print("Run this again on a quiet machine, or with --cpu.")
    print()


def number(value: float) -> str:
    """Three digits that count, for any size."""
    if value >= 100:
        return f"{value:,.0f}"
    return f"{value:.3g}" if value >= 1 else f"{value:.4f}"[: 5 if value >= 0.01 else 6]


def table(headings: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """Rows under headings: the first column to the left, all others to the right."""
    cells = [list(headings), *map(list, rows)]
    widths = [max(map(len, column)) for column in zip(*cells, strict=True)]
    rule = ["-" * width for width in widths]
    lines = []
    for row in [cells[0], rule, *cells[1:]]:
        first, *others = (
            cell.ljust(width) if at == 0 else cell.rjust(width)
            for at, (cell, width) in enumerate(zip(row, widths, strict=True))
        )
        lines.append("  ".join([first, *others]).rstrip())
    return "\n".join(lines)
