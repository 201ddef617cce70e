"""What it costs to explain a plan: why, why not, what if, least change, outlook, next question.

Run ``python benchmarks/explain.py``; with ``--quick`` for a first look. Times are of the
processor, so that other programs add little. Each person is new and nothing is asked twice. What
is kept for good (knowledge, engine, prepared conditions) the first person pays for, who is shown
alone.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable, Iterator
from functools import partial
from random import Random
from statistics import median
from time import process_time_ns

from backfat_rules import Interview, Profile, load_knowledge, recommend
from backfat_rules.planning.reasons import as_json
from benchmarks.measure import describe, number, table
from benchmarks.people import people

ANSWERS = (0, 3, 20, 60)
FIRST = 40
"""How much the first person answered."""

LIMIT_MS = 300.0
IDS = 5
"""For how many ids of one plan each question about an id is asked."""

Call = Callable[[], object]
Samples = dict[tuple[str, int], list[float]]


def calls(profile: Profile, draw: Random) -> Iterator[tuple[str, Call]]:
    """Every explanation of one person's plan, by name."""
    plan = recommend(profile)
    advised = [each.id for each in plan.recommendations]
    others = [id for id in load_knowledge().recommendations if id not in plan]
    for id in _some(advised, draw) or ["gate"]:
        yield "why", partial(plan.why, id)
    for id in _some(others, draw):
        yield "why_not", partial(plan.why_not, id)
    yield "what_if", partial(plan.what_if, sleep_hours=8)
    for id in _some(advised, draw):
        yield "least_change, clear", partial(plan.least_change, clear=id)
    for id in _some(others, draw):
        yield "least_change, gain", partial(plan.least_change, gain=id)
    told = {name: as_json(value) for name, value in profile.known().items()}
    interview = Interview(answers=told)
    pair: list[tuple[str, Call]] = [
        ("outlook", lambda: plan.outlook),
        ("Interview.question", lambda: interview.question),
    ]
    draw.shuffle(pair)  # the second finds some of its work done
    yield from pair


def _some(ids: list[str], draw: Random) -> list[str]:
    return draw.sample(ids, min(IDS, len(ids)))


def measure(count: int) -> Samples:
    """Milliseconds of each call, by its name and how much the person had answered."""
    draw = Random(5)
    samples: Samples = {}
    for answered in (FIRST, *ANSWERS):
        everybody = people(answered, 1 if answered == FIRST else count) if answered else [Profile()]
        for profile in everybody:
            for name, call in calls(profile, draw):
                start = process_time_ns()
                call()
                spent = (process_time_ns() - start) / 1e6
                samples.setdefault((name, answered), []).append(spent)
    return samples


def report(samples: Samples) -> bool:
    """Print the table; whether no call took longer than is promised."""
    names = list(dict.fromkeys(name for name, _ in samples))
    rows = []
    for name in names:
        row = [name, number(max(samples[name, FIRST]))]
        for answered in ANSWERS:
            found = samples.get((name, answered))
            row += [number(median(found)), number(max(found))] if found else ["-", "-"]
        rows.append(row)
    print("Milliseconds of the processor: median and worst, by the number of answers.\n")
    headings = ["", "first person"]
    headings += [f"{n}: {what}" for n in ANSWERS for what in ("median", "worst")]
    print(table(headings, rows))
    worst = max(spent for each in samples.values() for spent in each)
    calls_made = sum(map(len, samples.values()))
    met = worst < LIMIT_MS
    print(f"\n{calls_made} calls; each under {LIMIT_MS:.0f} ms: {'met' if met else 'NOT met'}.")
    return met


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--quick", action="store_true", help="fewer people")
    asked = parser.parse_args()
    describe(cpu=True)
    sys.exit(not report(measure(4 if asked.quick else 20)))
