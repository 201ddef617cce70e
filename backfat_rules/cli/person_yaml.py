"""A person's answers in YAML, read as they are written: 0152 is 152, 7:30 is no number of seconds.

YAML 1.1, which Python's loader follows, has octal numbers, numbers to the base of 60, and words
that turn into yes and no wherever they stand. Here a number is decimal, a word is a word, and
"yes" and "no" are truths only where a fact asks for one.
"""

from __future__ import annotations

import re
from typing import Any

import yaml

from backfat_rules.cli.typed_replies import TRUTHS
from backfat_rules.knowledge.yaml_text import Loader, is_deep
from backfat_rules.profile import Profile, facts_of

_WHOLE = re.compile(r"[-+]?[0-9]{1,300}")
_DECIMAL = re.compile(r"[-+]?(?:[0-9]+\.?[0-9]*|\.[0-9]+)(?:[eE][-+]?[0-9]+)?")
_UNTAGGED = {f"tag:yaml.org,2002:{kind}" for kind in ("str", "map", "seq")}
_CONSTANTS = {"true": True, "false": False, "null": None, "~": None, "": None}


def read_answers(text: str) -> Any:
    r"""What the text holds.

    Raises:
        ValueError: it is no YAML, or more than answers need; the message says where and why.

    >>> read_answers("systolic_bp: 0152\nsleep_hours: 7:30\npregnant: no\nsex: female")
    {'systolic_bp': 152, 'sleep_hours': '7:30', 'pregnant': False, 'sex': 'female'}
    """
    try:
        if is_deep(text):
            raise RecursionError
        root = yaml.compose(text, Loader=Loader)
        return None if root is None else _Reading().built(root)
    except RecursionError:
        raise ValueError("not readable: it is nested too deeply.") from None
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark
        where = f" line {mark.line + 1}, column {mark.column + 1}:" if mark else ""
        raise ValueError(f"not YAML:{where} {error.problem}.") from None
    except yaml.YAMLError as error:
        raise ValueError(f"not YAML: {str(error).splitlines()[0]}.") from None


class _Reading:
    """One text on the way to answers."""

    def __init__(self) -> None:
        self._truths = {
            name for name, fact in facts_of(Profile).items() if fact.type.kind == "truth"
        }
        self._seen: set[int] = set()

    def built(self, node: yaml.Node, name: str = "") -> Any:
        """The data of a node; ``name`` is the fact that it answers."""
        if id(node) in self._seen:
            raise ValueError(f"{_place(node)} is pointed to from another place. Write it out.")
        self._seen.add(id(node))
        is_plain = isinstance(node, yaml.ScalarNode) and not node.style
        if node.tag not in _UNTAGGED and (node.tag.startswith("!") or not is_plain):
            raise ValueError(f"{_place(node)} has a tag, {node.tag}. Leave it out.")
        if isinstance(node, yaml.ScalarNode):
            return self._scalar(node, name)
        if isinstance(node, yaml.MappingNode):
            return self._mapping(node)
        return [self.built(each) for each in node.value]

    def _mapping(self, node: yaml.MappingNode) -> dict[str, Any]:
        found: dict[str, Any] = {}
        for key, value in node.value:
            if not isinstance(key, yaml.ScalarNode):
                raise ValueError(f"{_place(key)} is no name.")
            if key.value in found:
                raise ValueError(f"{key.value} is answered more than once. Keep one answer.")
            found[key.value] = self.built(value, key.value)
        return found

    def _scalar(self, node: yaml.ScalarNode, name: str) -> Any:
        text: str = node.value
        if node.style:  # in quotes
            return text
        if name in self._truths and text.lower() in TRUTHS:
            return TRUTHS[text.lower()]
        if text.lower() in _CONSTANTS:
            return _CONSTANTS[text.lower()]
        if _WHOLE.fullmatch(text):
            return int(text)
        return float(text) if _DECIMAL.fullmatch(text) else text


def _place(node: yaml.Node) -> str:
    return f"line {node.start_mark.line + 1}, column {node.start_mark.column + 1}: this"
