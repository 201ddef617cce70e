from __future__ import annotations

import json
from pathlib import Path

import pytest

from backfat_rules import PlanChange, recommend
from backfat_rules.explain.explanation import Explanation
from backfat_rules.explain.why_not import WhyNot
from tests.cli.calls import Call, Ended

PERSON = Path(__file__).parents[2] / "docs" / "examples" / "person.json"
PLAN = recommend(json.loads(PERSON.read_text(encoding="utf-8")))


def test_why_prints_the_tree(call: Call) -> None:
    """Text, JSON and mermaid are those of plan.why."""
    tree = PLAN.why("sleep-longer")
    assert call("why", PERSON, "sleep-longer") == Ended(0, f"{tree}\n", "")
    assert call("why", PERSON, "sleep-longer", "--mermaid").out == f"{tree.mermaid()}\n"
    as_json = call("why", PERSON, "sleep-longer", "--json").out
    assert Explanation.model_validate_json(as_json) == tree


def test_why_not_prints_what_stands_in_the_way(call: Call) -> None:
    """Text has a heading for each kind of obstacle; JSON is plan.why_not."""
    code, out, err = call("why-not", PERSON, "burpee")
    assert (code, err) == (0, "")
    assert out.startswith("Burpee is not in the plan.\nIt is withheld\n  - ")
    as_json = call("why-not", PERSON, "burpee", "--json").out
    assert WhyNot.model_validate_json(as_json) == PLAN.why_not("burpee")


def test_what_if_prints_the_change(call: Call) -> None:
    """Values are words or JSON; '?' takes an answer back."""
    change = PLAN.what_if(sleep_hours=8, posture=[], stress_level=None)
    told = ("sleep_hours=8", "posture=none", "stress_level=?")
    assert call("what-if", PERSON, *told) == Ended(0, f"{change}\n", "")
    as_json = call("what-if", PERSON, *told, "--json").out
    assert PlanChange.model_validate_json(as_json) == change
    assert "Give yourself more sleep: No longer so: short sleep." in str(change)
    assert call("what-if", PERSON, "sleep_hours=6").out == "The plan stays as it is.\n"


@pytest.mark.parametrize(
    ("arguments", "code", "said"),
    [
        (["why", PERSON, "sleep-longr"], 2, "Did you mean sleep-longer?"),
        (["why", PERSON, "hard-intervals"], 2, "is not in this plan. Ask why-not."),
        (["why", PERSON, "gate", "--json", "--mermaid"], 2, "Choose one of"),
        (["why", "no-such-file.json", "gate"], 2, "cannot be read"),
        (["why-not", PERSON, "sleep-longr"], 2, "Did you mean sleep-longer?"),
        (["what-if", PERSON, "slep_hours=8"], 2, "Did you mean sleep_hours?"),
        (["what-if", PERSON, "sleep_hours"], 2, "is not FACT=VALUE"),
        (["what-if", PERSON, "sleep_hours=stop"], 2, "is not FACT=VALUE"),
        (["what-if", PERSON, "sleep_hours=99"], 1, "99 is outside 0 to 24 h"),
        (["what-if", PERSON, "sleep_hours=8", "sleep_hours=9"], 2, "Keep one answer."),
        (["what-if", PERSON, "posture=" + "[" * 20_000], 1, "is not one of slouched"),
    ],
)
def test_a_call_that_cannot_be_carried_out_says_why(
    call: Call, arguments: list[object], code: int, said: str
) -> None:
    """Impossible answers end with 1, wrong calls with 2, both without a traceback."""
    ended = call(*arguments)
    assert (ended.code, ended.out) == (code, "")
    assert said in ended.err
    assert "Traceback" not in ended.err


def test_the_smaller_answers_show_themselves_in_notebooks() -> None:
    """What is printed as text is a list in HTML, with every character escaped."""
    for shown in (PLAN.why_not("burpee"), PLAN.what_if(sleep_hours=8), PLAN.outlook):
        bundle = shown._repr_mimebundle_()
        assert bundle["text/plain"] == str(shown)
        html = bundle["text/html"]
        assert html.count("<li>") + html.count("<td>") // 2 == str(shown).count("\n  - ")
    assert str(PLAN.least_change(clear="sleep-longer")[0]) == "sleep: 6 to 7 h"
