"""What the page about the pack shows is what the pack does."""

from __future__ import annotations

import subprocess
from pathlib import Path

from backfat_rules import Advisor, load_knowledge
from backfat_rules.javascript import pack_of
from tests.docs.documents import DOCS, blocks_of
from tests.javascript.without_node import needs_node


@needs_node
def test_the_example_runs(tmp_path: Path) -> None:
    """Whoever copies the example beside the exported files sees the advice of Python."""
    (example,) = (each for each in blocks_of(DOCS / "javascript.md") if each.language == "js")
    (tmp_path / "example.mjs").write_text(example.text, encoding="utf-8")
    for name, text in pack_of(load_knowledge()).items():
        (tmp_path / name).write_text(text, encoding="utf-8")
    ran = subprocess.run(
        ["node", "example.mjs"], cwd=tmp_path, capture_output=True, encoding="utf-8", check=False
    )
    assert ran.returncode == 0, ran.stderr
    told = {
        "sleep_hours": 5.5,
        "stress_level": {"at_least": 6},
        "posture": ["rounded_shoulders"],
    }
    decision = Advisor(engine="direct").decide(told)
    first, line, *_ = ran.stdout.splitlines()
    assert first == f"{decision.gate} {decision.advice[0].id} {decision.advice[0].priority:g}"
    assert line == decision.plan().gate_line
