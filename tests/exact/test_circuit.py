"""Chains and diamonds of findings: exact questions cost what the rules are long, and no more."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from backfat_rules.exact import NOT_TRUE, TRUE, Problems, companions, find, least_changes
from backfat_rules.inference import Calculation, Production, Program
from backfat_rules.language import NUMBER, TRUTH, Facts, parse
from backfat_rules.language.tree import AllOf, Name, Not
from backfat_rules.profile import Fact

LAYERS = 60
FACTS = {
    "sleep": Fact("sleep", NUMBER, "sleep", low=0, high=24, step=0.5),
    "tired": Fact("tired", TRUTH, "tired"),
}


def diamonds(layers: int) -> Program:
    """Each layer has two findings that both rest on both of the layer before."""
    rules = [
        Production("left-0", "left_0", parse("sleep < 7")),
        Production("right-0", "right_0", parse("sleep < 7 and tired")),
    ]
    for at in range(1, layers):
        left, right = f"left_{at - 1}", f"right_{at - 1}"
        rules += [
            Production(f"left-{at}", f"left_{at}", parse(f"not (not {left} and not {right})")),
            Production(f"right-{at}", f"right_{at}", parse(f"{left} and {right}")),
        ]
    last = parse(f"left_{layers - 1} and right_{layers - 1}")
    return Program.build([], rules, [Production("it", "it", last)])


def sums(layers: int) -> Program:
    """Each value is used twice by the next."""
    twice = [f"(v{at - 1} + v{at - 1}) / 2" for at in range(1, layers)]
    values = [Calculation(f"v{at}", parse(f)) for at, f in enumerate(["sleep + 0", *twice])]
    return Program.build(values, [], [Production("it", "it", parse(f"v{layers - 1} < 7"))])


@pytest.mark.parametrize("make", [diamonds, sums])
def test_a_layer_more_costs_the_same_again(make: Callable[[int], Program]) -> None:
    """The circuit grows by as many parts with the sixtieth layer as with the tenth."""
    sizes = [
        len(Problems(make(layers), FACTS).circuit.parts) for layers in (9, 10, LAYERS - 1, LAYERS)
    ]
    assert sizes[1] - sizes[0] == sizes[3] - sizes[2]


@pytest.mark.parametrize("make", [diamonds, sums])
def test_deep_rules_are_searched_in_few_boxes(make: Callable[[int], Program]) -> None:
    """A completion through sixty layers is found, and what excludes it is seen, without a maze."""
    problem = Problems(make(LAYERS), FACTS)["it"]
    yes, no = find(problem, {}, TRUE), find(problem, {}, NOT_TRUE)
    assert yes.completion is not None
    assert no.completion is not None
    assert max(yes.boxes, no.boxes) < 2 * LAYERS
    assert find(problem, {"sleep": 8.0}, TRUE).completion is None


def test_the_least_change_is_found_through_deep_rules() -> None:
    """What has to change below sixty layers of findings is named, with the fewest steps."""
    known: Facts = {"sleep": 6.0, "tired": True}
    problems = Problems(diamonds(LAYERS), FACTS)
    found = least_changes(problems, known, "it", False)
    assert [[each.fact for each in change.changes] for change in found] == [["tired"], ["sleep"]]
    again = least_changes(problems, {"sleep": 8.0, "tired": True}, "it", True)
    assert [change.steps for change in again] == [3]


def test_what_is_avoided_stays_untrue() -> None:
    """A change that would bring something else is left for one that does not."""
    rules = [
        Production("short", "short", parse("sleep < 7")),
        Production("bad", "bad", parse("tired")),
        Production("weary", "weary", parse("short or bad")),
    ]
    program = Program.build([], rules, [])
    known: Facts = {"sleep": 8.0, "tired": False}
    either = least_changes(Problems(program, FACTS), known, "weary", True)
    calm = least_changes(Problems(program, FACTS), known, "weary", True, avoided=["bad"])
    assert [change.changes[0].fact for change in either] == ["tired", "sleep"]
    assert [change.changes[0].fact for change in calm] == ["sleep"]


def test_companions_are_what_a_condition_never_comes_without() -> None:
    """Five hours of sleep are fewer than seven: the one finding always brings the other."""
    rules = [
        Production("short", "short", parse("sleep < 7")),
        Production("very-short", "very_short", parse("sleep < 5 and not tired")),
        Production("weary", "weary", parse("tired")),
    ]
    problems = Problems(Program.build([], rules, []), FACTS)
    assert companions(problems, Name("very_short")) == {"short", "very_short"}
    assert companions(problems, AllOf((Name("short"), Not(Name("weary"))))) == {"short"}
