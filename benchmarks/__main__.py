"""One table of what the library promises to cost: ``make benchmark``."""

from __future__ import annotations

import argparse

from benchmarks import inference, start, verbs, worst
from benchmarks.measure import Effort, describe
from benchmarks.report import goals_table, number


def main() -> None:
    """Measure everything and print it."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks", description=__doc__)
    parser.add_argument("--quick", action="store_true", help="a tenth of the people: a first look")
    parser.add_argument("--cpu", action="store_true", help="processor time, on a busy machine")
    effort = Effort(**vars(parser.parse_args()))
    describe(effort)
    rules = inference.Rules.shipped()
    rules.agree(100 if effort.quick else 1000)
    found = rules.medians(effort)
    speed = inference.speed_of(found)
    print(f"\n{inference.peers_table(found)}\n")
    there = " / ".join(map(number, inference.REFERENCE))
    here = " / ".join(map(number, found[inference.PLAIN]))
    print(f"Plain ifs take {here} ms here and {there} on the machine of reference:")
    print(f"milliseconds are allowed {number(speed)} times the goal.")
    lines = [*inference.lines(found, effort), *verbs.lines(effort)]
    lines += [*worst.lines(effort), *start.lines(effort)]
    print(f"Two numbers are for 12 and for 60 answers.\n\n{goals_table(lines, speed)}")


if __name__ == "__main__":
    main()
