"""People to give plans to: variations of the example person of the documentation."""

from __future__ import annotations

import random
from collections.abc import Iterable, Iterator
from itertools import cycle
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


WHEN_ILL = {
    fact.name
    for fact in facts_of(Profile).values()
    if fact.area == "health" and fact.type.kind not in ("truth", "set")
}
"""Numbers and choices about health, which somebody who is well does not give."""


def people(answered: int, seed: int = 0) -> Iterator[Profile]:
    """People without end who answered this many facts, with numbers that vary by a third."""
    draw = random.Random(f"{answered} {seed}")
    answers = yaml.safe_load(EXAMPLE.read_text(encoding="utf-8")) | MORE
    while True:
        names = draw.sample(list(answers), min(answered, len(answers)))
        try:
            yield Profile(**{name: _near(answers[name], name, draw) for name in names})
        except ProfileError:  # numbers that contradict each other; draw again
            continue


def strangers(seed: int = 0) -> Iterator[dict[str, Value]]:
    """People without end who answer anything at all, some much and some little.

    Every second one is well, or hardly anybody would get further than "see a doctor".
    """
    draw = random.Random(f"strangers {seed}")
    facts = facts_of(Profile).values()
    for share, well in zip(cycle((0.1, 0.5, 0.9)), cycle((True, False)), strict=False):
        yield {
            fact.name: _well(fact) if well and fact.area == "health" else _any(fact, draw)
            for fact in facts
            if draw.random() < share and not (well and fact.name in WHEN_ILL)
        }


def extremes() -> Iterator[dict[str, Value]]:
    """Everybody who gave one answer only: the least, the most, or one of the words."""
    for fact in facts_of(Profile).values():
        if fact.type.kind == "truth":
            answers: Iterable[Value] = (False, True)
        elif fact.type.kind == "number":
            answers = [limit for limit in (fact.low, fact.high) if limit is not None]
        else:
            several = fact.type.kind == "set"
            answers = [frozenset({word}) if several else word for word in fact.words]
        for answer in answers:
            yield {fact.name: answer}


def _near(answer: Any, name: str, draw: random.Random) -> Any:
    if isinstance(answer, bool) or not isinstance(answer, (int, float)):
        return answer
    number = answer * draw.uniform(2 / 3, 4 / 3)
    return round(number) if facts_of(Profile)[name].whole else round(number, 1)


def _well(fact: Fact) -> Value:
    """The answer that nothing is wrong."""
    return frozenset() if fact.type.kind == "set" else False


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
