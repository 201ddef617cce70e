"""The doors: every public way in for what comes from outside, and what may come through each."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any
from unicodedata import bidirectional, category

from hypothesis import strategies as st

from backfat_rules import (
    Advisor,
    BackfatRulesError,
    Decision,
    Interview,
    Plan,
    Profile,
    load_knowledge,
)
from backfat_rules.cli.person_yaml import read_answers
from backfat_rules.language.parse import parse
from tests.doors.anything import ANYTHING, NAMES, TEXTS, spoilt, told

ADVISOR = Advisor(engine="direct")
PERSON: dict[str, Any] = {
    "age": 40,
    "sex": "female",
    "sleep_hours": 5.5,
    "stress_level": 8,
    "posture": ["rounded_shoulders"],
    "equipment": ["band"],
    "water_l_per_day": 1.1,
}
PLAN = ADVISOR.recommend(PERSON)
DECISION = ADVISOR.decide(PERSON)
INTERVIEW = ADVISOR.interview().answer("age", 40).answer("sleep_hours", 5.5).dont_know("weight_kg")
OWN_RULES = Path("docs/examples/own-rules")
CONDITION = "sleep_hours < 7 and not night_shift or count(symptoms) in (1, 2)"


def moves_nothing(text: str) -> bool:
    """Whether a text holds no control character, no turn of direction and no half character."""
    turns = {"LRE", "RLE", "LRO", "RLO", "PDF", "LRI", "RLI", "FSI", "PDI"}
    return all(
        letter == "\n"
        or (category(letter) not in ("Cc", "Cs") and bidirectional(letter) not in turns)
        for letter in text
    )


@dataclass(frozen=True)
class Door:
    """One way in.

    Attributes:
        given: what may come through it.
        enter: what is done with that.
        also: exceptions besides the library's own that the door is said to raise.
    """

    given: st.SearchStrategy[Any]
    enter: Callable[[Any], Any]
    also: tuple[type[Exception], ...] = ()

    def takes(self, given: Any) -> bool:
        """Whether it was taken; else the refusal was the library's own, short and printable."""
        refusals: tuple[type[Exception], ...] = (BackfatRulesError, *self.also)
        try:
            self.enter(given)
        except refusals as refusal:
            said = str(refusal)
            assert len(said) < 20_000, said[:500]
            assert moves_nothing(said), said
            told_back = "pydantic" in str(given)
            assert told_back or "pydantic" not in said, said
            return False
        return True


def _profile(profile: Profile) -> None:
    """Whoever is taken gets a plan that can be stored, printed, shown and asked."""
    plan = ADVISOR.recommend(profile)
    assert Plan.model_validate_json(plan.model_dump_json()) == plan
    assert Profile.model_validate_json(profile.model_dump_json()) == profile
    assert moves_nothing(str(plan))
    assert "<script>alert" not in plan.to_html()


def _plan(text: str) -> None:
    """Whatever is taken for a plan can be printed, and asked or refused in our words."""
    plan = Plan.model_validate_json(text)
    assert moves_nothing(str(plan))
    assert "<script>alert" not in plan.to_html()
    for advice in plan:
        str(plan.why(advice.id))
    str(plan.what_if(sleep_hours=8))


def _interview(text: str) -> None:
    interview = ADVISOR.interview(Interview.model_validate_json(text))
    str(interview.question)
    str(interview.plan())


def _decision(text: str) -> None:
    str(Decision.model_validate_json(text).plan())


def _overlay(text: str) -> None:
    with TemporaryDirectory() as folder:
        Path(folder, "own.yaml").write_text(text, encoding="utf-8", errors="surrogatepass")
        load_knowledge(folder)


def _what_if(changes: Mapping[Any, Any]) -> None:
    str(PLAN.what_if(**{str(name): value for name, value in changes.items()}))


def _answer(given: tuple[Any, Any]) -> None:
    str(INTERVIEW.answer(*given).question)


def _edited(text: str) -> st.SearchStrategy[str]:
    """A text with up to forty characters replaced by others."""
    start = st.integers(0, len(text))
    others = TEXTS | st.sampled_from(["", "[", "{", ":", "- ", "\t", '"'])
    return st.tuples(start, st.integers(0, 40), others).map(
        lambda cut: text[: cut[0]] + cut[2] + text[cut[0] + cut[1] :]
    )


ENTRY = (OWN_RULES / "late-coffee.yaml").read_text(encoding="utf-8")
PERSON_YAML = (
    "age: 61\nsystolic_bp: 0152\nsleep_hours: 7:30\nsymptoms: [chest_pain]\npregnant: no\n"
)

DOORS: dict[str, Door] = {
    "Profile": Door(told(), lambda given: _profile(Profile(**_named(given)))),
    "Profile.model_validate": Door(
        ANYTHING | told(), lambda given: _profile(Profile.model_validate(given))
    ),
    "Profile.model_validate_json": Door(
        spoilt(Profile(**PERSON).model_dump_json()) | TEXTS,
        lambda given: _profile(Profile.model_validate_json(given)),
    ),
    "Profile.from_units": Door(
        st.dictionaries(NAMES, TEXTS, max_size=6) | ANYTHING,
        lambda given: _profile(Profile.from_units(given)),
    ),
    "Profile.from_row": Door(told() | ANYTHING, lambda given: _profile(Profile.from_row(given))),
    "recommend": Door(told() | ANYTHING, ADVISOR.recommend),
    "decide": Door(told() | ANYTHING, ADVISOR.decide),
    "Plan.model_validate_json": Door(spoilt(PLAN.model_dump_json()), _plan),
    "Decision.model_validate_json": Door(spoilt(DECISION.model_dump_json()), _decision),
    "Interview.model_validate_json": Door(spoilt(INTERVIEW.model_dump_json()), _interview),
    "Interview.answer": Door(st.tuples(NAMES, ANYTHING), _answer),
    "what_if": Door(told(), _what_if),
    "why": Door(ANYTHING, PLAN.why),
    "why_not": Door(ANYTHING, PLAN.why_not),
    "an id": Door(TEXTS, PLAN.__getitem__),
    "a person's YAML": Door(_edited(PERSON_YAML), read_answers, also=(ValueError,)),
    "a condition": Door(_edited(CONDITION) | TEXTS, parse),
    "an overlay": Door(_edited(ENTRY), _overlay),
}


def _named(given: Mapping[Any, Any]) -> dict[str, Any]:
    """Keywords, which Python itself takes as texts only."""
    return {str(name): value for name, value in given.items()}
