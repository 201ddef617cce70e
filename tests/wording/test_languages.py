"""A language is added by files alone, and its mistakes are found when it is loaded."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import Any

import pytest
import yaml
from pydantic import create_model

from backfat_rules import KnowledgeBase, KnowledgeError, Plan, Profile, load_knowledge, locate
from backfat_rules.knowledge import loading
from backfat_rules.planning import Reasoner
from backfat_rules.profile.fields import number
from backfat_rules.wording import Reader
from tests.planning.people import BUSY

BASE = Path(__file__).parents[1] / "broken" / "base"
MARKED: dict[str, Any] = {
    "language": "xx",
    "languages": [
        {"id": "xx", "title": "Marked", "decimal": ",", "group": ".", "plurals": {"one": "n == 1"}}
    ],
    "sentences": [
        {"id": "done-when", "text": "Wann {condition}!"},
        {"id": "first-steps", "text": "Erste Schritte"},
        {
            "id": "below",
            "count": "labels",
            "forms": {"one": "{amount} ist unter {limit}", "other": "{amount} sind unter {limit}"},
        },
        {"id": "told-differently", "text": "Anders gesagt"},
    ],
    "labels": [
        {
            "id": "areas",
            "words": {"lifestyle": "Alltag", "nutrition": "Essen", "exercise": "Training"},
        }
    ],
    "names": [{"id": "sleep_hours", "label": "Schlaf", "question": "Wie lange schlafen Sie?"}],
}


def overlay(folder: Path, words: dict[str, Any]) -> Path:
    """A folder with words in one file."""
    (folder / "words.yaml").write_text(yaml.safe_dump(words), encoding="utf-8")
    return folder


@pytest.fixture(scope="module")
def marked(tmp_path_factory: pytest.TempPathFactory) -> KnowledgeBase:
    """The shipped knowledge with a second language."""
    return load_knowledge(overlay(tmp_path_factory.mktemp("marked"), MARKED))


def told(language: str, knowledge: KnowledgeBase) -> Plan:
    """The plan of a busy person in a language."""
    reasoner = Reasoner(knowledge, "direct", language=language)
    facts = reasoner.knowledge.profile_model.model_validate(BUSY).known()  # type: ignore[attr-defined]
    return reasoner.plan(facts, Plan).explained_by(reasoner)


def test_a_language_is_added_by_files_alone(marked: KnowledgeBase) -> None:
    """What a language says replaces English in plan, text and HTML; what it leaves out stays."""
    plan, english = told("xx", marked), told("en", marked)
    ends = {each.id: each.done_when for each in plan.recommendations}
    assert ends["sleep-longer"] == "Wann Schlaf is at least 7 h!"
    assert english["sleep-longer"].done_when == "When sleep is at least 7 h."
    shown = plan.text("full")
    assert "Erste Schritte" in shown
    assert "First steps" not in shown
    assert "Alltag, " in shown
    assert "Erste Schritte" in plan._repr_mimebundle_()["text/html"]
    assert "Still worth answering" in shown or not plan.questions
    assert "Schlaf ist unter 7 h" in str(plan.why("sleep-longer"))
    change = plan.what_if(sleep_hours=8)
    assert str(change).startswith("Anders gesagt")
    assert plan.gate == english.gate
    assert [each.id for each in plan.recommendations] == [e.id for e in english.recommendations]


def test_numbers_are_written_as_in_the_language(marked: KnowledgeBase) -> None:
    """A language has its own signs for decimals and thousands."""
    reader = Reader(marked, language="xx")
    assert reader.number(12345.5) == "12.345,5"
    assert reader.question("sleep_hours") == "Wie lange schlafen Sie?"
    assert reader.inside("Ein Titel") == "Ein Titel"


def test_a_folder_may_say_a_sentence_in_its_own_way(tmp_path: Path) -> None:
    """An app rewords one sentence by its id and keeps the others."""
    own = {"language": "en", "sentences": [{"id": "first-steps", "text": "Start here"}]}
    reader = Reader(load_knowledge(overlay(tmp_path, own), base=BASE))
    assert reader.say("first-steps") == "Start here"
    assert reader.say("left-out") == "Left out for now"


def test_a_folder_may_ask_for_a_fact_in_its_own_way(tmp_path: Path) -> None:
    """An app rewords a question, also one whose wording is an exception, and keeps the label."""
    asked = "Are you on a very strict diet?"
    name = {"id": "crash_dieting", "question": asked, "if_yes": "you are", "if_no": "you are not"}
    own = {"language": "en", "names": [name]}
    reader = Reader(load_knowledge(overlay(tmp_path, own)), units="us")
    assert reader.question("crash_dieting") == asked
    assert reader.label("crash_dieting") == "follow very strict short diets"


def test_a_profile_may_say_a_fact_in_its_own_way(tmp_path: Path) -> None:
    """What an app declares of a known fact holds for its readers, unless an overlay rewords it."""
    label, question = "body height", "How tall are you, without shoes?"
    field: Any = number(label, "cm", 90, 250, question)
    tall = create_model("Tall", __base__=Profile, height_cm=(float | None, field))
    reader = Reader(load_knowledge(profile=tall), units="us")
    assert (reader.label("height_cm"), reader.question("height_cm")) == (label, question)
    described = tall.model_json_schema()["properties"]
    assert described["height_cm"]["description"] == question
    assert "asked_in" not in described["height_cm"]["fact"]
    assert described["waist_cm"]["title"] == "waist"
    own = {"language": "en", "names": [{"id": "height_cm", "label": "stature"}]}
    reworded = Reader(load_knowledge(overlay(tmp_path, own), profile=tall))
    assert (reworded.label("height_cm"), reworded.question("height_cm")) == ("stature", question)


def test_a_fact_of_the_library_without_words_is_a_mistake(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Whoever adds a fact and forgets how it is asked for is told when the knowledge is loaded."""
    library = shutil.copytree(locate.shipped_folder(), tmp_path / "knowledge")
    facts = library / "words" / "facts.yaml"
    left_out = "    question: How old are you, in years?\n"
    facts.write_text(facts.read_text("utf-8").replace(left_out, "", 1), encoding="utf-8")
    monkeypatch.setattr(loading, "shipped_folder", lambda: library)
    monkeypatch.setattr(loading, "_shipped_words", loading._shipped_words.__wrapped__)
    with pytest.raises(KnowledgeError, match=r"age has no words for question in en\."):
        load_knowledge(base=library)


