"""The beginning of an entry, by kind: every place that its author must fill says TODO."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal

from backfat_rules.cli.calls import CallError
from backfat_rules.errors import Location
from backfat_rules.knowledge.file_sections import SECTIONS, WORDS
from backfat_rules.knowledge.folder import yaml_files
from backfat_rules.knowledge.yaml_text import Items, read_yaml
from backfat_rules.knowledge.yaml_text import Mapping as YamlMapping

Kind = Literal["finding", "mechanism", "recommendation", "message", "screening"]
FactKind = Literal["yes_no", "number", "choice", "several"]

_SLUG = re.compile(r"[a-z][a-z0-9]*(-[a-z0-9]+)*")
_RULES = """\
rules:
  - id: {slug}
    when: TODO
    reason: "TODO: one sentence that tells the person why"
"""
_GROUNDS = """\
claims: []
references: [TODO]
cases:
  fires: [{TODO: TODO}]
  silent: [{TODO: TODO}]
  unknown: [{}]
"""
_HEADS = {
    "finding": 'id: {name}\ntitle: "TODO: a noun phrase, such as short sleep"\n' + _RULES,
    "mechanism": 'id: {name}\ntitle: "TODO: a noun phrase, such as more appetite"\nverdict: TODO\n'
    + _RULES,
    "recommendation": """\
id: {slug}
title: "TODO: what to do, in a few words"
when: TODO
impact: TODO
verdict: TODO
action: "TODO: what to do, in one or two sentences"
steps:
  - "TODO: the first step"
expect: "TODO: what changes, and when"
""",
    "message": """\
id: {slug}
kind: TODO
when: TODO
question: "TODO: what people ask or believe; drop the line if nobody asks"
text: "TODO: the answer, plain and short"
verdict: TODO
""",
    "screening": """\
id: {slug}
title: "TODO: a noun phrase, such as a limit on fluids"
when: TODO
gate: TODO
message: "TODO: what the person is told"
reason: "TODO: why it matters"
blocks: {{items: [], tags: [], topics: []}}
""",
}
_SECTIONS = {
    "finding": "findings",
    "mechanism": "mechanisms",
    "recommendation": "recommendations",
    "message": "messages",
    "screening": "screening",
}


_FACT = """\
id: {name}
type: {kind}
label: "TODO: a noun phrase, or what completes 'you ...' for yes"
question: "TODO: how a person is asked for it"
"""
_OF_NUMBERS = "unit: TODO\nrange: [TODO, TODO]\n"
_OF_WORDS = 'words:\n  TODO: "TODO: what it is called"\n'


@dataclass(frozen=True)
class Scaffold:
    """An entry to be finished: its section, its ids, and its lines without indentation."""

    section: str
    ids: tuple[str, ...]
    lines: tuple[str, ...]


def scaffold(id: str, kind: Kind) -> Scaffold:
    """An entry of a kind; findings and mechanisms are named in snake_case, as conditions need.

    Raises:
        CallError: the id is not made of small letters, digits and hyphens.
    """
    slug = slug_of(id, "an id")
    name = slug.replace("-", "_")
    ids = (name, slug) if kind in ("finding", "mechanism") else (slug,)
    text = _HEADS[kind].format(slug=slug, name=name) + _GROUNDS
    return Scaffold(_SECTIONS[kind], tuple(dict.fromkeys(ids)), tuple(text.splitlines()))


def fact_scaffold(id: str, kind: FactKind) -> Scaffold:
    """A fact of one's own, named in snake_case, as conditions need.

    Raises:
        CallError: the id is not made of small letters, digits and hyphens.
    """
    name = slug_of(id, "an id").replace("-", "_")
    text = _FACT.format(name=name, kind=kind)
    text += {"yes_no": "", "number": _OF_NUMBERS}.get(kind, _OF_WORDS)
    return Scaffold("facts", (name,), tuple(text.splitlines()))


def slug_of(word: str, what: str) -> str:
    """A word in kebab-case.

    Raises:
        CallError: it is not made of small letters, digits and hyphens.
    """
    slug = word.replace("_", "-")
    if not _SLUG.fullmatch(slug):
        remedy = "Use small letters, digits and hyphens, as in sleep-longer."
        raise CallError(f"{word!r} cannot be {what}. {remedy}")
    return slug


def places_of(ids: Iterable[str], folder: Path) -> dict[str, Location]:
    """Where some ids stand in a folder, whether or not the folder can be loaded."""
    found: dict[str, Location] = {}
    for file in yaml_files(folder):
        text = _text(file)
        named = {id for id in ids if id in text}
        for entry in _entries(read_yaml(text, str(file))[0]) if named else ():
            if entry.get("id") in named:
                found.setdefault(entry["id"], entry.place.of("id"))
    return found


def _entries(data: Any) -> Iterator[YamlMapping]:
    """The entries of a file, and the rules inside findings."""
    for section in data if isinstance(data, YamlMapping) else ():
        for entry in data[section] if isinstance(data[section], Items) else ():
            if section in SECTIONS and section not in WORDS and isinstance(entry, YamlMapping):
                yield entry
                rules = entry.get("rules")
                yield from (r for r in rules or () if isinstance(r, YamlMapping))


def _text(file: Path) -> str:
    try:
        return file.read_bytes().decode("utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise CallError(f"{file} cannot be read: {error}") from None
