"""Foods and exercises that are offered: on a small base, each rule by itself."""

from __future__ import annotations

import dataclasses
from typing import Any

import pytest

from backfat_rules.decision import Person
from backfat_rules.decision.choices import Chosen
from backfat_rules.inference import Program, make_engine
from backfat_rules.knowledge import KnowledgeBase
from backfat_rules.knowledge.catalogue import Exercise, Food
from backfat_rules.knowledge.rules import Screening, Tag
from backfat_rules.language import Value
from tests.decision.small_bases import SHIPPED


def exercise(id: str, **fields: Any) -> Exercise:
    """A hinge that needs nothing."""
    data = {
        "id": id,
        "title": id,
        "regions": ["upper"],
        "pattern": "hinge",
        "equipment": [[]],
        "level": "beginner",
        "steps": ["Move."],
        "doses": [{"context": "targeted", "sets": [1, 2], "reps": [8, 12]}],
    }
    return Exercise.model_validate(data | fields)


def closing(id: str, when: str, **fields: Any) -> Screening:
    """A screening rule."""
    data = {"id": id, "title": id, "when": when, "gate": "modify", "cases": {}}
    texts = {"message": "Mind this.", "reason": "It is not safe."}
    return Screening.model_validate(data | texts | fields)


EXERCISES = (
    exercise(
        "lift",
        equipment=[["barbell"], ["band", "bench"]],
        alternatives={"gentle": ["tilt"], "home": ["bridge", "bend"]},
    ),
    exercise("bend"),
    exercise("tilt", alternatives={"gentle": ["bridge"]}),
    exercise("bridge"),
    exercise("jog", pattern="mode", alternatives={"gentle": ["bend"]}),
    exercise("round", members=["lift", "tilt"], alternatives={"gentle": ["bridge"]}),
    exercise("session", members=["round"]),
    exercise("hang", equipment=[["barbell"]], alternatives={"home": ["bend_low", "bridge"]}),
    exercise("bend_low", form_of="bend"),
)
RULES = (
    closing("sore", "desk_job", blocks={"items": ["lift"]}, prefers="gentle"),
    closing("loud", "takes_work_breaks", blocks={"items": ["bridge", "tilt", "jog"]}),
    closing("allergy", "skips_meals", blocks={"tags": ["nuts"]}, unanswered={"tags": ["nuts"]}),
)
FOODS: tuple[dict[str, Any], ...] = (
    {"id": "almonds", "title": "almonds", "tags": ["nuts"]},
    {"id": "oats", "title": "oats", "unless": '"gluten" in food_exclusions'},
)


def _base() -> KnowledgeBase:
    tags = {*SHIPPED.tags, "nuts"}
    return dataclasses.replace(
        SHIPPED,
        recommendations={},
        messages={},
        findings={},
        values={},
        screening={each.id: each for each in RULES},
        exercises={each.id: each for each in EXERCISES},
        foods={food.id: food for food in map(Food.model_validate, FOODS)},
        tags={id: Tag.model_validate({"id": id, "means": id}) for id in tags},
    )


BASE = _base()
ENGINE = make_engine("direct", Program.of(BASE))
NOTHING_CLOSED: dict[str, Value] = {
    "desk_job": False,
    "takes_work_breaks": False,
    "skips_meals": False,
}
BAND = frozenset({"band"})


def person(**told: Value) -> Person:
    """Somebody for whom nothing is closed but by what is told."""
    return Person(ENGINE.derive(NOTHING_CLOSED | told), BASE)


def offered(ids: tuple[str, ...], **told: Value) -> list[tuple[str, str | None]]:
    """The exercises that are offered from a list, each with what it stands in for."""
    return [(each.id, each.instead_of) for each in person(**told).choices.exercises(ids)]


@pytest.mark.parametrize(
    ("equipment", "chosen"),
    [
        (None, ("lift", None)),  # not asked yet: it may be there
        (frozenset({"barbell"}), ("lift", None)),
        (frozenset({"band", "bench", "bar"}), ("lift", None)),
        (frozenset({"bench"}), ("bridge", "lift")),
        (frozenset(), ("bridge", "lift")),
    ],
)
def test_what_cannot_be_done_is_replaced_by_what_is_done_at_home(
    equipment: Value, chosen: tuple[str, str | None]
) -> None:
    """One set of equipment is enough, and all of it is needed; without it there is a stand-in."""
    assert offered(("lift",), equipment=equipment) == [chosen]


