"""A program: its order, and what a derivation says of the rules that fired."""

from __future__ import annotations

import graphlib
from typing import Any

import pytest

from backfat_rules.inference import Calculation, Derivation, Production, Program, make_engine
from backfat_rules.inference.by_definition import DefinitionEngine
from backfat_rules.knowledge.rules import Blocks
from backfat_rules.language import parse, render
from tests.decision.small_bases import SHIPPED


def rule(id: str, concludes: str, when: str, severity: str | None = None) -> Production:
    """A rule of a finding, or advice."""
    return Production(id, concludes, parse(when), None if severity is None else parse(severity))


VALUES = [Calculation("half", parse("n / 2")), Calculation("double", parse("half * 4"))]
RULES = [
    rule("tired-late", "tired", "short or late"),
    rule("tired-busy", "tired", "busy and double > 2", "ramp(half, 0, 2)"),
    rule("short", "short", "n < 4", "ramp(n, 4, 0)"),
]
ADVICE = [rule("rest", "rest", "tired and not late"), rule("act", "act", "n > 9")]
PROGRAM = Program.build(VALUES, RULES, ADVICE)


def test_everything_stands_above_what_it_rests_on() -> None:
    """Layers are numbered from 1, sorted within, and the same in whatever order rules come."""
    assert PROGRAM.layers == (("half", "short"), ("double",), ("tired",))
    assert PROGRAM.stratum == {"half": 1, "short": 1, "double": 2, "tired": 3}
    assert [each.id for each in PROGRAM.productions] == [
        *("short", "tired-busy", "tired-late"),
        *("act", "rest"),
    ]
    assert Program.build(VALUES[::-1], RULES[::-1], ADVICE[::-1]) == PROGRAM
    assert list(PROGRAM.calculations) == ["double", "half"]


def test_what_a_finding_or_advice_follows_from() -> None:
    """A finding has several rules, advice is its own; what nothing concludes has none."""
    assert [each.id for each in PROGRAM.concluding("tired")] == ["tired-busy", "tired-late"]
    assert [each.id for each in PROGRAM.concluding("rest")] == ["rest"]
    assert PROGRAM.concluding("half") == ()


def test_rules_that_rest_on_each_other_are_refused() -> None:
    """A severity is something to rest on as well."""
    with pytest.raises(graphlib.CycleError):
        Program.build([], [rule("a", "a", "b"), rule("b", "b", "not a")], [])
    turning = [Calculation("v", parse("1 if a else 2"))]
    with pytest.raises(graphlib.CycleError):
        Program.build(turning, [rule("a", "a", "n > 1", "v / 2")], [])


@pytest.mark.parametrize("engine", ["direct", "experta"])
def test_what_decided_each_rule_that_fired(engine: Any) -> None:
    """A firing names its layer, the parts that decided, and the findings among them."""
    derivation = make_engine(engine, PROGRAM).derive({"n": 2, "busy": True, "late": False})
    said = [
        (
            each.rule,
            each.concludes,
            each.stratum,
            [(render(part.leaf), part.value) for part in each.because],
            each.names,
            each.findings,
        )
        for each in derivation.firings
    ]
    assert said == [
        ("short", "short", 1, [("n < 4", True)], ("n",), ()),
        (
            "tired-busy",
            "tired",
            3,
            [("busy", True), ("double > 2", True)],
            ("busy", "double"),
            (),
        ),
        ("tired-late", "tired", 3, [("short", True)], ("short",), ("short",)),
        ("rest", "rest", 4, [("tired", True), ("late", False)], ("late", "tired"), ("tired",)),
    ]
    assert derivation.firings_of("act") == ()
    assert derivation.fired == {"short", "tired", "rest"}
    assert derivation.severity == {"short": 0.5, "tired": 0.5}
    assert (derivation.values, derivation.findings) == (
        {"half": 1, "double": 4},
        {"short": True, "tired": True},
    )


@pytest.mark.parametrize("engine", ["direct", "experta", "definition"])
@pytest.mark.parametrize(
    ("rules", "told", "severity"),
    [
        ([("r", "n < 4", "ramp(n, 4, 0)")], {"n": 1}, 0.75),
        ([("r", "n < 4", None)], {"n": 1}, 0.25),  # nothing to take one from
        ([("r", "n < 4", "m / 2")], {"n": 1}, 0.25),  # nor to compute it from
        ([("r", "n < 4", "m / 2")], {"n": 1, "m": 9}, 1),
        ([("r", "n < 4", "m / 2")], {"n": 1, "m": -9}, 0),
        ([("r", "n < 4", "0.6")], {"n": 1}, 0.6),
        ([("r", "n < 4", "7")], {"n": 1}, 1),
        ([("r", "n < 4", "0.6"), ("s", "n < 3", "0.8")], {"n": 1}, 0.8),
        ([("r", "n < 4", "0.6"), ("s", "n < 1", "0.8")], {"n": 1}, 0.6),
        ([("r", "n < 4", "0.9"), ("s", "n < 3", "0.8")], {"n": 1}, 0.9),
        ([("r", "n < 4", "0"), ("s", "n < 3", "0")], {"n": 1}, 0),
        ([("r", "below", None)], {"k": 1}, 0.9),
        ([("r", "below or n > 0", None)], {"k": 1, "n": 1}, 0.9),
        ([("r", "below and n > 0", None)], {"k": 1, "n": 1}, 0.9),
        ([("r", "n > 0 or below and n > 5", None)], {"k": 1, "n": 1}, 0.25),
        ([("r", "n > 0 or below and n > 5", None)], {"k": 1, "n": 7}, 0.9),
        ([("r", "not (n > 0 and not below)", None)], {"k": 1, "n": 1}, 0.9),
        ([("r", "not below", None)], {"k": 7}, 0.25),
        ([("r", "below or lower", None)], {"k": 1}, 0.9),
        ([("r", "lower or n > 0", None)], {"k": 3, "n": 1}, 0.4),
    ],
)
def test_how_severe_a_finding_is(
    engine: Any, rules: list[tuple[str, str, str | None]], told: dict[str, Any], severity: float
) -> None:
    """The greatest among its rules: by their own formula, or by the findings that decided."""
    above = [rule(id, "above", when, own) for id, when, own in rules]
    below = [rule("below", "below", "k < 2", "0.9"), rule("lower", "lower", "k < 5", "0.4")]
    program = Program.build([], [*above, *below], [], default_severity=0.25)
    maker: Any = DefinitionEngine if engine == "definition" else None
    made = maker(program) if maker else make_engine(engine, program)
    derivation: Derivation = made.derive(told)
    assert derivation.severity["above"] == severity


def test_the_program_of_a_knowledge_base_holds_all_its_rules() -> None:
    """Screening that closes something until it is answered is marked, and nothing else is."""
    program = Program.of(SHIPPED)
    advice = (SHIPPED.recommendations, SHIPPED.messages, SHIPPED.screening)
    assert program.advice.keys() == {id for entries in advice for id in entries}
    assert program.findings.keys() == SHIPPED.findings.keys()
    assert program.calculations.keys() == SHIPPED.values.keys()
    assert program.default_severity == SHIPPED.policy.default_severity
    assert {each.id for each in program.productions if each.unanswered} == {
        id for id, each in SHIPPED.screening.items() if each.unanswered != Blocks()
    }
