"""What an entry points at exists: blocked items, tags and topics, foods, exercises, muscles."""

from __future__ import annotations

from collections.abc import Collection

from backfat_rules.errors import did_you_mean
from backfat_rules.knowledge.catalogue import Exercise, Food
from backfat_rules.knowledge.checks.named_entries import must_be_there
from backfat_rules.knowledge.dose_context import DoseContext
from backfat_rules.knowledge.draft import Draft
from backfat_rules.knowledge.drawing import Drawing
from backfat_rules.knowledge.lines import lines_of
from backfat_rules.knowledge.policy import Policy
from backfat_rules.knowledge.rules import (
    Blocks,
    Caution,
    ComputedValue,
    Finding,
    MessageRule,
    RecommendationRule,
    Screening,
    Tag,
)
from backfat_rules.knowledge.scenario import Scenario

Tagged = RecommendationRule | Exercise | Food | MessageRule | ComputedValue | Finding
_TAGGED: tuple[type[Tagged], ...] = (
    RecommendationRule,
    Exercise,
    Food,
    MessageRule,
    ComputedValue,
    Finding,
)

_ASKED_FROM = (
    "goals_from",
    "complaint_from",
    "equipment_from",
    "disliked_from",
    "current_from",
    "days_from",
    "minutes_from",
)
"""The fields of a policy that name a fact."""


def check_links(draft: Draft) -> None:
    """Check every id, tag and topic that one entry names of another."""
    tags = draft.entries["tags"]
    for kind in _TAGGED:
        for entry in draft.every(kind):
            must_be_there(entry, "tags", entry.tags, tags, draft)
    topics = {each.topic for each in draft.every(RecommendationRule)}
    topics |= {each.topic for each in draft.every(MessageRule)}
    for screening in draft.every(Screening):
        for blocks in (screening.blocks, screening.unanswered):
            _check_blocks(blocks, tags, topics, draft)
        must_be_there(screening, "settles", screening.settles, draft.entries["screening"], draft)
    for recommendation in draft.every(RecommendationRule):
        must_be_there(recommendation, "foods", recommendation.foods, draft.entries["foods"], draft)
        known = draft.entries["exercises"]
        must_be_there(recommendation, "exercises", recommendation.exercises, known, draft)
        known = draft.entries["contexts"]
        must_be_there(recommendation, "contexts", recommendation.contexts, known, draft)
        known = draft.entries["recommendations"]
        must_be_there(recommendation, "not_with", recommendation.not_with, known, draft)
        must_be_there(recommendation, "purpose", recommendation.purpose, tags, draft)
        _check_serving(recommendation, draft)
        for field in ("raises", "lowers"):
            axes = draft.entries["axes"]
            must_be_there(recommendation, field, getattr(recommendation, field), axes, draft)
    for advice in (*draft.advice(), *draft.every(Exercise)):
        for _, line in lines_of(advice):
            must_be_there(line, "tags", line.tags, tags, draft)
            must_be_there(line, "foods", line.foods, draft.entries["foods"], draft)
    for message in draft.every(MessageRule):
        _check_praise(message, draft)
    for exercise in draft.every(Exercise):
        _check_exercise(exercise, draft)
    _check_drawings(draft)
    for context in draft.every(DoseContext):
        of = [] if context.of is None else [context.of]
        must_be_there(context, "of", of, draft.entries["contexts"], draft)
    for caution in draft.every(Caution):
        must_be_there(caution, "tags", caution.tags, tags, draft)
    _check_tags(draft)
    for scenario in draft.every(Scenario):
        for field in ("must_have", "must_not"):
            must_be_there(scenario, field, getattr(scenario, field), draft.ids, draft)
    if draft.policy is not None:
        _check_policy(draft.policy, tags, draft)
    _check_rule_ids(draft)


def _check_tags(draft: Draft) -> None:
    """What a tag speaks for exists."""
    for tag in draft.every(Tag):
        must_be_there(tag, "speaks_for", tag.speaks_for, draft.entries["recommendations"], draft)


