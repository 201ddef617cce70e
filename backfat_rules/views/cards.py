"""What each result shows by itself: one table from types to cards."""

from __future__ import annotations

from functools import singledispatch

from backfat_rules.decision import DecisionContent
from backfat_rules.decision.content import Advice, Held
from backfat_rules.knowledge import KnowledgeBase
from backfat_rules.knowledge.entry import Entry, FilePart
from backfat_rules.planning import plan_content as plan
from backfat_rules.planning.question import Question, Screen
from backfat_rules.profile import Fact
from backfat_rules.views import advice_cards as advice
from backfat_rules.views.decision_cards import advice_card, decision_card, held_card
from backfat_rules.views.html_writer import card_html
from backfat_rules.views.knowledge_cards import entry_card, fact_card, knowledge_card, part_card
from backfat_rules.views.question_cards import question_card, screen_card
from backfat_rules.views.sections import Card
from backfat_rules.wording import Reader, shipped_reader


@singledispatch
def card_of(shown: object, reader: Reader) -> Card:  # noqa: ARG001
    """The card of a result; of what has none, what it says as text."""
    return Card(parts=(str(shown),))


card_of.register(plan.Recommendation, advice.recommendation_card)
card_of.register(plan.OtherWay, advice.way_card)
card_of.register(plan.FirstStep, advice.first_step_card)
card_of.register(plan.Message, advice.message_card)
card_of.register(plan.Withheld, advice.withheld_card)
card_of.register(plan.Move, advice.move_card)
card_of.register(plan.Reason, advice.reason_card)
card_of.register(plan.Dose, advice.dose_card)
card_of.register(plan.Source, advice.source_card)
card_of.register(plan.FindingResult, advice.finding_card)
card_of.register(plan.ValueResult, advice.value_card)
card_of.register(Question, question_card)
card_of.register(Screen, screen_card)
card_of.register(DecisionContent, decision_card)
card_of.register(Advice, advice_card)
card_of.register(Held, held_card)
card_of.register(KnowledgeBase, knowledge_card)
card_of.register(Entry, entry_card)
card_of.register(FilePart, part_card)
card_of.register(Fact, fact_card)


def card_of_its_own(shown: object) -> str:
    """The card as HTML of what does not know who reads it: in the library's own words."""
    reader = shipped_reader()
    return card_html(card_of(shown, reader), reader)
