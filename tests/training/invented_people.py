"""Invented people of all kinds, each by a number: the same number is always the same person."""

from __future__ import annotations

import random
from typing import Any

from backfat_rules.knowledge import load_knowledge
from backfat_rules.profile import Fact

KNOWLEDGE = load_knowledge()
SHARES = (0.12, 0.35, 0.6, 0.95)
"""How many of the questions people have answered."""

HEALTHY: dict[str, Any] = {
    "age": 35,
    "sex": "male",
    "conditions": [],
    "medications": [],
    "symptoms": [],
    "pain_sites": [],
    "pain_intensity": 0,
    "recent_trauma": False,
    "acutely_ill": False,
    "pregnant": False,
    "snores_with_pauses": False,
    "sleep_hours": 7,
    "stress_level": 3,
}


def person(number: int) -> dict[str, Any]:
    """Every other one is mostly healthy and differs in training; the rest may tell anything."""
    chance = random.Random(number)
    share = chance.choice(SHARES)
    told: dict[str, Any] = dict(HEALTHY) if number % 2 else {}
    for fact in KNOWLEDGE.facts.values():
        wish = fact.area == "training"
        if chance.random() < (max(share, 0.6) if wish else share if not number % 2 else share / 20):
            if fact.area == "health" and fact.type.kind == "set" and chance.random() < 0.85:
                told[fact.name] = []
            elif fact.name == "suicidal_thoughts":
                told[fact.name] = False
            else:
                told[fact.name] = _answer(chance, fact)
    if told.get("minutes_per_session") is not None and chance.random() < 0.8:
        told["minutes_per_session"] = chance.choice([10, 15, 20, 30, 40, 45, 60, 75, 90])
    return told


def _answer(chance: random.Random, fact: Fact) -> Any:
    if fact.type.kind == "truth":
        return chance.random() < 0.3
    if fact.type.kind == "number":
        low, high = fact.low or 0, 1000 if fact.high is None else fact.high
        number = low + (high - low) * chance.betavariate(2, 5)
        return round(number) if fact.whole else round(number, 1)
    words = list(fact.words) or sorted(getattr(KNOWLEDGE, fact.ids_of or "exercises"))
    if fact.type.kind == "choice":
        return chance.choice(words)
    return sorted(chance.sample(words, min(len(words), chance.choice([0, 1, 1, 2, 3, 4]))))
