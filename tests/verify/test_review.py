"""What an overlay makes of the knowledge below it: told in full, and nothing lost unsaid."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from backfat_rules import KnowledgeBase, load_knowledge
from backfat_rules.verify import Review, review
from tests.knowledge.test_broken import BASE

MORE = """\
topic: rest
area: lifestyle
tags:
  - {id: clock, means: tells the time of day}
  - {id: heavy, means: is heavy}
values:
  - {id: sleep_gap, title: gap, unit: h, value: 7 - sleep_hours, references: [R1],
     cases: [{facts: {sleep_hours: 5}, gives: 2}]}
findings:
  - id: tired
    title: tired
    rules:
      - {id: tired-at-night, when: short_sleep, reason: Nights are short.}
      - {id: tired-by-day, when: sleep_quality < 2, reason: Nights are bad.}
    claims: [ub-sleep]
    cases: {fires: [{sleep_hours: 5}], silent: [{sleep_hours: 8, sleep_quality: 5}], unknown: [{}]}
recommendations:
  - id: nap-early
    title: Nap early
    when: tired
    impact: 0.5
    verdict: plausible
    action: Nap before three.
    tags: [clock]
    needs_ok: true
    cautions: [Do not drive when you are sleepy.]
    claims: [ub-sleep]
    cases: {fires: [{sleep_hours: 5}], silent: [{sleep_hours: 8, sleep_quality: 5}], unknown: [{}]}
  - id: rest-well
    title: Rest well
    when: '"heart_failure" in conditions'
    impact: 0.2
    verdict: plausible
    action: Rest when you feel like it.
    claims: [ub-sleep]
    cases:
      {fires: [{conditions: [heart_failure]}], silent: [{conditions: []}], unknown: [{}]}
screening:
  - id: weak-heart
    title: a weak heart
    when: '"heart_failure" in conditions'
    gate: refer_first
    message: Sleep enough.
    reason: Short nights are hard on the heart.
    blocks: {tags: [heavy], items: [nap-early]}
    unanswered: {tags: [heavy]}
    claims: [ub-sleep]
    cases:
      {fires: [{conditions: [heart_failure]}], silent: [{conditions: []}], unknown: [{}]}
laws:
  - {id: no-naps-for-weak-hearts, says: A weak heart is not sent to bed by day.,
     who: '"heart_failure" in conditions', never: {advice: [nap-early]}, claims: [ub-sleep]}
foods:
  - {id: milk, title: milk, unless: '"dairy" in food_exclusions'}
scenarios:
  - {id: short-sleeper, person: Sleeps little., facts: {sleep_hours: 5, conditions: []},
     gate: insufficient_data, must_have: [nap-early], first: nap-early}
  - {id: has-weak-heart, person: Has a weak heart.,
     facts: {sleep_hours: 5, conditions: [heart_failure]}, gate: refer_first, must_not: [nap-early]}
