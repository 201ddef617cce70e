"""The files of a knowledge folder, and the version that they give."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable
from dataclasses import asdict
from pathlib import Path

from backfat_rules.errors import KnowledgeProblem, Location
from backfat_rules.profile import Fact

ENDINGS = (".yaml", ".yml")


def yaml_files(folder: Path) -> list[Path]:
    """The YAML files of a folder at any depth, in the order of their paths in it."""
    found = [
        file
        for file in folder.rglob("*")
        if file.suffix.lower() in ENDINGS and not file.is_dir()  # a folder may be called so
    ]
    return sorted(found, key=lambda file: file.relative_to(folder).as_posix())


def texts_of(folder: Path) -> tuple[dict[str, str], list[KnowledgeProblem]]:
    """The text of each file by its path in the folder, in the order of the paths."""
    texts: dict[str, str] = {}
    problems: list[KnowledgeProblem] = []
    for file in yaml_files(folder):
        name = file.relative_to(folder).as_posix()
        where = Location(f"{folder.name}/{name}")
        try:
            texts[name] = file.read_text(encoding="utf-8")
        except UnicodeDecodeError:
            remedy, message = "Save it again as UTF-8.", "this file is not UTF-8 text."
            problems.append(KnowledgeProblem(where, "not-utf-8", message, remedy))
        except OSError as error:
            message = f"this file cannot be read: {error.strerror}."
            problems.append(KnowledgeProblem(where, "unreadable-file", message))
    if not texts and not problems:
        where, message = Location(str(folder)), "there is no YAML file in this folder."
        problems.append(KnowledgeProblem(where, "no-files", message))
    return texts, problems


def digest_of(layers: list[dict[str, str]], own_facts: Iterable[Fact] = ()) -> str:
    """A version for some texts, and for facts that an app added: equal ones give an equal one."""
    digest = hashlib.sha256()
    for texts in layers:
        for name, text in texts.items():
            digest.update(f"{name}\0{text}\0".encode())
    for fact in own_facts:
        digest.update(json.dumps(asdict(fact), default=sorted, sort_keys=True).encode())
    return digest.hexdigest()[:12]
