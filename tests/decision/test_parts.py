"""Parts of a decision by themselves: first steps, doses, severity and messages."""

from __future__ import annotations

import dataclasses
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from backfat_rules.decision import Person
from backfat_rules.decision.definition import Ranked, Ways
from backfat_rules.decision.doses import DoseNumbers, dose_numbers
from backfat_rules.decision.first_steps import first_steps, for_later
from backfat_rules.decision.priority import PriorityParts
from backfat_rules.decision.rulebook import guidance_of, rulebook_of
from backfat_rules.decision.saying import ORDER, Said, messages_for
from backfat_rules.inference import Program, make_engine
from backfat_rules.knowledge import KnowledgeBase
from backfat_rules.knowledge.lines import names_in_lines
from backfat_rules.knowledge.rules import DoseRule
from tests.decision.oracle import Oracle
from tests.decision.small_bases import SHIPPED, bases, people
from tests.planning.people import DIRECT, KNOWLEDGE
from tests.planning.people import people as shipped_people


def person_of(told: dict[str, Any], base: KnowledgeBase = SHIPPED) -> Person:
    """A person with some answers, decided by some rules."""
    facts = {name: frozenset(v) if isinstance(v, list) else v for name, v in told.items()}
    return Person(make_engine("direct", base.once(Program.of)).derive(facts), base)


def _needs(*places: Place) -> list[Ways]:
    """Needs in order, of some areas and topics, with priorities."""
    some = next(iter(rulebook_of(KNOWLEDGE).candidates.values()))
    parts = PriorityParts(0.5, 0.5, 0.5, 0.5)
    found: list[Ways] = []
    for at, (area, topic, priority, *more) in enumerate(places, start=1):
        update = {"id": f"a{at}", "area": area, "topic": topic, "treats": "treats" in more}
        rule = some.rule.model_copy(update=update)
        purpose = SHUT if "shut" in more else 0
        other = dataclasses.replace(
            some, id=f"a{at}", rule=rule, protects="guards" in more, purpose=purpose
        )
        found.append((Ranked(other, priority, parts),))
    return found


Place = tuple[Any, ...]
SHUT = 1 << 7
FIRST, SECOND, THIRD = (
    ("lifestyle", "sleep", 50),
    ("lifestyle", "stress", 50),
    ("exercise", "cardio", 50),
)
FAR = ("exercise", "cardio", 39)
NEAR = ("exercise", "cardio", 40)
TREATS = ("lifestyle", "sleep", 45, "treats")


@pytest.mark.parametrize(
    ("places", "limit", "steps"),
    [
        ([], 3, ""),
        ([FIRST], 3, "a1"),
        ([FIRST, SECOND, THIRD], 2, "a1 a3"),
        ([FIRST, FIRST, SECOND], 2, "a1 a3"),
        ([FIRST, FIRST, SECOND, THIRD], 3, "a1 a3 a4"),
        ([FIRST, FIRST, FIRST], 2, "a1 a2"),
        ([FIRST, FIRST, THIRD, THIRD], 3, "a1 a2 a3"),
        ([FIRST, THIRD], 1, "a1"),
        ([FIRST, THIRD], 0, ""),
        ([FIRST, SECOND, NEAR], 2, "a1 a3"),
        ([FIRST, SECOND, FAR], 2, "a1 a2"),
        ([FIRST, SECOND, FAR], 3, "a1 a2 a3"),
        ([FIRST, SECOND, TREATS, NEAR], 2, "a1 a3"),
        ([FIRST, (*SECOND, "shut"), THIRD], 3, "a1 a3"),
        ([(*FIRST, "shut")], 3, ""),
    ],
)
def test_first_steps_are_spread(places: list[Place], limit: int, steps: str) -> None:
    """Priority decides; within ten points what treats comes first, then another area or topic.

    Nobody begins with something for the sake of what is closed.
    """
    policy = KNOWLEDGE.policy.model_copy(update={"first_steps": limit, "spread_within": 10})
    screened = dataclasses.replace(person_of({}).screened, closed=SHUT)
    assert first_steps(_needs(*places), screened, {}, policy) == tuple(steps.split())


GUARDS = ("lifestyle", "stress", 20, "guards")


@pytest.mark.parametrize(
    ("places", "begin_with", "steps", "later"),
    [
        ([FIRST, SECOND, THIRD, NEAR], "a3", "a3 a1 a2", "a4"),
        ([FIRST, SECOND, THIRD, NEAR], None, "a1 a2 a3", "a4"),
        ([FIRST, SECOND, THIRD, NEAR], "a9", "a1 a2 a3", "a4"),
        ([FIRST, SECOND, THIRD, GUARDS], "a2", "a2 a3 a4", "a1"),
        ([FIRST, GUARDS, GUARDS, GUARDS, SECOND], "a5", "a5 a2 a3", "a1 a4"),
        ([FIRST, (*SECOND, "shut")], "a1", "a1", "a2"),
        ([], "a1", "", ""),
    ],
)
def test_whoever_can_hardly_begin_begins_with_what_makes_it_easy(
    places: list[Place], begin_with: str | None, steps: str, later: str
) -> None:
    """It comes first whatever its priority, then what protects; at most three, the rest waits."""
    assert KNOWLEDGE.policy.few_at_once is not None
    few = KNOWLEDGE.policy.few_at_once.model_copy(update={"begin_with": begin_with})
    update = {"first_steps": 4, "spread_within": 10, "few_at_once": few}
    policy = KNOWLEDGE.policy.model_copy(update=update)
    screened = dataclasses.replace(person_of({}).screened, closed=SHUT)
    needs, known = _needs(*places), {"low_motivation": True}
    begun = first_steps(needs, screened, known, policy)
    assert begun == tuple(steps.split())
    assert for_later(needs, begun, known, policy) == tuple(later.split())


