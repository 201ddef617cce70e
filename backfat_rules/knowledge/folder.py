"""The files of a knowledge folder, and the version that they give."""

from __future__ import annotations

import hashlib
import json
import os
import stat
from collections.abc import Iterable
from dataclasses import asdict
from pathlib import Path
from typing import cast

from backfat_rules.errors import BackfatRulesError, KnowledgeError, KnowledgeProblem, Location
from backfat_rules.locate import is_in_zip
from backfat_rules.plain import cut, plain, shown_value
from backfat_rules.profile import Fact

ENDINGS = (".yaml", ".yml")

LARGEST = 5_000_000
"""The most bytes of one file; the largest shipped file has a thirtieth of it."""

MOST_FILES = 2_000
"""The most files of one folder; a wrong path should not end in reading a whole disk."""


def folder_at(place: object) -> Path:
    """The folder at a path; one within a zip as it is.

    Raises:
        KnowledgeError: there is none.
        BackfatRulesError: it is no path.
    """
    if not isinstance(place, str | os.PathLike) and not hasattr(place, "iterdir"):
        said = f"A folder of knowledge is given by its path, not {shown_value(place)}."
        raise BackfatRulesError(f"{said} Give load_knowledge(...) the path of a folder.")
    folder = Path(place) if isinstance(place, str | os.PathLike) else cast(Path, place)
    try:
        found = folder.is_dir()
    except OSError:  # a name that is longer than any
        found = False
    if not found:
        name = plain(cut(str(place)))
        message = f"there is no folder {name!r}."
        raise KnowledgeError(
            [KnowledgeProblem(Location(name), "no-files", message, "Look the path up again.")]
        )
    return folder


def yaml_files(folder: Path) -> list[Path]:
    """The YAML files of a folder at any depth, in the order of their paths in it."""
    return [file for _, file in sorted(_files_by_path(folder).items())]


def _files_by_path(folder: Path, path: str = "") -> dict[str, Path]:
    """The YAML files of a folder at any depth, by their paths in it; also within a zip."""
    found: dict[str, Path] = {}
    for each in folder.iterdir() if folder.is_dir() else ():
        name = f"{path}{each.name}"
        if each.is_dir():  # it may be called like a file
            is_link = not is_in_zip(each) and each.is_symlink()
            found |= {} if is_link else _files_by_path(each, f"{name}/")
        elif each.name.lower().endswith(ENDINGS):
            found[name] = each
        if len(found) > MOST_FILES:
            break
    return found


def texts_of(folder: Path) -> tuple[dict[str, str], list[KnowledgeProblem]]:
    """The text of each file by its path in the folder, in the order of the paths."""
    texts: dict[str, str] = {}
    files = _files_by_path(folder)
    if len(files) > MOST_FILES:
        message = f"there are more than {MOST_FILES:,} YAML files in this folder."
        remedy = "Is it the right folder?"
        return {}, [KnowledgeProblem(Location(str(folder)), "too-many-files", message, remedy)]
    problems: list[KnowledgeProblem] = []
    for name, file in sorted(files.items()):
        text = _text_of(file, Location(f"{folder.name}/{name}"))
        if isinstance(text, KnowledgeProblem):
            problems.append(text)
        else:
            texts[name] = text
    if not texts and not problems:
        where, message = Location(str(folder)), "there is no YAML file in this folder."
        problems.append(KnowledgeProblem(where, "no-files", message))
    return texts, problems


def _text_of(file: Path, where: Location) -> str | KnowledgeProblem:
    """What stands in a file, or why that cannot be told."""
    try:
        content = bytes_of(file)
        if content is None:
            message = "this is no file to read: a pipe, a device or the like."
            return KnowledgeProblem(where, "unreadable-file", message, "Remove it.")
        if len(content) > LARGEST:
            message = f"this file has more than {LARGEST:,} bytes."
            return KnowledgeProblem(where, "large-file", message, "Share it out over several.")
        return content.decode("utf-8").replace("\r\n", "\n").replace("\r", "\n")
    except UnicodeDecodeError:
        remedy, message = "Save it again as UTF-8.", "this file is not UTF-8 text."
        return KnowledgeProblem(where, "not-utf-8", message, remedy)
    except OSError as error:
        message = f"this file cannot be read: {error.strerror}."
        return KnowledgeProblem(where, "unreadable-file", message)


def bytes_of(file: Path) -> bytes | None:
    """The bytes of a file, and one more than is allowed where it is too large; None for a pipe.

    A pipe is opened without waiting for somebody to write into it, and asked what it is before
    it is read: an endless device would never come to an end.

    Raises:
        OSError: it cannot be read.
    """
    if is_in_zip(file):
        return file.read_bytes()
    descriptor = os.open(file, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0))
    with os.fdopen(descriptor, "rb") as opened:
        if not stat.S_ISREG(os.fstat(descriptor).st_mode):
            return None
        return opened.read(LARGEST + 1)


def digest_of(layers: list[dict[str, str]], own_facts: Iterable[Fact] = ()) -> str:
    """A version for some texts, and for facts that an app added: equal ones give an equal one."""
    digest = hashlib.sha256()
    for texts in layers:
        for name, text in texts.items():
            digest.update(f"{name}\0{text}\0".encode())
    for fact in own_facts:
        digest.update(json.dumps(asdict(fact), default=sorted, sort_keys=True).encode())
    return digest.hexdigest()[:12]
