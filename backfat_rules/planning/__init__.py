"""Planning: from what was derived to what is said, safety first."""

from backfat_rules.planning.cases import wrong_cases
from backfat_rules.planning.plan import PlanContent
from backfat_rules.planning.planner import make_plan
from backfat_rules.planning.reasoner import Reasoner, reasoner_of

__all__ = ["PlanContent", "Reasoner", "make_plan", "reasoner_of", "wrong_cases"]
