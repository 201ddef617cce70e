"""What is wrong with an entry, said in the words of somebody who writes knowledge files."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from collections.abc import Mapping as AnyMapping
from dataclasses import dataclass
from typing import Any

from pydantic import BaseModel
from pydantic_core import ErrorDetails

from backfat_rules.errors import Location, did_you_mean
from backfat_rules.knowledge.draft import Draft
from backfat_rules.knowledge.needed import is_about_kind, needed, shown
from backfat_rules.knowledge.yaml_text import Items, Mapping, Place


def note_refusals(
    details: Iterable[ErrorDetails], data: Mapping, model: type[BaseModel], draft: Draft
) -> None:
    """Note each validation error at the place in the file that it is about."""
    grouped: dict[tuple[Any, ...], list[ErrorDetails]] = {}
    for detail in details:
        if detail["input"] is None and detail["type"] not in ("extra_forbidden", "missing"):
            continue  # a missing value was noted when the file was read
        where, owner = _find(data, detail["loc"])
        missing = detail["type"] == "missing"
        key = ("missing", owner.at) if missing else (detail["type"] == "extra_forbidden", where)
        grouped.setdefault(key, []).append(detail)
    for (kind, *_), together in grouped.items():
        if kind == "missing":
            _note_missing(together, data, draft)
        elif len(together) > 1 and all(map(is_about_kind, together)):
            _note_kind(together, _Complaint.of(together[0], data), draft)
        else:
            for detail in together:
                _note(detail, _Complaint.of(detail, data), model, data, draft)


@dataclass(frozen=True)
class _Complaint:
    """Where a mistake stands, and the field that it is about."""

    where: Location
    owner: Place
    name: str

    @classmethod
    def of(cls, detail: ErrorDetails, data: Mapping) -> _Complaint:
        where, owner = _find(data, detail["loc"])
        return cls(where, owner, _name(data, detail["loc"]))


def _note_missing(details: Sequence[ErrorDetails], data: Mapping, draft: Draft) -> None:
    names = [str(each["loc"][-1]) for each in details]
    _, owner = _find(data, details[0]["loc"])
    listed = " and ".join([", ".join(names[:-1]), names[-1]] if names[1:] else names)
    message = f"{listed} {'are' if names[1:] else 'is'} missing."
    remedy = "Add a line for each." if names[1:] else f"Add a line {names[0]}: ..."
    draft.note(owner.at, "missing-field", message, remedy)


def _note_kind(details: Sequence[ErrorDetails], about: _Complaint, draft: Draft) -> None:
    """A value is not of the kind, or of any of the kinds, that its field takes."""
    wanted = [needed(each) for each in details]
    what = " or ".join(dict.fromkeys(each.what for each in wanted))
    message = f"{about.name} must be {what}, not {shown(details[0]['input'])}."
    draft.note(about.where, "bad-value", message, wanted[0].remedy)


def _note(
    detail: ErrorDetails, about: _Complaint, model: type[BaseModel], data: Mapping, draft: Draft
) -> None:
    where, name, given = about.where, about.name, detail["input"]
    context: AnyMapping[str, Any] = detail.get("ctx") or {}
    match detail["type"]:
        case "extra_forbidden":
            remedy = did_you_mean(name, _field_names(model, detail["loc"], data))
            message = f"there is no field {name} here."
            draft.note(about.owner.of_key(name), "unknown-field", message, remedy)
        case "literal_error":
            allowed = str(context.get("expected", "")).replace("'", "")
            words = [word for part in allowed.split(", ") for word in part.split(" or ")]
            remedy = did_you_mean(str(given), words) or f"It can be {allowed}."
            draft.note(where, "bad-word", f"{name} cannot be {shown(given)}.", remedy)
        case "string_pattern_mismatch":
            pattern = str(context.get("pattern"))
            draft.note(where, "bad-id", f"{given!r} cannot be an id here.", _style(pattern))
        case "unreadable":
            place = Location(where.path, where.line, where.column + int(context["offset"]))
            message, remedy = str(context["message"]), str(context["remedy"])
            draft.note(place, "unreadable-condition", message, remedy)
        case "too_short" if len(given) > context["actual_length"]:
            return  # too short only because some of its items were refused
        case "too_short" | "string_too_short" if not context.get("actual_length"):
            draft.note(where, "empty-value", f"{name} is empty.", "Write it, or drop the key.")
        case "not-text":
            draft.note(where, "not-text", detail["msg"], 'Quote it, as in when: "...".')
        case "bad-braces":
            remedy = "Write {name}, and a brace that is only a brace twice: {{."
            draft.note(where, "bad-braces", detail["msg"], remedy)
        case "first-line":
            remedy = "Begin with a sentence for everybody: no when, tags or foods."
            draft.note(where, "first-line", f"{detail['msg']}.", remedy)
        case "bad-amount":
            draft.note(where, "bad-amount", detail["msg"], str(context["remedy"]))
        case "bad-fact" | "bad-sentence":
            message, remedy = str(context["message"]), str(context["remedy"])
            draft.note(about.owner.at, "bad-value", message, remedy)
        case "bad-path":
            draft.note(where, "bad-value", f"{name}: {context['message']}", str(context["remedy"]))
        case "word-pattern":
            draft.note(where, "bad-value", f"{name}: {detail['msg']}.")
        case _:
            _note_kind([detail], about, draft)


def _style(pattern: str) -> str:
    if "A-Z" in pattern:
        return "Letters, digits and hyphens, as in R01."
    if "_[" in pattern:
        return "Small letters, digits and underscores, as in short_sleep."
    return "Small letters, digits and hyphens, as in sleep-longer."


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
    """The last key on the path that stands in the file; the models add steps of their own."""
    name = "it"
    for step in path:
        if isinstance(data, Mapping) and step in data:
            name, data = str(step), data[str(step)]
        elif isinstance(data, Items) and isinstance(step, int) and step < len(data):
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
