"""From the texts of one folder to the entries of a draft, layer over layer."""

from __future__ import annotations

from typing import Any

from pydantic import ValidationError

from backfat_rules.errors import Location, did_you_mean
from backfat_rules.knowledge.complaints import note_refusal
from backfat_rules.knowledge.draft import Draft
from backfat_rules.knowledge.entry import FilePart
from backfat_rules.knowledge.rules import ComputedValue, Finding
from backfat_rules.knowledge.sections import ALONE, HEADER, INHERITED, POLICY, SECTIONS, WORDS
from backfat_rules.knowledge.sentences import Worded
from backfat_rules.knowledge.yaml_text import Items, Mapping, read_yaml


def read_layer(texts: dict[str, str], folder: str, draft: Draft) -> None:
    """Read the files of one folder over what the folders before it hold."""
    layer = Draft(draft.facts)
    for name, text in texts.items():
        _read_file(text, f"{folder}/{name}", layer)
    for section, entries in layer.entries.items():
        for entry in entries.values():
            elsewhere = [name for name in _rivals(section, draft) if name != section]
            _note_taken(entry, elsewhere, draft, layer)
        draft.entries[section].update(entries)
    draft.policy = layer.policy or draft.policy
    draft.policy_refused |= layer.policy_refused
    draft.refused |= layer.refused
    draft.problems += layer.problems


def _read_file(text: str, path: str, draft: Draft) -> None:
    data, problems = read_yaml(text, path)
    draft.problems += problems
    if data is None:
        return
    if not isinstance(data, Mapping):
        draft.note(Location(path), "not-a-mapping", "a file starts with the names of its sections.")
        return
    for section, content in data.items():
        where = data.place.of(section)
        if section in SECTIONS:
            _read_section(section, content, data, draft, where)
        elif section == POLICY[0]:
            _read_policy(content, draft, where)
        elif section not in HEADER:
            remedy = did_you_mean(section, [*SECTIONS, *HEADER, POLICY[0]])
            where = data.place.of_key(section)
            draft.note(where, "unknown-section", f"there is no section {section}.", remedy)


def _read_section(
    section: str, content: Any, header: Mapping, draft: Draft, where: Location
) -> None:
    if not isinstance(content, Items):
        draft.note(where, "not-a-list", f"{section} is a list of entries, each starting with '-'.")
        return
    for data, at in zip(content, content.places, strict=True):
        if not isinstance(data, Mapping):
            draft.note(at, "not-a-mapping", f"an entry of {section} has named fields.")
            continue
        for name in INHERITED.get(section, ()):
            if name in header:
                data.setdefault(name, header[name])
        entry = _validated(SECTIONS[section], data, draft)
        if entry is not None:
            _keep(section, entry, draft)


def _read_policy(content: Any, draft: Draft, where: Location) -> None:
    if draft.policy is not None:
        draft.note(where, "second-policy", "there is a policy already.", "Keep one.")
    elif isinstance(content, Mapping):
        policy = _validated(POLICY[1], content, draft)
        draft.policy = policy if isinstance(policy, POLICY[1]) else None
        draft.policy_refused = draft.policy is None
    else:
        draft.policy_refused = True
        draft.note(where, "not-a-mapping", "the policy has named fields.")


def _validated(model: type[FilePart], data: Mapping, draft: Draft) -> FilePart | None:
    try:
        return model.model_validate(data)
    except ValidationError as error:
        if isinstance(data.get("id"), str):
            draft.refused.add(data["id"])
        for detail in error.errors(include_url=False, include_context=True):
            note_refusal(detail, data, model, draft)
        return None


def _keep(section: str, entry: Any, draft: Draft) -> None:
    if isinstance(entry, (ComputedValue, Finding)) and entry.id in draft.facts:
        message = f"{entry.id} is a fact; what rules conclude needs a name of its own."
        draft.note(entry.place.of("id"), "duplicate-id", message, "Ids are unique; rename one.")
        draft.refused.add(entry.id)
        return
    _note_taken(entry, _rivals(section, draft), draft, draft)
    draft.entries[section].setdefault(key_of(entry), entry)


def key_of(entry: Any) -> str:
    """What an entry is kept by in its section."""
    return entry.key if isinstance(entry, Worded) else str(entry.id)


def _note_taken(entry: Any, sections: list[str], known: Draft, draft: Draft) -> None:
    for other in sections:
        taken = known.entries[other].get(key_of(entry))
        if taken is not None:
            message = f"{entry.id} is defined here and at {taken.place.at}."
            draft.note(entry.place.of("id"), "duplicate-id", message, "Ids are unique; rename one.")


def _rivals(section: str, draft: Draft) -> list[str]:
    """The sections an id must be unique in: a tag or an axis is a word, and may repeat an id."""
    own = (*ALONE, *WORDS)
    return [section] if section in own else [name for name in draft.entries if name not in own]
