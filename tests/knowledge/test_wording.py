"""What texts may not say: each pattern catches what it is for, and leaves ordinary advice alone."""

from __future__ import annotations

import re
import shutil
from collections.abc import Mapping
from pathlib import Path

import pytest
import yaml

from backfat_rules import BackfatRulesError, KnowledgeError, locate, recommend
from backfat_rules.knowledge import load_knowledge
from backfat_rules.knowledge.lines import as_one
from backfat_rules.wording.contacts import NEUTRAL

pytestmark = pytest.mark.long

KNOWLEDGE = load_knowledge()
DOCS = Path(__file__).parents[2] / "docs"

CAUGHT = {
    "diagnosis": [
        "You have diabetes.",
        "You probably have sleep apnoea.",
        "you have an eating disorder",
    ],
    "label-for-a-person": [
        "You are obese.",
        "you are too fat",
        "Because you are overweight, walk.",
    ],
    "suffering": ["People who suffer from back pain", "You suffer from stress."],
    "local-fat-loss": [
        "Rows burn back fat.",
        "Target your lower back fat.",
        "melts away belly fat",
    ],
    "spot-reduction-as-advice": ["Spot-reduce with rows.", "Fat over your back melts."],
    "burning-off": [
        "Walk to burn it off.",
        "Earn your dessert.",
        "Make up for the meal with a run.",
    ],
    "fat-burning": ["A fat-burning circuit", "Intervals torch fat.", "It boosts your metabolism."],
    "fast-promise": ["Lose 3 kg in 10 days.", "See your back change quickly.", "Quick results"],
    "guarantee": ["Guaranteed to work", "the secret of a lean back", "works for everybody"],
    "shaming": ["Do not be lazy.", "Fat people should walk.", "nothing to be ashamed of"],
    "moral-eating": ["One cheat day a week", "Enjoy it guilt-free.", "Avoid junk food."],
    "blame": ["No excuses!", "It is your fault.", "Push through the pain."],
    "detox": ["A detox helps.", "Water flushes toxins.", "Cleanse your body."],
    "stopping-medicine": ["Stop taking your tablets.", "Skip the insulin on that day."],
    "body-ideal": ["your summer body", "a problem area", "Write down your goal weight."],
    "strict-orders": ["You must not eat after six.", "Never eat bread."],
    "you-told": ["A sign that you told us of.", "You have told us a lot."],
}
ALLOWED = [
    "If you have diabetes, ask your team first.",
    "It is not your fault.",
    "Never stop them on your own, and do not stop any medicine.",
    "With heart failure, weight that climbs is often water.",
    "Fat goes from the whole body, the back included.",
    "Leave two repetitions in reserve; training to failure is not needed.",
    "You have pain in your back.",
    "Lose about half a kilogram a week.",
    "Strength comes back fast.",
    "Rest for two days.",
]


def test_every_wording_is_tried() -> None:
    """Each forbidden wording has examples here that it must catch."""
    assert CAUGHT.keys() == KNOWLEDGE.wording.keys()


@pytest.mark.parametrize(("id", "text"), [(id, text) for id in CAUGHT for text in CAUGHT[id]])
def test_harmful_words_are_caught(id: str, text: str) -> None:
    """A text that diagnoses, promises, shames or misleads is found by its own pattern."""
    assert KNOWLEDGE.wording[id].found_in(text)


@pytest.mark.parametrize("text", ALLOWED)
def test_careful_words_pass(text: str) -> None:
    """Advice that is conditional, modest and kind is left alone."""
    assert {id: hit for id, each in KNOWLEDGE.wording.items() if (hit := each.found_in(text))} == {}


def test_every_exception_has_a_reason() -> None:
    """Whoever lets a text use forbidden words says why, in a sentence."""
    for wording in KNOWLEDGE.wording.values():
        assert all(len(each.reason.split()) >= 4 for each in wording.exceptions), wording.id


SAID: Mapping[str, tuple[str, Mapping[str, object], tuple[str, ...]]] = {
    "recommendations": (
        "sleep-longer",
        {"area": "lifestyle", "impact": 0.5, "verdict": "supported"},
        ("title", "action", "expect"),
    ),
    "messages": ("myth-detox", {"kind": "faq"}, ("text", "question")),
    "screening": (
        "chest-like",
        {"title": "sleep", "gate": "proceed", "reason": "Sleep."},
        ("message", "instead"),
    ),
    "findings": ("short_sleep", {}, ("title",)),
}
CASES = {"fires": [{"sleep_hours": 5}], "silent": [{"sleep_hours": 8, "age": 30}], "unknown": [{}]}
RULE = {"id": "short", "when": "sleep_hours < 7", "reason": "Short."}


