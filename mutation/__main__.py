"""Changes the library in small ways and counts which changes no test notices: ``make mutation``.

Prints each survivor as it is found, and for each package how many were killed. The sample is the
same for the same seed; how far it gets depends on the minutes.
"""

from __future__ import annotations

import argparse
import os
import shutil
import tempfile
from collections import Counter
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from queue import SimpleQueue
from threading import Lock
from time import monotonic

from mutation.equivalents import is_known
from mutation.mutants import Mutant, sampled
from mutation.trial import TESTS, Copy

ROOT = Path(__file__).parent.parent
PATIENCE = 3  # times as long as without a mutant; then it hangs


class Run:
    """One run over all packages, shared by the threads that try mutants."""

    def __init__(self, packages: list[str], seed: int, minutes: float) -> None:
        self._ends = monotonic() + 60 * minutes
        self._packages = packages
        self._mutants: Iterator[Mutant] = sampled(ROOT, packages, seed)
        self._lock = Lock()
        self._patience: dict[str, float] = {}
        self.killed: Counter[str] = Counter()
        self.survived: Counter[str] = Counter()
        self.equivalent: Counter[str] = Counter()

    def prepare(self, copies: SimpleQueue[Copy], package: str) -> None:
        """Take the time of a package's tests, which must pass."""
        copy = copies.get()
        self._patience[package] = PATIENCE * copy.seconds(package)
        copies.put(copy)

    def work(self, copy: Copy) -> None:
        """Try mutants until the time is over."""
        while (mutant := self._next()) is not None:
            left = self._ends - monotonic()
            patience = self._patience[mutant.package]
            survives = copy.survives(mutant, min(left, patience) if left > 0 else 0.1)
            if monotonic() < self._ends and survives is not None:
                with self._lock:
                    self._count(mutant, survives)

    def _next(self) -> Mutant | None:
        with self._lock:
            return next(self._mutants, None) if monotonic() < self._ends else None

    def _count(self, mutant: Mutant, survives: bool) -> None:
        if not survives:
            self.killed[mutant.package] += 1
            return
        difference = mutant.difference((ROOT / mutant.path).read_text(encoding="utf-8"))
        if is_known(mutant, difference):
            self.equivalent[mutant.package] += 1
            return
        self.survived[mutant.package] += 1
        operator = mutant.operator.rpartition("/")[2]
        print(f"Survived: {mutant.path}, {operator}\n{difference}\n", flush=True)

    def report(self) -> None:
        """How many of each package were killed."""
        for package in self._packages:
            killed, survived = self.killed[package], self.survived[package]
            share = f"{killed / (killed + survived):.0%}" if killed + survived else "-"
            equivalent = self.equivalent[package]
            print(f"{package:10} killed {killed:4}  survived {survived:4}  {share:>4}", end="")
            print(f"  known to be equivalent {equivalent}" if equivalent else "")


def main() -> None:
    """Try a sample of mutants on all cores."""
    parser = argparse.ArgumentParser(prog="python -m mutation", description=__doc__)
    parser.add_argument("packages", nargs="*", default=list(TESTS), help="which; all if none")
    parser.add_argument("--minutes", type=float, default=10)
    parser.add_argument("--seed", type=int, default=1)
    asked = parser.parse_args()
    packages = [each for each in asked.packages if (ROOT / "backfat_rules" / each).is_dir()]
    run = Run(packages, asked.seed, asked.minutes)
    cores = os.cpu_count() or 1
    folder = Path(tempfile.mkdtemp(prefix="mutation-"))
    try:
        copies: SimpleQueue[Copy] = SimpleQueue()
        for at in range(cores):
            copies.put(Copy(ROOT, folder / str(at)))
        with ThreadPoolExecutor(cores) as pool:
            list(pool.map(lambda package: run.prepare(copies, package), packages))
            list(pool.map(run.work, [copies.get() for _ in range(cores)]))
    finally:
        shutil.rmtree(folder, ignore_errors=True)
    run.report()


if __name__ == "__main__":
    main()