def dose(text: str, hidden: tuple[str, ...] = (), **told: Any) -> DoseNumbers | None:
    """The numbers of a dose with this text."""
    rule = DoseRule.model_validate({"text": text, "default": "Some."})
    derivation = person_of(told).derivation
    return dose_numbers(rule, derivation, KNOWLEDGE, derivation.known.keys() - {*hidden})


ENOUGH: dict[str, Any] = {
    "weight_kg": 80,
    "height_cm": 180,
    "age": 30,
    "conditions": [],
    "goals": [],
    "strength_sessions_per_week": 3,
}
"""What the amount of protein is computed from."""


def test_a_dose_is_made_of_the_persons_own_numbers() -> None:
    """A dose tells the exact numbers in it, and the facts that they come from."""
    numbers = dose("Eat {protein_target} g.", **ENOUGH)
    assert numbers is not None
    assert numbers.personal
    assert set(numbers.numbers) == {"protein_target"}
    assert all(isinstance(each, float) for each in numbers.numbers.values())
    assert "weight_kg" in numbers.inputs
    assert set(numbers.inputs) <= ENOUGH.keys()
    assert numbers.asks == ()


def test_a_dose_without_its_numbers_asks_for_them() -> None:
    """No number is invented: the plain default holds, and the dose says which facts it lacks."""
    numbers = dose("Eat {protein_target} g.", height_cm=180)
    assert numbers is not None
    assert (numbers.personal, dict(numbers.numbers), numbers.inputs) == (False, {}, ())
    assert "weight_kg" in numbers.asks
    assert "height_cm" not in numbers.asks
    assert len(set(numbers.asks)) == len(numbers.asks)


def test_a_hidden_number_is_in_no_dose() -> None:
    """What a block hides is neither said nor named among what the dose was made from."""
    assert dose("You weigh {weight_kg}.", ("weight_kg",), weight_kg=80) == DoseNumbers(asks=())
    numbers = dose("Eat {protein_target} g.", ("weight_kg",), **ENOUGH)
    assert numbers is not None
    assert "weight_kg" not in numbers.inputs


def test_a_plain_dose_is_not_personal() -> None:
    """A dose that is the same for everybody has no numbers, and asks for nothing."""
    assert dose("Twice a week.", weight_kg=80) == DoseNumbers()
    assert dose_numbers(None, person_of({}).derivation, KNOWLEDGE, ()) is None


def test_a_range_makes_no_number_of_a_dose() -> None:
    """Of a number that is known as a range a dose asks for the number."""
    told = {"ranges": {"weight_kg": {"at_least": 70, "at_most": 90}}, "height_cm": 180, "age": 30}
    decision = DIRECT.decide(told | {"strength_sessions_per_week": 2, "protein_g_per_day": 20})
    asking = [each.dose for each in decision.advice if each.dose and each.dose.asks]
    assert any("weight_kg" in each.asks for each in asking)
    assert all("weight_kg" not in e.dose.inputs for e in decision.advice if e.dose)


@given(bases, people)
def test_a_worse_finding_decides_the_severity(base: KnowledgeBase, told: dict[str, Any]) -> None:
    """The severity of advice is the greatest of the findings that decided it, else the default."""
    person = person_of(told, base)
    oracle = Oracle(person.derivation, base)
    for each in person.outcome.given:
        assert 0 <= each.parts.severity <= 1
        assert each.priority == oracle.priority(each.candidate.rule)
        assert dict(each.parts) == {
            "impact": each.candidate.rule.impact,
            "severity": each.parts.severity,
            "evidence": each.candidate.evidence,
            "goals": oracle.helped(each.candidate.rule, "goals"),
            "complaint": oracle.helped(each.candidate.rule, "complaint", told=True),
        }


@given(st.one_of(st.tuples(bases, people), st.tuples(st.just(SHIPPED), shipped_people())))
def test_what_is_said_besides(drawn: tuple[KnowledgeBase, dict[str, Any]]) -> None:
    """Screening speaks first; nothing is said that is closed, hidden, or milder than a stop."""
    base, told = drawn
    person = person_of(told, base)
    oracle, said = Oracle(person.derivation, base), messages_for(person)
    fired = [rule for rule in oracle.fired if rule.gate == oracle.gate or _has_plan(oracle)]
    expected = [Said(rule.id, "screening") for rule in fired]
    if _has_plan(oracle):
        guidance = [
            Said(id, "guidance")
            for id, each in guidance_of(base).items()
            if oracle.closed_by(id, each.tags) is None
            and not (each.needs_ok and oracle.gate == "refer_first")
        ]
        called = [
            Said(rule.id, rule.kind)
            for rule in sorted(base.messages.values(), key=lambda rule: rule.id)
            if not rule.only_asked
            and oracle.truth(rule) is True
            and oracle.closed_by(rule.id, rule.tags, rule.topic) is None
            and all(name in person.shown for name in names_in_lines(rule.text))
            and _advised(base, oracle).isdisjoint(rule.keeps)
        ]
        if person.screened.few_answers:
            expected += [Said("insufficient-data", "guidance"), *guidance]
        elif not oracle.outcome()[0] and all(each.kind != "keep_going" for each in called):
            expected += guidance
        expected += sorted(called, key=lambda each: ORDER[each.kind])
    assert list(said) == expected


def _advised(base: KnowledgeBase, oracle: Oracle) -> set[str]:
    """What the advice that is given raises or lowers, which nobody is praised for meanwhile."""
    given = [base.recommendations[id] for id in oracle.outcome()[0]]
    return {axis for each in given for axis in (*each.raises, *each.lowers)}


def _has_plan(oracle: Oracle) -> bool:
    return oracle.gate not in ("urgent", "emergency")
