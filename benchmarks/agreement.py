"""Everything that decides, decides the same: ``make agreement``.

Random people are derived by the definition (``language.evaluate``, layer by layer), by ``direct``
and ``experta``, and a part of them by experta's own Rete network. The decision, or where the
library has none apart from its words the plan, must be the same to the byte. Prints how many
agreed and the first difference.
"""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor
from functools import cache
from itertools import islice
from typing import Any, get_args

from backfat_rules import Advisor, ProfileError, load_knowledge
from backfat_rules.inference import Derivation, Engine, EngineName, Program, make_engine
from backfat_rules.language import Facts, Value, evaluate
from benchmarks.inference import fired
from benchmarks.people import strangers

COUNT, CHUNK = 100_000, 250
EVERY = {"experta-rete": 250, "plan": 25}
"""Of so many people one: what takes long."""


def difference(seed: int, count: int) -> str:
    """The first difference among some people; empty where all agree."""
    for at, facts in enumerate(islice(strangers(seed), count)):
        for apart in _differences(facts, at):
            return f"{apart}, for {dict(sorted(facts.items()))}"
    return ""


def _differences(facts: Facts, at: int) -> Iterator[str]:
    program, engines, advisors = _shared()
    values, findings, rules = defined(program, facts)
    first: Derivation | None = None
    for name, engine in engines.items():
        if at % EVERY.get(name, 1):
            continue
        derivation = engine.derive(facts)
        if (dict(derivation.values), dict(derivation.findings)) != (values, findings):
            yield f"{name} knows something else than the definition"
        if fired(derivation) != rules:
            yield f"{name} fires other rules than the definition"
        if first is not None and derivation != first:
            yield f"{name} derives something else than direct"
        first = first or derivation
    decisions = {name: _decided(advisor, facts, at) for name, advisor in advisors.items()}
    if len(set(decisions.values())) > 1:
        yield f"{' and '.join(decisions)} decide differently"


def defined(
    program: Program, facts: Facts
) -> tuple[dict[str, Value], dict[str, Value], frozenset[str]]:
    """Values, findings and the rules that fire, as the language defines them."""
    known: dict[str, Value] = {name: value for name, value in facts.items() if value is not None}
    truths: dict[str, Value] = {}
    for name in (name for layer in program.layers for name in layer):
        if name in program.calculations:
            known[name] = evaluate(program.calculations[name].formula, known)
            continue
        rules = {each.id: evaluate(each.condition, known) for each in program.findings[name]}
        truths |= rules
        found = rules.values()
        known[name] = True if True in found else None if None in found else False
    truths |= {each.id: evaluate(each.condition, known) for each in program.advice.values()}
    concluded = {name: known[name] for name in program.stratum if known[name] is not None}
    return (
        {name: value for name, value in concluded.items() if name in program.calculations},
        {name: value for name, value in concluded.items() if name in program.findings},
        frozenset(id for id, truth in truths.items() if truth is True),
    )


def _decided(advisor: Any, facts: Facts, at: int) -> str:
    """The decision as JSON, or now and then the plan; answers that contradict are refused."""
    told = {name: sorted(v) if isinstance(v, frozenset) else v for name, v in facts.items()}
    try:
        if hasattr(advisor, "decide"):
            return str(advisor.decide(told).model_dump_json())
        return "" if at % EVERY["plan"] else str(advisor.recommend(told).model_dump_json())
    except ProfileError:
        return "refused"


@cache
def _shared() -> tuple[Program, dict[str, Engine], dict[str, Advisor]]:
    """What each process builds once."""
    names: tuple[EngineName, ...] = get_args(EngineName)
    program = Program.of(load_knowledge())
    engines: dict[str, Engine] = {name: make_engine(name, program) for name in sorted(names)}
    return (
        program,
        engines,
        {name: Advisor(engine=name) for name in names if name != "experta-rete"},
    )


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
