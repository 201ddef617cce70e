"""What an overlay makes of the knowledge below it: what it adds, replaces and loses."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from backfat_rules.errors import KnowledgeProblem, Location
from backfat_rules.knowledge import KnowledgeBase
from backfat_rules.knowledge.blame import Blame
from backfat_rules.knowledge.entry import Entry, Layered
from backfat_rules.knowledge.mistyped import one_letter_off
from backfat_rules.knowledge.rules import Screening
from backfat_rules.knowledge.scenario import Scenario
from backfat_rules.planning import reasoner_of
from backfat_rules.planning.cases import cases_of, fault_in
from backfat_rules.verify.laws import check_law
from backfat_rules.verify.losses import losses
from backfat_rules.verify.scenarios import Difference, differences

POLICY = "policy"
PEOPLE = 20
"""How many people are tried for each law; the tests of the library try a hundred."""

_NO_CONTENT = ("id", "anew", "loses")
_CONDITIONS = ("when", "rules", "value", "valid")


@dataclass(frozen=True)
class Review:
    """What an overlay makes of the knowledge below it.

    Attributes:
        added: what is new, by id, with the word for its kind.
        replaced: for each entry that was there, the fields that the overlay gives.
        doubtful: what is new, and looks like a slip for what was there; or declared, and not lost.
        lost: what the entries below did for somebody's safety, laws that somebody breaks, cases
            and people that come out otherwise; each may be declared by the author with ``loses``.
        given_up: the same, declared.
        wrong: cases and people of the overlay that come to something else than they say, and its
            laws that somebody breaks.
    """

    added: Mapping[str, str]
    replaced: Mapping[str, tuple[str, ...]]
    doubtful: tuple[KnowledgeProblem, ...]
    lost: tuple[KnowledgeProblem, ...]
    given_up: tuple[KnowledgeProblem, ...]
    wrong: tuple[KnowledgeProblem, ...]


def review(after: KnowledgeBase, before: KnowledgeBase) -> Review:
    """Compare some knowledge with what lies below its overlays, and run the cases of both.

    Args:
        after: the knowledge with the overlays.
        before: the knowledge without them.

    >>> from backfat_rules import load_knowledge
    >>> review(load_knowledge(), load_knowledge()).lost
    ()
    """
    reviewing = _Reviewing(after, before)
    noted = [
        *reviewing.fields(),
        *reviewing.cases(),
        *reviewing.people(),
        *reviewing.laws(),
    ]
    undue = [*reviewing.undue({(each.owner, each.word) for each in noted})]
    return Review(
        added=reviewing.added(),
        replaced=reviewing.replaced(),
        doubtful=(*reviewing.slips(), *undue),
        lost=tuple(dict.fromkeys(each.problem for each in noted if not each.declared)),
        given_up=tuple(dict.fromkeys(each.problem for each in noted if each.declared)),
        wrong=(*reviewing.wrong_cases(), *reviewing.wrong_people(), *reviewing.wrong_laws()),
    )


@dataclass(frozen=True)
class _Noted:
    """Something lost: the entry it comes from, and the word that declares it."""

    owner: str
    word: str
    declared: bool
    problem: KnowledgeProblem


class _Reviewing:
    def __init__(self, after: KnowledgeBase, before: KnowledgeBase) -> None:
        self.after = after
        self.before = before
        self.blame = Blame([*after, after.policy], after.layers[len(before.layers) :])
        self.reasoner = reasoner_of(after, "direct")
        self.reasoner_below = reasoner_of(before, "direct")
        self.below: dict[str, Layered] = {each.id: each for each in before}
        self.below[POLICY] = before.policy
        self.own = {_id(each): each for each in self.blame.own}

    def added(self) -> dict[str, str]:
        new = {id: each for id, each in self.own.items() if id not in self.below}
        found = {id: str(getattr(each, "noun", "")) for id, each in new.items()}
        facts = sorted(self.after.facts.keys() - self.before.facts.keys())
        return {**dict.fromkeys(facts, "fact"), **found}

    def replaced(self) -> dict[str, tuple[str, ...]]:
        return {
            id: tuple(
                name for name in each.origin if name not in _NO_CONTENT and self._gives(each, name)
            )
            for id, each in self.own.items()
            if id in self.below
        }

    def _gives(self, entry: Layered, field: str) -> bool:
        return self.blame.is_own(entry.origin[field])

    def slips(self) -> Iterator[KnowledgeProblem]:
        for id, kind in self.added().items():
            known = [*self.below, *self.before.facts]
            if meant := one_letter_off(id, known):
                entry = self.own.get(id)
                where = entry.place.of("id") if entry else Location(self.after.layers[-1])
                message = f"{id} is a new {kind}, and one letter off {meant}."
                remedy = f"If {meant} is meant, write it so; else all is well."
                yield KnowledgeProblem(where, "near-id", message, remedy)

    def fields(self) -> Iterator[_Noted]:
        """What the overlay's entries no longer do."""
        for id, entry in self.own.items():
            if id not in self.below:
                continue
            gone: dict[str, list[str]] = {}
            for word, what in losses(self.below[id], entry):
                gone.setdefault(word, []).append(what)
            for name, what_all in gone.items():
                message = f"{id} loses {name}: {', '.join(what_all)}."
                yield self._noted(entry, name, message, entry.place.of(name))

    def cases(self) -> Iterator[_Noted]:
        """The cases below that come out otherwise."""
        for case in cases_of(self.before):
            said = fault_in(case, self.after, self.reasoner)
            if said is None or said == fault_in(case, self.before, self.reasoner_below):
                continue
            behind = self.blame.behind([case.entry.id], giving=_CONDITIONS)
            if behind is not None:
                message = f"with this, the case at {case.where} comes out otherwise: {case} {said}"
                yield self._noted(behind, "cases", message, behind.place.at)

    def people(self) -> Iterator[_Noted]:
        """The people below who get another plan; those of one change are told together."""
        alike: dict[tuple[Location, Difference, bool], list[Scenario]] = {}
        for scenario, each, behind in self._other_plans():
            declared = each.field in self.after.scenarios[scenario.id].loses
            alike.setdefault((behind.place.at, each, declared), []).append(scenario)
        for (at, each, declared), scenarios in alike.items():
            problem = KnowledgeProblem(at, "lost", *_said_of(scenarios, each))
            for scenario in scenarios:
                yield _Noted(scenario.id, each.field, declared, problem)

    def _other_plans(self) -> Iterator[tuple[Scenario, Difference, Any]]:
        """Each person below, with what is different now and the entry that it comes from."""
        screening = [_id(each) for each in self.blame.own if isinstance(each, Screening)]
        for scenario in self.before.scenarios.values():
            found = [*differences(scenario, self.reasoner)]
            before = {*differences(scenario, self.reasoner_below)} if found else set()
            for each in found:
                first = screening if each.field == "gate" else []
                behind = self.blame.behind([*each.behind, *first]) if each not in before else None
                if behind is not None:
                    yield scenario, each, behind

    def laws(self) -> Iterator[_Noted]:
        """The laws below that somebody breaks now; twenty people who meet each are tried."""
        for id in self.before.laws:
            check = check_law(self.after.laws[id], self.after, PEOPLE)
            if not check.broken or check_law(self.before.laws[id], self.before, PEOPLE).broken:
                continue
            behind = self.blame.behind([*check.broken, id])
            if behind is not None:
                law = self.after.laws[id]
                remedy = f"Mend it; or if it is meant, lay over the law: id: {id} and loses: [law]."
                problem = KnowledgeProblem(
                    behind.place.at, "lost", f"with this a law is broken. {check}", remedy
                )
                yield _Noted(id, "law", "law" in law.loses, problem)

    def _noted(self, entry: Any, word: str, message: str, where: Location) -> _Noted:
        at = where if self.blame.is_own(where) else entry.place.at
        remedy = f"Keep it; or if it is meant, add to {_id(entry)}: loses: [{word}]."
        problem = KnowledgeProblem(at, "lost", message, remedy)
        return _Noted(_id(entry), word, word in entry.loses, problem)

    def undue(self, lost: set[tuple[str, str]]) -> Iterator[KnowledgeProblem]:
        """What is declared as lost, and is not."""
        for id, entry in self.own.items():
            for word in entry.loses:
                if (id, word) not in lost:
                    message = f"{id} loses nothing of {word}."
                    where = entry.place.of("loses")
                    yield KnowledgeProblem(where, "undue-loses", message, "Take the word out.")

    def wrong_cases(self) -> Iterator[KnowledgeProblem]:
        for case in cases_of(self.after):
            if self.blame.is_own(case.where):
                said = fault_in(case, self.after, self.reasoner)
                if said is not None:
                    yield case.problem(said)

    def wrong_people(self) -> Iterator[KnowledgeProblem]:
        for id, scenario in self.after.scenarios.items():
            if id in self.own:
                for each in differences(scenario, self.reasoner):
                    message, remedy = f"{id}: {each.said}.", "Correct the person, or the rule."
                    where = scenario.place.of(each.field)
                    yield KnowledgeProblem(where, "wrong-person", message, remedy)

    def wrong_laws(self) -> Iterator[KnowledgeProblem]:
        for id, law in self.after.laws.items():
            if id in self.own and id not in self.below:
                check = check_law(law, self.after, PEOPLE)
                if check.broken:
                    remedy = "Correct the law, or the rule."
                    yield KnowledgeProblem(law.place.at, "broken-law", f"{check}.", remedy)


def _said_of(people: Sequence[Scenario], what: Difference) -> tuple[str, str]:
    """What is told of people who lose the same, and what their author may do about it."""
    if len(people) == 1:
        who, whose = f"{people[0].id} (at {people[0].place.at}) gets", f"id: {people[0].id}"
        mend = f"give the person's new {what.field}"
    else:
        who = f"{len(people)} people ({', '.join(each.id for each in people)}) get"
        whose, mend = "their ids", f"give each person's new {what.field}"
    remedy = f"Mend it, or {mend} under scenarios, with {whose} and loses: [{what.field}]."
    return f"with this, {who} another plan: {what.said}.", remedy


def _id(entry: Layered) -> str:
    return entry.id if isinstance(entry, Entry) else POLICY
