"""The peers: the same rules as plain Python ifs, and as a hand-written experta engine.

Both are Python source, as somebody would write it by hand for these rules, compiled once. They find
only which rules fire; the library's engines also derive severities, everything that is false, and
what decided each rule. ``python benchmarks/peers.py`` shows the source of both for a small base.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from backfat_rules.inference import Program
from backfat_rules.inference.experta_fence import (
    AND,
    MATCH,
    OR,
    TEST,
    Fact,
    KnowledgeEngine,
    P,
    Rule,
)
from backfat_rules.language import Facts
from benchmarks.peer_sources import experta_source, plain_source

Infer = Callable[[Facts], frozenset[str]]
"""From facts to the ids of the rules that fire."""


def ramp(number: float, zero_at: float, one_at: float) -> float:
    """The function of the language that is not Python's own."""
    return min(1.0, max(0.0, (number - zero_at) / (one_at - zero_at)))


FUNCTIONS = {"ramp": ramp, "count": len}
EXPERTA = {
    "AND": AND,
    "Fact": Fact,
    "KnowledgeEngine": KnowledgeEngine,
    "MATCH": MATCH,
    "OR": OR,
    "P": P,
    "Rule": Rule,
    "TEST": TEST,
}


def plain_ifs(program: Program) -> Infer:
    """One function of ifs, from the lowest layer up."""
    run = _compiled(plain_source(program), FUNCTIONS)["infer"]
    return lambda facts: frozenset(run(facts))


def hand_written(program: Program) -> Infer:
    """An experta engine with a method for each rule; for each person reset, declare, run."""
    names = _compiled(experta_source(program), {**FUNCTIONS, **EXPERTA})
    engine, person = names["Rules"](), names["Person"]

    def infer(facts: Facts) -> frozenset[str]:
        engine.reset()
        engine.fired = set()
        engine.declare(person(**facts))
        engine.run()
        return frozenset(engine.fired)

    return infer


def _compiled(source: str, names: dict[str, Any]) -> dict[str, Any]:
    """What a module of this source defines; the source comes from rules that were checked."""
    module = {"__name__": __name__, **names}
    exec(compile(source, "<peer>", "exec"), module)
    return module


if __name__ == "__main__":
    from benchmarks.synthetic import base

    print(plain_source(base(16)), experta_source(base(16)), sep="\n")
