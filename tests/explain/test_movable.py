"""Which facts a way to clear or to bring advice may change."""

from __future__ import annotations

from typing import Any

import pytest

from backfat_rules.explain.movable import aimed_at, is_movable
from backfat_rules.language import parse
from backfat_rules.planning import Reasoner
from backfat_rules.planning.telling import Telling
from tests.planning.people import KNOWLEDGE

DIRECT = Reasoner(KNOWLEDGE, "direct")
WELL: dict[str, Any] = {
    **dict.fromkeys(("conditions", "medications", "symptoms", "pain_sites"), frozenset()),
    **dict.fromkeys(("pregnant", "breastfeeding", "acutely_ill", "recent_trauma"), False),
    "age": 30,
    "systolic_bp": 118,
    "diastolic_bp": 74,
    "weight_worry": 1,
    "sex": "male",
}
EYES = frozenset({"retinopathy"})


def person(**told: Any) -> Telling:
    """Somebody with some answers."""
    return DIRECT.telling(told)


@pytest.mark.parametrize(
    ("condition", "facts"),
    [
        ("sleep_hours < 7", {"sleep_hours"}),
        (
            "not sleep_hours < 7 and (desk_job or stress_level > 6)",
            {"sleep_hours", "desk_job", "stress_level"},
        ),
        ("bmi > 25", {"weight_kg", "height_cm"}),
        ("protein_g_per_day < weight_kg * 1.2", {"protein_g_per_day", "weight_kg"}),
        ("protein_g_per_day < bmi * 3", {"protein_g_per_day"}),
        ('"plank" in current_exercises', {"current_exercises"}),
        ("not desk_job", {"desk_job"}),
    ],
)
def test_what_a_condition_is_about(condition: str, facts: set[str]) -> None:
    """A limit that is computed says how far to go, and is not what has to change."""
    assert aimed_at(parse(condition), KNOWLEDGE) == facts


def test_a_hidden_number_is_not_moved() -> None:
    """Where a block hides the weight no way names another one, whatever is asked."""
    careful = person(conditions=frozenset({"eating_disorder"}), weight_kg=58.0)
    assert not is_movable("weight_kg", "short_sleep", True, careful)
    assert is_movable("sleep_hours", "short_sleep", True, careful)
    assert is_movable(
        "weight_kg", "short_sleep", True, person(**WELL, height_cm=170.0, weight_kg=68.0)
    )


def test_what_is_blocked_is_not_taken_up() -> None:
    """Of vigorous minutes that were not told nobody is asked for more while they are blocked."""
    fact = "vigorous_minutes_per_week"
    assert not is_movable(fact, "short_sleep", True, person(conditions=EYES))
    assert is_movable(fact, "short_sleep", True, person(conditions=EYES, **{fact: 20}))
    assert is_movable(fact, "short_sleep", True, person(**WELL))


def test_advice_is_cleared_by_its_end_alone() -> None:
    """To clear advice only what it is about may change; to bring it, or a finding, anything."""
    short = person(sleep_hours=5.5)
    assert is_movable("sleep_hours", "sleep-longer", False, short)
    assert not is_movable("stress_level", "sleep-longer", False, short)
    assert is_movable("stress_level", "sleep-longer", True, short)
    assert is_movable("stress_level", "short_sleep", False, short)
