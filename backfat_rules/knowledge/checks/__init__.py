"""What must hold across a knowledge base; one idea per file, each mistake with its remedy."""

from backfat_rules.knowledge.checks.amounts import check_amounts
from backfat_rules.knowledge.checks.cases import check_cases
from backfat_rules.knowledge.checks.conditions import check_conditions
from backfat_rules.knowledge.checks.grounds import check_grounds
from backfat_rules.knowledge.checks.limits import check_limits
from backfat_rules.knowledge.checks.links import check_links
from backfat_rules.knowledge.checks.policy import check_policy
from backfat_rules.knowledge.checks.strata import check_strata, strata_of
from backfat_rules.knowledge.checks.texts import check_texts
from backfat_rules.knowledge.checks.unfinished import check_unfinished
from backfat_rules.knowledge.checks.wording import check_wording
from backfat_rules.knowledge.draft import Draft

__all__ = ["check_draft", "strata_of"]


def check_draft(draft: Draft) -> None:
    """Run every check and note all mistakes in the draft."""
    for check in (
        check_policy,
        check_conditions,
        check_strata,
        check_limits,
        check_texts,
        check_amounts,
        check_wording,
        check_unfinished,
        check_grounds,
        check_links,
        check_cases,
    ):
        check(draft)
