"""Small knowledge bases drawn at random: everything that decides, in few entries."""

from __future__ import annotations

import dataclasses
from collections.abc import Mapping
from typing import Any, get_args

from hypothesis import strategies as st

from backfat_rules.knowledge import KnowledgeBase, load_knowledge
from backfat_rules.knowledge.catalogue import Exercise, Food
from backfat_rules.knowledge.gates import GateName
from backfat_rules.knowledge.need import Need
from backfat_rules.knowledge.rules import (
    Axis,
    Finding,
    MessageRule,
    RecommendationRule,
    Screening,
    Tag,
)

SHIPPED = load_knowledge()
CONDITIONS = (
    "sleep_hours < 7",
    "stress_level > 5",
    "desk_job",
    "not desk_job",
    '"asthma" in conditions',
    "sleep_hours < 6 or stress_level > 7",
    "desk_job and stress_level > 2",
    "short_nights",
    "not short_nights",
    "strained and desk_job or short_nights",
    "strained",
)
TAGS = ("hard", "number", "floor")
AXES = {"more": None, "effort": "lowering", "meals": "raising"}
TOPICS = ("sleep", "food")
EXERCISES = ("row", "swing", "walk", "circuit")
FOODS = ("oats", "nuts")
ADVICE = ("advice-a", "advice-b", "advice-c", "advice-d", "advice-e")
WORDS = (*ADVICE, *EXERCISES, *FOODS, "message-a")

_shares = st.sampled_from([0.2, 0.5, 0.8])
_conditions = st.sampled_from(CONDITIONS)
_tags = st.lists(st.sampled_from(TAGS), max_size=2, unique=True)


def _some(words: tuple[str, ...], most: int = 2) -> st.SearchStrategy[list[str]]:
    return st.lists(st.sampled_from(words), max_size=most, unique=True)


_blocks = st.fixed_dictionaries(
    {}, optional={"items": _some(WORDS), "tags": _tags, "topics": _some(TOPICS, 1)}
)


def _recommendation(id: str) -> st.SearchStrategy[dict[str, Any]]:
    others = tuple(other for other in ADVICE if other != id)
    return st.fixed_dictionaries(
        {
            "id": st.just(id),
            "topic": st.sampled_from(TOPICS),
            "area": st.sampled_from(["lifestyle", "nutrition", "exercise"]),
            "title": st.just(id),
            "action": st.just("Do it."),
            "when": _conditions,
            "cases": st.just({}),
            "impact": _shares,
            "verdict": st.sampled_from(["supported", "plausible"]),
            "goals": _some(("posture", "fat_loss")),
            "helps": st.dictionaries(
                st.sampled_from(["posture", "neck", "sleep"]), _shares, max_size=2
            ),
            "need": st.sampled_from([None, "need-a", "need-b"]),
            "needs_ok": st.booleans(),
            "tags": _tags,
            "not_with": _some(others, 1),
            "raises": _some(tuple(AXES), 1),
            "lowers": _some(tuple(AXES), 1),
            "exercises": _some(EXERCISES, 3),
            "foods": _some(FOODS),
        }
    )


def _screening(id: str) -> st.SearchStrategy[dict[str, Any]]:
    return st.fixed_dictionaries(
        {
            "id": st.just(id),
            "title": st.just(id),
            "when": _conditions,
            "cases": st.just({}),
            "gate": st.sampled_from(get_args(GateName)),
            "message": st.just("Mind this."),
            "reason": st.just("It is not safe."),
            "blocks": _blocks,
            "unanswered": _blocks,
            "prefers": st.sampled_from([None, "gentle"]),
        }
    )


def _exercise(id: str) -> st.SearchStrategy[dict[str, Any]]:
    others = tuple(other for other in EXERCISES if other not in (id, "circuit"))
    members = _some(others) if id == "circuit" else st.just([])
    alternatives = st.dictionaries(st.sampled_from(["gentle", "home"]), _some(others), max_size=2)
    return st.fixed_dictionaries(
        {
            "id": st.just(id),
            "title": st.just(id),
            "regions": st.just(["upper"]),
            "pattern": st.sampled_from(["hinge", "mode"]),
            "equipment": st.sampled_from([[[]], [["band"]], [["band"], ["dumbbell"]]]),
            "level": st.just("beginner"),
            "steps": st.just(["Move."]),
            "doses": st.just([{"context": "targeted", "sets": [1, 2], "reps": [8, 12]}]),
            "tags": _tags,
            "alternatives": alternatives,
            "members": members,
        }
    )


