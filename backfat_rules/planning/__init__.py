"""Planning: from what was derived to what is said, safety first."""

from backfat_rules.planning.cases import wrong_cases
from backfat_rules.planning.plan import PlanContent
from backfat_rules.planning.planner import make_plan
from backfat_rules.planning.reasoner import Reasoner, shipped_reasoner

__all__ = ["PlanContent", "Reasoner", "make_plan", "shipped_reasoner", "wrong_cases"]
