"""The peers: the same rules as plain Python, hand-written experta, CLIPS and zen-engine.

Each is generated from the same clauses, as somebody would write it by hand for these rules, and
finds only which rules fire; the library's engines also derive severities and everything that is
false. ``python -m benchmarks.peers`` shows the source of each for a small base.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import clips
import zen

from backfat_rules.inference import Program
from backfat_rules.inference import experta_fence as fence
from backfat_rules.language import Facts, Value
from benchmarks.clauses import clauses_of, names_asked
from benchmarks.clips_source import ClipsSource
from benchmarks.experta_source import experta_source
from benchmarks.plain_source import plain_source
from benchmarks.zen_source import zen_layers, zen_source

Infer = Callable[[Facts], frozenset[str]]
"""From facts to the ids of the rules that fire."""


def ramp(number: float, zero_at: float, one_at: float) -> float:
    """The function of the language that is not Python's own."""
    return min(1.0, max(0.0, (number - zero_at) / (one_at - zero_at)))


FUNCTIONS = {"ramp": ramp, "count": len}
EXPERTA = ("AND", "Fact", "KnowledgeEngine", "MATCH", "OR", "P", "Rule", "TEST")


def plain_ifs(program: Program) -> Infer:
    """One function of ifs, from the lowest layer up."""
    run = _compiled(plain_source(program), FUNCTIONS)["infer"]
    return lambda facts: frozenset(run(facts))


def hand_written(program: Program) -> Infer:
    """An experta engine with a method for each rule; for each person reset, declare, run."""
    experta = {name: getattr(fence, name) for name in EXPERTA}
    names = _compiled(experta_source(program), {**FUNCTIONS, **experta})
    engine, person = names["Rules"](), names["Person"]

    def infer(facts: Facts) -> frozenset[str]:
        engine.reset()
        engine.fired = set()
        engine.declare(person(**facts))
        engine.run()
        return frozenset(engine.fired)

    return infer


def clipspy(program: Program) -> Infer:
    """CLIPS through clipspy; for each person reset, assert, run."""
    environment = clips.Environment()
    source = ClipsSource(program)
    for construct in source:
        environment.build(construct)
    person, fired = environment.find_template("person"), environment.find_global("fired")
    slots = frozenset(source.answers)

    def infer(facts: Facts) -> frozenset[str]:
        environment.reset()
        told = {name: _clips(value) for name, value in facts.items() if name in slots}
        person.assert_fact(**told)
        environment.run()
        return frozenset(fired.value)

    return infer


def zen_engine(program: Program) -> Infer:
    """zen-engine's fastest form: one compiled expression for each layer."""
    layers = [(layer, zen.compile_expression(zen_source(layer))) for layer in zen_layers(program)]
    asked = names_asked(clauses_of(program))

    def infer(facts: Facts) -> frozenset[str]:
        known = {
            name: list(value) if isinstance(value, frozenset) else value
            for name, value in facts.items()
            if name in asked
        }
        fired = set()
        for layer, expression in layers:
            for clause, worth in zip(layer, expression.evaluate(known), strict=True):
                if worth is not None:
                    if clause.name:
                        known[clause.name] = worth
                    if clause.fires:
                        fired.add(clause.fires)
        return frozenset(fired)

    return infer


PEERS: dict[str, Callable[[Program], Infer]] = {
    "plain Python ifs": plain_ifs,
    "clipspy": clipspy,
    "zen-engine": zen_engine,
    "hand-written experta": hand_written,
}


def _clips(value: Value) -> Any:
    if isinstance(value, frozenset):
        return tuple(map(clips.Symbol, sorted(value)))
    if isinstance(value, bool):
        return clips.Symbol(str(value).upper())
    return clips.Symbol(value) if isinstance(value, str) else value


def _compiled(source: str, names: dict[str, Any]) -> dict[str, Any]:
    """What a module of this source defines; the source comes from rules that were checked."""
    module = {"__name__": __name__, **names}
    exec(compile(source, "<peer>", "exec"), module)
    return module


if __name__ == "__main__":
    from benchmarks.synthetic import base

    small = base(16)
    print(plain_source(small), experta_source(small), *ClipsSource(small), sep="\n")
    print(*map(zen_source, zen_layers(small)), sep="\n\n")
