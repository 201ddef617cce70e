"""Whole plans of invented people, kept as files; ``python -m tests.planning.snapshot`` renews them.

A change of the library shows in review as a change of these files: the plan as JSON and as text.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import yaml

from backfat_rules import Advisor

FOLDER = Path(__file__).parent / "snapshots"
PEOPLE: dict[str, dict[str, Any]] = yaml.safe_load(
    (FOLDER / "people.yaml").read_text(encoding="utf-8")
)
RENEW = "If that is meant: python -m tests.planning.snapshot, and read what git shows."


def snapshot_of(person: str) -> dict[str, str]:
    """What is kept of a person: by the name of the file, its text."""
    about = PEOPLE[person]
    decision = Advisor(engine="direct").decide(about["facts"])
    plan = decision.plan(units=about.get("units", "metric"), country=about.get("country"))
    data = json.loads(plan.model_dump_json())
    unversioned = {name: part for name, part in data.items() if not name.endswith("_version")}
    return {
        f"{person}.json": json.dumps(unversioned, ensure_ascii=False, indent=1) + "\n",
        f"{person}.txt": f"{plan.text('full')}\n",
        f"{person}.page.txt": f"{plan}\n",
    }


def main() -> None:
    """Write the plans of all people anew, and remove those of nobody."""
    kept = {"people.yaml"}
    for person in PEOPLE:
        for name, text in snapshot_of(person).items():
            (FOLDER / name).write_text(text, encoding="utf-8")
            kept.add(name)
    for file in FOLDER.iterdir():
        if file.name not in kept:
            file.unlink()


if __name__ == "__main__":
    main()
