"""Numbers to reach are advice: none is told whose advice is withheld."""

from __future__ import annotations

from typing import Any

from hypothesis import given

from backfat_rules import Profile
from backfat_rules.knowledge import load_knowledge
from backfat_rules.knowledge.links import names_shown
from tests.planning.people import DIRECT
from tests.strategies import profiles


@given(profiles())
def test_no_number_of_withheld_advice_alone_is_told(profile: Profile) -> None:
    """Each number of a person's own that withheld advice says is also said by what is given."""
    decision, knowledge = DIRECT.decide(profile), load_knowledge()
    said = [knowledge.messages[m.id] for m in decision.messages if m.id in knowledge.messages]
    given_ = [knowledge.recommendations[id] for id in decision.advised]
    told = {name for each in (*said, *given_) for name in names_shown(each)}
    stopped = [each.id for each in decision.withheld if each.kind in ("block", "needs_ok")]
    rules = [knowledge.recommendations[i] for i in stopped if i in knowledge.recommendations]
    withheld = {name for each in rules for name in names_shown(each)}
    assert not (decision.values.keys() & withheld) - told


def test_a_goal_for_drinks_is_not_told_with_a_fluid_limit() -> None:
    """Whoever must mind fluids finds no goal for drinks among their numbers, and others do."""
    drinks_little: dict[str, Any] = {"age": 60, "sex": "male", "weight_kg": 84, "height_cm": 168}
    free = Profile(**drinks_little, water_l_per_day=1.0, conditions=set(), medications=set())
    bound = Profile(**drinks_little, water_l_per_day=1.0, conditions={"kidney_disease"})
    goals = {name for name in DIRECT.decide(free).values if name.startswith("next_water")}
    assert goals
    assert not goals & DIRECT.decide(bound).values.keys()
