"""Planning: a decision told to a reader."""

from backfat_rules.planning.cases import wrong_cases
from backfat_rules.planning.plan_content import PlanContent
from backfat_rules.planning.reasoner import Reasoner, reasoner_of
from backfat_rules.planning.telling import Telling

__all__ = ["PlanContent", "Reasoner", "Telling", "reasoner_of", "wrong_cases"]
