"""Questions in anybody's words, and the answers that a plan has for them."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml

from backfat_rules import BackfatRulesError
from backfat_rules.explain.asking import answered, closest
from tests.planning.people import KNOWLEDGE, plan_of

SETS = {
    path.stem: yaml.safe_load(path.read_text(encoding="utf-8"))
    for path in sorted(Path(__file__).parent.glob("*questions.yaml"))
}


def first(text: str) -> str | None:
    """The id of the first answer."""
    return next((each.id for each in closest(text, KNOWLEDGE, 1)), None)


def right(each: dict[str, Any]) -> list[str]:
    """The ids of the messages that answer a question."""
    answer = each["answer"]
    return answer if isinstance(answer, list) else [answer]


@pytest.mark.parametrize("asked", SETS.values(), ids=SETS)
def test_most_questions_get_their_answer_first(asked: dict[str, Any]) -> None:
    """Whoever asks in their own words mostly gets the answer that they asked for."""
    wrong = [each for each in asked["related"] if first(each["asks"]) not in right(each)]
    assert len(wrong) <= 0.15 * len(asked["related"]), wrong


@pytest.mark.parametrize("asked", SETS.values(), ids=SETS)
def test_a_question_about_something_else_is_refused(asked: dict[str, Any]) -> None:
    """Whoever asks about dogs, trains or phones is not told about fat."""
    told = {text: id for text in asked["unrelated"] if (id := first(text)) is not None}
    assert len(told) <= 0.05 * len(asked["unrelated"]), told


@pytest.mark.parametrize("message", list(answered(KNOWLEDGE)), ids=lambda message: message.id)
def test_every_wording_finds_its_own_answer(message: Any) -> None:
    """A question as it stands in the knowledge, or another wording of it, comes to its answer."""
    for wording in (message.question, *message.asked_as):
        assert first(wording) == message.id


def test_an_answer_is_for_this_person() -> None:
    """Numbers in an answer are the person's own, and nothing that is closed to them is said."""
    drinks = plan_of({"water_l_per_day": 1.2, "age": 30}).ask("do I need eight glasses of water")[0]
    assert "you drink 1.2 L" in drinks.text
    assert not plan_of({"conditions": ["eating_disorder"]}).ask("how big is a slight deficit?")


def test_an_answer_about_a_person_is_told_to_nobody_else() -> None:
    """Nobody of a healthy weight hears that theirs is too high, nor anybody who did not tell it."""
    well = {"conditions": [], "medications": [], "symptoms": [], "supplements": [], "sex": "male"}
    heavy = {**well, "weight_worry": 2, "age": 40, "weight_kg": 95, "height_cm": 170}
    assert plan_of(heavy).ask("am I overweight?")[0].id == "what-your-weight-says"
    assert not plan_of({**heavy, "weight_kg": 62}).ask("am I overweight?")
    assert not plan_of({"age": 40}).ask("am I overweight?")


def test_what_nobody_says_unasked_is_told_to_whoever_asks() -> None:
    """How many steps are enough is an answer and no part of a plan, and is for adults only."""
    plan = plan_of({"age": 40, "sleep_hours": 6})
    assert plan.ask("how many steps a day?")[0].id == "asked-steps"
    assert "asked-steps" not in {each.id for each in plan.messages}
    assert not plan_of({"age": 12}).ask("how many steps a day?")


def test_where_help_comes_first_nothing_else_is_said() -> None:
    """A person in an emergency gets no answer about fat."""
    assert not plan_of({"symptoms": ["chest_pain"]}).ask("can i lose fat only from my back?")


@pytest.mark.parametrize("wrong", [None, 3, ["a"]])
def test_a_question_is_a_text(wrong: Any) -> None:
    """Anything else is refused in the library's own words."""
    with pytest.raises(BackfatRulesError, match="A question is a text"):
        plan_of({}).ask(wrong)


def test_without_the_extra_the_error_says_what_to_install(monkeypatch: Any) -> None:
    """The core needs no stemmer; whoever asks without one learns how to get it."""
    import sys

    from backfat_rules.wording.meaning import Meaning

    monkeypatch.setitem(sys.modules, "snowballstemmer", None)
    with pytest.raises(BackfatRulesError, match=r"backfat-rules\[ask\]"):
        Meaning(KNOWLEDGE.vocabularies["en"])


@pytest.mark.parametrize(
    ("story", "answer"),
    [
        (
            "So I drive a delivery truck, 10 to 12 hrs a day, gas station food mostly, then I "
            "crash around 1am and I'm up at 6. Wife bought me some dumbbells at Christmas, "
            "theyre still in the box. Got up on the scale at the doctors and I'm not happy, "
            "plus my shirts are tight across the shoulder blades and it aint muscle. I got "
            "maybe 20 minutes three times a week if I'm being real honest. Is that even worth "
            "doing?",
            "asked-minutes-a-week",
        ),
        (
            "My wedding is in five weeks and the dress is backless. I panicked and started "
            "eating like 900 calories a day and now I'm dizzy and snapping at my fiance. I've "
            "lost 6 pounds but my back looks the same to me. Should I just push through till "
            "the day?",
            "asked-crash-diet",
        ),
        (
            "Right so I'm 52, been through the menopause, and I swear all my weight has moved "
            "from my hips to my back and middle. I eat the same as I always did. My sister "
            "says it's hormones and there's nothing to be done. Is she right?",
            "ask-menopause",
        ),
        (
            "There's a lump at the bottom of my neck, at the back, sort of between the "
            "shoulders. It's come up over the last few months since they put me on steroid "
            "tablets for my chest. My daughter calls it a dowager's hump and says to do chin "
            "tucks. Would exercises sort it or should I be seeing somebody?",
            "ask-neck-hump",
        ),
    ],
    ids=["last-sentence", "what-was-tried", "a-word-of-the-story", "a-sign"],
)
def test_a_story_is_answered_by_its_end_or_by_what_it_is_about(story: str, answer: str) -> None:
    """What a story asks at its end counts more, and does not drown what it is about."""
    assert first(story) == answer
