"""What a person sees of a plan, as text and as HTML."""

from __future__ import annotations

import re
from collections.abc import Callable
from html import unescape

import pytest

from backfat_rules import Plan, Profile, recommend
from backfat_rules.views import plan_html, plan_text
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


@each_plan
@pytest.mark.parametrize("view", [plan_text, plan_html])
def test_nothing_that_keeps_a_person_safe_is_cut(plan: Plan, view: Callable[[Plan], str]) -> None:
    """However short a view is, it shows every screening message, caution and thing left out."""
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
def test_html_opens_where_to_begin(plan: Plan) -> None:
    """The recommendations that the first steps name are open, the others folded."""
    assert plan_html(plan).count('<details class="card" open>') == len(plan.first_steps)
    assert plan_html(plan).count('<details class="card') == len(plan.recommendations)
