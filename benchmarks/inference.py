"""What follows from the facts: our engines beside the peers, on the shipped rules."""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass
from importlib import import_module
from itertools import islice
from statistics import mean
from typing import Any

from backfat_rules import load_knowledge
from backfat_rules.inference import Program, make_engine
from backfat_rules.language import Facts
from benchmarks.measure import Contestant, Effort, medians
from benchmarks.peers import PEERS, Infer
from benchmarks.people import people, strangers
from benchmarks.report import Line, number, table
from benchmarks.synthetic import base, person

ANSWERS = (12, 60)
REFERENCE = (0.017, 0.033)
"""Milliseconds that the plain ifs take on the machine that the goals were set on."""

DIRECT, EXPERTA, ALONE = "inference, direct", "inference, experta", "compiled rules alone"
PLAIN, CLIPS, ZEN, WRITTEN = PEERS
FEW, MANY = 60, 480
Medians = Mapping[str, tuple[float, ...]]


def whole(derivation: Any) -> object:
    """A derivation with what it works out when asked: the open screening, what is false."""
    if hasattr(derivation, "open"):
        return derivation.open, derivation.truth(next(iter(derivation.rules.program.advice)))
    return derivation


def fired(derivation: Any) -> frozenset[str]:
    """The ids of the rules that fired."""
    if hasattr(derivation, "fired_rules"):
        return frozenset(derivation.fired_rules)
    return frozenset(each.rule for each in derivation.firings)


@dataclass(frozen=True)
class Rules:
    """A program, and everything that runs it."""

    program: Program
    peers: Mapping[str, Infer]

    @classmethod
    def shipped(cls) -> Rules:
        """The library's own."""
        program = Program.of(load_knowledge())
        return cls(program, {name: make(program) for name, make in PEERS.items()})

    def agree(self, count: int) -> None:
        """Stop where a peer does not fire the same rules for so many random people.

        Hand-written experta takes half a second for one of them and meets fewer.
        """
        direct = make_engine("direct", self.program)
        for name, infer in self.peers.items():
            met = max(3, count // 50) if name == WRITTEN else count
            apart: Counter[str] = Counter()
            for facts in islice(strangers(), met):
                apart.update(infer(facts) ^ fired(direct.derive(facts)))
            if apart:
                sys.exit(f"The comparison is void: {name} differs in {apart.most_common(5)}.")
            print(f"{name}: the same rules fire for {met} random people.", flush=True)

    def runs(self) -> dict[str, Callable[[Facts], object]]:
        """Engines and peers by name; the compiled rules alone only where the library has them."""
        direct = make_engine("direct", self.program)
        runs = {
            DIRECT: lambda facts: whole(direct.derive(facts)),
            EXPERTA: make_engine("experta", self.program).derive,
        }
        with suppress(ModuleNotFoundError):
            compiled = import_module("backfat_rules.inference.compiled")
            rules = compiled.CompiledProgram(self.program)
            runs[ALONE] = lambda facts: rules.infer(dict(facts))
        return {**runs, **self.peers}

    def medians(self, effort: Effort) -> Medians:
        """Milliseconds for a person with 12 and one with 60 answers."""
        runs = self.runs()
        found = [
            medians(
                {
                    name: Contestant(run, told(answered, seed))
                    for seed, (name, run) in enumerate(runs.items())
                },
                effort,
                rounds=20,
            )
            for answered in ANSWERS
        ]
        return {name: tuple(each[name] for each in found) for name in runs}


def told(answered: int, seed: int) -> Iterator[Facts]:
    """The facts of people with so many answers."""
    return (each.known() for each in people(answered, seed))


def speed_of(found: Medians) -> float:
    """How many times as long this machine takes as the one of reference."""
    return mean(here / there for here, there in zip(found[PLAIN], REFERENCE, strict=True))


def lines(found: Medians, effort: Effort) -> Iterator[Line]:
    """The goals of inference."""
    yield Line("inference, direct: truth, values, open screening", (0.1, 0.12), found[DIRECT])
    yield Line(EXPERTA, (0.4, 1.5), found[EXPERTA])
    yield from _synthetic(effort)
    alone = found.get(ALONE)
    yield Line("compiled rules alone, of clipspy", (0.1, 0.1), _ratio(alone, found[CLIPS]), "x")
    yield Line("compiled rules alone, of zen-engine", (0.25, 0.25), _ratio(alone, found[ZEN]), "x")
    whole = _ratio(found[DIRECT], found[CLIPS])
    yield Line("whole derivation, direct, of clipspy", (0.333, 0.333), whole, "x")


def _ratio(ours: tuple[float, ...] | None, peer: tuple[float, ...]) -> tuple[float, ...] | None:
    return ours and tuple(a / b for a, b in zip(ours, peer, strict=True))


def _synthetic(effort: Effort) -> Iterator[Line]:
    """Bases of two sizes: a person must not cost more than the rules that fire."""
    costs, fires = {}, {}
    for size in (FEW, MANY):
        engine = make_engine("experta", base(size))
        everybody = [person(size, seed) for seed in range(1000)]
        run = {EXPERTA: Contestant(engine.derive, iter(everybody))}
        costs[size] = medians(run, effort)[EXPERTA]
        fires[size] = mean(len(fired(engine.derive(each))) for each in everybody[:30])
    yield Line("480 synthetic rules, experta", (1.5,), (costs[MANY],))
    growth = (costs[MANY] / costs[FEW]) / (fires[MANY] / fires[FEW])
    yield Line("growth from 60 to 480 rules, of the rules that fire", (1.15,), (growth,), "x")


def peers_table(found: Medians) -> str:
    """Milliseconds at 12 and 60 answers, and ratios to each peer."""
    rows = [
        [name, *map(number, here)]
        + [" / ".join(map(number, _ratio(here, found[peer]) or ())) for peer in PEERS]
        for name, here in found.items()
    ]
    return table(["ms", "12", "60", *(f"x {peer}" for peer in PEERS)], rows)
