"""Weeks that a solver has looked for: every rule is kept, and no goal is given up."""

from __future__ import annotations

import os
import sys
from typing import Any

import pytest

from backfat_rules import BackfatRulesError, Profile, Programme, recommend
from backfat_rules.training_week import improving
from backfat_rules.training_week.constructive import WeekBuilder
from backfat_rules.training_week.deciding_weeks import builder_for
from backfat_rules.training_week.improving import can_be_reached
from backfat_rules.training_week.solver import Solved, solved
from backfat_rules.training_week.whole_numbers import Puzzle, Terms
from backfat_rules.training_week.wishes import Wishes
from tests.training.invented_people import HEALTHY
from tests.training.test_weeks_from_outside import plan_of
from tests.training.week_checker import faults

pytest.importorskip("highspy", reason="the extra `week` is not installed")

PEOPLE = range(2_000) if os.environ.get("HYPOTHESIS_PROFILE") == "thorough" else range(13, 37)
PRACTISED: dict[str, Any] = {
    **HEALTHY,
    "experience": "intermediate",
    "strength_sessions_per_week": 3,
    "weeks_trained_of_last_8": 8,
    "training_days": {"mon", "wed"},
    "equipment": {"dumbbell", "bench", "band"},
    "minutes_per_session": 40,
}


def test_an_improved_week_keeps_every_rule_and_reaches_no_fewer_goals() -> None:
    """Whoever lets a solver look gets a week that breaks nothing and misses no more than before."""
    wrong: dict[int, list[str]] = {}
    for number in PEOPLE:
        plan = plan_of(number)
        if plan is None:
            continue
        plain, better = plan.programme(), plan.programme("2026-12-07", improve=True)
        found = faults(plan, better)
        if plain.weeks and len(better.weeks[0].missed) > len(plain.weeks[0].missed):
            found.append(f"misses {better.weeks[0].missed}, and before {plain.weeks[0].missed}")
        if found:
            wrong[number] = found
        assert Programme.model_validate_json(better.model_dump_json()) == better
    assert wrong == {}


def test_where_time_is_short_more_goals_are_reached() -> None:
    """A week put together step by step can miss what another one has; the solver finds that one."""
    plan = recommend(Profile(**PRACTISED), engine="direct")
    plain, better = plan.programme(), plan.programme(improve=True)
    assert plain.weeks[0].missed == ("enough-sets",)
    assert better.weeks[0].missed == ()


def test_a_week_says_how_it_was_looked_for() -> None:
    """A reader and an app see whether a solver looked, and whether nothing better is left."""
    plan = recommend(Profile(**PRACTISED), engine="direct")
    better = plan.programme(improve=True)
    assert better.improved is not None
    assert better.improved.proved
    assert better.improved.text in " ".join(better.text().split())
    assert better.improved.text in better.to_html()
    assert plan.programme().improved is None


def test_where_the_search_begins_does_not_matter(monkeypatch: pytest.MonkeyPatch) -> None:
    """The best week is one week: a solver that looks elsewhere first finds the same."""
    plan = recommend(Profile(**PRACTISED), engine="direct")
    week = plan.programme(improve=True)

    def elsewhere(puzzle: Puzzle, worth: Terms, nodes: int) -> Solved | None:
        return solved(puzzle, worth, nodes, seed=71)

    monkeypatch.setattr(improving, "solved", elsewhere)
    assert plan.programme(improve=True) == week


def test_a_search_that_is_cut_off_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    """What is not proved is not called proved, and the week is sound all the same."""
    plan = recommend(Profile(**PRACTISED), engine="direct")

    def short(puzzle: Puzzle, worth: Terms, nodes: int) -> Solved | None:
        found = solved(puzzle, worth, nodes)
        return Solved(found.values, proved=False) if found else None

    monkeypatch.setattr(improving, "solved", short)
    week = plan.programme(improve=True)
    assert week.improved is not None
    assert not week.improved.proved
    assert str(week.improved.nodes) in week.improved.text
    monkeypatch.setattr(improving, "solved", lambda *_: None)
    none_found = plan.programme(improve=True)
    assert none_found.weeks == plan.programme().weeks
    assert none_found.improved is not None
    assert not none_found.improved.proved


def test_a_week_stays_as_it_was_where_nothing_has_changed() -> None:
    """Whoever asks again after a week, with nothing new, gets that week again."""
    plan = recommend(Profile(**PRACTISED), engine="direct")
    week = plan.programme(improve=True)
    assert plan.programme(improve=True, after=week).weeks == week.weeks


def test_a_week_stays_on_its_days() -> None:
    """A day more on which somebody could train does not move the sessions that they have."""
    days = {"mon", "wed", "fri"}
    earlier = Profile(**{**PRACTISED, "training_days": days})
    before = recommend(earlier, engine="direct").programme(improve=True)
    told = {**PRACTISED, "training_days": {*days, "sun"}}
    after = recommend(Profile(**told), engine="direct").programme(improve=True, after=before)
    lifting = [
        {day.weekday for day in each.days if any(s.kind == "strength" for s in day.sessions)}
        for each in (before, after)
    ]
    assert lifting[0] == lifting[1]


def test_without_the_extra_the_error_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    """Without the solver the plain week works, and the improved one says what is missing."""
    plan = recommend(Profile(**PRACTISED), engine="direct")
    monkeypatch.setitem(sys.modules, "highspy", None)
    assert plan.programme().weeks
    with pytest.raises(BackfatRulesError, match=r"pip install 'backfat-rules\[week\]'"):
        plan.programme(improve=True)


@pytest.mark.parametrize("number", [13, 28, 53, 65])
def test_a_conflict_is_one_for_the_solver_too(number: int) -> None:
    """Wishes told to conflict cannot be had together, and can without any one of them."""
    plan = plan_of(number)
    assert plan is not None
    builder = builder_for(plan._told(), plan._told().decision)
    wishes = Wishes(builder, builder.build())
    for conflict in plan.programme(improve=True).conflicts:
        assert not _holds(conflict.wishes, wishes, builder)
        for each in conflict.wishes:
            rest = tuple(other for other in conflict.wishes if other != each)
            assert _holds(rest, wishes, builder)


def _holds(wishes: tuple[str, ...], asked: Wishes, builder: WeekBuilder) -> bool:
    goals = builder.person.knowledge.week_goals
    return can_be_reached(asked.within(wishes), [each for each in wishes if each in goals])
