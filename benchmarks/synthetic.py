"""Synthetic rule bases of any size, alike in shape, and people to run them on.

A base of ``n`` rules asks for ``n / 4`` facts: numbers, truths, choices and sets. Half of the rules
conclude findings from facts, a quarter findings from findings and facts (chains up to four deep),
and a quarter is advice. A person answers nine facts in ten. The share of rules that fire is about
the same for every size, so the cost can be held against the number of rules that fire.
"""

from __future__ import annotations

import random

from backfat_rules.inference import Production, Program
from backfat_rules.language import Value, parse

WORDS = ("red", "green", "blue", "grey")
KINDS = ("number", "number", "truth", "choice", "set")
LAYERS = 3  # of findings that rest on findings


def facts_of(rules: int) -> dict[str, str]:
    """The facts of a base of this many rules, with their kinds."""
    kinds = (KINDS[at % len(KINDS)] for at in range(rules // 4))
    return {f"{kind}_{at}": kind for at, kind in enumerate(kinds)}


def base(rules: int, seed: int = 7) -> Program:
    """A base of exactly this many rules; the same for the same seed."""
    draw = random.Random(seed * 1000 + rules)
    facts = list(facts_of(rules))
    findings: list[Production] = []
    names: list[str] = []  # of the findings so far; two rules share each
    for at in range(rules // 2):
        _add(findings, names, _over_facts(facts, draw), at, "seen")
    lowest = len(names)
    for layer in range(LAYERS):
        below = names[-lowest:] if layer == 0 else names[lowest:]
        for at in range(rules // 4 // LAYERS):
            text = _over_findings(below, facts, draw)
            _add(findings, names, text, at, f"follows_{layer}")
    advice = []
    for at in range(rules - len(findings)):
        text = " and ".join(draw.sample(names, 1 + at % 2))
        advice.append(Production(f"advice-{at}", f"advice-{at}", parse(text)))
    return Program.build([], findings, advice)


def _add(rules: list[Production], names: list[str], text: str, at: int, kind: str) -> None:
    name = f"{kind}_{at // 2}"
    if at % 2 == 0:
        names.append(name)
    rules.append(Production(f"{kind}-{at}", name, parse(text)))


def _over_facts(facts: list[str], draw: random.Random) -> str:
    """A condition over one to three facts."""
    parts = [_leaf(name, draw) for name in draw.sample(facts, draw.choice((1, 2, 2, 3)))]
    if len(parts) == 3:
        return f"({parts[0]} or {parts[1]}) and {parts[2]}"
    return " and ".join(parts)


def _over_findings(findings: list[str], facts: list[str], draw: random.Random) -> str:
    """A condition over two findings, or over one and a fact."""
    if draw.random() < 0.5:
        return " or ".join(draw.sample(findings, 2)) if len(findings) > 1 else findings[0]
    return f"{draw.choice(findings)} and {_leaf(draw.choice(facts), draw)}"


def _leaf(name: str, draw: random.Random) -> str:
    kind, word = name.partition("_")[0], draw.choice(WORDS)
    match kind:
        case "number":
            return f"{name} {draw.choice(('<', '<=', '>', '>='))} {draw.randint(2, 8)}"
        case "truth":
            return draw.choice((name, f"not {name}"))
        case "choice":
            return draw.choice((f'{name} == "{word}"', f'{name} in ("{word}", "{WORDS[0]}")'))
    return f'"{word}" in {name}'


def person(rules: int, seed: int) -> dict[str, Value]:
    """The answers of one person to nine facts in ten of a base of this many rules."""
    draw = random.Random(seed)
    return {
        name: _answer(kind, draw) for name, kind in facts_of(rules).items() if draw.random() < 0.9
    }


def _answer(kind: str, draw: random.Random) -> Value:
    match kind:
        case "number":
            return draw.randint(0, 10)
        case "truth":
            return draw.random() < 0.5
        case "choice":
            return draw.choice(WORDS)
    return frozenset(draw.sample(WORDS, draw.randint(0, 3)))
