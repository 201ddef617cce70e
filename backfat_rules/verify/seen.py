"""What one person gets to see, in the words of laws."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

from backfat_rules.decision.rulebook import guidance_of
from backfat_rules.decision.saying import FEW_ANSWERS, messages_for
from backfat_rules.knowledge.gates import GateName
from backfat_rules.knowledge.law import Contents, Required
from backfat_rules.knowledge.links import tags_of
from backfat_rules.planning.plan_content import PlanContent
from backfat_rules.planning.tell import tell
from backfat_rules.planning.telling import Telling

SCREENING = "screening"
"""The kind of message that names what is closed; it is no advice."""


@dataclass(frozen=True)
class Seen:
    """The plan of one person, as laws ask about it."""

    person: Telling

    @property
    def gate(self) -> GateName:
        """The gate."""
        return self.person.screened.gate

    @cached_property
    def priorities(self) -> Mapping[str, float]:
        """The priority of each recommendation that is given."""
        return {each.id: each.priority for each in self.person.outcome.given}

    @cached_property
    def said(self) -> Mapping[str, str]:
        """What is said besides screening, with its kind."""
        said = messages_for(self.person)
        return {each.id: each.kind for each in said if each.kind != SCREENING}

    @cached_property
    def items(self) -> frozenset[str]:
        """The exercises, foods and messages that are offered or said."""
        choices, rules = self.person.choices, self.person.knowledge.recommendations
        chosen = [
            each.id
            for id in self.priorities
            for each in (*choices.foods(rules[id].foods), *choices.exercises(rules[id].exercises))
        ]
        return frozenset([*chosen, *self.said])

    @cached_property
    def tags(self) -> frozenset[str]:
        """The tags of all that is given, offered, said or shown."""
        person = self.person
        shown = person.shown & person.derivation.values.keys() if self.has_plan else ()
        return frozenset(
            tag for id in (*self.priorities, *self.items, *shown) for tag in self._tags_of(id)
        )

    @property
    def has_plan(self) -> bool:
        """Whether anything but the message of its gate is shown."""
        return not self.person.screened.no_plan

    def _tags_of(self, id: str) -> Iterator[str]:
        knowledge = self.person.knowledge
        guidance = guidance_of(knowledge).get(id)
        if guidance is not None:
            yield from guidance.tags
        elif id != FEW_ANSWERS:
            for each in self.person.book.members.get(id, (id,)):
                yield from tags_of(knowledge[each])

    @cached_property
    def text(self) -> str:
        """Everything that is advised or said, as one text in small letters."""
        plan = tell(self.person, PlanContent)
        told = (*plan.recommendations, *(each for each in plan.messages if each.id in self.said))
        parts = (each.model_dump(exclude={"sources"}) for each in told)
        return "\n".join(text for part in parts for text in _texts(part)).lower()

    def held_of(self, contents: Contents) -> Iterator[str]:
        """What of some contents this plan holds."""
        yield from (id for id in contents.advice if id in self.priorities)
        yield from (id for id in contents.items if id in self.items)
        yield from (tag for tag in contents.tags if tag in self.tags)
        yield from (gate for gate in contents.gates if gate == self.gate)
        yield from (
            name for name in contents.numbers if name in self.person.shown and self.has_plan
        )
        yield from (words for words in contents.texts if words.lower() in self.text)

    def missing_of(self, required: Required) -> Iterator[str]:
        """What of the required contents this plan lacks."""
        held = {*self.held_of(required)}
        for each in (required.advice, required.items, required.tags, required.numbers):
            yield from (word for word in each if word not in held)
        yield from (words for words in required.texts if words not in held)
        if required.gates and self.gate not in required.gates:
            yield f"a gate of {', '.join(required.gates)} (it is {self.gate})"
        kinds = {*self.said.values(), *(["advice"] if self.priorities else [])}
        if required.something and kinds.isdisjoint(required.something):
            yield f"one of {', '.join(required.something)}"


def _texts(part: object) -> Iterator[str]:
    if isinstance(part, str):
        yield part
    elif isinstance(part, Mapping):
        for each in part.values():
            yield from _texts(each)
    elif isinstance(part, tuple | list):
        for each in part:
            yield from _texts(each)
