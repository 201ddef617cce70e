"""The ranges of a profile: numbers known only to lie between two ends, checked at the door."""

from __future__ import annotations

import math
from collections.abc import Mapping
from typing import TYPE_CHECKING, Annotated, Any

from pydantic import PlainSerializer, PlainValidator, WithJsonSchema

from backfat_rules.errors import FieldProblem, did_you_mean
from backfat_rules.frozen import FrozenDict
from backfat_rules.language import Range
from backfat_rules.language.range import ENDS
from backfat_rules.plain import cut, plain, shown_value
from backfat_rules.profile.fact import Fact
from backfat_rules.profile.plain_values import plain_value
from backfat_rules.profile.refusal import NOT_A_FACT, no_such_fact, refused_number

RANGES = "ranges"
"""The name under which a profile holds the numbers that it knows only as a range."""

_SCHEMA = {
    "type": "object",
    "additionalProperties": {
        "type": "object",
        "properties": {name: {"type": "number"} for name in ENDS},
        "additionalProperties": False,
        "minProperties": 1,
        "maxProperties": 2,
    },
}
_REMEDY = "Give at_least or above, and at_most or below."


def ends_of(ranges: Any) -> Any:
    """Ranges as JSON has them: the ends of each; what nobody has checked as it stands."""
    if not isinstance(ranges, Mapping):
        return ranges
    return {name: getattr(told, "ends", told) for name, told in ranges.items()}


if TYPE_CHECKING:
    Ranges = Mapping[str, Range] | Mapping[str, Mapping[str, float]]
    """For type checkers either: a profile takes mappings of ends and holds ranges."""
else:
    Ranges = Annotated[
        Mapping[str, Range],
        PlainValidator(lambda ranges: ranges),  # what ``with_ranges`` has left is checked
        PlainSerializer(ends_of),
        WithJsonSchema(_SCHEMA),
    ]


def with_ranges(
    answers: Mapping[str, Any], facts: Mapping[str, Fact]
) -> tuple[dict[str, Any], list[FieldProblem]]:
    """The answers with their ranges checked and brought together, and what is wrong with some.

    A range may stand under ``ranges``, or in the place of the number itself. One that leaves a
    single number is that number, and where the exact number is told as well, it is enough.
    """
    numbers = dict(answers)
    given = numbers.pop(RANGES, None)
    if given is None:
        given = {}
    if not isinstance(given, Mapping):
        said = f"needs names of facts with their ranges, not {shown_value(given)}."
        return numbers, [FieldProblem(RANGES, said)]
    found: dict[str, Range] = {}
    problems: list[FieldProblem] = []
    for name, told in [*given.items(), *_in_place(numbers, facts)]:
        try:
            value = _read(told, name, facts)
            _take(str(name), value, numbers, found)
        except _RefusedError as error:
            problems.append(FieldProblem(plain(cut(str(name))), *error.args))
    if found:
        numbers[RANGES] = FrozenDict({name: found[name] for name in facts if name in found})
    return numbers, problems


def retold(before: Mapping[str, Any], anew: Mapping[str, Any]) -> dict[str, Any]:
    """Answers after some were told anew; that replaces whatever was told of the same fact.

    So a number takes the place of a range, and a range that of a number. None for ``ranges`` takes
    all of them back.

    >>> retold({"age": 30, "sleep_hours": 6}, {"ranges": {"sleep_hours": {"below": 7}}})
    {'age': 30, 'ranges': {'sleep_hours': {'below': 7}}}
    """
    kept = {**before, **(before.get(RANGES) or {})}
    kept.pop(RANGES, None)
    if anew.get(RANGES, {}) is None:
        kept = {name: value for name, value in kept.items() if not isinstance(value, Range)}
    ranges = anew.get(RANGES)
    names = {*anew, *(ranges if isinstance(ranges, Mapping) else ())}
    return {**{name: value for name, value in kept.items() if name not in names}, **anew}


class _RefusedError(Exception):
    """A message and a remedy."""


def _in_place(plain: dict[str, Any], facts: Mapping[str, Fact]) -> list[tuple[str, Any]]:
    """Ranges that stand where a number could; they are taken out."""
    names = [
        name
        for name, value in plain.items()
        if _is_range(value) and name in facts and _is_number(facts[name])
    ]
    return [(name, plain.pop(name)) for name in names]


def _is_range(value: object) -> bool:
    return isinstance(value, (Range, Mapping))


def _is_number(fact: Fact) -> bool:
    return fact.type.kind == "number"


def _take(name: str, value: Range | float, plain: dict[str, Any], found: dict[str, Range]) -> None:
    """Put a range, or the one number that it leaves, beside what else is told of the fact."""
    number = plain.get(name)
    if isinstance(value, Range):
        if found.setdefault(name, value) != value:
            raise _RefusedError("two different ranges are told.", "Keep one of them.")
    elif number is None:
        plain[name] = value
    if isinstance(number, (int, float)) and not isinstance(number, bool) and math.isfinite(number):
        inside = value.contains(number) if isinstance(value, Range) else value == number
        if not inside:
            said = f"{shown_value(number)} is not in the range that is told for it."
            raise _RefusedError(said, "Keep one of the two.")
        found.pop(name, None)


def _read(told: Any, name: Any, facts: Mapping[str, Fact]) -> Range | float:
    """A range within the limits of its fact, or the one number that it leaves."""
    if name not in facts:
        raise _RefusedError(NOT_A_FACT, no_such_fact(str(name), facts))
    fact = facts[name]
    if not _is_number(fact):
        raise _RefusedError("is not a number, so it has no range.", "")
    ends = told.ends if isinstance(told, Range) else told
    if not isinstance(ends, Mapping):
        raise _RefusedError(f"{shown_value(told)} is not a range.", _REMEDY)
    ends = {end: plain_value(number) for end, number in ends.items()}
    for end, number in ends.items():
        if end not in ENDS:
            remedy = did_you_mean(str(end), ENDS) or _REMEDY
            raise _RefusedError(f"a range has no {shown_value(end)}.", remedy)
        wrong = refused_number(fact, number)
        if number is not None and wrong is not None:
            raise _RefusedError(*wrong)
    try:
        return _within(Range(**ends), fact)
    except ValueError as error:
        has_no_end = all(each is None for each in ends.values())
        raise _RefusedError(str(error), _REMEDY if has_no_end else "") from None


def _within(told: Range, fact: Fact) -> Range | float:
    """The range with whole ends for a whole number; a number where no other is left."""
    if fact.whole:
        told = _with_whole_ends(told)
    low = max(told.lowest, -math.inf if fact.low is None else fact.low)
    high = min(told.highest, math.inf if fact.high is None else fact.high)
    if low > high:
        raise ValueError("the range is outside of all that is allowed.")
    if low < high:
        return told
    return int(low) if fact.whole else float(low)


def _with_whole_ends(told: Range) -> Range:
    low, high = told.lowest, told.highest
    least = None if math.isinf(low) else math.ceil(low)
    most = None if math.isinf(high) else math.floor(high)
    if least is not None and most is not None and least > most:
        said = " and ".join(
            f"{end.replace('_', ' ')} {number:g}" for end, number in told.ends.items()
        )
        raise ValueError(f"no whole number is {said}.")
    return Range(at_least=least, at_most=most)
