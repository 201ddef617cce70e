"""What is wrong with a field is said in the words of whoever writes knowledge files."""

from __future__ import annotations

import re
from typing import Any

import pytest
import yaml

from backfat_rules.errors import KnowledgeProblem
from backfat_rules.knowledge.draft import Draft
from backfat_rules.knowledge.entry import FilePart
from backfat_rules.knowledge.file_sections import POLICY, SECTIONS
from backfat_rules.knowledge.filling import fill
from backfat_rules.knowledge.layer import read_folder
from backfat_rules.knowledge.yaml_text import read_yaml

FOREIGN = re.compile(
    r"\b(input|valid|tuple|dict\w*|instance|string|boolean|integer|float|none|null|pars\w+|type"
    r"|object|pydantic|python|yaml|syntax|scalar|mapping|sequence|token|block|stream|context"
    r"|validat\w+|model|extra|literal|iterable|fraction\w*)\b",
    re.IGNORECASE,
)
ANYTHING: list[Any] = [
    "word", "Some Words", "a < b <", 7, -3, 2.5, True, [], ["a"], [1, 2], [[1]], {}, {"a": 1},
    {"a": "b"}, {"a": ["b"]}, [{}], [{"id": 5}], [{"when": 5}], {"text": 5}, {"fires": 5},
]  # fmt: skip
MODELS: dict[str, type[FilePart]] = {**SECTIONS, POLICY[0]: POLICY[1]}
FIELDS = [
    (section, field.alias or name)
    for section, model in MODELS.items()
    for name, field in model.model_fields.items()
    if name != "place"
]


def said_of(section: str, entry: dict[str, Any]) -> list[KnowledgeProblem]:
    """What is said about one entry in a file of its own."""
    content = entry if section == POLICY[0] else [entry]
    draft = Draft({})
    text = yaml.safe_dump({section: content}, sort_keys=False)
    fill(draft, [read_folder({"a.yaml": text}, "mine")])
    return draft.problems


@pytest.mark.parametrize(("section", "field"), FIELDS, ids=map(".".join, FIELDS))
def test_whatever_is_written_is_refused_in_plain_words(section: str, field: str) -> None:
    """No message or remedy about any field, whatever stands there, has words of another trade."""
    for given in ANYTHING:
        for each in said_of(section, {field: given}):
            if each.code == "missing-field":
                continue  # it names fields
            quoted = re.sub(r"'[^']*'|[a-z_]+: ", "", f"{each.message} {each.remedy}")
            own = quoted.replace(field, "")
            assert FOREIGN.search(own) is None, str(each)
            assert "something else" not in own, str(each)


BROKEN = [
    "a: b: c", "a: 'x", 'a: "x\\q"', "a: [1, 2", "a: {b: 1", "a: @x", "a: *x", "a: &", "%x",
    "- a\nb: c", "a:\n  - b\n c: d", "a: b\n  c: d", "a: - b", "\ta: b", "a: \x01",
    "a: 1\n---\nb: 2", "a: 'x' y", "a: `x`", "a: | x", "a: !x y", "a: 0x1F", "a: yes",
    "? [a]\n: b", "a: {{b}}",
]  # fmt: skip


@pytest.mark.parametrize("text", BROKEN, ids=range(len(BROKEN)))
def test_a_file_that_cannot_be_read_is_refused_in_plain_words(text: str) -> None:
    """Neither the message nor the remedy speaks as a parser does."""
    _, problems = read_yaml(text, "mine/a.yaml")
    assert problems
    for each in problems:
        assert FOREIGN.search(f"{each.message} {each.remedy}") is None, str(each)
        assert each.remedy, str(each)
