"""Facts that an app adds are part of its knowledge, and tell its plans and interviews apart."""

from __future__ import annotations

from typing import Any

import pytest
from pydantic import create_model

from backfat_rules import (
    Advisor,
    BackfatRulesError,
    Interview,
    KnowledgeBase,
    Plan,
    Profile,
    ProfileError,
    load_knowledge,
)
from backfat_rules.profile.fields import number, yes_no


def knowledge_with(kind: Any, field: Any) -> KnowledgeBase:
    """The shipped rules for people who also tell about a dog."""
    return load_knowledge(
        profile=create_model("DogProfile", __base__=Profile, dog=(kind | None, field))
    )


OURS = knowledge_with(bool, yes_no("have a dog", "Do you have a dog?"))


def test_own_facts_give_a_version_of_their_own() -> None:
    """The same facts give the same version; another type or none gives another."""
    same = knowledge_with(bool, yes_no("have a dog", "Do you have a dog?"))
    dogs = knowledge_with(int, number("dogs", "count", 0, 9, "How many dogs do you have?"))
    plain = load_knowledge(profile=create_model("Plain", __base__=Profile))
    assert same.version == OURS.version
    assert len({OURS.version, dogs.version, load_knowledge().version}) == 3
    assert plain.version == load_knowledge().version


def test_a_plan_with_own_facts_is_opened_by_its_own_advisor() -> None:
    """Out of JSON it says whose it is, and is never explained from knowledge without the fact."""
    advisor = Advisor(OURS)
    plan = advisor.recommend({"dog": True, "sleep_hours": 5.5, "age": 30})
    stored = Plan.model_validate_json(plan.model_dump_json())
    with pytest.raises(BackfatRulesError, match=r"Advisor\(knowledge\)\.reopen\(plan\)"):
        stored.what_if(sleep_hours=8)
    assert advisor.reopen(stored).what_if(sleep_hours=8).removed[0].id == "sleep-longer"


def test_an_interview_with_own_facts_goes_on_with_its_own_advisor() -> None:
    """Stored answers are checked against the knowledge that they are opened with."""
    told = Advisor(OURS).interview().answer("dog", True)
    stored = Interview.model_validate_json(told.model_dump_json())
    assert Advisor(OURS).interview(stored).plan().facts == {"dog": True}
    for use in (stored.plan, lambda: Advisor().interview(stored)):
        with pytest.raises(ProfileError, match="dog: is not a fact"):
            use()
