"""The JavaScript pack decides and tells as Python does: ``python -m benchmarks.javascript 5000``.

Random people, some of whose numbers are told as ranges, are advised by Python and by the pack in
Node: decisions and the words of the page must be the same, and with ``--weeks`` training weeks for
random wishes. Prints how many agreed or the first difference, how large the pack is and how long it
takes.
"""

from __future__ import annotations

import argparse
import gzip
import json
import math
import random
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from itertools import islice
from pathlib import Path
from typing import Any

import yaml

from backfat_rules import Advisor, KnowledgeBase, Plan, ProfileError, load_knowledge
from backfat_rules.javascript import pack_of
from backfat_rules.javascript.pack import MODULE
from backfat_rules.planning import reasoner_of
from backfat_rules.views.page import gate_line, sections_of
from backfat_rules.views.sections import Entry
from benchmarks.node import Node, RefusedError
from benchmarks.people import EXAMPLE, strangers

COUNT = 5000


def differences(ours: Any, theirs: Any, place: str = "") -> Iterator[str]:
    """Where two documents differ: ids and words at all, numbers by more than 1e-9."""
    match ours, theirs:
        case dict(), dict():
            for key in dict.fromkeys([*ours, *theirs]):
                if key in ours and key in theirs:
                    yield from differences(ours[key], theirs[key], f"{place}.{key}")
                else:
                    yield f"{place}.{key} stands only in {'one' if key in ours else 'the other'}"
        case list(), list() if len(ours) == len(theirs):
            for at, (one, other) in enumerate(zip(ours, theirs, strict=True)):
                yield from differences(one, other, f"{place}[{at}]")
        case ((int() | float()), (int() | float())) if not _is_truth(ours) and not _is_truth(
            theirs
        ):
            if not math.isclose(ours, theirs, rel_tol=1e-9, abs_tol=1e-9):
                yield f"{place}: {ours} and {theirs}"
        case _ if type(ours) is not type(theirs) or ours != theirs:
            yield f"{place}: {ours!r:.300} and {theirs!r:.300}"


def _is_truth(value: object) -> bool:
    return isinstance(value, bool)


def people(seed: int = 0) -> Iterator[dict[str, Any]]:
    """People without end as JSON has them; in every third numbers are told as ranges."""
    draw = random.Random(f"javascript {seed}")
    for at, told in enumerate(strangers(seed)):
        facts: dict[str, Any] = {
            name: sorted(value) if isinstance(value, frozenset) else value
            for name, value in told.items()
        }
        if at % 3 == 0:
            facts = {name: _maybe_a_range(value, draw) for name, value in facts.items()}
        yield facts


def _maybe_a_range(value: Any, draw: random.Random) -> Any:
    if _is_truth(value) or not isinstance(value, (int, float)) or draw.random() < 0.5:
        return value
    ends = {
        draw.choice(["at_least", "above"]): value - draw.choice([1, 2.5, 10]),
        draw.choice(["at_most", "below"]): value + draw.choice([1, 2.5, 10]),
    }
    return dict(draw.sample([*ends.items()], draw.choice([1, 2, 2])))


def disagreement(node: Node, advisor: Advisor, told: dict[str, Any]) -> str:
    """How the two differ about somebody, in what is decided or told; empty where they agree."""
    try:
        decision = advisor.decide(told)
    except ProfileError as error:
        return _not_refused(node, told, error)
    ours = json.loads(decision.model_dump_json()), page_of(decision.plan(), advisor.knowledge)
    try:
        theirs = node.call("decide", told), node.call("tell", told)
    except RefusedError as error:
        return f"only JavaScript refuses: {error}"
    return next(differences([*ours], [*theirs]), "")


def wishes(seed: int = 0) -> Iterator[dict[str, Any]]:
    """Wishes about a programme without end, as ``Plan.programme`` takes them."""
    draw = random.Random(f"wishes {seed}")
    while True:
        yield {
            "start": draw.choice([None, "2026-12-07", "2027-01-01"]),
            "weeks": draw.choice([1, 1, 2, 5, 9]),
            "days": draw.choice([None, None, 1, 2, 3, 5, 7]),
        }


def disagreement_on_weeks(
    node: Node, advisor: Advisor, told: dict[str, Any], wished: dict[str, Any]
) -> str:
    """How the two differ about somebody's programme, in numbers or words; empty if they agree."""
    try:
        plan = advisor.recommend(told)
    except ProfileError:
        return ""
    ours = plan.programme(**wished).model_dump_json()
    return next(differences(json.loads(ours), node.call("programme", told, wished)), "")


def page_of(plan: Plan, knowledge: KnowledgeBase) -> dict[str, Any]:
    """What stands on the page of a plan, as ``tell`` has it."""
    reader = reasoner_of(knowledge, "direct").reader
    sections = [each for each in sections_of(plan, reader) if each.entries or each.further]
    return {
        "gate": plan.gate,
        "gate_line": gate_line(plan, reader),
        "notice": plan.notice,
        "sections": [
            {
                "heading": section.heading,
                "beside": section.beside,
                "further": section.further,
                "first": section.first,
                "in_lines": section.in_lines,
                "entries": [_entry(each) for each in section.entries],
            }
            for section in sections
        ],
    }


def _entry(entry: Entry) -> dict[str, Any]:
    notes = [[*each] for each in entry.notes]
    return {"id": entry.id, "title": entry.title, "text": entry.text, "notes": notes}


def _not_refused(node: Node, told: dict[str, Any], error: ProfileError) -> str:
    try:
        node.call("decide", told)
    except RefusedError as refused:
        fields = {each["field"] for each in refused.problems or ()}
        named = {each.field for each in error.problems}
        return "" if fields == named else f"refused are {named} and {fields}"
    return f"only Python refuses: {error}"


def node_with(knowledge: KnowledgeBase, folder: Path) -> Node:
    """Node with the pack of some knowledge."""
    return Node(pack_of(knowledge)[MODULE], folder)


def main() -> None:
    """Compare, and print what was found."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.javascript", description=__doc__)
    parser.add_argument("count", nargs="?", type=int, default=COUNT, help="how many people")
    parser.add_argument("--weeks", action="store_true", help="compare training weeks instead")
    asked = parser.parse_args()
    knowledge = load_knowledge()
    module = pack_of(knowledge)[MODULE].encode()
    sizes = [f"{len(each) / 1e3:.0f} kB" for each in (module, gzip.compress(module))]
    print(f"The pack has {sizes[0]}, compressed {sizes[1]}.")
    with tempfile.TemporaryDirectory() as folder, node_with(knowledge, Path(folder)) as node:
        advisor, wished = Advisor(knowledge, engine="direct"), wishes()
        for at, told in enumerate(islice(people(), asked.count)):
            if asked.weeks:
                apart = disagreement_on_weeks(node, advisor, told, next(wished))
            else:
                apart = disagreement(node, advisor, told)
            if apart:
                sys.exit(f"Person {at} differs: {apart}, for {json.dumps(told)}")
        for name, spent in _times(node.module).items():
            print(f"{name}: {spent:.1f} ms")
    print(f"{asked.count} people agree.")


def _times(module: Path) -> dict[str, float]:
    """How long a page takes in a fresh Node, and after a change of one answer."""
    told = yaml.safe_load(EXAMPLE.read_text(encoding="utf-8"))
    script = Path(__file__).with_name("javascript_times.mjs")
    call = ["node", str(script), module.as_uri(), json.dumps(told)]
    times: dict[str, float] = json.loads(subprocess.check_output(call, encoding="utf-8"))
    return times


if __name__ == "__main__":
    main()
