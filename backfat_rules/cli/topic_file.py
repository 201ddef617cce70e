"""The file of a topic, and adding an entry to it without touching a byte of the rest.

ruamel.yaml writes the entry and says where its section ends. It does not write the whole file
again: it would join lines that an author has broken by hand.
"""

from __future__ import annotations

import sys
from collections.abc import Sequence
from dataclasses import dataclass
from io import StringIO
from pathlib import Path

import yaml
from ruamel.yaml import YAML
from ruamel.yaml.comments import CommentedMap, CommentedSeq
from ruamel.yaml.error import YAMLError
from ruamel.yaml.util import load_yaml_guess_indent

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
        entry = _ruamel().load("\n".join(lines))
        if self.text is None:
            head = [f"topic: {self.topic}", *([f"area: {area}"] if area else [])]
            title = spaced(self.topic).capitalize()
            old = "\n".join([*head, f"title: {title}", ""])
        else:
            old = self.text
            if area and self.area is None:
                entry.insert(1, "area", area)
        try:
            text, line = _added(old, section, entry)
        except YAMLError:
            text, line = "", 0
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
        if topic not in text and file.stem != name:
            continue
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


def _added(old: str, section: str, entry: CommentedMap) -> tuple[str, int]:
    """The entry as ruamel writes it, below the last one of its section or in a new section."""
    newline = "\r\n" if "\r\n" in old else "\n"
    rows = old.splitlines(keepends=True)
    if rows and not rows[-1].endswith(("\n", "\r")):
        rows[-1] += newline
    data = _ruamel().load(old)
    entries = data.get(section) if isinstance(data, CommentedMap) else None
    written = _written(section, entry, old)
    if isinstance(entries, CommentedSeq) and entries:
        at, before = _end(data, section, rows), [""]
        written = written[1:]
    else:
        at, before = len(rows), ["", written[0]]
        written = written[1:]
    after = [""] if at < len(rows) and rows[at].strip() else []
    rows[at:at] = [line + newline for line in [*before, *written, *after]]
    return "".join(rows), at + len(before) + 1


def _ruamel() -> YAML:
    yaml = YAML()
    yaml.preserve_quotes = True
    yaml.brace_single_entry_mapping_in_flow_sequence = True  # [{sleep_hours: 5}]
    yaml.width = sys.maxsize  # a line of an author's stays one line
    return yaml


def _written(section: str, entry: CommentedMap, like: str) -> list[str]:
    """A section with the entry in it, indented as the lists of a text are."""
    _, indent, offset = load_yaml_guess_indent(like)
    yaml, stream = _ruamel(), StringIO()
    yaml.indent(sequence=indent or 4, offset=2 if offset is None else offset)
    yaml.dump({section: [entry]}, stream)
    return stream.getvalue().splitlines()


def _end(data: CommentedMap, section: str, rows: list[str]) -> int:
    """The line after the last entry; comments further out than it belong to what follows."""
    start, _ = data[section].lc.item(len(data[section]) - 1)
    column = len(rows[start]) - len(rows[start].lstrip())
    below = [line for line, *_ in data.lc.data.values() if line > start]
    at = min(below, default=len(rows))
    while at > start + 1:
        row = rows[at - 1]
        outside = row.startswith("#") or len(row) - len(row.lstrip()) < column
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
