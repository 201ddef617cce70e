"""A folder laid over another: in part or anew, with its mistakes told where they can be mended."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from backfat_rules import Advisor, KnowledgeBase, KnowledgeError, Profile, load_knowledge
from backfat_rules.errors import KnowledgeProblem
from backfat_rules.knowledge.lines import as_one
from tests.knowledge.test_broken import BASE

MORE = """\
topic: rest
area: lifestyle
references:
  - {id: R2, cite: A second study., checked: general}
claims:
  - {id: ub-late, section: Sleep, kind: cause, says: Late meals., verdict: supported, left_out: no}
findings:
  - id: tired
    title: tired
    rules:
      - {id: tired-by-day, when: naps_per_week > 3, reason: "You nap {naps_per_week} times."}
      - {id: tired-at-night, when: short_sleep, severity: 0.7, reason: Nights are short.}
    references: [R1, R2]
    cases: {fires: [{sleep_hours: 5}], silent: [{sleep_hours: 8, naps_per_week: 0}], unknown: [{}]}
recommendations:
  - id: nap-early
    title: Nap early
    when: tired
    impact: 0.5
    verdict: plausible
    action: Nap before three.
    dose: {text: "{naps_per_week} naps, earlier", default: an early nap}
    steps: [Set an alarm., Lie down.]
    claims: [ub-sleep]
    cases: {fires: [{sleep_hours: 5}], silent: [{sleep_hours: 8, naps_per_week: 0}], unknown: [{}]}
wording:
  - id: no-detox
    pattern: detox
    why: The body does it.
    except: [{id: detox-tea, reason: It names the tea.}]
foods:
  - {id: detox-tea, title: detox}
