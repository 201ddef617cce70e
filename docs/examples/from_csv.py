"""Plans for every row of somebody else's table, by a small mapping from its columns to facts.

    python docs/examples/from_csv.py people.csv people.mapping.yaml
    python docs/examples/from_csv.py people.csv people.mapping.yaml --out plans.jsonl

How a mapping is written stands in README.md beside this file. A row with a bad cell gets no plan,
because a profile is refused whole; it is reported by row and column, and the other rows go on.
"""

from __future__ import annotations

import argparse
import csv
import json
import os
import sys
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, TextIO

import yaml

from backfat_rules import Advisor, BackfatRulesError, Plan, Profile, ProfileError
from backfat_rules.errors import did_you_mean
from backfat_rules.profile import Fact, facts_of

FACTS = facts_of(Profile)
KEYS = ("column", "values", "split", "part", "unit", "scale", "set", "separator", "constant")
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
    factor: float = 1.0
    separator: str | None = None
    decimal: str = "."

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
        try:
            number = float(cell.replace(self.decimal, "."))
        except ValueError:
            return cell
        if self.factor != 1:
            number *= self.factor
            number = float(round(number)) if self.fact.whole and abs(number) < 1e15 else number
        return int(number) if self.fact.whole and number.is_integer() else number


@dataclass(frozen=True)
class Table:
    """What a mapping says about a whole table."""

    sources: tuple[Source, ...]
    id_column: str | None = None
    delimiter: str = ","
    unknown: frozenset[str] = frozenset()


def read_mapping(path: Path) -> Table:
    """The mapping in a file, or a MappingError with everything that is wrong with it."""
    try:
        data = yaml.safe_load(path.read_text(encoding="utf-8"))
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
    if not isinstance(unknown, list) or not all(map(_is_text, unknown)):
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
    )


def _factor(fact: Fact, keys: dict[str, Any]) -> float:
    """What turns the column's numbers into the fact's own unit."""
    if ("unit" in keys or "scale" in keys) and fact.type.kind != "number":
        raise MappingError(f"is {fact.type} and has no unit.")
    factor = keys.get("scale", 1)
    if isinstance(factor, bool) or not isinstance(factor, int | float):
        raise MappingError("scale is a number.")
    if "unit" in keys:
        known = {fact.unit: 1.0, **dict(fact.slips)}
        if keys["unit"] not in known:
            raise MappingError(f"cannot be in {keys['unit']!r}, only in {', '.join(known)}.")
        factor *= known[keys["unit"]]
    return float(factor)


@dataclass
class Row:
    """One row of the table: its number as a spreadsheet shows it, its id, and what it holds."""

    number: int
    id: str
    answers: dict[str, Any] = field(default_factory=dict)
    problems: list[tuple[str, str]] = field(default_factory=list)  # column, and what is wrong

    @property
    def name(self) -> str:
        return f"row {self.number}" + (f" (id {self.id})" if self.id else "")


def read_rows(file: TextIO, table: Table) -> Iterator[Row]:
    """Each row with its answers and with the cells that cannot be read; the header at once."""
    lines = csv.reader(file, delimiter=table.delimiter, strict=True)
    header = [name.strip() for name in next(lines, [])]
    _check_columns(header, table)
    return _rows(enumerate(lines, start=2), header, table)


def _rows(lines: Iterator[tuple[int, list[str]]], header: list[str], table: Table) -> Iterator[Row]:
    for number, cells in lines:
        if not any(cell.strip() for cell in cells):
            continue
        row = dict(zip(header, (cell.strip() for cell in cells), strict=False))
        read = Row(number, row.get(table.id_column or "", ""))
        if len(cells) != len(header):
            counts = f"there are {len(cells)} cells for {len(header)} columns."
            read.problems.append((header[min(len(cells), len(header)) - 1], counts))
        else:
            _read_cells(row, table, read)
        yield read


def _check_columns(header: list[str], table: Table) -> None:
    wanted = [table.id_column, *(source.column for source in table.sources)]
    for column in filter(None, wanted):
        if header.count(column) != 1:
            fault = "twice or more" if column in header else "nowhere"
            remedy = "" if column in header else did_you_mean(column, header)
            raise MappingError(f"the table has the column {column!r} {fault}. {remedy}".rstrip())


def _read_cells(row: dict[str, str], table: Table, read: Row) -> None:
    for source in table.sources:
        if source.column is None:
            read.answers[source.fact.name] = source.constant
            continue
        cell = row[source.column]
        if cell and cell not in table.unknown:
            try:
                read.answers[source.fact.name] = source.answer(cell)
            except BadCell as bad:
                read.problems.append((source.column, f"{source.fact.name}: {bad}"))


