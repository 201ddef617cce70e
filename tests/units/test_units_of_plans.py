from __future__ import annotations

import json
import pickle
import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import BaseModel

from backfat_rules import BackfatRulesError, Plan, ProfileError
from backfat_rules.cli import main
from backfat_rules.knowledge.checks.shown_texts import SHOWN, shown_texts
from backfat_rules.knowledge.marked_text import Template
from backfat_rules.planning.plan_content import PlanContent
from backfat_rules.units import UnitSystem, read_mark, unmarked_in
from backfat_rules.units.marks import UNITS
from backfat_rules.units.systems import SYSTEMS
from backfat_rules.wording import Reader
from tests.planning.people import BUSY, DIRECT, KNOWLEDGE, people, plan_of

ABROAD: tuple[UnitSystem, ...] = ("us", "uk")
SHOWN_SECTIONS = [name for name in SHOWN if name != "mechanisms"]  # findings hold them too
KEPT = frozenset(
    {
        *("follow_ups", "screen"),
        *("need", "said_with", "under", "later"),
        *(
            "id",
            "rule",
            "fact",
            "releases",
            "made_of",
            "recommendation",
            "because",
            "instead_of",
            "asks",
        ),
        *("kind", "area", "topic", "gate", "verdict", "evidence", "choices"),
        *("schema_version", "library_version", "knowledge_version"),
        *("facts", "numbers", "inputs", "unit", "doi", "sources"),
    }
)
"""Fields of plans that are no texts to show: ids, words of lists, versions, data, citations."""
PLAN = DIRECT.recommend(BUSY)
SHOWN_FIELDS = {
    "": "notice gate_line",
    "messages.": "text question in_short title alarms",
    "moves.": "title steps cue faults muscles equipment cautions easier harder dose",
    "first_steps.": "title do",
    "recommendations.": "title action steps expect cautions done_when",
    "recommendations.dose.": "text basis",
    "recommendations.ways.": "title action steps expect cautions done_when",
    "recommendations.ways.dose.": "text basis",
    "recommendations.ways.foods.": "title dose",
    "recommendations.ways.exercises.": "title dose",
    "recommendations.reasons.": "text",
    "recommendations.foods.": "title dose",
    "recommendations.exercises.": "title dose",
    "withheld.": "title reason instead cause",
    "findings.": "title",
    "values.": "title text",
    "questions.": "text why none note",
}


def texts_of(schema: dict[str, Any], at: dict[str, Any], path: str = "") -> Iterator[str]:
    """Every field of free text in a JSON Schema that is not kept, as a path."""
    if "$ref" in at:
        at = schema["$defs"][at["$ref"].rpartition("/")[2]]
    for name, field in at.get("properties", {}).items():
        if name not in KEPT:
            yield from texts_of(schema, field, f"{path}.{name}".removeprefix("."))
    inside = [
        at[name] for name in ("items", "additionalProperties") if isinstance(at.get(name), dict)
    ]
    for part in [*at.get("anyOf", ()), *inside]:
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
    elif isinstance(value, Mapping) and not kept:
        yield from value
        yield from kept_parts(tuple(value.values()))
    elif kept or not isinstance(value, str):
        yield value


def test_the_fields_that_are_shown_are_known() -> None:
    """Whoever adds a text to plans says here that its amounts know their units."""
    schema = PlanContent.model_json_schema()
    shown = [part + name for part, names in SHOWN_FIELDS.items() for name in names.split()]
    assert sorted(texts_of(schema, schema)) == sorted(shown)


def shown_in(value: Any) -> Iterator[str]:
    """Every text of a plan that a person reads."""
    if isinstance(value, BaseModel):
        for name in type(value).model_fields:
            if name not in KEPT:
                yield from shown_in(getattr(value, name))
    elif isinstance(value, tuple):
        for each in value:
            yield from shown_in(each)
    elif isinstance(value, Mapping):
        yield from shown_in(tuple(value.values()))
    elif isinstance(value, str):
        yield value


def metric_in(text: str) -> str | None:
    """An amount in a metric unit that others say in units of their own."""
    found = re.search(rf"\b(?:an?|one) (?:{'|'.join(UNITS)})\b", text)
    return found[0] if found else unmarked_in(text)


@given(people(), st.sampled_from(ABROAD))
def test_a_plan_holds_no_metric_amount_for_others(told: dict[str, Any], system: UnitSystem) -> None:
    """Whoever asks for other units reads no kilogram, centimetre or litre anywhere in the plan."""
    for text in shown_in(plan_of(told).in_units(system)):
        assert metric_in(text) is None, text


def test_every_amount_of_the_knowledge_is_marked() -> None:
    """Also what no plan of these tests shows can be said in other units."""
    holders = (KNOWLEDGE, *KNOWLEDGE.vocabularies.values())
    entries = [
        entry
        for name in SHOWN_SECTIONS
        for holder in holders
        for entry in getattr(holder, name, {}).values()
    ]
    texts = [text for each in (*entries, KNOWLEDGE.policy) for _, text in shown_texts(each)]
    assert sum(isinstance(each, Template) for each in texts) > 1000
    for text in texts:
        pieces = (text,) if isinstance(text, str) else text.pieces
        plain = "".join(each if isinstance(each, str) else " " for each in pieces)
        assert metric_in(plain) is None, plain