def test_a_base_needs_no_words_of_its_own() -> None:
    """An app's own knowledge speaks with the library's words."""
    knowledge = load_knowledge(base=BASE)
    assert Reader(knowledge).say("first-steps") == "First steps"
    assert {entry.place.at.path.split("/")[0] for entry in knowledge} == {BASE.name}


def test_a_copy_of_the_shipped_folder_is_the_same_knowledge() -> None:
    """The words beneath a base do not change the version that plans carry."""
    assert load_knowledge(base=locate.shipped_folder()).version == load_knowledge().version


OTHER = {name: MARKED[name] for name in ("language", "languages")}
WRONG: list[tuple[dict[str, Any], str]] = [
    ({"sentences": [{"id": "first-step", "text": "x"}]}, "Did you mean first-steps"),
    ({"sentences": [{"id": "done-when", "text": "{conditon}"}]}, "Did you mean condition"),
    ({**OTHER, "sentences": [{"id": "below", "count": "labels"}]}, "either a text, or a count"),
    ({"labels": [{"id": "area", "words": {"x": "y"}}]}, "Did you mean areas"),
    (
        {**OTHER, "labels": [{"id": "areas", "words": {"lifestyle": "life"}}]},
        "no words for nutrition",
    ),
    ({"names": [{"id": "sleep_hour"}]}, "Did you mean sleep_hours"),
    ({**OTHER, "names": [{"id": "sex", "words": {"male": "m"}}]}, "no words for female in xx"),
    ({"names": [{"id": "sex", "words": {"male": "m", "femal": "f"}}]}, "Did you mean female"),
    ({**OTHER, "names": [{"id": "pregnant", "if_yes": "you are"}]}, "no words for if_no in xx"),
    ({"language": "zz", "sentences": [{"id": "why", "text": "x"}]}, "knows no zz here"),
    (
        {
            "languages": [
                {
                    "id": "zz",
                    "title": "Z",
                    "decimal": ".",
                    "group": ",",
                    "plurals": {"one": "m < 1"},
                }
            ]
        },
        "knows no m here",
    ),
]


@pytest.mark.parametrize(("words", "said"), WRONG)
def test_mistakes_in_words_are_named(words: dict[str, Any], said: str, tmp_path: Path) -> None:
    """A mistake in a sentence, slot, label or name is found at load, with its remedy."""
    with pytest.raises(KnowledgeError) as caught:
        load_knowledge(overlay(tmp_path, {"language": "en", **words}), base=BASE)
    assert said in str(caught.value)
    assert all(each.location.path.endswith("words.yaml") for each in caught.value.problems)
