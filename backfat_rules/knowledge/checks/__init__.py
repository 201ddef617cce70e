"""What must hold across a knowledge base; one idea per file, each mistake with its remedy."""

from backfat_rules.knowledge.checks.asked_once import check_asked
from backfat_rules.knowledge.checks.certain_numbers import check_texts
from backfat_rules.knowledge.checks.closing import Closing
from backfat_rules.knowledge.checks.complete_cases import check_cases
from backfat_rules.knowledge.checks.doses_in_context import check_doses
from backfat_rules.knowledge.checks.forbidden_words import check_wording
from backfat_rules.knowledge.checks.former_ids import check_former_ids
from backfat_rules.knowledge.checks.forms_of_moves import check_forms
from backfat_rules.knowledge.checks.grounds import check_grounds
from backfat_rules.knowledge.checks.kept_closed import check_kept_closed
from backfat_rules.knowledge.checks.kept_on_the_page import check_kept_on_the_page
from backfat_rules.knowledge.checks.known_links import check_links
from backfat_rules.knowledge.checks.known_words import check_words
from backfat_rules.knowledge.checks.like_stand_ins import check_stand_ins
from backfat_rules.knowledge.checks.marked_alarms import check_alarms
from backfat_rules.knowledge.checks.marked_amounts import check_amounts
from backfat_rules.knowledge.checks.minded_tags import check_cautions
from backfat_rules.knowledge.checks.plain_terms import check_terms
from backfat_rules.knowledge.checks.reachable_limits import check_limits
from backfat_rules.knowledge.checks.short_sentences import check_sentences
from backfat_rules.knowledge.checks.something_to_do import check_something_to_do
from backfat_rules.knowledge.checks.sound_laws import check_laws, check_premises
from backfat_rules.knowledge.checks.sound_policy import check_policy
from backfat_rules.knowledge.checks.spoken_for import check_spoken_for
from backfat_rules.knowledge.checks.strata import check_strata, strata_of
from backfat_rules.knowledge.checks.suiting_foods import check_foods
from backfat_rules.knowledge.checks.typed_conditions import check_conditions
from backfat_rules.knowledge.checks.unfinished import check_unfinished
from backfat_rules.knowledge.checks.welcome_or_not import check_welcome
from backfat_rules.knowledge.checks.whole_weeks import check_weeks
from backfat_rules.knowledge.draft import Draft

__all__ = ["check_draft", "strata_of"]


def check_draft(draft: Draft) -> None:
    """Run every check and note all mistakes in the draft.

    Where there are too many layers, what would walk through them all is left out; the rules are
    looked at together once each is sound by itself.
    """
    check_policy(draft)
    check_conditions(draft)
    if not check_strata(draft):
        return
    for check in (
        check_limits,
        check_welcome,
        check_asked,
        check_texts,
        check_amounts,
        check_foods,
        check_wording,
        check_sentences,
        check_terms,
        check_alarms,
        check_kept_on_the_page,
        check_words,
        check_unfinished,
        check_grounds,
        check_links,
        check_weeks,
        check_doses,
        check_stand_ins,
        check_forms,
        check_cautions,
        check_spoken_for,
        check_former_ids,
        check_laws,
        check_cases,
    ):
        check(draft)
    if not draft.problems:
        closing = Closing(draft)
        check_kept_closed(draft, closing)
        check_something_to_do(draft, closing)
        check_premises(draft, closing)
