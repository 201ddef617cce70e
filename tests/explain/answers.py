"""What plans of invented people answer when asked; ``python -m tests.explain.answers`` renews it.

A change of the library shows in review as a change of these files.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from backfat_rules import Advisor, BackfatRulesError, Plan
from tests.planning.snapshot import PEOPLE

FOLDER = Path(__file__).parent / "answers"
RENEW = "If that is meant: python -m tests.explain.answers, and read what git shows."
ASKED = (
    *("emergency", "refer-first", "clarify", "few-answers", "asthma"),
    *("circuits", "rivals", "pregnant", "eating-disorder", "ranges"),
)
"""Those of the people whose plans are kept that are asked."""

NAMES = ("gate", "few_steps", "raised_appetite", "bmi", "weight_kg", "pregnant", "symptoms")
NOT_GIVEN = (
    *("sleep-longer", "slight-deficit", "hard-intervals", "core-basics", "drink-enough"),
    *("burpee", "hiit_protocol", "oats", "short_sleep", "raised_appetite", "pregnancy"),
)
CHANGES: tuple[dict[str, Any], ...] = (
    {"sleep_hours": 8.5, "stress_level": 2, "pain_sites": []},
    {"sleep_hours": 4, "strength_sessions_per_week": 3, "protein_g_per_day": 30},
    {"symptoms": ["chest_pain"]},
    {"sleep_hours": None, "strength_sessions_per_week": None, "age": 15},
)


def plan_of(person: str) -> Plan:
    """The plan of one of the people, told as they read it."""
    about = PEOPLE[person]
    decision = Advisor(engine="direct").decide(about["facts"])
    return decision.plan(units=about.get("units", "metric"), country=about.get("country"))


def answers_of(person: str) -> str:
    """All that the plan of a person answers, as JSON."""
    plan = plan_of(person)
    advice = [each.id for each in plan.recommendations[:2]]
    withheld, said = plan.withheld[:2], plan.messages[:2]
    entries = [*advice, *(each.id for each in withheld), *(each.id for each in said)]
    changes = {json.dumps(change): change for change in CHANGES}
    answers = {
        "why": {id: _answer(plan.why, id) for id in (*NAMES, *entries)},
        "why_not": {id: _answer(plan.why_not, id) for id in (*NOT_GIVEN, *entries)},
        "what_if": {text: _answer(plan.what_if, **change) for text, change in changes.items()},
        "clear": {id: _answer(plan.least_change, clear=id) for id in entries},
        "gain": {id: _answer(plan.least_change, gain=id) for id in NOT_GIVEN[:5]},
        "outlook": _answer(lambda: plan.outlook),
    }
    return json.dumps(answers, ensure_ascii=False, indent=1) + "\n"


def _answer(ask: Callable[..., Any], *about: str, **told: Any) -> Any:
    """An answer as data and as a person reads it; a refusal as its words."""
    try:
        found = ask(*about, **told)
    except BackfatRulesError as refusal:
        return str(refusal)
    if isinstance(found, tuple):
        return [_shortened(json.loads(each.model_dump_json())) for each in found]
    data = _shortened(json.loads(found.model_dump_json()))
    return {**data, "text": str(found).splitlines()}


def _shortened(data: Any) -> Any:
    """Sources by their ids, without empty parts, and not what nearly everybody has."""
    if isinstance(data, list):
        return list(map(_shortened, data))
    if not isinstance(data, dict):
        return data
    return dict(_shown(data))


def _shown(data: dict[str, Any]) -> Iterator[tuple[str, Any]]:
    for name, value in data.items():
        if name == "sources" and value:
            yield name, " ".join(each["id"] for each in value)
        elif name in ("possible", "ruled_out"):
            yield name, len(value)
        elif value not in (None, [], {}):
            yield name, _shortened(value)


def main() -> None:
    """Write the answers to all people anew."""
    FOLDER.mkdir(exist_ok=True)
    for person in ASKED:
        (FOLDER / f"{person}.json").write_text(answers_of(person), encoding="utf-8")


if __name__ == "__main__":
    main()
