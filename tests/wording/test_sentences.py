"""The words in YAML and the code that says them fit each other."""

from __future__ import annotations

import ast
from dataclasses import fields
from typing import Any, get_args

import pytest

from backfat_rules import load_knowledge
from backfat_rules.decision.priority import PriorityParts
from backfat_rules.knowledge.entry import AreaName, Verdict
from backfat_rules.knowledge.gates import GateName
from backfat_rules.planning.plan_content import Message
from backfat_rules.profile import Profile, facts_of
from tests.wording.source import TOLD, calls_of, constants, prose, trees

ENGLISH = load_knowledge().vocabularies["en"]
ALL_TEXTS = {text for _, tree in trees() for text in constants(tree)}
FOR_AUTHORS = (
    *("cases.py", "muscle_sets.py", "plan_content.py", "reasoner.py", "week_calendar.py"),
    "wrong_id.py",
)
"""What these say is read by whoever writes rules or programs, like every error."""

REFUSALS = ("replies.py", "statements.py", "typed_replies.py", "week_changes.py")
"""What these say is why an answer, or a change of a week, is refused, as a profile says it."""

SAID = [call for _, tree in trees() for call in calls_of(tree, "say") if call.args]
"""The calls of ``say`` with a sentence; an asker's ``say(text)`` has no slots and no literal."""


def ids_in(call: ast.Call) -> set[str]:
    """The sentences that a call names as they stand: one, or one of two."""
    match call.args[0]:
        case ast.Constant(value=str(id)):
            return {id}
        case ast.IfExp(body=ast.Constant(value=str(one)), orelse=ast.Constant(value=str(other))):
            return {one, other}
    return set()


def test_every_sentence_that_is_said_exists_with_its_slots() -> None:
    """No plan fails over a sentence that nobody wrote, or over a slot that nobody fills."""
    said = [(id, call) for call in SAID for id in ids_in(call)]
    assert len(said) > 60
    for id, call in said:
        given = {keyword.arg for keyword in call.keywords}
        assert None in given or given == ENGLISH.sentences[id].slots, id


def test_every_sentence_is_said() -> None:
    """Whoever translates the library writes no sentence that nobody reads."""
    assert set(ENGLISH.sentences) <= ALL_TEXTS


@pytest.mark.parametrize(
    ("list_of", "words"),
    [
        ("gates", get_args(GateName)),
        ("gate-lines", get_args(GateName)),
        ("areas", get_args(AreaName)),
        ("verdicts", get_args(Verdict)),
        ("priority-parts", tuple(each.name for each in fields(PriorityParts))),
        ("message-kinds", get_args(Message.model_fields["kind"].annotation)),
    ],
)
def test_every_word_of_the_library_has_a_label(list_of: str, words: tuple[str, ...]) -> None:
    """No gate, area, verdict or kind of message is ever shown as the word that programs use."""
    assert ENGLISH.labels[list_of].words.keys() == {*words}


def test_every_list_of_labels_is_used() -> None:
    """No label is kept that nothing shows."""
    assert set(ENGLISH.labels) <= ALL_TEXTS


def test_every_word_of_a_fact_has_a_label() -> None:
    """An answer is never shown as the word that programs use for it."""
    for fact in facts_of(Profile).values():
        named: Any = ENGLISH.names.get(fact.name)
        assert {*fact.words} == {*(named.words if named else ())}, fact.name
        if fact.type.kind == "truth":
            assert named.if_yes != named.if_no, fact.name


def test_every_fact_is_called_and_asked_for_in_yaml() -> None:
    """Who translates the library finds the label and question of every fact beside its words."""
    for fact in facts_of(Profile).values():
        named = ENGLISH.names[fact.name]
        assert (named.label, named.question) == (fact.label, fact.question), fact.name
        assert named.asked_in == fact.asked_in, fact.name
        assert {fact.own_label, fact.own_question, fact.own_asked_in} == {"", ()}, fact.name


def test_what_people_read_stands_in_yaml() -> None:
    """Who proposes a better sentence finds it among the knowledge, and reads no Python."""
    found = {file.name: [*prose(tree)] for file, tree in trees(*TOLD)}
    assert {name for name, texts in found.items() if texts} <= {"style.py", *FOR_AUTHORS, *REFUSALS}


def test_one_place_makes_words_of_an_id() -> None:
    """An id is spaced out in one function, for what has no label; errors do it with units."""
    spaced = [
        file.name
        for file, tree in trees()
        for call in calls_of(tree, "replace")
        if any(isinstance(each, ast.Constant) and each.value == " " for each in call.args[1:])
    ]
    assert sorted({*spaced} - {"quantities.py", "ranges.py"}) == ["fact.py"]
