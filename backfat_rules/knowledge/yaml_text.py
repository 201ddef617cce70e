"""YAML text to plain data that remembers where each part of it stands.

Stricter than YAML: tabs, duplicate keys, and the words that YAML 1.1 silently turns into yes and
no are refused, each with its place.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from contextlib import suppress
from dataclasses import dataclass, field
from typing import Any

import yaml

from backfat_rules.errors import KnowledgeProblem, Location
from backfat_rules.knowledge.unreadable import syntax_problem

Loader: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)

DEEPEST = 30  # levels of lists and fields; the deepest entries have six

_HARMLESS = 1_000  # levels that any stack has room for

_OCTAL = re.compile(r"[-+]?0[0-9_]+")  # 010, which YAML 1.1 reads as 8
_TRUE_FALSE = {"true": True, "false": False}
_BOOLEAN_TRAPS = frozenset({"yes", "no", "on", "off", "y", "n"})


@dataclass(frozen=True, slots=True)
class Place:
    """Where an entry of a knowledge file stands, and where each of its fields does.

    Attributes:
        kept: for each field that an overlay left as it was, where the entry below it stands.
    """

    at: Location
    fields: dict[str, Location] = field(default_factory=dict, compare=False, repr=False)
    keys: dict[str, Location] = field(default_factory=dict, compare=False, repr=False)
    kept: dict[str, Location] = field(default_factory=dict, compare=False, repr=False)

    def of(self, name: str) -> Location:
        """The place of a field's value; of the whole entry if it has no such field."""
        return self.fields.get(name, self.at)

    def of_key(self, name: str) -> Location:
        """The place of a field's name."""
        return self.keys.get(name, self.at)


NOWHERE = Place(Location("<memory>"))
"""The place of what stands in no file."""


class Mapping(dict[str, Any]):
    """A YAML mapping with the place it stands in."""

    __slots__ = ("place",)

    def __init__(self, place: Place) -> None:
        super().__init__()
        self.place = place


class Items(list[Any]):
    """A YAML list with the place of each item."""

    __slots__ = ("places",)

    def __init__(self) -> None:
        super().__init__()
        self.places: list[Location] = []

    def add(self, items: Iterable[tuple[Any, Location]]) -> None:
        """Add items, each with its place."""
        for item, place in items:
            self.append(item)
            self.places.append(place)


def read_yaml(text: str, path: str) -> tuple[Any, list[KnowledgeProblem]]:
    """The data of one file and every mistake of its YAML; None as data if it cannot be read."""
    try:
        if is_deep(text):
            raise RecursionError
        root = yaml.compose(text, Loader=Loader)
        builder = _Builder(path, text)
        data = builder.build(root) if root is not None else None
    except RecursionError:
        remedy = "No entry needs more than a few levels of lists and fields."
        message = "not readable: it is nested too deeply."
        return None, [KnowledgeProblem(Location(path), "yaml-syntax", message, remedy)]
    except yaml.YAMLError as error:
        return None, [syntax_problem(error, text, path)]
    if root is None:
        return None, [KnowledgeProblem(Location(path), "empty-file", "this file holds nothing.")]
    return data, builder.problems


def is_deep(text: str) -> bool:
    """Whether lists and fields are nested so deeply that composing them could crash Python.

    libyaml's composer calls itself for each level, past the end of the stack. Its events come
    without that, and are looked at only where a long line or many brackets could go deep.

    Raises:
        yaml.YAMLError: it is not YAML.
    """
    longest = max(map(len, text.splitlines()), default=0)
    if max(longest, text.count("[") + text.count("{")) <= _HARMLESS:
        return False
    depth = 0
    for event in yaml.parse(text, Loader=Loader):
        depth += isinstance(event, yaml.CollectionStartEvent)
        depth -= isinstance(event, yaml.CollectionEndEvent)
        if depth > DEEPEST:
            return True
    return False