"""

Reviewed = Callable[[str], Review]


@pytest.fixture(scope="module")
def base(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, KnowledgeBase]:
    """A small knowledge base and its folder."""
    folder = tmp_path_factory.mktemp("below") / "base"
    folder.mkdir()
    for file in BASE.iterdir():
        (folder / file.name).write_bytes(file.read_bytes())
    (folder / "more.yaml").write_text(MORE, encoding="utf-8")
    return folder, load_knowledge(base=folder)


@pytest.fixture
def reviewed(base: tuple[Path, KnowledgeBase], tmp_path: Path) -> Reviewed:
    """Reviews a text laid over the base."""

    def of(text: str) -> Review:
        (tmp_path / "mine").mkdir(exist_ok=True)
        (tmp_path / "mine" / "a.yaml").write_text(text, encoding="utf-8")
        folder, before = base
        return review(load_knowledge(tmp_path / "mine", base=folder), before)

    return of


def test_what_is_added_and_replaced_is_told(reviewed: Reviewed) -> None:
    """An author sees each new id with its kind, and each field that was replaced."""
    found = reviewed(
        "facts: [{id: has_dog, type: yes_no, label: have a dog, question: Do you?}]\n"
        "foods: [{id: oats, title: oats}]\n"
        "recommendations: [{id: nap-early, impact: 0.4, title: Nap}]\n"
        "policy: {first_steps: 2}"
    )
    assert found.added == {"has_dog": "fact", "oats": "food"}
    assert found.replaced == {"nap-early": ("impact", "title"), "policy": ("first_steps",)}
    assert (found.lost, found.doubtful, found.wrong) == ((), (), ())


DAIRY = '"dairy" in food_exclusions'
LOST = {
    "recommendations: [{id: nap-early, tags: []}]": "nap-early loses tags: clock.",
    "recommendations: [{id: nap-early, needs_ok: false}]": "nap-early loses needs_ok: true.",
    "recommendations: [{id: nap-early, cautions: []}]": "nap-early loses cautions: 1 of 1.",
    "screening: [{id: weak-heart, gate: proceed}]": "weak-heart loses gate: refer_first.",
    "screening: [{id: weak-heart, blocks: {items: []}}]": "weak-heart loses blocks: nap-early.",
    "screening: [{id: weak-heart, unanswered: {tags: []}}]": "weak-heart loses unanswered: heavy.",
    "screening: [{id: weak-heart, unanswered_when: pregnant}]": (
        "weak-heart loses unanswered: pregnant."
    ),
    "foods: [{id: milk, anew: true, title: milk}]": f"milk loses unless: {DAIRY}.",
    "foods: [{id: milk, unless: pregnant}]": f"milk loses unless: {DAIRY}.",
    "laws: [{id: no-naps-for-weak-hearts, who: pregnant}]": (
        "no-naps-for-weak-hearts loses law: who."
    ),
    "policy: {not_lowered: []}": "policy loses not_lowered: cardio_sessions_per_week.",
}


@pytest.mark.parametrize("text", LOST)
def test_what_keeps_a_person_safe_is_not_lost_unsaid(text: str, reviewed: Reviewed) -> None:
    """A loss is told with its entry, and is none any more where the author declares it."""
    found = reviewed(text)
    (loss,) = [each for each in found.lost if each.message.startswith(LOST[text].split(":")[0])]
    assert loss.message == LOST[text]
    assert loss.location.path == "mine/a.yaml"
    word = loss.message.split(" loses ")[1].split(":")[0]
    declared = (
        text.replace("}]", f", loses: [{word}]}}]", 1)
        if "policy" not in text
        else ("policy: {not_lowered: [], loses: [not_lowered]}")
    )
    assert loss not in reviewed(declared).lost
    assert loss.message in [each.message for each in reviewed(declared).given_up]


def test_a_food_may_stay_away_from_more_people(reviewed: Reviewed) -> None:
    """Another reason to leave a food out loses nothing."""
    more = """foods: [{id: milk, unless: '"dairy" in food_exclusions or pregnant'}]"""
    assert reviewed(more).lost == ()


BEHIND = {
    "findings: [{id: short_sleep, rules: [{id: short-sleep, when: sleep_hours < 4}]}]": {
        "short_sleep with {sleep_hours: 6}",
        "tired with {sleep_hours: 5}",
        "nap-early with {sleep_hours: 5}",
        "nap-early is missing",
    },
    "values: [{id: sleep_gap, value: 8 - sleep_hours}]": {"sleep_gap with {sleep_hours: 5} is 3"},
    "screening: [{id: weak-heart, when: '\"heart_failure\" in conditions and pregnant'}]": {
        "weak-heart with {conditions: [heart_failure]}",
        "has-weak-heart",
    },
}


@pytest.mark.parametrize("text", BEHIND)
def test_the_cases_and_people_below_are_run_too(text: str, reviewed: Reviewed) -> None:
    """Whoever changes a rule is told what comes out otherwise, at the rule that was changed."""
    lost = reviewed(text).lost
    said = " ".join(str(each) for each in lost).replace("'", "")
    assert [part for part in BEHIND[text] if part not in said] == []
    assert {(each.location.path, each.location.line) for each in lost} == {("mine/a.yaml", 1)}


def test_people_are_given_up_one_by_one(reviewed: Reviewed) -> None:
    """A person's new plan is written down, with what is lost; then nothing is lost unsaid."""
    text = (
        "recommendations: [{id: nap-early, when: tired and pregnant, loses: [cases],\n"
        "  cases: {fires: [{sleep_hours: 5, pregnant: true}], silent: [{pregnant: false}]}}]\n"
    )
    found = reviewed(text)
    assert {each.remedy.split(" under")[0] for each in found.lost} == {
        "Mend it, or give the person's new must_have",
        "Mend it, or give the person's new first",
    }
    person = "scenarios: [{id: short-sleeper, must_have: [], loses: [must_have, first]"
    assert [each.code for each in reviewed(f"{text}{person}}}]").wrong] == ["wrong-person"]
    done = reviewed(f"{text}{person.replace('must_have: []', 'must_have: [], first: nothing')}}}]")
    assert (done.lost, done.wrong, done.doubtful) == ((), (), ())


