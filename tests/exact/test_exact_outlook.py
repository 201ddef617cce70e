from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from backfat_rules.exact import (
    FALSE,
    NOT_TRUE,
    TRUE,
    Problems,
    bit_of,
    find,
    outlook_of,
)
from backfat_rules.inference import Calculation, Production, Program
from backfat_rules.knowledge import load_knowledge
from backfat_rules.language import NUMBER, Facts, Value, parse
from backfat_rules.profile import Fact, Profile
from tests.exact import small
from tests.inference.programs import Base, bases
from tests.strategies import profiles

META = small.facts()
KNOWLEDGE = load_knowledge()
PROBLEMS = KNOWLEDGE.once(Problems.of)


@st.composite
def told(draw: st.DrawFn) -> dict[str, Value]:
    """Some facts, enough of them that all completions of the others can be listed."""
    names = draw(st.lists(st.sampled_from(sorted(META)), unique=True, min_size=5))
    return {name: draw(st.sampled_from(small.values(META[name]))) for name in names}


@given(bases(), told())
def test_outlook_is_what_all_completions_say(base: Base, known: Facts) -> None:
    """Certain, possible and ruled out are exactly what brute force over completions finds."""
    found = outlook_of(Problems(base.program, META), known)
    problems = Problems(base.program, META)
    for id, outlook in found.items():
        problem = problems[id]
        every = small.completions(META, known, frozenset(problem.facts))
        outcomes = {problem.value(completion) for completion in every}
        expected = "certain" if outcomes == {True} else "ruled_out" if True not in outcomes else 0
        assert outlook == (expected or "possible")


@given(bases(), told())
def test_conditions_over_facts_say_what_the_engine_concludes(base: Base, known: Facts) -> None:
    """A condition brought down to its facts is true exactly where the engine concludes it."""
    problems = Problems(base.program, META)
    for id, truth in small.truths(base.program, known).items():
        worth = problems[id].value(known)
        assert worth == truth if id in base.program.findings else (worth is True) == bool(truth)


@given(bases(), told(), st.sampled_from([TRUE, FALSE, NOT_TRUE]))
def test_a_completion_that_is_found_is_one(base: Base, known: Facts, goal: int) -> None:
    """The search gives a completion, within the ranges, exactly where brute force has one."""
    problems = Problems(base.program, META)
    for id in base.program.advice:
        problem = problems[id]
        answer = find(problem, known, goal)
        every = small.completions(META, known, frozenset(problem.facts))
        exists = any(bit_of(problem.value(each)) & goal for each in every)
        assert answer.proven
        assert exists == (answer.completion is not None)
        if answer.completion is not None:
            assert bit_of(problem.value(answer.completion)) & goal
            assert known.items() <= answer.completion.items()
            for name in problem.facts:
                assert answer.completion[name] in small.values(META[name]) or name in known


def _outlook(condition: str, known: Facts, **facts: Fact) -> str:
    values = [
        Calculation("bmi", parse("weight / (height / 100) ** 2")),
        Calculation("warm", parse("1 / (1 if age >= 18 else 0)")),
    ]
    program = Program.build(values, [], [Production("it", "it", parse(condition))])
    meta = {
        "age": Fact("age", NUMBER, "age", low=5, high=110, whole=True),
        "weight": Fact("weight", NUMBER, "weight", low=25, high=350),
        "height": Fact("height", NUMBER, "height", low=90, high=250),
        "sleep": Fact("sleep", NUMBER, "sleep", low=0, high=24),
        "size": Fact("size", NUMBER, "size"),
    }
    return outlook_of(Problems(program, {**meta, **facts}), known)["it"]


def test_a_condition_and_its_opposite_are_certain() -> None:
    """What three values miss is found: on one number, and on a value of several."""
    assert _outlook("sleep < 7 or sleep >= 7", {}) == "certain"
    assert _outlook("bmi < 25 or bmi >= 25", {}) == "certain"
    assert _outlook("bmi >= 25 and bmi < 23", {}) == "ruled_out"
    assert _outlook("weight < height and weight >= height", {}) == "ruled_out"


def test_ranges_and_wholeness_count() -> None:
    """Completions stay within ranges, and a whole number lies at no fraction."""
    assert _outlook("age > 110 or age < 5", {}) == "ruled_out"
    assert _outlook("age > 20 and age < 21", {}) == "ruled_out"
    assert _outlook("sleep > 20 and sleep < 21", {}) == "possible"
    assert _outlook("weight > 60 and weight <= 60.00000001", {}) == "possible"
    assert _outlook("bmi > 432.1", {}) == "ruled_out"
    assert _outlook("bmi > 431.9", {}) == "possible"
    assert _outlook("size * size < 0 or size > 1e300", {}) == "possible"


def test_a_bound_of_one_number_is_exact() -> None:
    """Arithmetic on one open number is cut down to neighbouring floats."""
    limit = 350 / (170 / 100) ** 2
    assert _outlook(f"bmi >= {limit!r}", {"height": 170}) == "possible"
    assert _outlook(f"bmi > {limit!r}", {"height": 170}) == "ruled_out"


def test_undefined_is_neither_true_nor_false() -> None:
    """A value without a number, as for a child here, makes its comparisons neither."""
    assert _outlook("warm > 0 or warm <= 0", {"age": 12}) == "ruled_out"
    assert _outlook("warm > 0 or warm <= 0", {}) == "possible"
    assert _outlook("warm > 0 or warm <= 0", {"age": 40}) == "certain"


@given(profiles())
def test_the_shipped_base_is_settled_by_the_search(profile: Profile) -> None:
    """On the shipped base every outlook is proven, and agrees with what the engine concludes."""
    known = profile.known()
    found = outlook_of(PROBLEMS, known)
    for id, truth in small.truths(PROBLEMS.program, known).items():
        assert truth is not True or found[id] == "certain"
        assert truth is not False or found[id] == "ruled_out"
