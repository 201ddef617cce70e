"""Refused answers in plain words: what is wrong, what is allowed, and what may have been meant."""

from __future__ import annotations

import math
import re
from collections.abc import Iterable, Mapping
from typing import Any

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails, InitErrorDetails, PydanticCustomError

from backfat_rules.errors import FieldProblem, did_you_mean
from backfat_rules.plain import cut, plain, shown_value
from backfat_rules.profile.fact import Fact
from backfat_rules.profile.facts import facts_of

ALL_FACTS = "'backfat-rules facts' lists them all."

NOT_A_FACT = "is not a fact."

REFUSED = "refused_answer"  # the type of the errors that already are in plain words
WHOLE_PROFILE = "profile"  # stands for the field where the input as a whole is wrong


def problems_of(error: ValidationError, model: type[BaseModel]) -> tuple[FieldProblem, ...]:
    """What pydantic found wrong with a profile, one problem per answer, in field order."""
    return tuple(problem for problem, _ in _answers(error, model))


def in_plain_words(
    error: ValidationError | None,
    model: type[BaseModel],
    answers: Any = None,
    more: Iterable[FieldProblem] = (),
) -> ValidationError:
    """The same refusal as an error of pydantic whose messages are those of ``problems_of``.

    Args:
        error: what pydantic found wrong; None if nothing.
        model: the profile.
        answers: what was given.
        more: what was found wrong besides.
    """
    lines: list[InitErrorDetails] = []
    found = [] if error is None else _answers(error, model)
    also = [(each, _given(answers, each.field)) for each in more]
    for problem, given in _in_order([*found, *also], model):
        about = {
            "message": problem.message,
            "remedy": problem.remedy,
            "answers": problem.answers,
        }
        text = f"{problem.message} {problem.remedy}".rstrip()
        kind = PydanticCustomError(REFUSED, text, about)
        place = () if problem.field == WHOLE_PROFILE else (problem.field,)
        lines.append(InitErrorDetails(type=kind, loc=place, input=given))
    return ValidationError.from_exception_data(model.__name__, lines)


def _given(answers: Any, field: str) -> Any:
    """What was answered there; the error shows it, and none of the other answers."""
    return answers.get(field) if isinstance(answers, Mapping) else None


def _answers(error: ValidationError, model: type[BaseModel]) -> list[tuple[FieldProblem, Any]]:
    facts = facts_of(model)
    found = [
        (_problem(detail, facts, model.model_fields), detail["input"])
        for detail in error.errors(include_url=False)
    ]
    return _in_order(found, model)


def _in_order(
    answers: list[tuple[FieldProblem, Any]], model: type[BaseModel]
) -> list[tuple[FieldProblem, Any]]:
    """By the order of the fields."""
    rank = {name: place for place, name in enumerate(model.model_fields)}
    last = len(rank)

    def order(answer: tuple[FieldProblem, Any]) -> tuple[int, str]:
        place = rank.get(answer[0].field, last)
        return place, answer[0].message if place < last else ""  # words of a set come in any order

    return sorted(answers, key=order)


def _problem(detail: ErrorDetails, facts: Mapping[str, Fact], names: Iterable[str]) -> FieldProblem:
    kind, place, given = detail["type"], detail["loc"], detail["input"]
    about = detail.get("ctx", {})
    fact = facts.get(str(place[0])) if place else None
    field = fact.name if fact else ".".join(map(shown_name, place)) or WHOLE_PROFILE
    if kind == REFUSED:
        return FieldProblem(field, about["message"], about["remedy"], about["answers"])
    if kind == "extra_forbidden":
        return FieldProblem(field, NOT_A_FACT, no_such_fact(field, names))
    if kind == "invalid_key":
        return FieldProblem(field, NOT_A_FACT, f"Names of facts are texts. {ALL_FACTS}")
    if kind in ("json_type", "json_invalid"):
        return FieldProblem(field, "is no JSON.", "Give the text of an object, such as '{}'.")
    if kind == "iteration_error":
        return FieldProblem(field, "could not be read to its end.", "Give a list.")
    if kind == "string_unicode":
        return FieldProblem(field, "holds half of a character.", "Give whole ones, in UTF-8.")
    if kind in ("model_type", "model_attributes_type"):
        return FieldProblem(field, f"needs names of facts with answers, not {shown_value(given)}.")
    said = _refusal(fact, kind, given, in_set=len(place) > 1) if fact else None
    if said is None:
        text = re.sub(r"^(Value error|Assertion failed), ", "", detail["msg"])
        said = text if text.endswith((".", "!", "?")) else f"{text}.", ""
    return FieldProblem(field, *said)


