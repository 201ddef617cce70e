"""A reason is said once, however many rules of a finding come to it."""

from __future__ import annotations

from backfat_rules import recommend


def test_a_finding_whose_numbers_are_hidden_is_named_once() -> None:
    """Where grams stay unsaid, the plan does not repeat that there is too little protein."""
    facts = {"age": 75, "height_cm": 172, "weight_kg": 62, "goals": ["fat_loss"], "conditions": []}
    plan = recommend(facts | {"protein_g_per_day": 55}, engine="direct")
    (advice,) = [each for each in plan.recommendations if each.id == "protein-target"]
    texts = [reason.text for reason in advice.reasons]
    assert texts.count("Too little protein.") == 1
    assert not any("55 g" in text for text in texts)
