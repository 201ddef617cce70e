"""Changes the library in small ways and counts which changes no test notices: ``make mutation``.

Prints each survivor as it is found, and for each package how many were killed. The sample is the
same for the same seed; how far it gets depends on the minutes.
"""

from __future__ import annotations

import argparse
import os
import sys
from collections import Counter
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from threading import Lock
from time import monotonic

from mutation.equivalents import is_known
from mutation.mutants import Mutant, sampled
from mutation.tests_about import TESTS, tests_about
from mutation.trial import ROOT, seconds

PATIENCE = 3  # times as long as without a mutant; then it hangs


class Run:
    """One run over some packages, shared by the threads that try mutants.

    Raises:
        SystemExit: tests fail without any mutant, and so would say nothing about mutants.
    """

    def __init__(self, packages: list[str], seed: int, minutes: float) -> None:
        self._packages = packages
        self._mutants: Iterator[Mutant] = sampled(ROOT, packages, seed)
        self._lock = Lock()
        self.killed: Counter[str] = Counter()
        self.survived: Counter[str] = Counter()
        self.equivalent: Counter[str] = Counter()
        self._at_most = {TESTS[package]: _at_most(TESTS[package]) for package in packages}
        self._ends = monotonic() + 60 * minutes

    def work(self) -> None:
        """Try mutants until the time is over."""
        while (mutant := self._next()) is not None:
            original = (ROOT / mutant.path).read_text(encoding="utf-8")
            mutated = mutant.mutated(ROOT, original)
            if mutated is None:
                continue
            tests = tests_about(mutant.package, mutant.path)
            if tests not in self._at_most:
                self._at_most[tests] = _at_most(tests)
            left, at_most = self._ends - monotonic(), self._at_most[tests]
            try:
                taken = seconds(tests, mutated, at_most=at_most, patience=left)
            except TimeoutError:
                return
            with self._lock:
                self._count(mutant, original, survives=taken is not None)

    def _next(self) -> Mutant | None:
        with self._lock:
            return next(self._mutants, None)

    def _count(self, mutant: Mutant, original: str, *, survives: bool) -> None:
        if not survives:
            self.killed[mutant.package] += 1
            return
        difference = mutant.difference(original)
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


def _at_most(tests: tuple[str, ...]) -> float:
    """How much of a processor some tests may need, by what they need without any mutant."""
    taken = seconds(tests, None, at_most=600, patience=600)
    if taken is None:
        sys.exit(f"These tests fail without any mutant: {', '.join(tests)}")
    return PATIENCE * taken


def main() -> None:
    """Try a sample of mutants."""
    parser = argparse.ArgumentParser(prog="python -m mutation", description=__doc__)
    parser.add_argument("packages", nargs="*", default=list(TESTS), help="which; all if none")
    parser.add_argument("--minutes", type=float, default=10, help="once the tests are timed")
    parser.add_argument("--seed", type=int, default=1, help="of the sample")
    parser.add_argument("--workers", type=int, default=os.cpu_count() or 1, help="at a time")
    asked = parser.parse_args()
    os.chdir(ROOT)
    run = Run(asked.packages, asked.seed, asked.minutes)
    with ThreadPoolExecutor(asked.workers) as pool:
        for done in [pool.submit(run.work) for _ in range(asked.workers)]:
            done.result()
    run.report()


if __name__ == "__main__":
    main()
