"""A person's answers from a file: JSON or YAML, checked as any profile is."""

from __future__ import annotations

import json
import sys
from collections import Counter
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from backfat_rules.cli.calls import CallError
from backfat_rules.cli.person_yaml import read_answers
from backfat_rules.knowledge import KnowledgeBase
from backfat_rules.profile import Profile
from backfat_rules.units import UnitSystem

STANDARD_INPUT = Path("-")

LARGEST = 500_000
"""The most bytes of a person's file; all answers there can be have a hundredth of it."""


def read_person(
    path: Path,
    system: UnitSystem = "us",
    model: type[Profile] = Profile,
    knowledge: KnowledgeBase | None = None,
) -> Profile:
    """The profile in a file; ``-`` is standard input.

    Args:
        path: where the answers are.
        system: whose pints and fluid ounces are meant in answers with units.
        model: the profile that is meant; one with more facts, for an overlay that declares some.
        knowledge: whose exercises are named; those of the library if None.

    Raises:
        CallError: the file cannot be read, or is neither JSON nor YAML.
        ProfileError: some answers cannot be right.
    """
    name = "standard input" if path == STANDARD_INPUT else str(path)
    try:
        raw = _bytes_of(path)
        data = _data(raw.decode("utf-8-sig"), path.suffix.lower())
    except UnicodeDecodeError:
        raise CallError(f"{name} is not text in UTF-8.") from None
    except OSError as error:
        raise CallError(f"{name} cannot be read: {error.strerror}.") from None
    except RecursionError:
        raise CallError(f"{name}: not readable: it is nested too deeply.") from None
    except ValueError as error:
        raise CallError(f"{name}: {error}") from None
    if isinstance(data, dict) and all(isinstance(name, str) for name in data):
        return model.from_units(data, system=system, knowledge=knowledge)
    return model.model_validate(data)  # which says what is wrong


def _bytes_of(path: Path) -> bytes:
    """What stands in the file; an endless one is not read to its end."""
    if path == STANDARD_INPUT:
        raw = sys.stdin.buffer.read(LARGEST + 1)
    else:
        with path.open("rb") as file:
            raw = file.read(LARGEST + 1)
    if len(raw) > LARGEST:
        raise ValueError(f"there are more than {LARGEST:,} bytes. Is it the right file?")
    return raw


def _data(text: str, suffix: str) -> Any:
    """What the text holds; a ValueError says why it cannot be read."""
    if suffix == ".json":
        return _json(text)
    if suffix in (".yaml", ".yml"):
        return read_answers(text)
    try:
        return _json(text)
    except ValueError as error:
        json_error = error
    try:
        return read_answers(text)  # also {sleep_hours: 6}, which is YAML and no JSON
    except ValueError:
        if text.lstrip().startswith("{"):
            raise json_error from None
        raise


def _json(text: str) -> Any:
    try:
        return json.loads(text, object_pairs_hook=_without_repeats, parse_int=_number)
    except json.JSONDecodeError as error:
        message = f"not JSON: line {error.lineno}, column {error.colno}: {error.msg}."
        raise ValueError(message) from None


def _number(digits: str) -> int | float:
    """A whole number; one of more digits than Python reads is larger than any answer."""
    return int(digits) if len(digits) <= 300 else float(digits)


def _without_repeats(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    _refuse_repeats(name for name, _ in pairs)
    return dict(pairs)


def _refuse_repeats(names: Iterable[str]) -> None:
    """Of two answers to one question, nobody knows which is right."""
    twice = [name for name, times in Counter(names).items() if times > 1]
    if twice:
        raise ValueError(f"{', '.join(twice)} is answered more than once. Keep one answer.")
