"""What is recommended, in which order, and what is withheld."""

from __future__ import annotations

from collections.abc import Sequence

from backfat_rules.knowledge.entry import Grounds
from backfat_rules.knowledge.gates import GATES
from backfat_rules.knowledge.rules import RecommendationRule
from backfat_rules.planning.done_when import done_when
from backfat_rules.planning.doses import dose_of
from backfat_rules.planning.person import Person
from backfat_rules.planning.plan import Recommendation, Withheld
from backfat_rules.planning.priority import priority, priority_parts
from backfat_rules.planning.reasons import reasons_for, sources_of
from backfat_rules.planning.screening import withhold


def recommend_for(person: Person) -> tuple[tuple[Recommendation, ...], tuple[Withheld, ...]]:
    """The recommendations, the most important first, and what would have been one but for a block.

    Where the gate allows no plan, both are empty.
    """
    if person.screened.no_plan:
        return (), ()
    kept: list[Recommendation] = []
    screened_out: list[Withheld] = []
    for rule in person.knowledge.recommendations.values():
        if rule.id in person.derivation.fired:
            taken_out = stopped(rule, person)
            if taken_out is None:
                kept.append(_recommendation(rule, person))
            else:
                screened_out.append(taken_out)
    kept.sort(key=lambda each: (-each.priority, each.id))
    milder, harder = _without_harder(kept, screened_out, person)
    together, apart = _without_conflicts(milder, person)
    withheld = [*screened_out, *harder, *apart, *person.choices.withheld.values()]
    return together, tuple(sorted(withheld, key=lambda each: each.id))


def stopped(rule: RecommendationRule, person: Person) -> Withheld | None:
    """What keeps a recommendation from being given if it fires; None if nothing does."""
    block = person.screened.block_of(rule.id, rule.tags, rule.topic)
    if block is not None:
        unanswered = block.unanswered
        return withhold(rule.id, rule.title, block.screening, person.reader, unanswered=unanswered)
    if GATES[person.screened.gate].waits_for_ok and rule.needs_ok:
        return withhold(rule.id, rule.title, person.screened.fired[0], person.reader)
    return None


def _without_harder(
    ranked: Sequence[Recommendation], screened_out: Sequence[Withheld], person: Person
) -> tuple[tuple[Recommendation, ...], tuple[Withheld, ...]]:
    """What stood back behind advice that screening takes out comes in its place only if milder.

    Milder is what carries no tag that the other lacks: a red flag against all-out intervals must
    not bring the swings that the intervals had kept out.
    """
    kept: list[Recommendation] = []
    harder: list[Withheld] = []
    for each in ranked:
        rivals = (other for other in screened_out if _is_milder_rival(other.id, each, person))
        rival = next(rivals, None)
        if rival is None:
            kept.append(each)
        else:
            harder.append(rival.model_copy(update={"id": each.id, "title": each.title}))
    return tuple(kept), tuple(harder)


def _is_milder_rival(id: str, shown: Recommendation, person: Person) -> bool:
    known = person.knowledge.recommendations
    if not _conflict(id, shown.id, person) or set(known[shown.id].tags) <= set(known[id].tags):
        return False
    parts = priority_parts(known[id], person.derivation, person.knowledge)
    return (-priority(parts, person.knowledge), id) < (-shown.priority, shown.id)


def _without_conflicts(
    ranked: Sequence[Recommendation], person: Person
) -> tuple[tuple[Recommendation, ...], tuple[Withheld, ...]]:
    """Of two that must not be combined, the one of higher priority stays."""
    kept: list[Recommendation] = []
    apart: list[Withheld] = []
    for each in ranked:
        rival = next((other for other in kept if _conflict(each.id, other.id, person)), None)
        if rival is None:
            kept.append(each)
        else:
            reason = person.reader.say("not-together", title=rival.title)
            apart.append(Withheld(id=each.id, title=each.title, because=rival.id, reason=reason))
    return tuple(kept), tuple(apart)


def _conflict(one: str, other: str, person: Person) -> bool:
    known = person.knowledge.recommendations
    return one in known[other].not_with or other in known[one].not_with


def _recommendation(rule: RecommendationRule, person: Person) -> Recommendation:
    derivation, knowledge = person.derivation, person.knowledge
    parts = priority_parts(rule, derivation, knowledge)
    reasons = reasons_for(rule.id, person)
    grounds: list[Grounds] = [rule, *(knowledge.findings[reason.id] for reason in reasons)]
    return Recommendation(
        id=rule.id,
        area=rule.area,
        topic=rule.topic,
        title=rule.title,
        action=rule.action,
        steps=rule.steps,
        dose=dose_of(rule.dose, person),
        expect=rule.expect,
        priority=priority(parts, knowledge),
        priority_parts=parts,
        reasons=reasons,
        evidence=rule.verdict,
        sources=sources_of(grounds, knowledge),
        cautions=tuple(each.render(units) for each in rule.cautions),
        done_when=done_when(rule.id, person),
        foods=tuple(person.choices.foods(rule.foods)),
        exercises=tuple(person.choices.exercises(rule.exercises)),
    )
