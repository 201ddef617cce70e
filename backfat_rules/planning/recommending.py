"""Advice of a decision as recommendations: what to do, how much, why and until when."""

from __future__ import annotations

from collections.abc import Iterable

from backfat_rules.decision.choices import Chosen
from backfat_rules.decision.content import Advice, DecisionContent
from backfat_rules.decision.doses import DoseNumbers, asks_for_nothing
from backfat_rules.frozen import FrozenDict
from backfat_rules.knowledge import KnowledgeBase
from backfat_rules.knowledge.dose_context import Level
from backfat_rules.knowledge.entry import Grounds
from backfat_rules.knowledge.rules import DoseRule, RecommendationRule
from backfat_rules.planning.done_when import done_when
from backfat_rules.planning.move_telling import dose_text
from backfat_rules.planning.plan_content import (
    Choice,
    Dose,
    FirstStep,
    OtherWay,
    Reason,
    Recommendation,
)
from backfat_rules.planning.reasons import reasons_for, sources_of
from backfat_rules.planning.telling import Telling
from backfat_rules.profile.json_facts import as_json
from backfat_rules.wording import Reader


def recommendations_of(advice: Iterable[Advice], telling: Telling) -> tuple[Recommendation, ...]:
    """All advice in words; a reason that several share is said in full with the first of them."""
    said: dict[tuple[str, str], str] = {}
    return tuple(_recommendation(each, telling, said) for each in advice)


def _recommendation(
    advice: Advice, telling: Telling, said: dict[tuple[str, str], str]
) -> Recommendation:
    """One piece of advice in words, with the other ways to its need."""
    rules = telling.knowledge.recommendations
    rule, ways = rules[advice.id], [advice.id, *(each.id for each in advice.ways)]
    reasons = reasons_for(ways, telling)
    grounds: tuple[Grounds, ...] = (
        *(rules[id] for id in ways),
        *(telling.knowledge.findings[reason.id] for reason in reasons),
    )
    best = _way(advice, telling)
    return Recommendation.made(
        id=rule.id,
        area=rule.area,
        topic=rule.topic,
        title=rule.title,
        action=best.action,
        steps=best.steps,
        dose=best.dose,
        expect=best.expect,
        priority=advice.priority,
        priority_parts=advice.priority_parts,
        reasons=tuple(_said_once(each, rule.id, said) for each in reasons),
        evidence=rule.verdict,
        sources=sources_of(grounds, telling.knowledge),
        cautions=best.cautions,
        done_when=best.done_when,
        foods=best.foods,
        exercises=best.exercises,
        need=advice.need,
        ways=tuple(_way(each, telling) for each in advice.ways),
    )


def _way(advice: Advice, telling: Telling) -> OtherWay:
    """One thing to do: what, how much, with what, and until when."""
    rule, once = telling.knowledge.recommendations[advice.id], telling.knowledge.once
    return OtherWay.made(
        id=rule.id,
        title=rule.title,
        action=_action(rule, telling),
        steps=tuple(telling.lines(rule.steps)),
        dose=_dose(advice.dose, rule.dose, telling),
        expect=None if rule.expect is None else telling.reader.text(rule.expect),
        priority=advice.priority,
        priority_parts=advice.priority_parts,
        evidence=rule.verdict,
        cautions=tuple(telling.lines(rule.cautions)),
        done_when=_done_when(advice, rule, telling),
        foods=tuple(once(_food, each.id) for each in advice.foods),
        exercises=tuple(_exercise(each, telling) for each in advice.exercises),
    )


def _said_once(reason: Reason, id: str, said: dict[tuple[str, str], str]) -> Reason:
    """The reason, with the recommendation that has it already, if one does."""
    first = said.setdefault((reason.id, reason.text), id)
    return reason if first == id else Reason.made(**{**reason.__dict__, "said_with": first})


def _done_when(advice: Advice, rule: RecommendationRule, telling: Telling) -> str | None:
    """What ends the advice: in the author's words, if there are any with numbers that are known."""
    authored = None if rule.done_when is None else telling.fill(rule.done_when)
    if authored is not None or advice.end is None:
        return authored
    return done_when(advice.end.condition, telling)


def _action(rule: RecommendationRule, telling: Telling) -> str:
    return " ".join(telling.lines(rule.action))


def first_steps_of(decision: DecisionContent, telling: Telling) -> tuple[FirstStep, ...]:
    """Where to begin: the first step of each of the few that come first."""
    rules = telling.knowledge.recommendations
    return tuple(_first_step(rules[id], telling) for id in decision.first_steps)


def _first_step(rule: RecommendationRule, telling: Telling) -> FirstStep:
    do = next(telling.lines(rule.steps), None) or _action(rule, telling)
    return FirstStep.made(recommendation=rule.id, area=rule.area, title=rule.title, do=do)


def _dose(numbers: DoseNumbers | None, rule: DoseRule | None, telling: Telling) -> Dose | None:
    """How much, in words: with the person's numbers where they are known."""
    if numbers is None or rule is None:
        return None
    known, knowledge = telling.derivation.known, telling.knowledge
    uncounted = rule.uncounted if telling.counts_nothing else None
    is_plain = uncounted is not None or asks_for_nothing(rule, known, knowledge)
    text = None if is_plain else telling.fill(rule.text)
    if text is None:
        return Dose.made(
            text=telling.reader.text(uncounted or rule.default),
            numbers=FrozenDict(),
            inputs=FrozenDict(),
            basis="",
            personal=False,
            asks=numbers.asks,
        )
    facts = telling.derivation.facts
    said = (telling.reader.fact(name, facts[name]) for name in numbers.inputs)
    return Dose.made(
        text=text,
        numbers=numbers.numbers,
        inputs=FrozenDict({name: as_json(facts[name]) for name in numbers.inputs}),
        basis=telling.reader.chained(said, "list-comma"),
        personal=numbers.personal,
        asks=(),
    )


def _food(knowledge: KnowledgeBase, id: str) -> Choice:
    return Choice.made(id=id, title=knowledge.foods[id].title, dose=None, instead_of=None)


def _exercise(chosen: Chosen, telling: Telling) -> Choice:
    meant = None if chosen.dose is None else (chosen.dose.context, chosen.dose.level)
    return telling.knowledge.once(_choice, chosen.id, chosen.instead_of, meant, telling.reader)


def _choice(
    knowledge: KnowledgeBase,
    id: str,
    instead_of: str | None,
    meant: tuple[str, Level] | None,
    reader: Reader,
) -> Choice:
    """The same for everybody who is offered it so."""
    title = knowledge.exercises[id].title
    dose = dose_text(knowledge, id, meant, reader)
    return Choice.made(id=id, title=title, dose=dose, instead_of=instead_of)
