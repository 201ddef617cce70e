"""The JSON Schema that editors use for knowledge files."""

import json
from pathlib import Path

import pytest
import yaml
from jsonschema import Draft202012Validator

from backfat_rules.knowledge.schema import knowledge_schema

KNOWLEDGE = Path(__file__).parents[2] / "knowledge"
FILES = sorted(KNOWLEDGE.rglob("*.yaml"))
EDITOR = Draft202012Validator(knowledge_schema())


def test_the_schema_file_is_the_one_that_the_models_give() -> None:
    """Run ``backfat-rules schema knowledge > knowledge/schema.json`` when this fails."""
    written = json.loads((KNOWLEDGE / "schema.json").read_text(encoding="utf-8"))

    assert written == knowledge_schema()


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.relative_to(KNOWLEDGE).as_posix())
def test_every_shipped_file_fits_the_schema(file: Path) -> None:
    """An editor finds no mistake where the loader finds none."""
    data = yaml.safe_load(file.read_text(encoding="utf-8"))
    mistakes = EDITOR.iter_errors(data)

    assert [mistake.message for mistake in mistakes] == []


def test_a_misspelt_field_is_found_by_the_schema() -> None:
    """An editor underlines what the loader would refuse."""
    data = {"references": [{"id": "R01", "cit": "A paper", "checked": "primary"}]}

    assert not EDITOR.is_valid(data)
