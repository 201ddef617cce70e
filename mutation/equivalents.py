"""Mutants that are no mistakes: nobody who uses the library could tell."""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

import yaml

from mutation.mutants import Mutant

KNOWN = Path(__file__).parent / "equivalents.yaml"


class Equivalent(NamedTuple):
    """A line whose mutation changes nothing, in a file or in all (``*.py``), and why.

    ``mutated`` is empty where the line is gone.
    """

    path: str
    line: str
    mutated: str
    why: str


def known() -> list[Equivalent]:
    """Those that somebody has looked at."""
    entries = yaml.safe_load(KNOWN.read_text(encoding="utf-8")) or []
    return [Equivalent(**entry) for entry in entries]


def is_known(mutant: Mutant, difference: str) -> bool:
    """Whether a survivor is one of them."""
    lines = {"", *(line[1:].strip() for line in difference.splitlines())}
    return any(
        mutant.path.match(each.path) and {each.line, each.mutated} <= lines for each in known()
    )
