"""What the field of a knowledge file takes, and what was written there instead, in plain words."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from textwrap import shorten
from typing import Any

from pydantic_core import ErrorDetails

_LONGEST = 60  # characters of what was written that are shown


@dataclass(frozen=True, slots=True)
class Needed:
    """What is needed, and how to write it."""

    what: str
    remedy: str = ""


_KINDS = {
    "bool": Needed("true or false"),
    "int": Needed("a whole number"),
    "float": Needed("a number"),
    "finite": Needed("a number that has an end"),
    "string": Needed("text", "Write words; quote a number, true or false that is meant as text."),
    "tuple": Needed("a list", "Write [one, another], or a line for each that starts with '-'."),
    "dict": Needed("named fields", "Write lines of the form name: value, one for each."),
}
_KINDS |= {"list": _KINDS["tuple"], "model": _KINDS["dict"], "mapping": _KINDS["dict"]}

_LIMITS = {
    "greater_than": "more than {gt:g}",
    "greater_than_equal": "{ge:g} or more",
    "less_than": "less than {lt:g}",
    "less_than_equal": "{le:g} or less",
}


def is_about_kind(detail: ErrorDetails) -> bool:
    """Whether a value was refused because it is of another kind, such as a list for a number."""
    return detail["type"] == "literal_error" or detail["type"].partition("_")[0] in _KINDS


def needed(detail: ErrorDetails) -> Needed:
    """What a refused value should have been."""
    context: Mapping[str, Any] = detail.get("ctx") or {}
    kind = detail["type"]
    if kind == "literal_error":
        return Needed(str(context["expected"]).replace("'", ""))
    if kind in _LIMITS:
        return Needed(_LIMITS[kind].format(**context))
    if kind in ("too_short", "too_long"):
        length = context["min_length" if kind == "too_short" else "max_length"]
        return Needed(f"a list of {length}")
    return _KINDS.get(kind.partition("_")[0], Needed("something else"))


def shown(given: Any) -> str:
    """What was written, short.

    >>> shown("soon"), shown(True), shown([3]), shown({"a": 1})
    ("'soon'", 'true', 'a list of 1', 'named fields')
    """
    if isinstance(given, Mapping):
        return "named fields"
    if isinstance(given, list | tuple):
        return f"a list of {len(given)}" if given else "an empty list"
    if isinstance(given, bool):
        return str(given).lower()
    if isinstance(given, str):
        return repr(shorten(given, _LONGEST, placeholder=" ..."))
    return f"{given:.10g}" if isinstance(given, int | float) else "this"
