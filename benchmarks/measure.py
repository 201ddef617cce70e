"""Timing on people not told before: interleaved rounds, so that noise hits all alike."""

from __future__ import annotations

import gc
import os
import random
import statistics
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from itertools import islice
from time import perf_counter_ns, process_time_ns
from typing import Any


@dataclass(frozen=True)
class Contestant:
    """A call, and the people it is made on; a new one each time."""

    call: Callable[[Any], object]
    people: Iterator[Any]


@dataclass(frozen=True)
class Effort:
    """How long to measure, and which clock to read.

    Attributes:
        quick: a first look, with few people.
        cpu: processor time, which leaves out waiting for other programs.
    """

    quick: bool = False
    cpu: bool = False

    @property
    def clock(self) -> Callable[[], int]:
        """Nanoseconds, of the wall or of the processor."""
        return process_time_ns if self.cpu else perf_counter_ns

    def of(self, full: int) -> int:
        """How many to take where a full measurement takes so many."""
        return max(3, full // 10) if self.quick else full


def medians(
    contestants: Mapping[str, Contestant], effort: Effort, rounds: int = 40, each: int = 5
) -> dict[str, float]:
    """The median milliseconds of each contestant.

    Every contestant meets people of its own in every round, in an order that varies. The garbage
    collector is off while a sample runs and works between the rounds. The first round warms up.
    """
    order, names = random.Random(1), list(contestants)
    samples: dict[str, list[float]] = {name: [] for name in names}
    for at in range(effort.of(rounds) + 1):
        order.shuffle(names)
        for name in names:
            spent = times(contestants[name], each, effort)
            samples[name] += spent if at else []
    return {name: statistics.median(found) for name, found in samples.items()}


def times(contestant: Contestant, count: int, effort: Effort) -> list[float]:
    """The milliseconds of each of some calls, one person after the other."""
    told = list(islice(contestant.people, count))
    clock, found = effort.clock, []
    gc.collect()
    gc.disable()
    try:
        for person in told:
            start = clock()
            contestant.call(person)
            found.append((clock() - start) / 1e6)
    finally:
        gc.enable()
    return found


def describe(effort: Effort) -> None:
    """Say which clock is read, and whether the machine is quiet enough for it."""
    print(f"Clock: {'processor time (--cpu)' if effort.cpu else 'wall time'}.")
    load = os.getloadavg()[0] if hasattr(os, "getloadavg") else 0.0
    cores = os.cpu_count() or 1
    if load > cores / 2:
        print(f"Other programs are at work: load {load:.1f} on {cores} cores.")
        if effort.cpu:
            print("They slow caches and memory, so all times are upper bounds.")
        else:
            print("Long calls wait for them and short ones do not, so not even ratios hold.")
            print("Run this again on a quiet machine, or with --cpu.")
    print()
