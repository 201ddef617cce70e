"""People to give plans to: variations of the example person of the documentation."""

from __future__ import annotations

import random
from pathlib import Path
from typing import Any

import yaml

from backfat_rules import Profile, ProfileError
from backfat_rules.language import Value
from backfat_rules.profile import Fact, facts_of

EXAMPLE = Path(__file__).parent.parent / "docs" / "examples" / "person.yaml"
MORE: dict[str, Any] = {
    "bedroom_restful": False,
    "late_heavy_meals_per_week": 3,
    "relaxation_minutes_per_day": 5,
    "vigorous_minutes_per_week": 10,
    "rest_day_activity_minutes": 20,
    "calories_per_day": 2200,
    "fibre_g_per_day": 15,
    "whole_grain_servings_per_day": 1,
    "high_calorie_snacks_per_day": 2,
    "overeats": True,
    "back_sessions_per_week": 0,
    "weeks_trained_of_last_8": 2,
}
"""What is answered beyond the example, to make 60 facts."""


def people(answered: int, count: int) -> list[Profile]:
    """People who answered this many facts, each others, with numbers that vary by a third."""
    draw = random.Random(answered)
    answers = yaml.safe_load(EXAMPLE.read_text(encoding="utf-8")) | MORE
    found: list[Profile] = []
    while len(found) < count:
        names = draw.sample(list(answers), min(answered, len(answers)))
        try:
            found.append(Profile(**{name: _near(answers[name], name, draw) for name in names}))
        except ProfileError:  # numbers that contradict each other; draw again
            continue
    return found


def strangers(count: int) -> list[dict[str, Value]]:
    """Facts of people who answer anything at all, to compare engines on."""
    draw = random.Random(3)
    facts = facts_of(Profile).values()
    return [
        {fact.name: _any(fact, draw) for fact in facts if draw.random() < share}
        for share in (0.1, 0.5, 0.9)
        for _ in range(count)
    ]


def _near(answer: Any, name: str, draw: random.Random) -> Any:
    if isinstance(answer, bool) or not isinstance(answer, (int, float)):
        return answer
    number = answer * draw.uniform(2 / 3, 4 / 3)
    return round(number) if facts_of(Profile)[name].whole else round(number, 1)


def _any(fact: Fact, draw: random.Random) -> Value:
    low, high = fact.low or 0, fact.high or 100
    words = fact.words or tuple(sorted(fact.type.values or ())) or ("plank", "row")
    match fact.type.kind:
        case "truth":
            return draw.random() < 0.5
        case "number":
            return draw.randint(int(low), int(high)) if fact.whole else draw.uniform(low, high)
        case "choice":
            return draw.choice(words)
    return frozenset(draw.sample(words, draw.randint(0, min(3, len(words)))))
