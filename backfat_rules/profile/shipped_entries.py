"""Entries of the shipped knowledge as they are written, for whoever has no knowledge base."""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from backfat_rules.locate import WORDS_FOLDER, shipped_folder

Plain = dict[str, Any]


@functools.cache
def shipped_entries(section: str) -> tuple[Plain, ...]:
    """The entries of a section in all shipped files but those of words, such as ``exercises``.

    >>> [entry["title"] for entry in shipped_entries("exercises") if entry["id"] == "band_row"]
    ['Band row']
    """
    begins = re.compile(rf"^{re.escape(section)}:", re.MULTILINE)
    texts = [file.read_text(encoding="utf-8") for file in _files(shipped_folder())]
    return tuple(entry for text in texts if begins.search(text) for entry in _in(text, section))


def shipped_words_in(file: str, section: str) -> list[Plain]:
    """The entries of a section of one file of words."""
    path = shipped_folder() / WORDS_FOLDER / file
    return _in(path.read_text(encoding="utf-8"), section)


def _in(text: str, section: str) -> list[Plain]:
    import yaml  # which importing the library does not load

    entries: list[Plain]
    entries = yaml.load(text, getattr(yaml, "CBaseLoader", yaml.BaseLoader))[section]
    return entries


def _files(folder: Path) -> Iterator[Path]:
    """In the order of their names; a folder within a zip cannot search."""
    for each in sorted(folder.iterdir(), key=lambda each: each.name):
        if each.is_dir() and each.name != WORDS_FOLDER:
            yield from _files(each)
        elif each.name.endswith(".yaml"):
            yield each
