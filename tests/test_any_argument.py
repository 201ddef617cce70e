"""Every public function and method, given what it does not take."""

from __future__ import annotations

import inspect
import re
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from pydantic import BaseModel

import backfat_rules
from backfat_rules import Advisor, BackfatRulesError, Profile, charts, load_knowledge

ADVISOR = Advisor(engine="direct")
PLAN = ADVISOR.recommend({"sleep_hours": 5.5, "experience": "none"})
HOLDERS: dict[str, Any] = {
    "plan": PLAN,
    "recommendation": PLAN[0],
    "decision": PLAN.decision,
    "programme": PLAN.programme(),
    "explanation": PLAN.why(PLAN[0].id),
    "outlook": PLAN.outlook,
    "change": PLAN.what_if(sleep_hours=8),
    "advisor": ADVISOR,
    "interview": ADVISOR.interview(),
    "knowledge": load_knowledge(),
    "profile": Profile(sleep_hours=5.5),
    "charts": charts,
    "backfat_rules": backfat_rules,
}
JUNK = (5, None, "x\x1b", [1], object(), {"a": 1}, -1, 1.5, True, float("nan"))
PLAIN = "Any None bool date datetime float int object set str tuple"
NAMED = "Extent HasId Iterable Log Mapping Sequence Value"
PUBLIC = {*backfat_rules.__all__, *PLAIN.split(), *NAMED.split()}


def is_public(call: Callable[..., Any]) -> bool:
    """Whether it takes plain and public types alone: what takes others is not promised."""
    given = inspect.signature(call).parameters.values()
    words = {word for each in given for word in re.findall(r"\w+", str(each.annotation))}
    return bool(given) and words <= PUBLIC


def public_calls() -> Iterator[tuple[str, Callable[..., Any]]]:
    """Every function and method that an app may call with arguments."""
    for said, holder in HOLDERS.items():
        names = getattr(holder, "__all__", None) or dir(holder)
        for name in names:
            if name.startswith("_") or (isinstance(holder, BaseModel) and hasattr(BaseModel, name)):
                continue
            found = getattr(holder, name)
            if inspect.isroutine(found) and not inspect.isbuiltin(found) and is_public(found):
                yield f"{said}.{name}", found


def ways(
    call: Callable[..., Any], junk: object
) -> Iterator[tuple[list[object], dict[str, object]]]:
    """The arguments to try: junk for all that is needed, and for each other one beside it."""
    given = inspect.signature(call).parameters.values()
    placed = [
        each for each in given if each.kind in (each.POSITIONAL_ONLY, each.POSITIONAL_OR_KEYWORD)
    ]
    needed = [each for each in placed if each.default is each.empty]
    yield [junk] * max(1 if placed else 0, len(needed)), {}
    for each in given:
        if each.kind is each.KEYWORD_ONLY:
            yield [junk] * len(needed), {each.name: junk}
        if each.kind is each.VAR_POSITIONAL:
            yield [junk], {}


CALLS = dict(public_calls())


@pytest.mark.parametrize("name", CALLS)
def test_what_cannot_be_taken_is_refused_in_our_words(name: str) -> None:
    """An argument of any kind is taken or refused by the library, never by an accident inside."""
    for junk in JUNK:
        for placed, named in ways(CALLS[name], junk):
            try:
                CALLS[name](*placed, **named)
            except BackfatRulesError as refused:
                said = str(refused)
                assert said.replace("\n", "").isprintable()
                assert len(said) < 900


def test_what_an_app_calls_is_among_them() -> None:
    """The calls of the README and of the guides are tried."""
    expected = {"plan.why", "plan.what_if", "plan.programme", "programme.log", "interview.answer"}
    expected |= {"charts.priorities", "backfat_rules.recommend", "backfat_rules.explore"}
    assert expected <= set(CALLS)
