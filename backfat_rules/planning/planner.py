"""From a derivation to a plan: screen, rank, dose, explain, and choose where to begin."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import TypeVar

from backfat_rules.inference import Derivation
from backfat_rules.knowledge import KnowledgeBase
from backfat_rules.knowledge import rules as known_rules
from backfat_rules.planning.choices import Choices
from backfat_rules.planning.done_when import done_when
from backfat_rules.planning.doses import dose_of
from backfat_rules.planning.first_steps import first_steps
from backfat_rules.planning.plan import (
    FindingResult,
    Message,
    PlanContent,
    Recommendation,
    ValueResult,
    Withheld,
)
from backfat_rules.planning.priority import priority, priority_parts
from backfat_rules.planning.questions import questions_for
from backfat_rules.planning.reasons import as_json, reasons_for, sources_of
from backfat_rules.planning.screening import Screened, screen
from backfat_rules.planning.wording import words_for
from backfat_rules.version import __version__

PlanType = TypeVar("PlanType", bound=PlanContent)

MESSAGE_ORDER = ("screening", "guidance", "expectation", "myth", "faq", "keep_going")


def make_plan(
    derivation: Derivation, knowledge: KnowledgeBase, plan_type: type[PlanType]
) -> PlanType:
    """Everything that follows for one person, as a plan of the given type."""
    person = _Person(derivation, knowledge, screen(derivation, knowledge))
    recommendations, withheld = person.recommendations()
    return plan_type(
        library_version=__version__,
        knowledge_version=knowledge.version,
        facts={name: as_json(value) for name, value in sorted(derivation.facts.items())},
        gate=person.screened.gate,
        messages=person.messages(),
        recommendations=recommendations,
        first_steps=first_steps(recommendations, knowledge.policy.first_steps),
        withheld=withheld,
        findings=() if person.screened.no_plan else tuple(person.findings()),
        values=() if person.screened.no_plan else tuple(person.values()),
        questions=() if person.screened.no_plan else questions_for(derivation, knowledge),
        notice=knowledge.policy.notice,
    )


@dataclass(frozen=True)
class _Person:
    """One person's derivation on its way to a plan."""

    derivation: Derivation
    knowledge: KnowledgeBase
    screened: Screened

    @cached_property
    def choices(self) -> Choices:
        """The foods and exercises that can be offered."""
        return Choices(self.derivation.known, self.knowledge, self.screened)

    @cached_property
    def words(self) -> Mapping[str, str]:
        """What texts may show: everything known but the numbers that a block hides."""
        hidden = {
            name
            for tag, names in self.knowledge.policy.hidden_numbers.items()
            if self.screened.blocks_tag(tag)
            for name in names
        }
        hidden |= {
            value.id
            for value in self.knowledge.values.values()
            if self.screened.block_of(value.id, value.tags)
        }
        words = words_for(self.derivation.known, self.knowledge)
        return {name: word for name, word in words.items() if name not in hidden}

    def recommendations(self) -> tuple[tuple[Recommendation, ...], tuple[Withheld, ...]]:
        """What is recommended, the most important first, and what is withheld."""
        if self.screened.no_plan:
            return (), ()
        words = self.words
        kept: list[Recommendation] = []
        withheld: list[Withheld] = []
        for rule in self.knowledge.recommendations.values():
            if rule.id in self.derivation.fired:
                stopped = self._stopped(rule)
                if stopped is None:
                    kept.append(self._recommendation(rule, words))
                else:
                    withheld.append(stopped)
        kept.sort(key=lambda each: (-each.priority, each.id))
        return self._without_conflicts(kept, withheld)

    def _without_conflicts(
        self, ranked: list[Recommendation], withheld: list[Withheld]
    ) -> tuple[tuple[Recommendation, ...], tuple[Withheld, ...]]:
        """Of two that must not be combined, the one of higher priority stays."""
        kept: list[Recommendation] = []
        for each in ranked:
            rival = next((other for other in kept if self._conflict(each.id, other.id)), None)
            if rival is None:
                kept.append(each)
            else:
                reason = f"It does not go together with: {rival.title}."
                withheld.append(
                    Withheld(id=each.id, title=each.title, because=rival.id, reason=reason)
                )
        withheld = [*withheld, *self.choices.withheld.values()]
        return tuple(kept), tuple(sorted(withheld, key=lambda each: each.id))

    def _conflict(self, one: str, other: str) -> bool:
        rules = self.knowledge.recommendations
        return one in rules[other].not_with or other in rules[one].not_with

    def _stopped(self, rule: known_rules.Recommendation) -> Withheld | None:
        """Why a recommendation that fired is not given; None if it is."""
        block = self.screened.block_of(rule.id, rule.tags, rule.topic)
        if block is not None:
            by = block.screening
            reason = f"Not yet answered: {by.title}." if block.unanswered else by.reason
            instead = None if block.unanswered else by.instead
        elif self.screened.gate == "refer_first" and rule.needs_ok:
            by = self.screened.fired[0]
            reason, instead = by.reason, by.instead
        else:
            return None
        return Withheld(id=rule.id, title=rule.title, because=by.id, reason=reason, instead=instead)

    def _recommendation(
        self, rule: known_rules.Recommendation, words: Mapping[str, str]
    ) -> Recommendation:
        parts = priority_parts(rule, self.derivation, self.knowledge)
        reasons = tuple(
            reason
            for reason in reasons_for(rule.id, self.derivation, self.knowledge, words)
            if not self.screened.block_of(reason.id, self.knowledge.findings[reason.id].tags)
        )
        grounds = (rule, *(self.knowledge.findings[reason.id] for reason in reasons))
        return Recommendation(
            id=rule.id,
            area=rule.area,
            topic=rule.topic,
            title=rule.title,
            action=rule.action,
            steps=rule.steps,
            dose=dose_of(rule.dose, self.derivation, self.knowledge, words),
            expect=rule.expect,
            priority=priority(parts, self.knowledge),
            priority_parts=parts,
            reasons=reasons,
            evidence=rule.verdict,
            sources=sources_of(grounds, self.knowledge),
            cautions=rule.cautions,
            done_when=done_when(rule.id, self.derivation, self.knowledge),
            foods=tuple(self.choices.foods(rule.foods)),
            exercises=tuple(self.choices.exercises(rule.exercises)),
        )

    def messages(self) -> tuple[Message, ...]:
        """Screening first, then general guidance, then what the facts or goals call for."""
        said = [self._screening_message(rule) for rule in self.screened.fired]
        if self.screened.no_plan:
            return tuple(each for each in said if each is not None)
        if self.screened.gate == "insufficient_data":
            said += self._guidance()
        for rule in self.knowledge.messages.values():
            blocked = self.screened.block_of(rule.id, rule.tags, rule.topic)
            if rule.id in self.derivation.fired and not blocked:
                said.append(self._message(rule))
        told = [each for each in said if each is not None]
        return tuple(sorted(told, key=lambda each: MESSAGE_ORDER.index(each.kind)))

    def _screening_message(self, rule: known_rules.Screening) -> Message | None:
        sources = sources_of([rule], self.knowledge)
        text = rule.message.fill(self.words)
        return Message(id=rule.id, kind="screening", text=text or rule.reason, sources=sources)

    def _guidance(self) -> list[Message | None]:
        policy = self.knowledge.policy
        said: list[Message | None] = [
            Message(id="insufficient-data", kind="guidance", text=policy.insufficient_data)
        ]
        for at, each in enumerate(policy.general_guidance, start=1):
            sources = sources_of([each], self.knowledge)
            said.append(
                Message(id=f"guidance-{at}", kind="guidance", text=each.text, sources=sources)
            )
        return said

    def _message(self, rule: known_rules.Message) -> Message | None:
        text = rule.text.fill(self.words)
        if text is None:
            return None  # it would show a number that is hidden
        return Message(
            id=rule.id,
            kind=rule.kind,
            question=rule.question,
            text=text,
            verdict=rule.verdict,
            sources=sources_of([rule], self.knowledge),
        )

    def findings(self) -> Iterator[FindingResult]:
        """Findings that are known to be true or false."""
        for id, holds in sorted(self.derivation.findings.items()):
            finding = self.knowledge.findings[id]
            if self.screened.block_of(id, finding.tags):
                continue
            severity = self.derivation.severity.get(id)
            yield FindingResult(
                id=id,
                title=finding.title,
                holds=holds,
                severity=None if severity is None else round(severity, 3),
                verdict=finding.verdict if isinstance(finding, known_rules.Mechanism) else None,
            )

    def values(self) -> Iterator[ValueResult]:
        """Computed numbers, but for those that are hidden."""
        words = self.words
        for id, number in sorted(self.derivation.values.items()):
            if id in words:
                value = self.knowledge.values[id]
                text = f"{words[id]} {value.unit}".strip()
                yield ValueResult(
                    id=id, title=value.title, value=number, unit=value.unit, text=text
                )
