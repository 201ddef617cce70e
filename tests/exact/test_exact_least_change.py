from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import combinations, product
from math import ceil

import pytest
from hypothesis import given
from hypothesis import strategies as st

from backfat_rules.exact import LeastChange, Problem, Problems, least_changes
from backfat_rules.inference.direct import DirectEngine
from backfat_rules.knowledge import load_knowledge
from backfat_rules.language import Expression, Facts, Value, parse
from backfat_rules.language.tree import AllOf, Name, Not
from backfat_rules.profile import Fact, Profile
from tests.exact import small
from tests.inference.programs import Base, bases
from tests.strategies import profiles

META = small.facts()
KNOWLEDGE = load_knowledge()
PROBLEMS = KNOWLEDGE.once(Problems.of)
ENGINE = DirectEngine(PROBLEMS.program)
STEPS = st.dictionaries(st.sampled_from(["n0", "n1", "n2"]), st.sampled_from([1, 2, 3]))


@st.composite
def told(draw: st.DrawFn) -> dict[str, Value]:
    """Any of the facts."""
    names = draw(st.lists(st.sampled_from(sorted(META)), unique=True, min_size=4))
    return {name: draw(st.sampled_from(small.values(META[name]))) for name in names}


def _steps(fact: Fact, before: Value, after: Value) -> int:
    """The definition of a step, once more."""
    if isinstance(after, frozenset):
        return max(1, len(after ^ (before if isinstance(before, frozenset) else frozenset())))
    if fact.type.kind != "number" or before is None:
        return 1
    return ceil(abs(float(after) - float(before)) / (fact.step or 1))  # type: ignore[arg-type]


def _smallest(
    problem: Problem, known: Facts, meta: Mapping[str, Fact], outcomes: list[object]
) -> dict[frozenset[str], int]:
    """By brute force: the sets of facts of which no part is enough, with their fewest steps."""
    names = [n for n in sorted(problem.facts) if meta[n].changeable]
    found: dict[frozenset[str], int] = {}
    for size in range(len(names) + 1):
        for moving in map(frozenset, combinations(names, size)):
            if not any(done <= moving for done in found):
                costs = list(_costs(problem, known, meta, moving, outcomes))
                if costs:
                    found[moving] = min(costs)
    return found


def _costs(
    problem: Problem,
    known: Facts,
    meta: Mapping[str, Fact],
    moving: frozenset[str],
    outcomes: list[object],
) -> Iterator[int]:
    names = sorted(moving)
    others = [[v for v in small.values(meta[n]) if v != known.get(n)] for n in names]
    for chosen in product(*others):
        after = dict(zip(names, chosen, strict=True))
        if problem.value({**known, **after}) in outcomes:
            yield sum(_steps(meta[n], known.get(n), after[n]) for n in names)


def _names(change: LeastChange) -> frozenset[str]:
    return frozenset(each.fact for each in change.changes)


@given(
    bases(),
    told(),
    st.frozensets(st.sampled_from(sorted(META)), max_size=4),
    STEPS,
    st.booleans(),
    st.sampled_from(["a0", "a1", "f0", "f1", "f2"]),
)
def test_the_smallest_changes_are_those_of_brute_force(
    base: Base,
    known: Facts,
    fixed: frozenset[str],
    steps: Mapping[str, float],
    want: bool,
    target: str,
) -> None:
    """They flip the outcome, nothing smaller does, fixed facts stay, and none means impossible.

    Numbers that a condition combines take whole steps only, which brute force does not know.
    """
    mixed = Problems(base.program, META)[target].mixed
    meta = small.facts({n: step for n, step in steps.items() if n not in mixed}, fixed)
    problem = Problems(base.program, meta)[target]
    outcomes: list[object] = [True] if want else [False, None]
    expected = _smallest(problem, known, meta, outcomes)
    found = least_changes(Problems(base.program, meta), known, target, want, limit=3)
    for change in found:
        assert problem.value(change.applied(known)) in outcomes
        assert expected[_names(change)] == change.steps
        for each in change.changes:
            assert each.fact not in fixed
            assert each.before == known.get(each.fact) != each.after
            assert each.after in small.values(meta[each.fact])
            assert each.steps == _steps(meta[each.fact], each.before, each.after)
    ranked = sorted(expected, key=lambda moving: (len(moving), expected[moving], sorted(moving)))
    assert [_names(change) for change in found] == ranked[:3]


