"""What the files of one folder say, as plain data by section and id; nothing is validated yet."""

from __future__ import annotations

from collections.abc import Iterator
from collections.abc import Mapping as AnyMapping
from dataclasses import dataclass, field
from functools import cache
from typing import Any

from backfat_rules.errors import KnowledgeProblem, Location, did_you_mean
from backfat_rules.knowledge.file_sections import ALONE, HEADER, INHERITED, POLICY, SECTIONS, WORDS
from backfat_rules.knowledge.yaml_text import NOWHERE, Items, Mapping, read_yaml

POLICY_KEY = (POLICY[0], POLICY[0])
"""What the policy is kept by among what was validated before."""


@dataclass
class Layer:
    """The entries of one folder.

    Attributes:
        entries: by section and key.
        without_key: with their sections; what is wrong with them is found when they are validated.
        heads: for each entry, by section and key, the head of its file.
        made: entries that were validated before, by section and key; the policy too.
        problems: every mistake that was found.
    """

    problems: list[KnowledgeProblem] = field(default_factory=list)
    entries: dict[str, dict[str, Mapping]] = field(default_factory=dict)
    without_key: list[tuple[str, Mapping]] = field(default_factory=list)
    heads: dict[tuple[str, str], Mapping] = field(default_factory=dict)
    made: AnyMapping[tuple[str, str], Any] = field(default_factory=dict)
    policy: Mapping | None = None
    policy_refused: bool = False

    def note(self, where: Location, code: str, message: str, remedy: str = "") -> None:
        """Remember one mistake."""
        self.problems.append(KnowledgeProblem(where, code, message, remedy))

    def note_taken(self, data: Mapping, taken: Mapping) -> None:
        """Remember that an entry has the id of another."""
        message = f"{data['id']} is defined here and at {taken.place.at}."
        self.note(data.place.of("id"), "duplicate-id", message, "Ids are unique; rename one.")

    def entry(self, section: str, key: str) -> Mapping | None:
        """The entry with this key, if the folder has it."""
        return self.entries.get(section, {}).get(key)

    def add(self, section: str, fields: AnyMapping[str, Any]) -> None:
        """Keep an entry that stands in no file."""
        data = Mapping(NOWHERE)
        data.update(fields)
        _keep(section, data, Mapping(NOWHERE), self)


def read_folder(texts: dict[str, str], folder: str) -> Layer:
    """Read the files of one folder.

    Args:
        texts: by their paths in the folder.
        folder: what the places of its entries begin with.
    """
    layer = Layer()
    for name, text in texts.items():
        _read_file(text, f"{folder}/{name}", layer)
    return layer


def key_in(section: str, data: Mapping, head: Mapping) -> str | None:
    """What an entry is kept by in its section; None where it has no id."""
    id = data.get("id")
    if not isinstance(id, str):
        return None
    if section not in WORDS[1:]:
        return id
    language = data.get("language", head.get("language"))
    return f"{language}/{id}" if isinstance(language, str) else None


@cache
def rivals(section: str) -> tuple[str, ...]:
    """The sections an id must be unique in: a tag or an axis is a word, and may repeat an id."""
    own = (*ALONE, *WORDS)
    return (section,) if section in own else tuple(name for name in SECTIONS if name not in own)


def _read_file(text: str, path: str, layer: Layer) -> None:
    data, problems = read_yaml(text, path)
    layer.problems += problems
    if data is None:
        return
    if not isinstance(data, Mapping):
        message = "a file starts with the names of its sections."
        layer.note(Location(path), "not-a-mapping", message)
        return
    for section, content in data.items():
        where = data.place.of(section)
        if section in SECTIONS:
            for entry in _entries(section, content, where, layer):
                _keep(section, entry, data, layer)
        elif section == POLICY[0]:
            _read_policy(content, where, layer)
        elif section not in HEADER:
            remedy = did_you_mean(section, [*SECTIONS, *HEADER, POLICY[0]])
            message = f"there is no section {section}."
            layer.note(data.place.of_key(section), "unknown-section", message, remedy)


def _entries(section: str, content: Any, where: Location, layer: Layer) -> Iterator[Mapping]:
    if not isinstance(content, Items):
        message = f"{section} is a list of entries, each starting with '-'."
        layer.note(where, "not-a-list", message)
        return
    for data, at in zip(content, content.places, strict=True):
        if isinstance(data, Mapping):
            yield data
        else:
            layer.note(at, "not-a-mapping", f"an entry of {section} has named fields.")


def _keep(section: str, data: Mapping, head: Mapping, layer: Layer) -> None:
    key = key_in(section, data, head)
    if key is None:
        layer.without_key.append((section, inheriting(section, data, head)))
        return
    for other in rivals(section):
        if (taken := layer.entry(other, key)) is not None:
            layer.note_taken(data, taken)
    layer.entries.setdefault(section, {}).setdefault(key, data)
    layer.heads.setdefault((section, key), head)


def inheriting(section: str, data: Mapping, head: Mapping) -> Mapping:
    """The entry with the fields that it takes from the head of its file."""
    names = [name for name in INHERITED.get(section, ()) if name in head and name not in data]
    if not names:
        return data
    result = Mapping(data.place)
    result.update(data, **{name: head[name] for name in names})
    return result


def _read_policy(content: Any, where: Location, layer: Layer) -> None:
    if layer.policy is not None:
        layer.note(where, "second-policy", "there is a policy already.", "Keep one.")
    elif isinstance(content, Mapping):
        layer.policy = content
    else:
        layer.policy_refused = True
        layer.note(where, "not-a-mapping", "the policy has named fields.")
