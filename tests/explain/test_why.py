"""Why something is so: exact trees, in the person's own numbers."""

from __future__ import annotations

import pytest
from hypothesis import given, settings

from backfat_rules import BackfatRulesError, Plan, Profile, recommend
from backfat_rules.explain.explanation import Explanation
from backfat_rules.language import evaluate, parse
from backfat_rules.wording import shipped_reader
from tests.strategies import profiles

HIDDEN = shipped_reader().say("hidden-number")
QUICK = settings(
    max_examples=settings.get_profile(settings.get_current_profile_name()).max_examples // 4
)


def _all(explanation: Explanation) -> list[Explanation]:
    return [explanation, *(below for each in explanation.because for below in _all(each))]


def test_a_recommendation_is_explained_down_to_the_facts() -> None:
    """The tree leads from the advice over the finding and its condition to what was told."""
    plan = recommend(Profile(sleep_hours=5.5))
    tree = plan.why("sleep-longer")

    assert [(each.kind, each.id) for each in _all(tree)] == [
        ("recommendation", "sleep-longer"),
        ("finding", "short_sleep"),
        ("condition", "sleep_hours < 7"),
        ("fact", "sleep_hours"),
    ]
    assert tree.priority == plan["sleep-longer"].priority
    assert tree.priority_parts == plan["sleep-longer"].priority_parts
    assert _all(tree)[-1].value == 5.5


def test_a_mechanism_carries_its_verdict_and_sources() -> None:
    """A reason says how sure it is, and on what it stands."""
    tree = recommend(Profile(sleep_hours=5)).why("raised_appetite")

    assert tree.kind == "mechanism"
    assert tree.verdict == "supported"
    assert "R06" in {source.id for source in tree.sources}


def test_the_gate_is_explained_by_the_screening_that_set_it() -> None:
    """Asking why the gate is shut names the rule and the answer that shut it."""
    tree = recommend(Profile(symptoms={"chest_pain"})).why("gate")

    assert tree.text == "The gate is emergency."
    assert any(each.id == "symptoms" for each in _all(tree))


def test_a_withheld_exercise_is_explained_by_the_block() -> None:
    """What was taken out leads to the screening that took it out."""
    plan = recommend(Profile(pregnant=True, strength_sessions_per_week=0))
    withheld = plan.withheld[0]
    tree = plan.why(withheld.id)

    assert tree.kind == "withheld"
    assert tree.because[0].id == withheld.because


def test_explanations_are_in_words_and_sentences() -> None:
    """No name of the language and no broken grammar reaches the reader."""
    eater = Profile(
        age=30,
        height_cm=180,
        weight_kg=72,
        protein_g_per_day=70,
        conditions=set(),
        pregnant=False,
        strength_sessions_per_week=3,
    )
    told = {
        "protein-target": (eater, "daily protein is below daily protein to aim for minus 2.5"),
        "gate": (Profile(pain_sites={"knee"}), "sites of pain: knee"),
        "pregnancy": (Profile(pregnant=True), "you are pregnant"),
    }

    for id, (profile, text) in told.items():
        assert text in {each.text for each in _all(recommend(profile).why(id))}
    not_pregnant = recommend(eater).why("pregnant")
    assert not_pregnant.text == "you are not pregnant"


def test_an_unknown_finding_says_what_was_not_told() -> None:
    """Unknown is a cause of its own, down to the missing answer."""
    tree = recommend(Profile(sleep_hours=8)).why("few_steps")

    assert tree.holds is None
    assert {each.text for each in _all(tree)} >= {"steps: not told yet"}


def test_an_id_that_does_not_exist_is_refused_with_a_suggestion() -> None:
    """A misspelt id names the one that was probably meant."""
    plan = recommend(Profile(sleep_hours=5))

    with pytest.raises(BackfatRulesError, match="Did you mean sleep-longer"):
        plan.why("sleep-longr")
    with pytest.raises(BackfatRulesError, match=r"Ask plan\.why_not"):
        plan.why("walk-more-steps")


def test_an_id_of_another_kind_is_refused_by_its_kind() -> None:
    """What exists is not called unknown, nor suggested as its own correction."""
    plan = recommend(Profile(sleep_hours=5))

    with pytest.raises(BackfatRulesError, match="R01 is among the references, and this question"):
        plan.why("R01")
    with pytest.raises(BackfatRulesError, match="bmi is among the values"):
        plan.why_not("bmi")
    with pytest.raises(BackfatRulesError, match="sleep_hours is among the facts"):
        plan.least_change(clear="sleep_hours")


def test_a_plan_out_of_json_explains_itself() -> None:
    """Stored and read again, a plan still knows why."""
    plan = recommend(Profile(sleep_hours=5, posture={"slouched"}))

    assert Plan.model_validate_json(plan.model_dump_json()).why("sleep-longer") == plan.why(
        "sleep-longer"
    )


def test_a_plan_of_other_knowledge_says_so() -> None:
    """A plan is never explained from knowledge that did not make it."""
    plan = Plan.model_validate(
        {**recommend(Profile(sleep_hours=5)).model_dump(), "knowledge_version": "older"}
    )

    with pytest.raises(BackfatRulesError, match="other knowledge"):
        plan.why("sleep-longer")


def test_explanations_show_themselves() -> None:
    """As text, as folded HTML, and as a mermaid chart; JSON round trip."""
    tree = recommend(Profile(sleep_hours=5.5)).why("sleep-longer")

    assert str(tree).splitlines()[-1] == "      + sleep: 5.5 h"
    assert tree.mermaid().startswith("flowchart BT")
    assert "<details" in tree._repr_mimebundle_()["text/html"]
    assert Explanation.model_validate_json(tree.model_dump_json()) == tree


@QUICK
@given(profiles())
def test_every_condition_in_a_tree_has_the_truth_it_claims(profile: Profile) -> None:
    """Each condition of each explanation evaluates to what the tree says, on the real facts."""
    plan = recommend(profile)
    for recommendation in plan.recommendations[:5]:
        for each in _all(plan.why(recommendation.id)):
            if each.kind == "condition" and each.id != HIDDEN:
                known = plan._told().derivation.known
                assert evaluate(parse(each.id), known) is each.holds
