"""The laws of the knowledge base, on people who are made for each of them."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from backfat_rules.knowledge import KnowledgeBase, load_knowledge
from backfat_rules.knowledge.law import Law
from backfat_rules.knowledge.rules import Blocks
from backfat_rules.verify import broken_laws, check_law

KNOWLEDGE = load_knowledge()
PEOPLE = 100

OWN_LAWS = """
laws:
  - id: law-no-walks
    says: Nobody over sixty is sent for a walk.
    who: age > 60 and steps_per_day < 3000
    never: {advice: [walk-more-steps]}
    references: [R53]
  - id: law-of-the-improbable
    says: Whoever sleeps long and short at once gets no plan.
    who: short_sleep and sleep_hours + stress_level > 40
    always: {gates: [emergency]}
    references: [R53]
  - id: law-that-holds
    says: The old who sleep little are sent to no hard interval.
    who: age > 70 and sleep_hours < 5 and sleep_hours > 4
    never: {advice: [hard-intervals]}
    references: [R01]
"""


@pytest.mark.parametrize("law", KNOWLEDGE.laws.values(), ids=lambda law: law.id)
def test_a_law_is_kept(law: Law) -> None:
    """A hundred people who meet the premise of a law are all treated as it says."""
    check = check_law(law, KNOWLEDGE, PEOPLE)
    assert not check.broken, str(check)
    assert check.met >= PEOPLE


def test_there_are_laws_of_both_kinds() -> None:
    """Laws hold over one person and over each kind of step."""
    laws = KNOWLEDGE.laws.values()
    assert len(laws) >= 60
    assert any(law.adding for law in laws)
    assert any(law.unanswering for law in laws)
    assert any(law.worsening for law in laws)


def weakened(id: str) -> KnowledgeBase:
    """The knowledge with one screening rule that closes nothing any more."""
    rule = KNOWLEDGE.screening[id].model_copy(update={"blocks": Blocks(), "unanswered": Blocks()})
    return replace(KNOWLEDGE, screening={**KNOWLEDGE.screening, id: rule})


WEAKENED = {
    "belly-doming": "law-doming-belly",
    "eating-disorder": "law-conditions-untold",
    "wrist-pain": "law-wrist-pain",
    "fragile-bones": "law-fragile-bones",
    "kidney-condition": "law-kidneys",
    "under-18": "law-age-untold",
    "weight-worry": "law-weight-worry",
    "breathing-pauses": "law-breathing-pauses",
    "pain-to-mind": "law-lifter-and-pain-untold",
    "condition-not-settled": "law-lifter-and-control-untold",
    "medicine-to-mind": "law-lifter-on-lithium",
    "breastfeeding-deficit": "law-dieter-and-breastfeeding-untold",
}


@pytest.mark.parametrize("id", WEAKENED)
def test_a_weakened_rule_breaks_a_law(id: str) -> None:
    """A screening rule that closes nothing any more is found by a law, and the person named."""
    check = check_law(KNOWLEDGE.laws[WEAKENED[id]], weakened(id), PEOPLE)
    assert check.broken
    assert check.facts
    assert check.law.says in str(check)


def test_the_same_people_each_time() -> None:
    """A law that is broken is broken by the same person whenever it is checked."""
    knowledge = weakened("wrist-pain")
    one, other = (check_law(KNOWLEDGE.laws["law-wrist-pain"], knowledge) for _ in range(2))
    assert str(one) == str(other)


def test_laws_of_an_overlay(tmp_path: Path) -> None:
    """An app adds laws of its own; one that is broken, and one that cannot be, are both named."""
    (tmp_path / "laws.yaml").write_text(OWN_LAWS, encoding="utf-8")
    knowledge = load_knowledge(tmp_path)
    found = {each.law.id: each for each in broken_laws(knowledge, 20, f"{tmp_path.name}/")}
    assert found.keys() == {"law-no-walks", "law-of-the-improbable"}
    assert found["law-no-walks"].broken == ("walk-more-steps",)
    assert "nobody" in str(found["law-of-the-improbable"])
