"""Charts of plans, people and knowledge: they show what is so, to everybody."""

from __future__ import annotations

from typing import Any
from xml.etree import ElementTree

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from backfat_rules import BackfatRulesError, Plan, charts, load_knowledge
from backfat_rules.views.charts.priority_chart import shares_of
from backfat_rules.views.pictures.picture import Picture
from tests.planning.people import BUSY, DIRECT, people, plan_of

SVG = "{http://www.w3.org/2000/svg}"
KNOWLEDGE = load_knowledge()
PLAN = DIRECT.recommend(BUSY)
NOBODY = DIRECT.recommend({"symptoms": {"chest_pain"}})
LATER = DIRECT.recommend({**BUSY, "sleep_hours": 8, "stress_level": 2})
SWEPT = {name: charts.sweep(PLAN, name) for name in ("sleep_hours", "strength_sessions_per_week")}
HOSTILE = '<script>alert(1)</script>&"'

PICTURES = {
    "priorities": charts.priorities(PLAN),
    "reasons": charts.reasons(PLAN),
    "side by side": charts.side_by_side({"Ana": PLAN, "Ben": NOBODY}),
    "progress": charts.progress({"1 March": PLAN, "1 May": LATER}),
    "topics": charts.topics(),
    "muscles": charts.muscles({"lats": 8, "upper-back": 3}),
    **SWEPT,
}


def texts_in(picture: Picture) -> str:
    """Everything that is written in a picture."""
    return " ".join(each.text or "" for each in ElementTree.fromstring(picture.svg).iter())


@pytest.mark.parametrize("name", PICTURES)
def test_every_picture_has_a_name_a_description_and_a_table(name: str) -> None:
    """Who does not see a picture is told what it is, what it says, and every number of it."""
    picture = PICTURES[name]
    root = ElementTree.fromstring(picture.svg)
    assert root.get("role") == "img"
    assert root.findtext(f"{SVG}title") == picture.title
    assert root.findtext(f"{SVG}desc")
    assert picture.table.rows
    assert all(len(row) == len(picture.table.columns) for row in picture.table.rows)
    assert picture.to_html().count('scope="row"') == len(picture.table.rows)


@pytest.mark.parametrize("name", PICTURES)
def test_ink_is_that_of_the_page(name: str) -> None:
    """A picture is readable on a light page and on a dark one, as it brings no ink or paper."""
    root = ElementTree.fromstring(PICTURES[name].svg)
    inks = {each.get(of) for each in root.iter() for of in ("fill", "stroke")} - {None}
    own = {ink for ink in inks if ink and ink not in ("currentColor", "none", "#2f7fc1")}
    assert all(ink.startswith("url(#bfr-") for ink in own)


@pytest.mark.parametrize("name", PICTURES)
def test_fills_are_there(name: str) -> None:
    """Whatever a picture fills with or repeats stands in that picture."""
    root = ElementTree.fromstring(PICTURES[name].svg)
    names = {each.get("id") for each in root.iter()}
    used = [each.get("fill", "") for each in root.iter()]
    wanted = {fill[5:-1] for fill in used if fill.startswith("url(#")}
    wanted |= {each.get("href", "#")[1:] for each in root.iter(f"{SVG}use")}
    assert wanted <= names


@given(people())
def test_parts_add_up_to_the_priority(told: dict[str, Any]) -> None:
    """The parts of a bar are together as long as the priority that stands beside it."""
    for each in plan_of(told):
        shares = shares_of(each.priority_parts, KNOWLEDGE.policy.weights)
        assert sum(shares.values()) == pytest.approx(each.priority, abs=0.051)


@given(people())
@settings(max_examples=10)
def test_everybody_has_pictures(told: dict[str, Any]) -> None:
    """Whatever somebody answers, each picture of the plan can be drawn and read by a parser."""
    plan = plan_of(told)
    for picture in (charts.priorities(plan), charts.reasons(plan), charts.progress({"1": plan})):
        ElementTree.fromstring(picture.svg)
    drawn = texts_in(charts.priorities(plan))
    assert all(each.title.split()[0] in drawn for each in plan)


def test_the_map_has_every_finding_behind_the_first_advice() -> None:
    """Each finding that calls for advice of the map stands in it, beside that advice."""
    helps = {row[0].lower(): str(row[-1]) for row in charts.reasons(PLAN).table.rows}
    for advice in PLAN.recommendations[:8]:
        findings = [each for each in advice.reasons if each.kind == "finding"]
        assert findings
        for each in findings:
            assert advice.title in helps[KNOWLEDGE.findings[each.id].title.lower()]


@pytest.mark.parametrize("fact", SWEPT)
@given(data=st.data())
@settings(max_examples=12)
def test_a_sweep_is_what_advising_gives(fact: str, data: st.DataObject) -> None:
    """At any number on the way, the lines of the chart are those that the advice there has."""
    whole = KNOWLEDGE.facts[fact].whole
    limits = [float(each.number) for each in PLAN._reader().limits.of(fact)]
    near = st.sampled_from(limits) | st.floats(limits[0] - 0.5, limits[-1] + 0.5)
    number = data.draw(near.filter(lambda each: each >= 0))
    number = int(number) if whole else round(number, 1)
    advised = DIRECT.decide({**BUSY, fact: number}).advised
    titles = {KNOWLEDGE.recommendations[id].title for id in advised}
    for title, *cells in SWEPT[fact].table.rows:
        (spans,) = cells
        if title in {each.title for each in KNOWLEDGE.recommendations.values()}:
            assert (title in titles) is holds(str(spans), number, fact), (title, spans, number)


