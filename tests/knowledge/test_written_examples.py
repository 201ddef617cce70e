"""What ``knowledge/README.md`` shows to authors is what they may write."""

from __future__ import annotations

import re

import pytest
import yaml

from backfat_rules.knowledge.schema import knowledge_schema
from backfat_rules.language import parse
from tests.docs.documents import ROOT, Block, blocks_of
from tests.knowledge.test_schema import EDITOR

BLOCKS = [*blocks_of(ROOT / "knowledge" / "README.md")]
SECTIONS = set(knowledge_schema()["properties"])
CONDITION = re.compile(r"^ *(?:when|severity|value): .*$", re.MULTILINE)


def at_line(block: Block) -> str:
    """A block as test reports show it."""
    return f"line {block.line}"


@pytest.mark.parametrize("block", BLOCKS, ids=at_line)
def test_a_block_for_authors_can_be_copied(block: Block) -> None:
    """A section shown to authors is one, with fields that it has; an overlay may leave some out."""
    data = yaml.safe_load(block.text)
    if SECTIONS.isdisjoint(data):
        return  # lines of an entry, and no section; their conditions are read below
    wrong = [each.message for each in EDITOR.iter_errors(data) if each.validator != "required"]
    assert wrong == []


@pytest.mark.parametrize("block", BLOCKS, ids=at_line)
def test_a_condition_for_authors_is_one(block: Block) -> None:
    """Every line of conditions, severities and values that is shown can be parsed."""
    for line in CONDITION.findall(block.text):
        (text,) = yaml.safe_load(line).values()
        parse(str(text))
