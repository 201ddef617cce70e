"""``backfat-rules check``: what a folder of rules makes of the library's own, and what is wrong."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from dataclasses import asdict
from pathlib import Path
from typing import Annotated

import typer

from backfat_rules.cli.calls import AsJson, load
from backfat_rules.cli.output import write
from backfat_rules.errors import KnowledgeError, KnowledgeProblem
from backfat_rules.knowledge import load_knowledge
from backfat_rules.verify import Review, review

EXAMPLES = """\b
Examples:
  backfat-rules check our-rules/
  backfat-rules check our-rules/ && git commit our-rules/
  backfat-rules check our-rules/ --json
"""


def check(
    folder: Annotated[
        Path,
        typer.Argument(
            metavar="FOLDER", exists=True, file_okay=False, help="A folder of rules of your own."
        ),
    ],
    as_json: AsJson = False,
) -> None:
    """Lay a folder over the library's own rules, and tell what it adds, replaces and loses.

    All cases and all whole people are run, the folder's and the library's. Ends with 3 if there
    is a mistake: a rule that cannot be loaded, or a case of the folder that comes to something
    else than it says. Ends with 1 if something is lost that the folder does not declare: a tag, a
    block, a stricter gate, a case of the library ...
    """
    if as_json:
        raise typer.Exit(_told_as_data(folder))
    found = review(load([folder]), load_knowledge())
    write("\n".join(_report(found, folder)))
    if found.wrong:
        raise KnowledgeError(found.wrong)
    if found.lost:
        raise typer.Exit(1)


def _told_as_data(folder: Path) -> int:
    """Print the same as JSON, also of a folder that cannot be loaded; gives the exit code."""
    try:
        found = review(load([folder]), load_knowledge())
    except KnowledgeError as broken:
        write(json.dumps({"wrong": [*map(asdict, broken.problems)]}, indent=2))
        return 3
    data = {"added": dict(found.added), "replaced": {k: [*v] for k, v in found.replaced.items()}}
    kinds = ("doubtful", "given_up", "lost", "wrong")
    problems = {kind: [*map(asdict, sorted(getattr(found, kind)))] for kind in kinds}
    write(json.dumps(data | problems, indent=2, ensure_ascii=False))
    return 3 if found.wrong else 1 if found.lost else 0


def _report(found: Review, folder: Path) -> Iterator[str]:
    if found.added:
        yield "Added:"
        yield from (f"  {id} ({kind})" for id, kind in sorted(found.added.items()))
    if found.replaced:
        yield "Replaced:"
        for id, fields in sorted(found.replaced.items()):
            yield f"  {id}: {', '.join(fields)}"
    yield from _listed("Look again:", found.doubtful)
    yield from _listed("Given up on purpose:", found.given_up, with_remedy=False)
    yield from _listed("Lost:", found.lost)
    if not found.wrong and not found.lost:
        yield f"{folder}: no mistakes, nothing lost, and every case comes to what it says."


def _listed(
    title: str, problems: Sequence[KnowledgeProblem], *, with_remedy: bool = True
) -> Iterator[str]:
    if problems:
        yield title
    for each in sorted(problems):
        lines = str(each).splitlines()
        yield from (f"  {line}" for line in lines[: None if with_remedy else 1])
