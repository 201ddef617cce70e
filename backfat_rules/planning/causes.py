"""Whose answer caused it: the gate and the blocks, named by what the person told."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from functools import reduce
from operator import or_

from backfat_rules.decision.content import Held
from backfat_rules.knowledge.gates import GATES
from backfat_rules.knowledge.rules import Screening
from backfat_rules.language import Expression, deciding_parts, evaluate, names_in
from backfat_rules.language.tree import Holds, Name
from backfat_rules.planning.telling import Telling

NAMED = 3
"""So many causes stand in one sentence; the others are counted."""


def gate_line(
    telling: Telling,
    *,
    goes_on: bool = False,
    changes: bool | None = None,
    minds: bool = True,
    left_out: Collection[str] = (),
) -> str:
    """The gate in one sentence, with what was told that set it.

    That somebody can start is said of nobody for whom all that it means waits; where training that
    they do already ``goes_on`` all the same, it does not say that this waits.

    Args:
        telling: whose gate.
        goes_on: whether the line stands above training.
        changes: whether what it stands above is other for their safety; None for the plan.
        minds: whether something below it is to be minded by this person.
        left_out: exercises that it says are left out; then it names what closes them, and no other
            cause.
    """
    screened, reader = telling.screened, telling.reader
    setting = [each.rule for each in screened.setting if each.rule.gate == screened.gate]
    setting = _closing(left_out, telling) or setting
    waiting = _waiting(telling) if GATES[screened.gate].starts else []
    waiting_rules = [telling.knowledge.screening[each.by] for each in waiting]
    for_an_answer = bool(waiting) and all(each.unanswered for each in waiting)
    causes = _causes(setting if for_an_answer else waiting_rules or setting, telling)
    words = "gate-lines-because"
    if waiting and goes_on:
        words = "gate-lines-going-on"
    elif for_an_answer:
        words = "gate-lines-asking"
    elif waiting:
        words = "gate-lines-waiting"
    elif screened.gate == "modify" and not _is_changed(changes, telling):
        if changes is False and not (minds and causes):
            return reader.word("gate-lines", "proceed")
        words = "gate-lines-minding"
    if not causes or not GATES[screened.gate].rank:
        return reader.word("gate-lines", screened.gate)
    line = reader.word(words, screened.gate)
    return reader.say("gate-because", line=line, causes=reader.listed(_few(causes, telling)))


def _closing(exercises: Collection[str], telling: Telling) -> list[Screening]:
    """The screening rules that fired and close one of some exercises."""
    sets = telling.screened.book.sets
    closed = reduce(or_, (sets[id] for id in exercises), 0)
    return [each.rule for each in telling.screened.setting if each.fired & closed]


def _causes(rules: Collection[Screening], telling: Telling) -> list[str]:
    """What was told by which they hold; a general rule speaks only where no other does."""
    speaking = [rule for rule in rules if not rule.only_alone] or rules
    named = dict.fromkeys(each for rule in speaking for each in causes_of(rule, telling))
    # "food in pregnancy" says nothing beside "pregnancy"
    return [each for each in named if not any(o in each and o != each for o in named)]


def _waiting(telling: Telling) -> list[Held]:
    """What screening holds back of that with which one would start, where nothing of it is left."""
    rules, start = telling.knowledge.recommendations, {*telling.knowledge.policy.start_means}
    closed = {*filter(telling.screened.closes_tag, start)}
    decision = telling.decision
    if not closed or any(not start.isdisjoint(rules[id].tags) for id in decision.advised):
        return []
    return [
        each
        for each in decision.withheld
        if each.kind == "block" and each.id in rules and not closed.isdisjoint(rules[each.id].tags)
    ]


def _few(causes: list[str], telling: Telling) -> list[str]:
    more = len(causes) - NAMED
    if more <= 0:
        return causes
    return [*causes[:NAMED], telling.reader.say("more-causes", number=more)]


def _is_changed(changes: bool | None, telling: Telling) -> bool:
    return _changes_something(telling) if changes is None else changes


def _changes_something(telling: Telling) -> bool:
    """Whether a block that fired takes something out of this plan, or changes it."""
    decision = telling.decision
    left_out = any(each.kind == "block" and not each.unanswered for each in decision.withheld)
    replaced = (each.instead_of for advice in decision.advice for each in advice.exercises)
    return left_out or any(replaced)


def causes_of(rule: Screening, telling: Telling) -> tuple[str, ...]:
    """What was told by which a screening rule holds, each in a few words; never a hidden number.

    Where it hangs on ticked words alone, they say it all ("osteoporosis"); else its title does, and
    the words that were ticked stand behind it.
    """
    answers = list(_answers(rule.when.tree, telling, set()))
    if None in answers:
        return ()
    ticked = list(dict.fromkeys(each for each in answers if each))
    if ticked and all(answers):
        return tuple(ticked)
    if not ticked or any(each in rule.title for each in ticked):
        return (rule.title,)
    words = telling.reader.listed(ticked)
    return (telling.reader.say("cause-with-answers", cause=rule.title, answers=words),)


def _answers(condition: Expression, telling: Telling, seen: set[str]) -> Iterator[str | None]:
    """The ticked words that decided a condition.

    An empty text stands for anything else that did, and None for a number that a block hides.
    """
    known, knowledge = telling.derivation.known, telling.knowledge
    for part in deciding_parts(condition, known):
        match part.leaf:
            case Holds(word, Name(name)) if name in knowledge.facts:
                if part.value is True:
                    yield telling.reader.ticked(name, word)
                continue
        for name in names_in(part.leaf):
            if name in knowledge.findings and name not in seen:
                seen.add(name)
                for rule in knowledge.findings[name].rules:
                    if evaluate(rule.when.tree, known) is True:
                        yield from _answers(rule.when.tree, telling, seen)
            yield None if name in telling.hidden else ""
