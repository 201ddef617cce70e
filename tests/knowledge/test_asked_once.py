"""What an interview asks is checked when the knowledge is loaded."""

from __future__ import annotations

from pathlib import Path

import pytest

from backfat_rules import KnowledgeError, load_knowledge

WRONG = """
statements:
  - {id: naps, screen: sleep-and-stress, says: I nap., means: sleep_hours < 6.3} # limit-of-no-rule
  - {id: doze, screen: sleep-and-stress, says: I nap., means: sleep_hours + 1 < 7} # no-statement
  - {id: rest, screen: about-you, says: I nap., means: sleep_hours < 7} # no-such-screen
screens:
  - {id: nights, order: 5, title: Naps, asks: [{fact: sleep_hours}]} # asked-twice
never_asked:
  - {id: naps, reason: Nobody knows.} # unknown-name
usual_answers:
  - {id: stress_level, anew: true, share: 0.5} # wrong-kind
  - {id: age, numbers: [300]} # impossible-answer
"""


def test_a_mistake_in_what_is_asked_is_named(tmp_path: Path) -> None:
    """Each mistake has a place, like any other of a knowledge folder."""
    (tmp_path / "asked.yaml").write_text(WRONG, encoding="utf-8")
    with pytest.raises(KnowledgeError) as caught:
        load_knowledge(tmp_path)
    found = {(each.location.line, each.code) for each in caught.value.problems}
    rows = [(at, row.rpartition("# ")) for at, row in enumerate(WRONG.splitlines(), 1)]
    assert found == {(at, code) for at, (_, mark, code) in rows if mark}


def test_every_fact_has_a_usual_answer() -> None:
    """Without one a missing answer would never be filled in."""
    knowledge = load_knowledge()
    assert knowledge.usual_answers.keys() == knowledge.facts.keys()
