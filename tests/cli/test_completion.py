"""A shell that knows the command line offers commands, ids, facts and words."""

from __future__ import annotations

import pytest

from backfat_rules import load_knowledge
from backfat_rules.cli import main


@pytest.mark.parametrize(
    ("typed", "offered"),
    [
        ("wh", {"why", "why-not", "what-if"}),
        ("rules sleep-lo", {"sleep-longer"}),
        ("why me.json sleep-lo", {"sleep-longer"}),
        ("why-not me.json burp", {"burpee"}),
        ("recommend me.json --engine d", {"direct"}),
        ("recommend me.json --area n", {"nutrition"}),
        ("recommend me.json --units u", {"us", "uk"}),
        ("facts --area sl", {"sleep"}),
        ("what-if me.json sleep_h", {"sleep_hours="}),
        ("what-if me.json posture=f", {"posture=forward_head"}),
        ("what-if me.json pregnant=", {"pregnant=yes", "pregnant=no", "pregnant=?"}),
        ("what-if me.json nothing=", set()),
        ("schema pr", {"profile"}),
    ],
)
def test_what_can_follow_is_offered(
    typed: str,
    offered: set[str],
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Tab goes on from what was typed, with words that the command takes."""
    load_knowledge()
    monkeypatch.setenv("_BACKFAT_RULES_COMPLETE", "complete_bash")
    monkeypatch.setenv("COMP_WORDS", f"backfat-rules {typed}")
    monkeypatch.setenv("COMP_CWORD", str(len(typed.split())))
    assert main([]) == 0
    assert {*capsys.readouterr().out.split()} == offered


def test_completion_can_be_installed(capsys: pytest.CaptureFixture[str]) -> None:
    """The help says how."""
    assert main(["--help"]) == 0
    assert "--install-completion" in capsys.readouterr().out
