"""From the layers of a knowledge base, the library's own lowest, to the entries of a draft."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from pydantic import ValidationError

from backfat_rules.errors import did_you_mean
from backfat_rules.knowledge.complaints import note_refusals
from backfat_rules.knowledge.draft import Draft
from backfat_rules.knowledge.entry import FilePart
from backfat_rules.knowledge.file_sections import POLICY, SECTIONS
from backfat_rules.knowledge.layer import POLICY_KEY, Layer, inheriting, rivals
from backfat_rules.knowledge.laying import OF_ONE_LAYER, laid_over
from backfat_rules.knowledge.sentences import Worded
from backfat_rules.knowledge.yaml_text import Mapping


def fill(draft: Draft, layers: Sequence[Layer]) -> None:
    """Lay the layers over each other, and validate what comes of it."""
    made: dict[tuple[str, str], Any] = {}
    merged = Layer(problems=draft.problems, made=made)
    for layer in layers:
        draft.problems += layer.problems
        for section, key, data in _each(layer):
            _check_id(section, key, data, merged)
        for section, key, data in _each(layer):
            below = merged.entry(section, key)
            entry = data if below is None else laid_over(data, below)
            entry = inheriting(section, entry, layer.heads[section, key])
            merged.entries.setdefault(section, {})[key] = entry
            made[section, key] = layer.made.get((section, key))
        merged.without_key += layer.without_key
        if layer.policy is not None:
            under = merged.policy
            merged.policy = layer.policy if under is None else laid_over(layer.policy, under)
            made[POLICY_KEY] = layer.made.get(POLICY_KEY)
        draft.policy_refused |= layer.policy_refused
    _validate(merged, draft)


def _validate(merged: Layer, draft: Draft) -> None:
    for section, key, data in _each(merged):
        entry = merged.made[section, key] or _validated(SECTIONS[section], data, draft)
        if entry is not None:
            draft.entries[section][key] = entry
    for section, data in merged.without_key:
        _validated(SECTIONS[section], data, draft)
    if merged.policy is not None:
        policy = merged.made[POLICY_KEY] or _validated(POLICY[1], merged.policy, draft)
        draft.policy = policy if isinstance(policy, POLICY[1]) else None
        draft.policy_refused |= draft.policy is None


def key_of(entry: Any) -> str:
    """What an entry is kept by in its section."""
    return entry.key if isinstance(entry, Worded) else str(entry.id)


def _each(layer: Layer) -> Iterator[tuple[str, str, Mapping]]:
    for section, entries in layer.entries.items():
        for key, data in entries.items():
            yield section, key, data


def _check_id(section: str, key: str, data: Mapping, below: Layer) -> None:
    """An entry stands over one of its section, or has a new id and says nothing of one below."""
    for other in rivals(section):
        taken = below.entry(other, key)
        if taken is not None and other != section:
            below.note_taken(data, taken)
    if below.entry(section, key) is not None:
        return
    for field in OF_ONE_LAYER:
        if field in data:
            known = [str(each["id"]) for each in below.entries.get(section, {}).values()]
            message = f"{field}: no entry {data['id']} of {section} lies below this one."
            remedy = did_you_mean(str(data["id"]), known) or f"Drop {field}."
            below.note(data.place.of_key(field), "nothing-below", message, remedy)


def _validated(model: type[FilePart], data: Mapping, draft: Draft) -> FilePart | None:
    try:
        return model.model_validate(data)
    except ValidationError as error:
        if isinstance(data.get("id"), str):
            draft.refused.add(data["id"])
        details = error.errors(include_url=False, include_context=True)
        note_refusals(details, data, model, draft)
        return None