def profile_of(row: Row, table: Table) -> Profile | None:
    """The row's profile; None, with the reasons noted in the row, if a cell is refused."""
    columns = {source.fact.name: source.column or "" for source in table.sources}
    try:
        # Not strict, because the cells of a table are texts.
        profile = Profile.model_validate(row.answers, strict=False)
    except ProfileError as error:
        row.problems += [(columns[each.field], str(each)) for each in error.problems]
        return None
    return None if row.problems else profile


@dataclass
class Summary:
    """What is counted on the way."""

    rows: int = 0
    plans: int = 0
    bad_cells: int = 0
    gates: Counter[str] = field(default_factory=Counter)
    advice: Counter[str] = field(default_factory=Counter)

    def __str__(self) -> str:
        lines = [
            f"rows {self.rows}, plans {self.plans}, bad cells {self.bad_cells}"
            f" (rows without a plan: {self.rows - self.plans})",
            "gates: " + (", ".join(f"{gate} {n}" for gate, n in _ranked(self.gates)) or "none"),
            "most frequent recommendations:",
        ]
        lines += [f"  {times:>6}  {id}" for id, times in _ranked(self.advice)[:10]]
        return "\n".join(lines)


def _ranked(counted: Counter[str]) -> list[tuple[str, int]]:
    return sorted(counted.items(), key=lambda each: (-each[1], each[0]))


def first_lines(row: Row, plan: Plan, top: int) -> str:
    """The gate, and the titles of what matters most."""
    advice = [
        f"  {at}. {each.title} ({each.area}, {each.priority:g}/100)"
        for at, each in enumerate(plan.top(top), start=1)
    ]
    said = [f"  {each.text}" for each in plan.messages if each.kind == "screening"]
    return "\n".join([f"{row.name}: {plan.gate}", *(advice or said[:1])])


def run(rows: Iterator[Row], table: Table, out: TextIO | None, top: int | None) -> Summary:
    """Give every good row its plan; bad cells go to standard error."""
    advisor, summary = Advisor(), Summary()
    for row in rows:
        summary.rows += 1
        profile = profile_of(row, table)
        for column, problem in row.problems:
            print(f"{row.name}, column {column}: {problem}", file=sys.stderr)
        summary.bad_cells += len({column for column, _ in row.problems})
        if profile is None:
            continue
        plan = advisor.recommend(profile)
        summary.plans += 1
        summary.gates[plan.gate] += 1
        summary.advice.update(each.id for each in plan.recommendations)
        if out is None:
            print(first_lines(row, plan, 3 if top is None else top))
        else:
            data = plan.narrowed(top=top).model_dump(mode="json")
            line = {"row": row.number, "id": row.id, "plan": data}
            out.write(json.dumps(line, ensure_ascii=False) + "\n")
    return summary


@contextmanager
def whole_file(path: Path) -> Iterator[TextIO]:
    """Written beside the path, and put there once all is written: it is never half a file."""
    beside = path.with_name(f".{path.name}.{os.getpid()}")
    try:
        with beside.open("w", encoding="utf-8", newline="\n") as out:
            yield out
        beside.replace(path)
    finally:
        beside.unlink(missing_ok=True)


def _must_be_free(out: Path, *read: Path) -> None:
    """Refuse to write where something stands that is no earlier output."""
    if out.exists() and not out.is_file():
        raise BackfatRulesError(f"--out: {out} is no file.")
    if out.exists() and any(out.samefile(each) for each in read):
        raise BackfatRulesError(f"--out: {out} is read, so it cannot be written. Choose another.")


def _count(text: str) -> int:
    if not text.isdecimal() or int(text) < 1:
        raise argparse.ArgumentTypeError(f"{text!r} is not a number from 1.")
    return int(text)


def main(arguments: list[str] | None = None) -> int:
    """0: each row has its plan; 1: some cells were bad; 2: a file or the mapping cannot be used."""
    parser = argparse.ArgumentParser(description="Plans for the rows of a CSV file.")
    parser.add_argument("table", type=Path, metavar="FILE.csv")
    parser.add_argument("mapping", type=Path, metavar="MAPPING.yaml")
    parser.add_argument("--out", type=Path, metavar="plans.jsonl", help="write whole plans here")
    parser.add_argument("--top", type=_count, metavar="N", help="only the N most important")
    given = parser.parse_args(arguments)
    try:
        table = read_mapping(given.mapping)
        with given.table.open(encoding="utf-8-sig", newline="") as file:
            rows = read_rows(file, table)
            if given.out is None:
                summary = run(rows, table, None, given.top)
            else:
                _must_be_free(given.out, given.table, given.mapping)
                with whole_file(given.out) as out:
                    summary = run(rows, table, out, given.top)
        print(summary, flush=True)
    except BrokenPipeError:  # whoever reads has had enough
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    except (BackfatRulesError, OSError, UnicodeDecodeError, csv.Error) as error:
        print(f"from_csv: {error}", file=sys.stderr)
        return 2
    return 1 if summary.bad_cells else 0


if __name__ == "__main__":
    sys.exit(main())
