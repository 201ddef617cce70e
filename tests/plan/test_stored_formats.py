"""What was stored by another version is read, or refused with what to do about it."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

import pytest

from backfat_rules import BackfatRulesError, Decision, Interview, Plan, __version__
from tests.planning.people import BUSY, DIRECT

Read = Callable[[str], object]
STORED: dict[str, tuple[Read, dict[str, Any]]] = {
    "plan": (Plan.model_validate_json, json.loads(DIRECT.recommend(BUSY).model_dump_json())),
    "decision": (Decision.model_validate_json, json.loads(DIRECT.decide(BUSY).model_dump_json())),
    "interview": (Interview.model_validate_json, {"answers": {"sleep_hours": 5.5}}),
}
every = pytest.mark.parametrize("kind", STORED)
versioned = pytest.mark.parametrize("kind", ["plan", "decision"])
HOSTILE = "\x1b[2J" + "x" * 100_000


def refusal(kind: str, **changed: Any) -> str:
    """What is said about something stored in which some fields are others."""
    read, data = STORED[kind]
    with pytest.raises(BackfatRulesError) as caught:
        read(json.dumps(data | changed))
    return str(caught.value)


@every
def test_another_format_is_named(kind: str) -> None:
    """Whoever opens what a later library stored learns both formats, and what to do."""
    said = refusal(kind, schema_version="7")
    assert f"This {kind} was stored in format 7" in said
    reads = "2" if kind == "interview" else "1"
    assert f"version {__version__} reads format {reads}" in said
    assert "Advisor()" in said


@versioned
def test_another_version_is_named(kind: str) -> None:
    """Where the same format has fields of a later version, that version is named."""
    said = refusal(kind, library_version="0.9.0", mood="good")
    assert f"This is no stored {kind}: mood is no part of one." in said
    assert f"It was stored by version 0.9.0 of backfat_rules; this is {__version__}." in said


@every
@pytest.mark.parametrize(
    "changed",
    [
        {HOSTILE: 1},
        {"schema_version": HOSTILE, "library_version": HOSTILE},
        {"facts": {"sleep_hours": [HOSTILE, {"secret": 7777}]}, "gate": HOSTILE, "answers": 7777},
        {"facts": 7777, "messages": [{"id": 7777}], "answers": {1: 2}, "not_known": 7777},
    ],
    ids=["key", "versions", "answers", "kinds"],
)
def test_a_refusal_is_short_and_shows_no_answer(kind: str, changed: dict[str, Any]) -> None:
    """No answer of a person and no control character gets into the text of the refusal."""
    said = refusal(kind, **changed)
    assert len(said) < 400
    assert said.isprintable()
    assert "7777" not in said
    assert "pydantic" not in said


@every
@pytest.mark.parametrize("text", ["", "null", "7", "[]", '"x"', "[" * 100_000, b"\xff\xfe", b"{"])
def test_other_data_is_refused(kind: str, text: Any) -> None:
    """Whatever else is read in the place of something stored is refused in our words."""
    with pytest.raises(BackfatRulesError, match=f"This is no stored {kind}: it is "):
        STORED[kind][0](text)


@versioned
def test_the_way_out_of_a_refusal_works(kind: str) -> None:
    """The remedy in the error is a call that gives the plan or decision of today."""
    data = STORED[kind][1] | {"schema_version": "7"}
    text = json.dumps(data)
    made = DIRECT.recommend if kind == "plan" else DIRECT.decide
    verb = "recommend" if kind == "plan" else "decide"
    assert f'Advisor().{verb}(json.loads(text)["facts"])' in refusal(kind, schema_version="7")
    assert made(json.loads(text)["facts"]) == made(BUSY)


def test_a_decision_takes_only_its_own_fields() -> None:
    """A field that no decision has is refused wherever it stands, like one of a plan."""
    read, data = STORED["decision"]
    places = [data["advice"][0], data["advice"][0]["dose"], data["advice"][0]["priority_parts"]]
    places += [data["messages"][0], data["findings"][0], data["withheld"][0]]
    for place in places:
        place["shoe_size"] = 43
        with pytest.raises(BackfatRulesError, match="shoe_size is no part of one"):
            read(json.dumps(data))
        del place["shoe_size"]
    read(json.dumps(data))


def test_an_interview_without_a_format_is_of_the_first() -> None:
    """An interview that an earlier version stored, with its format or without, goes on."""
    for written in ({}, {"schema_version": "1"}):
        stored = json.dumps({"answers": {"sleep_hours": 5.5}, **written})
        interview = Interview.model_validate_json(stored)
        assert interview.schema_version == "2"
        assert "sleep-longer" in interview.plan()
