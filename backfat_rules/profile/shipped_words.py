"""What the library calls its own facts and how it asks for them, out of the shipped knowledge.

A plan is told in the words of its knowledge base; these are for whoever has a profile and no
knowledge base, such as a form that is made from the JSON Schema.
"""

from __future__ import annotations

import functools
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from backfat_rules.frozen import FrozenDict
from backfat_rules.locate import WORDS_FOLDER, shipped_folder
from backfat_rules.units import UnitSystem


@dataclass(frozen=True, slots=True)
class FactWords:
    """The words of one fact; empty where there are none."""

    label: str = ""
    question: str = ""
    asked_in: Mapping[UnitSystem, str] = field(default_factory=FrozenDict)


@functools.cache
def shipped_words() -> Mapping[str, FactWords]:
    """The words of every fact of the library by its name; read once, when first needed."""
    import yaml  # which importing the library does not load

    loader = getattr(yaml, "CBaseLoader", yaml.BaseLoader)
    file = shipped_folder() / WORDS_FOLDER / "facts.yaml"
    names = yaml.load(file.read_text(encoding="utf-8"), loader)["names"]
    return FrozenDict({entry["id"]: _words(entry) for entry in names})


def _words(entry: Mapping[str, Any]) -> FactWords:
    asked_in = FrozenDict(entry.get("asked_in", {}))
    return FactWords(entry.get("label", ""), entry.get("question", ""), asked_in)
