from __future__ import annotations

import copy
import json
import os
import pickle
import re
import subprocess
import sys
from datetime import date
from typing import Annotated, Any

import pytest
from hypothesis import given
from pydantic import BaseModel, Strict, ValidationError

from backfat_rules.errors import ProfileError
from backfat_rules.knowledge import load_knowledge
from backfat_rules.profile import Fact, Profile, facts_of
from backfat_rules.profile.fields import Words, number
from tests.strategies import profiles

AREAS = ["body", "sleep", "stress", "movement", "food", "training", "health"]
FACTS = """
int 5 110 years: age
enum female male: sex
float 90 250 cm: height_cm
float 25 350 kg: weight_kg
float 40 200 cm: waist_cm
enum asian black middle_eastern white mixed other: ancestry
float 0 100 kg: unintentional_loss_kg_6_months
enum welcome declined: weight_talk
bool: lost_weight_unplanned family_tendency
    believes_spot_reduction expects_quick_results appearance_concern
    progress_recorded wants_trainer sleep_regular bedroom_restful snores_with_pauses
    sleepy_when_driving takes_work_breaks suicidal_thoughts desk_job ergonomic_workstation
    screen_below_eye_level overeats skips_meals crash_dieting water_before_meals isolation_only
    progresses_load trains_fasted recent_trauma pregnant breastfeeding mobility_limited
    low_impact_needed acutely_ill medical_clearance conditions_controlled
set fat_loss tone posture strength endurance confidence: goals
set neck upper_back lower_back shape fitness sleep stress energy eating: complaint
set upper mid lower overall: target_regions
enum low medium high: motivation
float 0 24 h: sleep_hours work_hours_per_day sitting_hours_per_day
int 1 5 1-5: sleep_quality form_confidence
int 0 240 min: screen_free_minutes_before_bed
int 0 21 per week: late_heavy_meals_per_week late_night_eating_per_week strength_sessions_per_week
    back_sessions_per_week full_body_sessions_per_week cardio_sessions_per_week
    hiit_sessions_per_week
enum day rotating night: work_schedule
int 0 10 0-10: stress_level pain_intensity weight_worry
int 0 40 0-40: pss10
int 0 600 min: relaxation_minutes_per_day rest_day_activity_minutes
int 0 6 0-6: phq2
int 0 720 min: sitting_bout_minutes
int 0 100000 steps a day: steps_per_day
enum walk bike transit car none: commute_mode
int 0 5000 min per week: moderate_minutes_per_week
int 0 3000 min per week: vigorous_minutes_per_week
set slouched rounded_shoulders forward_head thoracic_kyphosis: posture
float 0 10000 kcal: calories_per_day
float -3000 3000 kcal: calorie_balance_kcal
float 0 500 g: protein_g_per_day added_sugar_g_per_day
float 0 20 per day: protein_servings_per_day whole_grain_servings_per_day
    refined_grain_servings_per_day sugary_drinks_per_day high_calorie_snacks_per_day
float 0 150 g: fibre_g_per_day
float 0 30 per day: fruit_vegetable_portions_per_day processed_servings_per_day
float 0 70 per week: anti_inflammatory_servings_per_week
float 0 200 units per week: alcohol_units_per_week
enum omnivore pescatarian vegetarian vegan: dietary_pattern
set fish shellfish eggs nuts soy gluten dairy legumes caffeine: food_exclusions
float 0 15 L: water_l_per_day
int 1 8 1-8: urine_colour
set fat_burner green_tea_extract laxative diuretic protein_powder creatine: supplements
enum none beginner novice intermediate advanced: experience
float 0 336 h: hours_between_back_sessions
set upper mid lower: back_regions_trained
enum heavy high_rep mixed: load_style
int 0 8 weeks: weeks_trained_of_last_8
set *: current_exercises disliked_exercises
set dumbbell barbell bench band cable lat_pulldown kettlebell rowing_machine battle_rope
    exercise_ball pull_up_bar bicycle pool: equipment
enum gym home both: location
int 5 240 min: minutes_per_session
set mon tue wed thu fri sat sun: training_days
set heart_disease heart_failure stroke arrhythmia hypertension diabetes_insulin diabetes_other
    retinopathy neuropathy kidney_disease osteoporosis vertebral_fracture eating_disorder hernia
    recent_surgery asthma_copd hiv cancer_history hormonal_condition fluid_restriction
    bariatric_surgery joint_instability: conditions
set insulin sulfonylurea oral_steroid_long_term antiretroviral beta_blocker diuretic lithium
    weight_loss_drug pacemaker: medications
set chest_pain fainting sudden_breathlessness one_sided_weakness saddle_numbness
    bladder_or_bowel_change leg_weakness fever night_pain neck_hump_growing purple_stretch_marks
    easy_bruising round_face proximal_weakness growing_lump pelvic_heaviness_or_leaking
    abdominal_doming missed_periods_3_months stress_fracture unexplained_rapid_gain dizziness
    falls: symptoms
set neck shoulder upper_back lower_back wrist hip knee: pain_sites
float 0 1000 weeks: pain_weeks
int 60 260 mmHg: systolic_bp
int 30 160 mmHg: diastolic_bp
int 0 104 weeks: weeks_postpartum
"""


