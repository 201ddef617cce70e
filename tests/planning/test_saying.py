"""What is said besides advice: nothing milder beside an emergency, and guidance."""

from __future__ import annotations

import pytest

from backfat_rules import Plan, Profile, load_knowledge, recommend

SCREENING = load_knowledge().screening


def said(plan: Plan, kind: str) -> list[str]:
    """The ids of the messages of one kind."""
    return [message.id for message in plan.messages if message.kind == kind]


@pytest.mark.parametrize(
    ("profile", "gate"),
    [
        (Profile(pain_sites={"lower_back"}, symptoms={"saddle_numbness"}), "emergency"),
        (Profile(suicidal_thoughts=True, phq2=5, age=15, goals={"fat_loss"}), "emergency"),
        (Profile(systolic_bp=190, diastolic_bp=115), "urgent"),
    ],
)
def test_nothing_milder_is_said_beside_a_gate_without_a_plan(profile: Profile, gate: str) -> None:
    """Who is sent to help now is not told to see somebody in the coming days."""
    plan = recommend(profile)

    assert plan.gate == gate
    assert plan.messages
    assert {SCREENING[message.id].gate for message in plan.messages} == {gate}


def test_who_told_a_diagnosis_alone_is_told_that_more_is_needed() -> None:
    """A health answer changes the gate, and the plan still says that little is known of habits."""
    plan = recommend(Profile(conditions={"diabetes_other"}))

    assert plan.gate == "modify"
    assert "insufficient-data" in said(plan, "guidance")
    assert len(said(plan, "guidance")) > 3


def test_guidance_keeps_to_the_gate_and_the_blocks() -> None:
    """No training before a doctor has looked, and no adult amounts below 18."""
    to_a_doctor = recommend(Profile(systolic_bp=165, diastolic_bp=95))
    young = recommend(Profile(age=14))

    assert to_a_doctor.gate == "refer_first"
    for plan in (to_a_doctor, young):
        texts = " ".join(m.text for m in plan.messages if m.kind == "guidance")
        assert "vegetables" in texts
        assert "muscle" not in texts
        assert "steps" not in texts
    assert "7 to 9 hours" not in str(young)
