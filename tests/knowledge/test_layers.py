"""Findings that rest on findings: as many layers as a reason can tell, and no more."""

from __future__ import annotations

import itertools
from pathlib import Path

import pytest

from backfat_rules.errors import KnowledgeError
from backfat_rules.inference import Program, make_engine
from backfat_rules.knowledge import load_knowledge
from backfat_rules.knowledge.checks.strata import MOST_LAYERS
from tests.knowledge.test_broken import BASE


def _chain(folder: Path, length: int) -> Path:
    """A folder with findings that rest on each other, one on the next."""
    names = ["short_sleep", *(f"link_{at}" for at in range(2, length + 1))]
    entries = [
        f"""\
  - id: {name}
    title: a link
    rules: [{{id: {name.replace("_", "-")}, when: {below}, reason: One thing leads to another.}}]
    claims: [ub-sleep]
    cases: {{fires: [{{sleep_hours: 5}}], silent: [{{sleep_hours: 8}}], unknown: [{{}}]}}
"""
        for below, name in itertools.pairwise(names)
    ]
    (folder / "chain.yaml").write_text("findings:\n" + "".join(entries), encoding="utf-8")
    return folder


def test_as_many_layers_as_are_allowed_work(tmp_path: Path) -> None:
    """The longest chain loads, and every engine reaches its end."""
    knowledge = load_knowledge(_chain(tmp_path, MOST_LAYERS), base=BASE)
    program = Program.of(knowledge)

    for name in ("direct", "experta", "experta-rete"):
        derivation = make_engine(name, program).derive({"sleep_hours": 5})
        assert derivation.findings[f"link_{MOST_LAYERS}"] is True
        assert len(derivation.firings) == MOST_LAYERS


@pytest.mark.parametrize("length", [MOST_LAYERS + 1, 400])
def test_a_longer_chain_is_a_mistake_with_its_place(tmp_path: Path, length: int) -> None:
    """However long a chain is, its first link too many is named, once."""
    with pytest.raises(KnowledgeError) as caught:
        load_knowledge(_chain(tmp_path, length), base=BASE)

    (problem,) = caught.value.problems
    assert problem.code == "too-many-layers"
    assert problem.message.startswith(f"link_{MOST_LAYERS + 1} rests on {MOST_LAYERS} layers")
    assert problem.location.line == 2 + 5 * (MOST_LAYERS - 1)
