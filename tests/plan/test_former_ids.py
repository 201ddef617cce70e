"""An id that apps have stored is understood by every later version."""

from __future__ import annotations

import json
from collections import Counter
from pathlib import Path

import pytest

from backfat_rules import Advisor, BackfatRulesError, Decision, Plan, load_knowledge
from backfat_rules.knowledge import KnowledgeBase
from tests.planning.people import BUSY, KNOWLEDGE

RULES = """
topic: sitting
area: lifestyle
recommendations:
  - id: walk-at-noon
    was: [walk-after-lunch, stroll-after-lunch]
    title: Walk ten minutes at noon
    when: long_sitting
    impact: 0.5
    verdict: plausible
    action: Leave the desk at noon and walk round the block.
    references: [R52]
    cases:
      fires: [{sitting_hours_per_day: 9}]
      silent: [{sitting_hours_per_day: 3}]
      unknown: [{}]
"""


@pytest.fixture(scope="module")
def renamed(tmp_path_factory: pytest.TempPathFactory) -> KnowledgeBase:
    """Knowledge in which two recommendations have become one of another name."""
    folder = tmp_path_factory.mktemp("renamed")
    (folder / "noon.yaml").write_text(RULES, encoding="utf-8")
    return load_knowledge(folder)


def earlier_plan(plan: Plan, *ids: str) -> Plan:
    """The plan as an earlier version stored it, when there were several in the place of one."""
    data = json.loads(plan.model_dump_json()) | {"knowledge_version": "earlier"}
    noon = next(each for each in data["recommendations"] if each["id"] == "walk-at-noon")
    others = [each for each in data["recommendations"] if each is not noon]
    data["recommendations"] = [*others, *({**noon, "id": id} for id in ids)]
    return Plan.model_validate_json(json.dumps(data))


@pytest.mark.parametrize("former", ["walk-after-lunch", "stroll-after-lunch"])
def test_a_former_id_finds_what_it_has_become(renamed: KnowledgeBase, former: str) -> None:
    """Whatever an app asks by an id of before is answered, in knowledge, plan and decision."""
    advisor = Advisor(renamed, engine="direct")
    plan, decision = advisor.recommend(BUSY), advisor.decide(BUSY)
    assert renamed[former] is renamed["walk-at-noon"]
    assert plan[former] is plan["walk-at-noon"]
    assert former in plan
    assert former in decision
    assert decision[former].id == "walk-at-noon"
    assert plan.why(former) == plan.why("walk-at-noon")
    assert plan.why_not(former).in_plan
    assert plan.least_change(clear=former) == plan.least_change(clear="walk-at-noon")
    assert "no-such-walk" not in plan


def test_a_stored_plan_answers_to_old_and_new_ids(renamed: KnowledgeBase) -> None:
    """A plan of before is picked from by the ids of before and by those of today."""
    plan = Advisor(renamed, engine="direct").recommend(BUSY)
    stored = earlier_plan(plan, "walk-after-lunch").explained_by(plan._reasoned())
    assert stored["walk-at-noon"] is stored["walk-after-lunch"] is stored["stroll-after-lunch"]


def test_a_renamed_recommendation_is_no_change(renamed: KnowledgeBase) -> None:
    """Somebody whose advice has only another id is not told that one went and one came."""
    plan = Advisor(renamed, engine="direct").recommend(BUSY)
    change = plan.changes_since(earlier_plan(plan, "walk-after-lunch", "stroll-after-lunch"))
    assert not change
    assert not change.same_versions


def test_what_was_said_to_everybody_is_found_by_its_place_of_before() -> None:
    """The ids that came from places in a list still lead to what they said."""
    plan = Advisor(engine="direct").recommend({})
    said = {each.id for each in plan.messages}
    for at in range(1, 6):
        assert plan.why(f"guidance-{at}").id in said
    assert not [id for id in said if id[-1].isdigit()]


def test_no_id_is_used_twice() -> None:
    """Every id, of today or of before, means one thing."""
    named = [*KNOWLEDGE, *KNOWLEDGE.policy.general_guidance]
    tags = KNOWLEDGE.tags.keys()  # words that may also be the id of an entry
    ids = Counter(id for each in named for id in {each.id, *each.was} if id not in tags)
    assert [id for id, count in ids.items() if count > 1] == []


def test_a_decision_of_other_knowledge_is_told_by_its_own(renamed: KnowledgeBase) -> None:
    """A stored decision goes on with the advisor that has its knowledge; another says so."""
    advisor = Advisor(renamed, engine="direct")
    stored = advisor.decide(BUSY).model_dump_json()
    again = Decision.model_validate_json(stored)
    with pytest.raises(BackfatRulesError, match=r"Advisor\(knowledge\)\.reopen\(decision\)"):
        again.plan()
    assert advisor.reopen(again).plan() == advisor.recommend(BUSY)
    assert advisor.reopen(again) == again
    with pytest.raises(BackfatRulesError, match=r"Advisor\(\)\.decide\(decision\.facts\)"):
        Advisor(engine="direct").reopen(again).plan()


def test_a_former_id_cannot_be_given_to_something_else(tmp_path: Path) -> None:
    """An id that apps have stored stays with its entry; the mistake says which one it is."""
    rules = RULES.replace("was: [walk-after-lunch, stroll-after-lunch]", "was: [sleep-longer]")
    (tmp_path / "noon.yaml").write_text(rules, encoding="utf-8")
    with pytest.raises(BackfatRulesError, match="sleep-longer is an id of sleep-longer already"):
        load_knowledge(tmp_path)
