"""Checked knowledge as the lowest layer: a file is read again only where something lies over it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from backfat_rules.knowledge.draft import Draft
from backfat_rules.knowledge.layer import POLICY_KEY, Layer, read_folder
from backfat_rules.knowledge.yaml_text import Mapping as Fields
from backfat_rules.knowledge.yaml_text import Place


def checked_layer(checked: Draft) -> Layer:
    """The entries of a checked draft: made already, and of their texts only ids and places."""
    assert checked.policy is not None
    place = checked.policy.place
    layer = Layer(policy=Fields(place))
    made = {POLICY_KEY: checked.policy}
    head = Fields(place)  # what an entry takes from the head of its file is in what was made
    for section, entries in checked.entries.items():
        layer.entries[section] = {key: _named(each.id, each.place) for key, each in entries.items()}
        for key, entry in entries.items():
            made[section, key] = entry
            layer.heads[section, key] = head
    layer.made = made
    return layer


def read_again(layer: Layer, above: Sequence[Layer], texts: Mapping[str, str]) -> None:
    """Give what lies under other layers its fields, with the place of each.

    Args:
        layer: of a checked draft.
        above: what will be laid over it.
        texts: the files that the draft was made from, by their paths in their folder.
    """
    for path in sorted({*_touched(layer, above)}):
        folder, _, name = path.partition("/")
        again = read_folder({name: texts[name]}, folder)
        for section, entries in again.entries.items():
            layer.entries[section] |= entries
        layer.heads |= again.heads
        layer.policy = again.policy or layer.policy


def _touched(layer: Layer, above: Sequence[Layer]) -> Iterator[str]:
    """The paths of the files in which something stands that other layers lie over."""
    for upper in above:
        for section, entries in upper.entries.items():
            lower = layer.entries.get(section, {})
            yield from (lower[key].place.at.path for key in entries if key in lower)
        if upper.policy is not None and layer.policy is not None:
            yield layer.policy.place.at.path


def _named(id: str, place: Place) -> Fields:
    fields = Fields(place)
    fields["id"] = id
    return fields