def test_the_laws_below_are_held(reviewed: Reviewed) -> None:
    """Advice that breaks a law is told where it was changed, and who it is; or it is declared."""
    opened = (
        "screening: [{id: weak-heart, blocks: {items: []}, loses: [blocks]}]\n"
        "recommendations: [{id: nap-early, needs_ok: false, loses: [needs_ok]}]"
    )
    (broken, *_) = [each for each in reviewed(opened).lost if "a law is broken" in each.message]
    assert "no-naps-for-weak-hearts" in broken.message
    assert "conditions: [heart_failure]" in broken.message
    assert (broken.location.path, broken.location.line) == ("mine/a.yaml", 2)
    declared = f"{opened}\nlaws: [{{id: no-naps-for-weak-hearts, loses: [law]}}]"
    assert broken.message in [each.message for each in reviewed(declared).given_up]


def test_laws_of_ones_own_are_held(reviewed: Reviewed) -> None:
    """A law that an author adds, and somebody breaks, is a mistake in the author's file."""
    law = "{id: no-naps, says: Nobody naps., never: {advice: [nap-early]}, references: [R1]}"
    (wrong,) = reviewed(f"laws: [{law}]").wrong
    assert (wrong.code, wrong.location.path) == ("broken-law", "mine/a.yaml")


def test_a_slip_in_an_id_is_doubted(reviewed: Reviewed) -> None:
    """What was meant to replace an entry, and only adds one, is pointed out."""
    found = reviewed("foods: [{id: mlik, title: milk}]")
    assert [each.message for each in found.doubtful] == [
        "mlik is a new food, and one letter off milk."
    ]


def test_what_is_declared_and_not_lost_is_pointed_out(reviewed: Reviewed) -> None:
    """A declaration that outlived its reason would hide the next loss."""
    found = reviewed("recommendations: [{id: nap-early, impact: 0.4, loses: [tags]}]")
    assert [each.message for each in found.doubtful] == ["nap-early loses nothing of tags."]


def test_a_wrong_case_of_ones_own_is_told_at_its_place(reviewed: Reviewed) -> None:
    """The folder's own cases are run, and only told once."""
    text = "findings: [{id: tired, cases: {fires: [{sleep_hours: 9}]}}]"
    (wrong,) = reviewed(text).wrong
    assert (wrong.code, wrong.location.path) == ("wrong-case", "mine/a.yaml")


def laid_over(below: str, mine: str, folder: Path) -> Review:
    """What one text makes of another that lies on the small knowledge base."""
    for name, text in (("base", below), ("mine", mine)):
        (folder / name).mkdir()
        (folder / name / "a.yaml").write_text(text, encoding="utf-8")
    for file in BASE.iterdir():
        (folder / "base" / file.name).write_bytes(file.read_bytes())
    before = load_knowledge(base=folder / "base")
    return review(load_knowledge(folder / "mine", base=folder / "base"), before)


def test_people_who_lose_the_same_are_told_together(tmp_path: Path) -> None:
    """Whoever moves a limit reads one line of all the people behind it, and not a wall."""
    another = (
        "  - {id: sleeps-less, person: Sleeps less., facts: {sleep_hours: 4, conditions: []},\n"
        "     gate: insufficient_data, must_have: [nap-early]}\n"
    )
    mine = (
        "recommendations: [{id: nap-early, when: tired and pregnant, loses: [cases],\n"
        "  cases: {fires: [{sleep_hours: 5, pregnant: true}], silent: [{pregnant: false}]}}]\n"
    )
    lost = [str(each) for each in laid_over(MORE + another, mine, tmp_path).lost]
    (together,) = (each for each in lost if "nap-early is missing" in each)
    assert "2 people (short-sleeper, sleeps-less) get another plan" in together
    assert "with their ids and loses: [must_have]" in together


def test_what_was_wrong_before_is_not_lost(tmp_path: Path) -> None:
    """A case or a person that the folder below gets wrong by itself is no loss of an overlay."""
    wrong = MORE.replace("must_have: [nap-early], ", "must_have: [rest-well], ")
    wrong = wrong.replace("fires: [{sleep_hours: 5}]", "fires: [{sleep_hours: 9}]")
    found = laid_over(wrong, "foods: [{id: oats, title: oats}]", tmp_path)
    assert (found.lost, found.wrong) == ((), ())
