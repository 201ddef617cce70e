"""What a type checker of an app sees, without any plugin."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from mypy import api

from tests.docs.documents import ROOT

pytestmark = pytest.mark.long

APP = """
from backfat_rules import Advisor, Decision, Interview, Plan, Profile, Recommendation, recommend

class DogProfile(Profile, frozen=True):
    has_dog: bool | None = None

profile = DogProfile(sleep_hours=5.5, has_dog=True)
plan: Plan = recommend(profile)
first: Recommendation = plan[0]
some: tuple[Recommendation, ...] = plan[:2]
titles: list[str] = [each.title for each in plan]
plan.why(first), plan.why_not(plan.withheld[0]), plan.why(plan.decision[0])
decision: Decision = Advisor().reopen(Advisor().decide(profile))
plan.gate = "proceed"  # wrong
first.title = "Sleep"  # wrong
profile.sleep_hours = 8.0  # wrong
profile.has_dog = False  # wrong
decision.gate = "proceed"  # wrong
Interview().not_known = ()  # wrong
plan.area("sleep")  # wrong
plan.why(3)  # wrong
"""


def test_a_type_checker_sees_what_is_frozen(tmp_path: Path) -> None:
    """Assigning to a field is an error before the program runs, and right use is none."""
    app, config = tmp_path / "app.py", tmp_path / "mypy.ini"
    app.write_text(APP, encoding="utf-8")
    config.write_text(f"[mypy]\nmypy_path = {ROOT}\n", encoding="utf-8")
    cache = str(ROOT / ".mypy_cache" / "apps")
    call = ["--config-file", str(config), "--cache-dir", cache, "--follow-imports=silent", str(app)]
    found = {int(line) for line in re.findall(r"app\.py:(\d+): error", api.run(call)[0])}
    assert found == {at for at, line in enumerate(APP.split("\n"), 1) if line.endswith("# wrong")}
