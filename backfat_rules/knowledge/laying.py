"""One folder laid over another: what an entry says over what the entry of its id says below."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from backfat_rules.knowledge.yaml_text import Items, Mapping

OF_ONE_LAYER = ("anew", "loses")
"""What an entry says about the one below it, and not about what it is."""

_GOES_WITH = {"question": ("asked_in",), "text": ("count", "forms"), "forms": ("text",)}
"""What is said in the words of a field, and is not kept where that is given."""


def laid_over(upper: Mapping, lower: Mapping) -> Mapping:
    """The fields of the upper entry, and those of the lower one that it leaves as they are.

    Named fields within a field are laid over one by one, and so are the items of a list that have
    ids; any other value is replaced. With ``anew`` nothing of the lower entry is kept.
    """
    if upper.get("anew") is True:
        return upper
    gone = {*OF_ONE_LAYER, *(each for name in upper for each in _GOES_WITH.get(name, ()))}
    kept = {name: value for name, value in lower.items() if name not in gone}
    place = replace(
        upper.place,
        fields={**lower.place.fields, **upper.place.fields},
        keys={**lower.place.keys, **upper.place.keys},
        kept={name: lower.place.kept.get(name, lower.place.at) for name in kept.keys() - upper},
    )
    result = Mapping(place)
    result.update(kept)
    result.update({name: _over(value, kept.get(name)) for name, value in upper.items()})
    return result


def _over(upper: Any, lower: Any) -> Any:
    if isinstance(upper, Mapping) and isinstance(lower, Mapping):
        return laid_over(upper, lower)
    if isinstance(upper, Items) and isinstance(lower, Items) and _named(upper) and _named(lower):
        return _items_over(upper, lower)
    return upper


def _named(items: Items) -> bool:
    """Whether every item of a list has an id, as the rules of a finding have."""
    return bool(items) and all(isinstance(each, Mapping) and "id" in each for each in items)


def _items_over(upper: Items, lower: Items) -> Items:
    """The lower items, each with the upper one of its id over it; then those that are new."""
    below = {str(each["id"]): each for each in lower}
    placed = list(zip(upper, upper.places, strict=True))
    result = Items()
    for item, place in zip(lower, lower.places, strict=True):
        over = [(laid_over(each, item), at) for each, at in placed if each["id"] == item["id"]]
        result.add(over or [(item, place)])
    result.add((each, at) for each, at in placed if str(each["id"]) not in below)
    return result