def test_a_block_prefers_its_own_kind_of_stand_in() -> None:
    """Who has a sore back gets the gentle stand-in, not the first one of the catalogue."""
    someone = person(desk_job=True)
    assert someone.choices.exercises(("lift",)) == (Chosen("tilt", instead_of="lift"),)
    closed = someone.choices.closed["lift"]
    assert (closed.block.screening.id, closed.block.unanswered, closed.instead) == (
        "sore",
        False,
        ("tilt",),
    )


def test_a_stand_in_is_allowed_and_can_be_done_itself() -> None:
    """What stands in is neither closed nor disliked: the next one comes, and else none."""
    assert offered(("lift",), desk_job=True, takes_work_breaks=True) == [("bend", "lift")]
    assert offered(("lift",), equipment=BAND, disliked_exercises=frozenset({"bridge"})) == [
        ("bend", "lift")
    ]
    none = frozenset({"bridge", "bend", "tilt"})
    assert offered(("lift",), equipment=BAND, disliked_exercises=none) == []


def test_a_stand_in_moves_like_what_is_advised() -> None:
    """Where running is advised and closed, no strength move takes its place."""
    assert offered(("jog",), takes_work_breaks=True) == []
    assert offered(("jog", "lift"), takes_work_breaks=True) == [("bend", "jog"), ("lift", None)]


def test_nothing_is_offered_twice() -> None:
    """A stand-in is none of what is listed anyway, and the same move stands in once."""
    assert offered(("lift", "tilt", "bridge"), desk_job=True) == [
        ("bend", "lift"),
        ("tilt", None),
        ("bridge", None),
    ]
    assert offered(("lift", "lift"), equipment=BAND) == [("bridge", "lift"), ("bend", "lift")]
    assert offered(("bend", "bend")) == [("bend", None)]


def test_another_form_of_what_is_offered_is_no_stand_in() -> None:
    """Beside a move stands no other form of it; where the move is closed, the form may come."""
    assert offered(("hang", "bend"), equipment=frozenset()) == [("bridge", "hang"), ("bend", None)]
    disliked = {"equipment": frozenset[str](), "disliked_exercises": frozenset({"bend"})}
    assert offered(("hang", "bend"), **disliked)[0] == ("bend_low", "hang")


def test_what_is_closed_for_two_reasons_names_each_stand_in_once() -> None:
    """An exercise that two pieces of advice offer is withheld once, with all that replaces it."""
    choices = person(desk_job=True).choices
    for ids in (("lift",), ("lift", "tilt"), ("lift",)):
        choices.exercises(ids)
    assert choices.closed["lift"].instead == ("tilt", "bridge")


@pytest.mark.parametrize("circuit", ["round", "session"])
def test_a_circuit_goes_with_its_members(circuit: str) -> None:
    """A circuit with a closed or disliked move in it, at any depth, is not offered."""
    assert offered((circuit,)) == [(circuit, None)]
    assert (circuit, None) not in offered((circuit,), desk_job=True)
    assert (circuit, None) not in offered((circuit,), disliked_exercises=frozenset({"lift"}))
    assert (circuit, None) in offered((circuit,), disliked_exercises=frozenset({"bend"}))


@pytest.mark.parametrize(
    ("told", "ids"),
    [
        ({}, ["almonds", "oats"]),
        ({"food_exclusions": frozenset({"gluten"})}, ["almonds"]),
        ({"food_exclusions": frozenset()}, ["almonds", "oats"]),
        ({"skips_meals": True}, ["oats"]),
        ({"skips_meals": None}, ["oats"]),
    ],
)
def test_foods_suit_and_are_not_closed(told: dict[str, Value], ids: list[str]) -> None:
    """What somebody does not eat is left out, and so is what is closed until it is answered."""
    assert [each.id for each in person(**told).choices.foods(("almonds", "oats"))] == ids


def test_a_choice_is_no_catalogue() -> None:
    """No more moves are offered than the policy says, those that are listed first."""
    policy = BASE.policy.model_copy(update={"exercises_offered": 2})
    base = dataclasses.replace(BASE, policy=policy)
    someone = Person(make_engine("direct", Program.of(base)).derive(NOTHING_CLOSED), base)
    ids = ("lift", "bend", "tilt")
    assert [each.id for each in someone.choices.exercises(ids)] == ["lift", "bend"]
    barred = Person(
        make_engine("direct", Program.of(base)).derive(
            NOTHING_CLOSED | {"disliked_exercises": frozenset({"lift"})}
        ),
        base,
    )
    assert [each.id for each in barred.choices.exercises(ids)] == ["bridge", "bend"]
