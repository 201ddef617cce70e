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

from csv_mapping import BadCell, MappingError, Table, read_mapping

from backfat_rules import Advisor, BackfatRulesError, Plan, Profile, ProfileError
from backfat_rules.errors import did_you_mean

LINE_START = b'{"row": '


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
        if cell and cell not in table.unknown and cell not in source.unknown:
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
    if not out.exists():
        return
    if not out.is_file():
        raise BackfatRulesError(f"--out: {out} is no file.")
    if any(out.samefile(each) for each in read):
        raise BackfatRulesError(f"--out: {out} is read, so it cannot be written. Choose another.")
    if not _is_output(out):
        raise BackfatRulesError(
            f"--out: {out} holds something else than plans. Choose another, or remove it first."
        )


def _is_output(file: Path) -> bool:
    """Whether a file is empty, or begins as what is written here."""
    with file.open("rb") as opened:
        start = opened.read(len(LINE_START))
    return not start or start == LINE_START


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