def holds(spans: str, number: float, fact: str) -> bool:
    """Whether a number lies in spans such as "3 h to 5 h and 9 h to 14 h", up to their ends."""
    said = spans.replace(KNOWLEDGE.facts[fact].unit, "").replace("per week", "")
    for span in said.replace(" and ", ",").split(","):
        low, _, high = span.partition(" to ")
        last = float(high or low)
        if float(low) <= number and (
            number < last or (KNOWLEDGE.facts[fact].whole and number == last)
        ):
            return True
    return False


def test_side_by_side_shows_each_plan_as_it_is() -> None:
    """A cell has the priority that the plan of its column gives, or none where it is not given."""
    rows = {row[0]: row[1:] for row in PICTURES["side by side"].table.rows}
    assert rows["Gate"] == (PLAN.gate, NOBODY.gate)
    for advice in PLAN:
        assert rows[advice.title] == (f"{advice.priority:.0f}", "-")


def test_progress_says_what_is_gone() -> None:
    """What the last plan no longer advises is named, and only that."""
    gone, _, _ = PICTURES["progress"].note.partition(" New:")
    for advice in PLAN:
        assert (advice.title in gone) is (advice.id not in LATER.advised)


def test_nothing_to_show_is_said() -> None:
    """A plan without advice makes a picture that says so."""
    assert "Nothing is advised." in texts_in(charts.priorities(NOBODY))


def test_names_stay_names() -> None:
    """A name that attacks a page stands in the chart as it was given."""
    picture = charts.side_by_side({HOSTILE: PLAN})
    assert "<script" not in picture.to_html()
    assert picture.table.columns[1] == HOSTILE


@pytest.mark.parametrize(
    ("asked", "said"),
    [
        ({"fact": "sleep_hour"}, "There is no fact 'sleep_hour'. Did you mean sleep_hours?"),
        ({"fact": "pregnant"}, "pregnant is no number"),
        ({"fact": "sleep_hours", "low": -1}, "sleep_hours lies in 0 to 24, and not at -1"),
        ({"fact": "sleep_hours", "high": "8"}, "sleep_hours lies in 0 to 24, and not at '8'"),
        ({"fact": "sleep_hours", "low": 8, "high": 8}, "has no way from 8 to 8"),
    ],
)
def test_a_way_that_is_none(asked: dict[str, Any], said: str) -> None:
    """What cannot be swept is refused, with what can."""
    with pytest.raises(BackfatRulesError, match=said):
        charts.sweep(PLAN, **asked)


def test_hidden_numbers_are_not_swept() -> None:
    """Who is shown no weight is shown none in a chart either."""
    plan = DIRECT.recommend({**BUSY, "conditions": {"eating_disorder"}, "weight_kg": 60})
    with pytest.raises(BackfatRulesError, match="not shown"):
        charts.sweep(plan, "weight_kg")


@pytest.mark.parametrize("draw", [charts.priorities, charts.reasons])
def test_what_is_no_plan(draw: Any) -> None:
    """A decision or a mapping in the place of a plan is refused in words."""
    with pytest.raises(BackfatRulesError, match="A chart is made of a plan"):
        draw(DIRECT.decide(BUSY))


def test_a_stored_plan_of_other_knowledge() -> None:
    """Its reasons are drawn in its own words; its priorities need the weights that they came of."""
    stored = PLAN.model_copy(update={"knowledge_version": "0"})
    other = Plan.model_validate_json(stored.model_dump_json())
    assert charts.reasons(other).table == charts.reasons(PLAN).table
    with pytest.raises(BackfatRulesError, match="made from other knowledge"):
        charts.priorities(other)


def test_no_plans() -> None:
    """No plan at all, or plans without names, make no chart."""
    with pytest.raises(BackfatRulesError, match="There is no plan"):
        charts.progress({})
    with pytest.raises(BackfatRulesError, match="Plans stand under their names"):
        charts.side_by_side([PLAN])  # type: ignore[arg-type]  # on purpose


@pytest.mark.parametrize("name", ["priorities", "topics", "muscles"])
def test_altair_draws_the_same_numbers(name: str) -> None:
    """Who restyles a chart has the numbers of the picture, in a specification that is valid."""
    picture = PICTURES[name]
    (values,) = picture.to_altair().to_dict()["datasets"].values()
    added: dict[str, float] = {}
    for each in values:
        added[each["label"]] = added.get(each["label"], 0) + each["number"]
    told = {row[0]: float(str(row[1:][0])) for row in picture.table.rows}
    assert added == pytest.approx(told, abs=0.2)


def test_what_is_no_chart_of_bars() -> None:
    """A map has no bars, and says so in place of an empty chart."""
    with pytest.raises(BackfatRulesError, match="no chart of bars"):
        PICTURES["reasons"].to_altair()