def _finding(id: str, when: str, severity: str | None) -> Finding:
    rule = {"id": f"{id}-rule".replace("_", "-"), "when": when, "reason": "So it is."}
    if severity is not None:
        rule["severity"] = severity
    return Finding.model_validate({"id": id, "title": id, "rules": [rule], "cases": {}})


FINDINGS = {
    "short_nights": _finding("short_nights", "sleep_hours < 7", "ramp(sleep_hours, 7, 4)"),
    "strained": _finding("strained", "stress_level > 4 or short_nights", None),
}


def _each(model: type[Any], drawn: tuple[dict[str, Any], ...]) -> Mapping[str, Any]:
    return {data["id"]: model.model_validate(data) for data in drawn}


def _base(drawn: Mapping[str, Any]) -> KnowledgeBase:
    message = {
        "id": "message-a",
        "kind": "keep_going",
        "text": "You sleep {sleep_hours} hours.",
        "cases": {},
        **drawn["message"],
    }
    return dataclasses.replace(
        SHIPPED,
        recommendations=_each(RecommendationRule, drawn["recommendations"]),
        screening=_each(Screening, drawn["screening"]),
        exercises=_each(Exercise, drawn["exercises"]),
        foods={id: Food.model_validate({"id": id, "title": id, **drawn[id]}) for id in FOODS},
        messages={"message-a": MessageRule.model_validate(message)},
        findings=FINDINGS,
        values={},
        strata={"short_nights": 1, "strained": 2},
        axes={
            id: Axis.model_validate({"id": id, "means": id, "protects": side})
            for id, side in AXES.items()
        },
        needs={id: Need.model_validate({"id": id, "title": id}) for id in ("need-a", "need-b")},
        tags={id: Tag.model_validate({"id": id, "means": id}) for id in _all_tags()},
    )


def _all_tags() -> tuple[str, ...]:
    """The tags of the base, and those that the shipped policy names."""
    policy = SHIPPED.policy
    guided = (tag for each in policy.general_guidance for tag in each.tags)
    hidden = (*policy.hidden_numbers, *policy.not_raised, *policy.unspoken, *policy.start_means)
    return tuple(dict.fromkeys((*TAGS, *hidden, *guided)))


_food = st.fixed_dictionaries({"tags": _tags}, optional={"unless": _conditions})

bases: st.SearchStrategy[KnowledgeBase] = st.fixed_dictionaries(
    {
        "recommendations": st.tuples(*map(_recommendation, ADVICE)),
        "screening": st.tuples(*map(_screening, ("alarm-a", "alarm-b", "alarm-c"))),
        "exercises": st.tuples(*map(_exercise, EXERCISES)),
        "message": st.fixed_dictionaries(
            {"when": _conditions, "tags": _tags, "keeps": _some(tuple(AXES), 1)}
        ),
        **dict.fromkeys(FOODS, _food),
    }
).map(_base)
"""Knowledge bases with blocks, unanswered screening, rivals, circuits and alternatives."""

people: st.SearchStrategy[dict[str, Any]] = st.fixed_dictionaries(
    {},
    optional={
        "sleep_hours": st.sampled_from([4, 5.5, 6.5, 7, 9]),
        "stress_level": st.integers(0, 10),
        "desk_job": st.booleans(),
        "conditions": st.sampled_from([[], ["asthma"]]),
        "goals": st.sampled_from([[], ["posture"], ["fat_loss"]]),
        "complaint": st.sampled_from([[], ["neck"], ["neck", "sleep"]]),
        "equipment": st.sampled_from([[], ["band"], ["dumbbell"]]),
        "disliked_exercises": st.sampled_from([[], ["swing"], ["row"]]),
        "water_l_per_day": st.just(2),
    },
)
"""Answers that decide something in these bases."""
