"""What the ends of advice rest on, as plain data: ``decision/end_tree``, each leaf once."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from backfat_rules.decision.end_tree import Concluded, Ends, EndTree, Every, Leaf
from backfat_rules.knowledge import KnowledgeBase
from backfat_rules.language.notation import to_json


def ends_as_data(knowledge: KnowledgeBase) -> dict[str, Any]:
    """The prepared conditions; a leaf is named by its place in the list of leaves."""
    leaves = _Leaves()
    ends = knowledge.once(Ends)
    return {
        "over": {id: leaves.of(tree) for id, tree in ends.over.items()},
        "gained": leaves.of_rules(ends.gained),
        "ended": leaves.of_rules(ends.ended),
        "problems": sorted(ends.problems),
        "welcome": sorted(ends.welcome),
        "leaves": leaves.listed,
    }


class _Leaves:
    """Trees as data, while their leaves are listed."""

    def __init__(self) -> None:
        self.listed: list[dict[str, Any]] = []
        self._places: dict[tuple[Any, ...], int] = {}

    def of_rules(self, rules: Mapping[str, tuple[EndTree, ...]]) -> dict[str, Any]:
        return {id: [self.of(tree) for tree in trees] for id, trees in rules.items()}

    def of(self, tree: EndTree) -> Any:
        match tree:
            case Leaf():
                return self._place_of(tree)
            case Concluded(name, holds):
                return {"name": name, "holds": holds}
            case Every(parts):
                return {"every": [self.of(each) for each in parts]}
        return {
            "mending": [self.of(each) for each in tree.mending],
            "others": [self.of(each) for each in tree.others],
        }

    def _place_of(self, leaf: Leaf) -> int:
        key = (leaf.place, leaf.can_change, leaf.exercise, leaf.raised)
        if key not in self._places:
            self._places[key] = len(self.listed)
            self.listed.append(self._data_of(leaf))
        return self._places[key]

    def _data_of(self, leaf: Leaf) -> dict[str, Any]:
        return {
            "place": leaf.place,
            "condition": to_json(leaf.condition),
            "names": sorted(leaf.names),
            "one_word": leaf.one_word,
            "can_change": leaf.can_change,
            "exercise": leaf.exercise,
            "raised": leaf.raised,
        }