class AppProfile(Profile):
    """A profile of an app with facts of its own."""

    caffeine_mg: float | None = number(
        "caffeine", "mg", 0, 2000, "How much caffeine a day?", slips={"g": 1000}
    )
    smokes: bool | None = None
    hobbies: Words[str] | None = None
    tags: frozenset[str] | None = None


class Request(BaseModel):
    """What a web service would receive."""

    profile: Profile


def refusal(**answers: Any) -> str:
    """What a profile with these answers is refused with, without the title."""
    with pytest.raises(ProfileError) as caught:
        Profile(**answers)
    return "\n".join(map(str, caught.value.problems))


def described(fact: Fact) -> str:
    """A fact as a line of ``FACTS`` describes it."""
    if fact.type.kind == "number":
        return f"{'int' if fact.whole else 'float'} {fact.low} {fact.high} {fact.unit}"
    if fact.type.kind == "truth":
        return "bool"
    return f"{'enum' if fact.type.kind == 'choice' else 'set'} {' '.join(fact.words) or '*'}"


def test_every_fact_has_its_name_type_range_and_words() -> None:
    """The facts are those that apps and tables rely on, no more and no less."""
    lines = re.sub(r"\n    ", " ", FACTS.strip()).splitlines()
    kinds = [line.split(": ") for line in lines]
    expected = {name: kind for kind, names in kinds for name in names.split()}
    assert {name: described(fact) for name, fact in facts_of(Profile).items()} == expected


def test_facts_are_listed_area_by_area() -> None:
    """Body comes first, health last, and the model's fields keep the same order."""
    facts = facts_of(Profile)
    assert list(dict.fromkeys(fact.area for fact in facts.values())) == AREAS
    assert list(facts) == [name for name in Profile.model_fields if name != "ranges"]
    assert all(fact.label and fact.question.endswith(("?", ".")) for fact in facts.values())


@pytest.mark.parametrize(
    ("answers", "expected"),
    [
        ({"age": "7"}, "age: '7' is text, not a number. Give a number without quotes."),
        ({"age": True}, "age: True is yes or no, not a number. Give a number."),
        ({"sleep_hours": True}, "sleep_hours: True is yes or no, not a number. Give a number."),
        (
            {"age": 40.0},
            "age: 40.0 is not a whole number. Give the number without a decimal point.",
        ),
        ({"age": 10**5000}, "age: a number of this size is outside 5 to 110 years."),
        ({"sleep_hours": 10**400}, "sleep_hours: a number of this size is outside 0 to 24 h."),
        ({"stress_level": 11}, "stress_level: 11 is outside 0 to 10."),
        ({"pregnant": 1}, "pregnant: 1 is not True or False. Give one of them, without quotes."),
        ({"sex": "Female"}, "sex: 'Female' is not one of female, male. Did you mean female?"),
        ({"goals": "tone"}, "goals: 'tone' is not a list of words. Did you mean ['tone']?"),
        ({"current_exercises": {3}}, "current_exercises: 3 is not a word. Give words in quotes."),
        ({"sleep_hour": 7}, "sleep_hour: is not a fact. Did you mean sleep_hours?"),
        ({"steps": 7000}, "steps: is not a fact. Did you mean steps_per_day?"),
        ({"age_years": 40}, "age_years: is not a fact. Did you mean age?"),
        ({"zodiac": "ram"}, "zodiac: is not a fact. 'backfat-rules facts' lists them all."),
    ],
)
def test_a_wrong_answer_is_refused_in_plain_words(answers: dict[str, Any], expected: str) -> None:
    """Nothing is converted in silence, and each refusal says what would be right."""
    assert refusal(**answers) == expected


@pytest.mark.parametrize(
    ("answers", "guess"),
    [
        ({"height_cm": 1.72}, "1.72 is outside 90 to 250 cm. Did you mean 172 cm (1.72 m)?"),
        ({"height_cm": 68}, "Did you mean 172.7 cm (68 in)?"),
        ({"height_cm": 5.5}, "Did you mean 167.6 cm (5.5 ft)?"),
        ({"weight_kg": 400}, "Did you mean 181.4 kg (400 lb)?"),
        ({"weight_kg": 11}, "Did you mean 69.9 kg (11 st)?"),
        ({"sleep_hours": 420}, "Did you mean 7 h (420 min)?"),
        ({"water_l_per_day": 1500}, "Did you mean 1.5 L (1500 mL)?"),
        ({"systolic_bp": 16}, "Did you mean 160 mmHg (16 cmHg) or 120 mmHg (16 kPa)?"),
    ],
)
def test_a_slip_of_the_unit_is_guessed(answers: dict[str, Any], guess: str) -> None:
    """A number that fits in another unit is offered in the right one."""
    assert refusal(**answers).endswith(guess)


