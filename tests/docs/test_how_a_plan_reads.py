"""What a person sees of a plan, as text and as HTML."""

from __future__ import annotations

import re
from collections.abc import Callable
from html import unescape

import pytest

from backfat_rules import Plan, Profile, recommend
from backfat_rules.views import plan_html, plan_markdown, plan_text
from tests.docs.documents import DOCS

PLANS = {
    "desk worker": recommend(
        Profile.model_validate_json((DOCS / "examples" / "person.json").read_text(encoding="utf-8"))
    ),
    "pregnant": recommend(
        Profile(sleep_hours=5.5, stress_level=8, goals={"fat_loss"}, pregnant=True)
    ),
    "chest pain": recommend(Profile(sleep_hours=5.5, symptoms={"chest_pain"})),
    "nothing told": recommend(Profile()),
}
each_plan = pytest.mark.parametrize("plan", PLANS.values(), ids=PLANS)


def flat(text: str) -> str:
    """A text without markup, line breaks and indentation."""
    plain = unescape(re.sub(r"<[^>]+>", " ", text))
    return re.sub(r"\s+", " ", plain)


def in_full(plan: Plan) -> str:
    """All of a plan as text."""
    return plan_text(plan, extent="full")


@each_plan
@pytest.mark.parametrize("view", [in_full, plan_html, plan_markdown])
def test_nothing_that_keeps_a_person_safe_is_cut(plan: Plan, view: Callable[[Plan], str]) -> None:
    """In full or folded, every screening message, caution and thing left out is there."""
    seen = flat(view(plan))
    for message in plan.messages:
        assert flat(message.text) in seen
    for recommendation in plan.recommendations:
        for text in (recommendation.title, recommendation.action, *recommendation.cautions):
            assert flat(text) in seen
    for withheld in plan.withheld:
        assert flat(withheld.title) in seen
    assert flat(plan.notice) in seen


@each_plan
def test_html_folds_what_a_page_has_no_room_for(plan: Plan) -> None:
    """Each recommendation can be opened where it stands, and nothing is open at first."""
    html = plan_html(plan)
    assert html.count("<details") >= len(plan.recommendations)
    assert "<details open" not in html
