"""Exact answers where a number is known only as a range."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations, product

from hypothesis import assume, given
from hypothesis import strategies as st

from backfat_rules.exact import (
    NOT_TRUE,
    TRUE,
    Problem,
    Problems,
    bit_of,
    find,
    least_changes,
    outlook_of,
)
from backfat_rules.inference import Calculation, Production, Program
from backfat_rules.language import NUMBER, Facts, Range, Value, parse
from backfat_rules.profile import Fact
from tests.exact import small
from tests.inference.programs import NUMBERS, Base, bases

META = small.facts()


@st.composite
def told(draw: st.DrawFn) -> dict[str, Value]:
    """Most facts, some of the numbers as ranges of whole numbers."""
    names = draw(st.lists(st.sampled_from(sorted(META)), unique=True, min_size=5))
    known = {name: draw(st.sampled_from(small.values(META[name]))) for name in names}
    for name in NUMBERS:
        if draw(st.booleans()):
            low = draw(st.integers(0, 2))
            high = draw(st.none() | st.integers(low + 1, 3))
            known[name] = Range(at_least=low, at_most=high)
    return known


def completions(known: Facts, over: frozenset[str]) -> Iterator[Facts]:
    """Every completion in which numbers lie in their ranges."""
    ranged = {name: value for name, value in known.items() if isinstance(value, Range)}
    names = [name for name in ranged if name in over]
    inside = [[n for n in small.values(META[name]) if ranged[name].contains(n)] for name in names]  # type: ignore[arg-type]
    for chosen in product(*inside):
        yield from small.completions(META, {**known, **dict(zip(names, chosen, strict=True))}, over)


@given(bases(), told())
def test_outlook_is_what_all_completions_inside_the_ranges_say(base: Base, known: Facts) -> None:
    """Certain, possible and ruled out are exactly what brute force over the ranges finds."""
    found = outlook_of(Problems(base.program, META), known)
    problems = Problems(base.program, META)
    for id, outlook in found.items():
        problem = problems[id]
        every = completions(known, frozenset(problem.facts))
        outcomes = {problem.value(completion) for completion in every}
        expected = "certain" if outcomes == {True} else "ruled_out" if True not in outcomes else 0
        assert outlook == (expected or "possible")


@given(bases(), told(), st.sampled_from([TRUE, NOT_TRUE]))
def test_a_completion_lies_inside_the_ranges(base: Base, known: Facts, goal: int) -> None:
    """What the search finds keeps to what was told."""
    problems = Problems(base.program, META)
    for id in base.program.advice:
        problem = problems[id]
        completion = find(problem, known, goal).completion
        if completion is None:
            continue
        assert bit_of(problem.value(completion)) & goal
        for name in problem.facts:
            value, number = known.get(name), completion.get(name)
            if isinstance(value, Range):
                assert isinstance(number, int)
                assert value.contains(number)


@given(bases(), told())
def test_certain_and_ruled_out_hold_for_every_narrower_range(base: Base, known: Facts) -> None:
    """What was settled by a range is settled by every number in it."""
    wide = outlook_of(Problems(base.program, META), known)
    exact = {n: v.lowest if isinstance(v, Range) else v for n, v in known.items()}
    narrow = outlook_of(Problems(base.program, META), exact)
    assert all(narrow[id] == wide[id] for id in wide if wide[id] != "possible")


@given(bases(), told(), st.booleans())
def test_a_least_change_does_what_it_says(base: Base, known: Facts, want: bool) -> None:
    """Ranges that are left alone stay ranges, and after the change the target is as wanted."""
    problems = Problems(base.program, META)
    for id in base.program.advice:
        for change in least_changes(Problems(base.program, META), known, id, want):
            after = change.applied(known)
            assert (problems[id].value(after) is True) is want
            assert all(each.before == known.get(each.fact) for each in change.changes)


def _change(condition: str, known: Facts, want: bool) -> list[tuple[object, int]]:
    program = Program.build([], [], [Production("it", "it", parse(condition))])
    facts = {
        "sleep": Fact("sleep", NUMBER, "sleep", low=0, high=24, step=0.5),
        "work": Fact("work", NUMBER, "work", low=0, high=24, step=1),
    }
    found = least_changes(Problems(program, facts), known, "it", want)
    return [(each.after, each.steps) for way in found for each in way.changes]


def test_steps_are_counted_from_the_nearest_number_of_a_range() -> None:
    """The way out of a range is as long as from its nearest end, and inside it one step."""
    known: dict[str, Value] = {"sleep": Range(at_least=5, at_most=6)}
    assert _change("sleep < 7", known, want=False) == [(7.0, 2)]
    assert _change("sleep < 4", known, want=True) == [(3.5, 3)]
    assert _change("sleep < 5.5", known, want=True) == [(5.0, 1)]
    assert _change("sleep + work > 20", {**known, "work": 8}, want=True)


def test_what_a_range_leaves_open_is_not_counted_on() -> None:
    """A way needs what is known: a range on both sides of a limit makes nothing true."""
    known: dict[str, Value] = {"sleep": Range(at_least=6, at_most=8), "work": 12}
    assert _change("sleep < 7 and work < 9", {**known, "sleep": Range(below=7)}, want=True) == [
        (8.0, 4)
    ]
    both = _change("sleep < 7 and work < 9", known, want=True)
    assert [after for after, _ in both] == [6.0, 8.0]


def _smallest(
    problem: Problem, avoided: list[Problem], known: Facts, want: bool
) -> set[frozenset[str]]:
    """By brute force: the facts that are enough, of which no part is, where ranges stay."""
    names = [name for name in problem.facts if not isinstance(known.get(name), Range)]
    found: set[frozenset[str]] = set()
    for size in range(len(names) + 1):
        for moving in map(frozenset, combinations(names, size)):
            others = ([v for v in small.values(META[n]) if v != known.get(n)] for n in moving)
            every = (
                {**known, **dict(zip(moving, chosen, strict=True))} for chosen in product(*others)
            )
            if not any(done <= moving for done in found) and any(
                (problem.value(after) is True) is want
                and not any(each.value(after) is True for each in avoided)
                for after in every
            ):
                found.add(moving)
    return found


@given(bases(), told(), st.booleans(), st.sampled_from(["a0", "a1", "f0", "f1", "f2"]))
def test_ranges_of_other_facts_hide_no_change(
    base: Base, known: Facts, want: bool, target: str
) -> None:
    """What brute force finds is found, though a range leaves open what must not become true."""
    ranged = frozenset(name for name, value in known.items() if isinstance(value, Range))
    problems = Problems(base.program, small.facts(fixed=ranged))
    problem = problems[target]
    assume(all(name in known for name in problem.facts if META[name].type.kind == "set"))
    avoided = [
        id
        for id in ("f0", "f1", "f2")
        if problems[id].value(known) is not True
        # No change is tried for the sake of a limit that only what is avoided has.
        and not set(problems[id].facts) & set(problem.facts) - ranged
    ]
    expected = _smallest(problem, [problems[id] for id in avoided], known, want)
    found = least_changes(problems, known, target, want, limit=3, avoided=avoided)
    touched = {frozenset(each.fact for each in way.changes) for way in found}
    assert touched <= expected
    assert len(touched) == min(3, len(expected))


def _ways(known: Facts, avoided: str) -> list[str]:
    """Which facts can bring more than eight hours of sleep or three cups, by themselves."""
    program = Program.build(
        [Calculation("share", parse("sleep / work"))],
        [Production("bad", "bad", parse(avoided))],
        [Production("it", "it", parse("sleep > 8 or cups > 3"))],
    )
    names = ("sleep", "work", "cups", "breaks")
    facts = {name: Fact(name, NUMBER, name, low=0, high=24, step=1) for name in names}
    found = least_changes(Problems(program, facts), known, "it", True, avoided=["bad"])
    return [each.fact for way in found for each in way.changes]


def test_only_what_is_certainly_true_is_avoided() -> None:
    """What a range leaves open stays unknown; what all of the range makes true is avoided."""
    known: dict[str, Value] = {"sleep": 7, "cups": 2, "work": Range(at_least=5, at_most=9)}
    assert _ways(known, "work > 7") == ["cups", "sleep"]
    assert _ways(known, "sleep > 8 and work > 7") == ["cups", "sleep"]
    assert _ways(known, "sleep > 8 and work > 4") == ["cups"]
    assert _ways(known, "sleep > 8 and not work > 9") == ["cups"]


def test_a_number_worked_out_from_ranges_stays_unknown() -> None:
    """The language computes with no range: such a number makes nothing true, so it bars nothing."""
    known: dict[str, Value] = {
        "sleep": 7,
        "cups": 2,
        "work": Range(at_least=5, at_most=9),
        "breaks": Range(at_least=1, at_most=3),
    }
    assert _ways(known, "breaks / work > 0.5") == ["cups", "sleep"]
    assert _ways(known, "share > 1.7") == ["cups", "sleep"]
    assert _ways(known, "share > 1.7 or sleep > 8") == ["cups"]
