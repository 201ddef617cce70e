"""Everything that decides, decides the same: ``make agreement``.

Random people are derived and decided by the definition (``language.evaluate``, layer by layer) and
by every engine, a part of them by experta's own Rete network too: the decisions must be the same to
the byte. Prints how many agreed and the first difference.
"""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor
from functools import cache
from itertools import islice
from typing import get_args

from backfat_rules import Advisor, Decision, ProfileError, load_knowledge
from backfat_rules.decision import Person
from backfat_rules.decision.assemble import decision_of
from backfat_rules.decision.stored import to_json
from backfat_rules.inference import Derivation, Engine, EngineName, Program, make_engine
from backfat_rules.inference.by_definition import DefinitionEngine
from backfat_rules.language import Facts
from backfat_rules.planning.told import checked_facts
from benchmarks.people import strangers

COUNT, CHUNK = 100_000, 250
EVERY = {"experta-rete": 250}
"""Of so many people one: what takes long."""


def difference(seed: int, count: int) -> str:
    """The first difference among some people; empty where all agree."""
    for at, facts in enumerate(islice(strangers(seed), count)):
        for apart in _differences(facts, at):
            return f"{apart}, for {dict(sorted(facts.items()))}"
    return ""


def _differences(facts: Facts, at: int) -> Iterator[str]:
    definition, engines = _shared()
    told = accepted(facts)
    if told is None:  # answers that contradict each other, which no advisor takes
        return
    first = definition.derive(told)
    decided = decision(first)
    for name, engine in engines.items():
        if at % EVERY.get(name, 1) == 0:
            derivation = engine.derive(told)
            if derivation != first:
                yield f"{name} derives something else than the definition"
            if Advisor(engine=name).decide(told).model_dump_json() != decided:
                yield f"{name} decides something else than the definition"


def accepted(facts: Facts) -> Facts | None:
    """Facts as advisors take them; None where they are refused."""
    try:
        return checked_facts(facts, load_knowledge())
    except ProfileError:
        return None


def decision(derivation: Derivation) -> str:
    """The decision on a derivation, as JSON."""
    return to_json(decision_of(Person(derivation, load_knowledge()), Decision))


@cache
def _shared() -> tuple[DefinitionEngine, dict[EngineName, Engine]]:
    """What each process builds once."""
    program = Program.of(load_knowledge())
    names: tuple[EngineName, ...] = get_args(EngineName)
    return DefinitionEngine(program), {name: make_engine(name, program) for name in names}


def main() -> None:
    """Compare so many people on all cores, and stop at the first difference."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.agreement", description=__doc__)
    parser.add_argument("count", type=int, nargs="?", default=COUNT, help="how many people")
    count = parser.parse_args().count
    sizes = [min(CHUNK, count - start) for start in range(0, count, CHUNK)]
    agreed = 0
    with ProcessPoolExecutor(os.cpu_count()) as pool:
        for size, apart in zip(sizes, pool.map(difference, range(len(sizes)), sizes), strict=True):
            if apart:
                pool.shutdown(cancel_futures=True)
                sys.exit(f"After {agreed:,} people who agreed: {apart}")
            agreed += size
            if agreed % 10_000 == 0:
                print(f"{agreed:,} people agree.", flush=True)
    print(f"All {agreed:,} people agree.")


if __name__ == "__main__":
    main()
