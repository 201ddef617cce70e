"""The gates are one table, and what it says of them holds together."""

from __future__ import annotations

from itertools import pairwise
from typing import get_args

from hypothesis import given
from hypothesis import strategies as st

from backfat_rules.knowledge.gates import GATES, GateName, strictest


def test_each_gate_stands_in_the_table_once() -> None:
    """Every word that a rule may use as its gate has its row, in the order of its strictness."""
    assert tuple(GATES) == get_args(GateName)
    assert all(low.rank < high.rank for low, high in pairwise(GATES.values()))


def test_the_strictest_show_no_plan() -> None:
    """Only the strictest gates show nothing but their message; no milder one is shown as worse."""
    shown = [gate.has_plan for gate in GATES.values()]
    assert shown == sorted(shown, reverse=True)
    tones = [["go", "care", "stop", "alarm"].index(gate.tone) for gate in GATES.values()]
    assert tones == sorted(tones)


def test_where_an_ok_is_waited_for_there_is_a_plan() -> None:
    """Advice that waits for a professional's consent waits under one gate, which has a plan."""
    assert [name for name, gate in GATES.items() if gate.waits_for_ok] == ["refer_first"]
    assert GATES["refer_first"].has_plan


@given(st.lists(st.sampled_from(get_args(GateName))))
def test_the_strictest_wins(names: list[GateName]) -> None:
    """No gate of several is stricter than the one that wins, and none at all means to proceed."""
    won = strictest(names)
    assert all(GATES[name].rank <= GATES[won].rank for name in names)
    assert won in (names or ["proceed"])
