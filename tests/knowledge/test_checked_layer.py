"""Overlays on the library's own knowledge are loaded quickly, and mean what a full check gives."""

from __future__ import annotations

from dataclasses import fields
from pathlib import Path

import pytest

from backfat_rules import Profile, load_knowledge
from backfat_rules.knowledge.loading import _base, _checked_draft, _over_shipped
from backfat_rules.locate import shipped_folder

OWN_RULES = Path(__file__).parents[2] / "docs" / "examples" / "own-rules"
IN_PART = """
policy: {first_steps: 2}
findings: [{id: short_sleep, title: too little sleep}]
recommendations: [{id: sleep-longer, title: Sleep more}]
screening: [{id: breastfeeding-deficit, title: breastfeeding}]
foods: [{id: avocado, title: half an avocado}]
sentences: [{id: a-number, language: en, text: any number}]
scenarios: [{id: desk-worker, first: swap-sitting-for-moving, loses: [first]}]
"""


def test_what_is_read_in_part_is_what_all_gives(tmp_path: Path) -> None:
    """Whatever an overlay lies over, every entry, its origin and the version are the same."""
    (tmp_path / "mine.yaml").write_text(IN_PART, encoding="utf-8")
    folders = [shipped_folder(), OWN_RULES, tmp_path]
    quick, full = _over_shipped(folders, Profile), _checked_draft(folders, Profile)
    assert quick is not None
    ours, theirs = _base(*quick), _base(*full)
    for field in fields(theirs):
        if field.name != "vocabularies" and not field.name.startswith("_"):
            assert getattr(ours, field.name) == getattr(theirs, field.name), field.name
    for one, other in zip(ours, theirs, strict=True):
        assert one.origin.keys() == other.origin.keys()
    assert ours["short_sleep"].origin == theirs["short_sleep"].origin
    assert ours.policy.origin == theirs.policy.origin
    for spoken, said in zip(ours.vocabularies.values(), theirs.vocabularies.values(), strict=True):
        assert all(getattr(spoken, each.name) == getattr(said, each.name) for each in fields(said))


WRONG = {
    "a word that shipped texts use": "wording: [{id: no-sleep, pattern: sleep, why: a test.}]",
    "an exception that a shipped text does not need": """
wording: [{id: shaming, except: [{id: sleep-longer, reason: it is only a test.}]}]""",
    "a food that shipped texts name": """
foods: [{id: avocado, unless: 'dietary_pattern == "vegan"', words: [sleep]}]""",
    "a finding with no block while it is true": """
findings: [{id: short_sleep, must_wait: [max_effort]}]""",
    "a milder screening rule": """
screening: [{id: condition-not-settled, blocks: {tags: []}}]""",
    "a longest sentence of few words": "policy: {words_in_a_sentence: 3}",
    "a text that says TODO": 'findings: [{id: short_sleep, title: "TODO"}]',
    "an amount without a mark": "findings: [{id: short_sleep, title: less than 2 kg}]",
}


@pytest.mark.parametrize("mistake", WRONG)
def test_a_mistake_is_left_to_the_full_check(mistake: str, tmp_path: Path) -> None:
    """What an overlay makes wrong is found, also in entries of the library that it leaves alone."""
    load_knowledge()
    (tmp_path / "mine.yaml").write_text(WRONG[mistake], encoding="utf-8")
    assert _over_shipped([shipped_folder(), tmp_path], Profile) is None
