"""The least that would have to change for advice to go away, or to come."""

from __future__ import annotations

from collections.abc import Iterator

from backfat_rules.decision import Person
from backfat_rules.exact import LeastChange, Problems, least_changes
from backfat_rules.explain.harmless import alarms, blocked_parts, needed_problems, new_problems
from backfat_rules.explain.movable import is_movable
from backfat_rules.explain.stopping import stopping_conditions
from backfat_rules.explain.wrong_id import wrong_id
from backfat_rules.language import Expression, Facts
from backfat_rules.language.tree import AllOf, AnyOf, Name, Not
from backfat_rules.planning import Reasoner
from backfat_rules.planning.shown import Shown
from backfat_rules.planning.telling import Telling
from backfat_rules.profile.json_facts import FactJson, as_json
from backfat_rules.wording import Reader

ASKED_ABOUT = ("recommendations", "messages", "findings")


class FactStep(Shown, frozen=True):
    """One fact that changes.

    Attributes:
        before: what was told; None if it was not.
        steps: how many realistic steps the change takes, such as half an hour of sleep each.
    """

    shown_by = ("fact", "before", "after")

    fact: str
    before: FactJson | None
    after: FactJson
    steps: int


class Way(Shown, frozen=True):
    """Changes that together do it; none of them can be left out.

    Attributes:
        proven: whether it is certain that the same facts cannot do it in fewer steps.
        text: the changes in words.
    """

    shown_by = ("text",)

    changes: tuple[FactStep, ...]
    steps: int
    proven: bool
    text: str

    @property
    def facts(self) -> dict[str, FactJson]:
        """The facts as they would be told afterwards."""
        return {each.fact: each.after for each in self.changes}


def least_ways(
    id: str,
    *,
    gain: bool,
    person: Telling,
    reasoner: Reasoner,
    limit: int,
) -> tuple[Way, ...]:
    """The smallest changes of changeable facts that bring or clear a recommendation or finding.

    Smallest is fewest facts, then fewest steps. Facts that people cannot change are never touched,
    nor numbers that a block hides; no way takes up a blocked exercise or asks for more of what is
    blocked, none meets a target by moving it, and none sets off screening, such as a weight that is
    too low, or a contradiction. No way brings a problem that was not there, but for what is asked
    to be gained: where nothing else does it, the problems that it is about, and what follows from
    those. Every way is tried out: it is given afterwards, or it is not.

    Args:
        id: a recommendation, message or finding.
        gain: True to bring it, False to clear it.
        person: who is told the plan as it is.
        reasoner: what made it.
        limit: at most how many ways.

    Raises:
        BackfatRulesError: nothing has this id.
    """
    knowledge, facts = reasoner.knowledge, person.derivation.facts
    if not any(id in getattr(knowledge, name) for name in ASKED_ABOUT):
        raise wrong_id(id, knowledge, ASKED_ABOUT)
    if _has(id, person) is gain:
        return (_way(LeastChange((), 0), person.reader),)
    problems, target = knowledge.once(Problems.of), _target(id, gain, person)
    fixed = {name for name in knowledge.facts if not is_movable(name, id, gain, person)}
    unwanted = new_problems(person)
    without = [unwanted, unwanted - needed_problems(id, knowledge)] if gain else [unwanted]
    for brought in without:
        avoided = sorted(brought | alarms(person, gain=gain))
        found = least_changes(problems, facts, target, gain, limit, fixed=fixed, avoided=avoided)
        works = [each for each in found if _works(id, gain, each.applied(facts), person, reasoner)]
        if works:
            return tuple(_way(each, person.reader) for each in works)
    return ()


def _works(id: str, gain: bool, facts: Facts, before: Person, reasoner: Reasoner) -> bool:
    """Whether changed facts really bring or clear it, with no alarm that was not there before."""
    after = reasoner.telling(facts)
    is_safe = alarms(before, gain=gain).isdisjoint(after.derivation.fired)
    return is_safe and _has(id, after) is gain


def _has(id: str, person: Person) -> bool:
    """Whether a recommendation is given, or anything else holds."""
    if id in person.knowledge.recommendations:
        return person.outcome.gives(id)
    return id in person.derivation.fired


def _target(id: str, gain: bool, person: Person) -> Expression:
    """What is to become true, or with ``gain`` False no longer be: nothing blocked joins in."""
    target = _given(id, person) if gain else Name(id)
    blocked = blocked_parts(person.knowledge.once(Problems.of)[target], person)
    if not blocked:
        return target
    return AllOf((target, Not(AnyOf(blocked)))) if gain else AnyOf((target, *blocked))


def _given(id: str, person: Person) -> Expression:
    """Called for, and not taken out by any screening rule whose answer is known."""
    if id not in person.knowledge.recommendations:
        return Name(id)
    truth, conditions = person.derivation.truth, stopping_conditions(id, person.book)
    stopping = tuple(when for rule, when in conditions.items() if truth(rule) is not None)
    return AllOf((Name(id), Not(AnyOf(stopping)))) if stopping else Name(id)


def _way(change: LeastChange, reader: Reader) -> Way:
    steps = tuple(
        FactStep(
            fact=each.fact,
            before=None if each.before is None else as_json(each.before),
            after=as_json(each.after),
            steps=each.steps,
        )
        for each in change.changes
    )
    said = reader.chained(_texts(change, reader), "list-semicolon")
    text = said or reader.say("nothing-to-change")
    return Way(changes=steps, steps=change.steps, proven=change.proven, text=text)


def _texts(change: LeastChange, reader: Reader) -> Iterator[str]:
    for each in change.changes:
        if isinstance(each.after, bool):
            yield reader.truth(each.fact, each.after)
            continue
        yield reader.changed(each.fact, each.before, each.after)
