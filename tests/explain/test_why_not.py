"""Why something is not in the plan."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from backfat_rules import BackfatRulesError, Profile, load_knowledge, recommend
from backfat_rules.language import evaluate, parse
from tests.strategies import profiles

FULL = settings.get_profile(settings.get_current_profile_name()).max_examples
ADVICE = sorted({*load_knowledge().recommendations, *load_knowledge().messages})


def test_a_false_condition_is_named_with_the_persons_number() -> None:
    """Who sleeps enough is told which condition is false."""
    answer = recommend(Profile(sleep_hours=8, age=30)).why_not("sleep-longer")

    assert {each.condition: dict(each.facts) for each in answer.false}.items() >= {
        "sleep_hours < 7": {"sleep_hours": 8.0},
        "age < 18": {"age": 30},
    }.items()
    assert answer.unknown == ()


def test_an_unknown_condition_is_a_cause_of_its_own() -> None:
    """Who was not asked is told what to answer."""
    answer = recommend(Profile(stress_level=2)).why_not("sleep-longer")

    assert answer.false == ()
    assert {fact for each in answer.unknown for fact in each.asks} == {
        "age",
        "conditions",
        "sleep_hours",
    }


def test_a_block_is_named_even_where_nothing_called_for_the_advice() -> None:
    """Hard intervals in pregnancy: the screening is named beside the conditions."""
    answer = recommend(Profile(pregnant=True)).why_not("hard-intervals")

    assert answer.withheld is not None
    assert answer.withheld.because in {"pregnancy", "health-answer-to-mind"}


def test_an_exercise_says_which_advice_would_offer_it() -> None:
    """An exercise is in a plan only through a recommendation."""
    answer = recommend(Profile(sleep_hours=5)).why_not("burpee")

    assert answer.offered_by


def test_what_is_in_the_plan_says_so() -> None:
    """Asking why not for something that is there is answered plainly."""
    assert recommend(Profile(sleep_hours=5)).why_not("sleep-longer").in_plan


def test_an_unknown_id_is_refused() -> None:
    """Nothing has this name; the nearest is offered."""
    with pytest.raises(BackfatRulesError, match="Did you mean burpee"):
        recommend(Profile()).why_not("burpees")


@settings(max_examples=2 * FULL)
@given(profiles(), st.sampled_from(ADVICE))
def test_causes_are_true_of_the_person(profile: Profile, id: str) -> None:
    """Each unknown condition is unknown, and whatever is not in the plan has a cause."""
    plan = recommend(profile)
    answer = plan.why_not(id)
    known = plan._told().derivation.known

    caused = answer.false or answer.unknown or answer.withheld or answer.only_asked
    assert answer.in_plan or caused
    for cause in answer.unknown:
        assert evaluate(parse(cause.condition), known) is None
        assert cause.asks or cause.condition


def test_an_answer_that_no_plan_gives_says_how_to_get_it() -> None:
    """A question that is answered only when it is asked stands in no plan, though it fits."""
    answer = recommend(Profile(age=30)).why_not("asked-after-birth")

    assert answer.only_asked
    assert "when you ask it" in str(answer)


def test_what_was_not_asked_is_no_reason() -> None:
    """Nobody is told that they have what was only not ruled out; the plan and why_not agree."""
    plan = recommend(Profile(sleep_hours=8, stress_level=3, goals={"fat_loss"}))

    for id in ("slight-deficit", "burpee", "hiit_protocol"):
        withheld = plan.why_not(id).withheld
        assert withheld is not None
        assert withheld.reason.startswith("Not yet answered: ")
        assert withheld.instead is None


def test_what_was_told_is_not_called_unknown() -> None:
    """Of a finding that is still open, only the rules that are open have a part in it."""
    answer = recommend(Profile(screen_below_eye_level=False)).why_not("change-position-often")

    assert answer.unknown
    assert "screen_below_eye_level" not in {cause.condition for cause in answer.unknown}
