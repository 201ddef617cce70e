"""Whatever the library hands out shows itself short in a console."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator, Mapping
from typing import Any

import pytest
from hypothesis import given, settings
from pydantic import BaseModel

from backfat_rules import Advisor, Explanation, Interview
from backfat_rules.language import tree
from backfat_rules.plain import plain
from tests.planning.people import BUSY, DIRECT, KNOWLEDGE, people

LONGEST = 200


def parts_of(whole: Any) -> Iterator[Any]:
    """Everything of ours inside a result, itself first."""
    if isinstance(whole, BaseModel):
        yield whole
        inside = [getattr(whole, name) for name in type(whole).model_fields]
    elif dataclasses.is_dataclass(whole):
        yield whole
        inside = [getattr(whole, field.name) for field in dataclasses.fields(whole) if field.repr]
    elif isinstance(whole, Mapping):
        inside = list(whole.values())
    else:
        inside = list(whole) if isinstance(whole, tuple | list) else []
    for part in inside:
        yield from parts_of(part)


def too_long(*wholes: Any) -> list[str]:
    """What shows itself on more than one short line."""
    parts = (each for whole in wholes for each in parts_of(whole))
    ours = (each for each in parts if type(each).__module__.startswith("backfat_rules."))
    ours = (each for each in ours if type(each).__module__ != tree.__name__)  # the whole condition
    shown = {text for each in ours for text in (repr(each), *_told_to_printers(each))}
    return [each for each in shown if len(each) > LONGEST or not each.isprintable()]


def _told_to_printers(part: Any) -> list[str]:
    """What rich and other printers of models are told of a part."""
    return list(map(repr, part.__repr_args__())) if hasattr(part, "__repr_args__") else []


@given(people())
def test_every_part_of_a_result_is_short(told: dict[str, Any]) -> None:
    """Whatever somebody told, each part of plan and decision fits a line or two."""
    plan = DIRECT.recommend(told)
    assert too_long(plan, plan.decision) == []


@settings(max_examples=5)
@given(people())
def test_every_answer_of_a_plan_is_short(told: dict[str, Any]) -> None:
    """So does each part of what a plan answers."""
    plan = DIRECT.recommend({**BUSY, **told})
    answers = [
        plan.why("gate"),
        plan.why_not("hiit_protocol"),
        plan.what_if(sleep_hours=8),
        plan.outlook,
    ]
    answers += [plan.why(each) for each in plan[:3]]
    assert too_long(*answers, plan.least_change(gain="sleep-longer")) == []


def test_what_is_built_once_is_short() -> None:
    """Knowledge, its entries and facts, advisors and interviews show what they are, and no more."""
    interview = DIRECT.interview().answer("sleep_hours", 5.5)
    built = [KNOWLEDGE, Advisor(), interview, KNOWLEDGE.policy, *KNOWLEDGE.facts.values()]
    assert [repr(each) for each in built if len(repr(each)) > LONGEST] == []
    assert too_long(*KNOWLEDGE) == []


def test_an_interview_shows_no_answer() -> None:
    """An interview in a log says how far it is, and nothing that somebody told."""
    interview = Interview().answer("sleep_hours", 5.25).dont_know("age")
    assert repr(interview) == str(interview) == "Interview(told=1, not_known=1)"
    assert too_long(interview) == []


def test_a_repr_tells_which_it_is() -> None:
    """The short form names the id, and the printed one says it in words."""
    plan = DIRECT.recommend(BUSY)
    assert repr(plan["sleep-longer"]).startswith("Recommendation(id='sleep-longer', title='Give")
    assert str(plan["sleep-longer"]) == "Give yourself more sleep"
    assert str(plan.first_steps[0]) == plan.first_steps[0].do
    assert repr(plan).endswith(f" and {len(plan) - 3} more>")
    assert repr(KNOWLEDGE["sleep-longer"]).startswith("RecommendationRule(id='sleep-longer'")


@pytest.mark.parametrize(
    "text", ["\x1b[2Jgone", "a\rb", "a\u202eb", "a\x9bb", "a\nb\u2028c", "\ud800"]
)
def test_nothing_in_a_text_moves_the_cursor(text: str) -> None:
    """No text from elsewhere can clear a terminal, overwrite a line or turn it round."""
    leaf = Explanation(id=text, kind="fact", title=text, text=text)
    assert repr(leaf).isprintable()
    assert str(leaf).isprintable()
    assert plain(text).isprintable()
