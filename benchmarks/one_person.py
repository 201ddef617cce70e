"""What one person costs, beside a hand-written experta engine and plain Python ifs.

Run ``python benchmarks/one_person.py``; with ``--quick`` for a first look, with ``--cpu``
for processor time, where other programs make wall time useless.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable, Mapping, Sequence
from functools import partial
from statistics import mean
from time import perf_counter_ns, thread_time_ns
from typing import get_args

from backfat_rules import Advisor, Profile
from backfat_rules.inference import Engine, EngineName, Program, make_engine
from backfat_rules.language import Facts
from benchmarks.measure import Call, Clock, Timing, describe, interleaved, number, table
from benchmarks.peers import Infer, hand_written, plain_ifs
from benchmarks.people import people, strangers
from benchmarks.synthetic import base, person

SIZES = (60, 120, 240, 480)
LIMIT_MS = 5.0
NOISE = 1.15  # growth that a second run of the same may show
PLAIN, WRITTEN = "plain Python ifs", "hand-written experta"
ENGINES: tuple[EngineName, ...] = get_args(EngineName)


class Contest:
    """The engines and the peers on one program."""

    def __init__(self, program: Program) -> None:
        self.rules = len(list(program.productions))
        self.engines: dict[str, Engine] = {
            f"inference, {name}": make_engine(name, program) for name in ENGINES
        }
        self.peers: dict[str, Infer] = {
            WRITTEN: hand_written(program),
            PLAIN: plain_ifs(program),
        }

    def fired(self, facts: Facts) -> int:
        """How many rules fire.

        Raises:
            SystemExit: not the same rules fire everywhere, so that a comparison would be void.
        """
        found = {
            name: frozenset(firing.rule for firing in engine.derive(facts).firings)
            for name, engine in self.engines.items()
        }
        found |= {name: infer(facts) for name, infer in self.peers.items()}
        agreed = found["inference, direct"]
        for name, ids in found.items():
            if ids != agreed:
                sys.exit(f"The comparison is void: {name} differs in {sorted(ids ^ agreed)[:5]}.")
        return len(agreed)

    def calls(self, everybody: Sequence[Facts]) -> dict[str, list[Call]]:
        """What is timed: each engine and peer on each person."""
        run: dict[str, Callable[[Facts], object]] = {
            **{name: engine.derive for name, engine in self.engines.items()},
            **self.peers,
        }
        return {name: [partial(call, facts) for facts in everybody] for name, call in run.items()}


def shipped(count: int, rounds: int, clock: Clock) -> None:
    """The library's own knowledge base, for people with 12 and with 60 answers."""
    advisors: dict[str, Advisor] = {
        f"recommend, {name}": Advisor(engine=name) for name in ENGINES if name != "experta-rete"
    }
    contest = Contest(Program.of(next(iter(advisors.values())).knowledge))
    checked = strangers(count)
    for facts in checked:
        contest.fired(facts)
    print(f"The library's own {contest.rules} rules.")
    print(f"The same rules fire in all engines and peers, for {len(checked)} random people too.\n")
    for answered in (12, 60):
        everybody: list[Profile] = people(answered, count)
        known = [each.known() for each in everybody]
        fired = mean(map(contest.fired, known))
        calls: dict[str, list[Call]] = {
            name: [partial(advisor.recommend, each) for each in everybody]
            for name, advisor in advisors.items()
        }
        timings = interleaved({**calls, **contest.calls(known)}, rounds, clock)
        print(f"A person with {answered} answers ({fired:.0f} rules fire):\n")
        print(_ratios(timings), end="\n\n")


def _ratios(timings: Mapping[str, Timing]) -> str:
    plain, written = timings[PLAIN].median, timings[WRITTEN].median
    rows = [
        [name, *map(number, (t.median, t.p99, t.median / plain, t.median / written))]
        for name, t in timings.items()
    ]
    return table(["", "median ms", "p99 ms", "x plain ifs", "x hand-written"], rows)


def growing(count: int, rounds: int, clock: Clock) -> None:
    """Synthetic bases of growing size, alike in shape."""
    rows, costs = [], []
    for rules in SIZES:
        contest = Contest(base(rules))
        everybody = [person(rules, seed) for seed in range(count)]
        fired = mean(map(contest.fired, everybody))
        timings = interleaved(contest.calls(everybody), rounds, clock)
        ours = timings["inference, experta"]
        costs.append((fired, ours.median))
        medians = [timings[name].median for name in timings]
        ratios = [ours.median / timings[name].median for name in (PLAIN, WRITTEN)]
        per_firing = 1000 * ours.median / fired
        rows.append([str(rules), f"{fired:.0f}", *map(number, (*medians, ours.p99, per_firing))])
        rows[-1] += map(number, ratios)
    print("Synthetic bases: median ms a person; then of inference, experta: p99 ms,")
    print("microseconds for each rule that fires, and ratios to the two peers.\n")
    names = [*ENGINES, "hand-written", "plain ifs"]
    ours_only = ["p99", "us/firing", "x plain ifs", "x hand-written"]
    print(table(["rules", "fire", *names, *ours_only], rows), end="\n\n")
    _verdict(costs)


def _verdict(costs: Sequence[tuple[float, float]]) -> None:
    (few, low), (many, high) = costs[0], costs[-1]
    grown = high / low <= NOISE * many / few
    print(f"From {SIZES[0]} to {SIZES[-1]} rules, {many / few:.1f} times as many rules fire")
    print(f"and a person costs {high / low:.1f} times as much with our matcher;")
    print(f"no faster than the rules that fire: {'met' if grown else 'NOT met'}.")
    met = "met" if high < LIMIT_MS else "NOT met"
    print(f"Under {LIMIT_MS:.0f} ms at {SIZES[-1]} rules: {high:.2f} ms, {met}.")


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--quick", action="store_true", help="fewer people, fewer rounds")
    parser.add_argument("--cpu", action="store_true", help="processor time, not wall time")
    asked = parser.parse_args()
    describe(asked.cpu)
    timed_by = thread_time_ns if asked.cpu else perf_counter_ns
    shipped(*((4, 3) if asked.quick else (10, 10)), timed_by)
    growing(*((4, 5) if asked.quick else (10, 15)), timed_by)