@pytest.mark.parametrize("value", [10_000, -1.5])
def test_no_guess_is_made_where_no_unit_fits(value: float) -> None:
    """A number that fits in no unit gets the range only."""
    assert "Did you mean" not in refusal(height_cm=value)


@pytest.mark.parametrize("value", [float("nan"), float("inf"), float("-inf")])
@pytest.mark.parametrize("name", ["sleep_hours", "age", "pregnant", "sex", "goals"])
def test_nan_and_infinity_are_refused(name: str, value: float) -> None:
    """What is not known is left out rather than given as NaN; only a number could be finite."""
    expected = f"{name}: {value} is no answer. Leave the fact out if it is unknown."
    if name in ("sleep_hours", "age"):
        expected = f"{name}: must be a finite number; leave the fact out if it is unknown."
    assert refusal(**{name: value}) == expected


def test_every_problem_is_reported_in_field_order() -> None:
    """All refused answers come at once, with one problem for each word of a set."""
    problems = refusal(zzz=1, posture=["bent", "slouched", "angled"], age=200).splitlines()
    assert [problem.split(" is ")[0] for problem in problems] == [
        "age: 200",
        "posture: 'angled'",
        "posture: 'bent'",
        "zzz:",
    ]


def test_sets_are_taken_from_any_collection_and_none_differs_from_empty() -> None:
    """An unanswered set is None, and an empty one is an answer."""
    assert Profile.model_validate({"goals": ["tone"]}) == Profile(goals={"tone"})
    assert Profile(goals=set()).known() == {"goals": frozenset()}
    assert Profile(goals=None).known() == {}


def test_json_is_as_strict_as_python() -> None:
    """JSON gives lists for sets, and a number in quotes stays an error."""
    told = Profile.model_validate_json('{"age": 40, "sleep_hours": 7, "goals": ["tone"]}')
    assert told.known() == {"age": 40, "goals": {"tone"}, "sleep_hours": 7.0}
    for text in ('{"age": "40"}', '{"sleep_hours": NaN}', "[]", "{"):
        with pytest.raises(ProfileError):
            Profile.model_validate_json(text)


def test_texts_of_a_form_are_read() -> None:
    """Answers that are all texts are read as numbers and yes or no."""
    told = Profile.model_validate_strings({"age": "40", "pregnant": "no", "sleep_hours": "7.5"})
    assert told.known() == {"age": 40, "sleep_hours": 7.5, "pregnant": False}
    with pytest.raises(ProfileError, match=r"Did you mean 172 cm \(1.72 m\)"):
        Profile.model_validate_strings({"height_cm": "1.72"})


def test_a_mapping_is_refused_with_a_profile_error() -> None:
    """``model_validate`` refuses like the constructor."""
    with pytest.raises(ProfileError) as caught:
        Profile.model_validate({"age": 200})
    assert caught.value.__suppress_context__
    assert pickle.loads(pickle.dumps(caught.value)).problems == caught.value.problems


@pytest.mark.parametrize("as_json", [False, True])
def test_inside_another_model_the_refusal_is_pydantics_own(as_json: bool) -> None:
    """A web framework sees an ordinary ValidationError with the same words."""
    body = {"profile": {"height_cm": 1.72, "sleep_hour": 7}}
    with pytest.raises(ValidationError) as caught:
        Request.model_validate_json(json.dumps(body)) if as_json else Request.model_validate(body)
    found = {error["loc"]: error["msg"] for error in json_errors(caught.value)}
    assert found == {
        ("profile", "height_cm"): "1.72 is outside 90 to 250 cm. Did you mean 172 cm (1.72 m)?",
        ("profile", "sleep_hour"): "is not a fact. Did you mean sleep_hours?",
    }
    nested = Request.model_validate({"profile": {"goals": ["tone"]}})
    assert nested.profile == Profile(goals={"tone"})


def json_errors(error: ValidationError) -> list[dict[str, Any]]:
    """The errors as a web framework sends them."""
    return [{**line, "loc": tuple(line["loc"])} for line in json.loads(error.json())]


def test_an_app_adds_facts() -> None:
    """Facts of a subclass come last and are described and refused like all others."""
    added = [fact for fact in facts_of(AppProfile).values() if fact.area == "app"]
    assert [described(fact) for fact in added] == ["float 0 2000 mg", "bool", "set *", "set *"]
    assert list(facts_of(AppProfile))[-4:] == [fact.name for fact in added]
    told = AppProfile.model_validate_json('{"smokes": false, "tags": ["b"], "hobbies": ["a"]}')
    assert told == AppProfile(smokes=False, tags=frozenset("b"), hobbies={"a"})
    with pytest.raises(ProfileError, match=r"Did you mean smokes\?"):
        AppProfile.model_validate({"smoke": True})