def _check_policy(policy: Policy, tags: Collection[str], draft: Draft) -> None:
    """The names in the policy are facts, areas of facts, values, advice and tags that exist."""
    for field in _ASKED_FROM:
        name = getattr(policy, field)
        must_be_there(policy, field, [] if name is None else [name], draft.facts, draft)
    areas = {fact.area for fact in draft.facts.values()}
    must_be_there(policy, "not_counted_as_answers", policy.not_counted_as_answers, areas, draft)
    for each in policy.not_asked:
        must_be_there(each, "facts", each.facts, draft.facts, draft)
    measured = {**draft.facts, **draft.entries["values"]}
    must_be_there(policy, "not_lowered", policy.not_lowered, measured, draft)
    must_be_there(policy, "start_means", policy.start_means, tags, draft)
    if policy.few_at_once is not None and policy.few_at_once.begin_with is not None:
        begun = [policy.few_at_once.begin_with]
        must_be_there(policy, "few_at_once", begun, draft.entries["recommendations"], draft)
    without = policy.uncounted_without
    must_be_there(policy, "uncounted_without", [without] if without else [], tags, draft)
    for guidance in policy.general_guidance:
        must_be_there(guidance, "tags", guidance.tags, tags, draft)
    for tag, carried in policy.unspoken.items():
        must_be_there(policy, "unspoken", [tag, *carried], tags, draft)
    for tag, names in policy.not_raised.items():
        must_be_there(policy, "not_raised", [tag], tags, draft)
        must_be_there(policy, "not_raised", names, draft.facts, draft)
    for tag, names in policy.hidden_numbers.items():
        numbers = {*draft.facts, *draft.entries["values"]}
        must_be_there(policy, "hidden_numbers", [tag], tags, draft)
        must_be_there(policy, "hidden_numbers", names, numbers, draft)


def _check_serving(recommendation: RecommendationRule, draft: Draft) -> None:
    """What advice is for exists: its need, and the goals and complaints that it helps."""
    needs = [] if recommendation.need is None else [recommendation.need]
    must_be_there(recommendation, "need", needs, draft.entries["needs"], draft)
    if draft.policy is None:
        return
    asked = (draft.policy.goals_from, draft.policy.complaint_from)
    facts = [draft.facts[name] for name in asked if name is not None and name in draft.facts]
    words = {word for fact in facts for word in fact.words}
    for field in ("goals", "helps"):
        for word in getattr(recommendation, field):
            if word not in words:
                message = f"{field} names {word}, which is no goal and nothing that brings people."
                where = recommendation.place.of(field)
                draft.note(where, "unknown-link", message, did_you_mean(word, list(words)))


def _check_blocks(blocks: Blocks, tags: Collection[str], topics: set[str], draft: Draft) -> None:
    must_be_there(blocks, "items", blocks.items, draft.ids, draft)
    must_be_there(blocks, "tags", blocks.tags, tags, draft)
    must_be_there(blocks, "topics", blocks.topics, topics, draft)


def _check_praise(message: MessageRule, draft: Draft) -> None:
    """Praise says what is right as it is, so that it is never said beside advice on that."""
    must_be_there(message, "keeps", message.keeps, draft.entries["axes"], draft)
    if message.kind == "keep_going" and not message.keeps:
        remedy = "Add keeps, with the axes that are right as they are."
        where = message.place.of("kind")
        draft.note(where, "praise-of-nothing", "praise does not say what to keep.", remedy)


def _check_exercise(exercise: Exercise, draft: Draft) -> None:
    must_be_there(exercise, "primary", exercise.primary, draft.entries["muscles"], draft)
    must_be_there(exercise, "secondary", exercise.secondary, draft.entries["muscles"], draft)
    must_be_there(exercise, "members", exercise.members, draft.entries["exercises"], draft)
    form_of = [exercise.form_of] if exercise.form_of else []
    must_be_there(exercise, "form_of", form_of, draft.entries["exercises"], draft)
    for others in exercise.alternatives.values():
        must_be_there(exercise, "alternatives", others, draft.entries["exercises"], draft)
    for dose in exercise.doses:
        must_be_there(dose, "context", [dose.context], draft.entries["contexts"], draft)


def _check_drawings(draft: Draft) -> None:
    for drawing in draft.every(Drawing):
        for shape in drawing.shapes:
            must_be_there(shape, "muscle", [shape.muscle], draft.entries["muscles"], draft)


def _check_rule_ids(draft: Draft) -> None:
    """No two rules share an id, nor a rule and an advice: engines know what fired by its id."""
    seen = {advice.id: str(advice.place.of("id")) for advice in draft.advice()}
    for finding in draft.every(Finding):
        for rule in finding.rules:
            if rule.id in seen:
                message = f"the id of the rule {rule.id} stands here and at {seen[rule.id]}."
                remedy = "Ids are unique; rename one."
                draft.note(rule.place.of("id"), "duplicate-id", message, remedy)
            seen.setdefault(rule.id, str(rule.place.of("id")))
