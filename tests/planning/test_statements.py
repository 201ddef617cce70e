"""A ticked sentence tells a range, and what it tells is what a number inside it tells."""

from __future__ import annotations

import pytest

from backfat_rules import Advisor, Interview, ProfileError, load_knowledge
from backfat_rules.knowledge.screens import ScreenRule
from backfat_rules.language import Range, evaluate, parse
from backfat_rules.planning.statements import both, fact_of, told_by

KNOWLEDGE = load_knowledge()
ADVISOR = Advisor(KNOWLEDGE, "direct")
SLEEP = "sleep-and-stress"


def begun() -> Interview:
    """An interview in which nothing was told."""
    return ADVISOR.interview()


@pytest.mark.parametrize("holds", [True, False])
@pytest.mark.parametrize("id", KNOWLEDGE.statements)
def test_a_statement_tells_what_it_means(id: str, holds: bool) -> None:
    """With what a statement tells, ticked or not, the condition that it means is decided."""
    statement = KNOWLEDGE.statements[id]
    told = {fact_of(statement): told_by(statement, holds)}
    assert evaluate(statement.means.tree, told) is holds


def test_a_list_tells_its_own_statements_and_no_other() -> None:
    """What is ticked and what is not is told, as ranges; other lists stay open."""
    told = begun().answer(SLEEP, ["sleeps-under-seven"])
    assert told.answers["sleep_hours"] == {"at_least": 5, "below": 7}
    assert told.answers["sleep_regular"] is True
    assert "sitting_hours_per_day" not in told.answers


def test_the_strongest_statement_is_enough() -> None:
    """Whoever sleeps less than five hours need not tick that it is less than seven."""
    told = begun().answer(SLEEP, ["sleeps-under-five"])
    assert told == begun().answer(SLEEP, ["sleeps-under-five", "sleeps-under-seven"])
    assert told.answers["sleep_hours"] == {"below": 5}


def test_a_list_can_be_answered_in_part_and_anew() -> None:
    """A mapping tells the statements that it names; a second answer to a list corrects it."""
    part = begun().answer(SLEEP, {"sleeps-under-seven": True, "sleeps-badly": None})
    assert dict(part.answers) == {"sleep_hours": {"below": 7}}
    assert part == begun().answer("sleeps-under-seven", True)
    anew = part.answer(SLEEP, [])
    assert anew == begun().answer(SLEEP, [])
    assert anew.answers["sleep_hours"] == {"at_least": 7}
    assert begun().answer(SLEEP, []).answer(SLEEP, None) == begun()


def test_a_statement_against_a_number_is_asked_about() -> None:
    """What cannot both be is refused in plain words, in one reply or in two."""
    with pytest.raises(ProfileError, match=r"sleep_hours: does not fit .*\(sleeps-under-seven\)"):
        begun().answer("sleep_hours", 8).answer(SLEEP, ["sleeps-under-seven"])
    with pytest.raises(ProfileError, match="does not fit"):
        begun().answer_many({"sleep_hours": 8, SLEEP: ["sleeps-under-seven"]})
    agreeing = begun().answer_many({"sleep_hours": 6, SLEEP: ["sleeps-under-seven"]})
    assert agreeing.answers["sleep_hours"] == 6


@pytest.mark.parametrize("hours", [5, 6, 6.9])
def test_a_statement_and_then_the_number_is_the_number_alone(hours: float) -> None:
    """Nothing is left of a range once the exact number is told."""
    once = begun().answer("sleep_hours", hours)
    told = begun().answer("sleeps-under-seven", True).answer("sleep_hours", hours)
    assert told == once
    assert told.plan() == once.plan()


def test_a_rough_answer_is_a_part_of_the_range() -> None:
    """A number that is hard to tell is told roughly, and not asked for again."""
    told = begun().answer("sleeps-under-seven", True)
    rough = told.question_on("sleep_hours").choices
    assert [each.id for each in rough] == ["a-little", "clearly", "very-much"]
    for hours in (3.0, 4.9, 5.0, 5.5, 6.0, 6.5, 6.9):
        fitting = [
            each for each in rough if evaluate(parse(each.condition), {"sleep_hours": hours})
        ]
        assert len(fitting) == 1
    clearly = told.answer("sleep_hours", "clearly")
    assert clearly.not_known == ("sleep_hours",)
    assert evaluate(
        parse(rough[1].condition), {"sleep_hours": Range(**clearly.answers["sleep_hours"])}
    )


def test_two_ranges_narrow_each_other() -> None:
    """What lies in both is left, with the ends as they are; nothing where they do not meet."""
    assert both(Range(below=7), Range(at_least=5)) == Range(at_least=5, below=7)
    assert both(Range(below=7), Range(below=5)) == Range(below=5)
    assert both(Range(below=5), Range(at_least=5)) is None
    assert both(Range(below=5), 4) == 4
    assert both(Range(below=5), 5) is None


def test_suicidal_thoughts_are_asked_for_after_low_mood_with_help_in_sight() -> None:
    """Nobody else is asked; whoever is sees whom to call, in their country."""
    low = Advisor(KNOWLEDGE, "direct", "gb").interview().answer("feels-low", True)
    question = low.question_on("suicidal_thoughts")
    assert "116 123" in question.note
    ids = [each.id for each in low.dont_know("goals")._screens()._questions(_screen(SLEEP))]
    assert "suicidal_thoughts" in ids
    calm = begun().answer(SLEEP, [])
    ids = [each.id for each in calm._screens()._questions(_screen(SLEEP))]
    assert "suicidal_thoughts" not in ids


def _screen(id: str) -> ScreenRule:
    return KNOWLEDGE.screens[id]
