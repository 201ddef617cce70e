from __future__ import annotations

from collections.abc import Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st

from backfat_rules import Profile
from backfat_rules.knowledge.links import formulas_in
from backfat_rules.language import Range, evaluate
from backfat_rules.language.tree import Compare, Name, Number, walk
from backfat_rules.units import CONVERTED, UnitSystem
from backfat_rules.units.kinds import MEASURES
from backfat_rules.units.systems import SYSTEMS
from backfat_rules.wording import Reader
from backfat_rules.wording.limits import goal_side, stated_side
from backfat_rules.wording.numbers import rounded
from tests.planning.people import DIRECT, KNOWLEDGE

READERS = {system: Reader(KNOWLEDGE, units=system) for system in SYSTEMS}


def comparisons() -> Iterator[Compare]:
    """Every comparison of a fact with a number that stands in a condition."""
    found = {
        part
        for entry in KNOWLEDGE
        for formula in formulas_in(entry)
        for part in walk(formula.tree)
        if isinstance(part, Compare)
    }
    for part in sorted(found, key=repr):
        match part:
            case Compare(operator, Name(name), Number()) if name in KNOWLEDGE.facts:
                if operator != "==":
                    yield part


COMPARISONS = [*comparisons()]


CONVERTIBLE = [
    leaf
    for leaf in COMPARISONS
    if isinstance(leaf.left, Name) and KNOWLEDGE.facts[leaf.left.name].unit in CONVERTED
]


def limit_of(leaf: Compare) -> tuple[str, float]:
    """The name and the number of a comparison of the kind above."""
    assert isinstance(leaf.left, Name)
    assert isinstance(leaf.right, Number)
    return leaf.left.name, leaf.right.value


def told_back(name: str, shown: str, system: UnitSystem) -> float:
    """What a person tells who writes what was shown."""
    fact = KNOWLEDGE.facts[name]
    if fact.unit in MEASURES:
        told = Profile.from_units({name: shown}, system=system).known()[name]
        assert isinstance(told, int | float)
        return told
    return float(shown.split()[0].replace(",", ""))


@pytest.mark.parametrize("system", SYSTEMS)
def test_a_target_that_is_told_back_has_been_reached(system: UnitSystem) -> None:
    """Whatever limit a person is to reach, in their units: reaching what is shown is enough."""
    reader = READERS[system]
    reached = 0
    for leaf in COMPARISONS:
        name, number = limit_of(leaf)
        for holds in (True, False):
            shown = reader.limit(name, number, goal_side(leaf.operator, holds))
            told = told_back(name, shown, system)
            if KNOWLEDGE.facts[name].whole and not float(number).is_integer():
                continue
            if (leaf.operator in ("<=", ">=")) is holds:
                assert evaluate(leaf, {name: told}) is holds, (leaf, shown)
            else:  # "above" and "below": whatever lies beyond what is shown
                beyond = Range(above=told) if leaf.operator in (">", "<=") else Range(below=told)
                assert evaluate(leaf, {name: beyond}) is holds, (leaf, shown)
            reached += 1
    assert reached > 200


@given(st.data(), st.sampled_from(SYSTEMS))
def test_a_number_is_never_shown_on_the_other_side_of_a_limit(
    data: st.DataObject, system: UnitSystem
) -> None:
    """However near a number is to a limit, what is shown of both compares as they do."""
    leaf = data.draw(st.sampled_from(COMPARISONS) | st.sampled_from(CONVERTIBLE))
    name, limit = limit_of(leaf)
    fact, reader = KNOWLEDGE.facts[name], READERS[system]
    scale = data.draw(st.sampled_from([0.004, 0.02 * max(abs(limit), 1)]))
    lowest, highest = (
        limit - scale if fact.low is None else max(fact.low, limit - scale),
        limit + scale if fact.high is None else min(fact.high, limit + scale),
    )
    near = st.floats(lowest, highest)
    number = int(data.draw(near)) if fact.whole else data.draw(near)
    shown = told_back(name, reader.amount(name, number), system)
    at = told_back(name, reader.limit(name, limit, stated_side(leaf.operator)), system)
    truly = evaluate(leaf, {name: number})
    assert evaluate(Compare(leaf.operator, Name(name), Number(at)), {name: shown}) is truly


@given(st.floats(6, 7, exclude_max=True))
def test_a_distance_is_never_nothing(hours: float) -> None:
    """Whoever sleeps a little too little is not told to sleep 0 h more, nor that they sleep 7 h."""
    plan = DIRECT.recommend({"age": 40, "sleep_hours": hours})
    advice = plan["sleep-longer"]
    assert advice.dose is not None
    assert " 0 h more" not in advice.dose.text
    assert "sleep 7 h;" not in advice.reasons[0].text


@pytest.mark.parametrize(("system", "text"), [("us", "55 fl oz"), ("uk", "2.9 pints")])
def test_the_amount_that_a_plan_asks_for_is_enough(system: UnitSystem, text: str) -> None:
    """Who drinks what the plan shows as the target no longer gets the advice."""

    def told(water: str) -> Profile:
        return Profile.from_units(age=40, sex="female", water_l_per_day=water, system=system)

    before = DIRECT.recommend(told("40 fl oz")).in_units(system)
    assert text in (before["drink-enough"].done_when or "")
    assert text.split()[0] in before["drink-enough"].reasons[0].text
    assert "drink-enough" not in DIRECT.recommend(told(text))


@given(st.floats(-100, 100).filter(bool), st.sampled_from([None, 0.01, 0.05, 0.1, 1, 5, 50, 500]))
def test_something_is_never_rounded_to_nothing(number: float, step: float | None) -> None:
    """Whatever the steps, what is not nothing is shown as something, on its side of nothing."""
    shown = rounded(number, step)
    assert shown * number > 0 or abs(number) < 1e-300
    assert abs(shown - number) <= (step or 0.01)
