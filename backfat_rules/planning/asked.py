"""Facts and statements as questions: with their words, choices and limits, ready for a form."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from backfat_rules.knowledge.screens import Ask, ScreenRule, StatementRule
from backfat_rules.language import names_in
from backfat_rules.planning.question import Choice, Question, QuestionKind
from backfat_rules.planning.rough import HOW, rough_answers
from backfat_rules.planning.statements import fact_of
from backfat_rules.planning.telling import Telling
from backfat_rules.profile import Fact

_KINDS: dict[str, QuestionKind] = {
    "truth": "yes_no",
    "number": "number",
    "choice": "choice",
    "set": "ticks",
}
_ROUGH = dict(zip(HOW, ("rough-a-little", "rough-clearly", "rough-very-much"), strict=True))


def fact_question(
    fact: Fact,
    why: str,
    telling: Telling,
    ask: Ask | None = None,
    screen: ScreenRule | None = None,
    *,
    releases: tuple[str, ...] = (),
) -> Question:
    """The question for one fact.

    Args:
        fact: what is asked for.
        why: what the answer is for.
        telling: what is known, and who is asked.
        ask: what the screen says of it.
        screen: where it stands.
        releases: ids of what is held back until it is answered.
    """
    reader = telling.reader
    return Question.made(
        fact=fact.name,
        kind=_KINDS[fact.type.kind],
        screen=screen.id if screen else "",
        facts=(fact.name,),
        text=reader.question(fact.name),
        unit=fact.unit,
        low=fact.low,
        high=fact.high,
        whole=fact.whole,
        choices=tuple(_choices(fact, telling)),
        none=reader.say("none-of-these") if fact.type.kind == "set" else "",
        follow_ups=_follow_ups([fact.name], screen),
        why=why,
        note=_note(ask, telling),
        releases=releases,
    )


def statements_question(
    screen: ScreenRule, statements: Sequence[StatementRule], telling: Telling
) -> Question:
    """A list of statements to tick."""
    reader = telling.reader
    assert screen.which is not None
    facts = tuple(dict.fromkeys(map(fact_of, statements)))
    return Question.made(
        fact="",
        kind="statements",
        screen=screen.id,
        facts=facts,
        text=screen.which,
        unit="",
        low=None,
        high=None,
        whole=False,
        choices=tuple(
            Choice.made(id=each.id, label=reader.text(each.says), condition=each.means.text)
            for each in statements
        ),
        none=reader.say("none-of-these"),
        follow_ups=_follow_ups(facts, screen),
        why=reader.say("why-statements"),
        note="",
        releases=(),
    )


def why_asked(fact: Fact, telling: Telling, title: str = "") -> str:
    """What an answer is for, in words that are right for anybody.

    Args:
        fact: what is asked for.
        telling: who is asked.
        title: what hangs on it, for a fact of an app that does not say what it is for.
    """
    reader = telling.reader
    purpose = reader.named[fact.name].naming.purpose or fact.purpose or reader.inside(title)
    if not purpose:
        purpose = reader.label(fact.name)
    return reader.say("why-asked", purpose=purpose)


def _choices(fact: Fact, telling: Telling) -> Iterator[Choice]:
    name, reader = fact.name, telling.reader
    if fact.type.kind == "number":
        for each in rough_answers(fact, telling):
            how = reader.say(_ROUGH[each.id], range=reader.value(name, each.told))
            yield Choice.made(id=each.id, label=how, condition=each.condition(name))
        return
    words = offered_exercises(telling) if fact.ids_of else fact.words
    for word in words:
        means = f'"{word}" in {name}' if fact.type.kind == "set" else f'{name} == "{word}"'
        yield Choice.made(id=word, label=reader.choice(name, word), condition=means)


def offered_exercises(telling: Telling) -> tuple[str, ...]:
    """The exercises that the present advice offers, in its order."""
    chosen = (each.id for advice in telling.decision.advice for each in advice.exercises)
    return tuple(dict.fromkeys(chosen))


def _follow_ups(facts: Iterable[str], screen: ScreenRule | None) -> tuple[str, ...]:
    """The facts of the screen that are asked for only after some answer to one of these."""
    asks = screen.asks if screen else ()
    named = (
        each.fact
        for each in asks
        if each.when and not {*facts}.isdisjoint(names_in(each.when.tree))
    )
    return tuple(dict.fromkeys(named))


def _note(ask: Ask | None, telling: Telling) -> str:
    """What stands beside a question, with whom to call where a country is known."""
    if ask is None or ask.beside is None:
        return ""
    contact = telling.reader.whom_to_call(ask.help_for) if ask.help_for else ""
    return " ".join(each for each in (telling.reader.text(ask.beside), contact) if each)