@pytest.mark.parametrize("system", ABROAD)
def test_only_texts_change(system: UnitSystem) -> None:
    """Ids, facts, numbers and sources are those of the metric plan."""
    shown = PLAN.in_units(system)
    assert type(shown) is Plan
    assert list(kept_parts(shown)) == list(kept_parts(PLAN))
    assert shown.text("full") != PLAN.text("full")
    assert [each.sources for each in shown.recommendations] == [
        each.sources for each in PLAN.recommendations
    ]
    assert Plan.model_validate_json(shown.model_dump_json()) == shown


@given(people(), st.permutations(SYSTEMS))
def test_units_can_be_changed_at_any_time(told: dict[str, Any], systems: list[UnitSystem]) -> None:
    """From whichever units, and out of JSON too, a plan is the same as told in them at once."""
    plan = plan_of(told)
    first, second, _ = systems
    stored = Plan.model_validate_json(plan.in_units(first).model_dump_json())
    for shown in (plan.in_units(first), DIRECT.reopen(stored)):
        assert shown.in_units(second) == plan.in_units(second)
    assert plan.in_units(first).in_units("metric") == plan


def test_a_stored_plan_that_nobody_opens_is_told_again() -> None:
    """A plan out of JSON needs no advisor to be shown in other units."""
    stored = Plan.model_validate_json(PLAN.model_dump_json())
    assert stored.in_units("us") == PLAN.in_units("us")


def test_a_narrowed_plan_stays_narrowed() -> None:
    """Other units bring back nothing that was left out."""
    for narrow in (PLAN.narrowed(top=2), PLAN.narrowed(area="nutrition"), PLAN.narrowed(top=0)):
        shown = narrow.in_units("us")
        assert [each.id for each in shown.recommendations] == [
            each.id for each in narrow.recommendations
        ]
        assert [each.recommendation for each in shown.first_steps] == [
            each.recommendation for each in narrow.first_steps
        ]


def test_facts_that_cannot_be_right_are_refused() -> None:
    """A stored plan is told again only from facts that a person could have told."""
    stored = json.loads(PLAN.model_dump_json())
    stored["facts"]["water_l_per_day"] = 1e6
    plan = DIRECT.reopen(Plan.model_validate(stored))
    with pytest.raises(ProfileError, match="water_l_per_day"):
        plan.in_units("us")


def test_a_system_must_exist() -> None:
    """A misspelt system is refused with the right one."""
    with pytest.raises(BackfatRulesError, match="Did you mean us"):
        PLAN.in_units("usa")  # type: ignore[arg-type]


def test_a_plan_explains_itself_in_its_units() -> None:
    """Why, why not, what if and the least change speak of the amounts that the plan shows."""
    shown = PLAN.in_units("uk")
    said = [
        str(shown.why("drink-enough")),
        str(shown.why("weight_kg")),
        str(shown.why_not("drink-more-for-two")),
        str(shown.what_if(water_l_per_day=1)),
        *map(str, shown.least_change(clear="drink-enough")),
    ]
    for at, unit in ((0, "pints"), (1, "12 st 11 lb"), (4, "pints")):
        assert unit in said[at]
    for text in said:
        assert metric_in(text) is None, text


def test_a_change_is_no_change_of_units() -> None:
    """What would change is not the units: doses are compared in those of the plan."""
    shown = PLAN.in_units("uk")
    assert not shown.what_if(water_l_per_day=0.8)
    assert not pickle.loads(pickle.dumps(shown)).what_if(water_l_per_day=0.8)
    doses = {each.id: each.after for each in shown.what_if(water_l_per_day=1).doses}
    assert "pints" in str(doses["drink-enough"])


def test_what_a_name_shows() -> None:
    """A name in braces shows an amount with its unit where others say it in another, else not."""
    metric, us = Reader(KNOWLEDGE), Reader(KNOWLEDGE, units="us")
    assert metric.shown("weight_kg", 90.0) == "90 kg"
    assert us.shown("water_l_per_day", 1.234) == "42 fl oz"
    assert us.shown("waist_cm", 150) == "59 in"
    assert us.shown("sleep_hours", 7) == "7"
    assert us.shown("unheard_of", 2) == "2"


@given(st.floats(25, 350), st.sampled_from(ABROAD))
def test_what_is_converted_is_what_metric_readers_see(kg: float, system: UnitSystem) -> None:
    """Both readers are told of one number: the one that is rounded as it is shown."""
    metric = Reader(KNOWLEDGE).shown("weight_kg", kg)
    shown = Reader(KNOWLEDGE, units=system).shown("weight_kg", kg)
    assert shown == read_mark(metric).text(system)


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
