"""pydantic's complaints about an entry, said in the words of somebody who writes YAML."""

from __future__ import annotations

from collections.abc import Mapping as AnyMapping
from typing import Any

from pydantic import BaseModel
from pydantic_core import ErrorDetails

from backfat_rules.errors import Location, did_you_mean
from backfat_rules.knowledge.draft import Draft
from backfat_rules.knowledge.yaml_text import Items, Mapping, Place


def note_refusal(detail: ErrorDetails, data: Mapping, model: type[BaseModel], draft: Draft) -> None:
    """Note one validation error at the place in the file that it is about."""
    path = detail["loc"]
    where, owner = _find(data, path)
    name = _name(data, path)
    context: AnyMapping[str, Any] = detail.get("ctx") or {}
    match detail["type"]:
        case kind if detail["input"] is None and kind != "extra_forbidden":
            return  # a missing value was noted when the YAML was read
        case "missing":
            name = str(path[-1])
            draft.note(owner.at, "missing-field", f"{name} is missing.", f"Add a line {name}: ...")
        case "extra_forbidden":
            remedy = did_you_mean(name, _field_names(model, path, data))
            draft.note(
                owner.of_key(name), "unknown-field", f"there is no field {name} here.", remedy
            )
        case "literal_error":
            allowed = str(context.get("expected", "")).replace("'", "")
            given = detail["input"]
            words = [word for part in allowed.split(", ") for word in part.split(" or ")]
            remedy = did_you_mean(str(given), words) or f"It can be {allowed}."
            draft.note(where, "bad-word", f"{name} cannot be {given!r}.", remedy)
        case "string_pattern_mismatch":
            style = "snake_case" if "_[" in str(context.get("pattern")) else "kebab-case"
            draft.note(where, "bad-id", f"{detail['input']!r} is not {style}.", _style(style))
        case "unreadable":
            place = Location(where.path, where.line, where.column + int(context["offset"]))
            message, remedy = str(context["message"]), str(context["remedy"])
            draft.note(place, "unreadable-condition", message, remedy)
        case "too_short" if len(detail["input"]) > context["actual_length"]:
            return  # too short only because some of its items were refused
        case "too_short" | "string_too_short" if not context.get("actual_length"):
            draft.note(where, "empty-value", f"{name} is empty.", "Write it, or drop the key.")
        case "not-text":
            draft.note(where, "not-text", detail["msg"], 'Quote it, as in when: "...".')
        case "bad-braces":
            remedy = "Write {name}, and a brace that is only a brace twice: {{."
            draft.note(where, "bad-braces", detail["msg"], remedy)
        case "bad-amount":
            draft.note(where, "bad-amount", detail["msg"], str(context["remedy"]))
        case _:
            draft.note(where, "bad-value", f"{name}: {detail['msg'].lower()}.")


def _style(style: str) -> str:
    example = "short_sleep" if style == "snake_case" else "sleep-longer"
    return f"Lower-case letters and digits, as in {example}."


def _find(data: Any, path: tuple[int | str, ...]) -> tuple[Location, Place]:
    """The place a path of keys leads to, and the place of the last mapping on the way."""
    place, owner = data.place.at, data.place
    for step in path:
        if isinstance(data, Mapping) and isinstance(step, str):
            owner = data.place
            place = data.place.of(step)
            data = data.get(step)
        elif isinstance(data, Items) and isinstance(step, int) and step < len(data):
            place = data.places[step]
            data = data[step]
        else:
            break
    return place, owner


def _name(data: Any, path: tuple[int | str, ...]) -> str:
    """The last key on the path that stands in the file; pydantic adds steps of its own."""
    name = ""
    for step in path:
        if isinstance(data, Mapping) and step in data:
            name, data = str(step), data[str(step)]
        elif isinstance(data, Items) and isinstance(step, int):
            data = data[step]
        else:
            break
    return name


def _field_names(model: type[BaseModel], path: tuple[int | str, ...], data: Any) -> list[str]:
    """The fields that could have been meant: those of the entry, at its top level."""
    if len(path) == 1:
        return [name for name in model.model_fields if name != "place"]
    siblings: set[str] = set()
    for field in model.model_fields.values():
        for part in _models_in(field.annotation):
            siblings.update(part.model_fields)
    return sorted(siblings - {"place"} - set(data))


def _models_in(annotation: Any) -> list[type[BaseModel]]:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return [annotation]
    return [each for part in getattr(annotation, "__args__", ()) for each in _models_in(part)]