"""

Load = Callable[..., KnowledgeBase]


@pytest.fixture
def base(tmp_path: Path) -> Path:
    """A small knowledge base that loads."""
    folder = tmp_path / "base"
    folder.mkdir()
    for file in BASE.iterdir():
        (folder / file.name).write_bytes(file.read_bytes())
    text = MORE.replace("naps_per_week", "steps_per_day").replace("> 3", "> 3000")
    text = text.replace("detox-tea", "detox_tea").replace("left_out: no", "left_out: promotion")
    (folder / "more.yaml").write_text(text, encoding="utf-8")
    load_knowledge(base=folder)
    return folder


@pytest.fixture
def load(base: Path, tmp_path: Path) -> Load:
    """Loads the base with a text laid over it."""

    def loaded(text: str, name: str = "mine") -> KnowledgeBase:
        (tmp_path / name).mkdir(exist_ok=True)
        (tmp_path / name / "a.yaml").write_text(text, encoding="utf-8")
        return load_knowledge(tmp_path / name, base=base)

    return loaded


def refused(load: Load, text: str) -> tuple[KnowledgeProblem, ...]:
    """Every problem of a text laid over the base."""
    with pytest.raises(KnowledgeError) as caught:
        load(text)
    return caught.value.problems


def test_a_field_that_is_given_replaces_that_field_only(load: Load) -> None:
    """An author writes the id and what is different; the rest stays, named fields one by one."""
    given = "impact: 0.3, steps: [Sit.], dose: {default: a nap}"
    nap = load(f"recommendations: [{{id: nap-early, {given}}}]").recommendations["nap-early"]
    assert nap.dose is not None
    assert (nap.impact, nap.title, nap.topic) == (0.3, "Nap early", "rest")
    assert [step.text.text for step in nap.steps] == ["Sit."]
    assert (nap.dose.default.text, nap.dose.text.written) == (
        "a nap",
        "{steps_per_day} naps, earlier",
    )


def test_every_field_knows_where_it_comes_from(load: Load) -> None:
    """The origin of an entry names the file of each field, and so does a mistake in it."""
    nap = load("recommendations: [{id: nap-early, impact: 0.3}]")["nap-early"]
    assert str(nap.origin["impact"]) == "mine/a.yaml:1:19"
    assert nap.origin["title"].path == nap.place.of("title").path == "base/more.yaml"
    shipped = load_knowledge()["sleep-longer"]
    assert {*shipped.origin.values()} == {shipped.place.at}


def test_rules_and_exceptions_are_found_by_their_ids(load: Load) -> None:
    """One rule of a finding is changed and one added; the other keeps its place and its words."""
    knowledge = load(
        "findings:\n  - id: tired\n    rules:\n"
        "      - {id: tired-at-night, severity: 0.9}\n"
        "      - {id: tired-at-work, when: desk_job, reason: You sit.}\n"
        "wording: [{id: no-detox, except: [{id: nap-early, reason: Ours.}]}]\n"
        "recommendations: [{id: nap-early, title: Nap for your detox}]"
    )
    rules = knowledge.findings["tired"].rules
    assert [rule.id for rule in rules] == ["tired-by-day", "tired-at-night", "tired-at-work"]
    assert rules[1].severity is not None
    assert rules[1].severity.text == "0.9"
    assert rules[1].reason.text == "Nights are short."
    assert [each.id for each in knowledge.wording["no-detox"].exceptions] == [
        "detox_tea",
        "nap-early",
    ]


def test_an_entry_may_be_written_anew(load: Load) -> None:
    """With anew nothing of the entry below is left, and what it lacks is a mistake."""
    tea = load("foods: [{id: detox_tea, anew: true, title: herbal tea}]").foods["detox_tea"]
    assert {*tea.origin} == {"id", "anew", "title"}
    (problem,) = refused(load, "foods: [{id: detox_tea, anew: true}]")
    assert problem.message == "title is missing."


def test_the_policy_is_laid_over_like_any_entry(load: Load) -> None:
    """One number of the policy changes, and the others stay where they were."""
    knowledge = load("policy: {first_steps: 2, weights: {impact: 0.3, severity: 0.4}}")
    shipped = load_knowledge(base=BASE).policy
    assert knowledge.policy.first_steps == 2
    assert knowledge.policy.weights.evidence == shipped.weights.evidence
    assert knowledge.policy.notice == shipped.notice
    assert knowledge.policy.origin["first_steps"].path == "mine/a.yaml"
    assert knowledge.policy.origin["notice"].path == "base/policy.yaml"


def test_overlays_lie_on_overlays(base: Path, tmp_path: Path) -> None:
    """The last wins field by field, whatever the folders are called."""
    for name, fields in (("one/rules", "impact: 0.1, title: One"), ("two/rules", "impact: 0.2")):
        (tmp_path / name).mkdir(parents=True)
        text = f"recommendations: [{{id: nap-early, {fields}}}]"
        (tmp_path / name / "a.yaml").write_text(text, encoding="utf-8")
    knowledge = load_knowledge(tmp_path / "one/rules", tmp_path / "two/rules", base=base)
    nap = knowledge.recommendations["nap-early"]
    assert (nap.impact, nap.title, as_one(nap.action)) == (0.2, "One", "Nap before three.")
    assert len({*knowledge.layers}) == 3


LEFT_UNUSED = [
    "findings: [{id: tired, references: [R1]}]",
    "recommendations: [{id: nap-early, claims: [ub-late]}]",
    "foods: [{id: detox_tea, title: herbal tea}]",
]


@pytest.mark.parametrize("text", LEFT_UNUSED)
def test_what_lies_below_may_be_left_unused(load: Load, text: str) -> None:
    """The books of the folder below are no business of an overlay's author."""
    load(text)


MOVED = [
    (
        "wording: [{id: no-alarm, pattern: alarm, why: No.}]",
        '"alarm" is forbidden by no-alarm',
    ),
    ("findings: [{id: short_sleep, rules: [{id: short-sleep, when: tired}]}]", "in a circle"),
    ("claims: [{id: ub-sleep, verdict: unsupported}]", "nap-early rests on unsupported claims"),
]


@pytest.mark.parametrize(("text", "said"), MOVED)
def test_a_mistake_stands_where_it_can_be_mended(load: Load, text: str, said: str) -> None:
    """What goes wrong below because of an overlay is told at the entry that it comes from."""
    problems = refused(load, text)
    assert {str(each.location) for each in problems} == {f"mine/a.yaml:1:{text.index('{') + 1}"}
    assert said in str(problems)
    assert any("because of this, at base/" in each.message for each in problems)


