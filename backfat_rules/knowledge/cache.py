"""A checked cache of the shipped knowledge, so that it loads without reading YAML.

The YAML stays the only truth: the cache carries the digest of the files that it was made from, and
is used only where the digest of the files that lie there now is the same. It is written when the
package is built or installed (``hatch_build.py``), after every check has passed.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from pydantic import ValidationError

from backfat_rules.knowledge.draft import Draft
from backfat_rules.knowledge.entry import CHECKED, FilePart
from backfat_rules.knowledge.filling import key_of
from backfat_rules.knowledge.formula import ReadText
from backfat_rules.knowledge.policy import Policy
from backfat_rules.knowledge.sections import SECTIONS
from backfat_rules.locate import shipped_folder
from backfat_rules.profile import Fact
from backfat_rules.version import __version__

CACHE = Path(__file__).parent.parent / "_knowledge_cache.json"


def write_cache(draft: Draft, digest: str, path: Path = CACHE) -> None:
    """Write a draft that has passed every check."""
    assert draft.policy is not None
    assert not draft.problems
    content = {
        "digest": digest,
        "library": __version__,
        "policy": _packed(draft.policy),
        "entries": {
            section: [_packed(entry) for _, entry in sorted(entries.items())]
            for section, entries in sorted(draft.entries.items())
        },
    }
    text = json.dumps(content, ensure_ascii=False, separators=(",", ":"))
    path.write_text(text, encoding="utf-8")


def read_cache(digest: str, facts: Mapping[str, Fact], path: Path = CACHE) -> Draft | None:
    """The draft that was checked for exactly these files; None if there is none."""
    try:
        content = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return None
    if (content.get("digest"), content.get("library")) != (digest, __version__):
        return None
    try:
        return _unpacked(content, facts)
    except ValidationError:
        return None  # the models have changed since, in a checkout that is being worked on


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
