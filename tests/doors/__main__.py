"""Random input through every door, for so many minutes: ``make doors``.

Each round draws anew. The first input that ends otherwise than in a result or a refusal is shown
in its smallest form, and the command ends with 1; else it prints, for each door, how many came,
and how many of them were taken.
"""

from __future__ import annotations

import argparse
import random
import time
from collections import Counter

from hypothesis import HealthCheck, Phase, given, seed, settings

from tests.doors.doors import DOORS, Door

ROUND = 200
PHASES = [Phase.generate, Phase.shrink]


def tried(door: Door, count: int, drawn: int) -> Counter[bool]:
    """How many inputs a door took, and how many it refused."""
    seen: Counter[bool] = Counter()

    @seed(drawn)
    @settings(
        max_examples=count,
        deadline=None,
        database=None,
        phases=PHASES,
        suppress_health_check=list(HealthCheck),
    )
    @given(door.given)
    def enter(given: object) -> None:
        seen[door.takes(given)] += 1

    enter()
    return seen


def main() -> None:
    """Take turns among the doors until the time is over."""
    parser = argparse.ArgumentParser(prog="python -m tests.doors", description=__doc__)
    parser.add_argument("--minutes", type=float, default=20)
    parser.add_argument("--seed", type=int, default=random.randrange(2**32))
    asked = parser.parse_args()
    print(f"seed {asked.seed}", flush=True)
    seen: dict[str, Counter[bool]] = {name: Counter() for name in DOORS}
    end = time.monotonic() + asked.minutes * 60
    drawn = asked.seed
    while time.monotonic() < end:
        drawn += 1
        for name, door in DOORS.items():
            count = ROUND if name != "an overlay" else 3
            if time.monotonic() < end:
                seen[name] += tried(door, count, drawn)
    for name, counts in seen.items():
        print(f"{counts.total():>8,} came, {counts[True]:>8,} were taken: {name}")
    print(f"{sum(counts.total() for counts in seen.values()):>8,} in all")


if __name__ == "__main__":
    main()