@pytest.mark.parametrize("fact", ["hobbies", "tags"])
@pytest.mark.parametrize("given_words", [[1], (1,), {1}])
def test_a_word_of_an_apps_set_is_told_like_any_other(fact: str, given_words: object) -> None:
    """However an app declares its set, the item that is no word is named, not the list."""
    with pytest.raises(ProfileError) as caught:
        AppProfile.model_validate({fact: given_words})
    assert [str(each) for each in caught.value.problems] == [
        f"{fact}: 1 is not a word. Give words in quotes."
    ]
    assert AppProfile.model_validate({fact: ("a", "b")}).known() == {fact: frozenset("ab")}


def test_repr_shows_only_what_is_known() -> None:
    """The repr is valid Python, leaves out what is unknown and sorts sets."""
    told = Profile(posture={"slouched", "forward_head"}, equipment=set(), sleep_hours=5.5)
    shown = "Profile(sleep_hours=5.5, posture={'forward_head', 'slouched'}, equipment=set())"
    assert repr(told) == shown
    assert eval(repr(told)) == told


def test_the_schema_carries_unit_range_and_question() -> None:
    """An editor or form can be built from the JSON Schema alone."""
    sleep = Profile.model_json_schema()["properties"]["sleep_hours"]
    assert sleep["anyOf"][0] == {"type": "number", "minimum": 0, "maximum": 24}
    assert sleep["fact"]["unit"] == "h"
    assert sleep["description"] == "How many hours do you sleep in 24 hours?"


def test_the_schema_is_enough_to_draw_a_form() -> None:
    """Every fact has its area, kind and purpose; what can be chosen is there with its label."""
    described = Profile.model_json_schema()["properties"]
    for name, fact in facts_of(Profile).items():
        about = described[name]["fact"]
        assert about["area"] == fact.area
        assert about["area_label"]
        assert about["purpose"]
        assert about["kind"] in ("yes_no", "number", "choice", "ticks")
        ids = [each["id"] for each in about.get("choices", ())]
        if fact.ids_of:
            assert set(ids) == {*getattr(load_knowledge(), fact.ids_of)}
        elif fact.type.kind != "number":
            assert ids == [*fact.words] or ids == [True, False]
        assert ("none" in about) == (about["kind"] == "ticks")
    assert described["symptoms"]["fact"]["none"] == "None of these"
    assert {"id": "middle_eastern", "label": "Middle Eastern"} in described["ancestry"]["fact"][
        "choices"
    ]


def test_output_is_the_same_for_every_hash_seed() -> None:
    """Schema, JSON, repr and refusals do not depend on the order of sets."""
    program = """if True:
        import json
        from backfat_rules.profile import Profile
        told = Profile(symptoms={"fever", "falls", "fainting"}, training_days={"mon", "tue"})
        print(json.dumps(Profile.model_json_schema()), told, told.model_dump_json())
        try:
            Profile(goals={"a", "b", "c", "d"}, posture={"e", "f"}, age={"x", "y"})
        except ValueError as error:
            print(error)
    """
    outputs = {
        subprocess.run(
            [sys.executable, "-c", program],
            env={**os.environ, "PYTHONHASHSEED": seed},
            capture_output=True,
            check=True,
        ).stdout
        for seed in ("1", "2", "3")
    }
    assert len(outputs) == 1


@given(profiles())
def test_a_profile_survives_every_round_trip(told: Profile) -> None:
    """Facts, JSON, pickle and copies give back an equal profile with an equal hash."""
    again = [
        Profile.model_validate(told.known()),
        Profile.model_validate(told.model_dump()),
        Profile.model_validate_json(told.model_dump_json()),
        pickle.loads(pickle.dumps(told)),
        copy.deepcopy(told),
    ]
    assert all(one == told and hash(one) == hash(told) for one in again)


@given(profiles(AppProfile))
def test_an_apps_profile_survives_json(told: AppProfile) -> None:
    """The same holds for facts that an app has added."""
    assert AppProfile.model_validate_json(told.model_dump_json()) == told


class DatedProfile(Profile):
    """An app's profile that keeps something no condition can use."""

    day: Annotated[date | None, Strict(False)] = None


def test_what_is_no_fact_is_kept() -> None:
    """A date survives JSON as docs/embedding.md declares it, and is not among the facts."""
    told = DatedProfile(day=date(2026, 3, 1), age=40)
    assert DatedProfile.model_validate_json(told.model_dump_json()) == told
    assert told.known() == {"age": 40}
