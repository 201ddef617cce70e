"""A screen of an interview as a form of the protocol: which fields it has, and what they reply.

Nothing in a form counts as an answer by being left alone: yes and no are words to choose, and
"none of these" is a box of its own.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from typing import Any

from pydantic import BaseModel, ConfigDict, Field, create_model

from backfat_rules.errors import BackfatRulesError
from backfat_rules.planning.question import Question, Screen
from backfat_rules.wording import Reader

NONE = "none-of-these"
YES, NO = "yes", "no"
_ROUGHLY = " roughly"  # no id has a blank


def form_for(screen: Screen, reader: Reader) -> type[BaseModel]:
    """The form for a screen; every field of it may be left alone."""
    fields = [field for each in screen.questions for field in _fields(each, reader)]
    made: dict[str, Any] = {
        f"field_{at}": (kind, Field(default=None, alias=name, title=title, json_schema_extra=more))
        for at, (name, kind, title, more) in enumerate(fields)
    }
    config = ConfigDict(title=screen.title, extra="forbid")
    return create_model("Form", __config__=config, **made)


def replies_in(filled: BaseModel, screen: Screen) -> dict[str, Any]:
    """The reply to each question; None where the field was left alone.

    Raises:
        BackfatRulesError: something is ticked beside "none of these".
    """
    values = filled.model_dump(by_alias=True)
    return {each.id: _reply(each, values) for each in screen.questions}


_OneField = tuple[str, Any, str, dict[str, Any]]


def _fields(question: Question, reader: Reader) -> Iterator[_OneField]:
    """Name, type, title and what else the schema says."""
    about = {"description": " ".join(filter(None, (question.why, question.note)))}
    labels = {each.id: each.label for each in question.choices}
    text = question.text
    match question.kind:
        case "yes_no":
            both = {YES: reader.say("choose-yes"), NO: reader.say("choose-no")}
            yield question.id, str | None, text, {**about, "oneOf": _titled(both)}
        case "number":
            limits = {"minimum": question.low, "maximum": question.high}
            found = {name: limit for name, limit in limits.items() if limit is not None}
            kind = int | None if question.whole else float | None
            title = f"{text} ({question.unit})" if question.unit else text
            yield question.id, kind, title, {**about, **found}
            if labels:
                yield question.id + _ROUGHLY, str | None, text, {"oneOf": _titled(labels)}
        case "ticks" | "statements" if labels:
            boxes = {**labels, NONE: question.none}
            yield question.id, list[str] | None, text, {**about, "items": {"anyOf": _titled(boxes)}}
        case "choice":
            yield question.id, str | None, text, {**about, "oneOf": _titled(labels)}
        case _:
            yield question.id, str | None, text, about


def _titled(labels: Mapping[str, str]) -> list[dict[str, str]]:
    return [{"const": id, "title": label} for id, label in labels.items()]


def _reply(question: Question, values: Mapping[str, Any]) -> Any:
    value = values.get(question.id)
    match question.kind:
        case "yes_no":
            return {YES: True, NO: False, None: None}.get(value, value)
        case "number" if value is None:
            return values.get(question.id + _ROUGHLY)
        case "ticks" if isinstance(value, str):  # too many to tick: written, with commas between
            return [each.strip() for each in value.split(",") if each.strip()] or None
        case "ticks" | "statements" if value is not None:
            return _ticked(value, question)
    return value


def _ticked(boxes: list[str], question: Question) -> list[str] | None:
    if NONE not in boxes:
        return boxes or None
    if len(boxes) > 1:
        said = f"{json.dumps(question.none)} goes with nothing else"
        raise BackfatRulesError(f"{question.id}: {said}. Untick it, or all but it.")
    return []
