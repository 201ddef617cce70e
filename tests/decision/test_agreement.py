"""One decision, whatever decides it: engines, and files and processes in any order."""

from __future__ import annotations

import dataclasses
import shutil
from pathlib import Path

import pytest

from backfat_rules import Advisor, load_knowledge
from backfat_rules.locate import shipped_folder
from benchmarks.agreement import difference
from tests.planning.people import BUSY, DIRECT, FULL
from tests.test_promises import run

PEOPLE = min(10 * FULL, 250)
"""How many of each seed; eight seeds make two thousand people."""


@pytest.mark.long
@pytest.mark.parametrize("seed", range(8))
def test_everything_decides_alike(seed: int) -> None:
    """Every engine gives the decision of the definition, byte for byte, for anybody."""
    assert difference(seed, PEOPLE) == ""


def test_names_of_files_are_irrelevant(tmp_path: Path) -> None:
    """Rules may stand in any file: read in another order they decide the same."""
    source = shipped_folder()
    for at, file in enumerate(sorted(source.rglob("*.yaml"), reverse=True)):
        target = tmp_path / file.relative_to(source).with_name(f"{at:03}-{file.name}")
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(file, target)
    other = Advisor(load_knowledge(base=tmp_path), engine="direct").decide(BUSY)
    ours = DIRECT.decide(BUSY)
    assert dataclasses.replace(other, knowledge_version=ours.knowledge_version) == ours


def test_the_seed_of_hashes_is_irrelevant() -> None:
    """Each process decides the same bytes, so that stored decisions can be compared."""
    code = (
        "import sys; from backfat_rules import Advisor; "
        "sys.stdout.write(Advisor(engine={!r}).decide({!r}).model_dump_json())"
    )
    runs = {
        run(code.format(engine, BUSY), seed) for seed, engine in enumerate(("direct", "experta"))
    }
    assert runs == {DIRECT.decide(BUSY).model_dump_json()}
