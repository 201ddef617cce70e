"""Every case that stands beside a rule, and which cases a rule must have."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from backfat_rules import Profile
from backfat_rules.cli import main
from backfat_rules.inference import Derivation, Program, make_engine
from backfat_rules.knowledge import load_knowledge
from backfat_rules.knowledge.rules import AdviceRule, Finding
from backfat_rules.language import Expression, evaluate, render, walk
from backfat_rules.language.tree import Compare, Number
from backfat_rules.planning import wrong_cases

pytestmark = pytest.mark.long

KNOWLEDGE = load_knowledge()
ENGINE = make_engine("direct", Program.of(KNOWLEDGE))
ADVICE: Mapping[str, AdviceRule] = {
    **KNOWLEDGE.recommendations,
    **KNOWLEDGE.messages,
    **KNOWLEDGE.screening,
}
ENTRIES: Mapping[str, Finding | AdviceRule] = {**KNOWLEDGE.findings, **ADVICE}

Facts = Mapping[str, Any]


def derive(facts: Facts) -> Derivation:
    """What follows from the facts of a case, checked as a person's answers are."""
    return ENGINE.derive(Profile(**facts).known())


def conditions(entry: Finding | AdviceRule) -> Iterator[Expression]:
    """The conditions under which an entry holds; each is enough."""
    if isinstance(entry, Finding):
        yield from (rule.when.tree for rule in entry.rules)
    else:
        yield entry.when.tree


def cases(entry: Finding | AdviceRule) -> Iterator[tuple[bool | None, Facts]]:
    """Each case of an entry with what it must come to."""
    yield from ((True, facts) for facts in entry.cases.fires)
    yield from ((False, facts) for facts in entry.cases.silent)
    yield from ((None, facts) for facts in entry.cases.unknown)


def test_every_case_comes_to_what_it_says() -> None:
    """Entries hold, are ruled out or stay open, and numbers come out, as their cases say."""
    assert [*map(str, wrong_cases(KNOWLEDGE))] == []


RIGHT = "fires: [{sleep_hours: 6.5}], silent: [{sleep_hours: 7}], unknown: [{}]"
WRONG = {
    "fires": ("fires: [{sleep_hours: 8}]", "with {sleep_hours: 8} is false, not true."),
    "silent": ("silent: [{sleep_hours: 6}]", "with {sleep_hours: 6} is true, not false."),
    "unknown": ("unknown: [{sleep_hours: 9}]", "with {sleep_hours: 9} is false, not unknown."),
    "age": ("unknown: [{age: 30.5}]", "age: 30.5 is not a whole number"),
}
FINDING = """
  - id: light_sleep_WORD
    title: light sleep
    rules: [{id: light-sleep-WORD, when: sleep_hours < 7, reason: Sleep more.}]
    references: [R01]
    cases: {CASES}
"""
VALUES = """
values:
  - id: days_slept
    title: days slept
    unit: days
    value: sleep_hours / 24
    references: [R01]
    cases: [{facts: {sleep_hours: 6}, gives: 0.25}, {facts: {sleep_hours: 6}, gives: 0.26}]
"""


def test_a_wrong_case_is_named_at_its_place(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """``backfat-rules check`` runs the cases of a folder, and says which are wrong and how."""
    text, places = "findings:", {}
    for word, (wrong, said) in {**WRONG, "right": ("", "")}.items():
        cases = re.sub(rf"{wrong.partition(':')[0] or '$'}: \[.*?\]", wrong, RIGHT)
        text += FINDING.replace("WORD", word).replace("CASES", cases)
        places[word] = (text.count("\n"), said)
    (tmp_path / "ours.yaml").write_text(text + VALUES, encoding="utf-8")
    assert main(["check", str(tmp_path)]) == 3
    problems = capsys.readouterr().err.split("\n")
    for word, (line, said) in places.items():
        told = [each for each in problems if f"light_sleep_{word}" in each]
        assert [f":{line}:" in each and said in each for each in told] == [True] * (word in WRONG)
    (number,) = [each for each in problems if "days_slept" in each]
    assert "days_slept with {sleep_hours: 6} is 0.25, not 0.26." in number


@pytest.mark.parametrize("id", KNOWLEDGE.findings)
def test_every_way_to_a_finding_has_a_case(id: str) -> None:
    """Each rule of a finding is shown to work by a case of its own finding in which it fires."""
    finding = KNOWLEDGE.findings[id]
    fired = {
        firing.rule for facts in finding.cases.fires for firing in derive(facts).firings_of(id)
    }
    assert {rule.id for rule in finding.rules} - fired == set()


def limits(entry: Finding | AdviceRule) -> Iterator[Compare]:
    """The comparisons with a number in the conditions of an entry."""
    for condition in conditions(entry):
        for part in walk(condition):
            if isinstance(part, Compare) and Number in (type(part.left), type(part.right)):
                yield part


LIMITED = [id for id, entry in ENTRIES.items() if any(limits(entry))]


@pytest.mark.parametrize("id", LIMITED)
def test_every_limit_is_tried_on_both_sides(id: str) -> None:
    """A number that a condition compares with is met from above and below by the entry's cases."""
    entry = ENTRIES[id]
    known = [derive(facts).known for _, facts in cases(entry)]
    untried = [
        f"{entry.place.at}: no case makes {render(limit)} {side}"
        for limit in limits(entry)
        for side in (True, False)
        if not any(evaluate(limit, each) is side for each in known)
    ]
    assert untried == []


@pytest.mark.parametrize("id", LIMITED)
def test_every_limit_is_tried_exactly(id: str) -> None:
    """Whether a limit itself counts, "below 7" or "at most 7", a case that meets it decides."""
    entry = ENTRIES[id]
    known = [derive(facts).known for _, facts in cases(entry)]
    untried = [
        f"{entry.place.at}: no case lies exactly on {render(limit)}"
        for limit in limits(entry)
        if not any(evaluate(replace(limit, operator="=="), each) for each in known)
    ]
    assert untried == []
