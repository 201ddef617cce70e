"""A form in plain HTML out of the JSON Schema of a profile, and what is posted with it as answers.

It knows nothing about back fat and imports nothing of the library: the schema says it all.

    python docs/examples/form.py < profile.schema.json > form.html
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterable, Iterator, Mapping, Sequence
from html import escape
from itertools import groupby
from typing import Any

MANY = 12  # more choices than these stand in a list to scroll
Posted = Sequence[tuple[str, str]]


def form(
    schema: Mapping[str, Any],
    action: str = "/",
    posted: Posted = (),
    problems: Iterable[tuple[str, str]] = (),
) -> str:
    """The form.

    Args:
        schema: of a profile.
        action: where it is posted to.
        posted: what was told before, to be shown again.
        problems: what is wrong with it, each with the name of its fact.
    """
    told = _by_name(posted)
    wrong: dict[str, list[str]] = {}
    for name, text in problems:
        wrong.setdefault(name, []).append(text)
    lines = [f'<form method="post" action="{escape(action)}">']
    lines += [f"<p><strong>{escape(text)}</strong></p>" for text in wrong.pop("", [])]
    for (_, label), group in groupby(_facts(schema), key=_area):
        lines.append(f"<fieldset><legend>{escape(label)}</legend>")
        for name, field in group:
            lines += _question(name, field, told.get(name, []), wrong.get(name, []))
        lines.append("</fieldset>")
    return "\n".join([*lines, "<button>OK</button></form>"])


def answers(posted: Posted, schema: Mapping[str, Any]) -> dict[str, Any]:
    """What was posted as a profile takes it; a field that was left empty is not told."""
    facts = dict(_facts(schema))
    told = {name: _answer(texts, facts.get(name)) for name, texts in _by_name(posted).items()}
    return {name: value for name, value in told.items() if value is not None}


def _facts(schema: Mapping[str, Any]) -> Iterator[tuple[str, Mapping[str, Any]]]:
    """The fields that ask for something, by name, in the order of the schema."""
    return ((name, each) for name, each in schema["properties"].items() if "fact" in each)


def _area(field: tuple[str, Mapping[str, Any]]) -> tuple[str, str]:
    return field[1]["fact"]["area"], field[1]["fact"]["area_label"]


def _by_name(posted: Posted) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for name, text in posted:
        found.setdefault(name, []).append(text)
    return found


def _answer(texts: Sequence[str], field: Mapping[str, Any] | None) -> Any:
    if field is None:
        return texts[0]  # no such fact: the profile says so
    fact, words = field["fact"], [text for text in texts if text.strip()]
    match fact["kind"]:
        case "ticks":  # the box for none has no text; an empty list is an answer
            return words
        case "yes_no" if words:
            return {"true": True, "false": False}.get(words[0], words[0])
        case "number" if words:
            return _number(words[0])
    return words[0] if words else None


def _number(text: str) -> int | float | str:
    for kind in (int, float):
        try:
            return kind(text)
        except ValueError:
            continue
    return text  # the profile says what is wrong with it


def _question(
    name: str, field: Mapping[str, Any], told: Sequence[str], wrong: Sequence[str]
) -> Iterator[str]:
    fact = field["fact"]
    yield f'<p id="{name}">{escape(field["description"])}'
    if "purpose" in fact:
        yield f"<br><small>{escape(fact['purpose'])}</small>"
    yield "<br>"
    match fact["kind"]:
        case "number":
            yield from _line(name, field, told)
        case "ticks" if "choices" in fact:
            yield from _boxes(name, fact, told)
        case "yes_no" | "choice" if "choices" in fact:
            yield from _list(name, [("", ""), *_choices(fact)], told)
        case _:
            yield f'<input name="{name}" value="{escape(" ".join(told))}">'
    yield from (f"<br><strong>{escape(text)}</strong>" for text in wrong)
    yield "</p>"


def _line(name: str, field: Mapping[str, Any], told: Sequence[str]) -> Iterator[str]:
    number = next(each for each in field["anyOf"] if each["type"] != "null")
    limits = {"min": number.get("minimum"), "max": number.get("maximum")}
    limits["step"] = "1" if number["type"] == "integer" else "any"
    shown = "".join(f' {key}="{value}"' for key, value in limits.items() if value is not None)
    value = escape(told[0]) if told else ""
    yield f'<input type="number" name="{name}"{shown} value="{value}">'
    yield escape(field["fact"].get("unit", ""))


def _boxes(name: str, fact: Mapping[str, Any], told: Sequence[str]) -> Iterator[str]:
    choices, none = [*_choices(fact)], ("", fact["none"])
    if len(choices) > MANY:
        yield from _list(name, choices, told, " multiple")
        choices = []
    for id, label in [*choices, none]:
        on = " checked" if id in told else ""
        yield f'<label><input type="checkbox" name="{name}" value="{escape(id)}"{on}>'
        yield f"{escape(label)}</label>"


def _list(
    name: str, choices: Iterable[tuple[str, str]], told: Sequence[str], more: str = ""
) -> Iterator[str]:
    yield f'<select name="{name}"{more}>'
    for id, label in choices:
        on = " selected" if id in told else ""
        yield f'<option value="{escape(id)}"{on}>{escape(label)}</option>'
    yield "</select>"


def _choices(fact: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    """What can be chosen, as it is posted and as it is called."""
    for each in fact["choices"]:
        id = each["id"]
        yield id if isinstance(id, str) else json.dumps(id), each["label"]


if __name__ == "__main__":
    print(f'<!doctype html><meta charset="utf-8">{form(json.load(sys.stdin))}')