def test_mistakes_of_the_base_stay_its_own(base: Path, load: Load) -> None:
    """What was wrong before the overlay came is told where it stands."""
    with (base / "more.yaml").open("a", encoding="utf-8") as file:
        file.write("  - {id: tea, title: Tea, tags: [no_such_tag]}\n")
    places = [str(each.location) for each in refused(load, "foods: [{id: oats, title: 5}]")]
    assert [place.partition("/")[0] for place in places] == ["base", "mine"]


FACTS = """\
facts:
  - {id: cups_of_coffee, type: number, whole: true, unit: a day, range: [0, 20], step: 1,
     label: cups of coffee, question: How many cups of coffee do you drink?, area: food}
  - {id: standing_desk, type: yes_no, label: have a desk to stand at, question: Do you have one?}
  - {id: kind_of_coffee, type: choice, label: coffee, question: Which coffee do you drink?,
     words: {black: black coffee, with_milk: coffee with milk}}
  - {id: coffee_with, type: several, label: company, question: With whom?, changeable: false,
     words: {alone: nobody, friends: friends}}
findings:
  - id: much_coffee
    title: much coffee
    rules:
      - {id: much-coffee, when: cups_of_coffee > 4 and kind_of_coffee == "black",
         reason: "You drink {cups_of_coffee} cups."}
    references: [R1]
    cases:
      fires: [{cups_of_coffee: 5, kind_of_coffee: black}]
      silent: [{cups_of_coffee: 4}]
      unknown: [{}, {cups_of_coffee: 5}]
"""


def test_a_fact_of_ones_own_needs_no_python(load: Load) -> None:
    """Facts of an overlay are fields of the profile model, with type, range, words and area."""
    knowledge = load(FACTS)
    model = knowledge.profile_model
    assert issubclass(model, Profile)
    facts = knowledge.facts
    cups = facts["cups_of_coffee"]
    assert (cups.low, cups.high, cups.whole, cups.step, cups.area) == (0, 20, True, 1, "food")
    assert facts["kind_of_coffee"].words == ("black", "with_milk")
    assert not facts["coffee_with"].changeable
    told: dict[str, Any] = {
        "cups_of_coffee": 6,
        "kind_of_coffee": "black",
        "coffee_with": ["alone"],
    }
    plan = Advisor(knowledge, engine="direct").recommend(told)
    assert [each.id for each in plan.findings] == ["much_coffee"]
    assert Advisor(knowledge).recommend(model(**told)).facts == plan.facts


def test_own_facts_are_spoken_of_in_their_own_words(load: Load) -> None:
    """The label, the question and the words of an overlay's fact reach a person."""
    interview = Advisor(load(FACTS)).interview()
    reader = interview._reasoned().reader
    assert reader.question("standing_desk") == "Do you have one?"
    assert reader.value("kind_of_coffee", "with_milk") == "coffee with milk"
    assert interview.answer("standing_desk", True).plan().facts == {"standing_desk": True}


def test_equal_facts_give_one_model(load: Load) -> None:
    """Loading twice gives profiles that can be compared, and answers that are checked."""
    one, two = load(FACTS), load(FACTS, "again")
    assert one.profile_model is two.profile_model
    with pytest.raises(ValueError, match=r"cups_of_coffee: .*20"):
        one.profile_model(cups_of_coffee=21)


TAKEN = ["short_sleep", "sleep_hours", "count", "known", "ranges", "class", "knowledge", "system"]


@pytest.mark.parametrize("id", [*TAKEN, "row", "self", "cls", "update"])
def test_a_fact_has_a_name_of_its_own(load: Load, id: str) -> None:
    """A name that means something already is refused, in the overlay's file."""
    text = f"facts: [{{id: {id}, type: yes_no, label: a, question: b}}]"
    (problem,) = refused(load, text)
    assert str(problem.location) == "mine/a.yaml:1:14"
    assert problem.code in ("duplicate-id", "bad-id")
