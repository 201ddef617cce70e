"""Which column of somebody else's table tells which fact, and how its cells are read.

How a mapping is written stands in README.md beside this file.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from fractions import Fraction
from pathlib import Path
from typing import Any

import yaml

from backfat_rules import BackfatRulesError, Profile, ProfileError
from backfat_rules.errors import did_you_mean
from backfat_rules.profile import Fact, facts_of

FACTS = facts_of(Profile)
KEYS = (
    *("column", "values", "split", "part", "unit", "scale", "set", "separator", "constant"),
    "unknown",
)
TABLE_KEYS = ("id", "delimiter", "decimal", "unknown", "facts")


class MappingError(BackfatRulesError):
    """The mapping does not fit the facts or the table."""


class BadCell(Exception):  # noqa: N818 - a cell is reported, not an error of the program
    """A cell that the mapping cannot read."""


@dataclass(frozen=True)
class Source:
    """Where one fact comes from; see README.md."""

    fact: Fact
    column: str | None = None
    constant: Any = None
    values: dict[str, Any] = field(default_factory=dict)
    split: str | None = None
    part: int = 0
    factor: Fraction = Fraction(1)
    separator: str | None = None
    decimal: str = "."
    unknown: frozenset[str] = frozenset()

    def answer(self, cell: str) -> Any:
        """The answer in a cell, None if unknown; texts are left for the library to check."""
        if self.split is not None:
            parts = cell.split(self.split)
            if self.part >= len(parts):
                raise BadCell(f"{cell!r} has no part {self.part} when split at {self.split!r}.")
            cell = parts[self.part].strip()
        if self.fact.type.kind == "set":
            return self._words(cell)
        if self.values:
            return self._listed(cell)
        return self._number(cell) if self.fact.type.kind == "number" else cell

    def _words(self, cell: str) -> list[str] | None:
        """A word that the table of values calls unknown is left out, an empty list means none."""
        texts = [text.strip() for text in cell.split(self.separator)] if self.separator else [cell]
        answers = [self._listed(text) if self.values else text for text in texts if text]
        known = [each for each in answers if each is not None]
        words = [word for each in known for word in (each if isinstance(each, list) else [each])]
        return words if known else None

    def _listed(self, cell: str) -> Any:
        if cell not in self.values:
            remedy = did_you_mean(cell, list(self.values)) or f"It has {', '.join(self.values)}."
            raise BadCell(f"{cell!r} is not in the table of values. {remedy}")
        return self.values[cell]

    def _number(self, cell: str) -> Any:
        """The number after conversion; the text itself if it is none, so that it is refused."""
        if self.decimal != "." and "." in cell:
            raise BadCell(f"{cell!r} has a point, and the mapping says decimal: {self.decimal!r}.")
        clock = _CLOCK.fullmatch(cell)
        if clock is not None and self.fact.unit in _AN_HOUR and self.factor == 1:
            return self._hours_and_minutes(clock)
        try:
            number = Fraction(cell.replace(self.decimal, "."))
        except (ValueError, ZeroDivisionError):
            return cell
        number *= self.factor
        if self.fact.whole and self.factor != 1:
            number = Fraction(round(number))
        whole = self.fact.whole and number.denominator == 1
        return int(number) if whole else _float(number)

    def _hours_and_minutes(self, clock: re.Match[str]) -> int | float:
        """The amount in "7:30" or "07:30:00"; in minutes a long one may be something else."""
        hours, minutes, seconds = (int(part or 0) for part in clock.groups())
        if self.fact.unit != "h" and hours >= 10 and clock[3] is None:
            both = f"{hours} h {minutes} min, or as {hours} min {minutes} s"
            raise BadCell(f"{clock[0]!r} can be read as {both}. Write the seconds as well.")
        amount = Fraction(hours * 3600 + minutes * 60 + seconds, 3600) * _AN_HOUR[self.fact.unit]
        return round(amount) if self.fact.whole else float(amount)


@dataclass(frozen=True)
class Table:
    """What a mapping says about a whole table."""

    sources: tuple[Source, ...]
    id_column: str | None = None
    delimiter: str = ","
    unknown: frozenset[str] = frozenset()


_CLOCK = re.compile(r"([0-9]{1,3}):([0-5][0-9])(?::([0-5][0-9]))?")
_AN_HOUR = {"h": 1, "min": 60, "min per week": 60}


def _float(number: Fraction) -> float:
    try:
        return float(number)
    except OverflowError:
        return float("inf")  # which a profile refuses


class _PlainNumbers(yaml.SafeLoader):
    """YAML without octal numbers and numbers to the base of 60: 077 is the code 77."""


_PlainNumbers.yaml_implicit_resolvers = {
    first: [each for each in resolvers if not each[0].endswith((":int", ":float"))]
    for first, resolvers in yaml.SafeLoader.yaml_implicit_resolvers.items()
}
_PlainNumbers.add_implicit_resolver(
    "!number", re.compile(r"[-+]?[0-9]+(\.[0-9]*)?$"), [*"-+0123456789"]
)
_PlainNumbers.add_constructor("!number", lambda _, node: _number_in(node.value))


def _number_in(text: str) -> int | float:
    return float(text) if "." in text else int(text)


def read_mapping(path: Path) -> Table:
    """The mapping in a file, or a MappingError with everything that is wrong with it."""
    try:
        data = yaml.load(path.read_text(encoding="utf-8"), _PlainNumbers)
    except (yaml.YAMLError, ValueError) as error:
        raise MappingError(f"{path} is not YAML: {error}") from None
    except RecursionError:
        raise MappingError(f"{path} is nested too deeply.") from None
    if not isinstance(data, dict) or not isinstance(data.get("facts"), dict):
        raise MappingError(f"{path} needs 'facts:' with a line for each fact.")
    problems = [_unknown_key(key, TABLE_KEYS) for key in data if key not in TABLE_KEYS]
    delimiter, unknown = data.get("delimiter", ","), data.get("unknown", [])
    if not isinstance(delimiter, str) or len(delimiter) != 1 or delimiter in '"\r\n':
        problems.append("delimiter is one character, and no quote or line end.")
    if data.get("decimal", ".") not in (".", ","):
        problems.append("decimal is '.' or ','.")
    if not _is_list_of_texts(unknown):
        problems.append("unknown is a list of texts; quote them.")
    sources = []
    for name, given in data["facts"].items():
        try:
            sources.append(_source(name, given, str(data.get("decimal", "."))))
        except MappingError as error:
            problems.append(f"{name}: {error}")
        except ProfileError as error:  # a word of the table of values, or the constant
            problems += map(str, error.problems)
    if problems:
        raise MappingError(f"{path} cannot be used:\n  " + "\n  ".join(problems))
    return Table(
        sources=tuple(sources),
        id_column=str(data["id"]) if "id" in data else None,
        delimiter=delimiter,
        unknown=frozenset(map(str, unknown)),
    )


def _is_list_of_texts(given: Any) -> bool:
    return isinstance(given, list) and all(map(_is_text, given))


def _is_text(given: Any) -> bool:
    """Whether YAML took a word as the text it is in the table; yes, no, on and null it did not."""
    return isinstance(given, str | int | float) and not isinstance(given, bool)


def _unknown_key(key: Any, known: tuple[str, ...]) -> str:
    return f"there is no key {key!r}. {did_you_mean(str(key), known)}".rstrip()


def _source(name: Any, given: Any, decimal: str) -> Source:
    if name not in FACTS:
        raise MappingError(f"is not a fact. {did_you_mean(str(name), list(FACTS))}".rstrip())
    fact = FACTS[name]
    keys = {"column": given} if isinstance(given, str) else given
    if not isinstance(keys, dict) or ("column" in keys) == ("constant" in keys):
        raise MappingError("needs a column or a constant.")
    for key in keys:
        if key not in KEYS:
            raise MappingError(_unknown_key(key, KEYS))
    if "separator" in keys and not keys.get("set"):
        raise MappingError("has a separator without 'set: true'.")
    for key in ("split", "separator"):
        if key in keys and not (isinstance(keys[key], str) and keys[key]):
            raise MappingError(f"{key} is the text between two parts, such as '/'.")
    if keys.get("set") and fact.type.kind != "set":
        raise MappingError(f"is {fact.type}, not a set.")
    if "part" in keys and (type(keys["part"]) is not int or keys["part"] < 0):
        raise MappingError("part is a number from 0.")
    if not _is_list_of_texts(keys.get("unknown", [])):
        raise MappingError("unknown is a list of texts; quote them.")
    values = keys.get("values", {})
    if not isinstance(values, dict) or not all(map(_is_text, values)):
        raise MappingError("values is a table; quote words such as 'yes', 'no' and 'on'.")
    if values and ("unit" in keys or "scale" in keys):
        raise MappingError("has a table of values, so it needs no unit or scale.")
    for answer in (*values.values(), keys.get("constant")):
        single = fact.type.kind == "set" and isinstance(answer, str)
        Profile.model_validate({name: [answer] if single else answer})
    constant = keys.get("constant")
    return Source(
        fact=fact,
        column=str(keys["column"]) if "column" in keys else None,
        constant=[constant] if fact.type.kind == "set" and isinstance(constant, str) else constant,
        values={str(key): answer for key, answer in values.items()},
        split=keys.get("split"),
        part=keys.get("part", 0),
        factor=_factor(fact, keys),
        separator=keys.get("separator", ",") if keys.get("set") else None,
        decimal=decimal,
        unknown=frozenset(map(str, keys.get("unknown", []))),
    )


def _factor(fact: Fact, keys: dict[str, Any]) -> Fraction:
    """What turns the column's numbers into the fact's own unit, exactly."""
    if ("unit" in keys or "scale" in keys) and fact.type.kind != "number":
        raise MappingError(f"is {fact.type} and has no unit.")
    scale = keys.get("scale", 1)
    if isinstance(scale, bool) or not isinstance(scale, int | float):
        raise MappingError("scale is a number.")
    factor = Fraction(str(scale))
    if "unit" in keys:
        known = {fact.unit: 1.0, **dict(fact.slips)}
        if keys["unit"] not in known:
            raise MappingError(f"cannot be in {keys['unit']!r}, only in {', '.join(known)}.")
        factor *= Fraction(known[keys["unit"]]).limit_denominator(10**9)  # 1/60 and not 0.01666
    return factor
