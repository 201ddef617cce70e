"""What an interview asks is checked when the knowledge is loaded."""

from __future__ import annotations

from pathlib import Path

import pytest

from backfat_rules import KnowledgeError, load_knowledge

WRONG = {
    "limit-of-no-rule": """
statements: [{id: naps, screen: sleep-and-stress, says: I nap., means: sleep_hours < 6.3}]""",
    "no-statement": """
statements: [{id: naps, screen: sleep-and-stress, says: I nap., means: sleep_hours + 1 < 7}]""",
    "no-such-screen": """
statements: [{id: naps, screen: about-you, says: I nap., means: sleep_hours < 7}]""",
    "asked-twice": """
screens: [{id: naps, order: 5, title: Naps, asks: [{fact: sleep_hours}]}]""",
    "unknown-name": """
never_asked: [{id: naps, reason: Nobody knows.}]""",
    "wrong-kind": """
usual_answers: [{id: sleep_hours, anew: true, share: 0.5}]""",
    "impossible-answer": """
usual_answers: [{id: sleep_hours, numbers: [30]}]""",
}


@pytest.mark.parametrize("code", WRONG)
def test_a_mistake_in_what_is_asked_is_named(code: str, tmp_path: Path) -> None:
    """Each mistake has a place and a remedy, like any other of a knowledge folder."""
    (tmp_path / "asked.yaml").write_text(WRONG[code], encoding="utf-8")
    with pytest.raises(KnowledgeError) as caught:
        load_knowledge(tmp_path)
    assert code in {each.code for each in caught.value.problems}


def test_every_fact_has_a_usual_answer() -> None:
    """Without one a missing answer would never be filled in."""
    knowledge = load_knowledge()
    assert knowledge.usual_answers.keys() == knowledge.facts.keys()
