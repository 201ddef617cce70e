"""Cases beside rules: what comes to something else than it says is told to its author."""

from __future__ import annotations

import dataclasses
from typing import Any

import pytest

from backfat_rules.planning import wrong_cases
from tests.decision.small_bases import SHIPPED

SHORT = SHIPPED.findings["short_sleep"]
LONGER = SHIPPED.recommendations["sleep-longer"]
BMI = SHIPPED.values["bmi"]
NOTHING: dict[str, Any] = {
    name: {} for name in ("findings", "recommendations", "messages", "screening", "values")
}


def wrong(**entries: Any) -> list[str]:
    """What is said of the cases of some entries."""
    rules = NOTHING | {"findings": {"short_sleep": _with_cases(SHORT)}} | entries
    return [str(each.message) for each in wrong_cases(dataclasses.replace(SHIPPED, **rules))]


def _with_cases(entry: Any, **cases: list[dict[str, Any]]) -> Any:
    none: dict[str, Any] = {"fires": (), "silent": (), "unknown": ()}
    changed = entry.cases.model_copy(update=none | {each: (*cases[each],) for each in cases})
    return entry.model_copy(update={"cases": changed})


@pytest.mark.parametrize(
    ("field", "facts", "said"),
    [
        ("fires", {"sleep_hours": 6}, None),
        ("silent", {"sleep_hours": 8, "age": 30}, None),
        ("unknown", {}, None),
        ("fires", {"sleep_hours": 8, "age": 30}, "is false, not true."),
        ("fires", {}, "is unknown, not true."),
        ("silent", {"sleep_hours": 6}, "is true, not false."),
        ("unknown", {"sleep_hours": 6}, "is true, not unknown."),
        ("unknown", {"sleep_hours": 8, "age": 30}, "is false, not unknown."),
    ],
)
def test_a_case_says_what_must_come_of_it(
    field: str, facts: dict[str, Any], said: str | None
) -> None:
    """Of findings and advice alike: fires, silent and unknown are three different things."""
    told = ", ".join(f"{name}: {value}" for name, value in facts.items())
    expected = [] if said is None else [f"{{id}} with {{{{{told}}}}} {said}"]
    finding = _with_cases(SHORT, **{field: [facts]})
    advice = _with_cases(LONGER, **{field: [facts]})
    assert wrong(findings={"short_sleep": finding}) == [
        each.format(id="short_sleep") for each in expected
    ]
    below = {id: _with_cases(each) for id, each in SHIPPED.findings.items()}
    said_of_advice = wrong(findings=below, recommendations={"sleep-longer": advice})
    assert said_of_advice == [each.format(id="sleep-longer") for each in expected]


def test_a_case_that_nobody_could_tell() -> None:
    """Facts that a profile refuses are no case."""
    (said,) = wrong(findings={"short_sleep": _with_cases(SHORT, fires=[{"sleep_hours": 99}])})
    assert said.startswith("short_sleep with {sleep_hours: 99} cannot be: sleep_hours: ")


@pytest.mark.parametrize(
    ("gives", "facts", "said"),
    [
        (22.49, {"weight_kg": 65, "height_cm": 170}, None),
        (22.5, {"weight_kg": 65, "height_cm": 170}, "is 22.49134948, not 22.5."),
        (22.0, {"weight_kg": 65}, "is unknown, not 22."),
        ("unknown", {"weight_kg": 65}, None),
        ("unknown", {"weight_kg": 65, "height_cm": 170}, "is 22.49134948, not unknown."),
    ],
)
def test_a_worked_example_is_right_to_two_decimals(
    gives: Any, facts: dict[str, Any], said: str | None
) -> None:
    """A value comes to what its example gives, as far as the example is written out."""
    example = BMI.cases[0].model_copy(update={"gives": gives, "facts": facts})
    found = wrong(values={"bmi": BMI.model_copy(update={"cases": (example,)})})
    assert [each.rpartition("} ")[2] for each in found] == ([] if said is None else [said])


def test_only_some_files_are_looked_at() -> None:
    """Somebody who writes a file is told of its cases, at their place, and of no others."""
    wrong_one = _with_cases(SHORT, fires=[{"sleep_hours": 8, "age": 30}])
    base = dataclasses.replace(SHIPPED, **NOTHING | {"findings": {"short_sleep": wrong_one}})
    (problem,) = wrong_cases(base)
    assert problem.code == "wrong-case"
    assert problem.location == SHORT.cases.place.of("fires")
    assert wrong_cases(base, within=problem.location.path) == (problem,)
    assert wrong_cases(base, within="elsewhere/") == ()
