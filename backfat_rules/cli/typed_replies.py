"""What a person replies to a question: an answer, "I don't know", a step back, or "stop"."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Any, Literal

from backfat_rules.errors import FieldProblem, ProfileError
from backfat_rules.plain import shown_value
from backfat_rules.planning.question import Question
from backfat_rules.profile import Fact, Profile, profile_with
from backfat_rules.units.answers import must_have_one_reading
from backfat_rules.units.no_amount import UnreadableError

_UNKNOWN = re.compile(r"\?+|(i )?(don'?t|do not) know|not known|unknown|null", re.IGNORECASE)
_STOP = re.compile(r"stop|quit|exit", re.IGNORECASE)
_BACK = re.compile(r"(?:back|correct)(?:\s+([\w-]+))?", re.IGNORECASE)
_NONE = re.compile(r"none( of (these|them))?|no|nothing", re.IGNORECASE)
TRUTHS = MappingProxyType(
    {"yes": True, "y": True, "true": True, "no": False, "n": False, "false": False}
)
"""The words for yes and no, where a fact asks for one."""


@dataclass(frozen=True)
class Reply:
    """What was replied.

    Attributes:
        value: the answer, for a reply that is one; it is not checked yet.
        fact: what to go back to; None for the question before.
    """

    kind: Literal["answer", "unknown", "back", "stop"]
    value: Any = None
    fact: str | None = None


UNKNOWN, BACK, STOP = Reply("unknown"), Reply("back"), Reply("stop")


def read_answer(text: str, question: Question, facts: Mapping[str, Fact]) -> Reply:
    """A reply to a question: to one about a fact as ``read_reply``, or with rough words.

    Raises:
        ProfileError: it is an amount or a list that cannot be read, or neither yes nor no.
        BackfatRulesError: it is an amount in other units, and pint is not installed.
    """
    ids = [each.id for each in question.choices]
    if question.kind == "statements":
        return _way_out(_plain(text)) or Reply("answer", _ticked(_plain(text), ids, question.id))
    rough = re.sub(r"\s+", "-", text.strip().lower())
    if question.kind == "number" and rough in ids:
        return Reply("answer", rough)
    return read_reply(text, facts[question.fact])


def read_reply(text: str, fact: Fact) -> Reply:
    """A reply in words or as JSON.

    Raises:
        ProfileError: it is an amount that cannot be read, or neither yes nor no where one is asked.
        BackfatRulesError: it is an amount in other units, and pint is not installed.
    """
    text = _plain(text)
    way_out = _way_out(text)
    if way_out is not None and not (fact.type.kind == "choice" and text in fact.words):
        return way_out
    value = read_value(text, fact)
    if fact.type.kind == "truth" and not isinstance(value, bool):
        said = f"{shown_value(text)} is neither yes nor no."
        raise ProfileError([FieldProblem(fact.name, said, "Reply yes or no.")])
    return Reply("answer", value)


def _plain(text: str) -> str:
    return text.strip().replace("\N{RIGHT SINGLE QUOTATION MARK}", "'")


def _way_out(text: str) -> Reply | None:
    """What is no answer: "I don't know", "stop" or "back"."""
    if _UNKNOWN.fullmatch(text):
        return UNKNOWN
    if _STOP.fullmatch(text):
        return STOP
    back = _BACK.fullmatch(text)
    return Reply("back", fact=back[1]) if back else None


def _ticked(text: str, ids: list[str], screen: str) -> list[str]:
    """The ids of the statements that were named by their numbers or ids."""
    if _NONE.fullmatch(text):
        return []
    found = []
    for part in re.split(r"[,\s]+", text.strip("[] ")):
        at = int(part) if part.isdecimal() else 0
        word = part.strip("\"'")
        if 1 <= at <= len(ids):
            found.append(ids[at - 1])
        elif word in ids:
            found.append(word)
        else:
            said = f"{shown_value(part)} is none of the numbers from 1 to {len(ids)}."
            raise ProfileError([FieldProblem(screen, said, "Such as 1, 3; or none.")])
    return found


def read_value(text: str, fact: Fact) -> Any:
    """An answer in words or as JSON; what is neither stays a text, for the profile to refuse.

    Raises:
        ProfileError: it is an amount that cannot be read.
        BackfatRulesError: it is an amount in other units, and pint is not installed.
    """
    text = text.strip()
    value = _json(text)
    match fact.type.kind:
        case "truth":
            return TRUTHS.get(text.lower(), value)
        case "number":
            return _amount(value, fact) if isinstance(value, str) else _number(text, value, fact)
        case "choice":
            return _word(value, fact) if isinstance(value, str) else value
    if not isinstance(value, str):
        return value
    if _NONE.fullmatch(value):
        return []
    return [_word(word, fact) for word in value.split(",") if word.strip()]


def _json(text: str) -> Any:
    try:
        return json.loads(text)
    except (ValueError, RecursionError):  # no JSON, or nested too deeply
        return text


def _number(text: str, value: Any, fact: Fact) -> Any:
    """A number as it was written, unless that may be another one as well."""
    if isinstance(value, float):
        try:
            must_have_one_reading(text, fact)
        except UnreadableError as error:
            raise ProfileError([FieldProblem(fact.name, f"{text!r} {error}")]) from None
    return value


def _amount(text: str, fact: Fact) -> Any:
    """A number out of a text such as "5 ft 11 in"."""
    model = Profile if fact.name in Profile.model_fields else profile_with(Profile, (fact,))
    assert issubclass(model, Profile)
    return getattr(model.from_units({fact.name: text}), fact.name)


def _word(text: str, fact: Fact) -> str:
    """A word as the profile spells it, where it is one; else the text as it was given."""
    spelt = re.sub(r"[\s-]+", "_", text.strip().lower())
    known = {re.sub(r"-", "_", word): word for word in fact.words}
    return known.get(spelt, text.strip())