def _refusal(fact: Fact, kind: str, given: Any, *, in_set: bool) -> tuple[str, str] | None:
    """Message and remedy for an answer of the wrong type or range; None for any other mistake."""
    if isinstance(given, float) and not math.isfinite(given) and fact.type.kind != "number":
        return f"{given} is no answer.", "Leave the fact out if it is unknown."
    if kind == "finite_number" or (isinstance(given, float) and not math.isfinite(given)):
        return "must be a finite number; leave the fact out if it is unknown.", ""
    if fact.type.kind == "number":
        return _not_in_range(fact, kind, given) or _not_a_number(kind, given)
    if fact.type.kind == "truth" and kind.startswith("bool_"):
        return f"{shown_value(given)} is not True or False.", "Give one of them, without quotes."
    if kind == "frozen_set_type":
        fits = isinstance(given, str) and (not fact.words or given in fact.words)
        remedy = f"Did you mean [{given!r}]?" if fits else "Give a list; an empty one means none."
        return f"{shown_value(given)} is not a list of words.", remedy
    if kind == "literal_error":
        allowed = ", ".join(fact.words)
        remedy = _nearest(given, fact.words) if isinstance(given, str) else ""
        return f"{shown_value(given)} is not one of {allowed}.", remedy
    if kind == "string_type":
        remedy = "Give words in quotes." if in_set else "Give one word in quotes."
        return f"{shown_value(given)} is not a word.", remedy
    return None


def shown_name(part: object) -> str:
    """A name as it was given; one that is longer than any is cut."""
    return plain(cut(str(part)))


def no_such_fact(name: str, names: Iterable[str]) -> str:
    """What to do about a name that no fact has."""
    return _nearest(name, names) or ALL_FACTS


def refused_number(fact: Fact, given: Any) -> tuple[str, str] | None:
    """Message and remedy for an end of a range that the fact itself could not be; else None."""
    if isinstance(given, bool) or not isinstance(given, int | float):
        return _not_a_number("float_type", given)
    if isinstance(given, float) and not math.isfinite(given):
        return _refusal(fact, "finite_number", given, in_set=False)
    if (fact.low is not None and given < fact.low) or (fact.high is not None and given > fact.high):
        return _not_in_range(fact, "less_than_equal", given)
    return None


def _not_in_range(fact: Fact, kind: str, given: Any) -> tuple[str, str] | None:
    too_large_for_float = kind == "float_type" and type(given) is int
    if kind not in ("greater_than_equal", "less_than_equal") and not too_large_for_float:
        return None
    given = float(given) if isinstance(given, str) else given  # read from a text
    if fact.low is not None and fact.high is not None:
        limits = f"outside {shown_value(fact.low)} to {fact.with_unit(shown_value(fact.high))}"
    elif fact.low is not None:
        limits = f"below {fact.with_unit(shown_value(fact.low))}"
    else:
        limits = f"above {fact.with_unit(shown_value(fact.high))}"
    return f"{shown_value(given)} is {limits}.", _meant(fact, given)


def _meant(fact: Fact, given: float) -> str:
    """The guess that the number was given in another unit; empty if none fits the range."""
    if abs(given) > 1e12:
        return ""
    low = -math.inf if fact.low is None else fact.low
    high = math.inf if fact.high is None else fact.high
    guesses = []
    for slip, factor in fact.slips:
        digits = 0 if fact.whole else 1 if abs(given * factor) >= 10 else 2
        guess = round(given * factor, digits)
        if guess and low <= guess <= high:
            guesses.append(f"{fact.with_unit(shown_value(guess))} ({shown_value(given)} {slip})")
    return f"Did you mean {' or '.join(guesses)}?" if guesses else ""


def _not_a_number(kind: str, given: Any) -> tuple[str, str] | None:
    if kind in ("int_parsing", "float_parsing"):
        return f"{shown_value(given)} is not a number.", "Write it with digits."
    if kind not in ("int_type", "float_type", "int_from_float"):
        return None
    if isinstance(given, str):
        return f"{shown_value(given)} is text, not a number.", "Give a number without quotes."
    if isinstance(given, bool):
        return f"{given} is yes or no, not a number.", "Give a number."
    if isinstance(given, float):
        whole = "without a decimal point" if given.is_integer() else "without decimals"
        return f"{given!r} is not a whole number.", f"Give the number {whole}."
    return f"{shown_value(given)} is not a plain number.", "Give a number of type int or float."


def _nearest(word: str, known: Iterable[str]) -> str:
    if len(word) > 1_000:
        return ""
    return did_you_mean(re.sub(r"[\s-]+", "_", word.strip().lower()), tuple(known))