class _Builder:
    """Builds data from YAML's node tree; a mistake is noted and building goes on."""

    def __init__(self, path: str, text: str) -> None:
        self.path = path
        self.lines = text.splitlines()
        self.problems: list[KnowledgeProblem] = []
        self.built: set[int] = set()
        self.depth = 0

    def location(self, node: yaml.Node) -> Location:
        """Where the node's own text starts: after an opening quote, below a block's sign."""
        mark, style = node.start_mark, getattr(node, "style", None)
        if isinstance(node, yaml.ScalarNode) and style in ("|", ">"):
            line = self.lines[mark.line + 1] if mark.line + 1 < len(self.lines) else ""
            indent = len(line) - len(line.lstrip())
            return Location(self.path, mark.line + 2, indent + 1)
        quoted = isinstance(node, yaml.ScalarNode) and style in ("'", '"')
        return Location(self.path, mark.line + 1, mark.column + (2 if quoted else 1))

    def note(self, node: yaml.Node, code: str, message: str, remedy: str = "") -> None:
        self.problems.append(KnowledgeProblem(self.location(node), code, message, remedy))

    def build(self, node: yaml.Node) -> Any:
        if id(node) in self.built:  # the same node again is a reference to it: *name
            remedy = "Write it out in both places."
            self.note(node, "yaml-alias", "this is pointed to from another place.", remedy)
            return None
        self.built.add(id(node))
        if isinstance(node, yaml.ScalarNode):
            return self.scalar(node)
        self.depth += 1
        if self.depth > DEEPEST:
            raise RecursionError
        result = self.mapping(node) if isinstance(node, yaml.MappingNode) else self.items(node)
        self.depth -= 1
        return result

    def items(self, node: yaml.Node) -> Items:
        items = Items()
        for each in node.value:
            items.add([(self.build(each), self.location(each))])
        return items

    def mapping(self, node: yaml.MappingNode) -> Mapping | None:
        place = Place(self.location(node))
        result = Mapping(place)
        for key_node, value_node in node.value:
            if not isinstance(key_node, yaml.ScalarNode):
                remedy = "Quote a text that starts with { or [."
                self.note(key_node, "yaml-key", "a name is needed before the colon.", remedy)
                return None
            key = str(key_node.value)
            if key in result:
                self.note(key_node, "duplicate-key", f"{key} stands here twice.", "Keep one.")
                continue
            result[key] = self.build(value_node)
            place.fields[key] = self.location(value_node)
            place.keys[key] = self.location(key_node)
        return result

    def scalar(self, node: yaml.Node) -> Any:
        text: str = node.value
        return text if node.tag == "tag:yaml.org,2002:str" else self.plain(node, text)

    def plain(self, node: yaml.Node, text: str) -> Any:
        kind = node.tag.rpartition(":")[2]
        if kind == "bool":
            if text.lower() in _BOOLEAN_TRAPS:
                remedy = f'Write true or false, or "{text}" in quotes if a word is meant.'
                self.note(node, "yaml-boolean", f"a bare {text} is read as true or false.", remedy)
            return _TRUE_FALSE.get(text.lower(), text)
        if kind == "int":
            return self.number(node, text, int)
        if kind == "float":
            return self.number(node, text, float)
        if kind == "null":
            self.note(node, "empty-value", "a value is missing here.", "Write it, or drop the key.")
            return None
        if kind == "timestamp":
            return text
        self.note(
            node, "yaml-tag", f"{node.tag} has no meaning here.", "Write plain text, or quote it."
        )
        return text

    def number(self, node: yaml.Node, text: str, kind: type[int] | type[float]) -> Any:
        if not _OCTAL.fullmatch(text):
            with suppress(ValueError):
                return kind(text)
        remedy = "Write it in plain decimal digits, or quote it if it is a word."
        self.note(node, "yaml-number", f"a bare {text} is not a plain number.", remedy)
        return text
