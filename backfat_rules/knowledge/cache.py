"""A checked cache of the shipped knowledge, so that it loads without reading YAML.

The YAML stays the only truth. The first line of the cache is its seal: the version of the library,
the digest of the files that it was made from, and that of the cache's own content. Where any of
them is not what it should be, the YAML is read instead. The cache is written when the package is
built or installed (``hatch_build.py``), after every check has passed.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path
from typing import Any

from pydantic import ValidationError

from backfat_rules.knowledge.draft import Draft
from backfat_rules.knowledge.entry import CHECKED, FilePart
from backfat_rules.knowledge.file_sections import SECTIONS
from backfat_rules.knowledge.filling import key_of
from backfat_rules.knowledge.folder import bytes_of
from backfat_rules.knowledge.formula import ReadText
from backfat_rules.knowledge.policy import Policy
from backfat_rules.locate import package_folder, shipped_folder
from backfat_rules.profile import Fact
from backfat_rules.version import __version__

CACHE = "_knowledge_cache.json"
"""The name of the cache in the folder of the package."""


def write_cache(draft: Draft, digest: str, path: Path) -> None:
    """Write a draft that has passed every check."""
    assert draft.policy is not None
    assert not draft.problems
    content = {
        "policy": _packed(draft.policy),
        "entries": {
            section: [_packed(entry) for _, entry in sorted(entries.items())]
            for section, entries in sorted(draft.entries.items())
        },
    }
    packed = json.dumps(content, ensure_ascii=False, separators=(",", ":")).encode()
    path.write_bytes(_seal(digest, packed) + packed)


def read_cache(digest: str, facts: Mapping[str, Fact], file: Path | None = None) -> Draft | None:
    """The draft that was checked for exactly these files; None if there is none, or it is damaged.

    Args:
        digest: of the files that the draft must have been made from.
        facts: the facts of the draft.
        file: the cache; that of the package if None.
    """
    sealed = None
    with suppress(OSError):
        sealed = bytes_of(file or package_folder() / CACHE)
    line, _, packed = (sealed or b"").partition(b"\n")
    if line + b"\n" != _seal(digest, packed):
        return None
    try:
        return _unpacked(json.loads(packed), facts)
    except (ValidationError, LookupError):
        return None  # the models have changed since, in a checkout that is being worked on


def _seal(digest: str, packed: bytes) -> bytes:
    return f"{__version__} {digest} {hashlib.sha256(packed).hexdigest()}\n".encode()


def _unpacked(content: Mapping[str, Any], facts: Mapping[str, Fact]) -> Draft:
    policy = Policy.model_validate(content["policy"], context=CHECKED)
    draft = Draft(facts, policy=policy, layers=(shipped_folder().name,))
    for section, entries in content["entries"].items():
        model: Any = SECTIONS[section]
        for given in entries:
            entry = model.model_validate(given, context=CHECKED)
            draft.entries[section][key_of(entry)] = entry
    return draft


def _packed(value: Any) -> Any:
    """A part of a knowledge file as JSON, with the place it stands in."""
    if isinstance(value, FilePart):
        at = value.place.at
        fields = type(value).model_fields
        packed = {
            fields[name].alias or name: _packed(getattr(value, name))
            for name in sorted(value.model_fields_set - {"place"})
        }
        return {**packed, "place": [at.path, at.line, at.column]}
    if isinstance(value, ReadText):
        return value.as_written()
    if isinstance(value, tuple | list):
        return [_packed(each) for each in value]
    if isinstance(value, Mapping):
        return {key: _packed(each) for key, each in value.items()}
    return value
