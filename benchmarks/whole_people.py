"""Whole people: invented, with an answer to nearly everything, that agree with one another.

Each begins as somebody with good habits and differs in some answers, as people do. Kept are those
whom nothing asks to check their answers, and of whom three to ten findings are true. Hardly anybody
who looks for advice has fewer, and nobody has more.
"""

from __future__ import annotations

import random
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import yaml

from backfat_rules import Advisor, Plan, ProfileError
from backfat_rules.knowledge import load_knowledge
from backfat_rules.knowledge.rules import Mechanism
from backfat_rules.profile import Fact

SNAPSHOTS = Path(__file__).parent.parent / "tests" / "planning" / "snapshots" / "people.yaml"
GOOD_HABITS: dict[str, Any] = yaml.safe_load(SNAPSHOTS.read_text(encoding="utf-8"))["all-good"][
    "facts"
]
FEWEST, MOST = 3, 10
DIFFERENT = (0.03, 0.06, 0.1, 0.15, 0.2)
"""The share of answers in which somebody differs from good habits."""
ILL = 0.25
"""How much less often an answer about health differs."""


def whole_people(number: int, advisor: Advisor, seed: int = 0) -> Iterator[Plan]:
    """The plans of so many of them, the same ones each time."""
    draw = random.Random(f"whole people {seed}")
    found = 0
    while found < number:
        try:
            plan = advisor.recommend(_somebody(draw))
        except ProfileError:  # numbers that contradict each other; draw again
            continue
        if plan.gate != "clarify" and FEWEST <= _troubles(plan) <= MOST:
            found += 1
            yield plan


def _troubles(plan: Plan) -> int:
    findings = load_knowledge().findings
    return sum(
        each.holds and not isinstance(findings[each.id], Mechanism) for each in plan.findings
    )


def _somebody(draw: random.Random) -> dict[str, Any]:
    told = dict(GOOD_HABITS)
    share = draw.choice(DIFFERENT)
    for fact in load_knowledge().facts.values():
        if draw.random() < share * (ILL if fact.area == "health" else 1):
            told[fact.name] = _answer(fact, draw)
    told |= {"age": draw.randint(16, 75), "sex": draw.choice(["female", "male"])}
    return told


def _answer(fact: Fact, draw: random.Random) -> Any:
    words = sorted(getattr(load_knowledge(), fact.ids_of)) if fact.ids_of else list(fact.words)
    match fact.type.kind:
        case "truth":
            return draw.random() < 0.5
        case "choice":
            return draw.choice(words)
        case "set":
            return draw.sample(words, min(len(words), draw.choice([1, 1, 2])))
    low, high = fact.low or 0, 100 if fact.high is None else fact.high
    number = low + (high - low) * draw.betavariate(1.5, 3)
    return round(number) if fact.whole else round(number, 1)
