"""Whole plans of a dozen invented people, which nobody changes without seeing it."""

from __future__ import annotations

import json
from typing import Any, get_args

import pytest

from backfat_rules.decision.saying import MessageKind
from backfat_rules.knowledge.gates import GateName
from tests.planning.snapshot import FOLDER, PEOPLE, RENEW, snapshot_of


@pytest.mark.parametrize("person", PEOPLE)
def test_a_whole_plan_stays_as_it_was_reviewed(person: str) -> None:
    """No word or number of a plan changes without a change that somebody has read."""
    for name, text in snapshot_of(person).items():
        assert text == (FOLDER / name).read_text(encoding="utf-8"), f"{name} differs. {RENEW}"


def test_every_file_is_of_somebody() -> None:
    """What is read in review is what the library gives: no plan is left of who is gone."""
    files = {file.name for file in FOLDER.iterdir()}
    ends = ("json", "txt", "page.txt")
    assert files == {"people.yaml", *(f"{p}.{end}" for p in PEOPLE for end in ends)}


def test_the_people_show_all_that_a_plan_can_hold() -> None:
    """Every gate, kind of message and kind of withholding is in some plan that is read."""
    plans = [_plan(person) for person in PEOPLE]
    assert {plan["gate"] for plan in plans} == {*get_args(GateName)}
    kinds = {message["kind"] for plan in plans for message in plan["messages"]}
    assert kinds == {*get_args(MessageKind)}
    withheld = [each for plan in plans for each in plan["withheld"]]
    advice = {each["id"] for plan in plans for each in plan["recommendations"]}
    assert any(each["because"] in advice for each in withheld)
    assert any(each["instead"] for each in withheld)
    assert any("ranges" in plan["facts"] for plan in plans)
    assert {about.get("units", "metric") for about in PEOPLE.values()} == {"metric", "us", "uk"}


def _plan(person: str) -> dict[str, Any]:
    data: dict[str, Any] = json.loads((FOLDER / f"{person}.json").read_text(encoding="utf-8"))
    return data
