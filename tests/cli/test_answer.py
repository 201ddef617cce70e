"""``backfat-rules answer``: a question in anybody's words, the closest answers with sources."""

from __future__ import annotations

import json

import pytest

from backfat_rules import load_knowledge
from backfat_rules.cli import main
from backfat_rules.explain.asking import answered, closest

BASE = load_knowledge()


@pytest.mark.parametrize(
    ("text", "id"),
    [
        ("can I lose fat only on my back?", "myth-spot-reduction"),
        ("spot reduction", "myth-spot-reduction"),
        ("Do carbs make me fat", "myth-carbs-make-fat"),
        ("will sitting at my desk put fat on my back", "myth-sitting-stores-fat"),
        ("is hiit the best to lose fat", "myth-hiit-best"),
        ("toxins", "myth-detox"),
        ("gren tea", "myth-green-tea"),
        ("protien as energy", "myth-protein-as-fuel"),
        ("AFTERBURN!!", "myth-afterburn"),
        ("do i need a gym", "ask-equipment"),
        ("I have a hump on my neck", "ask-neck-hump"),
        ("fat burner pills", "myth-fat-burners"),
        ("skipping breakfast", "myth-skipping-meals"),
    ],
)
def test_the_question_that_was_meant_comes_first(text: str, id: str) -> None:
    """Other words, slips of the pen and capitals do not hide a question."""
    assert closest(text, BASE, 3)[0].id == id


@pytest.mark.parametrize("message", list(answered(BASE)), ids=lambda message: message.id)
def test_every_question_finds_its_own_answer(message: object) -> None:
    """Who types a question as it stands in the list gets its answer among the first."""
    question = getattr(message, "question")  # noqa: B009
    assert message in closest(question, BASE, 3)


@pytest.mark.parametrize(
    "text",
    [
        "what is the capital of France",
        "who won the football",
        "what is the weather",
        "is it going to be windy later",
        "how do I paint a fence",
        "where can I buy a cheap phone",
        "fix my printer",
        "",
        "?",
    ],
)
def test_a_question_about_something_else_gets_no_answer(
    text: str, capsys: pytest.CaptureFixture[str]
) -> None:
    """No answer is better than a wrong one; the list of all questions is named instead."""
    assert main(["answer", text]) == 0
    assert capsys.readouterr().out == (
        "No question here is close to that; 'backfat-rules answer' lists them all.\n"
    )


def test_an_answer_shows_question_verdict_and_sources(capsys: pytest.CaptureFixture[str]) -> None:
    """Question, answer, how sure it is, and what it stands on, within 80 columns."""
    message = BASE.messages["myth-spot-reduction"]
    assert main(["answer", "spot reduction", "--top", "1"]) == 0
    out, err = capsys.readouterr()
    assert err == ""
    assert out.startswith(f"{message.question} ({message.id})\n  ")
    assert "\n  This answer is well supported.\n" in out
    assert all(f"\n  - {id}: " in out for id in (*message.references, *message.claims))
    assert max(map(len, out.splitlines())) <= 80


def test_without_a_text_all_questions_are_listed(capsys: pytest.CaptureFixture[str]) -> None:
    """Every myth and question of the knowledge base is there to choose from."""
    assert main(["answer"]) == 0
    out = capsys.readouterr().out
    assert all(f"\n  {message.question}\n" in out for message in answered(BASE))


def test_json_is_data_and_nothing_else(capsys: pytest.CaptureFixture[str]) -> None:
    """--json prints the answers as a list, also an empty one."""
    assert main(["answer", "spot reduction", "--json"]) == 0
    first, *_ = json.loads(capsys.readouterr().out)
    assert (first["id"], first["verdict"]) == ("myth-spot-reduction", "supported")
    assert {source["kind"] for source in first["sources"]} == {"reference", "claim"}
    assert main(["answer", "capital of France", "--json"]) == 0
    assert json.loads(capsys.readouterr().out) == []


def test_no_braces_are_shown(capsys: pytest.CaptureFixture[str]) -> None:
    """A number of a person, who is not there, is shown as the name of what would stand there."""
    assert main(["answer", "--json"]) == 0
    answers = [each["answer"] for each in json.loads(capsys.readouterr().out)]
    assert not [text for text in answers if "{" in text]
    assert any("[daily water]" in text for text in answers)
