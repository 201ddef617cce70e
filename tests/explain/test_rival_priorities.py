"""Which of two rivals stays while what their priorities rest on is not known: on a small base."""

from __future__ import annotations

import dataclasses
from typing import Any

import pytest

from backfat_rules.decision import Person
from backfat_rules.exact import Outlook
from backfat_rules.explain.rivals import Rivals
from backfat_rules.inference import Program, make_engine
from backfat_rules.knowledge import KnowledgeBase
from backfat_rules.knowledge.rules import RecommendationRule, Screening
from backfat_rules.language import Value
from tests.decision.small_bases import FINDINGS, SHIPPED

WEIGHTS = SHIPPED.policy.weights
MIDDLE = SHIPPED.policy.default_severity


CLOSING = Screening.model_validate(
    {"id": "closing", "title": "closing", "when": "takes_work_breaks", "gate": "modify"}
    | {"message": "Mind this.", "reason": "It is not safe.", "blocks": {"items": ["known"]}}
    | {"cases": {}}
)


def rival(id: str, other: str, when: str, impact: float, **more: Any) -> RecommendationRule:
    """Advice that is not combined with another."""
    texts = {"topic": "sleep", "area": "lifestyle", "action": "Do it.", "title": id, "cases": {}}
    says = {"when": when, "impact": impact, "verdict": "supported", **more}
    return RecommendationRule.model_validate({"id": id, "not_with": [other]} | texts | says)


def outlooks(
    open_impact: float, known_impact: float, told: dict[str, Value], **more: Any
) -> tuple[Outlook, Outlook]:
    """What is known of one whose severity is open (``short_nights``), and of its rival."""
    one = rival("open", "known", "desk_job or short_nights", open_impact, **more)
    other = rival("known", "open", "desk_job", known_impact)
    rules = {each.id: each for each in (one, other)}
    base = _base(rules)
    person = Person(make_engine("direct", Program.of(base)).derive(told), base)
    found = Rivals(person)
    return found.outlook("open"), found.outlook("known")


def _base(rules: dict[str, RecommendationRule]) -> KnowledgeBase:
    base = dataclasses.replace(
        SHIPPED,
        recommendations=rules,
        screening={CLOSING.id: CLOSING},
        messages={},
        findings=FINDINGS,
        values={},
        foods={},
        tags={id: tag.model_copy(update={"speaks_for": ()}) for id, tag in SHIPPED.tags.items()},
    )
    return dataclasses.replace(base, strata=Program.of(base).stratum)


DESK: dict[str, Value] = {
    "desk_job": True,
    "takes_work_breaks": False,
    "complaint": frozenset(),
}
AT_MOST = MIDDLE * WEIGHTS.severity / WEIGHTS.impact
"""By how much more impact a middle severity outweighs one of 0."""
AT_LEAST = (1 - MIDDLE) * WEIGHTS.severity / WEIGHTS.impact
"""By how much more impact a middle severity outweighs one of 1."""


@pytest.mark.parametrize(
    ("more", "expected"),
    [
        (AT_MOST + 0.05, ("certain", "ruled_out")),
        (AT_MOST - 0.05, ("possible", "possible")),
        (0.05 - AT_LEAST, ("possible", "possible")),
        (-0.05 - AT_LEAST, ("ruled_out", "certain")),
    ],
)
def test_severity_can_become_anything_from_0_to_1(
    more: float, expected: tuple[Outlook, Outlook]
) -> None:
    """While sleep is not told, one is sure to come first only if every severity leaves it so."""
    assert outlooks(0.5 + more / 2, 0.5 - more / 2, DESK) == expected


@pytest.mark.parametrize(
    ("told", "more", "expected"),
    [
        ({"sleep_hours": 8}, 0.02, ("certain", "ruled_out")),  # nothing is open any more
        ({"sleep_hours": 8}, -0.02, ("ruled_out", "certain")),
        ({"sleep_hours": 4}, -0.02, ("certain", "ruled_out")),
    ],
)
def test_what_is_told_settles_which_one_stays(
    told: dict[str, Value], more: float, expected: tuple[Outlook, Outlook]
) -> None:
    """With every fact known the priorities of today decide."""
    assert outlooks(0.5 + more / 2, 0.5 - more / 2, DESK | told) == expected


def test_goals_that_were_not_told_leave_it_open() -> None:
    """A goal may still raise one of the two, or leave it behind."""
    told = DESK | {"sleep_hours": 8}
    assert outlooks(0.5, 0.49, told, goals=["posture"]) == ("possible", "possible")
    goals: dict[str, Value] = {"goals": frozenset({"posture"})}
    assert outlooks(0.5, 0.49, told | goals, goals=["posture"]) == ("certain", "ruled_out")
    goals = {"goals": frozenset({"strength"})}
    assert outlooks(0.5, 0.49, told | goals, goals=["posture"]) == ("ruled_out", "certain")
    fits = WEIGHTS.goals * SHIPPED.policy.no_goals_fit / WEIGHTS.impact
    assert outlooks(0.5 + fits / 2 + 0.02, 0.5 - fits / 2, told, goals=["posture"]) == (
        "certain",
        "ruled_out",
    )


def test_a_complaint_that_was_not_told_leaves_it_open() -> None:
    """What brought somebody may still put one of the two first, unless both help it alike."""
    told = {name: value for name, value in DESK.items() if name != "complaint"}
    told |= {"sleep_hours": 8, "goals": frozenset()}
    assert outlooks(0.8, 0.4, told, helps={"neck": 0.2}) == ("possible", "possible")
    for words, expected in (
        ({"neck"}, ("ruled_out", "certain")),
        ({"sleep"}, ("ruled_out", "certain")),
        (set[str](), ("certain", "ruled_out")),
    ):
        complaint: dict[str, Value] = {"complaint": frozenset(words)}
        assert outlooks(0.8, 0.4, told | complaint, helps={"neck": 0.2}) == expected
    assert outlooks(0.5, 0.4, told) == ("certain", "ruled_out")


@pytest.mark.parametrize(
    ("breaks", "tags", "expected"),
    [
        (False, [], ("ruled_out", "certain")),
        (True, [], ("certain", "ruled_out")),
        (None, [], ("possible", "possible")),
        (True, ["training"], ("ruled_out", "ruled_out")),
    ],
)
def test_what_is_taken_out_stands_in_the_way_of_what_is_harder_alone(
    breaks: Value, tags: list[str], expected: tuple[Outlook, Outlook]
) -> None:
    """Behind a rival that screening closes comes the other, unless it asks for more."""
    told = DESK | {"sleep_hours": 8, "takes_work_breaks": breaks}
    assert outlooks(0.3, 0.6, told, tags=tags) == expected
