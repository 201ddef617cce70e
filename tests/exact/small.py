"""Facts of the random small rule bases, with ranges so small that all completions can be listed."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from itertools import chain, combinations, product

from backfat_rules.inference import Program
from backfat_rules.inference.direct import DirectEngine
from backfat_rules.language import NUMBER, TRUTH, Facts, Value, choice_of, set_of
from backfat_rules.profile import Fact
from tests.inference.programs import CHOICES, NUMBERS, SETS, TRUTHS, WORDS

LEAST, MOST = 0, 3


def facts(
    steps: Mapping[str, float] | None = None, fixed: frozenset[str] = frozenset()
) -> dict[str, Fact]:
    """Metadata of every fact; ``fixed`` ones are not changeable."""
    made = [
        *(
            Fact(n, NUMBER, n, low=LEAST, high=MOST, whole=True, step=(steps or {}).get(n, 1))
            for n in NUMBERS
        ),
        *(Fact(n, TRUTH, n) for n in TRUTHS),
        *(Fact(n, set_of(WORDS), n, words=WORDS) for n in SETS),
        *(Fact(n, choice_of(WORDS), n, words=WORDS) for n in CHOICES),
    ]
    return {fact.name: replace(fact, changeable=fact.name not in fixed) for fact in made}


def values(fact: Fact) -> list[Value]:
    """Everything that a fact can be."""
    match fact.type.kind:
        case "truth":
            return [False, True]
        case "number":
            return list(range(LEAST, MOST + 1))
        case "set":
            sizes = (combinations(WORDS, size) for size in range(len(WORDS) + 1))
            return [frozenset(words) for words in chain.from_iterable(sizes)]
        case _:
            return list(WORDS)


def completions(meta: Mapping[str, Fact], known: Facts, over: frozenset[str]) -> Iterator[Facts]:
    """Every completion of the facts in ``over`` that are not told."""
    missing = [name for name in meta if name in over and known.get(name) is None]
    for chosen in product(*(values(meta[name]) for name in missing)):
        yield {**known, **dict(zip(missing, chosen, strict=True))}


def truths(program: Program, told: Facts) -> dict[str, bool | None]:
    """What the direct engine concludes of every finding and advice; advice that is silent: None."""
    derived = DirectEngine(program).derive(told)
    found: dict[str, bool | None] = {id: derived.findings.get(id) for id in program.findings}
    for id in program.advice:
        found[id] = True if id in derived.fired else None
    return found
