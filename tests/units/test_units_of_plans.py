from __future__ import annotations

import json
import pickle
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from pydantic import BaseModel

from backfat_rules import BackfatRulesError, Plan
from backfat_rules.cli import main
from backfat_rules.planning.plan import PlanContent
from backfat_rules.units import UnitSystem, convert_text
from backfat_rules.units.plans import KEPT
from tests.planning.people import BUSY, DIRECT

PLAN = DIRECT.recommend({**BUSY, "water_l_per_day": 1.2})
SHOWN = {
    "": "notice",
    "messages.": "text question",
    "first_steps.": "title do",
    "recommendations.": "title action steps expect cautions done_when",
    "recommendations.dose.": "text basis",
    "recommendations.reasons.": "text",
    "recommendations.foods.": "title dose",
    "recommendations.exercises.": "title dose",
    "withheld.": "title reason instead",
    "findings.": "title",
    "values.": "title text",
    "questions.": "text why",
}


def texts_of(schema: dict[str, Any], at: dict[str, Any], path: str = "") -> Iterator[str]:
    """Every field of free text in a JSON Schema that is not kept, as a path."""
    if "$ref" in at:
        at = schema["$defs"][at["$ref"].rpartition("/")[2]]
    for name, field in at.get("properties", {}).items():
        if name not in KEPT:
            yield from texts_of(schema, field, f"{path}.{name}".removeprefix("."))
    for part in [*at.get("anyOf", ()), *([at["items"]] if "items" in at else ())]:
        yield from texts_of(schema, part, path)
    if at.get("type") == "string" and not {"enum", "const"} & at.keys():
        yield path


def kept_parts(value: Any, kept: bool = False) -> Iterator[Any]:
    """Everything in a plan that is not a text to show, in order."""
    if isinstance(value, BaseModel):
        for name in type(value).model_fields:
            yield from kept_parts(getattr(value, name), kept or name in KEPT)
    elif isinstance(value, tuple) and not kept:
        for each in value:
            yield from kept_parts(each)
    elif kept or not isinstance(value, str):
        yield value


def test_the_fields_that_are_shown_are_known() -> None:
    """Whoever adds a text to plans decides here whether its amounts are converted."""
    schema = PlanContent.model_json_schema()
    shown = [part + name for part, names in SHOWN.items() for name in names.split()]
    assert sorted(texts_of(schema, schema)) == sorted(shown)


@pytest.mark.parametrize("system", ["us", "uk"])
def test_only_texts_change(system: UnitSystem) -> None:
    """Ids, facts, numbers and sources are those of the metric plan, and texts are converted."""
    shown = PLAN.in_units(system)
    assert type(shown) is Plan
    assert list(kept_parts(shown)) == list(kept_parts(PLAN))
    assert str(shown) != str(PLAN)
    for one, other in zip(shown.recommendations, PLAN.recommendations, strict=True):
        assert one.steps == tuple(convert_text(step, system) for step in other.steps)
        assert one.sources == other.sources
    assert Plan.model_validate_json(shown.model_dump_json()) == shown


def test_metric_is_the_plan_itself() -> None:
    """Asking for metric units changes nothing."""
    assert PLAN.in_units("metric") == PLAN


def test_a_converted_plan_explains_itself_and_compares_in_its_units() -> None:
    """What would change is not the units: doses are compared in those of the plan."""
    shown = PLAN.in_units("uk")
    assert shown.why("drink-enough") == PLAN.why("drink-enough")
    assert not shown.what_if(water_l_per_day=1.2)
    assert not pickle.loads(pickle.dumps(shown)).what_if(water_l_per_day=1.2)
    doses = {each.id: each.after for each in shown.what_if(water_l_per_day=1).doses}
    assert "pints" in str(doses["drink-enough"])
    assert shown.in_units("uk") == shown
    for system in ("us", "metric"):
        with pytest.raises(BackfatRulesError, match="in uk units"):
            shown.in_units(system)


def test_the_command_line_takes_and_shows_units(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """A file may hold texts with units, and --units shows the plan in them."""
    told = {**BUSY, "weight_kg": "12 st 11 lb", "water_l_per_day": "2 pints"}
    file = tmp_path / "person.json"
    file.write_text(json.dumps(told), encoding="utf-8")
    assert main(["recommend", str(file), "--units", "uk", "--json"]) == 0
    plan = Plan.model_validate_json(capsys.readouterr().out)
    assert plan.facts["water_l_per_day"] == pytest.approx(1.1365225)
    assert {each.id: each.text for each in plan.values}["next_water_l"].endswith("pints a day")
    assert main(["recommend", str(file), "--units", "usa"]) == 2
    assert "There is no system of units 'usa'. Did you mean us?" in capsys.readouterr().err
    file.write_text(json.dumps({"height_cm": "180 lb", "age": "7"}), encoding="utf-8")
    assert main(["recommend", str(file)]) == 1
    assert "'180 lb' is a weight, not a length." in capsys.readouterr().err
