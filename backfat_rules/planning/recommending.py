"""Advice of a decision as recommendations: what to do, how much, why and until when."""

from __future__ import annotations

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
from backfat_rules.planning.plan_content import Choice, Dose, FirstStep, Recommendation
from backfat_rules.planning.reasons import reasons_for, sources_of
from backfat_rules.planning.telling import Telling
from backfat_rules.profile.json_facts import as_json
from backfat_rules.wording import Reader


def recommendation_of(advice: Advice, telling: Telling) -> Recommendation:
    """One piece of advice in words."""
    rule = telling.knowledge.recommendations[advice.id]
    once = telling.knowledge.once
    reasons = reasons_for(rule.id, telling)
    grounds: tuple[Grounds, ...] = (
        rule,
        *(telling.knowledge.findings[reason.id] for reason in reasons),
    )
    return Recommendation.made(
        id=rule.id,
        area=rule.area,
        topic=rule.topic,
        title=rule.title,
        action=_action(rule, telling),
        steps=tuple(telling.lines(rule.steps)),
        dose=_dose(advice.dose, rule.dose, telling),
        expect=None if rule.expect is None else telling.reader.text(rule.expect),
        priority=advice.priority,
        priority_parts=advice.priority_parts,
        reasons=reasons,
        evidence=rule.verdict,
        sources=sources_of(grounds, telling.knowledge),
        cautions=tuple(telling.lines(rule.cautions)),
        done_when=_done_when(advice, rule, telling),
        foods=tuple(once(_food, each.id) for each in advice.foods),
        exercises=tuple(_exercise(each, telling) for each in advice.exercises),
    )


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
    text = None if asks_for_nothing(rule, known, knowledge) else telling.fill(rule.text)
    if text is None:
        default = telling.reader.text(rule.default)
        return Dose.made(
            text=default,
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
