"""Whatever says when to get help stands on the page, however much else there is to mind."""

from __future__ import annotations

from hypothesis import given

from backfat_rules import Plan, Profile
from backfat_rules.plain import sentences_of
from tests.planning.people import DIRECT
from tests.strategies import profiles

MANY = Profile(
    age=60,
    conditions={"heart_disease", "stroke", "kidney_disease", "epilepsy"},
    medications={"insulin", "lithium"},
    symptoms=set(),
    pain_sites={"upper_back", "neck"},
)


def _on_one_line(text: str) -> str:
    return " ".join(text.split())


def _unsaid(plan: Plan) -> list[str]:
    page = _on_one_line(plan.text())
    alarms = (alarm for each in plan.messages for alarm in each.alarms)
    return [each for alarm in alarms for each in sentences_of(alarm) if each not in page]


@given(profiles())
def test_every_alarm_stands_on_the_page(profile: Profile) -> None:
    """A sentence that says when to get help is read by everybody whom it is for."""
    assert _unsaid(DIRECT.recommend(profile)) == []


def test_alarms_beyond_what_a_page_minds_are_on_it() -> None:
    """Somebody with many conditions reads of each when to call for help, and each only once."""
    plan = DIRECT.recommend(MANY)
    assert sum(bool(each.alarms) for each in plan.messages) > 3
    assert _unsaid(plan) == []
    page = _on_one_line(plan.text())
    for said in ("call your doctor the same day", "Call your local emergency number at once with"):
        assert page.count(said) == 1


def test_the_full_text_says_alarms_within_their_messages() -> None:
    """Where there is room for whole messages, none of their sentences is said again."""
    full = _on_one_line(DIRECT.recommend(MANY).text("full"))
    assert full.count("call your doctor the same day") == 1
