"""A nightly job over check-ins: writes to each person what got better since their last plan.

    python docs/examples/nightly.py check-ins.jsonl people/ letters/

Each line of the file is what one person told on one day, however little of it::

    {"person": "kim", "day": "2026-11-27", "told": {"sleep_hours": 6.5}}

``people/`` keeps of each person the interview and the last plan; what was not told again stays as
it was. A day that was worked through before is passed over, so the job may be started again after
it was stopped. A line that cannot be used is reported, and the others go on.

Exit codes: 0 every line was used, 1 some were not.
"""

from __future__ import annotations

import argparse
import json
import re
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Annotated, Any

from pydantic import BaseModel, StringConstraints, ValidationError

from backfat_rules import Advisor, BackfatRulesError, FirstStep, Interview, Plan, Recommendation

Name = Annotated[str, StringConstraints(pattern=re.compile(r"^[\w-]{1,64}\Z"))]  # names a file
Day = Annotated[str, StringConstraints(pattern=re.compile(r"^\d{4}-\d{2}-\d{2}\Z"))]

Parts = Sequence[tuple[str, Sequence[str]]]


class CheckIn(BaseModel, extra="forbid"):
    """What one person told on one day; null for an answer that is taken back."""

    person: Name
    day: Day
    told: dict[str, Any]


class Kept(BaseModel):
    """What is kept of a person from one night to the next."""

    day: Day
    interview: Interview
    plan: Plan


def letter(now: Plan, before: Plan | None) -> str:
    """What to write to the person: the gate with what screening says, then what is new."""
    parts = [(now.gate_line, [each.text for each in now.messages if each.kind == "screening"])]
    if before is not None:
        new = now.changes_since(before).added
        parts += [("Better than before", [*better(now, before)])]
        parts += [("New", [f"{each.title}. {each.reason}" for each in new])]
    parts += [("Next", [" ".join(_next(step, now)) for step in now.first_steps])]
    return "\n\n".join([*_blocks(parts), now.notice]) + "\n"


def _blocks(parts: Parts) -> Iterator[str]:
    """Each title with its lines; the first title also where it has none."""
    for at, (title, lines) in enumerate(parts):
        if lines or not at:
            yield "\n".join([title, *(f"- {line}" for line in lines)])


def better(now: Plan, before: Plan) -> Iterator[str]:
    """What the person has reached: problems that are over, and those that have become milder."""
    holds = {each.id: each.holds for each in now.findings}
    for each in before:
        behind = [reason.id for reason in each.reasons if reason.kind == "finding"]
        if each.id not in now and behind and not any(holds.get(id, True) for id in behind):
            yield f"{each.title}: done."
    for each in now:
        if each.id in before and _severity(each) < _severity(before[each.id]):
            yield f"{each.title}: you are closer to it than before."


def _next(step: FirstStep, now: Plan) -> Iterator[str]:
    """What to do first, with all that has to be minded."""
    yield step.do
    yield from now[step.id].cautions


def _severity(advice: Recommendation) -> float:
    return advice.priority_parts.severity or 0.0


class Night:
    """One run over the check-ins."""

    def __init__(self, people: Path, letters: Path) -> None:
        self.advisor = Advisor(engine="direct")
        self.people, self.letters = people, letters
        for folder in (people, letters):
            folder.mkdir(parents=True, exist_ok=True)

    def take(self, line: str) -> None:
        """Work one check-in through: the letter first, so that none is lost if the job stops."""
        came = CheckIn.model_validate_json(line)
        kept = self._kept(came.person)
        if kept is not None and came.day <= kept.day:
            return
        interview = self.advisor.interview(kept.interview if kept else None)
        interview = interview.answer_many(came.told)
        plan = interview.plan()
        written = letter(plan, kept.plan if kept else None)
        _put(self.letters / f"{came.person}-{came.day}.txt", written)
        now = Kept(day=came.day, interview=interview, plan=plan)
        _put(self.people / f"{came.person}.json", now.model_dump_json())

    def _kept(self, person: str) -> Kept | None:
        file = self.people / f"{person}.json"
        return Kept.model_validate_json(file.read_bytes()) if file.exists() else None


def _put(file: Path, text: str) -> None:
    """Write beside it first, so that there is a whole file at any time."""
    beside = file.with_name(f".{file.name}")
    beside.write_text(text, encoding="utf-8")
    beside.replace(file)


def main(arguments: list[str] | None = None) -> int:
    """Work all lines through."""
    parser = argparse.ArgumentParser(description="What got better since the last plan.")
    parser.add_argument("check_ins", type=Path)
    parser.add_argument("people", type=Path)
    parser.add_argument("letters", type=Path)
    given = parser.parse_args(arguments)
    night, refused = Night(given.people, given.letters), 0
    with given.check_ins.open(encoding="utf-8") as lines:
        for number, line in enumerate(lines, start=1):
            try:
                night.take(line)
            except BackfatRulesError as error:
                refused += 1
                print(f"line {number}: {error}", file=sys.stderr)
            except ValidationError:
                refused += 1
                print(f"line {number}: this is no check-in: {json.dumps(_SHAPE)}", file=sys.stderr)
    return 1 if refused else 0


_SHAPE = {"person": "kim", "day": "2026-11-27", "told": {"sleep_hours": 6.5}}

if __name__ == "__main__":
    sys.exit(main())
