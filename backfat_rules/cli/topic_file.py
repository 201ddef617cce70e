"""The file of a topic, and adding an entry to it without touching a byte of the rest."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import yaml

from backfat_rules.cli.calls import CallError
from backfat_rules.knowledge.folder import yaml_files
from backfat_rules.knowledge.yaml_text import Loader, read_yaml
from backfat_rules.profile import spaced

_FOLDERS = {"screening": "screening", "messages": "messages"}


@dataclass(frozen=True)
class TopicFile:
    """A file of one topic: its text as it stands, None if there is none yet."""

    path: Path
    folder: Path
    topic: str
    area: str | None
    text: str | None

    def with_entry(
        self, section: str, lines: Sequence[str], area: str | None = None
    ) -> tuple[str, int]:
        """The text with an entry at the end of a section, and the line where the entry starts.

        Raises:
            CallError: the section is written in a way that cannot be added to.
        """
        if self.text is None:
            head = [f"topic: {self.topic}", *([f"area: {area}"] if area else [])]
            title = spaced(self.topic).capitalize()
            old = "\n".join([*head, f"title: {title}", ""])
        else:
            old = self.text
            if area and self.area is None:
                lines = [*lines[:1], f"area: {area}", *lines[1:]]
        text, line = _added(old, section, lines)
        if not _only_added(old, text, section):
            raise CallError(
                f"{self.path} is written in a way that cannot be added to. "
                f"Give {section} a line for each entry, starting with '-'."
            )
        return text, line


def topic_file(folder: Path, topic: str, section: str) -> TopicFile:
    """The file with this topic, or this name and any topic; best one that has the section."""
    found: list[tuple[bool, bool, TopicFile]] = []
    name = topic.replace("_", "-")
    for file in yaml_files(folder):
        text = file.read_bytes().decode("utf-8")
        data, _ = read_yaml(text, str(file))
        head = data.get("topic") if isinstance(data, dict) else None
        if head == topic or (head and file.stem == name):
            one = TopicFile(file, folder, topic, data.get("area"), text)
            found.append((head != topic, section not in data, one))
    if found:
        return min(found, key=lambda each: each[:2])[2]
    place = folder / _FOLDERS.get(section, "") / f"{name}.yaml"
    if place.exists():
        raise CallError(f"{place} exists, and its topic is not {topic}.")
    return TopicFile(place, folder, topic, None, None)


def _added(old: str, section: str, lines: Sequence[str]) -> tuple[str, int]:
    newline = "\r\n" if "\r\n" in old else "\n"
    rows = old.splitlines(keepends=True)
    if rows and not rows[-1].endswith(("\n", "\r")):
        rows[-1] += newline
    node = _section(old, section)
    if node is None or not node.value:
        at, indent = len(rows), "  "
        before = ["", f"{section}:"]
    else:
        indent = _indent(node, rows)
        at, before = _end(node, rows, len(indent)), [""]
    entry = [f"{indent}{'- ' if first else '  '}{line}" for first, line in _numbered(lines)]
    after = [""] if at < len(rows) and rows[at].strip() else []
    rows[at:at] = [line + newline for line in [*before, *entry, *after]]
    return "".join(rows), at + len(before) + 1


def _numbered(lines: Sequence[str]) -> list[tuple[bool, str]]:
    return [(at == 0, line) for at, line in enumerate(lines)]


def _section(text: str, section: str) -> yaml.SequenceNode | None:
    root = yaml.compose(text, Loader=Loader)
    for key, value in root.value if isinstance(root, yaml.MappingNode) else ():
        if key.value == section and isinstance(value, yaml.SequenceNode):
            return value
    return None


def _indent(node: yaml.SequenceNode, rows: list[str]) -> str:
    """What stands before the sign of the first entry."""
    row: str = rows[node.value[0].start_mark.line]
    return row[: len(row) - len(row.lstrip(" "))]


def _end(node: yaml.SequenceNode, rows: list[str], indent: int) -> int:
    """The line after the last entry; comments further out than it belong to what follows."""
    at = min(node.end_mark.line + (node.end_mark.column > 0), len(rows))
    while at > node.start_mark.line + 1:
        row = rows[at - 1]
        outside = row.startswith("#") or len(row) - len(row.lstrip()) < indent
        if row.strip() and not (row.lstrip().startswith("#") and outside):
            break
        at -= 1
    return at


def _only_added(old: str, new: str, section: str) -> bool:
    """Whether the new text holds what the old one did, and one entry more at the section's end."""
    try:
        before, after = (yaml.load(text, Loader=Loader) for text in (old, new))
    except yaml.YAMLError:
        return False
    if not isinstance(before, dict) or not isinstance(after, dict):
        return False
    entries = after.pop(section, None)
    kept = before.pop(section, None) or []
    return before == after and isinstance(entries, list) and entries[:-1] == kept
