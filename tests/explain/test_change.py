"""What if, and what changed since."""

from __future__ import annotations

import pytest
from hypothesis import given, settings

from backfat_rules import BackfatRulesError, Plan, Profile, ProfileError, recommend
from tests.strategies import profiles

QUICK = settings(
    max_examples=settings.get_profile(settings.get_current_profile_name()).max_examples // 4
)


def test_sleeping_more_clears_the_advice_with_the_reason() -> None:
    """What is gone says which finding no longer holds."""
    change = recommend(Profile(sleep_hours=5.5, age=30)).what_if(sleep_hours=8)

    assert [(each.id, each.reason) for each in change.removed] == [
        ("sleep-longer", "No longer so: short sleep.")
    ]
    assert [each.model_dump() for each in change.facts] == [
        {"fact": "sleep_hours", "before": 5.5, "after": 8.0}
    ]


def test_sleeping_less_moves_the_advice_up() -> None:
    """A change of priority names the part that changed."""
    change = recommend(Profile(sleep_hours=6.5)).what_if(sleep_hours=5)

    assert [(each.id, each.reason) for each in change.moved_up] == [
        ("sleep-longer", "Changed: severity.")
    ]


def test_none_takes_an_answer_back() -> None:
    """What if I had not told: the answer is gone, and the advice is no longer known."""
    change = recommend(Profile(sleep_hours=5)).what_if(sleep_hours=None)

    assert change.removed[0].reason == "It is no longer known whether this is needed."


def test_a_red_flag_changes_the_gate() -> None:
    """The gate before and after is part of the change."""
    change = recommend(Profile(sleep_hours=5)).what_if(symptoms={"chest_pain"})

    assert change.gate_after == "emergency"
    assert change.removed[0].reason == "The gate is now emergency."


def test_an_impossible_answer_is_refused() -> None:
    """What if takes only what a profile takes."""
    with pytest.raises(ProfileError, match="sleep_hours"):
        recommend(Profile(sleep_hours=5)).what_if(sleep_hours=99)


def test_check_ins_can_be_compared_across_versions() -> None:
    """A difference that may come from new advice is marked as such."""
    today = recommend(Profile(sleep_hours=7.4, age=40))
    before = recommend(Profile(sleep_hours=5, age=40))
    older = Plan.model_validate({**before.model_dump(), "knowledge_version": "older"})

    assert today.changes_since(before).same_versions
    assert "short sleep" in today.changes_since(before).findings_gone
    assert not today.changes_since(older).same_versions


@QUICK
@given(profiles(), profiles())
def test_a_change_accounts_for_every_recommendation(first: Profile, second: Profile) -> None:
    """Before, less what is removed, plus what is added, is after; the way back is the mirror."""
    before, after = recommend(first), recommend(second)
    change, back = after.changes_since(before), before.changes_since(after)
    ids = before.advised
    ids -= {each.id for each in change.removed}
    ids |= {each.id for each in change.added}

    assert ids == after.advised
    assert {each.id for each in back.added} == {each.id for each in change.removed}
    assert {each.id for each in back.moved_up} == {each.id for each in change.moved_down}


@QUICK
@given(profiles())
def test_no_difference_is_no_change(profile: Profile) -> None:
    """A plan compared with itself has changed in nothing."""
    plan = recommend(profile)

    assert not plan.changes_since(plan)


@pytest.mark.parametrize("stored", [False, True])
def test_a_narrowed_plan_explains_the_whole(stored: bool) -> None:
    """What is only not shown is neither new nor gone, and can be asked for; out of JSON too."""
    whole = recommend(Profile(sleep_hours=5.5, stress_level=8, age=38))
    narrowed = whole.narrowed(top=1)
    if stored:
        narrowed = Plan.model_validate_json(narrowed.model_dump_json())
    hidden = whole.recommendations[-1].id
    assert hidden not in narrowed
    assert not narrowed.what_if(sleep_hours=5.5)
    assert narrowed.what_if(sleep_hours=8) == whole.what_if(sleep_hours=8)
    assert narrowed.why(hidden) == whole.why(hidden)
    assert narrowed.why_not(hidden).in_plan


def test_units_and_what_is_shown_are_no_change_of_a_plan() -> None:
    """The same answers make no difference, in whatever units and however short, stored or not."""
    told = {"age": 30, "weight_kg": 80, "height_cm": 175, "water_l_per_day": 1.2, "sleep_hours": 6}
    plan = recommend(told)
    others = [plan.in_units("us"), plan.narrowed(top=1), plan.in_units("uk").narrowed(top=2)]
    for other in others:
        stored = Plan.model_validate_json(other.model_dump_json())
        for one, two in ((plan, other), (other, plan), (plan, stored), (stored, other)):
            assert not one.changes_since(two), str(one.changes_since(two))
        assert not stored.what_if(sleep_hours=6), "the answer is the one that was told"
    better = recommend({**told, "sleep_hours": 8})
    assert better.changes_since(others[0]) == better.changes_since(plan)


def test_plans_of_different_versions_and_units_are_not_compared() -> None:
    """Where an earlier plan cannot be made again, converted texts would all count as changes."""
    plan = recommend({"age": 30, "sleep_hours": 6})
    old = plan.model_copy(update={"library_version": "0.0.1"})
    assert not old.changes_since(plan)
    assert not plan.changes_since(old).same_versions
    with pytest.raises(BackfatRulesError, match="in us units, the other in metric ones"):
        plan.changes_since(plan.in_units("us").model_copy(update={"library_version": "0.0.1"}))
