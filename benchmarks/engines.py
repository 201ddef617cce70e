"""What each engine costs a service: ``python -m benchmarks.engines``.

Each is measured in a fresh process. Times are processor time, so that other programs at work on the
machine do not count.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from itertools import islice
from statistics import median
from threading import Barrier, Thread
from time import process_time, thread_time
from typing import cast

from backfat_rules import Advisor
from backfat_rules.inference import EngineName
from benchmarks.memory import peak
from benchmarks.people import people
from benchmarks.start import fresh

ENGINES: tuple[EngineName, ...] = ("direct", "experta")
THREADS, PEOPLE = 40, 200
COLUMNS = (
    ("first plan", "ms"),
    ("memory after it", "MB"),
    ("one plan, 12 answers", "ms"),
    ("one plan, 60 answers", "ms"),
    (f"first plans of {THREADS} threads", "ms"),
    ("memory they add", "MB"),
)


def costs(engine: EngineName) -> Iterator[float]:
    """The numbers of a process that begins with this engine, in the order of the columns."""
    started = process_time()
    advisor = Advisor(engine=engine)
    advisor.recommend({"sleep_hours": 5.5})
    yield 1000 * (process_time() - started)
    before = peak()
    yield before
    together = _threads(advisor)
    grown = peak() - before
    for answered in (12, 60):
        yield 1000 * median(_seconds(advisor, answered))
    yield 1000 * together
    yield grown


def _seconds(advisor: Advisor, answered: int) -> Iterator[float]:
    for person in islice(people(answered), PEOPLE):
        started = thread_time()
        advisor.recommend(person)
        yield thread_time() - started


def _threads(advisor: Advisor) -> float:
    """The processor's seconds for one plan in each of many threads that are there at once."""
    crowd = [*islice(people(12, seed=1), THREADS)]
    all_here = Barrier(THREADS)

    def advise(at: int) -> None:
        all_here.wait()
        advisor.recommend(crowd[at])
        all_here.wait()  # nobody ends, and frees its memory, before all have advised

    running = [Thread(target=advise, args=(at,)) for at in range(THREADS)]
    started = process_time()
    for each in running:
        each.start()
    for each in running:
        each.join()
    return process_time() - started


def main() -> None:
    """Print a row for each engine, or the numbers of the one that is named."""
    if sys.argv[1:]:
        print(*costs(cast(EngineName, sys.argv[1])))
        return
    print(f"{'':10}", *(f"{title} ({unit})" for title, unit in COLUMNS), sep=" | ")
    for engine in ENGINES:
        numbers = map(float, fresh("-m", "benchmarks.engines", engine).split())
        shown = (
            f"{number:{len(title) + len(unit) + 3}.1f}"
            for number, (title, unit) in zip(numbers, COLUMNS, strict=True)
        )
        print(f"{engine:10}", *shown, sep=" | ")


if __name__ == "__main__":
    main()