def test_an_overlay_is_searched_too(tmp_path: Path) -> None:
    """A forbidden word in an overlay is refused in every field that people read, with its line."""
    written, lines = "", set()
    for section, (id, needed, fields) in SAID.items():
        when = {"rules": [RULE]} if section == "findings" else {"when": "sleep_hours < 7"}
        entry = {"id": id, "cases": CASES, "references": ["R01"], **when, **needed}
        written += yaml.safe_dump({section: [entry]}, width=1000)
        for field in fields:
            written += f"  {field}: Do not be lazy.\n"
            lines.add(written.count("\n"))
    (tmp_path / "own.yaml").write_text(written, encoding="utf-8")
    with pytest.raises(KnowledgeError) as caught:
        load_knowledge(tmp_path)
    found = [each for each in caught.value.problems if each.code == "forbidden-wording"]
    assert {each.location.line for each in found} == lines
    for each in found:
        assert each.location.path.endswith("own.yaml")
        assert '"lazy" is forbidden by shaming' in each.message


def test_an_overlay_may_reword_an_exception(tmp_path: Path) -> None:
    """Whoever rewords an excepted entry in an overlay is not asked to mend the shipped list."""
    own = {"wording": [{"id": "no-tea", "pattern": "tea time", "why": "it is a test."}]}
    (tmp_path / "own.yaml").write_text(yaml.safe_dump(own), encoding="utf-8")
    myths = (locate.shipped_folder() / "messages" / "myths.yaml").read_text(encoding="utf-8")
    message = next(each for each in yaml.safe_load(myths)["messages"] if each["id"] == "myth-detox")
    message["question"] = "Does a cure of juices do me good?"
    (tmp_path / "myth.yaml").write_text(yaml.safe_dump({"messages": [message]}), encoding="utf-8")
    assert load_knowledge(tmp_path).wording["no-tea"].why == "it is a test."


def test_the_page_of_screening_is_complete() -> None:
    """Every screening rule stands on the page of what is screened, with its grounds; none stale."""
    page = (DOCS / "safety-screening.md").read_text(encoding="utf-8")
    lines = dict(
        re.findall(r"^- \[`([a-z0-9-]+)`\]\(knowledge/screening\.md#\1\) (.*)$", page, re.M)
    )
    assert lines.keys() == KNOWLEDGE.screening.keys()
    assert page.count("\n- ") == len(lines)
    for rule in KNOWLEDGE.screening.values():
        linked = re.findall(r"\[([^\]]+)\]\(knowledge/references\.md#", lines[rule.id])
        assert {*rule.references} <= {*linked}, rule.id


def test_the_safety_page_names_every_country() -> None:
    """Whoever sets an app up finds which countries' numbers there are."""
    page = (DOCS / "safety.md").read_text(encoding="utf-8")
    assert all(f"`{id}`" in page for id in KNOWLEDGE.contacts)


@pytest.mark.parametrize("country", KNOWLEDGE.contacts)
def test_an_emergency_names_whom_to_call(country: str) -> None:
    """Each message of an emergency holds the sentence of the country, a crisis with its own."""
    contact = KNOWLEDGE.contacts[country]
    facts = {"symptoms": ["chest_pain"], "suicidal_thoughts": True}
    plan = recommend(facts, engine="direct", country=country.upper())
    text = {message.id: message.text for message in plan.messages}
    assert contact.says.text in text["heart-or-lung-warning"]
    own = contact.instead.get("suicidal-thoughts", contact.says)
    assert own.text in text["suicidal-thoughts"]
    assert text.keys() == {"heart-or-lung-warning", "suicidal-thoughts"}


def test_without_a_country_the_neutral_sentence_holds() -> None:
    """No number is guessed for somebody whose country is not known."""
    plan = recommend({"symptoms": ["fainting"]}, engine="direct")
    assert plan.messages[0].text.endswith(KNOWLEDGE.contacts[NEUTRAL].says.text)
    assert not re.search(r"\d", KNOWLEDGE.contacts[NEUTRAL].says.text)


def test_other_gates_stay_as_they_are() -> None:
    """Nobody who is not in an emergency reads about emergency numbers of a country."""
    one, other = (recommend({"sleep_hours": 5}, engine="direct", country=c) for c in (None, "de"))
    assert one == other


def test_an_unknown_country_is_named() -> None:
    """A country without numbers is refused with the list of those that have some."""
    with pytest.raises(BackfatRulesError, match=r"'atlantis'; known: at, au, .*, us\."):
        recommend({}, country="atlantis")


def test_knowledge_without_contacts_still_advises(tmp_path: Path) -> None:
    """An app's own knowledge base needs no contacts; then no sentence is added."""
    own = tmp_path / "own"
    shutil.copytree(locate.shipped_folder(), own)
    (own / "emergency.yaml").unlink()
    knowledge = load_knowledge(base=own)
    plan = recommend({"symptoms": ["fainting"]}, knowledge=knowledge, engine="direct")
    assert plan.messages[0].text == as_one(knowledge.screening["heart-or-lung-warning"].message)