@given(profiles(), st.sampled_from(sorted(PROBLEMS.program.advice)))
def test_changes_flip_the_shipped_advice(profile: Profile, id: str) -> None:
    """On the shipped base each answer flips what the engine concludes, and fits the profile."""
    known = profile.known()
    fired = id in ENGINE.derive(known).fired
    for change in least_changes(PROBLEMS, known, id, not fired):
        after = change.applied(known)
        assert (id in ENGINE.derive(after).fired) != fired
        assert Profile.model_validate(dict(after)).known() == after
        assert all(KNOWLEDGE.facts[each.fact].changeable for each in change.changes)


def _changes(
    known: Facts, target: str | Expression, want: bool, fixed: tuple[str, ...] = ()
) -> list[str]:
    found = least_changes(PROBLEMS, known, target, want, fixed=fixed)
    return [
        " and ".join(f"{each.fact} {each.before} to {each.after}" for each in change.changes)
        for change in found
    ]


def test_a_step_beyond_the_limit_is_enough() -> None:
    """The first realistic step that does it is taken, from the value that was told."""
    known: Facts = {"sleep_hours": 5.7, "age": 40}
    assert _changes(known, "sleep-longer", False) == ["sleep_hours 5.7 to 7.2"]
    assert _changes({"sleep_hours": 9.0, "age": 40}, "sleep-longer", True)[0] == (
        "sleep_hours 9.0 to 6.5"
    )


def test_what_is_cleared_is_no_longer_said() -> None:
    """With the age unknown, seven hours end the advice, though they may be too few for a child."""
    known: Facts = {"sleep_hours": 5.5}
    assert _changes(known, "sleep-longer", False) == ["sleep_hours 5.5 to 7.0"]


def test_what_is_fixed_stays() -> None:
    """A fact that the caller holds on to is not moved, changeable or not."""
    known: Facts = {"sleep_hours": 5.5}
    assert _changes(known, "sleep-longer", False, fixed=("sleep_hours",)) == []


def test_what_cannot_change_is_impossible() -> None:
    """Age and history are not changed, whatever follows from them."""
    assert _changes({"age": 70}, "older-age", False) == []
    assert _changes({"age": 30}, "older-age", True) == []


def test_nothing_to_change_is_an_answer_without_changes() -> None:
    """What is as wanted already needs no change."""
    assert least_changes(PROBLEMS, {"sleep_hours": 9.0}, "sleep-longer", False) == (
        LeastChange((), 0),
    )


def test_a_value_between_two_steps_is_found() -> None:
    """Where no step falls between two limits, a short number between them is taken."""
    between = parse("water_l_per_day > 2.3 and water_l_per_day < 2.34")
    assert _changes({"water_l_per_day": 1.0}, between, True) == ["water_l_per_day 1.0 to 2.31"]


def test_a_target_can_be_a_condition_over_advice() -> None:
    """A caller asks for what a plan shows, such as advice that nothing withholds."""
    shown = AllOf((Name("sleep-longer"), Not(Name("stroke-warning"))))
    known: Facts = {"sleep_hours": 8.0, "age": 30}
    assert _changes({**known, "symptoms": frozenset()}, shown, True) == ["sleep_hours 8.0 to 6.5"]
    assert _changes({**known, "symptoms": frozenset({"one_sided_weakness"})}, shown, True) == []


def test_an_unknown_target_is_refused() -> None:
    """An id that nothing has is a mistake of the caller."""
    with pytest.raises(KeyError):
        least_changes(PROBLEMS, {}, "sleep-shorter", True)
